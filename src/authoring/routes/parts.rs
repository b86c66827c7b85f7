//! The parts of a questionnaire.

use actix_web::{HttpResponse, web};

use super::desk::{edit as change, failure, led_before, open};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring::{
        Refusal, Version,
        edits::{PartText, fresh_part_code, mark, put_part, remove_part},
        forms::{Typed, read_part, set_part},
        pages::outer::{self as pages, Sheet},
        words::outline::words,
    },
    ids::InstrumentId,
    instruments::{Code, Part},
    web::{Body, Failure, Faults, Posted, at},
};

/// `GET` [`at::PART_NEW`]
pub async fn new(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    let version = open(&who, &gate, id.into_inner()).await?;
    let part = PartText { code: fresh_part_code(&version.instrument), ..PartText::default() };
    let mut typed = Typed::default();
    set_part(&mut typed, &part);
    Ok(draw(&who, &version, None, &typed, &Faults::none(), "", None))
}

/// `GET` [`at::PART`]
pub async fn edit(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(InstrumentId, String)>,
) -> Result<HttpResponse, Failure> {
    let (id, code) = path.into_inner();
    let version = open(&who, &gate, id).await?;
    let part = PartText::from(version.instrument.part(&Code::new(code)).ok_or(Failure::NotFound)?);
    let mut typed = Typed::default();
    set_part(&mut typed, &part);
    Ok(draw(&who, &version, Some(&part), &typed, &Faults::none(), &mark(&part), None))
}

fn draw(
    who: &May<MakeSurveys>,
    version: &Version,
    part: Option<&PartText>,
    typed: &Typed,
    faults: &Faults,
    mark: &str,
    warning: Option<&str>,
) -> HttpResponse {
    let count = |part: &PartText| version.instrument.part(&part.code).map_or(0, |part| part.items.len());
    pages::part(&who.visit, &Sheet { version, typed, faults, mark, warning }, part.map(|part| (part, count(part))))
}

/// `POST` [`at::PART_NEW`]. Pressed twice, it adds one.
pub async fn create(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    save(&who, &gate, id.into_inner(), None, posted).await
}

/// `POST` [`at::PART`]
pub async fn update(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(InstrumentId, String)>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, code) = path.into_inner();
    save(&who, &gate, id, Some(Code::new(code)), posted).await
}

async fn save(
    who: &May<MakeSurveys>,
    gate: &Gatehouse,
    id: InstrumentId,
    code: Option<Code>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let key = posted.key;
    let version = open(who, gate, id).await?;
    let before =
        code.as_ref().map(|code| version.instrument.part(code).map(PartText::from).ok_or(Failure::NotFound)).transpose()?;
    let (typed, mut faults) = (Typed::posted(posted), Faults::none());
    let part = read_part(&typed, &version.instrument, before.as_ref(), who.visit.language, &mut faults);
    let drawn = typed.get("mark").to_owned();
    if !faults.is_empty() {
        if let Some(answer) = led_before(who, gate, key).await? {
            return Ok(answer);
        }
        return Ok(draw(who, &version, before.as_ref(), &typed, &faults, &drawn, None));
    }
    let outline = who.visit.to(&at::instrument(id, ""));
    let answer = format!("{}#part-{}", at::done(&outline, if code.is_some() { "saved" } else { "added" }), part.code);
    let what = part.code.to_string();
    let saved = change(
        who,
        gate,
        key,
        id,
        what,
        move |instrument| {
            if let Some(code) = &code {
                let present = instrument.part(code).map(PartText::from).ok_or(Refusal::NotFound)?;
                if mark(&present) != drawn {
                    return Err(Refusal::ChangedMeanwhile);
                }
            }
            put_part(instrument, code.as_ref(), part.clone());
            Ok(())
        },
        &answer,
    );
    match saved.await {
        Err(Refusal::ChangedMeanwhile) => {
            let mark = before.as_ref().map(mark).unwrap_or_default();
            let warning = Some(words(who.visit.language).changed_meanwhile);
            Ok(draw(who, &version, before.as_ref(), &typed, &faults, &mark, warning))
        }
        other => other.map_err(|refusal| failure(who.visit.language, refusal)),
    }
}

/// `POST` [`at::PART_REMOVAL`]: with what is in it only where that was said, and as it was then.
pub async fn remove(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(InstrumentId, String)>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, code) = path.into_inner();
    let (code, with_items) = (Code::new(code), posted.is_ticked("all"));
    let whole = posted.text("whole").to_owned();
    let version = open(&who, &gate, id).await?;
    let is_full = |part: &Part| !part.items.is_empty();
    if !with_items && version.instrument.part(&code).is_some_and(is_full) {
        return Err(Failure::Refused(words(who.visit.language).tick_missing.to_owned()));
    }
    let (answer, going) = (at::done(&who.visit.to(&at::instrument(id, "")), "removed"), code.clone());
    let removed = change(
        &who,
        &gate,
        posted.key,
        id,
        code.to_string(),
        move |instrument| {
            if instrument.part(&going).is_some_and(|part| mark(part) != whole) {
                return Err(Refusal::ChangedMeanwhile);
            }
            remove_part(instrument, &going);
            Ok(())
        },
        &answer,
    );
    match removed.await {
        Err(Refusal::ChangedMeanwhile) => {
            let version = open(&who, &gate, id).await?;
            let part = PartText::from(version.instrument.part(&code).ok_or(Failure::NotFound)?);
            let mut typed = Typed::default();
            set_part(&mut typed, &part);
            let warning = Some(words(who.visit.language).read_before_removal);
            Ok(draw(&who, &version, Some(&part), &typed, &Faults::none(), &mark(&part), warning))
        }
        other => other.map_err(|refusal| failure(who.visit.language, refusal)),
    }
}
