//! Drawing the roll up anew, and adding somebody to it.

use maud::{Markup, html};

use super::eligible::{Scene, Stands, partition_table, strata, unsigned};
use crate::{
    ids::UnitId,
    language::dates,
    people::{
        EmployeeNumber, Name,
        strata::Misfit,
        words::{audience::misfit_in_words, eligible, rolls::words},
    },
    surveys::Survey,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
    },
};

/// More people than this are not all named.
const NAMED: usize = 30;

/// Asked once more, with what it changes.
pub fn confirm(visit: &Visit, scene: &Scene, stands: &Stands) -> Page {
    let say = words(visit.language);
    let Stands { roll, units, change } = stands;
    let Scene { survey, outlook, .. } = scene;
    let chosen = outlook.audience.groups.as_deref().unwrap_or_default();
    let main = html! {
        (heading(visit, survey, say.anew_title))
        section.card.danger.stack {
            p { ((say.anew_lead)(&dates::short_with_era(roll.drawn, visit.language))) }
            p.b { ((say.now_then)(unsigned(roll.size()), outlook.eligible().count())) }
            @if change.is_none() { p { (say.same_today) } }
            @if change.rule_changed { p { (say.rule_changed) } }
            (named(visit, &(say.coming)(change.coming.len()), change.coming.iter().map(|person| (&person.name, &person.number))))
            (named(visit, &(say.going)(change.going.len()), change.going.iter().map(|person| (&person.name, &person.number))))
            (named(visit, &(say.left)(change.left.len()), change.left.iter().map(|person| (&person.name, &person.number))))
            div.acts {
                @if outlook.partition.is_ok() {
                    (visit.form(&at::roll(survey.id), &html! {
                        input type="hidden" name="anew" value="yes";
                        button.btn.bad.wide { (say.draw_up) }
                    }))
                }
                a.btn.alt href=(visit.to(&at::eligible(survey.id))) { (say.keep) }
            }
        }
        section.card.stack aria-labelledby="groups" {
            h2 #groups { (say.groups_then) }
            @match &outlook.partition {
                Ok(partition) => (partition_table(visit, outlook, partition)),
                Err(misfit) => (misfits(visit, scene, chosen, misfit)),
            }
        }
        section.card.stack aria-labelledby="groups-now" {
            h2 #groups-now { (say.groups_now) }
            (strata(visit, say.groups_now, &roll.strata, units))
        }
    };
    visit.page(say.anew_title, Width::Column, &main)
}

fn misfits(visit: &Visit, scene: &Scene, chosen: &[Vec<UnitId>], misfit: &Misfit) -> Markup {
    html! { @for sentence in misfit_in_words(visit.language, &scene.outlook, chosen, misfit) { (parts::warning(&sentence)) } }
}

/// How many, and who; nothing where there is nobody.
fn named<'person>(
    visit: &Visit,
    title: &str,
    people: impl ExactSizeIterator<Item = (&'person Name, &'person EmployeeNumber)>,
) -> Markup {
    let more = people.len().saturating_sub(NAMED);
    if people.len() == 0 {
        return html! {};
    }
    html! {
        div {
            h3 { (title) }
            ul.prose {
                @for (name, number) in people.take(NAMED) { li { (name.as_str()) " " span.small.muted { (number.as_str()) } } }
                @if more > 0 { li.muted { ((words(visit.language).and_more)(more)) } }
            }
        }
    }
}

pub fn new_person(visit: &Visit, survey: &Survey, number: &str, faults: &Faults) -> Page {
    let say = words(visit.language);
    let fields = html! {
        (Field::new("number", say.number, faults).hint(say.number_hint).value(number))
        button.btn { (say.add) }
    };
    let main = html! {
        (heading(visit, survey, say.add_title))
        p { (say.add_lead) }
        (parts::warning(say.add_warning))
        div.card { (visit.form(&at::roll_add(survey.id), &fields)) }
    };
    visit.page_with_faults(say.add_title, Width::Column, faults, &main)
}

fn heading(visit: &Visit, survey: &Survey, title: &str) -> Markup {
    html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::eligible(survey.id))) { (eligible::words(visit.language).title) } }
            h1 { (title) }
            p.muted { (survey.name(visit.language)) }
        }
    }
}
