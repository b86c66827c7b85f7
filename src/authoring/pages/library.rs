//! The list of questionnaires, and making one.

use maud::{Markup, html};

use super::fields::Form;
use crate::{
    authoring::{
        Listed, Starter,
        forms::Typed,
        words::{library::words, outline},
    },
    language::dates,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Tone},
    },
};

pub fn index(visit: &Visit, current: &[Listed], older: &[Listed], starters: &[Starter]) -> Page {
    let say = words(visit.language);
    let main = html! {
        @if visit.done() == Some("away") { (parts::done(say.put_away_done)) }
        div.row.between {
            div.stack-s { h1 { (say.title) } p.muted { (say.lead) } }
            div.acts {
                a.btn href=(visit.to(at::INSTRUMENT_NEW)) { (say.new) }
                a.btn.alt href=(visit.to(at::INSTRUMENT_IMPORT)) { (say.import) }
            }
        }
        @if current.is_empty() { (parts::empty(say.none, &html! {})) } @else { div.card { (table(visit, say.own, current)) } }
        @if !older.is_empty() {
            details.data { summary { (say.older) } div.card { (table(visit, say.older, older)) } }
        }
        section.stack aria-labelledby="starters" {
            div { h2 #starters { (say.starters) } p.muted { (say.starters_lead) } }
            ul.two { @for starter in starters { (card(visit, starter)) } }
        }
    };
    visit.page(say.title, Width::Wide, &main)
}

fn table(visit: &Visit, label: &str, listed: &[Listed]) -> Markup {
    let say = words(visit.language);
    let rows = html! {
        table.rows {
            thead { tr { th scope="col" { (say.name) } th.num scope="col" { (say.version) } th.num scope="col" { (say.questions) } th scope="col" { (say.changed) } th scope="col" { (say.state) } } }
            tbody {
                @for one in listed {
                    tr {
                        th scope="row" {
                            a href=(visit.to(&at::instrument(one.id, ""))) { (title(visit, one)) }
                            @if let Some(round) = one.round { div.small { a href=(visit.to(&format!("{}/{round}", at::SURVEYS))) { (say.for_round) } } }
                        }
                        td.num { (one.number) }
                        td.num { (one.questions) }
                        td.nb { (dates::short(one.changed, visit.language)) }
                        td {
                            @if one.is_put_away { (parts::tag(Tone::Plain, say.put_away)) }
                            @else if one.is_fixed { (parts::tag(Tone::Good, say.fixed)) }
                            @else { (parts::tag(Tone::Plain, say.open)) }
                        }
                    }
                }
            }
        }
    };
    parts::table(label, &rows)
}

fn title(visit: &Visit, one: &Listed) -> String {
    let title = one.title.say(visit.language);
    if title.is_empty() { outline::words(visit.language).no_title.to_owned() } else { title.to_owned() }
}

fn card(visit: &Visit, starter: &Starter) -> Markup {
    let (say, count) = (words(visit.language), outline::words(visit.language).questions);
    let instrument = &starter.instrument;
    let address = at::starter(starter.code.as_str());
    html! {
        li.card.stack-s {
            h3 { (instrument.title.say(visit.language)) }
            p.small.muted { ((count)(instrument.questions())) " · " (say.caution) }
            div.acts {
                (visit.button(&address, "btn alt s", say.use_it))
                a href=(visit.to(&address)) { (say.preview) span.vh { " " (instrument.title.say(visit.language)) } }
            }
        }
    }
}

/// A blank one: its title and code.
pub fn new(visit: &Visit, typed: &Typed, faults: &Faults) -> Page {
    let say = words(visit.language);
    let form = Form { typed, faults, language: visit.language };
    let fields = html! {
        (form.pair("title", say.title_field, "", 0))
        (form.code("code", say.code, say.code_hint))
        button.btn { (say.create) }
    };
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(at::INSTRUMENTS)) { (say.title) } }
            h1 { (say.new) }
            p.muted { (say.new_lead) }
        }
        div.card { (visit.form(at::INSTRUMENT_NEW, &fields)) }
    };
    visit.page_with_faults(say.new, Width::Column, faults, &main)
}
