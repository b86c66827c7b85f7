//! Deeds over two databases, each begun by one transaction of the register, which is the moment of truth: what is left to be
//! done is in it, and is looked for until it is done.

use std::sync::Arc;

use super::{
    NotCarried,
    carry_over::{end_told, opened, told},
};
use crate::{
    accounts::Actor,
    clock::Moment,
    credentials::issue::SigningKey,
    db::Db,
    dice::Chance,
    ids::MeetingId,
    meetings::{self, Hand, Stage},
    secrets::MasterKey,
    web::{self, FormKey},
};

/// Who presses which button when.
#[derive(Clone)]
pub struct Pressed {
    pub by: Actor,
    pub key: FormKey,
    pub now: Moment,
}

/// Fixes what is promised, puts the notice up, then hands out links and letters. Pressed twice, it opens once.
pub async fn open_meeting(
    db: &Db,
    master: &MasterKey,
    chance: &Chance,
    id: MeetingId,
    pressed: Pressed,
) -> Result<(), NotCarried> {
    // It takes a while, so it is made first. The same form sent again throws it away.
    let key = Arc::new(tokio::task::spawn_blocking(SigningKey::generate).await?.map_err(meetings::Refusal::from)?);
    let (hand, dice, now) = (master.clone(), chance.clone(), pressed.now);
    db.register(move |conn| {
        let deed = Hand { master: &hand, by: &pressed.by, now: pressed.now };
        web::once(conn, pressed.key, "", pressed.now, |conn| meetings::begin_opening(conn, &deed, id, &key, &mut dice.dice()))
    })
    .await?;
    opened(db, master, chance, id, now).await
}

pub async fn cancel(db: &Db, master: &MasterKey, chance: &Chance, id: MeetingId, pressed: Pressed) -> Result<(), NotCarried> {
    let (master, chance) = (master.clone(), chance.clone());
    db.register(move |conn| {
        let hand = Hand { master: &master, by: &pressed.by, now: pressed.now };
        web::once(conn, pressed.key, "", pressed.now, |conn| meetings::cancel(conn, &hand, id, &mut chance.dice()))
    })
    .await?;
    end_told(db, id, Stage::Cancelled).await
}

/// The standing clinic, by hand.
pub async fn finish(db: &Db, master: &MasterKey, id: MeetingId, pressed: Pressed) -> Result<(), NotCarried> {
    let master = master.clone();
    db.register(move |conn| {
        let hand = Hand { master: &master, by: &pressed.by, now: pressed.now };
        web::once(conn, pressed.key, "", pressed.now, |conn| meetings::finish(conn, &hand, id))
    })
    .await?;
    end_told(db, id, Stage::Over).await
}

pub async fn put_off(db: &Db, master: &MasterKey, id: MeetingId, closes: Moment, pressed: Pressed) -> Result<(), NotCarried> {
    let master = master.clone();
    db.register(move |conn| {
        let hand = Hand { master: &master, by: &pressed.by, now: pressed.now };
        web::once(conn, pressed.key, "", pressed.now, |conn| meetings::put_off(conn, &hand, id, closes))
    })
    .await?;
    told(db, id).await
}
