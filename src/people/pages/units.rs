//! The units of the department, as they stand below each other.

use maud::{Markup, html};

use super::unit_choices::{self, Placed};
use crate::{
    ids::UnitId,
    language::{Language, digits::grouped},
    people::{
        Unit,
        look::Look,
        words::{refusal_in_words, units::words},
    },
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
    },
};

/// A unit in its place, and how many people work there.
pub struct UnitRow {
    pub unit: Unit,
    pub depth: usize,
    pub people: i64,
    /// With all units below it.
    pub with_below: i64,
}

pub fn units(visit: &Visit, units: &[UnitRow]) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("added") => Some(say.added),
        Some("removed") => Some(say.removed),
        _ => None,
    };
    let add = html! { a.btn href=(visit.to(at::UNIT_NEW)) { (say.add) } };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.row.between {
            div.stack-s { h1 { (say.units) } p.muted { (say.units_lead) } }
            @if !units.is_empty() { (add) }
        }
        @if units.is_empty() {
            (parts::empty(say.empty, &html! { p { (add) } p { a href=(visit.to(at::IMPORT)) { (say.import) } } }))
        } @else {
            div.card { (parts::table(say.units, &table(visit, units))) }
        }
    };
    visit.page(say.units, Width::Wide, &main)
}

fn table(visit: &Visit, units: &[UnitRow]) -> Markup {
    let say = words(visit.language);
    html! {
        table.rows {
            thead {
                tr {
                    th scope="col" { (say.unit) }
                    th scope="col" { (say.short_name) }
                    th.num scope="col" { (say.people) }
                    th.num scope="col" { (say.with_below) }
                }
            }
            tbody {
                @for row in units {
                    @let (name, language) = row.unit.name_and_language(visit.language);
                    tr {
                        th scope="row" {
                            @for _ in 0..row.depth { span.in {} }
                            a href=(visit.to(&at::unit(row.unit.id))) lang=[(language != visit.language).then(|| language.code())] { (name) }
                        }
                        td.nb { (row.unit.short_name.as_str()) }
                        td.num { (grouped(row.people)) }
                        td.num {
                            a href=(visit.to(&people_of(row.unit.id))) {
                                (grouped(row.with_below)) span.vh { " " ((say.people_of)(row.unit.short_name.as_str())) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The list of those who work in a unit or below it.
fn people_of(unit: UnitId) -> String {
    Look { unit: Some(unit), ..Look::default() }.at(at::ROSTER)
}

/// What stands in the form: as typed, or as it is.
#[derive(Clone, Debug, Default)]
pub struct UnitForm {
    pub short_name: String,
    pub name_thai: String,
    pub name_english: String,
    /// By short name; empty for none.
    pub parent: String,
}

pub fn new_unit(visit: &Visit, form: &UnitForm, parents: &[Placed], faults: &Faults) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s { (back_to_list(visit)) h1 { (say.add) } }
        div.card { (visit.form(at::UNIT_NEW, &fields(visit.language, form, parents, say.add, faults))) }
    };
    visit.page_with_faults(say.add, Width::Column, faults, &main)
}

fn back_to_list(visit: &Visit) -> Markup {
    html! { p.small { a href=(visit.to(at::UNITS)) { (words(visit.language).units) } } }
}

fn fields(language: Language, form: &UnitForm, parents: &[Placed], button: &str, faults: &Faults) -> Markup {
    let say = words(language);
    let english = parts::optional(say.name_english, language);
    let labels = unit_choices::labels(parents, language);
    let values: Vec<_> = parents.iter().map(|(_, unit)| unit.short_name.as_str().to_owned()).collect();
    html! {
        (Field::new("name_thai", say.name_thai, faults).value(&form.name_thai).in_language(Language::Thai))
        (Field::new("name_english", &english, faults).value(&form.name_english).in_language(Language::English))
        (Field::new("short_name", say.short_name, faults).hint(say.short_name_hint).value(&form.short_name))
        (parts::select("parent", say.parent, "", &unit_choices::choices(say.no_parent, parents, &labels, &values, &form.parent, language), faults))
        button.btn { (button) }
    }
}

/// `is_in_use`: people, units or a roll stand on it, so that it cannot be removed.
pub fn unit(visit: &Visit, unit: &Unit, form: &UnitForm, parents: &[Placed], is_in_use: bool, faults: &Faults) -> Page {
    let say = words(visit.language);
    let (name, language) = unit.name_and_language(visit.language);
    let main = html! {
        @if visit.done() == Some("saved") { (parts::done(say.saved)) }
        div.stack-s {
            (back_to_list(visit))
            h1 lang=[(language != visit.language).then(|| language.code())] { (name) }
            p { a href=(visit.to(&people_of(unit.id))) { (say.see_people) } }
        }
        div.card { (visit.form(&at::unit(unit.id), &fields(visit.language, form, parents, say.save, faults))) }
        @if is_in_use {
            (parts::note(&refusal_in_words(visit.language, &crate::people::Refusal::UnitInUse)))
        } @else {
            section.card.danger.stack {
                p { (say.remove_lead) }
                (visit.button(&at::unit_removal(unit.id), "btn bad alt", say.remove))
            }
        }
    };
    visit.page_with_faults(name, Width::Column, faults, &main)
}
