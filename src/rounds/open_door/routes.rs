//! The start page behind an open link, for everyone; and the poster, for whoever hangs it up.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::pages::{self, Start};
use crate::{
    accounts::{Gatehouse, May, SeeSurveys},
    authoring,
    ids::SurveyId,
    language::Language,
    surveys::{self, Door, State},
    web::{Failure, Visit, at},
};

/// `GET` [`at::OPEN_LINK`]. A draft is nobody's business, and a round with a roll has no such door.
pub async fn start(visit: Visit, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let (id, now) = (id.into_inner(), visit.premises.now());
    let found = gate.db.read_register(move |conn| {
        let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
        if survey.terms.door != Door::OpenLink || matches!(survey.state, State::Draft { .. }) {
            return Ok(None);
        }
        let version = match survey.instrument {
            Some(instrument) => authoring::find(conn, instrument)?,
            None => None,
        };
        let questions = version.map_or(0, |version| version.instrument.questions());
        let extensions = surveys::extensions(conn, id)?;
        QueryResult::Ok(Some(Start { survey, now, questions, extensions }))
    });
    Ok(pages::start(&visit, &found.await?.ok_or(Failure::NotFound)?))
}

/// `GET` [`at::POSTER`]
pub async fn poster(who: May<SeeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let survey = gate.db.read_register(move |conn| surveys::find(conn, id)).await?.ok_or(Failure::NotFound)?;
    let address = if survey.terms.door == Door::OpenLink { at::open_link(id) } else { at::survey(id) };
    Ok(pages::poster(&who.visit, &survey, &gate.link(Language::Thai, &address), &gate.public_url))
}
