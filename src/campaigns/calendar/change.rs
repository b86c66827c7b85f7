//! Writing the list of holidays: what comes along at the first start, and what HR makes of it.

use diesel::QueryResult;
use jiff::civil::Date;

use super::{Holiday, shipped, store};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    secrets::MasterKey,
};

/// Writes those that come with the program, unless there is any.
pub fn found(conn: &mut RegisterConn) -> QueryResult<()> {
    if store::any(conn)? {
        return Ok(());
    }
    shipped::all().iter().try_for_each(|holiday| store::insert(conn, holiday))
}

/// Whether the day was free to be put on the list.
pub fn add(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, holiday: &Holiday, now: Moment) -> QueryResult<bool> {
    if store::find(conn, holiday.day)?.is_some() {
        return Ok(false);
    }
    store::insert(conn, holiday)?;
    accounts::note(conn, master, by, Deed::HolidayAdded, &subject(holiday), now)?;
    Ok(true)
}

/// A day that is off the list already stays off it.
pub fn remove(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, day: Date, now: Moment) -> QueryResult<()> {
    let Some(holiday) = store::find(conn, day)? else { return Ok(()) };
    store::remove(conn, day)?;
    accounts::note(conn, master, by, Deed::HolidayRemoved, &subject(&holiday), now)
}

/// What the diary calls it.
fn subject(holiday: &Holiday) -> String {
    format!("{} {}", holiday.day, holiday.name.th)
}
