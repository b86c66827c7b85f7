//! Before there are results: while the round is open nothing is told, and after the close not until all is counted.

use maud::{Markup, html};

use crate::{
    ids::SurveyId,
    language::{digits::grouped, fill},
    results::words::pages::words,
    web::{Page, Visit, Width, at, parts},
};

/// `name`: of the round. `may_plan`: there is a page of the round to go back to.
pub fn still_open(visit: &Visit, survey: SurveyId, name: &str, may_plan: bool) -> Page {
    let said = parts::note(words(visit.language).still_open);
    page(visit, survey, name, may_plan, &said)
}

/// `done`: how many of how many are opened, where that is known.
pub fn opening(visit: &Visit, survey: SurveyId, name: &str, may_plan: bool, done: Option<(i64, i64)>) -> Page {
    let say = words(visit.language);
    let said = html! { section.card.stack { h2 { (say.opening) } @if let Some((done, of_all)) = done { p { b { (fill(say.opened, &[&grouped(done), &grouped(of_all)])) } } } p { (say.opening_meaning) } } };
    page(visit, survey, name, may_plan, &said)
}

fn page(visit: &Visit, survey: SurveyId, name: &str, may_plan: bool, said: &Markup) -> Page {
    let say = words(visit.language);
    let title = (say.results_of)(name);
    let main = html! {
        h1 { (title) }
        (said)
        p {
            @if may_plan { a href=(visit.to(&at::round(survey))) { (say.back_to_round) } }
            @else { a href=(visit.to(at::SCORES)) { (say.rounds) } }
        }
    };
    visit.page(&title, Width::Column, &main)
}
