//! Handing out seats, all of somebody's at once: checks the link, notes that they are taken, and gives the key that signs.
//!
//! Signing itself is done after the commit: the same blinded messages may ask again.

use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::{Entrant, NoEntry, look, look::Early};
use crate::{
    clock::Moment,
    credentials::issue::{NotSigned, SigningKey},
    db::RegisterConn,
    ids::MeetingId,
    meetings::store,
    people,
    secrets::{MasterKey, Purpose, Sealed},
};

/// What was asked for may be signed with this key.
pub struct Taken {
    pub meeting: MeetingId,
    key: SigningKey,
    blinded: Vec<Vec<u8>>,
}

impl Taken {
    /// Takes a while: outside any transaction.
    pub fn sign(&self) -> Result<Vec<Vec<u8>>, NotSigned> {
        self.blinded.iter().map(|blinded| self.key.sign(blinded)).collect()
    }
}

#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    #[error("{0}")]
    NoEntry(#[from] NoEntry),
    #[error("contributions are not taken yet")]
    NotOpenYet,
    #[error("contributions are not taken any more")]
    Closed,
    #[error("this session has no seats")]
    NoSeats,
    #[error("not as many messages as there are seats")]
    WrongNumber,
    #[error("one of these is no blinded message")]
    NotABlindedMessage,
    #[error("seats for other blinded messages were handed out before")]
    AlreadyTaken,
    #[error("the signing key does not open")]
    Key,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

pub fn take(
    conn: &mut RegisterConn,
    master: &MasterKey,
    link: &str,
    blinded: &[Vec<u8>],
    now: Moment,
) -> Result<Taken, NotTaken> {
    let entrant = look(conn, master, link)?;
    entrant.is_let_in(now).map_err(|early| match early {
        Early::NotYet => NotTaken::NotOpenYet,
        Early::NoMore => NotTaken::Closed,
    })?;
    let meeting = entrant.meeting.id;
    if !entrant.meeting.ways().by_seat {
        return Err(NotTaken::NoSeats);
    }
    if u32::try_from(blinded.len()) != Ok(entrant.meeting.plan.seats_each) {
        return Err(NotTaken::WrongNumber);
    }
    let sealed = store::signing_key(conn, meeting)?.ok_or(NotTaken::Key)?;
    let der = master.open(Purpose::SigningKeys, meeting.as_bytes(), &Sealed::from_bytes(sealed));
    let der = Zeroizing::new(der.map_err(|_| NotTaken::Key)?);
    let key = SigningKey::from_der(&der).map_err(|_| NotTaken::Key)?;
    for message in blinded {
        key.check(message).map_err(|refusal| match refusal {
            NotSigned::NotABlindedMessage => NotTaken::NotABlindedMessage,
            NotSigned::WrongResult | NotSigned::Library(_) => NotTaken::Key,
        })?;
    }
    note(conn, master, &entrant, blinded)?;
    Ok(Taken { meeting, key, blinded: blinded.to_vec() })
}

/// All of them together have one hash: the same again is the same, anything else is other seats.
fn note(conn: &mut RegisterConn, master: &MasterKey, entrant: &Entrant, blinded: &[Vec<u8>]) -> Result<(), NotTaken> {
    let mut parts = vec![entrant.meeting.id.as_bytes(), entrant.person.as_bytes()];
    parts.extend(blinded.iter().map(Vec::as_slice));
    let hash = master.keyed_hash(Purpose::Seats, &parts);
    if entrant.has_taken_seats {
        let is_same = bool::from(entrant.blinded.ct_eq(&hash));
        return if is_same { Ok(()) } else { Err(NotTaken::AlreadyTaken) };
    }
    Ok(people::note_seats_taken(conn, entrant.meeting.id, entrant.person, &hash)?)
}
