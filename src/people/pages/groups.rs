//! Which units stand together in results, for HR to choose.

use std::collections::HashMap;

use maud::{Markup, html};

use super::eligible::{Scene, let_rule, partition_table};
use crate::{
    ids::UnitId,
    people::{
        strata::Misfit,
        words::{audience::too_few_in_words, counted::people, eligible, rolls::words},
    },
    web::{Faults, Page, Visit, Width, at, parts},
};

/// Which group each unit is in, from 1.
pub type Chosen = HashMap<UnitId, usize>;

/// The name of the field that says a unit's group.
pub fn field(unit: UnitId) -> String {
    format!("group-{unit}")
}

pub fn edit(visit: &Visit, scene: &Scene, most: usize, chosen: &Chosen, faults: &Faults) -> Page {
    let (say, of) = (words(visit.language), eligible::words(visit.language));
    let Scene { survey, outlook, roll, .. } = scene;
    let title = of.change_groups;
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::eligible(survey.id))) { (of.title) } }
            h1 { (title) }
            p.muted { (survey.name(visit.language)) }
            p { ((say.groups_lead)(outlook.least())) }
            p.small.muted { ((of.why_twice_k)(outlook.k)) }
        }
        @if roll.is_some() { (parts::warning(say.stands_already)) }
        @if let Err(Misfit::TooFew(few)) = &outlook.partition {
            (parts::warning(&too_few_in_words(visit.language, *few)))
        } @else {
            @if most < 2 {
                (parts::note(say.no_choice))
            } @else {
                div.card { (visit.form(&at::groups(survey.id), &html! { (units(visit, scene, most, chosen, faults)) button.btn { (say.save_groups) } })) }
            }
            @if let Ok(partition) = &outlook.partition {
                section.card.stack aria-labelledby="groups" {
                    h2 #groups { (say.comes_to) }
                    (partition_table(visit, outlook, partition))
                }
            }
            @if outlook.audience.groups.is_some() {
                section.card.stack { p { (say.let_rule_lead) } (let_rule(visit, survey, "btn alt")) }
            }
        }
    };
    visit.page_with_faults(title, Width::Column, faults, &main)
}

/// A line for each unit with people who may answer.
fn units(visit: &Visit, scene: &Scene, most: usize, chosen: &Chosen, faults: &Faults) -> Markup {
    let (say, of) = (words(visit.language), eligible::words(visit.language));
    let outlook = &scene.outlook;
    html! {
        div.fields { @for count in outlook.counts.iter().filter(|count| count.eligible > 0) {
            @let name = field(count.id);
            @let fault = faults.at(&name);
            @let present = chosen.get(&count.id).copied().unwrap_or_default();
            div.field.bad[fault.is_some()] {
                label for=(name) {
                    (count.short_name.as_str()) " " span.muted { "· " (people(visit.language, count.eligible)) }
                    span.vh { " " (of.group) }
                }
                @if let Some(unit) = outlook.unit(count.id) { p.hint { (unit.name(visit.language)) } }
                (parts::fault_at(&name, faults))
                select.inp.mid id=(name) name=(name) aria-invalid=[fault.map(|_| "true")] aria-describedby=[fault.map(|_| format!("{name}-fault"))] {
                    @if present == 0 { option value="" selected { (say.choose_group) } }
                    @for number in 1..=most {
                        option value=(number) selected[number == present] { ((say.group_number)(number)) }
                    }
                }
            }
        } }
    }
}
