//! The page of reminders, drawn from plain data.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{
    CountedFrom, NotYet, Outcome, Outlook, Planned,
    outlook::{NotNow, Reach},
    words::{Words, words},
};
use crate::{
    clock::Moment,
    language::{dates, moment_in_words, plain},
    people::words::counted::counted,
    surveys::Survey,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field},
    },
};

/// The names of the fields of each planned reminder.
pub const ROWS: [Row; 3] = [
    Row { from: "from-1", days: "days-1", hour: "hour-1" },
    Row { from: "from-2", days: "days-2", hour: "hour-2" },
    Row { from: "from-3", days: "days-3", hour: "hour-3" },
];

pub struct Row {
    pub from: &'static str,
    pub days: &'static str,
    pub hour: &'static str,
}

/// What stands in the form.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub most: String,
    pub days_apart: String,
    pub on_working_days: bool,
    pub rows: Vec<FormRow>,
}

#[derive(Clone, Debug, Default)]
pub struct FormRow {
    pub from: String,
    pub days: String,
    pub hour: String,
}

impl FormRow {
    fn new(from: CountedFrom, days: i32, hour: i32) -> Self {
        Self { from: from.code().to_owned(), days: days.to_string(), hour: hour.to_string() }
    }
}

impl From<&Outlook> for Form {
    fn from(outlook: &Outlook) -> Self {
        let waiting = outlook.planned.iter().filter(|(planned, _)| planned.outcome.is_none());
        let rows = if outlook.is_planned {
            waiting.map(|(planned, _)| FormRow::new(planned.counted_from, planned.days, planned.hour)).collect()
        } else {
            vec![FormRow::new(CountedFrom::Opening, 5, 9), FormRow::new(CountedFrom::Close, 3, 9)]
        };
        Self {
            most: outlook.rules.most.to_string(),
            days_apart: outlook.rules.days_apart.to_string(),
            on_working_days: outlook.rules.on_working_days,
            rows,
        }
    }
}

pub fn reminders(visit: &Visit, survey: &Survey, outlook: &Outlook, form: &Form, faults: &Faults) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("sent") => Some(say.sent),
        Some("planned") => Some(say.planned),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s {
            p.small { a href=(visit.to(&at::round(survey.id))) { (survey.name(visit.language)) } }
            h1 { (say.title) }
            p.muted { (say.lead) }
            p { a href=(visit.to(&at::participation(survey.id))) { (say.participation) } }
        }
        (sending(visit, survey, outlook))
        @if outlook.now != Err(NotNow::NobodyKnown) {
            (history(visit, &outlook.sent))
            (plan(visit, survey, outlook, form, faults))
        }
    };
    visit.page_with_faults(say.title, Width::Column, faults, &main)
}

fn sending(visit: &Visit, survey: &Survey, outlook: &Outlook) -> Markup {
    let say = words(visit.language);
    html! {
        section.card.stack aria-labelledby="send" {
            h2 #send { (say.send) }
            @match &outlook.now {
                Ok(()) => {
                    p.b { (scope(say, outlook)) }
                    p.small.muted { (say.scope_why) }
                    p { a href=(visit.to(&at::letters(survey.id))) { (say.preview) } }
                    (visit.form(&at::reminders(survey.id), &html! { button.btn { (say.send) } }))
                }
                Err(refusal) => (parts::note(&not_now_in_words(visit, outlook, *refusal))),
            }
            @if outlook.now == Err(NotNow::NobodyKnown) {
                p { a href=(visit.to(&at::announcement(survey.id))) { (say.announcement) } }
            }
        }
    }
}

fn scope(say: &Words, outlook: &Outlook) -> String {
    let (number, most) = (outlook.so_far.reminders + 1, outlook.rules.most);
    match outlook.reach {
        Reach::AtMost(people) => (say.scope)(&counted(people), number, most),
        Reach::FewerThan(k) => (say.scope_few)(k, number, most),
    }
}

