//! What a choice comes to, and making the slips of it.

use std::collections::HashMap;

use diesel::QueryResult;

use super::{
    choice::Choice,
    slip::{Slip, To},
};
use crate::{
    accounts::{self, Deed},
    credentials::issue,
    db::RegisterConn,
    dice::Dice,
    ids::{PersonId, SurveyId},
    language::Language,
    people::{self, Addressee, Roll},
    rounds::Hand,
    surveys::Survey,
};

/// How many slips a choice is, and for how many of them an earlier code becomes void.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extent {
    pub slips: usize,
    pub void: usize,
}

pub fn extent(conn: &mut RegisterConn, survey: SurveyId, choice: &Choice) -> QueryResult<Extent> {
    if let Choice::Group(group) = choice {
        let roll = people::roll(conn, survey)?;
        let strata = roll.iter().flat_map(|roll| &roll.strata);
        let sizes = strata.filter(|stratum| group.is_none_or(|group| group == stratum.id)).map(|stratum| stratum.size);
        return Ok(Extent { slips: usize::try_from(sizes.sum::<i32>()).unwrap_or(0), void: 0 });
    }
    let meant = meant(conn, survey, choice)?;
    Ok(Extent { slips: meant.len(), void: meant.iter().filter(|person| person.has_code).count() })
}

fn meant(conn: &mut RegisterConn, survey: SurveyId, choice: &Choice) -> QueryResult<Vec<Addressee>> {
    let everybody = people::addressees(conn, survey)?;
    Ok(choice.among(everybody, &people::all_units(conn)?))
}

/// Slips for those who are meant, and a line in the diary: how many, and what kind of choice it was. Never who,
/// and never a code.
pub fn print(conn: &mut RegisterConn, hand: &Hand, survey: &Survey, choice: &Choice, dice: &mut Dice) -> QueryResult<Vec<Slip>> {
    let slips = match choice {
        Choice::Group(_) => drawn(conn, hand, survey.id, choice, dice)?,
        _ => named(conn, hand, survey.id, choice)?,
    };
    let subject = format!("{} · {} · {}", survey.subject(), slips.len(), choice.code());
    accounts::note(conn, hand.master, hand.by, Deed::SlipsPrinted, &subject, hand.now)?;
    Ok(slips)
}

fn named(conn: &mut RegisterConn, hand: &Hand, survey: SurveyId, choice: &Choice) -> QueryResult<Vec<Slip>> {
    let meant = meant(conn, survey, choice)?;
    let ids: Vec<PersonId> = meant.iter().map(|person| person.id).collect();
    let codes: HashMap<PersonId, String> =
        issue::print_named(conn, hand.master, survey, &ids)?.into_iter().map(|(person, link)| (person, link.write())).collect();
    let units: HashMap<_, _> = people::all_units(conn)?.into_iter().map(|unit| (unit.id, unit)).collect();
    let slip = |person: &Addressee| {
        let unit = units.get(&person.unit).map(|unit| unit.name(Language::Thai).to_owned()).unwrap_or_default();
        let to = To::Person { name: person.name.as_str().to_owned(), number: person.number.as_str().to_owned(), unit };
        Some(Slip { code: codes.get(&person.id)?.clone(), to })
    };
    Ok(meant.iter().filter_map(slip).collect())
}

/// The same codes whenever they are printed, in another order.
fn drawn(conn: &mut RegisterConn, hand: &Hand, survey: SurveyId, choice: &Choice, dice: &mut Dice) -> QueryResult<Vec<Slip>> {
    let roll = people::roll(conn, survey)?;
    let mut slips = Vec::new();
    for (stratum, links) in issue::drawn_slips(conn, hand.master, survey)? {
        if matches!(choice, Choice::Group(Some(group)) if *group != stratum) {
            continue;
        }
        let group = name_of(roll.as_ref(), stratum);
        let mut of_group: Vec<_> = links.iter().map(|link| Slip { code: link.write(), to: To::Group(group.clone()) }).collect();
        dice.shuffle(&mut of_group);
        slips.append(&mut of_group);
    }
    Ok(slips)
}

fn name_of(roll: Option<&Roll>, stratum: crate::ids::StratumId) -> String {
    let mut strata = roll.iter().flat_map(|roll| &roll.strata);
    strata.find(|one| one.id == stratum).map(|one| one.name(Language::Thai).to_owned()).unwrap_or_default()
}
