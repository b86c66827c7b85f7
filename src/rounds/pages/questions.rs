//! What a round asks, which other questions it may ask, and what changed since the round before.

use maud::{Markup, html};

use super::{
    heading::{self, Head},
    planning::{Shelf, folded, library, starters},
};
use crate::{
    authoring::Version,
    instruments::{Change, Code, Instrument, compare},
    rounds::words::{
        planning,
        questions::{change_in_words, words},
    },
    surveys::Survey,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Tone},
    },
};

pub struct Scene {
    pub head: Head,
    pub version: Option<Version>,
    /// The round before, and what it asked.
    pub before: Option<(Survey, Instrument)>,
    pub shelf: Shelf,
}

pub fn questions(visit: &Visit, scene: &Scene, chosen: &str, faults: &Faults) -> Page {
    let say = words(visit.language);
    let is_draft = scene.head.survey.state.is_draft();
    let main = html! {
        @if visit.done() == Some("chosen") { (parts::done(say.chosen)) }
        (heading::of_page(visit, &scene.head, say.title, ""))
        @if scene.head.survey.state.has_opened() {
            (parts::note(say.stands))
        } @else if !is_draft {
            (parts::note(say.stands_scheduled))
        }
        (asks(visit, scene, is_draft))
        @if is_draft { (choosing(visit, scene, chosen, faults)) }
        @if let Some(version) = &scene.version { (compared(visit, scene, &version.instrument)) }
    };
    visit.page_with_faults(say.title, Width::Column, faults, &main)
}

fn asks(visit: &Visit, scene: &Scene, is_draft: bool) -> Markup {
    let say = words(visit.language);
    html! {
        section.card.stack aria-labelledby="asks" {
            h2 #asks { (say.asks) }
            @match &scene.version {
                None => p.muted { (say.none_yet) },
                Some(version) => {
                    p.b { (version.instrument.title.say(visit.language)) }
                    div.row {
                        p.muted { ((say.version)(version.number, version.instrument.questions())) }
                        (parts::tag(Tone::Plain, if version.is_fixed { say.fixed } else { say.own }))
                    }
                    @if !version.instrument.caution.is_empty() { (parts::warning(version.instrument.caution.say(visit.language))) }
                    @if is_draft { p.small.muted { @if version.is_fixed { (say.fixed_meaning) } @else { (say.own_meaning) } } }
                    (ways(visit, scene, version, is_draft))
                }
            }
        }
    }
}

fn ways(visit: &Visit, scene: &Scene, version: &Version, is_draft: bool) -> Markup {
    let say = words(visit.language);
    let form = at::round_form(scene.head.survey.id);
    html! {
        div.acts {
            @if is_draft && version.is_fixed {
                (visit.form(&form, &html! {
                    input type="hidden" name="next" value="yes";
                    button.btn { (say.next_version) }
                }))
            }
            @if is_draft && !version.is_fixed {
                a.btn href=(visit.to(&at::instrument(version.id, ""))) { (say.edit) }
            } @else {
                a href=(visit.to(&at::instrument(version.id, ""))) { (say.look) }
            }
            a href=(visit.to(&at::instrument(version.id, "/preview"))) { (say.preview) }
        }
    }
}

fn choosing(visit: &Visit, scene: &Scene, chosen: &str, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let shelves = planning::words(visit.language);
    let nothing = vec![(String::new(), say.nothing.to_owned())];
    let groups =
        [("", &nothing), (shelves.starters, &starters(visit, &scene.shelf)), (shelves.library, &library(visit, &scene.shelf))];
    let class = if scene.version.is_some() { "btn alt" } else { "btn" };
    let fields = html! {
        (folded("what", say.what, say.what_hint, &groups, None, chosen, faults))
        button class=(class) { (say.use_it) }
    };
    html! {
        section.card.stack aria-labelledby="choose" {
            h2 #choose { @if scene.version.is_some() { (say.choose) } @else { (say.nothing) } }
            p.muted { (say.choose_lead) }
            (visit.form(&at::round_form(scene.head.survey.id), &fields))
        }
    }
}

fn compared(visit: &Visit, scene: &Scene, now: &Instrument) -> Markup {
    let say = words(visit.language);
    let Some((before, asked)) = &scene.before else {
        return html! {
            section.card.stack aria-labelledby="compared" { h2 #compared { (say.compared) } p.muted { (say.nothing_before) } }
        };
    };
    let by_item = by_item(compare(asked, now));
    let spoiled = by_item.iter().filter(|(_, changes)| changes.iter().any(Change::spoils)).count();
    let name = (planning::words(visit.language).like)(before.name(visit.language), before.round, before.year.number());
    html! {
        section.card.stack aria-labelledby="compared" {
            h2 #compared { (say.compared) }
            p.muted { ((say.compared_with)(&name)) }
            @if by_item.is_empty() { p { (say.same) } }
            @if spoiled > 0 { (parts::warning(&(say.spoiled)(spoiled))) }
            @if !by_item.is_empty() {
                ul.rank { @for (code, changes) in &by_item { (changed(visit, (asked, now), code, changes)) } }
            }
        }
    }
}

/// Changes of one item together, in their order.
fn by_item(changes: Vec<Change>) -> Vec<(Code, Vec<Change>)> {
    let mut items: Vec<(Code, Vec<Change>)> = Vec::new();
    for change in changes {
        match items.last_mut() {
            Some((code, of_item)) if *code == change.item => of_item.push(change),
            _ => items.push((change.item.clone(), vec![change])),
        }
    }
    items
}

fn changed(visit: &Visit, (asked, now): (&Instrument, &Instrument), code: &Code, changes: &[Change]) -> Markup {
    let say = words(visit.language);
    let found =
        now.numbered().find(|(_, item)| item.code == *code).or_else(|| asked.numbered().find(|(_, item)| item.code == *code));
    let spoils = changes.iter().any(Change::spoils);
    html! {
        @if let Some((number, item)) = found {
            li {
                span.small.muted { @match number { Some(number) => ((say.number)(number)), None => (say.heading) } }
                div.stack-s {
                    p { (item.text.say(visit.language)) }
                    ul.small { @for change in changes { li { (change_in_words(visit.language, change)) } } }
                    @if spoils {
                        p { (parts::tag(Tone::Watch, say.not_comparable)) }
                    } @else if changes.iter().all(Change::has_two_sides) {
                        p { (parts::tag(Tone::Plain, say.comparable)) }
                    }
                }
            }
        }
    }
}
