//! The form of an activity.

use maud::{Markup, html};

use super::report::said;
use crate::{
    activities::{Activity, Kind},
    ids::ActivityId,
    language::{Language, Period},
    surveys::Survey,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field},
    },
    yearly::{
        form::{ELSEWHERE, NONE, ONE, ROUND, SEVERAL, Typed, UNKNOWN},
        gather::Appearing,
        rows::source_code,
        words::{form::words, listing},
    },
};

pub struct Sheet<'page> {
    /// None: it is new.
    pub id: Option<ActivityId>,
    pub typed: &'page Typed,
    pub faults: &'page Faults,
    pub sources: &'page [Appearing],
    pub rounds: &'page [Survey],
    /// What the chosen round tells.
    pub told: Option<&'page str>,
    /// As it is kept, where somebody changed it since the form was drawn.
    pub changed: Option<&'page Activity>,
}

pub fn sheet(visit: &Visit, sheet: &Sheet) -> Page {
    let (say, list) = (words(visit.language), listing::words(visit.language));
    let (title, address) = match sheet.id {
        Some(id) => (say.edit, at::activity(id, "")),
        None => (say.new, at::ACTIVITY_NEW.to_owned()),
    };
    let done = match visit.done() {
        Some("saved") => Some(parts::done(say.saved)),
        Some("cleaned") => Some(parts::warning(list.cleaned)),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (done) }
        div.stack-s {
            p.small { a href=(visit.to(at::ACTIVITIES)) { (list.to_list) } }
            h1 { (title) }
            @if let Some(id) = sheet.id { p { a href=(visit.to(&at::activity(id, "/summary"))) { (list.on_paper) } } }
        }
        @if let Some(there) = sheet.changed { (as_it_is_kept(visit, there, sheet.faults)) }
        @if sheet.faults.at("full").is_some() { div #full { (parts::fault_at("full", sheet.faults)) } }
        (visit.form(&address, &fields(visit, sheet)))
        @if let Some(id) = sheet.id { p { a.danger href=(visit.to(&at::activity(id, "/removal"))) { (say.remove) } } }
    };
    visit.standing_at(address).page_with_faults(title, Width::Column, sheet.faults, &main)
}

/// Where somebody changed it since the page was drawn.
pub fn as_it_is_kept(visit: &Visit, there: &Activity, faults: &Faults) -> Markup {
    html! {
        section.card.stack #changed aria-labelledby="now" {
            (parts::fault_at("changed", faults))
            h2 #now { (words(visit.language).stands_there) }
            (said(&there.wanted.said.title.th))
            (said(&there.wanted.said.summary))
            (said(&there.wanted.said.result))
        }
    }
}

fn fields(visit: &Visit, sheet: &Sheet) -> Markup {
    let (say, language, typed, faults) = (words(visit.language), visit.language, sheet.typed, sheet.faults);
    let list = listing::words(language);
    let optional = |label: &str| parts::optional(label, language);
    let text = |name, label: &str, value: &str, lines| {
        let label = optional(label);
        html! { (Field::new(name, &label, faults).value(value).in_language(Language::Thai).lines(lines)) }
    };
    let kinds = Kind::ALL.map(|kind| Choice {
        value: kind.code(),
        label: (list.kind)(kind),
        meaning: "",
        is_chosen: typed.kind == kind.code(),
        language: None,
    });
    html! {
        input type="hidden" name="mark" value=(typed.seen);
        section.card.stack aria-labelledby="what" {
            h2 #what { (say.what) }
            (Field::new("title_thai", say.title_thai, faults).value(&typed.title_thai).in_language(Language::Thai).lines(2))
            (Field::new("title_english", &optional(say.title_english), faults).hint(say.english_hint).value(&typed.title_english).in_language(Language::English))
            (parts::choices("kind", say.kind, false, &kinds, faults))
            (Field::new("period", say.period, faults).hint(say.period_hint).value(&typed.period))
            (understood(visit, typed))
            (Field::new("venue", &optional(say.venue), faults).value(&typed.venue))
            (Field::new("attendance", &optional(say.attendance), faults).hint(say.attendance_hint).value(&typed.attendance).number())
        }
        section.card.stack aria-labelledby="for-report" {
            h2 #for-report { (say.for_report) }
            p.small.muted { (say.report_lead) }
            (text("summary", say.summary, &typed.summary, 6))
            (Field::new("result", &optional(say.result), faults).hint(say.lines_hint).value(&typed.result).in_language(Language::Thai).lines(6))
            (Field::new("place", &optional(say.place), faults).hint(say.place_hint).value(&typed.place).number())
        }
        section.card.stack aria-labelledby="satisfied" {
            h2 #satisfied { (say.satisfaction) }
            (satisfaction(visit, sheet))
        }
        section.card.stack aria-labelledby="for-summary" {
            h2 #for-summary { (say.for_summary) }
            p.small.muted { (say.summary_lead) }
            (text("objective", say.objective, &typed.objective, 4))
            (text("method", say.method, &typed.method, 3))
            (text("key_points", say.key_points, &typed.key_points, 6))
            (text("good_practice", say.good_practice, &typed.good_practice, 6))
            (text("knowledge", say.knowledge, &typed.knowledge, 4))
        }
        @if !sheet.sources.is_empty() {
            section.card.stack aria-labelledby="speaking" {
                h2 #speaking { (say.speaking) }
                (speaks_for(visit, sheet))
            }
        }
        div.acts { button.btn { (say.save) } }
    }
}

