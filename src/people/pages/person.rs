//! One person: the form, leaving, coming back, and two entries that become one.

use maud::{Markup, html};

use super::{
    twins::merge_address,
    unit_choices::{self, Placed},
    unreached,
};
use crate::{
    ids::UnitId,
    language::{Language, dates},
    people::{
        Person, Unreached,
        words::{
            person::words,
            roster::{self, words as list_words},
        },
    },
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, DayField, Field, Tone, TypedDay},
    },
};

/// What stands in the form: as typed, or as it is.
#[derive(Clone, Debug, Default)]
pub struct PersonForm {
    pub number: String,
    pub name: String,
    /// By short name.
    pub unit: String,
    pub category: String,
    pub email: String,
    /// Its code; empty if not chosen.
    pub language: String,
    pub started: TypedDay,
}

/// What there is to choose among.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub units: Vec<Placed>,
    pub categories: Vec<String>,
}

pub fn new_person(visit: &Visit, form: &PersonForm, known: &Known, faults: &Faults) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s { (back_to_list(visit)) h1 { (say.new) } p.muted { (say.new_lead) } }
        @if known.units.is_empty() {
            (parts::empty(say.no_units, &html! { p { a.btn href=(visit.to(at::UNIT_NEW)) { (crate::people::words::units::words(visit.language).add) } } }))
        } @else {
            div.card { (visit.form(at::ROSTER_NEW, &fields(visit.language, form, known, say.add, faults))) }
        }
    };
    visit.page_with_faults(say.new, Width::Column, faults, &main)
}

fn back_to_list(visit: &Visit) -> Markup {
    html! { p.small { a href=(visit.to(at::ROSTER)) { (list_words(visit.language).roster) } } }
}

fn fields(language: Language, form: &PersonForm, known: &Known, button: &str, faults: &Faults) -> Markup {
    let (say, list) = (words(language), list_words(language));
    let labels = unit_choices::labels(&known.units, language);
    let values: Vec<_> = known.units.iter().map(|(_, unit)| unit.short_name.as_str().to_owned()).collect();
    let units = unit_choices::choices(say.choose_unit, &known.units, &labels, &values, &form.unit, language);
    let email = parts::optional(list.email, language);
    let started = parts::optional(list.started, language);
    let languages = [
        ("", say.language_not_chosen, say.language_not_chosen_meaning),
        (Language::Thai.code(), say.thai, ""),
        (Language::English.code(), say.english, ""),
    ];
    let languages = languages.map(|(value, label, meaning)| Choice {
        value,
        label,
        meaning,
        is_chosen: value == form.language,
        language: None,
    });
    html! {
        (Field::new("number", list.number, faults).hint(say.number_hint).value(&form.number))
        (Field::new("name", list.name, faults).hint(say.name_hint).value(&form.name))
        (parts::select("unit", list.unit, "", &units, faults))
        (Field::new("category", list.category, faults).hint(say.category_hint).value(&form.category).known(&known.categories))
        (DayField::new("started", &started, &form.started, say.started_hint, faults, language))
        (Field::email("email", &email, faults).hint(say.email_hint).value(&form.email).autocomplete("off"))
        (parts::choices("language", say.language, false, &languages, faults))
        button.btn { (button) }
    }
}

/// The page of somebody who is on the roster, or was.
pub fn person(
    visit: &Visit,
    person: &Person,
    unreached: Option<&Unreached>,
    form: &PersonForm,
    known: &Known,
    faults: &Faults,
) -> Page {
    let (say, list) = (words(visit.language), list_words(visit.language));
    let done = match visit.done() {
        Some("saved") => Some(say.saved),
        Some("departed") => Some(say.departed),
        Some("returned") => Some(say.came_back),
        Some("merged") => Some(say.merged),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s {
            (back_to_list(visit))
            h1 { (person.name.as_str()) }
            p { span.muted { (list.number) " " (person.number.as_str()) } }
            @if let Some(on) = person.departed { p { (parts::tag(Tone::Plain, &(list.departed_on)(on))) } }
        }
        @if person.departed.is_some() {
            section.card.stack {
                p { (say.come_back_lead) }
                (visit.button(&at::roster_return(person.id), "btn alt", say.come_back))
            }
        }
        @if let Some(unreached) = unreached { (unreached::mark(visit, unreached)) }
        div.card { (visit.form(&at::roster_person(person.id), &fields(visit.language, form, known, say.save, faults))) }
        section.card.stack {
            p { (say.merge_lead) }
            p { a.btn.alt href=(visit.to(&at::roster_merge(person.id))) { (say.merge) } }
        }
        @if person.departed.is_none() {
            section.card.danger.stack {
                p { (say.depart_lead) }
                p { a.btn.bad.alt href=(visit.to(&at::roster_departure(person.id))) { (say.depart) } }
            }
        }
    };
    visit.page_with_faults(person.name.as_str(), Width::Column, faults, &main)
}

