//! A questionnaire as its makers see it: parts with their items in order, and the live check list.
//!
//! One form stands around the list, so that a long questionnaire stays a small page.

use std::collections::HashMap;

use maud::{Markup, html};

use crate::{
    asking::condition_in_words,
    authoring::{
        Version,
        kind::Kind,
        words::{
            finding_in_words,
            outline::{Words, words},
            place_in_words,
        },
    },
    instruments::{
        Code, Instrument, Item, Part, Text,
        check::{Finding, Place},
    },
    language::dates,
    web::{
        Page, Visit, Width, assets, at,
        parts::{self, Tone},
    },
};

/// Drags items where there is JavaScript; the buttons are always there.
const ORDER: &str = assets::url("order.js");
/// Letters of a question in the list.
const SHORT: usize = 40;
/// Places named with one finding.
const PLACES: usize = 6;
/// Sentences of each weight in the check list.
const SENTENCES: usize = 50;
/// What could not be taken over, as far as it is shown.
const LOSSES: usize = 200;

pub struct Outline<'page> {
    pub version: &'page Version,
    pub findings: &'page [Finding],
    /// What could not be taken over from the file it came in.
    pub losses: &'page [Text],
    /// The item or part that was just moved, and the button that moved it.
    pub moved: Option<(Place, &'page str)>,
}

pub fn outline(visit: &Visit, page: &Outline) -> Page {
    let say = words(visit.language);
    let version = page.version;
    let title = match version.instrument.title.say(visit.language) {
        "" => say.no_title,
        title => title,
    };
    let main = html! {
        (arrival(visit, page))
        (head(visit, version, title))
        @if version.is_fixed { (parts::note(say.is_fixed)) }
        @if !page.losses.is_empty() { (losses(visit, version, page.losses)) }
        div.two.aside {
            div.stack-l { (list(visit, page)) }
            (check_list(visit, page))
        }
        (deeds(visit, version))
        @if !version.is_fixed { script type="module" src=(ORDER) {} }
    };
    visit.page(title, Width::Wide, &main)
}

fn arrival(visit: &Visit, page: &Outline) -> Markup {
    let say = words(visit.language);
    let sentence = match visit.done() {
        Some("saved") => Some(say.saved.to_owned()),
        Some("added") => Some(say.added.to_owned()),
        Some("removed") => Some(say.removed.to_owned()),
        Some("copied") => Some(say.copied.to_owned()),
        Some("made") => Some(say.made.to_owned()),
        Some("versioned") => Some(say.versioned.to_owned()),
        Some("imported") => Some(say.imported.to_owned()),
        Some("moved") => Some(moved(visit, page)),
        _ => None,
    };
    html! { @if let Some(sentence) = sentence { (parts::done(&sentence)) } }
}

/// Where it went.
fn moved(visit: &Visit, page: &Outline) -> String {
    let (say, instrument) = (words(visit.language), &page.version.instrument);
    match &page.moved {
        Some((Place::Item(code), _)) => {
            let home = instrument.parts.iter().position(|part| part.items.iter().any(|item| item.code == *code));
            let what = place_in_words(visit.language, instrument, &Place::Item(code.clone()));
            (say.moved_item)(&what, home.unwrap_or(0) + 1)
        }
        Some((Place::Part(code), _)) => {
            (say.moved_part)(instrument.parts.iter().position(|part| part.code == *code).unwrap_or(0) + 1)
        }
        _ => say.moved.to_owned(),
    }
}

fn head(visit: &Visit, version: &Version, title: &str) -> Markup {
    let say = words(visit.language);
    let below = |below: &str| visit.to(&at::instrument(version.id, below));
    html! {
        div.stack-s {
            p.small { a href=(visit.to(at::INSTRUMENTS)) { (crate::authoring::words::library::words(visit.language).title) } }
            h1 { (title) }
            p.muted {
                ((say.version)(version.number)) " · " ((say.questions)(version.instrument.questions()))
                " · " ((say.changed)(&dates::short(version.changed, visit.language)))
            }
            @if let Some(round) = version.round { p.small { (say.for_round) " · " a href=(visit.to(&format!("{}/{round}", at::SURVEYS))) { (say.see_round) } } }
            @if !version.instrument.lead.is_empty() { p { (version.instrument.lead.say(visit.language)) } }
            @if !version.instrument.caution.is_empty() { (parts::warning(version.instrument.caution.say(visit.language))) }
        }
        div.acts {
            a.btn href=(below("/preview")) { (say.preview) }
            a.btn.alt href=(below("/paper")) { (say.paper) }
            @if !version.is_fixed {
                a.btn.alt href=(below("/about")) { (say.edit_about) }
                a.btn.alt href=(below("/scales")) { (say.scales) }
            }
        }
    }
}

