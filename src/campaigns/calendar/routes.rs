//! The list of holidays: seeing it, putting a day on it, taking one off.

use actix_web::{HttpResponse, web};
use jiff::civil::Date;

use super::{
    Holiday,
    change::{add as add_holiday, remove as remove_holiday},
    pages::{self, Form},
    store,
    words::words,
};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    instruments::Text,
    language::Language,
    people::words::person::no_day_in_words,
    tidy::{Untidy, one_line},
    web::{Body, Failure, Faults, at, parts::TypedDay, see_other},
};

const NAME_MOST: usize = 200;

/// `GET` [`at::HOLIDAYS`]
pub async fn index(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let holidays = gate.db.read_register(store::all).await?;
    Ok(pages::list(&hr.visit, &holidays, &Form::default(), &Faults::none()))
}

/// `POST` [`at::HOLIDAYS`]. Pressed twice, the day is there already, and the page says so.
pub async fn add(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let text = |field| posted.text(field).to_owned();
    let form = Form { day: TypedDay::posted(&posted, "day"), thai: text("name_thai"), english: text("name_english") };
    let faults = match read(&form, hr.visit.language) {
        Err(faults) => faults,
        Ok(holiday) => {
            let (actor, now, master) = (hr.actor(), hr.visit.premises.now(), gate.master.clone());
            if gate.db.register(move |conn| add_holiday(conn, &master, &actor, &holiday, now)).await? {
                return Ok(see_other(&at::done(&hr.visit.to(at::HOLIDAYS), "added")));
            }
            Faults::one("day", words(hr.visit.language).day_taken)
        }
    };
    let holidays = gate.db.read_register(store::all).await?;
    Ok(pages::list(&hr.visit, &holidays, &form, &faults))
}

/// `POST` [`at::HOLIDAY_REMOVAL`]
pub async fn remove(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    day: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    hr.visit.accept(body)?;
    let day: Date = day.parse().map_err(|_| Failure::NotFound)?;
    let (actor, now, master) = (hr.actor(), hr.visit.premises.now(), gate.master.clone());
    gate.db.register(move |conn| remove_holiday(conn, &master, &actor, day, now)).await?;
    Ok(see_other(&at::done(&hr.visit.to(at::HOLIDAYS), "removed")))
}

fn read(form: &Form, language: Language) -> Result<Holiday, Faults> {
    let say = words(language);
    let mut faults = Faults::none();
    let day = match form.day.read() {
        Ok(day) => day.ok_or_else(|| say.day_missing.to_owned()),
        Err(fault) => Err(no_day_in_words(language, say.day, fault)),
    };
    let day = faults.take("day", day);
    let unfit = |_: Untidy| say.name_wrong;
    let thai = faults.take("name_thai", one_line(&form.thai, NAME_MOST).map_err(unfit));
    let english = match one_line(&form.english, NAME_MOST) {
        Err(Untidy::Missing) => Ok(String::new()),
        other => other.map_err(unfit),
    };
    let english = faults.take("name_english", english);
    match (day, thai, english) {
        (Some(day), Some(thai), Some(english)) => Ok(Holiday { day, name: Text::new(thai, english) }),
        _ => Err(faults),
    }
}
