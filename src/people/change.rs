//! Putting right what the roster says of somebody, and what a unit is called or belongs to.

use super::{NewPerson, NewUnit, Person, Refusal, Unit, Unlikely, store, unit_tree::UnitTree};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    ids::{PersonId, UnitId},
    secrets::MasterKey,
};

/// Changes everything but the departure, which [`super::depart`] notes.
pub fn change(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    id: PersonId,
    wanted: &NewPerson,
    now: Moment,
) -> Result<(), Refusal> {
    let present = store::find_by_id(conn, id)?.ok_or(Refusal::NoSuchPerson)?;
    if let Some(started) = wanted.started {
        Unlikely::check_start(started, now.day())?;
        if present.departed.is_some_and(|departed| departed < started) {
            return Err(Unlikely::DepartsBeforeStart.into());
        }
    }
    if store::find(conn, &wanted.number)?.is_some_and(|other| other.id != id) {
        return Err(Refusal::NumberTaken);
    }
    if let Some(email) = &wanted.email
        && store::is_taken(conn, email, Some(id))?
    {
        return Err(Refusal::EmailTaken);
    }
    let unit = store::find_unit(conn, &wanted.unit)?.ok_or(Refusal::NoSuchUnit)?;
    let person = Person {
        number: wanted.number.clone(),
        name: wanted.name.clone(),
        unit: unit.id,
        category: wanted.category.clone(),
        email: wanted.email.clone(),
        language: wanted.language,
        started: wanted.started,
        ..present.clone()
    };
    if person == present {
        return Ok(());
    }
    store::update(conn, &person)?;
    Ok(accounts::note(conn, master, by, Deed::PersonChanged, person.number.as_str(), now)?)
}

pub fn change_unit(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    id: UnitId,
    wanted: &NewUnit,
    now: Moment,
) -> Result<(), Refusal> {
    let present = store::find_unit_by_id(conn, id)?.ok_or(Refusal::NoSuchUnit)?;
    let is_taken = |other: &Unit| other.id != id && other.short_name.is_like(&wanted.short_name);
    if wanted.short_name != present.short_name && store::all_units(conn)?.iter().any(is_taken) {
        return Err(Refusal::ShortNameTaken);
    }
    let parent = match &wanted.parent {
        Some(parent) => Some(store::find_unit(conn, parent)?.ok_or(Refusal::NoSuchUnit)?.id),
        None => None,
    };
    if let Some(parent) = parent {
        let tree = UnitTree::new(store::all_units(conn)?.iter().map(|unit| (unit.id, unit.parent)));
        if tree.with_all_below(&[id]).contains(&parent) {
            return Err(Refusal::UnitBelowItself);
        }
    }
    let unit = Unit {
        id,
        name_thai: wanted.name_thai.clone(),
        name_english: wanted.name_english.clone(),
        short_name: wanted.short_name.clone(),
        parent,
    };
    if unit == present {
        return Ok(());
    }
    store::update_unit(conn, &unit)?;
    Ok(accounts::note(conn, master, by, Deed::UnitChanged, unit.short_name.as_str(), now)?)
}

/// Only a unit that nothing stands on goes: no people, no units below, no roll.
pub fn remove_unit(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, id: UnitId, now: Moment) -> Result<(), Refusal> {
    let unit = store::find_unit_by_id(conn, id)?.ok_or(Refusal::NoSuchUnit)?;
    if store::is_in_use(conn, id)? {
        return Err(Refusal::UnitInUse);
    }
    store::delete_unit(conn, id)?;
    Ok(accounts::note(conn, master, by, Deed::UnitRemoved, unit.short_name.as_str(), now)?)
}
