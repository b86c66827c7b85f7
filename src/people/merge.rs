//! One person who was entered twice becomes one entry.

use super::{Person, Refusal, store};
use crate::{
    accounts::{self, Actor, Deed},
    clock::Moment,
    db::RegisterConn,
    ids::PersonId,
    secrets::MasterKey,
};

/// What will be left of two entries: the kept one, its gaps filled from the other.
pub fn merged(kept: &Person, other: &Person) -> Person {
    Person {
        email: kept.email.clone().or_else(|| other.email.clone()),
        language: kept.language.or(other.language),
        started: kept.started.or(other.started),
        ..kept.clone()
    }
}

/// The other entry goes; its places on rolls pass to the one that is kept.
pub fn merge(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    kept: PersonId,
    other: PersonId,
    now: Moment,
) -> Result<(), Refusal> {
    if kept == other {
        return Err(Refusal::SamePerson);
    }
    let kept = store::find_by_id(conn, kept)?.ok_or(Refusal::NoSuchPerson)?;
    let other = store::find_by_id(conn, other)?.ok_or(Refusal::NoSuchPerson)?;
    let whole = merged(&kept, &other);
    if whole.departed.zip(whole.started).is_some_and(|(departed, started)| departed < started) {
        return Err(super::Unlikely::DepartsBeforeStart.into());
    }
    let rolls = store::rolls_of(conn, kept.id)?;
    // Two links may have brought two ballots; only the close of the survey parts that knot.
    if store::rolls_of(conn, other.id)?.iter().any(|survey| rolls.contains(survey)) {
        return Err(Refusal::BothOnRoll);
    }
    store::hand_over_rolls(conn, other.id, kept.id)?;
    store::delete(conn, other.id)?;
    store::update(conn, &whole)?;
    let subject = format!("{} ← {}", whole.number.as_str(), other.number.as_str());
    Ok(accounts::note(conn, master, by, Deed::PeopleMerged, &subject, now)?)
}
