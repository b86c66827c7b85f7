//! When a round opens and closes, and putting its close off: each says first what it does.

use maud::{Markup, html};

use super::heading::{self, Head};
use crate::{
    clock::Moment,
    language::{Language, moment_in_words},
    rounds::{
        Obstacle,
        words::{obstacle_in_words, timing::words},
    },
    surveys::Window,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{DayField, Field, TypedMoment},
    },
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScheduleForm {
    pub opens: TypedMoment,
    pub closes: TypedMoment,
    /// Of what is asked and promised, as it was when the form was drawn.
    pub mark: String,
}

impl ScheduleForm {
    pub fn of(window: Window, language: Language) -> Self {
        let mark = String::new();
        Self { opens: TypedMoment::of(window.opens, language), closes: TypedMoment::of(window.closes, language), mark }
    }
}

pub fn schedule(visit: &Visit, head: &Head, form: &ScheduleForm, in_the_way: &[Obstacle], faults: &Faults) -> Page {
    let say = words(visit.language);
    let fields = html! {
        input type="hidden" name="mark" value=(form.mark);
        (DayField::new("opens", say.opens, &form.opens.day, "", faults, visit.language))
        (Field::new("opens_time", say.opens_time, faults).hint(say.time_hint).value(&form.opens.time))
        (DayField::new("closes", say.closes, &form.closes.day, "", faults, visit.language))
        (Field::new("closes_time", say.closes_time, faults).hint(say.time_hint).value(&form.closes.time))
        (consequences(visit, &[say.from_now, say.from_opening, say.close_holds]))
        button.btn { (say.schedule) }
    };
    let ours: Vec<_> = in_the_way.iter().filter(|obstacle| !obstacle.is_hr_s()).collect();
    let theirs: Vec<_> = in_the_way.iter().filter(|obstacle| obstacle.is_hr_s()).collect();
    let main = html! {
        (heading::of_page(visit, head, say.title, say.lead))
        (reasons(visit, say.in_the_way, &ours))
        (reasons(visit, say.before_opening, &theirs))
        div.card { (visit.form(&at::round_schedule(head.survey.id), &fields)) }
    };
    visit.page_with_faults(say.title, Width::Column, faults, &main)
}

fn reasons(visit: &Visit, title: &str, obstacles: &[&Obstacle]) -> Markup {
    html! {
        @if !obstacles.is_empty() {
            section.card.stack aria-label=(title) {
                h2 { (title) }
                div.prose { ul { @for obstacle in obstacles { li { (obstacle_in_words(visit.language, obstacle)) } } } }
            }
        }
    }
}

fn consequences(visit: &Visit, sentences: &[&str]) -> Markup {
    html! {
        section.stack-s {
            h2 { (words(visit.language).consequences) }
            div.prose { ul { @for sentence in sentences { li { (sentence) } } } }
        }
    }
}

pub fn extension(visit: &Visit, head: &Head, closes: Moment, typed: &TypedMoment, faults: &Faults) -> Page {
    let say = words(visit.language);
    let fields = html! {
        p { ((say.closes_now)(&moment_in_words(visit.language, closes))) }
        (DayField::new("closes", say.new_close, &typed.day, "", faults, visit.language))
        (Field::new("closes_time", say.closes_time, faults).hint(say.time_hint).value(&typed.time))
        (consequences(visit, &[say.extension_shown, say.extension_stays]))
        div.acts {
            button.btn { (say.extend) }
            a.btn.alt href=(visit.to(&at::round(head.survey.id))) { (say.keep) }
        }
    };
    let main = html! {
        (heading::of_page(visit, head, say.extension, ""))
        div.card { (visit.form(&at::round_extension(head.survey.id), &fields)) }
    };
    visit.page_with_faults(say.extension, Width::Column, faults, &main)
}
