//! A round as everyone may see it: when it is open, what it promises, how many may answer, and in
//! which groups. Of a draft nothing but its name and its roll.

use maud::{Markup, html};

use super::heading::{Head, extensions, stage};
use crate::{
    ids::StratumId,
    language::dates,
    papers::{Fingerprints, in_groups},
    people::{
        Roll, ShortName,
        pages::eligible::{strata, unsigned},
        words::{counted::people, eligible, rolls::words},
    },
    rounds::words::{
        promises::{comments_in_words, comments_meaning, door_in_words, door_meaning, release_in_words, release_meaning},
        public,
    },
    surveys::{Door, State, Survey, words::window_in_words},
    web::{Page, Visit, Width, at, parts},
};

pub fn survey(
    visit: &Visit,
    head: &Head,
    roll: Option<&Roll>,
    units: &[(StratumId, ShortName)],
    fingerprints: Option<&Fingerprints>,
) -> Page {
    let say = words(visit.language);
    let survey = &head.survey;
    let name = survey.name(visit.language);
    let year = survey.year.name_with_days(visit.language);
    let is_open_link = survey.terms.door == Door::OpenLink && !survey.state.is_draft();
    let main = html! {
        div.stack-s {
            h1 { (name) }
            p.muted { ((eligible::words(visit.language).round)(&year, survey.round)) }
        }
        (extensions(visit, &head.extensions))
        @if !survey.state.is_draft() { (promised(visit, survey)) }
        @match roll {
            _ if is_open_link => {},
            None => (parts::note(say.unsettled)),
            Some(roll) => {
                section.card.stack aria-labelledby="facts" {
                    h2 #facts { (say.public_facts) }
                    dl.dl {
                        div { dt { (say.public_size) } dd {
                            b { (people(visit.language, unsigned(roll.size()))) }
                            @if roll.added > 0 { " " ((say.public_added)(unsigned(roll.added))) }
                        } }
                        div { dt { (say.public_drawn) } dd { (dates::short_with_era(roll.drawn, visit.language)) } }
                    }
                    p.small.muted { (say.public_size_fixed) }
                }
                section.card.stack aria-labelledby="groups" {
                    h2 #groups { (say.public_groups) }
                    (strata(visit, say.public_groups, &roll.strata, units))
                    p { (say.public_only_these) }
                    p { ((say.public_k)(roll.k)) }
                }
            }
        }
        @if let Some(fingerprints) = fingerprints { (recognised_by(visit, fingerprints, roll)) }
    };
    visit.page(name, Width::Column, &main)
}

/// What letters about this survey name too: to be compared with them.
fn recognised_by(visit: &Visit, fingerprints: &Fingerprints, roll: Option<&Roll>) -> Markup {
    let say = public::words(visit.language);
    let strata = roll.map(|roll| roll.strata.as_slice()).unwrap_or_default();
    let named = strata.iter().filter_map(|stratum| Some((stratum.name(visit.language), fingerprints.key(stratum.id)?)));
    html! {
        section.card.stack aria-labelledby="fingerprints" {
            h2 #fingerprints { (say.fingerprints) }
            p { (say.fingerprints_lead) }
            dl.dl {
                div { dt { (say.paper) } dd { code { (in_groups(fingerprints.paper.as_bytes())) } } }
                @if strata.is_empty() {
                    @for (_, key) in &fingerprints.keys { div { dt { (say.key) } dd { code { (in_groups(key)) } } } }
                }
                @for (name, key) in named { div { dt { (say.key) " · " (name) } dd { code { (in_groups(key)) } } } }
            }
        }
    }
}

/// When it is open, and what whoever answers can rely on.
fn promised(visit: &Visit, survey: &Survey) -> Markup {
    let (say, language, terms) = (public::words(visit.language), visit.language, &survey.terms);
    let fact = |term: &str, said: &str, meaning: &str| {
        html! { div { dt { (term) } dd { (said) @if !meaning.is_empty() { br; span.small.muted { (meaning) } } } } }
    };
    let label = if terms.door == Door::OpenLink { say.door_open } else { door_meaning(language, terms.entrance()) };
    html! {
        section.card.stack aria-labelledby="round" {
            h2 #round { (say.round) }
            dl.dl {
                div { dt { (say.stage) } dd { (stage(visit, &plain_stage(&survey.state))) } }
                @if let Some(window) = survey.state.window() { (fact(say.window, &window_in_words(language, window), "")) }
                (fact(say.door, door_in_words(language, terms.entrance()), label))
                (fact(say.smallest, &people(language, unsigned(terms.k)), ""))
                (fact(say.release, release_in_words(language, terms.release), &release_meaning(language, terms.release, terms.k)))
                (fact(say.comments, comments_in_words(language, terms.comments), &comments_meaning(language, terms.comments, terms.k)))
            }
            @if !survey.state.has_opened() { p.small.muted { (say.not_open_yet) } }
            @if matches!(survey.state, State::Closed { .. } | State::Published { .. }) {
                p { a href=(visit.to(&at::bulletin_page(survey.id))) { (say.bulletin) } }
                @if matches!(survey.state, State::Published { .. }) { p { a href=(visit.to(&at::published(survey.id))) { (say.results) } } }
            }
            @if survey.state.is_open() { p { a href=(visit.to(&at::replace(survey.id))) { (say.replace) } } }
            p { a href=(visit.to(at::ABOUT_ANSWERS)) { (say.about_answers) } }
        }
    }
}

/// What holds a round back is for those who prepare it.
fn plain_stage(state: &State) -> State {
    match state {
        State::Scheduled { window, .. } => State::Scheduled { window: *window, trouble: None },
        other => other.clone(),
    }
}
