//! Marking an address that letters do not reach, and whether that may be shown.
//!
//! A reminder goes only to those who have not answered, so that a reminder that comes back tells of its
//! recipient that they had not. Nobody is ever shown what a reminder may have found out: no more letters go there, and
//! it is forgotten when the survey is over.

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

/// What a letter was that came back, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Returned {
    /// Everybody gets one: that it did not arrive tells nothing else.
    Invitation,
    /// A reminder, or nobody can say.
    AnyLetter,
}

pub fn note_undeliverable(
    conn: &mut RegisterConn,
    email: &EmailAddress,
    fault: AddressFault,
    returned: Returned,
    now: Moment,
) -> diesel::QueryResult<Noted> {
    let Some(person) = people::owner_of_address(conn, email)? else { return Ok(Noted::Nobody) };
    let hidden_until = match returned {
        Returned::Invitation => None,
        Returned::AnyLetter => hidden_until(conn, person)?,
    };
    let is_new = people::mark_undeliverable(conn, person, email, fault, now.day(), hidden_until)?;
    if hidden_until.is_none() {
        // Once the address is put right, they are invited.
        people::note_codes_returned(conn, person)?;
    }
    Ok(if is_new { Noted::Marked } else { Noted::Known })
}

/// The close of the last survey that may have reminded them; `None` if none has.
fn hidden_until(conn: &mut RegisterConn, person: PersonId) -> diesel::QueryResult<Option<Moment>> {
    let mut until = None;
    for survey in surveys::open(conn)? {
        let is_on_roll = people::standing(conn, survey, person)? != people::Standing::NotOnRoll;
        if is_on_roll && store::has_reminded(conn, survey)? {
            let window = surveys::find(conn, survey)?.and_then(|survey| survey.state.window());
            until = until.max(window.map(|window| window.closes));
        }
    }
    Ok(until)
}
