//! Removing a draft, which asks first. Publishing is a deed over both sides (`reports`).

use actix_web::{HttpResponse, web};

use super::deeds::{done_once, failure, head, not_now};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    ids::SurveyId,
    rounds::{self, pages::stages as page},
    surveys::NotNow,
    web::{Body, Failure, at, see_other},
};

/// `GET` [`at::ROUND_REMOVAL`]
pub async fn ask_to_remove(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
) -> Result<HttpResponse, Failure> {
    let head = head(&gate, id.into_inner()).await?;
    if !head.survey.state.is_draft() {
        return Err(not_now(who.visit.language, NotNow::NotADraft));
    }
    Ok(page::removal(&who.visit, &head))
}

/// `POST` [`at::ROUND_REMOVAL`]
pub async fn remove(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let id = id.into_inner();
    let answer = at::done(&who.visit.to(at::SURVEYS), "removed");
    let removed = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        rounds::remove(conn, hand, id)?;
        Ok(answer.clone())
    });
    removed.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(who.visit.language, refusal))
}
