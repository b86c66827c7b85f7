//! Opens sealed ballots and reads what is in them, on all cores.
//!
//! Says of each ballot what was answered, or that it is spoilt: another paper's, altered, padded
//! otherwise, or with answers that nobody could have given on the pages.

use std::thread;

use super::{
    NotReleased,
    follow_up::{FollowUp, is_text},
    store::Sealed,
};
use crate::{
    asking::HandedIn,
    ids::StratumId,
    instruments::{Answer, Answers, Code, Compact},
    papers::{Comments, OpeningKey, Paper, PaperHash, unpad},
};

/// What is needed of a survey to open its ballots.
pub struct Opener {
    pub paper: Paper,
    hash: PaperHash,
    compact: Compact,
    /// None where nobody will read a text.
    follow_ups: Vec<FollowUp>,
    key: OpeningKey,
}

/// What somebody said, already taken apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    pub compact: Box<[u8]>,
    pub texts: Vec<(Code, String)>,
    /// Which texts that not everybody is asked were asked here, written or not.
    pub asked: Vec<Code>,
}

impl Opener {
    /// Refuses a key that would open nothing, for everything would seem spoilt.
    pub fn new(paper: &str, key: &OpeningKey) -> Result<Self, NotReleased> {
        let hash = PaperHash::of(paper);
        let paper = Paper::read(paper)?;
        if key.sealing_key() != paper.sealing_key {
            return Err(NotReleased::OtherKey);
        }
        let key = OpeningKey::from_bytes(&key.to_bytes()).ok_or(NotReleased::OtherKey)?;
        let is_read = paper.comments != Comments::Nowhere;
        let follow_ups = if is_read { FollowUp::all(&paper.instrument) } else { Vec::new() };
        Ok(Self { hash, compact: Compact::of(&paper.instrument), follow_ups, paper, key })
    }

    /// Where a stratum stands in the paper.
    pub fn place(&self, stratum: StratumId) -> Option<usize> {
        self.paper.strata.iter().position(|one| one.id == stratum)
    }

    /// Whether texts may come out of this survey.
    pub fn asks_for_texts(&self) -> bool {
        self.paper.comments != Comments::Nowhere && self.paper.instrument.items().any(is_text)
    }

    /// One for each, in their order; `None` for a spoilt one.
    pub fn open(&self, ballots: &[Sealed]) -> Result<Vec<Option<Said>>, NotReleased> {
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let share = ballots.len().div_ceil(cores).max(1);
        thread::scope(|scope| {
            let threads: Vec<_> = ballots.chunks(share).map(|share| scope.spawn(|| self.open_share(share))).collect();
            let mut opened = Vec::with_capacity(ballots.len());
            for thread in threads {
                opened.extend(thread.join().map_err(|_| NotReleased::BrokenOff)?);
            }
            Ok(opened)
        })
    }

    fn open_share(&self, ballots: &[Sealed]) -> Vec<Option<Said>> {
        let form = HandedIn::to(&self.paper.instrument);
        ballots.iter().map(|ballot| self.open_one(&form, ballot)).collect()
    }

    fn open_one(&self, form: &HandedIn, ballot: &Sealed) -> Option<Said> {
        let plaintext = self.key.open(self.hash, ballot.stratum, &ballot.message, &ballot.content).ok()?;
        let answers = form.read(unpad(&plaintext).ok()?)?;
        let compact = self.compact.write(&answers).ok()?.into_boxed_slice();
        Some(Said { compact, texts: texts(&answers), asked: self.asked(&answers) })
    }

    fn asked(&self, answers: &Answers) -> Vec<Code> {
        if self.follow_ups.is_empty() {
            return Vec::new();
        }
        let shown = answers.shown(&self.paper.instrument).into_iter().flat_map(|(_, items)| items);
        let asked = shown.filter(|item| self.follow_ups.iter().any(|follow_up| follow_up.item == item.code));
        asked.map(|item| item.code.clone()).collect()
    }
}

fn texts(answers: &Answers) -> Vec<(Code, String)> {
    let text = |answer: &Answer| if let Answer::Text(text) = answer { Some(text.clone()) } else { None };
    answers.iter().filter_map(|(question, answer)| Some((question.item.clone(), text(answer)?))).collect()
}
