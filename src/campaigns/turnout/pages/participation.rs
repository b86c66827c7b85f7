//! How many have taken part in one round: the total, its groups, its days, and what that means.

use maud::{Markup, html};

use super::chart;
use crate::{
    campaigns::turnout::{
        look::Seen,
        words::{Words, forecast_in_words, without_answers_in_words, words},
    },
    clock::Moment,
    language::{Language, dates},
    rounds::words::overview,
    web::{Icon, Page, Visit, Width, at, parts},
};

pub fn show(visit: &Visit, seen: &Seen, now: Moment) -> Page {
    let say = words(visit.language);
    let survey = &seen.survey;
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::round(survey.id))) { (survey.name(visit.language)) } }
            h1 { (say.participation) }
            p.muted { ((overview::words(visit.language).round_of)(&survey.year.name(visit.language), survey.round)) }
        }
        section.card.stack aria-labelledby="total" {
            h2 #total { (headline(say, seen)) }
            (measured(visit, seen, now))
            @if seen.is_open() { p.muted { (say.scores_later) } }
        }
        @if seen.is_to_be_warned_of() { (warning(visit, seen)) }
        @if seen.is_open() {
            section.card.stack aria-labelledby="forecast" {
                h2 #forecast { (say.forecast) }
                p.b { (forecast_in_words(visit.language, seen.forecast())) }
                p.small.muted { (say.forecast_meaning) }
            }
        }
        @if seen.groups.len() > 1 { (groups(visit.language, seen)) }
        @if seen.shown() > 0 { (by_day(visit.language, seen)) }
        (safety(say, seen.k))
    };
    visit.page(say.participation, Width::Column, &main)
}

/// "At least 31 of 54", or why there is no number yet.
pub fn headline(say: &Words, seen: &Seen) -> String {
    match seen.shown() {
        0 => (say.none_shown)(seen.on_roll, seen.k),
        shown => (say.at_least)(shown, seen.on_roll),
    }
}

/// The bar, what is needed, how long is left, and how old the figures are.
pub fn measured(visit: &Visit, seen: &Seen, now: Moment) -> Markup {
    let say = words(visit.language);
    let day = |day| dates::short(day, visit.language);
    html! {
        div.chart { (chart::bar(seen.shown(), seen.on_roll, Some(seen.needed))) }
        p {
            b { ((say.needed)(seen.needed)) } " "
            @if seen.is_reached() { (say.is_reached) }
            @else if seen.can_be_seen_to_be_reached() { ((say.more_needed)(seen.needed.saturating_sub(seen.shown()))) }
            @else { (say.cannot_be_seen) }
        }
        p {
            @if !seen.is_open() { (say.is_over) }
            @else if seen.days_left == 0 { (say.last_day) }
            @else { ((say.days_left)(seen.days_left, seen.working_days_left)) }
        }
        p.small.muted {
            @match seen.counted_on() {
                Some(counted) => ((say.as_of)(&day(counted))),
                None => ((say.first_count)(&day(seen.first_count(now)))),
            }
        }
    }
}

fn warning(visit: &Visit, seen: &Seen) -> Markup {
    let say = words(visit.language);
    html! {
        (parts::warning(say.warning))
        section.card.stack aria-labelledby="to-do" {
            h2 #to-do { (say.what_to_do) }
            @if let Some(without) = &seen.without_answers { p { (without_answers_in_words(visit.language, without)) } }
            div.prose { ul { @for deed in say.to_do { li { (deed) } } } }
        }
    }
}

/// Groups smaller than k are not even named.
fn groups(language: Language, seen: &Seen) -> Markup {
    let say = words(language);
    let unsigned = |size: i32| u32::try_from(size).unwrap_or(0);
    html! {
        section.card.stack aria-labelledby="groups" {
            h2 #groups { (say.groups) }
            p.small.muted { ((say.groups_lead)(seen.k)) }
            @for (group, shown) in seen.groups.iter().filter(|(group, _)| unsigned(group.size) >= seen.k) {
                div.chart.stack-s {
                    div.row.between {
                        span { (group.name(language)) }
                        @if *shown == 0 { span.muted { (say.not_shown) } }
                        @else { span { ((say.at_least_short)(*shown, unsigned(group.size))) } }
                    }
                    (chart::bar(*shown, unsigned(group.size), None))
                }
            }
        }
    }
}

fn by_day(language: Language, seen: &Seen) -> Markup {
    let say = words(language);
    let day = |day| dates::short(day, language);
    html! {
        section.card.stack aria-labelledby="by-day" {
            h2 #by-day { (say.by_day) }
            div.chart { (chart::columns(&seen.days, seen.on_roll)) }
            @if let (Some((first, _)), Some((last, _))) = (seen.days.first(), seen.days.last()) {
                p.row.between.small.muted { span { (day(*first)) } span { (day(*last)) } }
            }
            details.data {
                summary { (say.as_table) }
                table.rows {
                    thead { tr { th scope="col" { (say.day) } th.num scope="col" { (say.shown) } } }
                    tbody {
                        @for (on, shown) in &seen.days {
                            tr {
                                th scope="row" { (day(*on)) }
                                td.num { @if *shown == 0 { (say.not_shown) } @else { (shown) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn safety(say: &Words, k: u32) -> Markup {
    html! {
        details.note {
            summary { (Icon::Lock) span { (say.how_kept_safe) } }
            div.facts {
                div { (Icon::Done) span { ((say.steps_of)(k)) } }
                @for fact in say.safety { div { (Icon::Done) span { (fact) } } }
            }
        }
    }
}
