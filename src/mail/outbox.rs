//! Putting a letter into the outbox, in the transaction of the deed that is its reason.

use diesel::QueryResult;
use serde::{Deserialize, Serialize};

use super::{
    Letter,
    letterhead::{self, Sender},
    store::{self, NewLetter},
};
use crate::{
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::{CampaignId, LetterId},
    secrets::{MasterKey, Purpose, Sealed},
};

/// Which kind of letter: shown to administrators where the letter itself is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Invitation,
    PasswordReset,
    Notice,
    Test,
    SurveyInvitation,
    Reminder,
}

impl Kind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::PasswordReset => "password_reset",
            Self::Notice => "notice",
            Self::Test => "test",
            Self::SurveyInvitation => "survey_invitation",
            Self::Reminder => "reminder",
        }
    }
}

/// Letters posted for one reason; nobody gets two letters of one batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch([u8; 16]);

impl Batch {
    /// A batch of its own for one letter.
    pub fn single(dice: &mut Dice) -> Self {
        Self(dice.bytes())
    }

    /// All letters of one campaign.
    pub fn of(campaign: CampaignId) -> Self {
        Self(campaign.as_bytes().try_into().unwrap_or_default())
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// What is needed to post: the key that seals letters and the name at their foot.
#[derive(Clone, Debug)]
pub struct PostOffice {
    pub master: MasterKey,
    pub sender: Sender,
}

impl PostOffice {
    pub fn new(master: MasterKey, department: &str, contact: &str) -> Self {
        Self { master, sender: Sender { department: department.to_owned(), contact: contact.to_owned() } }
    }
}

/// A letter as it lies in the outbox, once opened.
#[derive(Serialize, Deserialize)]
pub(super) struct Written {
    pub to: String,
    pub language: String,
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Posts a letter. Says whether it is new: the same batch writes to nobody twice.
pub fn post(
    conn: &mut RegisterConn,
    office: &PostOffice,
    kind: Kind,
    batch: Batch,
    letter: &Letter,
    now: Moment,
    dice: &mut Dice,
) -> QueryResult<bool> {
    let id: LetterId = dice.id();
    let written = Written {
        to: letter.to.reveal().to_owned(),
        language: letter.language.code().to_owned(),
        subject: letter.subject.clone(),
        text: letterhead::text(letter, &office.sender),
        html: letterhead::html(letter, &office.sender),
    };
    let plain = serde_json::to_vec(&written).map_err(|fault| diesel::result::Error::SerializationError(fault.into()))?;
    let sealed = office.master.seal(Purpose::Letters, id.as_bytes(), &plain, dice);
    let posted = NewLetter {
        id,
        kind: kind.code(),
        batch: batch.as_bytes(),
        recipient: &office.master.keyed_hash(Purpose::Recipients, &[batch.as_bytes(), letter.to.reveal().as_bytes()]),
        sealed: sealed.as_bytes(),
        posted: now,
        due: now,
        tries: 0,
        state: "waiting",
        leased_until: Moment::from_micros(0),
    };
    store::keep(conn, &posted)
}

#[expect(clippy::too_many_arguments, reason = "x")]
pub fn post_order(
    conn: &mut RegisterConn,
    master: &MasterKey,
    kind: Kind,
    batch: Batch,
    recipient: &[u8; 32],
    id: LetterId,
    order: &str,
    now: Moment,
    dice: &mut Dice,
) -> QueryResult<bool> {
    let sealed = master.seal(Purpose::Letters, id.as_bytes(), order.as_bytes(), dice);
    let posted = NewLetter {
        id,
        kind: kind.code(),
        batch: batch.as_bytes(),
        recipient,
        sealed: sealed.as_bytes(),
        posted: now,
        due: now,
        tries: 0,
        state: "waiting",
        leased_until: Moment::from_micros(0),
    };
    store::keep(conn, &posted)
}

/// Opens a letter for sending.
pub(super) fn open(master: &MasterKey, id: LetterId, sealed: Vec<u8>) -> Option<Written> {
    let plain = master.open(Purpose::Letters, id.as_bytes(), &Sealed::from_bytes(sealed)).ok()?;
    serde_json::from_slice(&plain).ok()
}
