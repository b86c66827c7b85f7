//! One item: its form, drawn again as often as somebody looks at the preview, and saved.

use actix_web::{HttpResponse, web};

use super::desk::{edit as change, failure, led_before, open};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May},
    authoring::{
        Refusal, Version,
        edits::{Place as Looking, follow_inner, fresh_item_code, looking_at, mark, put_item, remove_item},
        forms::{Preset, ROWS_MORE, ReadItem, Typed, clear_misaligned, read_item, scale_of, set_item},
        kind::Kind,
        pages::item::{self as pages, ItemPage, Meanwhile},
        words::{forms as of_forms, outline::words},
    },
    ids::InstrumentId,
    instruments::{Asks, Code, Instrument, Item, Part, Scale, Text, check::Place},
    web::{Body, Failure, Faults, Upload, at},
};

/// No form of an item is longer.
const LARGEST: usize = 512 * 1024;

/// `GET` [`at::ITEM_NEW`]: the kinds, or the form of one.
pub async fn new(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
) -> Result<HttpResponse, Failure> {
    let version = open(&who, &gate, id.into_inner()).await?;
    let part = who.visit.query("part").map(Code::from).filter(|part| version.instrument.part(part).is_some());
    let Some(kind) = who.visit.query("kind").and_then(Kind::read) else {
        return Ok(pages::kinds(&who.visit, &version, part.as_ref()));
    };
    let mut item = Item::new(fresh_item_code(&version.instrument), Text::default(), kind.empty());
    item.required = kind != Kind::LongText;
    let mut typed = Typed::default();
    set_item(&mut typed, &item);
    if let Asks::Scale(_) = item.asks {
        typed.set("scale", usual_scale(&version.instrument, kind));
    }
    let last = version.instrument.parts.last().map(|part| part.code.clone());
    typed.set("part", part.or(last).unwrap_or_default());
    Ok(draw(&who, &version, kind, None, &typed, &Faults::none(), &Drawn::default()))
}

/// What the last question was answered on, or a scale that says yes and no.
fn usual_scale(instrument: &Instrument, kind: Kind) -> String {
    if kind == Kind::YesNo {
        let preset = Preset::YesNo;
        let is_same = |scale: &&Scale| {
            let thai = |levels: &[Text]| levels.iter().map(|level| level.th.clone()).collect::<Vec<_>>();
            let is_named = scale.code.as_str() == preset.as_str().trim_start_matches('+') && scale.levels.len() == 2;
            is_named || thai(&scale.levels) == thai(&preset.levels())
        };
        let same = instrument.scales.iter().find(is_same);
        return same.map_or_else(|| preset.as_str().to_owned(), |scale| scale.code.to_string());
    }
    let last = instrument.items().filter_map(|item| item.rated()).filter(|rated| instrument.labels(rated).len() > 2).last();
    last.map(|rated| rated.scale.to_string()).unwrap_or_default()
}

/// `GET` [`at::ITEM`]
pub async fn edit(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(InstrumentId, String)>,
) -> Result<HttpResponse, Failure> {
    let (id, code) = path.into_inner();
    let version = open(&who, &gate, id).await?;
    let item = version.instrument.item(&Code::new(code)).ok_or(Failure::NotFound)?;
    let mut typed = Typed::default();
    set_item(&mut typed, item);
    let home = home_of(&version.instrument, &item.code);
    for field in ["part", "part-was"] {
        typed.set(field, home.map(|part| part.code.clone()).unwrap_or_default());
    }
    let drawn =
        Drawn { mark: mark(item), preview: Some(with(&version.instrument, Some(&item.code), item.clone())), meanwhile: None };
    Ok(draw(&who, &version, Kind::of(&item.asks), Some(item), &typed, &Faults::none(), &drawn))
}

/// What a page shows beside the form.
#[derive(Default)]
struct Drawn<'page> {
    mark: String,
    preview: Option<(Instrument, Code)>,
    meanwhile: Option<Meanwhile<'page>>,
}