/// Asked once more, with the day and what it means.
pub fn departure(visit: &Visit, person: &Person, on: &TypedDay, faults: &Faults) -> Page {
    let say = words(visit.language);
    let title = (say.depart_for)(person.name.as_str());
    let fields = html! {
        (DayField::new("on", say.departed_from, on, say.departed_hint, faults, visit.language))
        div.acts {
            button.btn.bad { (say.depart) }
            a.btn.alt href=(visit.to(&at::roster_person(person.id))) { (say.keep) }
        }
    };
    let main = html! {
        div.stack-s {
            (back_to_list(visit))
            h1 { (title) }
            p.muted { (list_words(visit.language).number) " " (person.number.as_str()) }
        }
        section.card.stack {
            div.prose { ul { @for meaning in say.depart_means { li { (meaning) } } } }
            (visit.form(&at::roster_departure(person.id), &fields))
        }
    };
    visit.page_with_faults(&title, Width::Column, faults, &main)
}

/// Two entries side by side, and what would be left of them.
pub struct Comparison {
    pub kept: Person,
    pub other: Person,
    pub left: Person,
}

/// `typed` is the number of the other entry, as it was typed.
pub fn merge(
    visit: &Visit,
    person: &Person,
    typed: &str,
    comparison: Option<&Comparison>,
    units: &[Placed],
    faults: &Faults,
) -> Page {
    let say = words(visit.language);
    let title = (say.merge_for)(person.name.as_str());
    let is_wrong = faults.at("other").is_some();
    // Two entries and what is left of them need more room than one number.
    let width = if comparison.is_some() { Width::Wide } else { Width::Column };
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::roster_person(person.id))) { (person.name.as_str()) } }
            h1 { (title) }
            p.muted { (list_words(visit.language).number) " " (person.number.as_str()) }
            p { (say.merge_means) }
        }
        form.card action=(visit.to(&at::roster_merge(person.id))) novalidate {
            div.field.bad[is_wrong] {
                label for="other" { (say.other) }
                p.hint #other-hint { (say.other_hint) }
                (parts::fault_at("other", faults))
                div.search {
                    input.inp type="text" id="other" name="other" value=(typed) autocomplete="off" aria-invalid=[is_wrong.then_some("true")]
                        aria-describedby=(if is_wrong { "other-hint other-fault" } else { "other-hint" });
                    button.btn.alt[comparison.is_some()] { (say.compare) }
                }
            }
        }
        @if let Some(comparison) = comparison { (compared(visit, comparison, units)) }
    };
    visit.page_with_faults(&title, width, faults, &main)
}

fn compared(visit: &Visit, two: &Comparison, units: &[Placed]) -> Markup {
    let say = words(visit.language);
    let unit = |id: UnitId| {
        let found = units.iter().find(|(_, unit)| unit.id == id);
        found.map_or("–", |(_, unit)| unit.short_name.as_str())
    };
    let columns = [&two.kept, &two.other, &two.left].map(|person| facts(visit.language, person, unit(person.unit)));
    let [kept, other, left] = columns;
    let rows = html! {
        table {
            thead {
                tr {
                    th scope="col" { span.vh { (say.compared) } }
                    th scope="col" { (say.kept) }
                    th scope="col" { (say.gone) }
                    th scope="col" { (say.left) }
                }
            }
            tbody {
                @for (((label, kept), (_, other)), (_, left)) in kept.into_iter().zip(other).zip(left) {
                    tr { th scope="row" { (label) } td { (kept) } td.muted { (other) } td { @if left == kept { (left) } @else { b { (left) } } } }
                }
            }
        }
    };
    html! {
        section.card.stack aria-labelledby="compared" {
            h2 #compared { (say.compared) }
            (parts::table(say.compared, &rows))
            p { a href=(visit.to(&merge_address(two.other.id, two.kept.number.as_str()))) { ((say.other_way_round)(two.other.number.as_str())) } }
            @if two.kept.name != two.other.name { (parts::warning(say.names_differ)) }
            (parts::warning(say.merge_for_good))
            (visit.form(&at::roster_merge(two.kept.id), &html! {
                input type="hidden" name="other" value=(two.other.number.as_str());
                button.btn.bad { (say.merge_now) }
            }))
        }
    }
}

fn facts(language: Language, person: &Person, unit: &str) -> [(&'static str, String); 8] {
    let (say, list) = (words(language), list_words(language));
    let none = || say.none.to_owned();
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(none, |day| dates::short_with_era(day, language));
    let letters = match person.language {
        None => say.language_not_chosen,
        Some(Language::Thai) => say.thai,
        Some(Language::English) => say.english,
    };
    [
        (list.number, person.number.as_str().to_owned()),
        (list.name, person.name.as_str().to_owned()),
        (list.unit, unit.to_owned()),
        (list.category, person.category.as_str().to_owned()),
        (list.started, day(person.started)),
        (list.email, person.email.as_ref().map_or_else(none, |email| email.reveal().to_owned())),
        (say.language, letters.to_owned()),
        (list.departure, person.departed.map_or_else(|| roster::words(language).present.to_owned(), |on| day(Some(on)))),
    ]
}
