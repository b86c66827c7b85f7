//! The page of the privacy check.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::{look::look, pages};
use crate::{
    accounts::{Gatehouse, May, SeeSurveys},
    ids::SurveyId,
    rounds::routes::deeds::read_head,
    web::Failure,
};

/// `GET` [`at::ROUND_PRIVACY`](crate::web::at::ROUND_PRIVACY)
pub async fn show(who: May<SeeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let (id, language) = (id.into_inner(), who.visit.language);
    let found = gate.db.read_register(move |conn| {
        let Some(head) = read_head(conn, id)? else { return Ok(None) };
        let found = look(conn, &head.survey, language)?;
        QueryResult::Ok(Some((head, found)))
    });
    let (head, found) = found.await?.ok_or(Failure::NotFound)?;
    Ok(pages::privacy(&who.visit, &head, &found))
}
