//! Undoing an import within a day, as long as nothing has been built on it.

use std::collections::HashSet;

use diesel::QueryResult;

use super::{Import, Progress, snapshot::Snapshot};
use crate::{
    accounts::{self, Actor, Deed},
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    ids::{ImportId, PersonId, UnitId},
    people::{Person, store},
    secrets::MasterKey,
};

/// Why an import stays.
#[derive(Debug, thiserror::Error)]
pub enum NotUndone {
    #[error("there is no import to undo, or it is too long ago")]
    Over,
    #[error("{count} people have been changed since")]
    ChangedSince { count: usize },
    #[error("people it brought stand on a roll")]
    OnARoll,
    #[error("an address or a unit of before is somebody else's now, or gone")]
    InTheWay,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// Everyone is as before: who was changed is changed back, who came goes again.
pub fn undo(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    import: ImportId,
    now: Moment,
    progress: &Progress,
) -> Result<(), NotUndone> {
    store::keep_others_out(conn)?;
    accounts::hold_the_diary(conn)?;
    let import: Import = store::find_import(conn, import)?.filter(|import| import.can_be_undone(now)).ok_or(NotUndone::Over)?;
    let wrote = usize::try_from(import.wrote).unwrap_or(0);
    let untouched = usize::try_from(store::untouched_since(conn, import.id)?).unwrap_or(0);
    if untouched != wrote {
        return Err(NotUndone::ChangedSince { count: wrote.saturating_sub(untouched) });
    }
    let brought = store::brought(conn, import.id)?;
    if store::any_on_a_roll(conn, &brought)? {
        return Err(NotUndone::OnARoll);
    }
    let before: Option<Vec<Person>> = store::before(conn, import.id)?.iter().map(|json| Snapshot::person(json)).collect();
    let before = before.ok_or(NotUndone::Over)?;
    if is_in_the_way(conn, &before, &brought)? {
        return Err(NotUndone::InTheWay);
    }
    progress.begin(brought.len() + before.len());
    store::delete_all(conn, &brought, &|rows| progress.step(rows))?;
    let before: Vec<_> = before.iter().collect();
    let moving: Vec<_> = before.iter().map(|person| person.id).collect();
    store::update_all(conn, &before, &moving, None, &|rows| progress.step(rows))?;
    store::hand_back(conn, import.id)?;
    let new_units: Vec<String> = serde_json::from_str(&import.new_units).unwrap_or_default();
    for unit in new_units.iter().filter_map(|id| id.parse::<UnitId>().ok()) {
        if !store::is_in_use(conn, unit)? {
            store::delete_unit(conn, unit)?;
        }
    }
    store::set_undone(conn, import.id, now)?;
    Ok(accounts::note(conn, master, by, Deed::RosterImportUndone, &import.wrote.to_string(), now)?)
}

/// Whether somebody else has got an address that somebody would get back, or a unit is gone that
/// somebody would be put back into.
fn is_in_the_way(conn: &mut RegisterConn, before: &[Person], brought: &[PersonId]) -> QueryResult<bool> {
    let units: HashSet<UnitId> = store::all_units(conn)?.into_iter().map(|unit| unit.id).collect();
    if before.iter().any(|person| !units.contains(&person.unit)) {
        return Ok(true);
    }
    let moving: HashSet<PersonId> = before.iter().map(|person| person.id).chain(brought.iter().copied()).collect();
    let wanted: HashSet<&EmailAddress> = before.iter().filter_map(|person| person.email.as_ref()).collect();
    let everyone = store::everyone(conn)?;
    let mut others = everyone.iter().filter(|person| !moving.contains(&person.id));
    Ok(others.any(|person| person.email.as_ref().is_some_and(|email| wanted.contains(email))))
}
