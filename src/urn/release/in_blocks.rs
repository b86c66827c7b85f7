//! Opening some of what is sealed while a long round runs.
//!
//! Where a stratum holds 2k sealed ballots, some are chosen at random and opened, k at least, and k stay
//! sealed: so every release has k ballots, and the last one too. Which ones they are is decided by chance
//! alone. A survey that asks for texts waits until 2k are out, so that none is lost.

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
    let (paper, k) = (&opener.paper, usize::try_from(opener.paper.k).unwrap_or(usize::MAX));
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
        if k == 0 || held < k.saturating_mul(2) || room == 0 {
            continue;
        }
        let wanted = ((held - k) / k * k).min((room / k * k).max(k));
        for (ballot, said) in some_of(conn, opener, tally.id, (wanted, held - k), dice)? {
            harvest.take(place, &ballot, said);
            moved.push(ballot.message);
        }
    }
    let groups = Groups::of_their_own(&tallies, &harvest, dice);
    let is_too_few = opener.asks_for_texts() && groups.all() < paper.k.saturating_mul(2);
    if moved.is_empty() || is_too_few {
        return Ok(0);
    }
    store::move_some(conn, &mut moved)?;
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
        let ballots = store::sealed(conn, next)?;
        let said = opener.open(&ballots)?;
        counted += said.iter().flatten().count();
        chosen.extend(ballots.into_iter().zip(said));
    }
    let is_enough = counted >= usize::try_from(opener.paper.k).unwrap_or(usize::MAX);
    Ok(if is_enough { chosen } else { Vec::new() })
}
