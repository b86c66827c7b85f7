//! A second survey, whose ballots are opened in blocks while it runs: one block, and the rest at its close.

use std::{collections::BTreeSet, time::Duration};

use super::{
    Frame, Kind, Voter,
    crew::{self, settle},
    marks,
    respondent::Respondent,
};
use crate::{
    attack::{NotCarriedOut, Tell, lists::Known, stage::Stage},
    clock::MINUTE,
    ids::SurveyId,
    papers::{Paper, PaperHash, Release},
};

/// So many of the largest unit answer, and so many of them before anything is opened.
const ANSWER: usize = 32;
const AT_FIRST: usize = 29;

pub struct Blocks {
    pub survey: SurveyId,
    pub paper: Paper,
    pub text: String,
    pub hash: PaperHash,
    pub voters: Vec<Voter>,
    /// In the order in which they cast.
    pub cast: Vec<usize>,
    /// Before the block, after it, and when all was opened; and how many had cast by then.
    pub film: Vec<(Frame, usize)>,
    /// As after the block, with a leak.
    pub planted: Frame,
}

pub fn play(stage: &Stage, people: &[Voter], tell: Tell) -> Result<Blocks, NotCarriedOut> {
    tell("a second survey opens its ballots in blocks");
    let mut voters = afresh(stage, people);
    let (survey, closes) = crew::ask(stage, 2, Release::InBlocks, &mut voters)?;
    let (text, paper, hash) = super::play::paper(stage, survey)?;
    let respondent = Respondent { stage, survey, paper: &paper, hash };
    let mut cast: Vec<_> = (0..voters.len()).collect();
    stage.house.chance.dice().shuffle(&mut cast);

    hand_in(&respondent, &mut voters, cast.get(..AT_FIRST))?;
    settle(stage);
    let before = Frame::take(stage, "before a block")?;
    hand_in(&respondent, &mut voters, cast.get(AT_FIRST..=AT_FIRST))?;
    settle(stage);
    let block = Frame::take(stage, "after a block")?;
    let planted = planted(stage, &voters, &cast, &block)?;
    hand_in(&respondent, &mut voters, cast.get(AT_FIRST + 1..))?;
    stage.clock.turn(closes.since(stage.clock.now()));
    stage.turn(MINUTE);
    settle(stage);
    settle(stage);
    let last = Frame::take(stage, "after the last block")?;

    let marks = marks(&voters);
    let known = Known::of(&marks);
    let (opened, all) = (answered(&known, &block).len(), answered(&known, &last).len());
    if opened == 0 || opened == voters.len() || all != voters.len() {
        return Err(NotCarriedOut::Stuck(format!("waited for blocks ({opened} and {all} of {})", voters.len())));
    }
    let film = vec![(before, AT_FIRST), (block, AT_FIRST + 1), (last, voters.len())];
    Ok(Blocks { survey, paper, text, hash, voters, cast, film, planted })
}

/// Whose answers are open.
pub fn answered(known: &Known, frame: &Frame) -> BTreeSet<usize> {
    whose(known, frame, Kind::Answers)
}

/// Who has a row of this kind in a copy.
pub fn whose(known: &Known, frame: &Frame, kind: Kind) -> BTreeSet<usize> {
    let rows = frame.tables.iter().filter(|table| !table.name.starts_with("planted")).flat_map(|table| &table.rows);
    rows.filter_map(|row| known.whose(row).get(&kind).copied()).collect()
}

/// Those of the unit that was hired last, who say something else this time.
fn afresh(stage: &Stage, people: &[Voter]) -> Vec<Voter> {
    let mut dice = stage.house.chance.dice();
    let mut patterns: BTreeSet<_> =
        people.iter().map(|voter| voter.levels.iter().copied().take(crew::ITEMS - 1).collect()).collect();
    let last = people.iter().rev().take(ANSWER);
    let afresh = last.map(|voter| {
        let mut levels = crew::pattern(&mut dice, &mut patterns);
        levels.push(0);
        Voter { levels, text: crew::words(&mut dice), sealed: Vec::new(), has_cast: false, ..voter.clone() }
    });
    afresh.collect()
}

fn hand_in(respondent: &Respondent, voters: &mut [Voter], who: Option<&[usize]>) -> Result<(), NotCarriedOut> {
    for whose in who.unwrap_or_default() {
        respondent.stage.turn(Duration::from_secs(7));
        if let Some(voter) = voters.get_mut(*whose) {
            respondent.collect(voter)?;
            respondent.cast(voter)?;
        }
    }
    Ok(())
}

/// The answers of the block once more, in the order in which they came.
fn planted(stage: &Stage, voters: &[Voter], cast: &[usize], block: &Frame) -> Result<Frame, NotCarriedOut> {
    let marks = marks(voters);
    let opened = answered(&Known::of(&marks), block);
    let mut urn = stage.urn()?;
    urn.run("CREATE TABLE planted_block (compact BLOB NOT NULL)")?;
    for voter in cast.iter().filter(|whose| opened.contains(*whose)).filter_map(|whose| voters.get(*whose)) {
        let compact = urn.literal(&voter.compact());
        urn.run(&format!("INSERT INTO planted_block VALUES ({compact})"))?;
    }
    let frame = Frame::take(stage, "after a block with a leak")?;
    if stage.is_sqlite() {
        urn.run("PRAGMA secure_delete = ON")?;
    }
    urn.run("DROP TABLE planted_block")?;
    let _only_for_some_roles = urn.checkpoint();
    Ok(frame)
}
