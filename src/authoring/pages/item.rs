//! One item: its form, and what a phone shows of it.

use maud::{Markup, html};

use super::{
    answers::answers,
    condition::condition,
    fields::{Form, group},
};
use crate::{
    asking::{self, Fields, Sheet},
    authoring::{
        Version,
        forms::{Typed, asked_before},
        kind::Kind,
        words::{item::words, outline, place_in_words},
    },
    instruments::{Answers, Code, Instrument, Item, check::Place},
    language::Language,
    web::{Faults, Page, Visit, Width, at, parts},
};

/// Everything the page of an item is drawn from.
pub struct ItemPage<'page> {
    pub version: &'page Version,
    pub kind: Kind,
    /// The item as it stands, unless it is new.
    pub before: Option<&'page Item>,
    pub typed: &'page Typed,
    pub faults: &'page Faults,
    /// Of the item that the form was drawn from; empty for a new one.
    pub mark: &'page str,
    /// What the phone shows: the whole questionnaire with this item in it.
    pub preview: Option<(&'page Instrument, &'page Item)>,
    pub meanwhile: Option<Meanwhile<'page>>,
}

/// Somebody else was here.
pub enum Meanwhile<'page> {
    Changed(&'page Item),
    Gone,
}

pub fn item(visit: &Visit, page: &ItemPage) -> Page {
    let say = words(visit.language);
    let instrument = &page.version.instrument;
    let title = match page.before {
        Some(item) => (say.edit)(&place_in_words(visit.language, instrument, &Place::Item(item.code.clone()))),
        None => say.add.to_owned(),
    };
    let main = html! {
        div.stack-s {
            (back(visit, page.version))
            h1 { (title) }
            p.muted { (page.kind.in_words(visit.language)) }
        }
        @match &page.meanwhile {
            Some(Meanwhile::Changed(theirs)) => {
                (parts::warning(say.changed_meanwhile))
                details.note { summary { (say.theirs) } (question(instrument, theirs, visit.language)) }
            },
            Some(Meanwhile::Gone) => (parts::warning(say.gone_meanwhile)),
            None => {},
        }
        div.two {
            (fields(visit, page))
            (phone(visit, page))
        }
        @if let Some(item) = page.before {
            p { a href=(visit.to(&at::instrument(page.version.id, &format!("/items/{}/removal", item.code)))) { (say.remove) } }
        }
    };
    visit.page_with_faults(&title, Width::Wide, page.faults, &main)
}

pub fn back(visit: &Visit, version: &Version) -> Markup {
    html! { p.small { a href=(visit.to(&at::instrument(version.id, ""))) { (version.instrument.title.say(visit.language)) } } }
}

fn fields(visit: &Visit, page: &ItemPage) -> Markup {
    let say = words(visit.language);
    let form = Form { typed: page.typed, faults: page.faults, language: visit.language };
    let instrument = &page.version.instrument;
    let address = match page.before {
        Some(item) => at::instrument(page.version.id, &format!("/items/{}", item.code)),
        None => at::instrument(page.version.id, "/items/new"),
    };
    let is_heading = page.kind == Kind::Heading;
    html! {
        form.card.stack method="post" action=(visit.to(&address)) enctype="multipart/form-data" novalidate {
            (visit.key_field())
            input type="hidden" name="mark" value=(page.mark);
            input type="hidden" name="part-was" value=(page.typed.get("part-was"));
            input type="hidden" name="kind" value=(page.kind.as_str());
            (form.pair("text", if is_heading { say.heading_text } else { say.text }, "", 3))
            @if !is_heading { (form.pair("key", say.key, say.key_hint, 0)) }
            (form.pair("help", say.help, "", 2))
            @if !is_heading {
                @match page.kind {
                    Kind::SingleChoice | Kind::MultipleChoice | Kind::Ranking | Kind::Ballot => (answers(&form, page.kind, instrument)),
                    _ => (group("answers", say.answers, &answers(&form, page.kind, instrument))),
                }
                (group("rules", say.rules, &html! {
                    (form.tick("required", say.required))
                    (form.tick("may_decline", say.may_decline))
                    @if matches!(page.kind, Kind::SingleChoice | Kind::Number) || form.typed.is_ticked("about") { (about(&form)) }
                }))
            } @else {
                @for kept in ["required", "may_decline"] { @if form.typed.is_ticked(kept) { input type="hidden" name=(kept) value="yes"; } }
            }
            (condition(&form, instrument, &asked_before(instrument, page.before.map(|item| &item.code)), page.before.and_then(|item| item.show_if.as_ref())))
            div.set.fields {
                (form.code("code", say.code, say.code_hint))
                @if !instrument.parts.is_empty() { (form.select("part", say.part, "", &parts_of(instrument, visit.language))) }
            }
            div.acts {
                button.btn name="do" value="save" { (say.save) }
                button.btn.alt name="do" value="preview" { (say.preview) }
                @if !is_heading { button.btn.alt name="do" value="rows" { (say.more_rows) } }
            }
        }
    }
}

