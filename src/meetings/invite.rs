//! Whom a session invites: everybody who works here, or those who were chosen, with no rule of one year.

use std::collections::HashSet;

use diesel::QueryResult;

use super::{Hand, Invited, Meeting, Refusal, letters, links, store};
use crate::{
    accounts::{self, Deed},
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::{MeetingId, PersonId},
    people::{self, Candidate, UnitTree},
    secrets::MasterKey,
};

/// How many a plan means, and how many of them a letter reaches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    pub meant: usize,
    /// Of those who are meant, how many have no link yet.
    pub without_link: usize,
}

/// In the order of their random ids.
pub(super) fn meant(conn: &mut RegisterConn, invited: &Invited, now: Moment) -> QueryResult<Vec<PersonId>> {
    let units = people::all_units(conn)?;
    let below = UnitTree::new(units.iter().map(|unit| (unit.id, unit.parent))).with_all_below(&invited.units);
    let today = now.day();
    let is_meant = |person: &Candidate| {
        let is_here = person.departed.is_none() && person.started.is_none_or(|started| started <= today);
        let is_of_unit = invited.units.is_empty() || below.contains(&person.unit);
        let of_category = |category: &String| category == person.category.as_str();
        is_here && is_of_unit && (invited.categories.is_empty() || invited.categories.iter().any(of_category))
    };
    let mut meant: Vec<_> = people::candidates(conn, today)?.into_iter().filter(is_meant).map(|person| person.id).collect();
    meant.sort_unstable_by(|one, other| one.as_bytes().cmp(other.as_bytes()));
    Ok(meant)
}

pub fn reach(conn: &mut RegisterConn, meeting: &Meeting, now: Moment) -> QueryResult<Reach> {
    let meant = meant(conn, &meeting.plan.invited, now)?;
    let there: HashSet<_> = people::invited(conn, meeting.id)?.into_iter().map(|one| one.person).collect();
    let without_link = meant.iter().filter(|person| !there.contains(person)).count();
    Ok(Reach { meant: meant.len(), without_link })
}

/// Everybody who is meant and has no link gets one, and a letter if they have an address.
pub(super) fn invite(
    conn: &mut RegisterConn,
    master: &MasterKey,
    meeting: &Meeting,
    now: Moment,
    dice: &mut Dice,
) -> QueryResult<usize> {
    if !meeting.plan.has_links() {
        return Ok(0);
    }
    let there: HashSet<_> = people::invited(conn, meeting.id)?.into_iter().map(|one| one.person).collect();
    let mut new = meant(conn, &meeting.plan.invited, now)?;
    new.retain(|person| !there.contains(person));
    links::give(conn, master, meeting.id, &new)?;
    store::note_invited(conn, meeting.id, i32::try_from(new.len()).unwrap_or(i32::MAX))?;
    let to: Vec<_> =
        people::invited_with_address(conn, meeting.id)?.into_iter().filter(|one| !one.is_out).map(|one| one.person).collect();
    people::note_seats_out(conn, meeting.id, &to, false)?;
    letters::post(conn, master, meeting.id, letters::Reason::Invitation, to, now, dice)?;
    Ok(new.len())
}

/// Whoever works here since, and whoever has got an address. Says how many have got a link.
pub fn add_who_has_joined(conn: &mut RegisterConn, hand: &Hand, id: MeetingId, dice: &mut Dice) -> Result<usize, Refusal> {
    let meeting = store::find(conn, id)?.ok_or(Refusal::NotFound)?;
    meeting.is_open()?;
    let new = invite(conn, hand.master, &meeting, hand.now, dice)?;
    let subject = format!("{} · {new}", meeting.plan.title.th);
    accounts::note(conn, hand.master, hand.by, Deed::MeetingExtended, &subject, hand.now)?;
    Ok(new)
}