fn draw(
    who: &May<MakeSurveys>,
    version: &Version,
    kind: Kind,
    before: Option<&Item>,
    typed: &Typed,
    faults: &Faults,
    drawn: &Drawn,
) -> HttpResponse {
    let preview = drawn.preview.as_ref().and_then(|(instrument, code)| Some((instrument, instrument.item(code)?)));
    let meanwhile = drawn.meanwhile.as_ref().map(|meanwhile| match meanwhile {
        Meanwhile::Changed(item) => Meanwhile::Changed(item),
        Meanwhile::Gone => Meanwhile::Gone,
    });
    pages::item(&who.visit, &ItemPage { version, kind, before, typed, faults, mark: &drawn.mark, preview, meanwhile })
}

/// The questionnaire with this item in it, for the preview.
fn with(instrument: &Instrument, before: Option<&Code>, item: Item) -> (Instrument, Code) {
    let (mut instrument, code) = (instrument.clone(), item.code.clone());
    let home = instrument.parts.iter().find(|part| part.items.iter().any(|it| Some(&it.code) == before));
    let home = home.or(instrument.parts.last()).map(|part| part.code.clone()).unwrap_or_default();
    put_item(&mut instrument, before, &home, item);
    (instrument, code)
}

/// `POST` [`at::ITEM_NEW`]. Pressed twice, it adds one.
pub async fn create(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    id: web::Path<InstrumentId>,
    upload: Upload<LARGEST>,
) -> Result<HttpResponse, Failure> {
    save(&who, &gate, id.into_inner(), None, upload).await
}

/// `POST` [`at::ITEM`]
pub async fn update(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(InstrumentId, String)>,
    upload: Upload<LARGEST>,
) -> Result<HttpResponse, Failure> {
    let (id, code) = path.into_inner();
    save(&who, &gate, id, Some(Code::new(code)), upload).await
}

/// Saves, or draws the form again: for the preview, for more rows, for what is wrong, or because
/// somebody else was here.
async fn save(
    who: &May<MakeSurveys>,
    gate: &Gatehouse,
    id: InstrumentId,
    code: Option<Code>,
    upload: Upload<LARGEST>,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept_upload(upload)?.form;
    let key = posted.key;
    let version = open(who, gate, id).await?;
    let instrument = &version.instrument;
    let before = code.as_ref().and_then(|code| instrument.item(code));
    let mut typed = Typed::posted(posted);
    let kind = match before {
        Some(item) => Kind::of(&item.asks),
        None => Kind::read(typed.get("kind")).ok_or(Failure::Malformed)?,
    };
    let mut faults = Faults::none();
    let levels = scale_of(instrument, typed.get("scale")).map_or(0, |(scale, _)| scale.levels.len());
    if clear_misaligned(&mut typed, levels) {
        faults.add("scale", of_forms::words(who.visit.language).levels_changed);
    }
    let read = read_item(&typed, kind, instrument, before, who.visit.language, &mut faults);
    if let Some((scale, false)) = scale_of(instrument, typed.get("scale")) {
        typed.set("scale", scale.code);
    }
    let mut drawn = Drawn { mark: typed.get("mark").to_owned(), ..Drawn::default() };
    let what = typed.get("do").to_owned();
    if !read.item.text.is_empty() && read.item.code.is_well_formed() {
        drawn.preview = Some(previewed(instrument, before, &read));
    }
    if what == "preview" || what == "rows" {
        typed.more_rows(if what == "rows" { ROWS_MORE } else { 0 });
        return Ok(draw(who, &version, kind, before, &typed, &Faults::none(), &drawn));
    }
    let is_gone = code.is_some() && before.is_none() && !drawn.mark.is_empty();
    if (!faults.is_empty() || is_gone)
        && let Some(answer) = led_before(who, gate, key).await?
    {
        return Ok(answer);
    }
    if !faults.is_empty() {
        return Ok(draw(who, &version, kind, before, &typed, &faults, &drawn));
    }
    // A mark of an item that is no more: somebody removed it, or gave it another code.
    if is_gone {
        drawn = Drawn { mark: String::new(), meanwhile: Some(Meanwhile::Gone), ..drawn };
        return Ok(draw(who, &version, kind, None, &typed, &faults, &drawn));
    }
    let outline = who.visit.to(&at::instrument(id, ""));
    let answer = format!("{}#item-{}", at::done(&outline, if before.is_some() { "saved" } else { "added" }), read.item.code);
    let wish = Some(Code::from(typed.get("part"))).filter(|part| before.is_none() || part.as_str() != typed.get("part-was"));
    let (mark_then, replaced) = (drawn.mark.clone(), before.map(|item| item.code.clone()));
    let called = read.item.code.to_string();
    let saved = change(
        who,
        gate,
        key,
        id,
        called,
        move |instrument| put(instrument, replaced.as_ref(), &mark_then, wish.as_ref(), read.clone()),
        &answer,
    );
    match saved.await {
        Err(Refusal::ChangedMeanwhile) => {
            let theirs = before.ok_or(Failure::NotFound)?;
            drawn = Drawn { mark: mark(theirs), meanwhile: Some(Meanwhile::Changed(theirs)), ..drawn };
            Ok(draw(who, &version, kind, before, &typed, &faults, &drawn))
        }
        other => other.map_err(|refusal| failure(who.visit.language, refusal)),
    }
}

