//! The list of questionnaires; making, copying and putting them away.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};

use super::desk::{deed, failure, found, make};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring::{
        Listed, Origin, add,
        forms::{Typed, read_about},
        new_version,
        pages::library as pages,
        put_away as put, starters, store,
        words::outline,
    },
    ids::InstrumentId,
    instruments::Code,
    web::{Body, Failure, Faults, at},
};

/// `GET` [`at::INSTRUMENTS`]
pub async fn index(who: May<MakeSurveys>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let all = gate.db.read_register(store::all).await?;
    let mut latest: HashMap<_, i32> = HashMap::new();
    for one in &all {
        let number = latest.entry(one.family).or_default();
        *number = one.number.max(*number);
    }
    let is_current = |one: &Listed| !one.is_put_away && latest.get(&one.family) == Some(&one.number);
    let (current, older): (Vec<_>, Vec<_>) = all.into_iter().partition(is_current);
    Ok(pages::index(&who.visit, &current, &older, &starters()))
}

/// `GET` [`at::INSTRUMENT_NEW`]
pub async fn new(who: May<MakeSurveys>) -> HttpResponse {
    pages::new(&who.visit, &Typed::default(), &Faults::none())
}

/// `POST` [`at::INSTRUMENT_NEW`]. Pressed twice, it makes one.
pub async fn create(who: May<MakeSurveys>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let key = posted.key;
    let (typed, mut faults) = (Typed::posted(posted), Faults::none());
    let instrument = read_about(&typed, who.visit.language, &mut faults);
    if !faults.is_empty() {
        return Ok(pages::new(&who.visit, &typed, &faults));
    }
    make(&who, &gate, key, "made", move |conn, hand, dice| add(conn, hand, instrument.clone(), Origin::New, None, dice)).await
}

/// `POST` [`at::STARTER`]: an own copy of it.
pub async fn use_starter(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    code: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let key = who.visit.accept(body)?.key;
    let code = Code::new(code.into_inner());
    let starter = starters().into_iter().find(|starter| starter.code == code).ok_or(Failure::NotFound)?;
    let instrument = starter.instrument;
    make(&who, &gate, key, "copied", move |conn, hand, dice| add(conn, hand, instrument.clone(), Origin::New, None, dice)).await
}

/// `POST` [`at::INSTRUMENT_COPY`]
pub async fn copy(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let key = who.visit.accept(body)?.key;
    let version = found(&gate, id.into_inner()).await?;
    let (id, instrument) = (version.id, version.instrument);
    make(&who, &gate, key, "copied", move |conn, hand, dice| add(conn, hand, instrument.clone(), Origin::CopyOf(id), None, dice))
        .await
}

/// `POST` [`at::INSTRUMENT_VERSION`]: of one that is fixed. Pressed by two, it makes one.
pub async fn next_version(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let key = who.visit.accept(body)?.key;
    let version = found(&gate, id.into_inner()).await?;
    if !version.is_fixed {
        return Err(Failure::Refused(outline::words(who.visit.language).open_already.to_owned()));
    }
    let id = version.id;
    make(&who, &gate, key, "versioned", move |conn, hand, dice| new_version(conn, hand, id, None, dice)).await
}

/// `POST` [`at::INSTRUMENT_AWAY`]: away, or back again, as the button said when it was drawn.
pub async fn put_away(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let key = posted.key;
    let away = match posted.text("away") {
        "yes" => true,
        "no" => false,
        _ => return Err(Failure::Malformed),
    };
    let id = found(&gate, id.into_inner()).await?.id;
    let answer = if away {
        at::done(&who.visit.to(at::INSTRUMENTS), "away")
    } else {
        at::done(&who.visit.to(&at::instrument(id, "")), "saved")
    };
    let put = deed(&who, &gate, key, move |conn, hand| put(conn, hand, id, away), &answer).await;
    put.map_err(|refusal| failure(who.visit.language, refusal))
}
