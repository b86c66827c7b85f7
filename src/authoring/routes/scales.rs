//! The scales of a questionnaire.

use actix_web::{HttpResponse, web};

use super::desk::{edit as change, failure, led_before, open};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring::{
        Refusal,
        edits::{fresh_scale_code, is_in_use, losing_words, mark, put_scale, remove_scale},
        forms::{Typed, read_scale, set_scale},
        pages::outer::{self as pages, Sheet},
        words::outline::words,
    },
    ids::InstrumentId,
    instruments::{Code, Scale},
    web::{Body, Failure, Faults, Posted, at},
};

/// `GET` [`at::SCALES`]
pub async fn index(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    Ok(pages::scales(&who.visit, &open(&who, &gate, id.into_inner()).await?))
}

/// `GET` [`at::SCALE_NEW`]
pub async fn new(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    let version = open(&who, &gate, id.into_inner()).await?;
    let mut typed = Typed::default();
    typed.set("code", fresh_scale_code(&version.instrument, &Code::from("s1")));
    let sheet = Sheet { version: &version, typed: &typed, faults: &Faults::none(), mark: "", warning: None };
    Ok(pages::scale(&who.visit, &sheet, None, ""))
}

/// `GET` [`at::SCALE`]
pub async fn edit(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(InstrumentId, String)>,
) -> Result<HttpResponse, Failure> {
    let (id, code) = path.into_inner();
    let version = open(&who, &gate, id).await?;
    let scale = version.instrument.scale(&Code::new(code)).ok_or(Failure::NotFound)?;
    let mut typed = Typed::default();
    set_scale(&mut typed, scale);
    let mark = mark(scale);
    let sheet = Sheet { version: &version, typed: &typed, faults: &Faults::none(), mark: &mark, warning: None };
    Ok(pages::scale(&who.visit, &sheet, Some(scale), ""))
}

/// `POST` [`at::SCALE_NEW`]
pub async fn create(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    save(&who, &gate, id.into_inner(), None, posted).await
}

/// `POST` [`at::SCALE`]
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

/// Another number of levels is asked about, because words of items go with it; once more if it has
/// become more of them meanwhile.
async fn save(
    who: &May<MakeSurveys>,
    gate: &Gatehouse,
    id: InstrumentId,
    code: Option<Code>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let (key, say) = (posted.key, words(who.visit.language));
    let version = open(who, gate, id).await?;
    let before = code.as_ref().map(|code| version.instrument.scale(code).ok_or(Failure::NotFound)).transpose()?;
    let (typed, mut faults) = (Typed::posted(posted), Faults::none());
    let scale = read_scale(&typed, &version.instrument, code.as_ref(), who.visit.language, &mut faults);
    let (drawn, levels) = (typed.get("mark").to_owned(), scale.levels.len());
    let sheet = |faults, mark, warning, confirmed: &str| {
        pages::scale(&who.visit, &Sheet { version: &version, typed: &typed, faults, mark, warning }, before, confirmed)
    };
    let confirmed = typed.get("confirmed");
    if !faults.is_empty() {
        if let Some(answer) = led_before(who, gate, key).await? {
            return Ok(answer);
        }
        return Ok(sheet(&faults, &drawn, None, confirmed));
    }
    let losing = code.as_ref().map_or(0, |code| losing_words(&version.instrument, code, levels).len());
    let loss = format!("{levels}:{losing}");
    if losing > 0 && confirmed != loss {
        return Ok(sheet(&faults, &drawn, Some(&(say.levels_change)(losing)), &loss));
    }
    let answer = at::done(&who.visit.to(&at::instrument(id, "/scales")), "saved");
    let (what, mark_then) = (scale.code.to_string(), drawn.clone());
    let saved = change(
        who,
        gate,
        key,
        id,
        what,
        move |instrument| {
            if let Some(code) = &code {
                let present = instrument.scale(code).ok_or(Refusal::NotFound)?;
                if mark(present) != mark_then || losing_words(instrument, code, levels).len() != losing {
                    return Err(Refusal::ChangedMeanwhile);
                }
            }
            put_scale(instrument, code.as_ref(), Scale::clone(&scale));
            Ok(())
        },
        &answer,
    );
    match saved.await {
        Err(Refusal::ChangedMeanwhile) => {
            Ok(sheet(&faults, &before.map(mark).unwrap_or_default(), Some(say.changed_meanwhile), confirmed))
        }
        other => other.map_err(|refusal| failure(who.visit.language, refusal)),
    }
}

/// `POST` [`at::SCALE_REMOVAL`]: only where no item uses it.
pub async fn remove(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(InstrumentId, String)>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let key = who.visit.accept(body)?.key;
    let (id, code) = path.into_inner();
    let code = Code::new(code);
    let answer = at::done(&who.visit.to(&at::instrument(id, "/scales")), "removed");
    let removed = change(
        &who,
        &gate,
        key,
        id,
        code.to_string(),
        move |instrument| {
            if is_in_use(instrument, &code) {
                return Err(Refusal::ChangedMeanwhile);
            }
            remove_scale(instrument, &code);
            Ok(())
        },
        &answer,
    );
    removed.await.map_err(|refusal| failure(who.visit.language, refusal))
}
