//! The bulletin at its two addresses, for everyone. Nobody is asked who they are.

use actix_web::{HttpResponse, http::header::ContentType, web};
use futures_util::TryStreamExt as _;

use super::{
    file::pieces,
    look::{Unpublished, look},
    pages,
};
use crate::{
    db::Db,
    ids::SurveyId,
    web::{Failure, Problem, Visit},
};

const NO_SUCH_SURVEY: Problem = Problem::new(404, "no_such_survey", "No survey of this id has opened.");
const NOT_YET: Problem = Problem::new(409, "not_yet", "The ballots of this survey are not released yet.");

/// `GET` [`at::BULLETIN`](crate::web::at::BULLETIN)
pub async fn file(db: web::Data<Db>, id: web::Path<String>) -> Result<HttpResponse, Failure> {
    let Ok(survey) = id.parse::<SurveyId>() else { return Ok(NO_SUCH_SURVEY.answer()) };
    let head = match db.read_urn(move |conn| look(conn, survey)).await {
        Ok((head, _)) => head,
        Err(Unpublished::NoSuchSurvey) => return Ok(NO_SUCH_SURVEY.answer()),
        Err(Unpublished::NotYet) => return Ok(NOT_YET.answer()),
        Err(fault) => return Err(broken(fault)),
    };
    let pieces = pieces(db.get_ref().clone(), &head)?;
    Ok(HttpResponse::Ok().content_type(ContentType::json()).streaming(pieces.map_ok(web::Bytes::from)))
}

/// `GET` [`at::BULLETIN_PAGE`](crate::web::at::BULLETIN_PAGE)
pub async fn show(visit: Visit, db: web::Data<Db>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let survey = id.into_inner();
    match db.read_urn(move |conn| look(conn, survey)).await {
        Ok((bulletin, k)) => Ok(pages::bulletin(&visit, &bulletin, k)),
        Err(Unpublished::NotYet) => Ok(pages::not_yet(&visit, survey)),
        Err(Unpublished::NoSuchSurvey) => Err(Failure::NotFound),
        Err(fault) => Err(broken(fault)),
    }
}

fn broken(fault: Unpublished) -> Failure {
    match fault {
        Unpublished::Database(fault) => fault.into(),
        fault => Failure::broken(fault),
    }
}
