//! Adding an activity, changing it, removing it; and what a report says besides. All of it goes into the diary.

use diesel::QueryResult;

use super::{Activity, Around, Hand, Source, Span, Wanted, store};
use crate::{
    accounts::{self, Deed},
    db::RegisterConn,
    dice::Dice,
    ids::ActivityId,
    language::FiscalYear,
};

/// Of one fiscal year: no report that people read has more.
pub const ACTIVITIES_MOST: usize = 300;

/// Why nothing was kept.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such activity")]
    NotFound,
    #[error("somebody changed it meanwhile")]
    Changed,
    #[error("another activity speaks for it already")]
    SpokenFor(ActivityId),
    #[error("its fiscal year has as many activities as it may")]
    Full,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

pub fn add(conn: &mut RegisterConn, hand: &Hand, wanted: &Wanted, dice: &mut Dice) -> Result<ActivityId, Refusal> {
    let activity = Activity { id: dice.id(), edition: 1, wanted: wanted.clone() };
    speaks_alone(conn, &activity)?;
    if is_full(conn, wanted.said.year())? {
        return Err(Refusal::Full);
    }
    store::keep(conn, &activity)?;
    noted(conn, hand, Deed::ActivityAdded, &wanted.said.title.th)?;
    Ok(activity.id)
}

/// `seen`: the edition that whoever changed it had before them.
pub fn change(conn: &mut RegisterConn, hand: &Hand, id: ActivityId, seen: i32, wanted: &Wanted) -> Result<(), Refusal> {
    let present = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if present.edition != seen {
        return Err(Refusal::Changed);
    }
    if present.wanted == *wanted {
        return Ok(());
    }
    let activity = Activity { id, edition: seen + 1, wanted: wanted.clone() };
    speaks_alone(conn, &activity)?;
    let year = wanted.said.year();
    if year != present.wanted.said.year() && is_full(conn, year)? {
        return Err(Refusal::Full);
    }
    store::keep(conn, &activity)?;
    noted(conn, hand, Deed::ActivityChanged, &wanted.said.title.th)
}

/// What it spoke for appears by itself again. `seen`: the edition that whoever removes it had before them.
pub fn remove(conn: &mut RegisterConn, hand: &Hand, id: ActivityId, seen: i32) -> Result<(), Refusal> {
    let present = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if present.edition != seen {
        return Err(Refusal::Changed);
    }
    store::remove(conn, id)?;
    noted(conn, hand, Deed::ActivityRemoved, &present.wanted.said.title.th)
}

/// From every report, or takes it back into them. `name`: what it is called, for the diary.
pub fn leave_out(conn: &mut RegisterConn, hand: &Hand, source: Source, is_out: bool, name: &str) -> Result<(), Refusal> {
    if store::left_out(conn)?.contains(&source) == is_out {
        return Ok(());
    }
    if is_out {
        store::leave_out(conn, source)?;
    } else {
        store::take_back(conn, source)?;
    }
    noted(conn, hand, Deed::ActivityReportChanged, name)
}

/// `around.edition`: the one that whoever wrote had before them.
pub fn write_around(conn: &mut RegisterConn, hand: &Hand, span: Span, around: &Around) -> Result<(), Refusal> {
    let present = store::around(conn, span)?;
    if present.edition != around.edition {
        return Err(Refusal::Changed);
    }
    if present == *around {
        return Ok(());
    }
    store::write_around(conn, span, &Around { edition: present.edition + 1, ..around.clone() })?;
    noted(conn, hand, Deed::ActivityReportChanged, &format!("{} {}", span.year.number(), span.part.code()))
}

fn is_full(conn: &mut RegisterConn, year: FiscalYear) -> QueryResult<bool> {
    let of_year = store::all(conn)?.into_iter().filter(|it| it.wanted.said.year() == year);
    Ok(of_year.count() >= ACTIVITIES_MOST)
}

fn speaks_alone(conn: &mut RegisterConn, activity: &Activity) -> Result<(), Refusal> {
    let Some(source) = activity.wanted.speaks_for else { return Ok(()) };
    match store::speaker(conn, source)? {
        Some(other) if other != activity.id => Err(Refusal::SpokenFor(other)),
        _ => Ok(()),
    }
}

fn noted(conn: &mut RegisterConn, hand: &Hand, deed: Deed, subject: &str) -> Result<(), Refusal> {
    Ok(accounts::note(conn, hand.master, hand.by, deed, subject, hand.now)?)
}
