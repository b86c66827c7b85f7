//! Writing yardsticks: those that come along at the first start, and what coordinators make of them.

use diesel::QueryResult;

use super::{Refusal, Wanted, Yardstick, shipped, store};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::YardstickId,
    secrets::MasterKey,
};

/// Writes those that come with the program, unless there is any.
pub fn found(conn: &mut RegisterConn, dice: &mut Dice) -> QueryResult<()> {
    if store::any(conn)? {
        return Ok(());
    }
    shipped::all().into_iter().try_for_each(|wanted| store::insert(conn, &Yardstick { id: dice.id(), wanted }))
}

pub fn change(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    id: YardstickId,
    wanted: Wanted,
    now: Moment,
) -> Result<(), Refusal> {
    let present = store::find(conn, id)?.ok_or(Refusal::NoSuch)?;
    if present.wanted.definition.kind() != wanted.definition.kind() {
        return Err(Refusal::NoSuch);
    }
    if present.wanted == wanted {
        return Ok(());
    }
    let changed = Yardstick { id, wanted };
    refuse_shared_years(conn, &changed)?;
    store::update(conn, &changed)?;
    Ok(note(conn, master, by, &changed, now)?)
}

/// Another one, for other years.
pub fn copy(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    wanted: Wanted,
    now: Moment,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let new = Yardstick { id: dice.id(), wanted };
    refuse_shared_years(conn, &new)?;
    store::insert(conn, &new)?;
    Ok(note(conn, master, by, &new, now)?)
}

/// In one year there is one answer.
fn refuse_shared_years(conn: &mut RegisterConn, wanted: &Yardstick) -> Result<(), Refusal> {
    let kind = wanted.wanted.definition.kind();
    let shares = |other: &Yardstick| {
        other.id != wanted.id && other.wanted.definition.kind() == kind && other.wanted.years.overlaps(wanted.wanted.years)
    };
    match store::all(conn)?.into_iter().find(shares) {
        Some(other) => Err(Refusal::YearsTaken(other.wanted.title)),
        None => Ok(()),
    }
}

fn note(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, yardstick: &Yardstick, now: Moment) -> QueryResult<()> {
    accounts::note(conn, master, by, Deed::YardstickChanged, &yardstick.wanted.title.th, now)
}
