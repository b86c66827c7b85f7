//! Opening a survey: one deed over two databases.
//!
//! What takes a while is made first. The paper goes into the urn; then one transaction of the register brings
//! everything else, the state, the keys, who may answer with which link, the invitations, and is the moment of
//! truth: if it fails, nothing is open. A paper that was left behind is replaced when the opening is tried again, or
//! swept.

use std::sync::Arc;

use super::{Carried, carry_over, failed};
use crate::{
    accounts::{self, Actor},
    campaigns,
    clock::Moment,
    credentials::issue::{self, NotKept, Preparation},
    db::{Db, RegisterConn},
    dice::Chance,
    ids::SurveyId,
    rounds::{self, Hand, Refusal},
    secrets::MasterKey,
    surveys::{self, State, Survey},
    urn,
};

/// What came of one look at the clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub opened: usize,
    pub closed: usize,
    pub held_back: usize,
    /// A database failed, or what is in it; the log says why, and it is tried again.
    pub failed: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum NotOpened {
    #[error("the round was refused: {0}")]
    Refused(#[from] Refusal),
    #[error("the paper was not made: {0}")]
    NotKept(#[from] NotKept),
    #[error("the paper was not posted: {0}")]
    NotPosted(#[from] urn::NotPosted),
    #[error("the database failed: {0}")]
    Database(#[from] diesel::result::Error),
    #[error("a thread was lost")]
    Lost(#[from] tokio::task::JoinError),
}

/// Opens and closes every round whose minute has come: one that cannot open holds no other up.
pub async fn keep_time(db: &Db, master: &MasterKey, chance: &Chance, now: Moment) -> Result<Kept, diesel::result::Error> {
    let mut kept = Kept::default();
    for survey in db.read_register(move |conn| rounds::due(conn, now)).await? {
        let (id, is_to_open) = (survey.id, matches!(survey.state, State::Scheduled { .. }));
        let done = if is_to_open { open(db, master, chance, id, now).await } else { close(db, master, id, now).await };
        match done {
            Ok(true) if is_to_open => kept.opened += 1,
            Ok(true) => kept.closed += 1,
            Ok(false) => kept.held_back += 1,
            Err(fault) => {
                tracing::error!(%fault, "a round could not be opened or closed");
                kept.failed += 1;
            }
        }
    }
    if kept.opened > 0 {
        // So that nobody who comes at this moment finds half of it.
        let Carried { failed, .. } = carry_over(db, master, chance, now).await?;
        kept.failed += failed;
    }
    Ok(kept)
}

/// Says whether it is open now, by this deed.
pub async fn open(db: &Db, master: &MasterKey, chance: &Chance, survey: SurveyId, now: Moment) -> Result<bool, NotOpened> {
    let hand = master.clone();
    let is_clear = db.register(move |conn| as_the_program(conn, &hand, survey, now, rounds::is_clear)).await?;
    if !is_clear {
        return Ok(false);
    }
    let Some(made) = prepare(db, master, chance, survey).await? else { return Ok(false) };
    let text = made.paper().to_owned();
    let closes =
        db.read_register(move |conn| rounds::still_due(conn, survey, now)).await?.and_then(|survey| survey.state.window());
    let Some(closes) = closes.map(|window| window.closes.seconds()) else { return Ok(false) };
    db.urn(move |conn| urn::post(conn, &text, closes)).await?;
    let (master, chance) = (master.clone(), chance.clone());
    db.register(move |conn| {
        // It writes much: whoever writes into the diary meanwhile would win every race.
        accounts::hold_the_diary(conn)?;
        if !as_the_program(conn, &master, survey, now, rounds::open)? {
            return Ok(false);
        }
        let dice = &mut chance.dice();
        issue::keep(conn, &master, &made, dice)?;
        let survey = surveys::find(conn, survey)?.ok_or(Refusal::NotFound)?;
        campaigns::invite(conn, &master, &survey, now, dice)?;
        Ok::<_, NotOpened>(true)
    })
    .await
}

async fn close(db: &Db, master: &MasterKey, survey: SurveyId, now: Moment) -> Result<bool, NotOpened> {
    let master = master.clone();
    let closed = db.register(move |conn| {
        as_the_program(conn, &master, survey, now, |conn, hand, survey| rounds::close(conn, hand, survey).map(|()| true))
    });
    Ok(closed.await?)
}

/// Unless another instance was quicker.
fn as_the_program(
    conn: &mut RegisterConn,
    master: &MasterKey,
    survey: SurveyId,
    now: Moment,
    deed: impl Fn(&mut RegisterConn, &Hand, &Survey) -> Result<bool, Refusal>,
) -> Result<bool, Refusal> {
    let Some(survey) = rounds::still_due(conn, survey, now)? else { return Ok(false) };
    let by = Actor::the_program();
    deed(conn, &Hand { master, by: &by, now }, &survey)
}

/// What was made ready before, if it is still what is to be opened; else anew.
pub(super) async fn prepare(
    db: &Db,
    master: &MasterKey,
    chance: &Chance,
    survey: SurveyId,
) -> Result<Option<Arc<Preparation>>, NotOpened> {
    let key = master.clone();
    let found = db.read_register(move |conn| {
        Ok::<_, diesel::result::Error>((issue::material(conn, survey)?, issue::prepared(conn, &key, survey)?))
    });
    let (Some(material), before) = found.await? else { return Ok(None) };
    if let Some(before) = before
        && before.fits(&material)?
    {
        return Ok(Some(Arc::new(before)));
    }
    let dice = chance.clone();
    let made = Arc::new(tokio::task::spawn_blocking(move || Preparation::make(&material, &mut dice.dice())).await??);
    let (master, dice, kept) = (master.clone(), chance.clone(), made.clone());
    db.register(move |conn| issue::keep_prepared(conn, &master, &kept, &mut dice.dice())).await?;
    Ok(Some(made))
}

/// Whether anything is left of openings that came to nothing.
pub fn any_left_over(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<bool> {
    Ok(!issue::left_over(conn, now)?.is_empty())
}

/// Sweeps papers of surveys that will not open: unscheduled, or removed. Says how many it could not.
pub(super) async fn sweep(db: &Db, now: Moment) -> Result<usize, diesel::result::Error> {
    let mut count = 0;
    for survey in db.read_register(move |conn| issue::left_over(conn, now)).await? {
        count += failed(sweep_one(db, survey).await);
    }
    Ok(count)
}

async fn sweep_one(db: &Db, survey: SurveyId) -> Result<(), super::NotCarried> {
    if db.urn(move |conn| urn::take_back(conn, survey)).await? {
        tracing::info!(%survey, "a paper that was never put before anybody was taken out of the urn");
    }
    let swept = db.register(move |conn| {
        // A survey that was opened at this very moment gets its paper back.
        issue::post_again(conn, survey)?;
        issue::forget_preparation(conn, survey)
    });
    Ok(swept.await?)
}
