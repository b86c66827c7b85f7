//! The page of the privacy check.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::{look::look, pages};
use crate::{
    accounts::{Gatehouse, May, SeeSurveys},
    ids::SurveyId,
    surveys,
    web::Failure,
};

/// `GET` [`at::ROUND_PRIVACY`](crate::web::at::ROUND_PRIVACY)
pub async fn show(who: May<SeeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let (id, language) = (id.into_inner(), who.visit.language);
    let found = gate.db.read_register(move |conn| {
        let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
        let found = look(conn, &survey, language)?;
        QueryResult::Ok(Some((survey, found)))
    });
    let (survey, found) = found.await?.ok_or(Failure::NotFound)?;
    Ok(pages::privacy(&who.visit, &survey, &found))
}
