//! Noting that somebody is no longer here. They stay in the register, off the list.

use jiff::civil::Date;

use super::{EmployeeNumber, Refusal, Unlikely, store};
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
    number: &EmployeeNumber,
    on: Date,
    now: Moment,
) -> Result<(), Refusal> {
    let person = store::find(conn, number)?.ok_or(Refusal::NoSuchPerson)?;
    if let Some(on) = person.departed {
        return Err(Refusal::Departed { on });
    }
    Unlikely::check_departure(on, person.started, now.day())?;
    store::set_departed(conn, person.id, on)?;
    Ok(accounts::note(conn, master, by, Deed::PersonDeparted, person.number.as_str(), now)?)
}
