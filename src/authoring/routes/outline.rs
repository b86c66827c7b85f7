//! The outline of a questionnaire: its list, its order, its title.

use actix_web::{HttpResponse, web};

use super::desk::{deed, edit, failure, found, open};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring::{
        Refusal, Version,
        edits::{Move, mark, move_about},
        forget_losses as forget,
        forms::{Typed, read_about, set_about},
        pages::{
            outer::{self, Sheet},
            outline::{self as pages, Outline},
        },
        words::outline::words,
    },
    ids::InstrumentId,
    instruments::{Assessment, Code, Instrument, Text, check::Place},
    web::{Body, Failure, Faults, at},
};

/// `GET` [`at::INSTRUMENT`]
pub async fn show(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    let version = found(&gate, id.into_inner()).await?;
    let losses = losses(&version);
    let findings = version.instrument.check();
    let step = who.visit.query_text("move").unwrap_or_default();
    let moved = Move::read(&step).map(|moved| {
        let code = moved.what().clone();
        (if moved.is_of_part() { Place::Part(code) } else { Place::Item(code) }, step.as_str())
    });
    let is_here = |(place, _): &(Place, &str)| match place {
        Place::Part(code) => version.instrument.part(code).is_some(),
        Place::Item(code) => version.instrument.item(code).is_some(),
        _ => false,
    };
    let outline = Outline { version: &version, findings: &findings, losses: &losses, moved: moved.filter(is_here) };
    Ok(pages::outline(&who.visit, &outline))
}

/// What could not be taken over, in both languages, as the import left it.
fn losses(version: &Version) -> Vec<Text> {
    version.losses.as_deref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

/// `POST` [`at::INSTRUMENT_ORDER`]: one step, by the button that was pressed.
pub async fn reorder(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let id = id.into_inner();
    let step = posted.text("move").to_owned();
    let moved = Move::read(&step).ok_or(Failure::Malformed)?;
    let code = moved.what().clone();
    let version = open(&who, &gate, id).await?;
    let instrument = &version.instrument;
    let (is_here, anchor) = if moved.is_of_part() {
        (instrument.part(&code).is_some(), format!("part-{code}"))
    } else {
        (instrument.item(&code).is_some(), format!("item-{code}"))
    };
    if !is_here {
        return Err(Failure::Refused(words(who.visit.language).gone.to_owned()));
    }
    let answer = format!("{}&move={step}#{anchor}", at::done(&who.visit.to(&at::instrument(id, "")), "moved"));
    let edit = edit(
        &who,
        &gate,
        posted.key,
        id,
        code.to_string(),
        move |instrument| {
            move_about(instrument, &moved);
            Ok(())
        },
        &answer,
    );
    edit.await.map_err(|refusal| failure(who.visit.language, refusal))
}

/// `POST` [`at::INSTRUMENT_LOSSES`]: somebody has read them.
pub async fn forget_losses(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let key = who.visit.accept(body)?.key;
    let id = found(&gate, id.into_inner()).await?.id;
    let answer = who.visit.to(&at::instrument(id, ""));
    let forgotten = deed(&who, &gate, key, move |conn, _| Ok(forget(conn, id)?), &answer).await;
    forgotten.map_err(|refusal| failure(who.visit.language, refusal))
}

/// `GET` [`at::INSTRUMENT_ABOUT`]
pub async fn about(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    let version = open(&who, &gate, id.into_inner()).await?;
    let mut typed = Typed::default();
    set_about(&mut typed, &version.instrument);
    let mark = mark_of(&version.instrument);
    let sheet = Sheet { version: &version, typed: &typed, faults: &Faults::none(), mark: &mark, warning: None };
    Ok(outer::about(&who.visit, &sheet))
}

/// `POST` [`at::INSTRUMENT_ABOUT`]
pub async fn update_about(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let key = posted.key;
    let version = open(&who, &gate, id.into_inner()).await?;
    let (typed, mut faults) = (Typed::posted(posted), Faults::none());
    let read = read_about(&typed, who.visit.language, &mut faults);
    let mut drawn = typed.get("mark").to_owned();
    let mut warning = None;
    if faults.is_empty() {
        let (answer, mark) = (at::done(&who.visit.to(&at::instrument(version.id, "")), "saved"), drawn.clone());
        let edit = edit(
            &who,
            &gate,
            key,
            version.id,
            String::new(),
            move |instrument| {
                if mark_of(instrument) != mark {
                    return Err(Refusal::ChangedMeanwhile);
                }
                let Instrument { code, title, lead, caution, assessment, .. } = read.clone();
                *instrument = Instrument { code, title, lead, caution, assessment, ..instrument.clone() };
                Ok(())
            },
            &answer,
        );
        match edit.await {
            Err(Refusal::ChangedMeanwhile) => {
                drawn = mark_of(&found(&gate, version.id).await?.instrument);
                warning = Some(words(who.visit.language).changed_meanwhile);
            }
            other => return other.map_err(|refusal| failure(who.visit.language, refusal)),
        }
    }
    let sheet = Sheet { version: &version, typed: &typed, faults: &faults, mark: &drawn, warning };
    Ok(outer::about(&who.visit, &sheet))
}

type About<'it> = (&'it Code, &'it Text, &'it Text, &'it Text, Option<Assessment>);

/// Of what this page shows.
fn mark_of(instrument: &Instrument) -> String {
    let Instrument { code, title, lead, caution, assessment, .. } = instrument;
    let about: About = (code, title, lead, caution, *assessment);
    mark(&about)
}
