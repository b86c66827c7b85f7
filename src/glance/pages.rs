//! The year, and its calendar, drawn from plain data.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{
    form::Typed,
    gather::{FirstSteps, Glance},
    strip::{Cell, Kind, Row, Stands},
    to_do::{NAMED, ToDo},
    words::{Words, kind_in_words, stands_in_words, to_do_in_words, words},
};
use crate::{
    agenda::Entry,
    language::{FiscalYear, Language, dates, plain},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, DayField, Field, Tone},
    },
};

const KINDS: [Kind; 4] = [Kind::Round, Kind::Session, Kind::Plan, Kind::Agenda];

pub fn year(visit: &Visit, it: &Glance, today: Date, may_plan: bool) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.row.between {
            div.stack-s {
                h1 { (it.year.name(visit.language)) }
                p.muted { (say.lead) }
            }
            (other_years(visit, it.year, "/work?year="))
        }
        @if let Some(steps) = it.first_steps.as_ref().filter(|_| may_plan) { (first_steps(visit, steps)) }
        @if let Some(to_do) = &it.to_do { (next(visit, to_do, today)) }
        (months(visit, it, today))
        @if may_plan { p.noprint { a.btn.alt href=(visit.to(&at::agenda(it.year.number(), ""))) { (say.edit_calendar) } } }
    };
    visit.page(&it.year.name(visit.language), Width::Wide, &main)
}

fn other_years(visit: &Visit, year: FiscalYear, address: &str) -> Markup {
    let say = words(visit.language);
    let neighbour = |by: i16| FiscalYear::new(year.number() + by);
    html! {
        p.row.noprint {
            @for (year, label) in [(neighbour(-1), say.earlier), (neighbour(1), say.later)] {
                @if let Some(year) = year { a.btn.s.alt href={ (visit.to(address)) (year.number()) } { (label) span.vh { " " (year.number()) } } }
            }
        }
    }
}

fn first_steps(visit: &Visit, steps: &FirstSteps) -> Markup {
    let say = words(visit.language);
    let all = [
        (say.step_department, steps.has_department, Err(say.by_admin)),
        (say.step_questions, steps.has_questions, Ok(at::INSTRUMENTS)),
        (say.step_people, steps.has_people, Err(say.by_hr)),
        (say.step_round, false, Ok(at::SURVEY_NEW)),
    ];
    html! {
        section.card.stack aria-labelledby="steps" {
            h2 #steps { (say.first_steps) }
            ol.stack-s {
                @for (step, is_done, how) in all {
                    li {
                        @match how {
                            Ok(address) => a href=(visit.to(address)) { (step) },
                            Err(whose) => { (step) " " span.small.muted { "(" (whose) ")" } },
                        }
                        " " (parts::tag(if is_done { Tone::Good } else { Tone::Plain }, if is_done { say.done } else { say.not_yet }))
                    }
                }
            }
        }
    }
}

fn next(visit: &Visit, all: &[ToDo], today: Date) -> Markup {
    let say = words(visit.language);
    html! {
        section.card.stack aria-labelledby="next" {
            h2 #next { (say.next) }
            @if all.is_empty() { p.muted { (say.nothing_next) } } @else {
                ol.stack-s {
                    @for it in all.iter().take(NAMED) {
                        li {
                            a href=(visit.to(&it.address)) { (to_do_in_words(&it.what, &it.name, visit.language)) }
                            @if let Some(due) = it.due {
                                " " span.small.muted { ((say.due)(&dates::short_with_era(due, visit.language))) }
                                @if due < today { " " (parts::tag(Tone::Watch, say.late)) }
                            }
                        }
                    }
                }
                @if all.len() > NAMED { p.small.muted { ((say.more)(all.len() - NAMED)) } }
            }
        }
    }
}