fn losses(visit: &Visit, version: &Version, losses: &[Text]) -> Markup {
    let say = words(visit.language);
    html! {
        section.card.stack {
            h2 { (say.losses) }
            ul.numbered { @for loss in losses.iter().take(LOSSES) { li { (loss.say(visit.language)) } } }
            @if losses.len() > LOSSES { p { ((say.losses_more)(losses.len() - LOSSES)) } }
            (visit.button(&at::instrument(version.id, "/losses"), "btn alt s", say.losses_read))
        }
    }
}

fn list(visit: &Visit, page: &Outline) -> Markup {
    let say = words(visit.language);
    let version = page.version;
    let instrument = &version.instrument;
    let mut marks: HashMap<&Code, usize> = HashMap::new();
    for finding in page.findings.iter().filter(|finding| finding.stops()) {
        if let Place::Item(code) | Place::Sub { item: code, .. } | Place::Choice { item: code, .. } = &finding.place {
            *marks.entry(code).or_default() += 1;
        }
    }
    let mut numbered = instrument.numbered();
    let parts = html! {
        @for (at, part) in instrument.parts.iter().enumerate() {
            section.card.stack id={ "part-" (part.code) } data-part=(part.code) {
                (part_head(visit, page, at, part))
                @if part.items.is_empty() { p.muted { (say.empty_part) } }
                ol.rank.nx {
                    @for _ in &part.items {
                        @if let Some((number, item)) = numbered.next() {
                            (row(visit, page, number, item, marks.get(&item.code).copied().unwrap_or(0)))
                        }
                    }
                }
                @if !version.is_fixed {
                    p { a.btn.alt.s href=(visit.to(&at::instrument(version.id, &format!("/items/new?part={}", part.code)))) {
                        (say.add_item) span.vh { " " ((say.part)(at + 1)) }
                    } }
                }
            }
        }
    };
    html! {
        @if instrument.parts.is_empty() { (self::parts::empty(say.no_part, &html! {})) }
        @if version.is_fixed {
            (parts)
        } @else {
            form.stack-l #order method="post" action=(visit.to(&at::instrument(version.id, "/order"))) aria-label=(say.moves) {
                (visit.key_field())
                p.hint hidden { (say.drag_hint) }
                (parts)
            }
            p { a.btn.alt href=(visit.to(&at::instrument(version.id, "/parts/new"))) { (say.add_part) } }
        }
    }
}

fn part_head(visit: &Visit, page: &Outline, at: usize, part: &Part) -> Markup {
    let say = words(visit.language);
    let title = part.title.say(visit.language);
    html! {
        div.stack-s {
            h2 { ((say.part)(at + 1)) " " (if title.is_empty() { say.no_title } else { title }) }
            @if let Some(condition) = &part.show_if {
                p.small.muted { ((say.shown_if)(&condition_in_words(&page.version.instrument, condition, visit.language))) }
            }
            @if !page.version.is_fixed {
                div.row {
                    a.small href=(visit.to(&at::instrument(page.version.id, &format!("/parts/{}", part.code)))) { (say.edit_part) span.vh { " " ((say.part)(at + 1)) } }
                    (steps(say, page, &part.code, "part-", &(say.part)(at + 1)))
                }
            }
        }
    }
}

/// The two buttons; the one that was just pressed has the focus again.
fn steps(say: &Words, page: &Outline, code: &Code, of: &str, called: &str) -> Markup {
    let just = page.moved.as_ref().map_or("", |(_, how)| how);
    html! {
        @for (how, label) in [("up", say.up), ("down", say.down)] {
            @let value = format!("{of}{how}:{code}");
            button.link name="move" value=(value) autofocus[just == value] { (label) span.vh { " " (called) } }
        }
    }
}

