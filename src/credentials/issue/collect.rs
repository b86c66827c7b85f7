//! Handing out a credential: checks the link, notes that it was collected, and gives the key that signs.
//!
//! Signing itself is done after the commit, outside the transaction: the same blinded message may ask again.

use std::sync::Arc;

use subtle::ConstantTimeEq as _;

use super::{Entrant, Keyring, NoEntry, NotSigned, SigningKey, Stage, Who, is_in_grace, look, store};
use crate::{
    clock::Moment,
    db::RegisterConn,
    ids::{StratumId, SurveyId},
    people,
    secrets::{MasterKey, Purpose},
};

/// What was asked for may be signed with this key.
pub struct Issued {
    pub survey: SurveyId,
    pub stratum: StratumId,
    pub key: Arc<SigningKey>,
}

#[derive(Debug, thiserror::Error)]
pub enum NotIssued {
    #[error("{0}")]
    NoEntry(#[from] NoEntry),
    #[error("the survey is not open yet")]
    NotOpenYet,
    #[error("the survey is closed")]
    Closed,
    #[error("this is no blinded message")]
    NotABlindedMessage,
    #[error("a credential for another blinded message was handed out before")]
    AlreadyCollected,
    #[error("the signing key does not open")]
    Key,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

pub fn collect(
    conn: &mut RegisterConn,
    master: &MasterKey,
    keyring: &Keyring,
    link: &str,
    blinded: &[u8],
    now: Moment,
) -> Result<Issued, NotIssued> {
    let entrant = look(conn, master, link, now)?;
    match entrant.stage {
        Stage::NotOpenYet => return Err(NotIssued::NotOpenYet),
        // An answer that was lost at the last minute is had again while ballots are still taken.
        Stage::Closed if !(entrant.has_collected && is_in_grace(&entrant.survey, now)) => return Err(NotIssued::Closed),
        Stage::Closed | Stage::Open => {}
    }
    let (survey, stratum) = (entrant.survey.id, entrant.stratum.ok_or(NotIssued::NotOpenYet)?);
    let key = keyring.key(conn, master, stratum)?;
    key.check(blinded).map_err(|refusal| match refusal {
        NotSigned::NotABlindedMessage => NotIssued::NotABlindedMessage,
        NotSigned::WrongResult | NotSigned::Library(_) => NotIssued::Key,
    })?;
    match note(conn, master, &entrant, blinded) {
        // After the close trying costs nothing, so it tells nothing either.
        Err(NotIssued::AlreadyCollected) if entrant.stage == Stage::Closed => return Err(NotIssued::Closed),
        noted => noted?,
    }
    Ok(Issued { survey, stratum, key })
}

fn note(conn: &mut RegisterConn, master: &MasterKey, entrant: &Entrant, blinded: &[u8]) -> Result<(), NotIssued> {
    let whose = match &entrant.who {
        Who::Person(person) => person.as_bytes(),
        Who::Slip(slip) => &slip[..],
        Who::Browser(nonce) => &nonce[..],
    };
    let hash = master.keyed_hash(Purpose::Blinded, &[entrant.survey.id.as_bytes(), whose, blinded]);
    if entrant.has_collected {
        let is_same = bool::from(entrant.blinded.ct_eq(&hash));
        return if is_same { Ok(()) } else { Err(NotIssued::AlreadyCollected) };
    }
    match &entrant.who {
        Who::Person(person) => people::note_collected(conn, entrant.survey.id, *person, &hash)?,
        Who::Slip(slip) => store::note_slip_collected(conn, slip, &hash)?,
        Who::Browser(nonce) => store::spend_admission(conn, entrant.survey.id, nonce, &hash)?,
    }
    Ok(())
}
