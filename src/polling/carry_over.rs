//! Carrying over to the urn whatever waits in the register.

use super::open::{NotOpened, any_left_over, prepare, sweep};
use crate::{
    clock::Moment,
    credentials::issue::{self, Keyring, NotKept, ToPost},
    db::{Db, RegisterConn},
    dice::Chance,
    ids::SurveyId,
    papers::PaperHash,
    secrets::MasterKey,
    urn,
};

/// What came of one look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    pub posted: usize,
    pub put_off: usize,
    pub released: usize,
    /// A database failed, or what is in it; the log says why, and it is tried again.
    pub failed: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum NotCarried {
    #[error("the paper was not made: {0}")]
    NotKept(#[from] NotKept),
    #[error("the paper was not made ready: {0}")]
    NotOpened(#[from] NotOpened),
    #[error("the paper was not posted: {0}")]
    NotPosted(#[from] urn::NotPosted),
    #[error("the paper in the urn is not the one that was promised")]
    AnotherPaper,
    #[error("the ballots were not released: {0}")]
    NotReleased(#[from] urn::NotReleased),
    #[error("the key was not to be had: {0}")]
    NoKey(#[from] issue::NoKey),
    #[error("the database failed: {0}")]
    Database(#[from] diesel::result::Error),
    #[error("a thread was lost")]
    Lost(#[from] tokio::task::JoinError),
}

pub fn any_waiting(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<bool> {
    let waiting = issue::waiting(conn, now)?;
    let is_carried = waiting.without_paper.is_empty() && waiting.to_post.is_empty() && waiting.to_tell.is_empty();
    Ok(!is_carried || any_left_over(conn, now)?)
}

/// One survey that fails holds no other up.
pub async fn carry_over(db: &Db, master: &MasterKey, chance: &Chance, now: Moment) -> Result<Carried, diesel::result::Error> {
    let mut carried = Carried::default();
    for survey in db.read_register(move |conn| issue::waiting(conn, now)).await?.without_paper {
        let made = make_paper(db, master, chance, survey).await;
        carried.failed += failed(made);
    }
    let waiting = db.read_register(move |conn| issue::waiting(conn, now)).await?;
    for paper in waiting.to_post {
        match post(db, paper).await {
            Ok(()) => carried.posted += 1,
            fault => carried.failed += failed(fault),
        }
    }
    for (survey, closes) in waiting.to_tell {
        match put_off(db, survey, closes).await {
            Ok(()) => carried.put_off += 1,
            fault => carried.failed += failed(fault),
        }
    }
    carried.failed += sweep(db, now).await?;
    Ok(carried)
}

pub fn any_over(conn: &mut RegisterConn, now: Moment) -> diesel::QueryResult<bool> {
    Ok(!issue::waiting(conn, now)?.over.is_empty())
}

/// Releases whatever is over. By itself, because it may take minutes, and a close that is put off meanwhile
/// must reach the urn.
pub async fn release_over(
    db: &Db,
    master: &MasterKey,
    keyring: &Keyring,
    chance: &Chance,
    now: Moment,
) -> Result<Carried, diesel::result::Error> {
    let mut carried = Carried::default();
    for survey in db.read_register(move |conn| issue::waiting(conn, now)).await?.over {
        match release(db, master, chance, survey).await {
            Ok(()) => {
                keyring.let_go(survey);
                carried.released += 1;
            }
            fault => carried.failed += failed(fault),
        }
    }
    Ok(carried)
}

pub(super) fn failed(done: Result<(), NotCarried>) -> usize {
    match done {
        Ok(()) => 0,
        Err(fault) => {
            tracing::error!(%fault, "a survey could not be carried over to the urn");
            1
        }
    }
}

/// Of a survey that an earlier version opened.
async fn make_paper(db: &Db, master: &MasterKey, chance: &Chance, survey: SurveyId) -> Result<(), NotCarried> {
    let Some(made) = prepare(db, master, chance, survey).await? else { return Ok(()) };
    let (master, dice) = (master.clone(), chance.clone());
    Ok(db.register(move |conn| issue::keep(conn, &master, &made, &mut dice.dice())).await?)
}

async fn post(db: &Db, paper: ToPost) -> Result<(), NotCarried> {
    let (survey, closes) = (paper.survey, paper.closes.seconds());
    db.urn(move |conn| urn::post(conn, &paper.paper, closes)).await?;
    Ok(db.register(move |conn| issue::note_posted(conn, survey)).await?)
}

/// The urn is closed and opened; then nobody can open or sign anything of this survey again.
async fn release(db: &Db, master: &MasterKey, chance: &Chance, survey: SurveyId) -> Result<(), NotCarried> {
    // As a deed, so that whoever collects at this moment is counted or comes too late.
    let Some(closing) = db.register(move |conn| issue::closing(conn, survey)).await? else { return Ok(()) };
    let promised = db.read_register(move |conn| issue::paper_hash(conn, survey)).await?;
    let posted = db.read_urn(move |conn| urn::paper_text(conn, survey)).await?;
    if promised.is_none() || promised != posted.map(|paper| PaperHash::of(&paper.text)) {
        return Err(NotCarried::AnotherPaper);
    }
    let strata = closing.strata.iter().map(|stratum| (stratum.id, whole(stratum.roll), whole(stratum.issued)));
    let closing = urn::Closing { survey, closed: closing.closed, strata: strata.collect() };
    db.urn(move |conn| urn::close(conn, &closing)).await?;
    let key = master.clone();
    if let Some(key) = db.read_register(move |conn| issue::opening_key(conn, &key, survey)).await? {
        urn::release(db, survey, &key, chance).await?;
    }
    db.register(move |conn| issue::destroy_keys(conn, survey)).await?;
    if let Err(fault) = db.rewrite_register(issue::TABLES_WITH_KEYS).await {
        tracing::warn!(%fault, "keys are destroyed, but what they were may still lie, sealed, in the register's files");
    }
    Ok(())
}

/// Rounds that release in blocks: what is due of them. Says how many ballots were opened.
pub async fn release_blocks(db: &Db, master: &MasterKey, chance: &Chance, now: Moment) -> Result<usize, NotCarried> {
    let mut opened = 0;
    for survey in db.read_register(move |conn| issue::waiting(conn, now)).await?.in_blocks {
        let master = master.clone();
        if let Some(key) = db.read_register(move |conn| issue::opening_key(conn, &master, survey)).await? {
            opened += urn::release_blocks(db, survey, &key, chance).await?;
        }
    }
    Ok(opened)
}

fn whole(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

async fn put_off(db: &Db, survey: SurveyId, closes: Moment) -> Result<(), NotCarried> {
    db.urn(move |conn| urn::put_off(conn, survey, closes.seconds())).await?;
    Ok(db.register(move |conn| issue::note_told(conn, survey, closes)).await?)
}
