//! Opening some of what is sealed while a long round runs.
//!
//! Where a stratum holds 2k sealed ballots, some are chosen at random and opened, k at least, and k stay
//! sealed: so every release has k ballots, and the last one too. Which ones they are is decided by chance
//! alone. Where a survey asks for texts, which need twice as many, it is 2k instead of k throughout.

use std::sync::Arc;

use super::{
    NotReleased,
    at_close::sweep,
    harvest::Harvest,
    opener::{Opener, Said},
    store::{self, Sealed},
    write::{Groups, write},
};
use crate::{
    db::{Db, UrnConn},
    dice::{Chance, Dice},
    ids::{StratumId, SurveyId},
    papers::{OpeningKey, Release},
    urn::store::{paper_text, stage},
};

/// In one transaction, or a little more: casting waits meanwhile.
const MOST: usize = 1_000;

/// Of an open survey. Says how many were opened.
pub async fn release_blocks(db: &Db, survey: SurveyId, key: &OpeningKey, chance: &Chance) -> Result<usize, NotReleased> {
    let paper = db.read_urn(move |conn| paper_text(conn, survey)).await?.ok_or(NotReleased::NoSuchSurvey)?;
    let opener = Arc::new(Opener::new(&paper.text, key)?);
    if opener.paper.release != Release::InBlocks {
        return Ok(0);
    }
    let mut all = 0;
    loop {
        let (opener, chance) = (opener.clone(), chance.clone());
        let more = db.urn(move |conn| next_blocks(conn, &opener, &mut chance.dice())).await?;
        if more == 0 {
            break;
        }
        all += more;
    }
    if all > 0 {
        sweep(db).await?;
    }
    Ok(all)
}

fn next_blocks(conn: &mut UrnConn, opener: &Opener, dice: &mut Dice) -> Result<usize, NotReleased> {
    let (paper, least) = (&opener.paper, least(opener));
    store::alone(conn)?;
    // What is closed is opened as a whole.
    if stage(conn, paper.survey)?.as_deref() != Some("open") {
        return Ok(0);
    }
    let sealed = store::count_sealed_of_strata(conn, paper.survey)?;
    let tallies = store::tallies(conn, paper.survey)?;
    let mut harvest = Harvest::new(tallies.len());
    let mut moved = Vec::new();
    for (place, tally) in tallies.iter().enumerate() {
        let held = sealed.get(&tally.id).copied().and_then(|held| usize::try_from(held).ok()).unwrap_or_default();
        let room = MOST.saturating_sub(harvest.ballots());
        if held < least.saturating_mul(2) || room == 0 {
            continue;
        }
        let wanted = ((held - least) / least * least).min((room / least * least).max(least));
        for (ballot, said) in some_of(conn, opener, tally.id, (wanted, held - least), dice)? {
            harvest.take(place, &ballot, said);
            moved.push(ballot.message);
        }
    }
    let groups = Groups::of_their_own(&tallies, &harvest, dice);
    if moved.is_empty() {
        return Ok(0);
    }
    store::move_some(conn, paper.survey, &mut moved)?;
    write(conn, paper, &tallies, &groups, &harvest, dice)?;
    Ok(harvest.ballots())
}

/// So many that are not spoilt, chosen at random among all of a stratum, and the spoilt ones that turned up
/// with them; never more than `most` in all. Nothing where that leaves fewer than k.
fn some_of(
    conn: &mut UrnConn,
    opener: &Opener,
    stratum: StratumId,
    (wanted, most): (usize, usize),
    dice: &mut Dice,
) -> Result<Vec<(Sealed, Option<Said>)>, NotReleased> {
    let mut messages = store::messages(conn, stratum)?;
    dice.shuffle(&mut messages);
    messages.truncate(most);
    let (mut chosen, mut counted) = (Vec::new(), 0);
    let mut rest = messages.as_slice();
    while counted < wanted && !rest.is_empty() {
        let (next, later) = rest.split_at((wanted - counted).min(rest.len()));
        rest = later;
        let ballots = store::sealed(conn, opener.paper.survey, next)?;
        let said = opener.open(&ballots)?;
        counted += said.iter().flatten().count();
        chosen.extend(ballots.into_iter().zip(said));
    }
    Ok(if counted >= least(opener) { chosen } else { Vec::new() })
}

/// In one block, and in what stays behind.
fn least(opener: &Opener) -> usize {
    let k = usize::try_from(opener.paper.k).unwrap_or(usize::MAX).max(1);
    if opener.asks_for_texts() { k.saturating_mul(2) } else { k }
}
