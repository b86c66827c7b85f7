//! The summary: the four figures, the indicators, where to look first, what goes well, rounds and units.

use maud::{Markup, html};

use super::{View, comparison, facts::facts, figures, outer, units};
use crate::{
    instruments::Item,
    language::Language,
    results::{
        Round,
        charts::{against, naming, spread, trend},
        elections,
        figure::Score,
        figures::{ItemFigures, PartFigures},
        findings::{Finding, beyond_headings, heading_of_spread, in_words},
        ita, report,
        words::pages::words,
    },
    web::{Page, Visit, at, parts},
};

/// So many are named at either end, where there are enough items.
const NAMED: usize = 3;

const FILES: [(&str, &str); 5] = [("xlsx", "XLSX"), ("csv", "CSV"), ("json", "JSON"), ("docx", "DOCX"), ("pdf", "PDF")];

pub fn summary(visit: &Visit, view: &View) -> Page {
    if view.round.is_election() {
        return elections::page(visit, view);
    }
    let language = visit.language;
    let found = beyond_headings(&view.round, &view.earlier);
    let main = html! {
        (facts(view, language))
        (indicators(view, language))
        (comparison::since(visit, view))
        (weakest(view, &found, language))
        (further_findings(view, &found, language))
        (ends(view, language))
        @if !view.earlier.is_empty() {
            @if let Some((chart, table)) = trend::trend(&view.rounds(), language) { (figures::trend("rounds", &chart, &table, language)) }
        }
        (units::figure(view, language))
        (files(visit, view))
    };
    outer::page(visit, view, "", &main)
}

fn indicators(view: &View, language: Language) -> Markup {
    let (chart, table) = against::indicators(&view.round, view.before(), language);
    html! { @if !chart.rows.is_empty() { (figures::against("indicators", &chart, &table, language)) } }
}

/// The indicator that is looked at first: the lowest that is told exactly, or else the one that may be lowest.
fn lowest(round: &Round) -> Option<&PartFigures> {
    let parts = round.released.figures.indicators().filter(|part| part.figure.is_shown());
    let least = |part: &PartFigures| part.figure.bounds().map(|(least, _)| least.hundredths());
    parts.min_by_key(|part| (part.figure.exact().is_none(), least(part)))
}

/// Its items, and under them which were answered at both ends.
fn weakest(view: &View, found: &[Finding], language: Language) -> Markup {
    let round = &view.round;
    let Some(part) = lowest(round) else { return html! {} };
    let items: Vec<&ItemFigures> = part.items.iter().collect();
    let splits = found.iter().filter(|it| is_split_of(it, Some(part)));
    let notices = html! { @for split in splits { (warning(round, split, language)) } };
    let heading = heading_of_spread(round, &part.code, language);
    let name = naming::part(&round.released.paper, &part.code, language);
    figures::spreads(("weakest", &heading, &name), (round, &items), false, &notices, language)
}

/// What no chart and no figure above says.
fn further_findings(view: &View, found: &[Finding], language: Language) -> Markup {
    let round = &view.round;
    let part = lowest(round);
    let found = found.iter().filter(|it| !is_split_of(it, part));
    let (warnings, others): (Vec<&Finding>, Vec<&Finding>) = found.partition(|it| it.is_warning());
    html! {
        @if !(warnings.is_empty() && others.is_empty()) {
            section.card.stack aria-labelledby="findings" {
                h2 #findings { (words(language).findings) }
                @if !others.is_empty() {
                    div.prose { ul { @for finding in &others { li { (in_words(finding, &round.released.paper, language)) } } } }
                }
                @for finding in &warnings { (warning(round, finding, language)) }
            }
        }
    }
}

/// Of that indicator's items.
fn is_split_of(finding: &Finding, part: Option<&PartFigures>) -> bool {
    matches!(finding, Finding::Split { item, .. } if part.is_some_and(|part| part.items.iter().any(|it| it.code == *item)))
}

fn warning(round: &Round, finding: &Finding, language: Language) -> Markup {
    parts::warning(&in_words(finding, &round.released.paper, language))
}

/// The lowest and the highest items, as far as their scores are told.
fn ends(view: &View, language: Language) -> Markup {
    let say = words(language);
    let exact = |item: &'_ ItemFigures| item.figure.as_ref().and_then(|it| it.exact()).map(Score::hundredths);
    let mut items: Vec<&ItemFigures> = view.round.released.figures.items().filter(|item| exact(item).is_some()).collect();
    items.sort_by_key(|item| exact(item));
    let count = NAMED.min(items.len() / 2);
    if count == 0 {
        return html! {};
    }
    let highest: Vec<_> = items.iter().rev().take(count).copied().collect();
    items.truncate(count);
    html! {
        div.two {
            (ranked(view, "lowest", say.care, &items, language))
            (ranked(view, "highest", say.keep, &highest, language))
        }
    }
}

fn ranked(view: &View, id: &str, heading: &str, items: &[&ItemFigures], language: Language) -> Markup {
    let paper = &view.round.released.paper;
    let is_reversed = |item: &ItemFigures| paper.instrument.item(&item.code).is_some_and(Item::is_reversed);
    html! {
        section.card.stack aria-labelledby=(id) {
            h2 id=(id) { (heading) }
            ol.rank {
                @for item in items {
                    li {
                        span.n { @if let Some(score) = item.figure.as_ref().and_then(|it| it.exact()) { (score.shown(2)) } }
                        span { (naming::item(paper, &item.code, language)) @if is_reversed(item) { " " (spread::reversed(language)) } }
                    }
                }
            }
        }
    }
}

/// Whether it counts for the assessment of its year.
fn is_assessed(view: &View) -> bool {
    view.round.released.paper.instrument.assessment.is_some() && view.round.occasion.year.number() >= ita::FIRST_YEAR
}

/// What to take away, and where to check it.
pub fn files(visit: &Visit, view: &View) -> Markup {
    let say = words(visit.language);
    let survey = view.round.occasion.survey;
    html! {
        div.acts.noprint {
            span { (say.files) }
            @for (kind, name) in FILES.into_iter().filter(|(kind, _)| report::SETS_PDF || *kind != "pdf") { a href=(visit.to(&at::results(survey, &format!("/file/{kind}")))) { (name) } }
            a href=(visit.to(&at::bulletin_page(survey))) { (say.bulletin) }
            @if is_assessed(view) {
                a href=(visit.to(&at::year(view.round.occasion.year.number(), ""))) { (say.year) }
            }
        }
    }
}
