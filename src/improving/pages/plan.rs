//! The page of a plan: what it lacks on top, then its measures, each with its figure, its steps and what staff say of it.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{list::named, measure};
use crate::{
    improving::{documents::Form, scene::Scene, words::plans::words},
    language::Language,
    plans::{Letter, empty_letters, month, unsaid},
    web::{Page, Visit, Width, at, parts},
};

pub fn plan(visit: &Visit, scene: &Scene, today: Date, may_keep: bool) -> Page {
    let (say, plan) = (words(visit.language), &scene.whole.plan);
    let done = match visit.done() {
        Some("made") => Some(say.made),
        Some("saved") => Some(say.saved),
        Some("removed") => Some(say.removed),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s {
            p.small { a href=(visit.to(at::PLANS)) { (say.plans) } }
            h1 { bdi { (plan.title(visit.language)) } }
            p.muted { (plan.wanted.year.name(visit.language)) " · " (plan.wanted.months.written(plan.wanted.year, visit.language)) }
            @if !plan.wanted.policy.is_empty() { p { bdi { ((say.policy)(&plan.wanted.policy)) } } }
            @if let Some(round) = scene.own_round() {
                p { a href=(visit.to(&at::results(round.survey.id, ""))) { ((say.of_round)(&named(visit, &round.survey))) } }
            }
        }
        (lacks(visit, scene, today))
        @if may_keep {
            div.acts {
                a.btn href=(visit.to(&at::plan(plan.id, "/measures/new"))) { (say.add_measure) }
                a.btn.alt href=(visit.to(&at::plan(plan.id, "/edit"))) { (say.edit) }
                a.btn.alt.bad.s href=(visit.to(&at::plan(plan.id, "/removal"))) { (say.remove) }
            }
        }
        p { (say.print) ":" @for form in Form::ALL { " " a href=(visit.to(&at::plan(plan.id, &format!("/form/{}", form.code())))) { (form.name(visit.language)) } } }
        @if scene.whole.measures.is_empty() { (parts::empty(say.empty, &html! {})) }
        @for (before, measured) in scene.whole.measures.iter().enumerate() {
            (measure::card(visit, scene, before + 1, measured, may_keep))
        }
    };
    visit.page(plan.title(visit.language), Width::Wide, &main)
}

fn lacks(visit: &Visit, scene: &Scene, today: Date) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let (whole, year) = (&scene.whole, scene.whole.plan.wanted.year);
    let letters: Vec<&str> = empty_letters(whole).into_iter().map(Letter::code).collect();
    let without = whole.measures.iter().filter(|it| it.measure.letter.is_none()).count();
    let lowest = scene.lowest_without_measure();
    let unsaid = unsaid(whole, today);
    html! {
        @if !letters.is_empty() || without > 0 || lowest.is_some() || !unsaid.is_empty() {
            section.stack-s aria-labelledby="lacks" {
                h2 #lacks { (say.lacks) }
                @if let Some((round, point)) = lowest {
                    (parts::warning(&(say.lowest_without)(&round.label(&point, language).unwrap_or_else(|| point.to_string()))))
                }
                @if !unsaid.is_empty() {
                    (parts::warning(&(say.months_unsaid)(unsaid.len())))
                    ul.stack-s {
                        @for one in &unsaid {
                            li {
                                @if let Some(month) = month(year, one.month) { (month.short(language)) ": " }
                                a href=(visit.to(&at::step(whole.plan.id, one.step.id, "/progress"))) { bdi { (beginning(&one.step.task.text)) } }
                            }
                        }
                    }
                }
                @if !letters.is_empty() { (parts::warning(&(say.empty_letters)(&letters.join(", ")))) }
                @if without > 0 { (parts::warning(&(say.without_letter)(without))) }
            }
        }
    }
}

/// The first line, and no more of it than stands well in a list.
fn beginning(text: &str) -> String {
    const MOST: usize = 100;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST { line.to_owned() } else { line.chars().take(MOST).chain(['…']).collect() }
}

/// Lines below each other.
pub fn lined(text: &str) -> Markup {
    html! { bdi { @for (before, line) in text.lines().enumerate() { @if before > 0 { br; } (line) } } }
}

pub fn month_named(year: crate::language::FiscalYear, place: usize, language: Language) -> String {
    month(year, place).map(|month| month.short(language)).unwrap_or_default()
}
