//! Marking an address that letters do not reach, and when that may be shown.
//!
//! A reminder goes only to those who have not answered, so that a reminder that comes back tells of its
//! recipient that they had not. Until the survey is over nobody is shown what a reminder may have found out.

use super::store;
use crate::{address::EmailAddress, clock::Moment, db::RegisterConn, ids::PersonId, mail::AddressFault, people, surveys};

/// What became of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noted {
    Marked,
    /// It was marked before.
    Known,
    /// Nobody on the roster has this address.
    Nobody,
}

pub fn note_undeliverable(
    conn: &mut RegisterConn,
    email: &EmailAddress,
    fault: AddressFault,
    now: Moment,
) -> diesel::QueryResult<Noted> {
    let Some(person) = people::owner_of_address(conn, email)? else { return Ok(Noted::Nobody) };
    let shown_from = shown_from(conn, person, now)?;
    let is_new = people::mark_undeliverable(conn, person, email, fault, now.day(), shown_from)?;
    Ok(if is_new { Noted::Marked } else { Noted::Known })
}

/// After the close of every survey that may have reminded them.
fn shown_from(conn: &mut RegisterConn, person: PersonId, now: Moment) -> diesel::QueryResult<Moment> {
    let mut from = now;
    for survey in surveys::open(conn)? {
        let is_on_roll = people::standing(conn, survey, person)? != people::Standing::NotOnRoll;
        if is_on_roll && store::has_reminded(conn, survey)? {
            let window = surveys::find(conn, survey)?.and_then(|survey| survey.state.window());
            from = window.map_or(from, |window| from.max(window.closes));
        }
    }
    Ok(from)
}
