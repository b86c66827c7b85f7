//! What a round asks: chosen from the library or the starters, or the next version of what it asks.

use actix_web::{HttpResponse, web};

use super::{
    deeds::{done_once, failure, not_now, read_head},
    shelf::{beginning, shelf},
};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring,
    db::RegisterConn,
    ids::SurveyId,
    rounds::{
        self, Beginning,
        pages::questions::{self as page, Scene},
        words::questions::words,
    },
    surveys::NotNow,
    web::{Body, Failure, Faults, at, see_other},
};

/// `GET` [`at::ROUND_FORM`]
pub async fn show(who: May<MakeSurveys>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let scene = scene(&gate, id.into_inner()).await?;
    Ok(page::questions(&who.visit, &scene, "", &Faults::none()))
}

/// `POST` [`at::ROUND_FORM`]. Pressed twice, it chooses or copies once.
pub async fn choose(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, language) = (id.into_inner(), who.visit.language);
    if posted.text("next") == "yes" {
        let made = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
            let next = rounds::ask_next_version(conn, hand, id, dice)?;
            Ok(format!("{}{}", language.prefix(), at::instrument(next, "")))
        });
        return made.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(language, refusal));
    }
    let scene = scene(&gate, id).await?;
    if !scene.head.survey.state.is_draft() {
        return Err(not_now(language, NotNow::NotADraft));
    }
    let sent = posted.text("what").to_owned();
    let chosen = beginning(&sent, &scene.shelf).filter(|it| matches!(it, Beginning::Starter(_) | Beginning::Library(_)));
    let Some(chosen) = chosen else {
        return Ok(page::questions(&who.visit, &scene, &sent, &Faults::one("what", words(language).what_wrong)));
    };
    let answer = at::done(&who.visit.to(&at::round_form(id)), "chosen");
    let asked = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        match &chosen {
            Beginning::Starter(instrument) => rounds::ask_new(conn, hand, id, instrument, dice)?,
            Beginning::Library(version) => rounds::ask_version(conn, hand, id, *version, dice)?,
            Beginning::LikeRound(_) | Beginning::Empty => {}
        }
        Ok(answer.clone())
    });
    asked.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(language, refusal))
}

async fn scene(gate: &Gatehouse, id: SurveyId) -> Result<Scene, Failure> {
    gate.db.read_register(move |conn| read(conn, id)).await?.ok_or(Failure::NotFound)
}

fn read(conn: &mut RegisterConn, id: SurveyId) -> diesel::QueryResult<Option<Scene>> {
    let Some(head) = read_head(conn, id)? else { return Ok(None) };
    let version = match head.survey.instrument {
        Some(instrument) => authoring::find(conn, instrument)?,
        None => None,
    };
    let shelf = shelf(conn, Some(id))?;
    let before = match rounds::round_before(&shelf.rounds, &head.survey) {
        Some(round) => match round.instrument {
            Some(instrument) => authoring::find(conn, instrument)?.map(|version| (round.clone(), version.instrument)),
            None => None,
        },
        None => None,
    };
    Ok(Some(Scene { head, version, before, shelf }))
}
