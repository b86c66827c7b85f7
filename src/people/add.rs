//! Putting a unit or a person on the roster.

use jiff::civil::Date;

use super::{Category, EmployeeNumber, Name, Person, Refusal, ShortName, Unit, Unlikely, store};
use crate::{
    accounts::{self, Actor, Deed},
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::{PersonId, UnitId},
    language::Language,
    secrets::MasterKey,
};

#[derive(Clone, Debug)]
pub struct NewUnit {
    pub short_name: ShortName,
    pub name_thai: Name,
    pub name_english: Option<Name>,
    pub parent: Option<ShortName>,
}

#[derive(Clone, Debug)]
pub struct NewPerson {
    pub number: EmployeeNumber,
    pub name: Name,
    pub unit: ShortName,
    pub category: Category,
    pub email: Option<EmailAddress>,
    pub language: Option<Language>,
    pub started: Option<Date>,
}

pub fn add_unit(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    new: &NewUnit,
    now: Moment,
    dice: &mut Dice,
) -> Result<UnitId, Refusal> {
    if store::all_units(conn)?.iter().any(|unit| unit.short_name.is_like(&new.short_name)) {
        return Err(Refusal::ShortNameTaken);
    }
    let parent = match &new.parent {
        Some(parent) => Some(store::find_unit(conn, parent)?.ok_or(Refusal::NoSuchUnit)?.id),
        None => None,
    };
    let unit = Unit {
        id: dice.id(),
        name_thai: new.name_thai.clone(),
        name_english: new.name_english.clone(),
        short_name: new.short_name.clone(),
        parent,
    };
    store::insert_unit(conn, &unit)?;
    accounts::note(conn, master, by, Deed::UnitAdded, unit.short_name.as_str(), now)?;
    Ok(unit.id)
}

/// The diary keeps their number and not their name: it outlives the roster.
pub fn add(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    new: &NewPerson,
    now: Moment,
    dice: &mut Dice,
) -> Result<PersonId, Refusal> {
    if let Some(started) = new.started {
        Unlikely::check_start(started, now.day())?;
    }
    if store::find(conn, &new.number)?.is_some() {
        return Err(Refusal::NumberTaken);
    }
    if let Some(email) = &new.email
        && store::is_taken(conn, email, None)?
    {
        return Err(Refusal::EmailTaken);
    }
    let unit = store::find_unit(conn, &new.unit)?.ok_or(Refusal::NoSuchUnit)?;
    let person = Person {
        id: dice.id(),
        number: new.number.clone(),
        name: new.name.clone(),
        unit: unit.id,
        category: new.category.clone(),
        email: new.email.clone(),
        language: new.language,
        started: new.started,
        departed: None,
    };
    store::insert(conn, &person)?;
    accounts::note(conn, master, by, Deed::PersonAdded, person.number.as_str(), now)?;
    Ok(person.id)
}
