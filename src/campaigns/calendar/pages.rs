//! The page of holidays, drawn from plain data.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{Holiday, words::words};
use crate::{
    language::{Language, dates, plain},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, DayField, Field, TypedDay},
    },
};

/// What stands in the form.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub day: TypedDay,
    pub thai: String,
    pub english: String,
}

/// `holidays` in the order of the days.
pub fn list(visit: &Visit, holidays: &[Holiday], form: &Form, faults: &Faults) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("added") => Some(say.added),
        Some("removed") => Some(say.removed),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s { h1 { (say.holidays) } p.muted { (say.lead) } }
        (parts::note(say.check_each_year))
        @if holidays.is_empty() { (parts::empty(say.empty, &html! {})) }
        @for year in holidays.chunk_by(|one, next| one.day.year() == next.day.year()).rev() {
            @let title = year.first().map(|first| (say.year)(first.day.year())).unwrap_or_default();
            section.card.stack {
                h2 { (title) }
                ul.plain.stack { @for holiday in year { (one(visit, holiday)) } }
            }
        }
        section.card.stack {
            h2 { (say.add) }
            (visit.form(at::HOLIDAYS, &fields(visit.language, form, faults)))
        }
    };
    visit.page_with_faults(say.holidays, Width::Column, faults, &main)
}

fn one(visit: &Visit, holiday: &Holiday) -> Markup {
    let (name, language) = holiday.name.in_language(visit.language);
    html! {
        li {
            p.b { (plain(&dates::long(holiday.day, visit.language))) }
            div.row.between {
                span lang=[(language != visit.language).then(|| language.code())] { (name) }
                (removal(visit, holiday.day))
            }
        }
    }
}

/// A button for each day says which day it is.
fn removal(visit: &Visit, day: Date) -> Markup {
    let say = words(visit.language);
    html! {
        form method="post" action=(visit.to(&at::holiday_removal(day))) {
            (visit.key_field())
            button.btn.s.alt { (say.remove) span.vh { " " (dates::short(day, visit.language)) } }
        }
    }
}

fn fields(language: Language, form: &Form, faults: &Faults) -> Markup {
    let say = words(language);
    let english = parts::optional(say.name_english, language);
    html! {
        (DayField::new("day", say.day, &form.day, say.day_hint, faults, language))
        (Field::new("name_thai", say.name_thai, faults).value(&form.thai).in_language(Language::Thai))
        (Field::new("name_english", &english, faults).value(&form.english).in_language(Language::English))
        button.btn { (say.add) }
    }
}
