//! The form by which a round is published, and what staff will see of it.

use maud::{Markup, html};

use super::reading::body;
use crate::{
    results::{
        Round,
        publication::{
            Publication, Shows, Typed, View,
            form::{Line, NAMES, Names},
            words::publishing::{Words, words},
        },
    },
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, DayField, Field},
    },
};

pub struct Sheet<'page> {
    pub round: &'page Round,
    /// The published round before this one.
    pub before: Option<&'page Round>,
    /// What is published now.
    pub present: Option<&'page Publication>,
    /// Of what the form was drawn from.
    pub mark: &'page str,
    pub typed: &'page Typed,
    pub faults: &'page Faults,
    pub preview: Option<&'page View>,
}

pub fn sheet(visit: &Visit, sheet: &Sheet) -> Page {
    let say = words(visit.language);
    let (occasion, faults) = (&sheet.round.occasion, sheet.faults);
    let title = if sheet.present.is_some() { say.change } else { say.publish };
    let address = at::round_publication(occasion.survey);
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::round(occasion.survey))) { (occasion.name.say(visit.language)) } " · " (occasion.place()) }
            h1 { (title) }
            p { (say.lead) }
        }
        @if visit.done() == Some("saved") { (parts::done(say.is_published)) }
        @if occasion.is_published {
            @if sheet.present.is_some() {
                p { a href=(visit.to(&at::published(occasion.survey))) { (say.see) } }
            } @else {
                (parts::warning(say.half_done))
            }
        }
        @if let Some(view) = sheet.preview {
            (parts::note(say.preview_lead))
            section.card.stack { (body(visit, view)) }
        }
        (visit.form(&address, &html! {
            input type="hidden" name="mark" value=(sheet.mark);
            @if !sheet.round.is_election() { (shows(say, sheet, sheet.typed.shows)) }
            section.card.stack aria-labelledby="to-do" {
                h2 #to-do { (say.to_do) }
                @if !sheet.round.is_election() { p.small.muted { (say.to_do_lead) } }
                @for (at, (line, names)) in sheet.typed.lines.iter().zip(&NAMES).enumerate() { (one_line(visit, at + 1, line, names, faults)) }
                @if sheet.typed.lines.len() < NAMES.len() { div.acts { button.btn.alt.s name="do" value="more" { (say.more) } } }
            }
            p.small { (say.stays) }
            div.acts {
                button.btn.alt name="do" value="preview" { (say.preview) }
                button.btn name="do" value="publish" { (if sheet.present.is_some() { say.do_change } else { say.do_publish }) }
                a.btn.alt href=(visit.to(&at::round(occasion.survey))) { (say.back) }
            }
        }))
    };
    visit.standing_at(address).page_with_faults(title, Width::Column, faults, &main)
}

fn shows(say: &Words, sheet: &Sheet, shows: Shows) -> Markup {
    let has_units = !sheet.round.released.figures.groups.shown.is_empty();
    html! {
        section.card.stack aria-labelledby="shows" {
            h2 #shows { (say.shows) }
            p { (say.always) }
            div.choices {
                (parts::tick("items", say.items, say.items_meaning, shows.items))
                @if has_units { (parts::tick("units", say.units, say.units_meaning, shows.units)) }
                @if let Some(before) = sheet.before {
                    (parts::tick("comparison", say.comparison, &(say.comparison_meaning)(&before.occasion.place()), shows.comparison))
                }
            }
            @if !has_units { p.small.muted { (say.no_units) } }
            @if sheet.before.is_none() { p.small.muted { (say.no_comparison) } }
        }
    }
}

fn one_line(visit: &Visit, number: usize, line: &Line, names: &Names, faults: &Faults) -> Markup {
    let say = words(visit.language);
    html! {
        fieldset.stack {
            legend.b { ((say.line)(number)) }
            (Field::new(names.what, say.what, faults).value(&line.what).lines(2))
            (Field::new(names.who, say.who, faults).value(&line.who))
            (DayField::new(names.until, say.until, &line.until, "", faults, visit.language))
        }
    }
}