/// What was typed, read back.
fn understood(visit: &Visit, typed: &Typed) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let Ok(period) = Period::read(&typed.period) else { return html! {} };
    let year = crate::language::FiscalYear::of(period.first_day()).name(language);
    html! { p.small.muted { ((say.understood)(&period.text(language), &year)) } }
}

fn satisfaction(visit: &Visit, sheet: &Sheet) -> Markup {
    let (say, language, typed, faults) = (words(visit.language), visit.language, sheet.typed, sheet.faults);
    let chosen = if typed.satisfaction.is_empty() { NONE } else { typed.satisfaction.as_str() };
    let one = |value: &'static str, label: &'static str, chosen: &str| Choice {
        value,
        label,
        meaning: if value == UNKNOWN { say.unknown_meaning } else { "" },
        is_chosen: value == chosen,
        language: None,
    };
    let from = [one(NONE, say.none, chosen), one(ROUND, say.from_round, chosen), one(ELSEWHERE, say.from_elsewhere, chosen)];
    let asked =
        [(ONE, say.one), (SEVERAL, say.several), (UNKNOWN, say.unknown)].map(|(value, label)| one(value, label, &typed.asked));
    let named: Vec<(String, String)> = sheet
        .rounds
        .iter()
        .map(|round| (round.id.to_string(), format!("{} {}/{}", round.name(language), round.round, round.year.number())))
        .collect();
    let nothing = Choice { value: "", label: say.no_round, meaning: "", is_chosen: typed.evaluation.is_empty(), language: None };
    let mut rounds = vec![nothing];
    for (id, label) in &named {
        rounds.push(Choice { value: id, label, meaning: "", is_chosen: *id == typed.evaluation, language: None });
    }
    let source = parts::optional(say.source, language);
    html! {
        (parts::choices("satisfaction", say.figure_from, false, &from, faults))
        @if !sheet.rounds.is_empty() { (parts::select("evaluation", say.round, say.round_hint, &rounds, faults)) }
        @if !typed.evaluation.is_empty() {
            p { @match sheet.told { Some(told) => ((say.tells)(told)), None => (say.tells_nothing) } }
        }
        fieldset.stack {
            legend.b { (say.from_elsewhere) }
            (Field::new("per_cent", say.per_cent, faults).hint(say.per_cent_hint).value(&typed.per_cent).number())
            (Field::new("n", say.n, faults).value(&typed.n).number())
            (Field::new("levels", say.levels, faults).hint(say.levels_hint).value(&typed.levels).number())
            (parts::choices("asked", say.asked, false, &asked, faults))
            (Field::new("questions", say.questions, faults).value(&typed.questions).number())
            (Field::new("source", &source, faults).hint(say.source_hint).value(&typed.source))
        }
    }
}

fn speaks_for(visit: &Visit, sheet: &Sheet) -> Markup {
    let (say, language, typed) = (words(visit.language), visit.language, sheet.typed);
    let label = |it: &Appearing| format!("{} · {}", it.name.say(language), it.period.text(language));
    let named: Vec<(String, String)> = sheet.sources.iter().map(|it| (source_code(it.source), label(it))).collect();
    let mut all = vec![Choice {
        value: "",
        label: say.speaks_for_none,
        meaning: "",
        is_chosen: typed.speaks_for.is_empty(),
        language: None,
    }];
    for (code, label) in &named {
        all.push(Choice { value: code, label, meaning: "", is_chosen: *code == typed.speaks_for, language: None });
    }
    parts::select("speaks_for", say.speaks_for, say.speaks_hint, &all, sheet.faults)
}
