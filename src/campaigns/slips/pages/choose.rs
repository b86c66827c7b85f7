//! For whom slips are printed.

use maud::{Markup, html};

use super::heading::heading;
use crate::{
    campaigns::slips::words::words,
    people::{
        RollStratum,
        pages::unit_choices::{self, Placed},
        words::counted::people,
    },
    surveys::{Entrance, State, Survey},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field},
    },
};

/// What was chosen and typed.
#[derive(Clone, Debug, Default)]
pub struct SlipsForm {
    pub who: String,
    pub unit: String,
    pub number: String,
    pub group: String,
}

/// A round, and whom its slips may be for.
pub struct Choosing {
    pub survey: Survey,
    /// The close has come, also where the timetable has not seen to it yet.
    pub is_over: bool,
    pub units: Vec<Placed>,
    pub strata: Vec<RollStratum>,
    /// How many have no address, or one that no letter reaches.
    pub unreached: usize,
}

pub fn choose(visit: &Visit, choosing: &Choosing, form: &SlipsForm, faults: &Faults) -> Page {
    let say = words(visit.language);
    let survey = &choosing.survey;
    let entrance = survey.terms.entrance();
    let main = html! {
        (heading(visit, survey, say.title))
        @if visit.done() == Some("before") { (parts::note(say.printed_before)) }
        @match (entrance, &survey.state) {
            (Entrance::OpenLink, _) => (parts::note(say.open_link)),
            (_, State::Draft { .. } | State::Scheduled { .. }) => (parts::note(say.before_opening)),
            (_, State::Closed { .. } | State::Published { .. }) => (parts::note(say.after_close)),
            _ if choosing.is_over => (parts::note(say.after_close)),
            (Entrance::Personal, State::Open { .. }) => {
                p { (say.lead_named) }
                (form_of(visit, survey, &named(visit, choosing, form, faults)))
            },
            (Entrance::Drawn, State::Open { .. }) => {
                p { (say.lead_drawn) }
                (form_of(visit, survey, &drawn(visit, choosing, form, faults)))
            },
        }
    };
    visit.page_with_faults(say.title, Width::Column, faults, &main)
}

/// By `GET`: looking before printing changes nothing.
fn form_of(visit: &Visit, survey: &Survey, fields: &Markup) -> Markup {
    html! {
        div.card {
            form.stack action=(visit.to(&at::slips_check(survey.id))) novalidate {
                (fields)
                button.btn { (words(visit.language).look) }
            }
        }
    }
}

fn named(visit: &Visit, choosing: &Choosing, form: &SlipsForm, faults: &Faults) -> Markup {
    let (say, language) = (words(visit.language), visit.language);
    let unreached = (say.unreached_meaning)(&people(language, choosing.unreached));
    let who = if form.who.is_empty() { "unreached" } else { &form.who };
    let choice = |value, label, meaning| Choice { value, label, meaning, is_chosen: value == who, language: None };
    let choices = [
        choice("unreached", say.unreached, &unreached),
        choice("unit", say.of_unit, ""),
        choice("person", say.of_person, ""),
        choice("everybody", say.everybody, ""),
    ];
    let labels = unit_choices::labels(&choosing.units, language);
    let values: Vec<_> = choosing.units.iter().map(|(_, unit)| unit.id.to_string()).collect();
    let units = unit_choices::choices(say.no_unit, &choosing.units, &labels, &values, &form.unit, language);
    html! {
        (parts::choices("who", say.who, false, &choices, faults))
        (parts::select("unit", say.unit, say.unit_hint, &units, faults))
        (Field::new("number", say.number, faults).hint(say.number_hint).value(&form.number))
    }
}

fn drawn(visit: &Visit, choosing: &Choosing, form: &SlipsForm, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let named: Vec<_> = choosing
        .strata
        .iter()
        .map(|stratum| {
            let size = people(visit.language, stratum.size);
            (stratum.id.to_string(), format!("{} · {size}", stratum.name(visit.language)))
        })
        .collect();
    let all = Choice { value: "", label: say.all_groups, meaning: "", is_chosen: form.group.is_empty(), language: None };
    let groups =
        named.iter().map(|(value, label)| Choice { value, label, meaning: "", is_chosen: *value == form.group, language: None });
    let choices: Vec<_> = std::iter::once(all).chain(groups).collect();
    parts::select("group", say.group, "", &choices, faults)
}

/// The same once more, to be sent along.
pub fn hidden(form: &SlipsForm) -> Markup {
    html! {
        input type="hidden" name="who" value=(form.who);
        input type="hidden" name="unit" value=(form.unit);
        input type="hidden" name="number" value=(form.number);
        input type="hidden" name="group" value=(form.group);
    }
}
