//! Texts that are asked under a condition. Whoever wrote one has met it: so they are kept only where so many were
//! asked, and so many were not, that this says of nobody what they answered before.

use crate::instruments::{Answers, Asks, Code, Condition, Instrument, Item};

#[derive(Debug)]
pub struct FollowUp {
    pub item: Code,
    /// It is asked whoever gave certain answers to one question, so that everybody's having been asked says no more
    /// than how they all answered that.
    is_of_one_question: bool,
}

impl FollowUp {
    /// Of an instrument. What looks at nothing is asked of everybody.
    pub fn all(instrument: &Instrument) -> Vec<Self> {
        let mut all = Vec::new();
        for part in &instrument.parts {
            for item in part.items.iter().filter(|item| is_text(item)) {
                let conditions: Vec<&Condition> = part.show_if.iter().chain(&item.show_if).collect();
                if conditions.iter().any(|condition| !condition.looks_at().is_empty()) {
                    let is_of_one_question = is_of_one_question(instrument, &conditions);
                    all.push(Self { item: item.code.clone(), is_of_one_question });
                }
            }
        }
        all
    }

    /// Where it was put before so many of so many.
    pub const fn is_kept(&self, asked: u32, ballots: u32, k: u32) -> bool {
        let (others, enough) = (ballots.saturating_sub(asked), k.saturating_mul(2));
        let is_everybody = others == 0 && self.is_of_one_question && ballots >= k.saturating_mul(3);
        asked >= enough && (others >= enough || is_everybody)
    }
}

pub const fn is_text(item: &Item) -> bool {
    matches!(item.asks, Asks::ShortText { .. } | Asks::LongText { .. })
}

/// How many gave which answer is told of it, where there are so many; and no silence meets these conditions, which
/// would leave only a few who spoke.
fn is_of_one_question(instrument: &Instrument, conditions: &[&Condition]) -> bool {
    let mut looked_at = conditions.iter().flat_map(|condition| condition.looks_at());
    let Some(first) = looked_at.next() else { return false };
    let is_one = looked_at.all(|other| other == first);
    let item = instrument.item(first.0);
    let is_told = item.is_some_and(|item| matches!(item.asks, Asks::Scale(_) | Asks::SingleChoice { .. }));
    let silence = Answers::default();
    is_one && is_told && !conditions.iter().all(|condition| condition.holds(&silence))
}
