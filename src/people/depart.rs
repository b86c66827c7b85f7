//! Noting that somebody is no longer here, or here again. Who departed stays in the register, off
//! the list, and off every roll until they are back.

use jiff::civil::Date;

use super::{Person, Refusal, Unlikely, store};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    secrets::MasterKey,
};

/// `on` is the first day on which they are no longer here.
pub fn depart(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    person: &Person,
    on: Date,
    now: Moment,
) -> Result<(), Refusal> {
    if let Some(on) = person.departed {
        return Err(Refusal::Departed { on });
    }
    Unlikely::check_departure(on, person.started, now.day())?;
    store::set_departed(conn, person.id, Some(on))?;
    Ok(accounts::note(conn, master, by, Deed::PersonDeparted, person.number.as_str(), now)?)
}

/// They are here again, or never left.
pub fn come_back(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, person: &Person, now: Moment) -> Result<(), Refusal> {
    if person.departed.is_none() {
        return Ok(());
    }
    store::set_departed(conn, person.id, None)?;
    Ok(accounts::note(conn, master, by, Deed::PersonReturned, person.number.as_str(), now)?)
}
