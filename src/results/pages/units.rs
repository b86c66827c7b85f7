//! Units side by side, to one decimal, and how hiding works.

use maud::{Markup, html};

use super::{View, figures, outer};
use crate::{
    language::Language,
    results::{
        charts::against,
        words::{hiding::hiding, pages::words},
    },
    web::{
        Page, Visit,
        parts::{empty, note},
    },
};

pub fn units(visit: &Visit, view: &View) -> Page {
    let (hiding, k) = (hiding(visit.language), view.round.released.figures.k);
    let main = html! {
        (figure(view, visit.language))
        section.card.stack aria-labelledby="hiding" {
            h2 #hiding { (hiding.heading) }
            div.prose { ul { @for line in hiding.lines { li { (line(k)) } } } }
        }
    };
    outer::page(visit, view, "/units", &main)
}

/// The chart, or why there is none.
pub fn figure(view: &View, language: Language) -> Markup {
    let say = words(language);
    let (overall, groups) = (&view.round.released.figures.overall, &view.round.released.figures.groups);
    match against::units(&view.round, language) {
        Some((chart, table)) => figures::against("units", &chart, &table, language),
        None if groups.shown.len() + groups.hidden.len() < 2 => note(say.no_units),
        None if overall.exact().is_none() => empty(say.units_of_range, &html! {}),
        None => empty(say.units_too_small, &html! {}),
    }
}
