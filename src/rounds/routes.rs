//! The list of surveys, and planning one.

use actix_web::{HttpResponse, web};

use super::{
    pages::{self, Hands, SurveyForm},
    words::words,
};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May, Role, SeeSurveys},
    language::{self, FiscalYear},
    surveys::{self, NewSurvey, ROUNDS_MOST, Refusal},
    tidy::{Untidy, one_line},
    web::{self as kit, Body, Failure, Faults, at, see_other},
};

const NAME_MOST: usize = 200;

/// `GET` [`at::SURVEYS`]
pub async fn index(who: May<SeeSurveys>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let surveys = gate.db.read_register(surveys::all).await?;
    let roles = &who.account.roles;
    let hands = Hands { may_plan: roles.has(Role::Coordinator), may_keep_roll: roles.has(Role::Hr) };
    Ok(pages::surveys(&who.visit, &surveys, hands))
}

/// `GET` [`at::SURVEY_NEW`]
pub async fn new(who: May<MakeSurveys>) -> HttpResponse {
    let year = FiscalYear::of(who.visit.premises.now().day());
    let form = SurveyForm { year: year.number().to_string(), round: "1".to_owned(), ..SurveyForm::default() };
    pages::new_survey(&who.visit, &form, &Faults::none())
}

/// `POST` [`at::SURVEY_NEW`]. Pressed twice, it plans once.
pub async fn create(who: May<MakeSurveys>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let say = words(who.visit.language);
    let text = |field| posted.text(field).to_owned();
    let form =
        SurveyForm { year: text("year"), round: text("round"), name_thai: text("name_thai"), name_english: text("name_english") };
    let mut faults = Faults::none();
    let name_thai = faults.take("name_thai", one_line(&form.name_thai, NAME_MOST).map_err(|_| say.name_wrong));
    let english = match one_line(&form.name_english, NAME_MOST) {
        Err(Untidy::Missing) => Ok(String::new()),
        other => other,
    };
    let name_english = faults.take("name_english", english.map_err(|_| say.name_wrong));
    let year = faults.take("year", FiscalYear::read(&form.year).map_err(|_| say.year_wrong));
    let round = language::arabic(&form.round).parse::<i32>().ok().filter(|round| (1..=ROUNDS_MOST).contains(round));
    let round = faults.take("round", round.ok_or(say.round_wrong));
    let (Some(name_thai), Some(name_english), Some(year), Some(round)) = (name_thai, name_english, year, round) else {
        return Ok(pages::new_survey(&who.visit, &form, &faults));
    };

    let new = NewSurvey { year, round, name_thai, name_english };
    let answer = at::done(&who.visit.to(at::SURVEYS), "planned");
    let (actor, key, led_to) = (who.actor(), posted.key, answer.clone());
    let (now, chance, master) = (who.visit.premises.now(), who.visit.premises.chance.clone(), gate.master.clone());
    let planned = gate
        .db
        .register(move |conn| {
            kit::once(conn, key, &led_to, now, |conn| {
                surveys::plan(conn, &master, &actor, &new, now, &mut chance.dice()).map(drop)
            })
        })
        .await;
    match planned {
        Ok(()) => Ok(see_other(&answer)),
        Err(Refusal::NameTaken) => Ok(pages::new_survey(&who.visit, &form, &Faults::one("name_thai", say.name_taken))),
        Err(Refusal::NotFound) => Err(Failure::NotFound),
        Err(Refusal::NotNow(_)) => Err(Failure::Refused(say.name_taken.to_owned())),
        Err(Refusal::Database(fault)) => Err(fault.into()),
    }
}
