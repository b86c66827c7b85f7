//! Drawing up the roll, and adding to it.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::{
    eligible::scene,
    refusals::{not_drawn_up, refuse_once_open},
};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::SurveyId,
    people::{
        EmployeeNumber, NotDrawnUp, draw_up_roll, extend_roll,
        pages::roll as page,
        store,
        words::{audience::not_drawn_up_in_words, unfit_in_words},
    },
    surveys,
    web::{self as kit, Body, Failure, Faults, Spent, at, see_other},
};

/// `GET` [`at::ROLL`]: asks before a roll is replaced.
pub async fn confirm(who: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let scene = scene(&gate, id.into_inner(), who.visit.premises.now()).await?;
    refuse_once_open(&scene.survey, who.visit.language)?;
    match &scene.roll {
        Some(stands) => Ok(page::confirm(&who.visit, &scene, stands)),
        None => Ok(see_other(&who.visit.to(&at::eligible(scene.survey.id)))),
    }
}

/// `POST` [`at::ROLL`]. Pressed twice, it is drawn up once. Where a roll stands already, because
/// somebody else was quicker, it leads to the page that asks first.
pub async fn create(
    who: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, now) = (id.into_inner(), who.visit.premises.now());
    let answer = at::done(&who.visit.to(&at::eligible(id)), "drawn-up");
    let question = who.visit.to(&at::roll(id));
    let (actor, key, led_to, asks_first) = (who.actor(), posted.key, answer.clone(), posted.text("anew") != "yes");
    let (chance, master) = (who.visit.premises.chance.clone(), gate.master.clone());
    let drawn_up = gate
        .db
        .register(move |conn| {
            let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
            let stands = asks_first && store::roll(conn, id)?.is_some();
            let leads_to = if stands { &question } else { &led_to };
            match kit::spend(conn, key, leads_to, now)? {
                Spent::Before(answer) => Ok(Some(answer)),
                Spent::Now if stands => Ok(Some(question.clone())),
                Spent::Now => {
                    draw_up_roll(conn, &master, &actor, &survey, now, &mut chance.dice())?;
                    Ok(Some(led_to.clone()))
                }
            }
        })
        .await;
    match drawn_up {
        Ok(answer) => Ok(see_other(&answer.ok_or(Failure::NotFound)?)),
        Err(refusal) => Err(not_drawn_up(who.visit.language, refusal)),
    }
}

/// `GET` [`at::ROLL_ADD`]
pub async fn new_person(
    who: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let found = gate.db.read_register(move |conn| QueryResult::Ok((surveys::find(conn, id)?, store::roll(conn, id)?)));
    match found.await? {
        (None, _) => Err(Failure::NotFound),
        (Some(survey), Some(_)) => Ok(page::new_person(&who.visit, &survey, "", &Faults::none())),
        (Some(_), None) => Ok(see_other(&who.visit.to(&at::eligible(id)))),
    }
}

/// `POST` [`at::ROLL_ADD`]. Pressed twice, it adds once.
pub async fn add_person(
    who: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, language, typed) = (id.into_inner(), who.visit.language, posted.text("number").to_owned());
    let survey = gate.db.read_register(move |conn| surveys::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    let again = |sentence: String| Ok(page::new_person(&who.visit, &survey, &typed, &Faults::one("number", sentence)));
    let number = match EmployeeNumber::parse(&typed) {
        Ok(number) => number,
        Err(unfit) => return again(unfit_in_words(language, unfit)),
    };
    let answer = at::done(&who.visit.to(&at::eligible(id)), "added");
    let (actor, key, led_to, of) = (who.actor(), posted.key, answer.clone(), survey.clone());
    let (now, master) = (who.visit.premises.now(), gate.master.clone());
    let added = gate
        .db
        .register(move |conn| kit::once(conn, key, &led_to, now, |conn| extend_roll(conn, &master, &actor, &of, &number, now)))
        .await;
    match added {
        Ok(()) => Ok(see_other(&answer)),
        Err(NotDrawnUp::Database(fault)) => Err(fault.into()),
        Err(refusal) => again(not_drawn_up_in_words(language, &refusal)),
    }
}
