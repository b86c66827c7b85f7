//! The page on which those who plan say what came of a session.

use maud::{Markup, html};

use super::{
    figure::Standing,
    form::{LINES_MOST, Line, NAMES, Names, Typed},
    words::words,
};
use crate::{
    clinic::pages::report::{body, evaluation_in_words},
    language::Language,
    meetings::{Meeting, Reported},
    surveys::{Survey, words::state_in_words},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, DayField, Field},
    },
};

pub struct Sheet<'page> {
    pub meeting: &'page Meeting,
    /// As it is kept.
    pub report: Option<&'page Reported>,
    pub rounds: &'page [Survey],
    /// The round that is chosen, and what it tells.
    pub chosen: Option<(&'page Survey, &'page Standing)>,
    pub had_room: bool,
    pub may_lead: bool,
    pub typed: &'page Typed,
    pub faults: &'page Faults,
    /// By somebody else, since the form was drawn.
    pub is_changed: bool,
}

pub fn sheet(visit: &Visit, sheet: &Sheet) -> Page {
    let (say, meeting) = (words(visit.language), sheet.meeting);
    let published = sheet.report.filter(|report| report.published.is_some());
    let done = match visit.done() {
        Some("saved") => Some(say.saved),
        Some("published") => Some(say.published),
        Some("evaluation") => Some(say.evaluation_made),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s {
            p.small { a href=(visit.to(&at::meeting(meeting.id, ""))) { bdi { (meeting.name(visit.language)) } } }
            h1 { (say.title) }
            p.muted { (say.lead) }
        }
        @if let Some(report) = published {
            (parts::note(if report.is_as_published() { say.is_public } else { say.is_other }))
            p { a href=(visit.to(&at::clinic_session(meeting.id))) { (say.public_page) } }
        }
        @if sheet.had_room {
            @if sheet.may_lead { p { a href=(visit.to(&at::live_host(meeting.id, ""))) { (say.live) } } } @else { p.small.muted { (say.live_of_desk) } }
        }
        @if sheet.is_changed {
            section.card.stack #changed aria-labelledby="now" {
                (parts::fault_at("changed", sheet.faults))
                h2 #now { (say.stands_there) }
                @if let Some(report) = sheet.report { (body(visit, &report.draft)) }
            }
        }
        (visit.form(&at::meeting(meeting.id, "/report"), &fields(visit, sheet, published.is_some())))
    };
    visit.page_with_faults(say.title, Width::Column, sheet.faults, &main)
}

fn fields(visit: &Visit, sheet: &Sheet, is_published: bool) -> Markup {
    let (say, language, typed, faults) = (words(visit.language), visit.language, sheet.typed, sheet.faults);
    let optional = |label| parts::optional(label, language);
    html! {
        input type="hidden" name="mark" value=(typed.seen);
        section.card.stack aria-labelledby="attendance" {
            h2 #attendance { (say.attendance) }
            (Field::new("here", say.here, faults).value(&typed.here).number())
            (Field::new("elsewhere", &optional(say.elsewhere), faults).hint(say.elsewhere_hint).value(&typed.elsewhere).number())
        }
        section.card.stack aria-labelledby="summary" {
            h2 #summary { (say.summary) }
            (Field::new("summary_thai", say.summary_thai, faults).hint(say.summary_hint).value(&typed.summary_thai).in_language(Language::Thai).lines(8))
            (Field::new("summary_english", &optional(say.summary_english), faults).hint(say.english_hint).value(&typed.summary_english).in_language(Language::English).lines(4))
        }
        section.card.stack aria-labelledby="decisions" {
            h2 #decisions { (say.decisions) }
            p.small.muted { (say.decisions_lead) }
            @for (at, (line, names)) in typed.lines.iter().zip(&NAMES).enumerate() { (one_line(visit, at + 1, line, names, faults)) }
            @if typed.lines.len() < LINES_MOST { p.small.muted { (say.more_lines) } }
        }
        section.card.stack aria-labelledby="satisfaction" {
            h2 #satisfaction { (say.evaluation) }
            (rounds(visit, sheet))
            @if let Some((round, standing)) = sheet.chosen { (figure(visit, round, standing, sheet.report)) }
        }
        p.small { (say.stays) }
        div.acts {
            button.btn.alt name="do" value="save" { (say.save) }
            @if sheet.typed.evaluation.is_empty() { button.btn.alt name="do" value="evaluation" { (say.save_and_evaluate) } }
            button.btn name="do" value="publish" { (if is_published { say.publish_again } else { say.publish }) }
        }
    }
}

fn one_line(visit: &Visit, number: usize, line: &Line, names: &Names, faults: &Faults) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    html! {
        fieldset.stack {
            legend.b { ((say.line)(number)) }
            (Field::new(names.what, say.what, faults).value(&line.what).lines(2))
            (Field::new(names.who, say.who, faults).value(&line.who))
            (DayField::new(names.until, &parts::optional(say.until, language), &line.until, "", faults, language))
        }
    }
}

fn rounds(visit: &Visit, sheet: &Sheet) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let named = |round: &Survey| {
        let state = state_in_words(language, &round.state);
        (round.id.to_string(), format!("{} {}/{} · {state}", round.name(language), round.round, round.year.number()))
    };
    let named: Vec<_> = sheet.rounds.iter().map(named).collect();
    let chosen = &sheet.typed.evaluation;
    let nothing = Choice { value: "", label: say.no_round, meaning: "", is_chosen: chosen.is_empty(), language: None };
    let mut all = vec![nothing];
    for (id, label) in &named {
        all.push(Choice { value: id, label, meaning: "", is_chosen: id == chosen, language: None });
    }
    parts::select("evaluation", say.round, say.round_hint, &all, sheet.faults)
}

fn figure(visit: &Visit, round: &Survey, standing: &Standing, report: Option<&Reported>) -> Markup {
    let say = words(visit.language);
    let published = report.and_then(|report| report.published.as_ref());
    let is_read = |told| published.is_none_or(|it| it.report.evaluation.as_ref() == Some(told));
    html! {
        @match standing {
            Standing::Told(told) => {
                p { (say.tells) " " b { (evaluation_in_words(told, visit.language)) } }
                @if is_read(told) { p.small.muted { (say.tells_when_published) } } @else { (parts::note(say.not_read_yet)) }
            },
            Standing::StillOpen => p { (say.still_open) },
            Standing::NotYet => p { (say.not_counted) },
            Standing::Unrated => p { (say.unrated) },
        }
        p { a href=(visit.to(&at::round(round.id))) { (say.to_round) } }
    }
}
