//! Who is invited to a session of the clinic, and the links by which they come.
//!
//! It is known of somebody that they took their seats, never when, and never what they wrote. It is forgotten when the
//! session is over.

use crate::ids::{MeetingId, PersonId};

/// What is known of one who is invited, for handing out seats.
#[derive(Clone, Debug)]
pub struct Seats {
    pub meeting: MeetingId,
    pub person: PersonId,
    /// HR printed the link, and may have a copy.
    pub is_printed: bool,
    pub has_taken_seats: bool,
    /// A keyed hash of the blinded messages that were signed for them; noughts before that.
    pub blinded: Vec<u8>,
}

/// Somebody who is invited, and which of their links counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invited {
    pub person: PersonId,
    pub which: i32,
    /// It stands in a letter or on a slip.
    pub is_out: bool,
}
