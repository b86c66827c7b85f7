//! Writing the calendar of a year.

use jiff::civil::Date;

use super::{Entry, Wanted, store};
use crate::{
    accounts::{self, Deed},
    authoring::Hand,
    db::RegisterConn,
    dice::Dice,
    ids::AgendaId,
    language::FiscalYear,
};

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such entry")]
    NotFound,
    #[error("somebody changed it meanwhile")]
    Changed,
    #[error("there is no room for more in this year")]
    Full,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// Of one year.
const ENTRIES_MOST: usize = 200;

pub fn add(conn: &mut RegisterConn, hand: &Hand, wanted: &Wanted, dice: &mut Dice) -> Result<AgendaId, Refusal> {
    if store::of_year(conn, wanted.year())?.len() >= ENTRIES_MOST {
        return Err(Refusal::Full);
    }
    let entry = Entry { id: dice.id(), wanted: wanted.clone(), revision: 1, done: None };
    store::insert(conn, &entry)?;
    noted(conn, hand, &wanted.what.th)?;
    Ok(entry.id)
}

/// `seen`: the revision that the form was drawn from.
pub fn change(conn: &mut RegisterConn, hand: &Hand, id: AgendaId, seen: i32, wanted: &Wanted) -> Result<(), Refusal> {
    let before = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if before.revision != seen {
        return Err(Refusal::Changed);
    }
    if before.wanted == *wanted {
        return Ok(());
    }
    store::update(conn, &Entry { wanted: wanted.clone(), revision: seen + 1, ..before })?;
    noted(conn, hand, &wanted.what.th)
}

/// What is gone stays gone.
pub fn remove(conn: &mut RegisterConn, hand: &Hand, id: AgendaId) -> Result<(), Refusal> {
    let Some(entry) = store::find(conn, id)? else { return Ok(()) };
    store::remove(conn, id)?;
    noted(conn, hand, &entry.wanted.what.th)
}

/// `done`: the day, or nothing to take the tick away.
pub fn tick(conn: &mut RegisterConn, hand: &Hand, id: AgendaId, done: Option<Date>) -> Result<(), Refusal> {
    let before = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if before.done.is_some() == done.is_some() {
        return Ok(());
    }
    store::update(conn, &Entry { done, revision: before.revision + 1, ..before.clone() })?;
    noted(conn, hand, &before.wanted.what.th)
}

/// What is in these, and not in the year under the same words yet. Says how many were added.
pub fn take_over(
    conn: &mut RegisterConn,
    hand: &Hand,
    year: FiscalYear,
    from: &[Wanted],
    dice: &mut Dice,
) -> Result<usize, Refusal> {
    let there = store::of_year(conn, year)?;
    let new = from.iter().filter(|it| there.iter().all(|entry| entry.wanted.what != it.what));
    let new: Vec<Wanted> = new.map(|it| it.moved_to(year)).collect();
    if there.len() + new.len() > ENTRIES_MOST {
        return Err(Refusal::Full);
    }
    for wanted in &new {
        store::insert(conn, &Entry { id: dice.id(), wanted: wanted.clone(), revision: 1, done: None })?;
    }
    if !new.is_empty() {
        noted(conn, hand, &year.number().to_string())?;
    }
    Ok(new.len())
}

fn noted(conn: &mut RegisterConn, hand: &Hand, subject: &str) -> Result<(), Refusal> {
    Ok(accounts::note(conn, hand.master, hand.by, Deed::AgendaChanged, subject, hand.now)?)
}
