//! Previews: of a questionnaire, of a starter, on paper.

use actix_web::{HttpResponse, web};

use super::desk::found;
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring::{
        pages::showing::{self as pages, Showing},
        starters,
        words::outline::words,
    },
    ids::InstrumentId,
    instruments::{Code, Instrument},
    language::Language,
    web::{Failure, Visit, at},
};

/// `GET` [`at::INSTRUMENT_PREVIEW`]
pub async fn preview(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    let version = found(&gate, id.into_inner()).await?;
    let (address, back) = (at::instrument(version.id, "/preview"), at::instrument(version.id, ""));
    let back = (back.as_str(), words(who.visit.language).back);
    Ok(pages::preview(&who.visit, &showing(&who.visit, &version.instrument, &address, back, false)))
}

/// `GET` [`at::STARTER`]
pub async fn starter(who: May<MakeSurveys>, code: web::Path<String>) -> Result<HttpResponse, Failure> {
    let code = Code::new(code.into_inner());
    let starter = starters().into_iter().find(|starter| starter.code == code).ok_or(Failure::NotFound)?;
    let address = at::starter(code.as_str());
    let back = pages::of_starter(&who.visit);
    Ok(pages::preview(&who.visit, &showing(&who.visit, &starter.instrument, &address, back, true)))
}

fn showing<'page>(
    visit: &Visit,
    instrument: &'page Instrument,
    address: &'page str,
    back: (&'page str, &'page str),
    may_use: bool,
) -> Showing<'page> {
    Showing {
        instrument,
        address,
        back,
        language: visit.query("in").and_then(Language::from_code).unwrap_or(visit.language),
        one_at_a_time: visit.query("each").is_some(),
        page: visit.query("page").and_then(|page| page.parse().ok()).unwrap_or(1),
        may_use,
    }
}

/// `GET` [`at::INSTRUMENT_PAPER`]
pub async fn paper(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    let version = found(&gate, id.into_inner()).await?;
    Ok(pages::paper(&who.visit, &version.instrument, &at::instrument(version.id, "")))
}
