//! One yardstick: what it is called, for which fiscal years it holds, and what it says.

use serde::{Deserialize, Serialize};

use super::{RatingTable, SampleRule};
use crate::{ids::YardstickId, instruments::Text, language::FiscalYear};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yardstick {
    pub id: YardstickId,
    pub wanted: Wanted,
}

/// All of it that somebody may write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub title: Text,
    pub years: Years,
    pub definition: Definition,
    /// Somebody has compared it with the manual of these years.
    pub is_confirmed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    pub first: FiscalYear,
    /// `None`: until further notice.
    pub last: Option<FiscalYear>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Definition {
    Rating(RatingTable),
    Sample(SampleRule),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Rating,
    Sample,
}

/// Why a yardstick was not kept.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("another yardstick of this kind holds for some of these years: {}", .0.th)]
    YearsTaken(Text),
    #[error("there is no such yardstick")]
    NoSuch,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

impl Years {
    pub fn contains(self, year: FiscalYear) -> bool {
        self.first <= year && self.last.is_none_or(|last| year <= last)
    }

    pub fn overlaps(self, other: Self) -> bool {
        let begins_within = |one: Self, within: Self| within.contains(one.first);
        begins_within(self, other) || begins_within(other, self)
    }
}

impl Definition {
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Rating(_) => Kind::Rating,
            Self::Sample(_) => Kind::Sample,
        }
    }
}

impl Kind {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rating => "rating",
            Self::Sample => "sample",
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn years() -> impl Strategy<Value = Years> {
        (2560_i16..2580, proptest::option::of(0_i16..6)).prop_map(|(first, more)| Years {
            first: FiscalYear::new(first).unwrap(),
            last: more.map(|more| FiscalYear::new(first + more).unwrap()),
        })
    }

    proptest! {
        #[test]
        fn years_overlap_if_some_year_is_in_both(one in years(), other in years()) {
            let shared = (2550..2600).filter_map(FiscalYear::new).any(|year| one.contains(year) && other.contains(year));
            prop_assert_eq!(one.overlaps(other), shared);
        }
    }
}
