//! A round's public page.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::deeds::read_head;
use crate::{
    accounts::Gatehouse,
    ids::SurveyId,
    people,
    rounds::pages::public as page,
    web::{Failure, Visit},
};

/// `GET` [`at::SURVEY`](crate::web::at::SURVEY): for everyone.
pub async fn show(visit: Visit, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let found = gate.db.read_register(move |conn| {
        let Some(head) = read_head(conn, id)? else { return Ok(None) };
        QueryResult::Ok(Some((head, people::roll(conn, id)?, people::units_of_strata(conn, id)?)))
    });
    let (head, roll, units) = found.await?.ok_or(Failure::NotFound)?;
    Ok(page::survey(&visit, &head, roll.as_ref(), &units))
}
