//! Reminders: seeing what went out and what is planned, planning, and sending one.

use actix_web::{HttpResponse, web};

use super::{
    CountedFrom, Outlook, Refusal, Rules, outlook,
    outlook::NotNow,
    pages::{self, Form, FormRow, ROWS},
    plan::{NewPlanned, plan as plan_anew},
    send,
    words::words,
};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::SurveyId,
    language::{self, Language},
    surveys::{self, Survey},
    web::{self as kit, Body, Failure, Faults, Posted, at, see_other},
};

/// `GET` [`at::REMINDERS`]
pub async fn show(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let (survey, outlook) = seen(&hr, &gate, id.into_inner()).await?;
    Ok(pages::reminders(&hr.visit, &survey, &outlook, &Form::from(&outlook), &Faults::none()))
}

async fn seen(hr: &May<KeepRoster>, gate: &Gatehouse, id: SurveyId) -> Result<(Survey, Outlook), Failure> {
    let now = hr.visit.premises.now();
    let found = gate.db.read_register(move |conn| {
        let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
        let outlook = outlook(conn, &survey, now)?;
        diesel::QueryResult::Ok(Some((survey, outlook)))
    });
    found.await?.ok_or(Failure::NotFound)
}

/// `POST` [`at::REMINDERS`]. Pressed twice, one reminder goes out.
pub async fn create(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let id = id.into_inner();
    let (by, master) = (hr.actor(), gate.master.clone());
    let (now, chance) = (hr.visit.premises.now(), hr.visit.premises.chance.clone());
    let answer = at::done(&hr.visit.to(&at::reminders(id)), "sent");
    let leads = answer.clone();
    let sent = gate.db.register(move |conn| {
        kit::once(conn, posted.key, &leads, now, |conn| send(conn, &master, &by, id, now, &mut chance.dice()).map(drop))
    });
    match sent.await {
        Ok(()) => Ok(see_other(&answer)),
        Err(refusal) => Err(failure(&hr, &gate, id, refusal).await),
    }
}

/// `POST` [`at::REMINDER_PLAN`]
pub async fn plan(
    hr: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let (id, form) = (id.into_inner(), typed(&posted));
    let (rules, wanted) = match read(&form, hr.visit.language) {
        Ok(read) => read,
        Err(faults) => {
            let (survey, outlook) = seen(&hr, &gate, id).await?;
            return Ok(pages::reminders(&hr.visit.standing_at(at::reminders(id)), &survey, &outlook, &form, &faults));
        }
    };
    let (by, master) = (hr.actor(), gate.master.clone());
    let (now, chance) = (hr.visit.premises.now(), hr.visit.premises.chance.clone());
    let planned = gate.db.register(move |conn| plan_anew(conn, &master, &by, id, rules, &wanted, now, &mut chance.dice())).await;
    match planned {
        Ok(()) => Ok(see_other(&at::done(&hr.visit.to(&at::reminders(id)), "planned"))),
        Err(refusal) => Err(failure(&hr, &gate, id, refusal).await),
    }
}

async fn failure(hr: &May<KeepRoster>, gate: &Gatehouse, id: SurveyId, refusal: Refusal) -> Failure {
    let why = match refusal {
        Refusal::NotFound => return Failure::NotFound,
        Refusal::Database(fault) => return fault.into(),
        Refusal::NotOpen => NotNow::NotOpen,
        Refusal::NobodyKnown => NotNow::NobodyKnown,
        Refusal::NotYet(not_yet) => NotNow::NotYet(not_yet),
    };
    match seen(hr, gate, id).await {
        Ok((_, outlook)) => Failure::Refused(pages::not_now_in_words(&hr.visit, &outlook, why)),
        Err(failure) => failure,
    }
}

fn typed(posted: &Posted) -> Form {
    let text = |field| posted.text(field).to_owned();
    let row = |names: &pages::Row| FormRow { from: text(names.from), days: text(names.days), hour: text(names.hour) };
    Form {
        most: text("most"),
        days_apart: text("days_apart"),
        on_working_days: posted.is_ticked("on_working_days"),
        rows: ROWS.iter().map(row).collect(),
    }
}

fn read(form: &Form, language: Language) -> Result<(Rules, Vec<NewPlanned>), Faults> {
    let say = words(language);
    let mut faults = Faults::none();
    let most = faults.take("most", number(&form.most, 0, 10).ok_or(say.most_wrong));
    let days_apart = faults.take("days_apart", number(&form.days_apart, 1, 30).ok_or(say.days_apart_wrong));
    let mut wanted: Vec<NewPlanned> = Vec::new();
    for (names, row) in ROWS.iter().zip(&form.rows) {
        if row.from.is_empty() {
            continue;
        }
        let from = faults.take(names.from, CountedFrom::from_code(&row.from).ok_or(say.choose_one));
        let days = faults.take(names.days, number(&row.days, 0, 90).ok_or(say.days_wrong));
        let hour = faults.take(names.hour, number(&row.hour, 0, 23).ok_or(say.hour_wrong));
        if let (Some(from), Some(days), Some(hour)) = (from, days, hour) {
            let one = NewPlanned { is_from_close: from == CountedFrom::Close, days, hour };
            if wanted.iter().any(|other| (other.is_from_close, other.days) == (one.is_from_close, one.days)) {
                faults.add(names.days, say.twice);
            }
            wanted.push(one);
        }
    }
    match (most, days_apart) {
        (Some(most), Some(days_apart)) if faults.is_empty() => {
            Ok((Rules { most, days_apart, on_working_days: form.on_working_days }, wanted))
        }
        _ => Err(faults),
    }
}

fn number(text: &str, least: i32, most: i32) -> Option<i32> {
    language::arabic(text).trim().parse().ok().filter(|number| (least..=most).contains(number))
}
