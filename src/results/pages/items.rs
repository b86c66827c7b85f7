//! Every item: its score, how answers are spread, how many answered and how many did not say.

use maud::{Markup, html};

use super::{View, facts, figures, other_items, outer};
use crate::{
    language::{fill, plain},
    results::{
        charts::{naming, written},
        figures::{ItemFigures, PartFigures},
        words::pages::words,
    },
    web::{Page, Visit, at},
};

/// How the visitor wants them shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arranged {
    /// Lowest score first, instead of in the order of the questionnaire.
    pub is_by_score: bool,
    /// As parts of one hundred, instead of around the middle.
    pub is_stacked: bool,
}

pub fn items(visit: &Visit, view: &View, arranged: Arranged) -> Page {
    let main = html! {
        (choices(visit, view, arranged))
        (facts::ranges(view, visit.language))
        @if arranged.is_by_score { (by_score(visit, view, arranged)) } @else { (by_form(visit, view, arranged)) }
        (other_items::figure(&view.round, visit.language))
    };
    outer::page(visit, view, "/items", &main)
}

fn choices(visit: &Visit, view: &View, arranged: Arranged) -> Markup {
    let say = words(visit.language);
    let link = |wanted: Arranged, label: &str| {
        let order = if wanted.is_by_score { "score" } else { "form" };
        let span = if wanted.is_stacked { "&as=100" } else { "" };
        let address = at::results(view.round.occasion.survey, &format!("/items?order={order}{span}"));
        html! { a href=(visit.to(&address)) aria-current=[(wanted == arranged).then_some("true")] { (label) } }
    };
    html! {
        nav.acts.noprint aria-label=(plain(say.order)) {
            div.tabs {
                (link(Arranged { is_by_score: false, ..arranged }, say.by_form))
                (link(Arranged { is_by_score: true, ..arranged }, say.by_score))
            }
            @if arranged.is_stacked { (link(Arranged { is_stacked: false, ..arranged }, say.around_line)) }
            @else { (link(Arranged { is_stacked: true, ..arranged }, say.stacked)) }
        }
    }
}

fn by_form(visit: &Visit, view: &View, arranged: Arranged) -> Markup {
    let language = visit.language;
    let one = |part: &PartFigures, at: usize| {
        let name = naming::part(&view.round.released.paper, &part.code, language);
        let score = written::figure(&part.figure, written::WHOLE, language);
        let heading = fill(words(language).with_score, &[&name, &score]);
        let items: Vec<&ItemFigures> = part.items.iter().collect();
        let id = format!("part-{at}");
        figures::spreads((&id, &heading, ""), (&view.round, &items), arranged.is_stacked, &html! {}, language)
    };
    let parts = view.round.released.figures.indicators();
    html! { @for (at, part) in parts.enumerate() { (one(part, at)) } }
}

/// What has no score comes last.
fn by_score(visit: &Visit, view: &View, arranged: Arranged) -> Markup {
    let least = |item: &ItemFigures| {
        let bounds = item.figure.as_ref().and_then(|figure| figure.bounds());
        bounds.map_or(i64::MAX, |(least, _)| least.hundredths())
    };
    let mut items: Vec<&ItemFigures> = view.round.released.figures.items().filter(|item| item.figure.is_some()).collect();
    items.sort_by_key(|item| least(item));
    let heading = words(visit.language).lowest_first;
    html! {
        @if !items.is_empty() {
            (figures::spreads(("items", heading, ""), (&view.round, &items), arranged.is_stacked, &html! {}, visit.language))
        }
    }
}