/// A table: what, and its days in each month, in fiscal order.
fn months(visit: &Visit, it: &Glance, today: Date) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    html! {
        div.stack {
            h2 { (say.months) }
            @if it.rows.is_empty() { (parts::empty(say.empty, &html! {})) } @else {
                div.scroll role="region" tabindex="0" aria-label=(plain(say.months)) {
                    table.months {
                        thead {
                            tr {
                                th scope="col" { (say.thing) }
                                @for month in it.year.months() {
                                    th scope="col" aria-current=[month.contains(today).then_some("date")] { (month.month().short(language)) }
                                }
                            }
                        }
                        @for kind in KINDS.into_iter().filter(|kind| it.rows.iter().any(|row| row.kind == *kind)) {
                            tbody {
                                tr { th.muted scope="colgroup" colspan="13" { (kind_in_words(kind, language)) } }
                                @for row in it.rows.iter().filter(|row| row.kind == kind) { (one(visit, row, it.year)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn one(visit: &Visit, row: &Row, year: FiscalYear) -> Markup {
    let say = words(visit.language);
    let class = if row.stands == Stands::Done { "done" } else { "plan" };
    html! {
        tr {
            th scope="row" {
                @if row.address.is_empty() { (row.name) } @else { a href=(visit.to(&row.address)) { (row.name) } } " "
                (parts::tag(tone(row.stands), stands_in_words(row.stands, visit.language)))
            }
            @for cell in row.cells(year) {
                @match cell {
                    Cell::Nothing => td {},
                    Cell::Days(first, last) if first == last => td class=(class) { (first) },
                    Cell::Days(first, last) => td class=(class) { (first) "\u{2060}–\u{2060}" (last) },
                    Cell::Planned => td.plan { (say.planned) },
                    Cell::Done => td.done { (say.done) },
                }
            }
        }
    }
}

const fn tone(stands: Stands) -> Tone {
    match stands {
        Stands::Done => Tone::Good,
        Stands::Late => Tone::Watch,
        Stands::Ahead | Stands::Now => Tone::Plain,
    }
}

/// The calendar of a year: its entries, and one more.
pub fn calendar(
    visit: &Visit,
    year: FiscalYear,
    entries: &[Entry],
    can_copy: bool,
    typed: &Typed,
    faults: &Faults,
    today: Date,
) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("added") => Some(say.added),
        Some("filled") => Some(say.filled),
        Some("saved") => Some(say.saved),
        Some("removed") => Some(say.removed),
        Some("ticked") => Some(say.ticked),
        Some("unticked") => Some(say.unticked),
        _ => None,
    };
    let title = format!("{} · {}", say.calendar, year.name(visit.language));
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s {
            p.small { a href={ (visit.to(at::WORK)) "?year=" (year.number()) } { (say.back) } }
            h1 { (title) }
            p.muted { (say.calendar_lead) }
        }
        @if entries.is_empty() { (parts::empty(say.no_entries, &html! {})) }
        ul.plain.stack { @for entry in entries { li.card.stack-s { (listed(visit, entry, today)) } } }
        section.card.stack {
            p { (say.fill_lead) }
            div.acts {
                (visit.button(&at::agenda(year.number(), "/usual"), "btn alt", say.fill))
                @if can_copy { (visit.button(&at::agenda(year.number(), "/copy"), "btn alt", say.copy)) }
            }
        }
        section.card.stack aria-labelledby="add" {
            h2 #add { (say.add) }
            (visit.form(&at::agenda(year.number(), ""), &html! { (fields(visit.language, typed, faults)) button.btn { (say.add) } }))
        }
    };
    visit.standing_at(at::agenda(year.number(), "")).page_with_faults(&title, Width::Column, faults, &main)
}

fn listed(visit: &Visit, entry: &Entry, today: Date) -> Markup {
    let (say, wanted) = (words(visit.language), &entry.wanted);
    let name = wanted.what.say(visit.language);
    html! {
        p.b { (name) }
        p.small {
            (dates::days(wanted.first, wanted.last, visit.language)) " "
            @if entry.done.is_some() { (parts::tag(Tone::Good, say.done)) }
            @else if entry.is_late(today) { (parts::tag(Tone::Watch, say.late)) }
        }
        div.acts {
            (tick(visit, say, entry))
            a.btn.s.alt href=(visit.to(&at::agenda_entry(entry.id, ""))) { (say.change) span.vh { " " (name) } }
            a.btn.s.alt href=(visit.to(&at::agenda_entry(entry.id, "/removal"))) { (say.remove) span.vh { " " (name) } }
        }
    }
}

fn tick(visit: &Visit, say: &Words, entry: &Entry) -> Markup {
    let (value, label) = if entry.done.is_some() { ("no", say.untick) } else { ("yes", say.tick) };
    html! {
        form method="post" action=(visit.to(&at::agenda_entry(entry.id, "/done"))) {
            (visit.key_field())
            input type="hidden" name="done" value=(value);
            button.btn.s.alt { (label) span.vh { " " (entry.wanted.what.say(visit.language)) } }
        }
    }
}

fn fields(language: Language, typed: &Typed, faults: &Faults) -> Markup {
    let say = words(language);
    let english = parts::optional(say.what_english, language);
    html! {
        (Field::new("what_thai", say.what, faults).value(&typed.thai).lines(2).in_language(Language::Thai))
        (Field::new("what_english", &english, faults).value(&typed.english).lines(2).in_language(Language::English))
        (DayField::new("first", say.first, &typed.first, "", faults, language))
        (DayField::new("last", say.last, &typed.last, say.last_hint, faults, language))
    }
}

/// `seen`: the revision that the form was drawn from.
pub fn entry(visit: &Visit, entry: &Entry, seen: i32, typed: &Typed, faults: &Faults) -> Page {
    let say = words(visit.language);
    let address = at::agenda_entry(entry.id, "");
    let fields = html! {
        input type="hidden" name="mark" value=(seen);
        (fields(visit.language, typed, faults))
        div.acts { button.btn { (say.save) } (keep(visit, entry, say.back)) }
    };
    let main = html! {
        div.stack-s { (up(visit, entry)) h1 { (entry.wanted.what.say(visit.language)) } }
        div.card { (visit.form(&address, &fields)) }
    };
    visit.page_with_faults(say.change, Width::Column, faults, &main)
}

pub fn ask_to_remove(visit: &Visit, entry: &Entry) -> Page {
    let say = words(visit.language);
    let fields = html! {
        p.b { (entry.wanted.what.say(visit.language)) }
        p { (say.removal_lead) }
        div.acts { button.btn { (say.remove) } (keep(visit, entry, say.keep)) }
    };
    let main = html! {
        div.stack-s { (up(visit, entry)) h1 { (say.removal) } }
        div.card { (visit.form(&at::agenda_entry(entry.id, "/removal"), &fields)) }
    };
    visit.page(say.removal, Width::Column, &main)
}

fn up(visit: &Visit, entry: &Entry) -> Markup {
    let year = entry.wanted.year();
    html! { p.small { a href=(visit.to(&at::agenda(year.number(), ""))) { (words(visit.language).calendar) " · " (year.name(visit.language)) } } }
}

fn keep(visit: &Visit, entry: &Entry, label: &str) -> Markup {
    html! { a.btn.alt href=(visit.to(&at::agenda(entry.wanted.year().number(), ""))) { (label) } }
}