fn about(form: &Form) -> Markup {
    let say = words(form.language);
    let kinds = [
        ("", say.about_none),
        ("category", say.about_category),
        ("unit", say.about_unit),
        ("service", say.about_service),
        ("other", say.about_other),
    ];
    html! {
        (form.select("about", say.about, say.about_hint, &kinds.map(|(value, label)| (value.to_owned(), label.to_owned()))))
        (form.line("service", say.service, say.service_hint))
    }
}

fn parts_of(instrument: &Instrument, language: Language) -> Vec<(String, String)> {
    let named = |(at, part): (usize, &crate::instruments::Part)| {
        (part.code.to_string(), format!("{}. {}", at + 1, part.title.say(language)))
    };
    instrument.parts.iter().enumerate().map(named).collect()
}

fn phone(visit: &Visit, page: &ItemPage) -> Markup {
    let say = words(visit.language);
    html! {
        section.stack aria-labelledby="phone" {
            h2 #phone { (say.preview_title) }
            @match page.preview {
                Some((instrument, item)) => {
                    @if page.before != Some(item) { p.hint { (say.not_saved) } }
                    div.col { (question(instrument, item, visit.language)) }
                },
                None => p.card.empty { (say.preview_empty) },
            }
        }
    }
}

/// The item as it is asked; always shown, whatever its condition.
fn question(instrument: &Instrument, item: &Item, language: Language) -> Markup {
    let number = instrument.numbered().find(|(_, it)| it.code == item.code);
    let number = number.map_or_else(|| (!item.is_heading()).then(|| instrument.questions() + 1), |(number, _)| number);
    let (answers, fields) = (Answers::default(), Fields::default());
    let sheet = Sheet { instrument, language, answers: &answers, fields: &fields, faults: &[], for_scripts: false };
    asking::question(&sheet, number, item)
}

/// Which kind of answer a new item asks for.
pub fn kinds(visit: &Visit, version: &Version, part: Option<&Code>) -> Page {
    let say = words(visit.language);
    let part = part.map(|part| format!("&part={part}")).unwrap_or_default();
    let address = visit.to(&at::instrument(version.id, "/items/new"));
    let main = html! {
        div.stack-s { (back(visit, version)) h1 { (say.add) } p.muted { (say.choose_kind) } }
        div.tabs {
            @for kind in Kind::ALL { a href={ (address) "?kind=" (kind.as_str()) (part) } { (kind.in_words(visit.language)) } }
        }
    };
    visit.page(say.add, Width::Column, &main)
}

/// Asks before an item goes, and says who looks at it.
pub fn removal(visit: &Visit, version: &Version, item: &Item, looking: &[Place], mark: &str, warning: Option<&str>) -> Page {
    let say = words(visit.language);
    let place = |place: &Place| place_in_words(visit.language, &version.instrument, place);
    let title = (say.remove_title)(&place(&Place::Item(item.code.clone())));
    let address = at::instrument(version.id, &format!("/items/{}", item.code));
    let main = html! {
        section.card.danger.stack {
            h1 { (title) }
            @if let Some(warning) = warning { (parts::warning(warning)) }
            p { (item.text.say(visit.language)) }
            p { (say.remove_lead) }
            @if !looking.is_empty() {
                p { (say.looked_at) }
                ul.list { @for place_of in looking { li { (place(place_of)) } } }
            }
            (visit.form(&format!("{address}/removal"), &html! {
                input type="hidden" name="mark" value=(mark);
                button.btn.bad { (say.remove) }
            }))
            p { a href=(visit.to(&address)) { (say.cancel) } }
        }
        p.small { a href=(visit.to(&at::instrument(version.id, ""))) { (outline::words(visit.language).back) } }
    };
    visit.page(&title, Width::Column, &main)
}