pub fn not_now_in_words(visit: &Visit, outlook: &Outlook, refusal: NotNow) -> String {
    let say = words(visit.language);
    match refusal {
        NotNow::NotOpen => say.not_open.to_owned(),
        NotNow::NobodyKnown => say.nobody_known.to_owned(),
        NotNow::NotYet(not_yet) => not_yet_in_words(visit, outlook.rules.most, not_yet),
    }
}

pub fn not_yet_in_words(visit: &Visit, most: i32, not_yet: NotYet) -> String {
    let say = words(visit.language);
    match not_yet {
        NotYet::Enough => (say.enough)(most),
        NotYet::Before(day) => (say.before)(&plain(&dates::long(day, visit.language))),
    }
}

fn history(visit: &Visit, sent: &[Date]) -> Markup {
    let say = words(visit.language);
    html! {
        section.card.stack aria-labelledby="history" {
            h2 #history { (say.history) }
            @if sent.is_empty() { p.muted { (say.none_yet) } }
            @else {
                ol.plain {
                    @for (number, day) in (1..).zip(sent) { li { ((say.went_out)(number, &plain(&dates::long(*day, visit.language)))) } }
                }
            }
        }
    }
}

fn plan(visit: &Visit, survey: &Survey, outlook: &Outlook, form: &Form, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let is_over = survey.state.has_opened() && !survey.state.is_open();
    html! {
        section.card.stack aria-labelledby="plan" {
            h2 #plan { (say.plan) }
            p.muted { (say.plan_lead) }
            @if outlook.planned.is_empty() { p { (say.nothing_planned) } }
            @else {
                ul.plain { @for (planned, moment) in &outlook.planned { li { (planned_in_words(visit, planned, *moment)) } } }
            }
            @if !is_over {
                @if !outlook.is_planned { (parts::note(say.recommended)) }
                (visit.form(&at::reminder_plan(survey.id), &fields(say, form, faults)))
                p.small { a href=(visit.to(at::HOLIDAYS)) { (say.holidays) } }
            }
        }
    }
}

fn planned_in_words(visit: &Visit, planned: &Planned, moment: Option<Moment>) -> String {
    let say = words(visit.language);
    let day = match planned.counted_from {
        CountedFrom::Opening => (say.after_opening)(planned.days),
        CountedFrom::Close => (say.before_close)(planned.days),
    };
    let then = match (planned.outcome, moment) {
        (Some(Outcome::Sent), _) => say.outcome_sent.to_owned(),
        (Some(Outcome::TooSoon), _) => say.outcome_too_soon.to_owned(),
        (Some(Outcome::Enough), _) => say.outcome_enough.to_owned(),
        (Some(Outcome::TooLate), _) => say.outcome_too_late.to_owned(),
        (None, Some(moment)) => (say.goes_out)(&moment_in_words(visit.language, moment)),
        (None, None) => return day,
    };
    format!("{day}: {then}")
}

fn fields(say: &Words, form: &Form, faults: &Faults) -> Markup {
    let nothing = FormRow::default();
    html! {
        @for (index, names) in ROWS.iter().enumerate() {
            (row(say, index + 1, names, form.rows.get(index).unwrap_or(&nothing), faults))
        }
        (Field::new("most", say.most, faults).number().value(&form.most))
        (Field::new("days_apart", say.days_apart, faults).number().value(&form.days_apart))
        (parts::tick("on_working_days", say.on_working_days, say.on_working_days_meaning, form.on_working_days))
        button.btn { (say.save) }
    }
}

fn row(say: &Words, number: usize, names: &Row, typed: &FormRow, faults: &Faults) -> Markup {
    let choice = |value, label| Choice { value, label, meaning: "", is_chosen: typed.from == value, language: None };
    let choices = [
        choice("", say.not_planned),
        choice(CountedFrom::Opening.code(), say.from_opening),
        choice(CountedFrom::Close.code(), say.from_close),
    ];
    html! {
        fieldset.field {
            legend { ((say.row)(number)) }
            div.stack {
                (parts::select(names.from, say.when, "", &choices, faults))
                (Field::new(names.days, say.days, faults).number().value(&typed.days))
                (Field::new(names.hour, say.hour, faults).number().value(&typed.hour))
            }
        }
    }
}
