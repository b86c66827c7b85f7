//! Whose link it is, and to which session. Looking changes nothing, however often.

use crate::{
    clock::Moment,
    credentials::issue::Link,
    db::RegisterConn,
    ids::PersonId,
    meetings::{self, Meeting, Stage},
    people,
    secrets::MasterKey,
};

/// Somebody with a link that counts.
#[derive(Clone, Debug)]
pub struct Entrant {
    pub meeting: Meeting,
    pub person: PersonId,
    /// HR printed the link, and may have a copy.
    pub is_shared: bool,
    pub(super) has_taken_seats: bool,
    pub(super) blinded: Vec<u8>,
}

impl Entrant {
    /// Whether they may write now.
    pub fn is_let_in(&self, now: Moment) -> Result<(), Early> {
        if self.meeting.takes_contributions(now) {
            return Ok(());
        }
        let is_before = self.meeting.stage == Stage::Open && !self.meeting.has_begun(now);
        Err(if is_before { Early::NotYet } else { Early::NoMore })
    }
}

/// Why nothing is taken now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Early {
    NotYet,
    NoMore,
}

#[derive(Debug, thiserror::Error)]
pub enum NoEntry {
    #[error("the link was not made here, is void, or its session is over")]
    NoSuchLink,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

pub fn look(conn: &mut RegisterConn, master: &MasterKey, link: &str) -> Result<Entrant, NoEntry> {
    let link = Link::read(link).ok_or(NoEntry::NoSuchLink)?;
    let seats = people::seats_by_code(conn, &link.hash(master))?.ok_or(NoEntry::NoSuchLink)?;
    let meeting = meetings::find(conn, seats.meeting)?.filter(|meeting| meeting.stage == Stage::Open);
    Ok(Entrant {
        meeting: meeting.ok_or(NoEntry::NoSuchLink)?,
        person: seats.person,
        is_shared: seats.is_printed,
        has_taken_seats: seats.has_taken_seats,
        blinded: seats.blinded,
    })
}
