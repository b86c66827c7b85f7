//! Published results, for everybody; and the list of rounds for those who read results.

use actix_web::{HttpResponse, http::header::ContentType, web};

use crate::{
    accounts::{Gatehouse, May, ReadResults},
    db::Db,
    ids::SurveyId,
    papers::InBoth,
    reports::{
        look::{NotShown, all_released},
        publish::{all_published, published, view},
        words::failure,
    },
    results::publication::{View, json, pages},
    surveys,
    web::{Failure, Problem, Visit},
};

const NO_SUCH_SURVEY: Problem = Problem::new(404, "no_such_survey", "There is no survey of this id.");
const NOT_YET: Problem = Problem::new(409, "not_yet", "The results of this survey are not published yet.");

/// `GET` [`at::PUBLISHED`](crate::web::at::PUBLISHED)
pub async fn index(visit: Visit, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let rounds = all_published(&gate.db).await.map_err(|reason| failure(visit.language, reason))?;
    Ok(pages::all_published(&visit, &rounds))
}

/// `GET` [`at::PUBLISHED_ROUND`](crate::web::at::PUBLISHED_ROUND)
pub async fn show(visit: Visit, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let survey = id.into_inner();
    match seen(&gate.db, survey).await {
        Ok(Some(view)) => Ok(pages::round(&visit, &view)),
        Ok(None) | Err(NotShown::StillOpen | NotShown::NotYet(_)) => not_yet(&visit, &gate, survey).await,
        Err(reason) => Err(failure(visit.language, reason)),
    }
}

/// `GET` [`at::PUBLISHED_FILE`](crate::web::at::PUBLISHED_FILE)
pub async fn file(db: web::Data<Db>, id: web::Path<String>) -> Result<HttpResponse, Failure> {
    let Ok(survey) = id.parse::<SurveyId>() else { return Ok(NO_SUCH_SURVEY.answer()) };
    match seen(&db, survey).await {
        Ok(Some(view)) => {
            let text = json(&view).map_err(Failure::broken)?;
            Ok(HttpResponse::Ok().content_type(ContentType::json()).body(text))
        }
        Ok(None) | Err(NotShown::StillOpen | NotShown::NotYet(_)) => Ok(NOT_YET.answer()),
        Err(NotShown::NoSuchRound) => Ok(NO_SUCH_SURVEY.answer()),
        Err(NotShown::Database(fault)) => Err(fault.into()),
        Err(fault) => Err(Failure::broken(fault)),
    }
}

/// `GET` [`at::SCORES`](crate::web::at::SCORES)
pub async fn scores(who: May<ReadResults>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let rounds = all_released(&gate.db).await.map_err(|reason| failure(who.visit.language, reason))?;
    Ok(pages::scores(&who.visit, &rounds))
}

/// What everybody may see of it, if anything.
async fn seen(db: &Db, survey: SurveyId) -> Result<Option<View>, NotShown> {
    match published(db, survey).await? {
        (round, Some(publication)) => view(db, &round, &publication).await.map(Some),
        (_, None) => Ok(None),
    }
}

async fn not_yet(visit: &Visit, gate: &Gatehouse, id: SurveyId) -> Result<HttpResponse, Failure> {
    let found = gate.db.read_register(move |conn| surveys::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    let closes = found.state.window().filter(|_| found.state.is_open()).map(|window| window.closes.day());
    let name = InBoth { th: found.name_thai, en: found.name_english };
    Ok(pages::not_yet(visit, id, &name, closes))
}
