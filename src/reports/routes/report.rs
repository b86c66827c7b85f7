//! The report of a round, to be put together and printed.

use actix_web::{HttpRequest, HttpResponse, http::header, web};

use super::scene::{options, scene};
use crate::{
    accounts::{Gatehouse, May, ReadResults},
    ids::SurveyId,
    results::report::{document, pages},
    web::Failure,
};

/// `GET` [`crate::web::at::REPORT`]
pub async fn show(
    who: May<ReadResults>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let (visit, survey) = (&who.visit, id.into_inner());
    let scene = match scene(&gate, visit, survey).await? {
        Ok(scene) => scene,
        Err(page) => return Ok(page),
    };
    let options = options(&request);
    let document = document(&scene.round, &scene.earlier, &options, visit.language, &scene.imprint);
    Ok(pages::report(visit, survey, &document, &options, is_in_line(&request)))
}

/// LINE opens links in a browser of its own, which does not print. Only this page asks.
fn is_in_line(request: &HttpRequest) -> bool {
    let agent = request.headers().get(header::USER_AGENT).and_then(|agent| agent.to_str().ok());
    agent.is_some_and(|agent| agent.contains("Line/"))
}
