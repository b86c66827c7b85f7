//! A round's public page.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::deeds::read_head;
use crate::{
    accounts::Gatehouse,
    db::RegisterConn,
    ids::SurveyId,
    papers::Fingerprints,
    people,
    rounds::pages::public as page,
    web::{Failure, Visit},
};

/// Where fingerprints are found: a later room makes the keys.
#[derive(Clone, Copy)]
pub struct FindFingerprints(pub fn(&mut RegisterConn, SurveyId) -> QueryResult<Option<Fingerprints>>);

/// `GET` [`at::SURVEY`](crate::web::at::SURVEY): for everyone.
pub async fn show(
    visit: Visit,
    gate: web::Data<Gatehouse>,
    fingerprints: web::Data<FindFingerprints>,
    id: web::Path<SurveyId>,
) -> Result<HttpResponse, Failure> {
    let (id, FindFingerprints(fingerprints)) = (id.into_inner(), **fingerprints);
    let found = gate.db.read_register(move |conn| {
        let Some(head) = read_head(conn, id)? else { return Ok(None) };
        let (roll, units) = (people::roll(conn, id)?, people::units_of_strata(conn, id)?);
        QueryResult::Ok(Some((head, roll, units, fingerprints(conn, id)?)))
    });
    let (head, roll, units, fingerprints) = found.await?.ok_or(Failure::NotFound)?;
    Ok(page::survey(&visit, &head, roll.as_ref(), &units, fingerprints.as_ref()))
}
