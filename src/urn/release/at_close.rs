//! Opening everything that is still sealed, once a survey is closed.
//!
//! Reads and opens beforehand, and writes in one transaction: killed at any point, nothing has happened,
//! or everything has. Where all together are fewer than k, nothing is opened at all.

use std::{mem, sync::Arc};

use super::{
    NotReleased,
    harvest::Harvest,
    opener::Opener,
    store::{self, Sealed},
    write::{Groups, write},
};
use crate::{
    db::{Db, UrnConn},
    dice::{Chance, Dice},
    ids::{StratumId, SurveyId},
    papers::OpeningKey,
    urn::store::{paper_text, stage},
};

/// At hand at once while they are opened.
const PAGE: i64 = 2_000;

/// So often whoever waits is told how far it is.
const SAID_EVERY: usize = 20_000;

/// So many that cannot be read, and not one that can, are nobody's joke.
const ALL_OF: usize = 10;

/// Tables in which something sealed stood, or was marked afterwards.
pub const SWEPT: &[&str] = &["sealed_ballots", "opened_ballots"];

/// After the close. The second time it only sweeps up again.
pub async fn release(db: &Db, survey: SurveyId, key: &OpeningKey, chance: &Chance) -> Result<(), NotReleased> {
    let look = db.read_urn(move |conn| look(conn, survey)).await?;
    let (stage, paper, ballots) = look.ok_or(NotReleased::NoSuchSurvey)?;
    if stage == "open" {
        return Err(NotReleased::StillOpen);
    }
    if stage == "closed" {
        let opener = Arc::new(Opener::new(&paper, key)?);
        // Fewer than k: then nobody looks, not even this program.
        let is_opened = ballots >= i64::from(opener.paper.k);
        let harvest = if is_opened { harvest(db, &opener, ballots).await? } else { Harvest::new(opener.paper.strata.len()) };
        // A few are spoilt by those who handed them in; all of them, by us. Then nothing is thrown away.
        if harvest.spoilt_messages.len() >= ALL_OF && harvest.answers.is_empty() {
            return Err(NotReleased::NothingReadable);
        }
        let (harvest, chance) = (Arc::new(harvest), chance.clone());
        db.urn(move |conn| bring_in(conn, &opener, &harvest, &mut chance.dice())).await?;
    }
    sweep(db).await
}

/// Nothing of what was sealed stays in any file of the urn.
pub async fn sweep(db: &Db) -> Result<(), NotReleased> {
    Ok(db.rewrite_urn(SWEPT).await?)
}

/// Its stage, its paper, and how many ballots it has, opened before or not.
fn look(conn: &mut UrnConn, survey: SurveyId) -> Result<Option<(String, String, i64)>, NotReleased> {
    let (Some(stage), Some(paper)) = (stage(conn, survey)?, paper_text(conn, survey)?) else { return Ok(None) };
    let counted: i64 = store::tallies(conn, survey)?.iter().map(|tally| i64::from(tally.counted)).sum();
    Ok(Some((stage, paper.text, counted + store::count_sealed(conn, survey)?)))
}

/// One page is opened while the next is read. A closed survey does not change.
async fn harvest(db: &Db, opener: &Arc<Opener>, of_all: i64) -> Result<Harvest, NotReleased> {
    let mut harvest = Harvest::new(opener.paper.strata.len());
    let mut page = next_page(db, opener, Vec::new()).await?;
    let mut said_at = 0;
    while let Some(last) = page.last().map(|ballot| ballot.message.clone()) {
        let ballots = mem::take(&mut page);
        let opener_of_page = opener.clone();
        let open = tokio::task::spawn_blocking(move || {
            let said = opener_of_page.open(&ballots)?;
            Ok::<_, NotReleased>((ballots, said))
        });
        let (done, next) = tokio::join!(open, next_page(db, opener, last));
        let (ballots, said) = done.map_err(|_| NotReleased::BrokenOff)??;
        for (ballot, said) in ballots.iter().zip(said) {
            let place = opener.place(ballot.stratum).ok_or(NotReleased::Changed)?;
            harvest.take(place, ballot, said);
        }
        if harvest.ballots() - said_at >= SAID_EVERY {
            said_at = harvest.ballots();
            let done = i64::try_from(said_at).unwrap_or(i64::MAX);
            let survey = opener.paper.survey;
            db.urn(move |conn| store::note_progress(conn, survey, done, of_all)).await?;
        }
        page = next?;
    }
    Ok(harvest)
}

/// How far the opening of a closed survey is, and of how many; none where it has not begun, takes no while, or is
/// over.
pub fn progress(conn: &mut UrnConn, survey: SurveyId) -> diesel::QueryResult<Option<(i64, i64)>> {
    store::progress(conn, survey)
}

async fn next_page(db: &Db, opener: &Opener, after: Vec<u8>) -> Result<Vec<Sealed>, NotReleased> {
    let survey = opener.paper.survey;
    Ok(db.read_urn(move |conn| store::sealed_after(conn, survey, &after, PAGE)).await?)
}

fn bring_in(conn: &mut UrnConn, opener: &Opener, harvest: &Harvest, dice: &mut Dice) -> Result<(), NotReleased> {
    let (paper, survey) = (&opener.paper, opener.paper.survey);
    store::alone(conn)?;
    match stage(conn, survey)?.as_deref() {
        Some("closed") => {}
        // Another server was quicker.
        Some("released") => return Ok(()),
        _ => return Err(NotReleased::StillOpen),
    }
    let sealed = usize::try_from(store::count_sealed(conn, survey)?).map_err(|_| NotReleased::Changed)?;
    let tallies = store::tallies(conn, survey)?;
    let groups = Groups::at_close(&tallies, harvest, paper.k, dice);
    for (stratum, times) in replaced(conn, &tallies, harvest, survey)? {
        store::note_replaced(conn, stratum, times)?;
    }
    store::move_all(conn, survey)?;
    if groups.all() < paper.k {
        // Too few, or so many of them spoilt that too few are left: as if none had been opened.
        store::released(conn, survey, i32::try_from(sealed).unwrap_or(i32::MAX))?;
        return Ok(());
    }
    if sealed != harvest.ballots() {
        return Err(NotReleased::Changed);
    }
    write(conn, paper, &tallies, &groups, harvest, dice)?;
    Ok(store::released(conn, survey, 0)?)
}

/// How many took the place of others, which was counted on the way where they were opened.
fn replaced(
    conn: &mut UrnConn,
    tallies: &[store::Tally],
    harvest: &Harvest,
    survey: SurveyId,
) -> diesel::QueryResult<Vec<(StratumId, i32)>> {
    if harvest.ballots() == 0 {
        return store::replaced(conn, survey);
    }
    Ok(tallies.iter().map(|tally| tally.id).zip(harvest.replaced.iter().copied()).filter(|(_, times)| *times > 0).collect())
}
