//! One item: what it says, what kind of answer it asks for, and when it is shown.

use serde::{Deserialize, Serialize};

use super::{Code, Condition, Decimal, Text};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub code: Code,
    pub text: Text,
    /// The words of the text that carry its meaning; shown marked.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub key_phrase: Text,
    /// A note under the question.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub help: Text,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub required: bool,
    /// Offers “do not know / prefer not to say”.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub may_decline: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show_if: Option<Condition>,
    /// What it asks about whoever answers, if it does: such facts can single people out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<About>,
    pub asks: Asks,
}

/// The kinds of answer. Yes and no are a scale of two levels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Asks {
    /// Nothing: a heading between items.
    Heading,
    Scale(Rated),
    SingleChoice {
        choices: Vec<Choice>,
    },
    /// Any number of choices from `least` to `most`.
    MultipleChoice {
        choices: Vec<Choice>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        least: Option<u16>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<u16>,
    },
    Number {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        least: Option<Decimal>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<Decimal>,
        /// Digits that may stand behind the point.
        #[serde(default, skip_serializing_if = "is_zero")]
        decimals: u8,
        #[serde(default, skip_serializing_if = "Text::is_empty")]
        unit: Text,
    },
    /// One line; `longest` in characters.
    ShortText {
        longest: u16,
    },
    LongText {
        longest: u16,
    },
    /// The first `top` places, or all.
    Ranking {
        choices: Vec<Choice>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        top: Option<u16>,
    },
    /// A secret vote for up to `most` candidates, or for nobody where a blank vote is allowed.
    Ballot {
        candidates: Vec<Choice>,
        #[serde(default = "one", skip_serializing_if = "is_one")]
        most: u16,
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        blank: bool,
        /// It decides who is chosen: every vote is counted out, and told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        election: Option<Election>,
    },
}

/// How a vote decides, stated on the ballot, so that everybody knows before they vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Election {
    /// How many candidates are chosen.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub seats: u16,
    pub tie: Tie,
}

/// What happens where the last seat is between candidates with as many votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// Lots are drawn where everybody can watch.
    Lots,
    /// Another vote, between them.
    Again,
    /// The one who has served longer.
    Service,
    /// All of them are chosen.
    All,
}

impl Tie {
    pub const ALL: [Self; 4] = [Self::Lots, Self::Again, Self::Service, Self::All];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Lots => "lots",
            Self::Again => "again",
            Self::Service => "service",
            Self::All => "all",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tie| tie.code() == code)
    }
}

/// An item on a scale, or several sub-questions on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rated {
    pub scale: Code,
    /// Labels of this item instead of the scale's: none, or one for each level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<Text>,
    #[serde(default, skip_serializing_if = "Polarity::is_straight")]
    pub polarity: Polarity,
    /// What each level means in this item, shown under its label: none, or one for each level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meanings: Vec<Text>,
    /// None: the item itself is what is rated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subs: Vec<Sub>,
}

/// One of several things that an item asks about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sub {
    pub code: Code,
    pub text: Text,
    #[serde(default, skip_serializing_if = "Polarity::is_straight")]
    pub polarity: Polarity,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meanings: Vec<Text>,
}

/// Which end of the scale is the good one. It never changes the order of what is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// The last level is worth 100.
    #[default]
    Straight,
    /// The first level is worth 100.
    Reversed,
    /// Nobody has said yet: the check list asks.
    Unset,
}

impl Polarity {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    fn is_straight(&self) -> bool {
        *self == Self::Straight
    }
}

/// Something to choose, to rank or to vote for; `line` is one line about it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub code: Code,
    pub label: Text,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub line: Text,
}

/// A fact about whoever answers. What the roster knows too, the privacy check can count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum About {
    /// Choices are categories of staff, by their Thai label.
    Category,
    /// Choices are units, by short or full name.
    Unit,
    /// Choices are years of service in ascending order; `from` holds the first full year of every
    /// choice but the first.
    Service { from: Vec<u8> },
    /// Sex, age, rank and whatever else the roster does not know.
    Other,
}

impl Item {
    pub fn new(code: impl Into<Code>, text: Text, asks: Asks) -> Self {
        Self {
            code: code.into(),
            text,
            key_phrase: Text::default(),
            help: Text::default(),
            required: true,
            may_decline: true,
            show_if: None,
            about: None,
            asks,
        }
    }

    pub const fn is_heading(&self) -> bool {
        matches!(self.asks, Asks::Heading)
    }

    pub const fn rated(&self) -> Option<&Rated> {
        match &self.asks {
            Asks::Scale(rated) => Some(rated),
            _ => None,
        }
    }

    /// What there is to choose, rank or vote for; empty for other kinds.
    pub fn choices(&self) -> &[Choice] {
        match &self.asks {
            Asks::SingleChoice { choices } | Asks::MultipleChoice { choices, .. } | Asks::Ranking { choices, .. } => choices,
            Asks::Ballot { candidates, .. } => candidates,
            _ => &[],
        }
    }

    /// What the votes for its candidates decide, if they do.
    pub const fn election(&self) -> Option<Election> {
        match self.asks {
            Asks::Ballot { election, .. } => election,
            _ => None,
        }
    }

    /// Whether the item, or any of its sub-questions, runs the other way.
    pub fn is_reversed(&self) -> bool {
        self.rated().is_some_and(|rated| match rated.subs.as_slice() {
            [] => rated.polarity == Polarity::Reversed,
            subs => subs.iter().any(|sub| sub.polarity == Polarity::Reversed),
        })
    }
}

const fn yes() -> bool {
    true
}

const fn one() -> u16 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
const fn is_yes(value: &bool) -> bool {
    *value
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
const fn is_zero(value: &u8) -> bool {
    *value == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
const fn is_one(value: &u16) -> bool {
    *value == 1
}
