//! Seats for a browser without scripts: drawn, blinded, signed and finalized here, in memory, and handed over with the
//! page. The weaker promise: it is kept by this program alone, and the page says so.

use crate::{
    clock::Moment,
    credentials::{
        client::{Blinding, NotBlinded},
        issue::NotSigned,
        verify::PreparedMessage,
    },
    db::Db,
    dice::Chance,
    meetings::entry::{self, Entrant, NotTaken},
    notices::{NoNotice, Notice},
    papers::Bytes,
    secrets::MasterKey,
};

pub struct Seat {
    pub message: Bytes,
    pub signature: Bytes,
}

#[derive(Debug, thiserror::Error)]
pub enum NoSeats {
    #[error("the seats were not handed out: {0}")]
    NotTaken(#[from] NotTaken),
    #[error("the seats were not signed: {0}")]
    NotSigned(#[from] NotSigned),
    #[error("the seats were not blinded: {0}")]
    NotBlinded(#[from] NotBlinded),
    #[error("the notice cannot be read: {0}")]
    Notice(#[from] NoNotice),
    #[error("a thread was lost")]
    Lost(#[from] tokio::task::JoinError),
}

/// All of somebody's seats. Nothing of them is kept.
pub async fn seats(
    db: &Db,
    master: &MasterKey,
    chance: &Chance,
    entrant: &Entrant,
    link: String,
    now: Moment,
) -> Result<Vec<Seat>, NoSeats> {
    let notice = entrant.meeting.promised.as_ref().map(|promised| Notice::read(&promised.notice)).transpose()?;
    let Some(key) = notice.and_then(|notice| notice.key) else { return Err(NotTaken::NoSeats.into()) };
    let (each, dice) = (entrant.meeting.plan.seats_each, chance.clone());
    let drawn = tokio::task::spawn_blocking(move || {
        let mut dice = dice.dice();
        let one = |_| {
            let message = PreparedMessage::from_bytes(dice.bytes());
            let blinding = Blinding::new(&key.0, message.clone(), &dice.bytes())?;
            Ok::<_, NotBlinded>((message, blinding))
        };
        (0..each).map(one).collect::<Result<Vec<_>, _>>()
    });
    let drawn = drawn.await??;
    let (master, blinded) = (master.clone(), drawn.iter().map(|(_, blinding)| blinding.blinded.clone()).collect::<Vec<_>>());
    let taken = db.register(move |conn| entry::take(conn, &master, &link, &blinded, now)).await?;
    tokio::task::spawn_blocking(move || {
        let signed = taken.sign()?;
        let finalize = |((message, blinding), signed): ((PreparedMessage, Blinding), Vec<u8>)| {
            let signature = Bytes(blinding.finalize(&signed)?);
            Ok(Seat { message: Bytes(message.as_bytes().to_vec()), signature })
        };
        drawn.into_iter().zip(signed).map(finalize).collect()
    })
    .await?
}
