//! Putting a letter into the outbox, in the transaction of the deed that is its reason.

use diesel::QueryResult;
use serde::{Deserialize, Serialize};

use super::{
    Letter, Order,
    letterhead::{self, Sender},
    store::{self, NewLetter},
};
use crate::{
    clock::{HOUR, Moment},
    db::RegisterConn,
    dice::Dice,
    ids::{Id, LetterId},
    secrets::{MasterKey, Purpose, Sealed},
};

/// Which kind of letter: shown to administrators where the letter itself is sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Invitation,
    PasswordReset,
    Notice,
    Test,
    /// To everybody on a roll.
    SurveyInvitation,
    /// To those of a roll who are still asked.
    Reminder,
    /// To everybody who is invited to a session of the clinic.
    ClinicInvitation,
    /// To the same, when it is cancelled.
    ClinicCancellation,
}

impl Kind {
    pub(super) const TO_ONE: [&'static str; 4] =
        [Self::Invitation.code(), Self::PasswordReset.code(), Self::Notice.code(), Self::Test.code()];

    /// Letters to many: how many of them wait would tell how many have answered.
    pub(super) const OF_CAMPAIGNS: [&'static str; 4] =
        [Self::SurveyInvitation.code(), Self::Reminder.code(), Self::ClinicInvitation.code(), Self::ClinicCancellation.code()];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::PasswordReset => "password_reset",
            Self::Notice => "notice",
            Self::Test => "test",
            Self::SurveyInvitation => "survey_invitation",
            Self::Reminder => "reminder",
            Self::ClinicInvitation => "clinic_invitation",
            Self::ClinicCancellation => "clinic_cancellation",
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

    /// All letters of one campaign, or of one session.
    pub fn of<What>(reason: Id<What>) -> Self {
        Self(reason.as_bytes().try_into().unwrap_or_default())
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsubscribe: Option<String>,
}

impl Written {
    pub(super) fn new(letter: &Letter, sender: &Sender) -> Self {
        Self {
            to: letter.to.reveal().to_owned(),
            language: letter.language.code().to_owned(),
            subject: letter.subject.clone(),
            text: letterhead::text(letter, sender),
            html: letterhead::html(letter, sender),
            unsubscribe: letter.unsubscribe.clone(),
        }
    }
}

/// What lies in the outbox, once opened: a letter, or the order for one.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Lying {
    Letter(Box<Written>),
    Order { order: Order },
}

/// The order for one letter of a campaign.
#[derive(Clone, Copy, Debug)]
pub struct NewOrder<'order> {
    /// The letter's `Message-ID`, at every try and from every server.
    pub id: LetterId,
    pub kind: Kind,
    pub batch: Batch,
    /// A keyed hash of whom it is for: nobody gets two letters of one batch.
    pub recipient: &'order [u8],
    /// What the scribe will read.
    pub order: &'order str,
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
    let lying = Lying::Letter(Box::new(Written::new(letter, &office.sender)));
    let recipient = office.master.keyed_hash(Purpose::Recipients, &[batch.as_bytes(), letter.to.reveal().as_bytes()]);
    put_in(conn, &office.master, &lying, &Envelope { id, kind, batch, recipient: &recipient }, now, dice)
}

/// Posts the order for a letter that is written when it is sent. Says whether it is new.
pub fn post_order(
    conn: &mut RegisterConn,
    master: &MasterKey,
    order: &NewOrder,
    now: Moment,
    dice: &mut Dice,
) -> QueryResult<bool> {
    let NewOrder { id, kind, batch, recipient, order } = *order;
    let lying = Lying::Order { order: order.to_owned() };
    put_in(conn, master, &lying, &Envelope { id, kind, batch, recipient }, now, dice)
}

/// What is not sealed.
struct Envelope<'recipient> {
    id: LetterId,
    kind: Kind,
    batch: Batch,
    recipient: &'recipient [u8],
}

/// It says the hour in which it was posted, no more: the minute would tell when somebody did something.
fn put_in(
    conn: &mut RegisterConn,
    master: &MasterKey,
    lying: &Lying,
    on: &Envelope,
    now: Moment,
    dice: &mut Dice,
) -> QueryResult<bool> {
    let plain = serde_json::to_vec(lying).map_err(|fault| diesel::result::Error::SerializationError(fault.into()))?;
    let sealed = master.seal(Purpose::Letters, on.id.as_bytes(), &plain, dice);
    let hour = now.rounded_down_to(HOUR);
    let posted = NewLetter {
        id: on.id,
        kind: on.kind.code(),
        batch: on.batch.as_bytes(),
        recipient: on.recipient,
        sealed: sealed.as_bytes(),
        posted: hour,
        due: hour,
        tries: 0,
        state: "waiting",
        leased_until: Moment::from_micros(0),
    };
    store::keep(conn, &posted)
}

/// Opens a letter for sending.
pub(super) fn open(master: &MasterKey, id: LetterId, sealed: Vec<u8>) -> Option<Lying> {
    let plain = master.open(Purpose::Letters, id.as_bytes(), &Sealed::from_bytes(sealed)).ok()?;
    serde_json::from_slice(&plain).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{address::EmailAddress, language::Language};

    fn opened(plain: &str) -> Option<Lying> {
        let (master, id) = (MasterKey::random(&mut Dice::real()), LetterId::from_bytes([1; 16]));
        let sealed = master.seal(Purpose::Letters, id.as_bytes(), plain.as_bytes(), &mut Dice::real());
        open(&master, id, sealed.as_bytes().to_vec())
    }

    #[test]
    fn letters_that_an_older_version_wrote_still_open() {
        let old = r#"{"to":"a@b.th","language":"th","subject":"s","text":"t","html":"h"}"#;
        assert!(matches!(opened(old), Some(Lying::Letter(letter)) if letter.to == "a@b.th" && letter.unsubscribe.is_none()));
    }

    #[test]
    fn an_order_is_told_from_a_letter_even_if_it_looks_like_one() {
        let letter = Letter::new(EmailAddress::parse("a@b.th").unwrap(), Language::Thai, "s").unsubscribe("https://b.th/stop");
        let written = serde_json::to_string(&Lying::Letter(Box::new(Written::new(&letter, &Sender::default())))).unwrap();
        let lying = Lying::Order { order: written.clone() };
        let opened_again = opened(&serde_json::to_string(&lying).unwrap());
        assert!(matches!(opened_again, Some(Lying::Order { order }) if order == written));
        assert!(
            matches!(opened(&written), Some(Lying::Letter(letter)) if letter.unsubscribe.as_deref() == Some("https://b.th/stop"))
        );
    }
}
