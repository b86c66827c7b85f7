//! Handing in for a browser without scripts: the two doors, one after the other, in this program's memory.
//!
//! Everything follows from what the browser carries: the same form sent again is the same blinded message
//! and the same ballot, to the byte. Nothing of it is kept or logged.

use sha2::{Digest as _, Sha256};

use super::{luggage::Seed, sitting::Posted};
use crate::{
    clock::Moment,
    credentials::{
        client::{Blinding, NotBlinded},
        issue::{self, Keyring, NotIssued, NotSigned},
        verify::PreparedMessage,
    },
    db::Db,
    dice::Dice,
    ids::{StratumId, SurveyId},
    papers::{self, NotSealed, TooLarge},
    secrets::MasterKey,
    urn::{self, Ballot, BallotBox, Cast, Fate, NotCast},
};

/// The two doors.
#[derive(Clone)]
pub struct Doors {
    pub db: Db,
    pub master: MasterKey,
    pub keyring: Keyring,
    pub ballots: BallotBox,
}

/// A ballot that is about to be made.
pub struct Draft {
    pub seed: Seed,
    pub secret: [u8; 32],
    pub fields: Vec<(String, String)>,
}

#[derive(Debug, thiserror::Error)]
pub enum NotHandedIn {
    #[error("{0}")]
    NotIssued(#[from] NotIssued),
    #[error("{0}")]
    NotCast(#[from] NotCast),
    #[error("{0}")]
    TooLarge(#[from] TooLarge),
    #[error("nothing with this receipt is in the urn")]
    NoSuchBallot,
    #[error("the paper has no such stratum")]
    NoStratum,
    #[error("{0}")]
    NotBlinded(#[from] NotBlinded),
    #[error("{0}")]
    NotSigned(#[from] NotSigned),
    #[error("{0}")]
    NotSealed(#[from] NotSealed),
    #[error("a thread was lost")]
    Lost(#[from] tokio::task::JoinError),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// With a link; without one it takes the place of the ballot with this receipt.
pub async fn hand_in(
    doors: &Doors,
    posted: &Posted,
    link: Option<(&str, StratumId)>,
    draft: &Draft,
    now: Moment,
) -> Result<Cast, NotHandedIn> {
    let survey = posted.paper.survey;
    let message = draft.seed.receipt().ok_or(NotHandedIn::NoSuchBallot)?.message(survey);
    // A ballot that is there already needs no other credential: its answer was lost on the way.
    if let Some(stratum) = held(doors, survey, &message).await? {
        return cast(doors, posted, stratum, message, Vec::new(), draft).await;
    }
    let (link, stratum) = link.ok_or(NotHandedIn::NoSuchBallot)?;
    // Too much is told before anything is asked for.
    papers::pad(&draft.fields, &posted.paper.sizes)?;
    let signature = credential(doors, posted, link, stratum, message.clone(), draft.secret, now).await?;
    cast(doors, posted, stratum, message, signature, draft).await
}

async fn held(doors: &Doors, survey: SurveyId, message: &PreparedMessage) -> Result<Option<StratumId>, diesel::result::Error> {
    let message = message.clone();
    let fate = doors.db.read_urn(move |conn| urn::fate(conn, survey, &message)).await?;
    Ok(fate.map(|fate| match fate {
        Fate::Sealed(stratum) | Fate::Released(stratum) => stratum,
    }))
}

/// Door one: hears the link, and signs what it cannot read.
async fn credential(
    doors: &Doors,
    posted: &Posted,
    link: &str,
    stratum: StratumId,
    message: PreparedMessage,
    secret: [u8; 32],
    now: Moment,
) -> Result<Vec<u8>, NotHandedIn> {
    let spki = posted.paper.stratum(stratum).ok_or(NotHandedIn::NoStratum)?.key.0.clone();
    let blinding = tokio::task::spawn_blocking(move || Blinding::new(&spki, message, &secret)).await??;
    let (master, keyring, link, blinded) =
        (doors.master.clone(), doors.keyring.clone(), link.to_owned(), blinding.blinded.clone());
    let issued = doors.db.register(move |conn| issue::collect(conn, &master, &keyring, &link, &blinded, now)).await?;
    let (signed, blinding) = tokio::task::spawn_blocking(move || (issued.key.sign(&blinding.blinded), blinding)).await?;
    Ok(blinding.finalize(&signed?)?)
}

/// Door two: hears no link.
async fn cast(
    doors: &Doors,
    posted: &Posted,
    stratum: StratumId,
    message: PreparedMessage,
    signature: Vec<u8>,
    draft: &Draft,
) -> Result<Cast, NotHandedIn> {
    let plaintext = papers::pad(&draft.fields, &posted.paper.sizes)?;
    // Other answers fall otherwise: no key may ever seal two different texts.
    let dice = &mut Dice::grown_from(
        Sha256::new().chain_update(b"clearjai sealing").chain_update(draft.secret).chain_update(&plaintext).finalize().into(),
    );
    let sealed = posted.paper.sealing_key.seal(posted.hash, stratum, message.as_bytes(), &plaintext, dice)?;
    let ballot = Ballot { survey: posted.paper.survey, stratum, message, signature, sealed, is_entitled: false };
    Ok(doors.ballots.hand_in(ballot).await?)
}
