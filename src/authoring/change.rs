//! Changing what an instrument asks; and fixing it, after which nobody changes it.

use super::{
    add::Hand,
    store,
    version::{Digest, Refusal},
};
use crate::{
    accounts::{self, Deed},
    db::RegisterConn,
    ids::{InstrumentId, SurveyId},
    instruments::Instrument,
};

/// Does one edit. `what` says for the diary which item or part it was. Nothing is written where the
/// edit changes nothing.
pub fn change<E: From<Refusal> + From<diesel::result::Error>>(
    conn: &mut RegisterConn,
    hand: &Hand,
    id: InstrumentId,
    what: &str,
    edit: impl FnOnce(&mut Instrument) -> Result<(), E>,
) -> Result<(), E> {
    let version = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if version.is_fixed {
        return Err(Refusal::Fixed.into());
    }
    let mut instrument = version.instrument.clone();
    edit(&mut instrument)?;
    if instrument == version.instrument {
        return Ok(());
    }
    instrument.check_size().map_err(Refusal::TooLarge)?;
    store::define(conn, id, &instrument, hand.now.day())?;
    let subject = if what.is_empty() { instrument.title.th } else { format!("{}: {what}", instrument.title.th) };
    Ok(accounts::note(conn, hand.master, hand.by, Deed::InstrumentChanged, &subject, hand.now)?)
}

/// From now on this version stays as it is, and as this digest says.
pub fn fix(conn: &mut RegisterConn, id: InstrumentId) -> Result<Digest, Refusal> {
    let version = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    store::fix(conn, id)?;
    Ok(version.digest)
}

/// Out of the way of those who choose, or back again. It is never deleted while anything refers to it.
pub fn put_away(conn: &mut RegisterConn, hand: &Hand, id: InstrumentId, away: bool) -> Result<(), Refusal> {
    let version = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    if version.is_put_away == away {
        return Ok(());
    }
    store::put_away(conn, id, away)?;
    let deed = if away { Deed::InstrumentPutAway } else { Deed::InstrumentChanged };
    Ok(accounts::note(conn, hand.master, hand.by, deed, &version.instrument.title.th, hand.now)?)
}

/// Somebody has read what could not be taken over.
pub fn forget_losses(conn: &mut RegisterConn, id: InstrumentId) -> diesel::QueryResult<()> {
    store::forget_losses(conn, id).map(drop)
}

/// The questions of a round that is removed go with it, unless they are fixed.
pub fn forget_of_round(conn: &mut RegisterConn, round: SurveyId) -> diesel::QueryResult<()> {
    store::forget_of_round(conn, round)
}
