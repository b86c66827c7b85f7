//! Ordering letters, one for each person, in no order. What lies in the outbox is sealed.

use serde::{Deserialize, Serialize};

use crate::{
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::{LetterId, MeetingId, PersonId},
    mail::{self, Batch, NewOrder},
    secrets::{MasterKey, Purpose},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    Invitation,
    Cancellation,
}

impl Reason {
    const fn kind(self) -> mail::Kind {
        match self {
            Self::Invitation => mail::Kind::ClinicInvitation,
            Self::Cancellation => mail::Kind::ClinicCancellation,
        }
    }
}

/// For which session, for which reason, and for whom. An order of the outbox is this as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub meeting: MeetingId,
    pub reason: Reason,
    pub person: PersonId,
}

pub fn post(
    conn: &mut RegisterConn,
    master: &MasterKey,
    meeting: MeetingId,
    reason: Reason,
    mut to: Vec<PersonId>,
    now: Moment,
    dice: &mut Dice,
) -> diesel::QueryResult<()> {
    dice.shuffle(&mut to);
    let kind = reason.kind();
    for person in to {
        let order = Order { meeting, reason, person };
        let written = serde_json::to_string(&order).map_err(|fault| diesel::result::Error::SerializationError(fault.into()))?;
        let parts = [meeting.as_bytes(), kind.code().as_bytes(), person.as_bytes()];
        let recipient = master.keyed_hash(Purpose::Recipients, &parts);
        // The same letter has the same number, however often it is sent.
        let number = master.keyed_hash(Purpose::LetterIds, &parts);
        let id = LetterId::from_bytes(number.first_chunk().copied().unwrap_or_default());
        let order = NewOrder { id, kind, batch: Batch::of(meeting), recipient: &recipient, order: &written };
        mail::post_order(conn, master, &order, now, dice)?;
    }
    Ok(())
}
