//! Founding the department's row and changing it.

use diesel::QueryResult;

use super::{Department, logo::Logo, store};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    secrets::MasterKey,
};

/// Writes the first row, if there is none yet.
pub fn found(conn: &mut RegisterConn, master: &MasterKey, department: &Department, now: Moment) -> QueryResult<()> {
    if store::current(conn)?.is_none() {
        store::insert(conn, department)?;
        accounts::note(conn, master, &Actor::the_program(), Deed::HouseFounded, "", now)?;
    }
    Ok(())
}

/// Changes the settings; what changed goes into the diary, not to what.
pub fn change(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, wanted: &Department, now: Moment) -> QueryResult<()> {
    let present = store::current(conn)?.unwrap_or_else(|| Department::unnamed(now));
    let differences = present.differences(wanted);
    if differences.is_empty() {
        return Ok(());
    }
    store::update(conn, &Department { changed: now, ..wanted.clone() })?;
    accounts::note(conn, master, by, Deed::SettingsChanged, &differences.join(", "), now)
}

/// Hangs another logo, or none.
pub fn change_logo(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, logo: Option<&Logo>, now: Moment) -> QueryResult<()> {
    store::set_logo(conn, logo)?;
    accounts::note(conn, master, by, Deed::LogoChanged, "", now)
}
