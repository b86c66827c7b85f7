//! Drawing up the roll: from here on it is fixed who may answer, and in which stratum.

use std::collections::HashMap;

use super::{
    DrawnUp, EmployeeNumber, Person, Roll, RollStratum,
    audience::{Outlook, outlook},
    roll::Standing,
    store,
    strata::Misfit,
};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::{PersonId, StratumId, UnitId},
    language::{Language, plain},
    secrets::MasterKey,
    surveys::{self, Survey},
};

/// Why a roll was not drawn up, or nobody added to it.
#[derive(Debug, thiserror::Error)]
pub enum NotDrawnUp {
    #[error(transparent)]
    Misfit(#[from] Misfit),
    /// Said of the survey, never of those on the roll: the answer must not tell whether anybody has
    /// collected.
    #[error("the survey is open")]
    Open,
    #[error("the survey is closed")]
    Closed,
    #[error("the roll is not drawn up")]
    NoRoll,
    #[error("nobody here has this employee number")]
    NoSuchPerson,
    #[error("they stand on the roll")]
    OnRoll,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// Freezes who may answer. Drawn up again, it takes the place of the roll before, until the survey
/// opens.
pub fn draw_up_roll(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    survey: &Survey,
    now: Moment,
    dice: &mut Dice,
) -> Result<Roll, NotDrawnUp> {
    let has_opened = surveys::find(conn, survey.id)?.is_some_and(|survey| survey.state.has_opened());
    if has_opened || store::is_open(conn, survey.id)? {
        return Err(NotDrawnUp::Open);
    }
    let outlook = outlook(conn, survey, now.day())?;
    let drawn_up = drawn_up(&outlook, survey, now, dice)?;
    store::forget_roll(conn, survey.id)?;
    store::insert_roll(conn, &drawn_up)?;
    let subject = format!("{}: {}", survey.name_thai, drawn_up.roll.entered);
    accounts::note(conn, master, by, Deed::RollDrawnUp, &subject, now)?;
    Ok(drawn_up.roll)
}

fn drawn_up(outlook: &Outlook, survey: &Survey, now: Moment, dice: &mut Dice) -> Result<DrawnUp, Misfit> {
    let partition = outlook.partition.clone()?;
    let [thai, english] = [Language::Thai, Language::English].map(|language| outlook.stratum_names(language));
    let strata: Vec<_> = partition
        .strata
        .iter()
        .zip(thai.iter().zip(&english))
        .map(|(stratum, (thai, english))| RollStratum {
            id: dice.id(),
            name_thai: plain(thai),
            name_english: plain(english),
            size: i32::try_from(stratum.size).unwrap_or(i32::MAX),
        })
        .collect();
    let of_unit: HashMap<UnitId, StratumId> = partition
        .strata
        .iter()
        .zip(&strata)
        .flat_map(|(stratum, row)| stratum.units.iter().map(move |unit| (*unit, row.id)))
        .collect();
    let mut people: Vec<(PersonId, StratumId)> =
        outlook.eligible().filter_map(|person| Some((person.id, *of_unit.get(&person.unit)?))).collect();
    // Not by name and not by unit: the order of rows says nothing.
    people.sort_unstable_by(|(one, _), (other, _)| one.as_bytes().cmp(other.as_bytes()));
    let roll = Roll {
        survey: survey.id,
        drawn: now.day(),
        rule: serde_json::to_string(&outlook.audience.rule).unwrap_or_default(),
        reference: outlook.applied.reference(),
        k: survey.k(),
        entered: i32::try_from(people.len()).unwrap_or(i32::MAX),
        added: 0,
        strata,
    };
    Ok(DrawnUp { roll, units: of_unit.into_iter().collect(), people })
}

/// Puts one more person on a roll that is drawn up: whoever HR answers for, whatever the rule
/// says. The diary has it, and the public page counts it.
pub fn extend_roll(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    survey: &Survey,
    number: &EmployeeNumber,
    now: Moment,
) -> Result<(), NotDrawnUp> {
    let is_over = surveys::find(conn, survey.id)?.is_some_and(|survey| survey.state.has_opened() && !survey.state.is_open());
    if is_over {
        return Err(NotDrawnUp::Closed);
    }
    let roll = store::roll(conn, survey.id)?.ok_or(NotDrawnUp::NoRoll)?;
    let person: Person = store::find(conn, number)?.filter(|person| person.departed.is_none()).ok_or(NotDrawnUp::NoSuchPerson)?;
    if store::standing(conn, survey.id, person.id)? != Standing::NotOnRoll {
        return Err(NotDrawnUp::OnRoll);
    }
    // A unit that had nobody when the strata were formed joins the largest: nobody stands out there.
    let largest = roll.strata.iter().max_by_key(|stratum| stratum.size).map(|stratum| stratum.id);
    let stratum = store::stratum_of_unit(conn, survey.id, person.unit)?.or(largest).ok_or(NotDrawnUp::NoRoll)?;
    store::add_to_roll(conn, survey.id, person.id, stratum)?;
    let subject = format!("{}: {} → {}", survey.name_thai, person.number.as_str(), roll.size() + 1);
    Ok(accounts::note(conn, master, by, Deed::RollExtended, &subject, now)?)
}
