//! Yardsticks: the list, changing one, and copying one for other years.

use actix_web::{HttpResponse, web};

use super::{
    Refusal, Yardstick,
    change::{change, copy as add_copy},
    form::Form,
    pages, store,
    words::years_taken,
};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    ids::YardstickId,
    language::Language,
    web::{self as kit, Body, Failure, Faults, at, see_other},
};

/// `GET` [`at::YARDSTICKS`]
pub async fn index(who: May<MakeSurveys>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let yardsticks = gate.db.read_register(store::all).await?;
    Ok(pages::list(&who.visit, &yardsticks))
}

/// `GET` [`at::YARDSTICK`]
pub async fn edit(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<YardstickId>,
) -> Result<HttpResponse, Failure> {
    let present = present(&gate, id.into_inner()).await?;
    Ok(pages::edit(&who.visit, &present, &Form::from(&present.wanted), &Faults::none()))
}

/// `POST` [`at::YARDSTICK`]
pub async fn update(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<YardstickId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let present = present(&gate, id.into_inner()).await?;
    let form = Form::typed(&posted, &present.wanted.definition);
    let faults = match form.read(who.visit.language) {
        Err(faults) => faults,
        Ok(wanted) => {
            let (id, actor, master, now) = (present.id, who.actor(), gate.master.clone(), who.visit.premises.now());
            match gate.db.register(move |conn| change(conn, &master, &actor, id, wanted.clone(), now)).await {
                Ok(()) => return Ok(see_other(&at::done(&who.visit.to(at::YARDSTICKS), "saved"))),
                Err(refusal) => at_the_years(refusal, who.visit.language)?,
            }
        }
    };
    Ok(pages::edit(&who.visit, &present, &form, &faults))
}

/// `GET` [`at::YARDSTICK_COPY`]
pub async fn copy(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<YardstickId>,
) -> Result<HttpResponse, Failure> {
    let present = present(&gate, id.into_inner()).await?;
    // Usually for the year after; nobody has compared the copy with anything.
    let next = present.wanted.years.last.map(|last| (last.number() + 1).to_string()).unwrap_or_default();
    let form = Form { first_year: next, last_year: String::new(), is_confirmed: false, ..Form::from(&present.wanted) };
    Ok(pages::copy(&who.visit, &present, &form, &Faults::none()))
}

/// `POST` [`at::YARDSTICK_COPY`]. Pressed twice, it copies once.
pub async fn create(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<YardstickId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let present = present(&gate, id.into_inner()).await?;
    let form = Form::typed(&posted, &present.wanted.definition);
    let faults = match form.read(who.visit.language) {
        Err(faults) => faults,
        Ok(wanted) => {
            let answer = at::done(&who.visit.to(at::YARDSTICKS), "copied");
            let (actor, key, led_to, master) = (who.actor(), posted.key, answer.clone(), gate.master.clone());
            let (now, chance) = (who.visit.premises.now(), who.visit.premises.chance.clone());
            let added = gate
                .db
                .register(move |conn| {
                    kit::once(conn, key, &led_to, now, |conn| {
                        add_copy(conn, &master, &actor, wanted.clone(), now, &mut chance.dice())
                    })
                })
                .await;
            match added {
                Ok(()) => return Ok(see_other(&answer)),
                Err(refusal) => at_the_years(refusal, who.visit.language)?,
            }
        }
    };
    Ok(pages::copy(&who.visit, &present, &form, &faults))
}

async fn present(gate: &Gatehouse, id: YardstickId) -> Result<Yardstick, Failure> {
    gate.db.read_register(move |conn| store::find(conn, id)).await?.ok_or(Failure::NotFound)
}

/// Only years can be refused and put right.
fn at_the_years(refusal: Refusal, language: Language) -> Result<Faults, Failure> {
    match years_taken(language, &refusal) {
        Some(sentence) => Ok(Faults::one("first_year", sentence)),
        None => Err(match refusal {
            Refusal::Database(fault) => fault.into(),
            _ => Failure::NotFound,
        }),
    }
}
