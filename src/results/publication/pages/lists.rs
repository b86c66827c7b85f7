//! Lists of rounds: those that are published, for everybody; and those that may be read, for those who read.

use maud::{Markup, html};

use crate::{
    ids::SurveyId,
    language::{Language, dates, digits::grouped},
    papers::InBoth,
    results::{
        Listed,
        charts::{standing, written},
        publication::words::reading::{target_in_words, words},
    },
    web::{
        Page, Visit, Width, at,
        parts::{self, Tone},
    },
};

/// For everybody, the latest first.
pub fn all_published(visit: &Visit, rounds: &[Listed]) -> Page {
    let (say, language) = (words(visit.language), visit.language);
    let main = html! {
        div.stack-s { h1 { (say.published) } p { (say.published_lead) } }
        @if rounds.is_empty() {
            (parts::empty(say.none, &html! { p.small.muted { (say.none_lead) } }))
        } @else {
            @for round in rounds {
                section.card.stack-s {
                    h2 { a href=(visit.to(&at::published(round.occasion.survey))) { (round.occasion.name.say(language)) " " (round.occasion.place()) } }
                    p.muted { ((say.collected)(&dates::days(round.occasion.opened, round.occasion.closed, language))) }
                    p { (say.overall) ": " b { (overall(language, round)) } }
                }
            }
        }
    };
    visit.page(say.published, Width::Column, &main)
}

/// On the front page.
pub fn latest(visit: &Visit, rounds: &[(SurveyId, InBoth, String)]) -> Markup {
    let say = words(visit.language);
    html! {
        @if !rounds.is_empty() {
            section.card.stack aria-labelledby="published" {
                h2 #published { (say.published) }
                ul.plain.stack-s {
                    @for (survey, name, place) in rounds {
                        li { a href=(visit.to(&at::published(*survey))) { (name.say(visit.language)) " " (place) } }
                    }
                }
                p.small { a href=(visit.to(at::PUBLISHED)) { (say.all) } }
            }
        }
    }
}

/// For those who read results, the latest first.
pub fn scores(visit: &Visit, rounds: &[Listed]) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s {
            h1 { (say.scores) }
            p { (say.scores_lead) }
            p.small { a href=(visit.to(at::YEARS)) { (say.years) } " · " a href=(visit.to(at::PUBLISHED)) { (say.published) } }
        }
        @if rounds.is_empty() {
            (parts::empty(say.no_scores, &html! { p.small.muted { (say.no_scores_lead) } }))
        } @else {
            (parts::table(say.scores, &html! {
                table.rows {
                    thead { tr {
                        th scope="col" { (say.round) } th scope="col" { (say.days) } th.num scope="col" { (say.answers) }
                        th.num scope="col" { (say.overall) } th scope="col" { (say.target) }
                    } }
                    tbody { @for round in rounds { (row(visit, round)) } }
                }
            }))
        }
    };
    visit.page(say.scores, Width::Wide, &main)
}

fn row(visit: &Visit, round: &Listed) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let (occasion, figures) = (&round.occasion, &round.headline);
    let answers = match figures.roll {
        _ if figures.counted == 0 => (say.few_answered)(figures.k),
        Some(roll) => (say.of_roll)(&grouped(figures.counted.into()), &grouped(roll.into())),
        None => (say.answered)(&grouped(figures.counted.into())),
    };
    html! {
        tr {
            th scope="row" {
                a href=(visit.to(&at::results(occasion.survey, ""))) { (occasion.name.say(language)) " " (occasion.place()) }
                @if occasion.is_published { " " (parts::tag(Tone::Good, say.is_published)) }
            }
            td { (dates::days(occasion.opened, occasion.closed, language)) }
            td.num { (answers) }
            td.num { (overall(language, round)) }
            td {
                @if let Some(target) = &occasion.target {
                    (target_in_words(target))
                    @let stands = standing::in_words(&figures.overall, Some(target), language);
                    @if !stands.is_empty() { br; span.small { (stands) } }
                } @else { (say.no_target) }
            }
        }
    }
}

fn overall(language: Language, round: &Listed) -> String {
    written::in_full(&round.headline.overall, 2, round.headline.k, language)
}