fn home_of<'it>(instrument: &'it Instrument, code: &Code) -> Option<&'it Part> {
    instrument.parts.iter().find(|part| part.items.iter().any(|item| item.code == *code))
}

fn previewed(instrument: &Instrument, before: Option<&Item>, read: &ReadItem) -> (Instrument, Code) {
    let mut with_scale = instrument.clone();
    with_scale.scales.extend(read.scale.clone());
    with(&with_scale, before.map(|item| &item.code), read.item.clone())
}

fn put(
    instrument: &mut Instrument,
    replaced: Option<&Code>,
    mark_then: &str,
    wish: Option<&Code>,
    read: ReadItem,
) -> Result<(), Refusal> {
    if let Some(code) = replaced {
        let present = instrument.item(code).ok_or(Refusal::NotFound)?;
        if mark(present) != mark_then {
            return Err(Refusal::ChangedMeanwhile);
        }
        follow_inner(instrument, code, &read.moved);
    } else if instrument.item(&read.item.code).is_some() {
        return Err(Refusal::ChangedMeanwhile);
    }
    if let Some(scale) = read.scale
        && scale_of(instrument, scale.code.as_str()).is_none()
    {
        instrument.scales.push(scale);
    }
    // Somebody may have moved it meanwhile: it goes elsewhere only where that was asked for.
    let home = replaced.and_then(|code| home_of(instrument, code)).map(|part| part.code.clone());
    let part = wish.cloned().or(home).unwrap_or_default();
    put_item(instrument, replaced, &part, read.item);
    Ok(())
}

/// `GET` [`at::ITEM_REMOVAL`]
pub async fn confirm_removal(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(InstrumentId, String)>,
) -> Result<HttpResponse, Failure> {
    let (id, code) = path.into_inner();
    let version = open(&who, &gate, id).await?;
    let item = version.instrument.item(&Code::new(code)).ok_or(Failure::NotFound)?;
    Ok(removal(&who, &version, item, None))
}

fn removal(who: &May<MakeSurveys>, version: &Version, item: &Item, warning: Option<&str>) -> HttpResponse {
    let looking = looking_at(&version.instrument, &item.code).into_iter().map(|place| match place {
        Looking::Part(code) => Place::Part(code),
        Looking::Item(code) => Place::Item(code),
    });
    pages::removal(&who.visit, version, item, &looking.collect::<Vec<_>>(), &mark(item), warning)
}

/// `POST` [`at::ITEM_REMOVAL`]: as it was when that was confirmed, or the page once more.
pub async fn remove(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    path: web::Path<(InstrumentId, String)>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let mark_then = posted.text("mark").to_owned();
    let (id, code) = path.into_inner();
    let code = Code::new(code);
    let (answer, going) = (at::done(&who.visit.to(&at::instrument(id, "")), "removed"), code.clone());
    let removed = change(
        &who,
        &gate,
        posted.key,
        id,
        code.to_string(),
        move |instrument| {
            if instrument.item(&going).is_some_and(|item| mark(item) != mark_then) {
                return Err(Refusal::ChangedMeanwhile);
            }
            remove_item(instrument, &going);
            Ok(())
        },
        &answer,
    );
    match removed.await {
        Err(Refusal::ChangedMeanwhile) => {
            let version = open(&who, &gate, id).await?;
            let item = version.instrument.item(&code).ok_or(Failure::NotFound)?;
            Ok(removal(&who, &version, item, Some(words(who.visit.language).read_before_removal)))
        }
        other => other.map_err(|refusal| failure(who.visit.language, refusal)),
    }
}