fn row(visit: &Visit, page: &Outline, number: Option<usize>, item: &Item, stops: usize) -> Markup {
    let say = words(visit.language);
    let instrument = &page.version.instrument;
    let text = shortened(item.text.say(visit.language));
    let text = if text.is_empty() { say.no_text.to_owned() } else { text };
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    // What most items are goes without saying; two hundred rows are long enough.
    let is_usual = item.rated().is_some_and(|rated| rated.subs.is_empty());
    html! {
        li id={ "item-" (item.code) } {
            span.n { (number) }
            div {
                @if page.version.is_fixed { p { (text) } } @else {
                    p { a href=(visit.to(&at::instrument(page.version.id, &format!("/items/{}", item.code)))) { (text) } }
                }
                div.row {
                    span.xs.muted { (item.code) @if !is_usual { " · " (Kind::of(&item.asks).in_words(visit.language)) } }
                    (tags(visit, item, stops))
                    @if !page.version.is_fixed { (steps(say, page, &item.code, "", &number)) }
                }
                @if let Some(condition) = &item.show_if {
                    p.xs.muted { ((say.shown_if)(&shortened(&condition_in_words(instrument, condition, visit.language)))) }
                }
            }
        }
    }
}

fn tags(visit: &Visit, item: &Item, stops: usize) -> Markup {
    let say = words(visit.language);
    html! {
        @if item.is_reversed() { span.tag.warn { (say.reversed) } }
        @if !item.required && !item.is_heading() { (parts::tag(Tone::Plain, say.optional)) }
        @if item.about.is_some() { (parts::tag(Tone::Plain, say.about_person)) }
        @if stops > 0 { span.tag.bad { ((say.to_mend)(stops)) } }
    }
}

fn shortened(text: &str) -> String {
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(SHORT).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// The same sentence is said once, with every place it holds for.
fn check_list(visit: &Visit, page: &Outline) -> Markup {
    let say = words(visit.language);
    let instrument = &page.version.instrument;
    let (stops, advice): (Vec<&Finding>, Vec<&Finding>) = page.findings.iter().partition(|finding| finding.stops());
    html! {
        section.card.stack aria-labelledby="check" {
            h2 #check { (say.check) }
            @if page.findings.is_empty() { (parts::done(say.check_good)) }
            @for (title, findings) in [(say.stops, stops), (say.advice, advice)] {
                @if !findings.is_empty() {
                    h3 { (title) }
                    @let sentences = by_sentence(visit, instrument, &findings);
                    ul.list { @for (sentence, places) in sentences.iter().take(SENTENCES) { li { (said(visit, page.version, sentence, places)) } } }
                    @if sentences.len() > SENTENCES { p { ((say.losses_more)(sentences.len() - SENTENCES)) } }
                }
            }
        }
    }
}

fn by_sentence<'page>(visit: &Visit, instrument: &Instrument, findings: &[&'page Finding]) -> Vec<(String, Vec<&'page Place>)> {
    let mut said: Vec<(String, Vec<&Place>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for finding in findings {
        let sentence = finding_in_words(visit.language, instrument, finding);
        let at = *known.entry(sentence.clone()).or_insert(said.len());
        match said.get_mut(at) {
            Some((_, places)) => places.push(&finding.place),
            None => said.push((sentence, vec![&finding.place])),
        }
    }
    said
}

fn said(visit: &Visit, version: &Version, sentence: &str, places: &[&Place]) -> Markup {
    let say = words(visit.language);
    html! {
        @for (at, place) in places.iter().take(PLACES).enumerate() {
            @if at > 0 { ", " }
            @let words = place_in_words(visit.language, &version.instrument, place);
            @if version.is_fixed { b { (words) } } @else { a href=(visit.to(&address_of(version, place))) { (words) } }
        }
        @if places.len() > PLACES { " " ((say.and_more)(places.len() - PLACES)) }
        p.small { (sentence) }
    }
}

fn address_of(version: &Version, place: &Place) -> String {
    let below = match place {
        Place::Instrument => "/about".to_owned(),
        Place::Scale(code) => format!("/scales/{code}"),
        Place::Part(code) => format!("/parts/{code}"),
        Place::Item(item) | Place::Sub { item, .. } | Place::Choice { item, .. } => format!("/items/{item}"),
    };
    at::instrument(version.id, &below)
}

fn deeds(visit: &Visit, version: &Version) -> Markup {
    let say = words(visit.language);
    let below = |below: &str| at::instrument(version.id, below);
    html! {
        div.acts {
            @if version.is_fixed { (visit.button(&below("/version"), "btn", say.new_version)) }
            (visit.button(&below("/copy"), "btn alt s", say.copy))
            a.btn.alt.s href=(visit.to(&below("/file.json"))) { (say.download_json) }
            a.btn.alt.s href=(visit.to(&below("/file.xlsx"))) { (say.download_xlsx) }
            @let (wish, label) = if version.is_put_away { ("no", say.take_out) } else { ("yes", say.put_away) };
            (visit.form(&below("/away"), &html! { button.btn.alt.s name="away" value=(wish) { (label) } }))
        }
    }
}
