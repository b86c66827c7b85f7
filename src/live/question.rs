//! A question: its words, and how far it has come.

use crate::{
    ids::LiveQuestionId,
    tidy::{Untidy, one_line},
};

/// As long as fits on a wall.
pub const TEXT_MOST: usize = 280;

/// So many may wait to be shown, or, where nobody looks at them first, to be answered.
pub const WAITING_MOST: i64 = 200;

/// Of so many more than there is room for, everybody is told those with the most votes.
pub const LISTED_MOST: usize = 100;

/// All texts are sealed in one length, which no text of so many letters exceeds.
const PADDED: usize = TEXT_MOST * 4 + 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, diesel::expression::AsExpression, diesel::deserialize::FromSqlRow)]
#[diesel(sql_type = diesel::sql_types::Text)]
pub enum State {
    /// Only whoever leads the session sees it.
    Waiting,
    Shown,
    /// Being answered.
    Now,
    Answered,
    /// Held back.
    Hidden,
}

impl State {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Shown => "shown",
            Self::Now => "now",
            Self::Answered => "answered",
            Self::Hidden => "hidden",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Waiting, Self::Shown, Self::Now, Self::Answered, Self::Hidden].into_iter().find(|state| state.code() == code)
    }

    /// Whether "me too" is counted.
    pub const fn takes_votes(self) -> bool {
        matches!(self, Self::Shown | Self::Now)
    }
}

crate::db::stored_as_text!(State, |state| state.code(), State::from_code);

/// A question without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: LiveQuestionId,
    pub state: State,
    pub votes: i32,
}

impl Question {
    /// The one with more votes first; among equals chance decides, and always in the same way.
    pub fn rank(&self) -> (i32, LiveQuestionIdBytes) {
        let mut id = [0; 16];
        id.copy_from_slice(self.id.as_bytes().get(..16).unwrap_or(&[0; 16]));
        (-self.votes, id)
    }
}

type LiveQuestionIdBytes = [u8; 16];

/// One line that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    pub fn parse(typed: &str) -> Result<Self, Untidy> {
        one_line(typed, TEXT_MOST).map(Self)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its length, it, and noughts: one length for all.
    pub(super) fn padded(&self) -> Vec<u8> {
        let length = u16::try_from(self.0.len()).unwrap_or(u16::MAX);
        let mut padded = length.to_be_bytes().to_vec();
        padded.extend_from_slice(self.0.as_bytes());
        padded.resize(PADDED, 0);
        padded
    }

    pub(super) fn unpadded(padded: &[u8]) -> Option<String> {
        let (length, rest) = padded.split_first_chunk::<2>()?;
        let text = rest.get(..usize::from(u16::from_be_bytes(*length)))?;
        String::from_utf8(text.to_vec()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dice::Dice;

    #[test]
    fn every_text_is_sealed_in_the_same_length_and_reads_back() {
        for text in ["ทำไม", &"ก".repeat(280), &format!("a{}", "🙂".repeat(279))] {
            let text = Text::parse(text).unwrap();
            assert_eq!(text.padded().len(), PADDED);
            assert_eq!(Text::unpadded(&text.padded()).unwrap(), text.as_str());
        }
        assert_eq!(Text::unpadded(&[1]), None);
        assert_eq!(Text::unpadded(&[0, 9, b'x']), None);
        assert_eq!(Text::parse(&"ก".repeat(281)), Err(Untidy::TooLong { most: 280 }));
    }

    #[test]
    fn more_votes_stand_higher_and_every_state_reads_back_its_code() {
        let dice = &mut Dice::loaded(1);
        let mut questions = [1, 5, 3, 5].map(|votes| Question { id: dice.id(), state: State::Shown, votes });
        questions.sort_by_key(Question::rank);
        assert_eq!(questions.map(|question| question.votes), [5, 5, 3, 1]);
        for state in [State::Waiting, State::Shown, State::Now, State::Answered, State::Hidden] {
            assert_eq!(State::from_code(state.code()), Some(state));
        }
    }
}
