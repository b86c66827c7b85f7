//! What stands around every page of a round's results: its name and days, the other views, files.

use maud::{Markup, html};

use crate::{
    language::{FiscalYear, Language, dates, fill, plain},
    results::{Round, charts, ita::Declared, round_before, words::pages::words},
    web::{Icon, Page, Visit, Width, at, parts},
};

/// A round as it is looked at: with the rounds before it, and by whom.
pub struct View {
    pub round: Round,
    /// Of the same questionnaire, in order.
    pub earlier: Vec<Round>,
    /// What others declared of the same part of the assessment, up to its year, the earliest first.
    pub declared: Vec<(FiscalYear, Declared)>,
    /// Whether this person plans rounds, and so has a page of the round to go back to.
    pub may_plan: bool,
}

impl View {
    /// In order, this one last.
    pub fn rounds(&self) -> Vec<&Round> {
        self.earlier.iter().chain([&self.round]).collect()
    }

    /// What it is compared with.
    pub fn before(&self) -> Option<&Round> {
        round_before(&self.round, &self.earlier)
    }

    pub const fn has_enough(&self) -> bool {
        self.round.released.figures.has_enough()
    }

    fn name(&self, language: Language) -> String {
        (words(language).results_of)(self.round.occasion.name.say(language))
    }
}

/// One of the views, below its heading.
pub fn page(visit: &Visit, view: &View, below: &str, main: &Markup) -> Page {
    let say = words(visit.language);
    let tabs = [
        ("", say.summary),
        ("/items", say.items),
        ("/units", say.units),
        ("/compare", say.comparison),
        ("/comments", say.comments),
    ];
    let survey = view.round.occasion.survey;
    let title = view.name(visit.language);
    let shown = tabs.iter().find(|(address, _)| *address == below && !below.is_empty()).map(|(_, tab)| *tab);
    // Of an election there is one thing to see.
    let is_election = view.round.is_election();
    let page = html! {
        (heading(visit, view, &title))
        @if !is_election { nav aria-label=(plain(say.views)) {
            div.tabs {
                @for (address, tab) in tabs {
                    a href=(visit.to(&at::results(survey, address))) aria-current=[(address == below).then_some("page")] { (tab) }
                }
            }
        } }
        @if view.has_enough() { (main) } @else { (too_few(visit, &view.round)) }
    };
    let title = shown.map_or_else(|| title.clone(), |tab| format!("{tab} · {title}"));
    visit.page(&title, Width::Wide, &page)
}

fn heading(visit: &Visit, view: &View, title: &str) -> Markup {
    let say = words(visit.language);
    let occasion = &view.round.occasion;
    let (back, label) =
        if view.may_plan { (at::round(occasion.survey), say.back_to_round) } else { (at::SCORES.to_owned(), say.rounds) };
    html! {
        div.row.between {
            div {
                p.small.noprint { a href=(visit.to(&back)) { (label) } }
                h1 { (title) " " span.muted { (fill(say.round_of, &[&occasion.round, &occasion.year.name(visit.language)])) } }
                p.small.muted {
                    (fill(say.collected, &[&dates::days(occasion.opened, occasion.closed, visit.language)])) " · "
                    @if occasion.is_published { (say.published) } @else { (say.closed) }
                }
                (charts::hatches())
            }
            @if view.has_enough() {
                div.row.noprint {
                    a.btn.s href=(visit.to(&at::report(occasion.survey))) { (Icon::Print) (say.report) }
                    @if !view.round.is_election() {
                        a.btn.alt.s href=(visit.to(&at::round_plan(occasion.survey))) { (say.plan) }
                    }
                }
            }
        }
    }
}

/// Nothing but that there were too few, and what that means.
fn too_few(visit: &Visit, round: &Round) -> Markup {
    let say = words(visit.language);
    let figures = &round.released.figures;
    html! {
        dl.kpis {
            div.kpi {
                dt { (say.respondents) }
                dd.n {
                    (fill(say.fewer_than, &[&figures.k]))
                    @if let Some(roll) = figures.roll { " " small { (fill(say.of_roll, &[&roll])) } }
                }
            }
        }
        (parts::note(&fill(say.too_few, &[&figures.k])))
        p { (say.too_few_explained) }
        p { a href=(visit.to(&at::bulletin_page(round.occasion.survey))) { (say.bulletin) } }
    }
}
