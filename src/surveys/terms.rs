//! What a round promises and aims at: who may come in, when, how results are released, and the target.

use crate::{
    clock::Moment,
    db::stored_as_text,
    papers::{Comments, Door, Release, Slips},
};
use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Comparator {
    #[default]
    AtLeast,
    Over,
}

/// A score to reach, in hundredths of a point: 92.50 is 9250.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    pub comparator: Comparator,
    pub hundredths: i32,
}

/// From the first moment on, until the second one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub opens: Moment,
    pub closes: Moment,
}

/// Who may come in and how they come by their codes: one choice for whoever plans a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrance {
    /// Those on the roll, each by a letter or a slip with their name.
    Personal,
    /// Those on the roll, each by a slip that they draw from a box.
    Drawn,
    OpenLink,
}

/// Everything a round promises and aims at, but for its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub door: Door,
    pub slips: Slips,
    /// Nothing is shown of a smaller group.
    pub k: i32,
    pub release: Release,
    pub comments: Comments,
    /// Whether browsers without JavaScript may hand in, by the weaker promise.
    pub without_script: bool,
    /// One question on a page.
    pub one_by_one: bool,
    /// How long after the close a ballot that was signed before may still be cast.
    pub grace_minutes: i32,
    pub target: Option<Target>,
}

impl Terms {
    pub const GRACE_DEFAULT: i32 = 10;
    pub const GRACE_MOST: i32 = 60;

    pub fn new(k: i32) -> Self {
        Self {
            door: Door::default(),
            slips: Slips::default(),
            k,
            release: Release::default(),
            comments: Comments::default(),
            without_script: true,
            one_by_one: false,
            grace_minutes: Self::GRACE_DEFAULT,
            target: None,
        }
    }

    pub const fn entrance(&self) -> Entrance {
        match (self.door, self.slips) {
            (Door::OpenLink, _) => Entrance::OpenLink,
            (Door::Roll, Slips::Named) => Entrance::Personal,
            (Door::Roll, Slips::Drawn) => Entrance::Drawn,
        }
    }
}

impl Entrance {
    pub const ALL: [Self; 3] = [Self::Personal, Self::Drawn, Self::OpenLink];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Personal => "roll",
            Self::Drawn => "drawn",
            Self::OpenLink => "open_link",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    pub const fn door(self) -> Door {
        match self {
            Self::Personal | Self::Drawn => Door::Roll,
            Self::OpenLink => Door::OpenLink,
        }
    }

    pub const fn slips(self) -> Slips {
        match self {
            Self::Personal | Self::OpenLink => Slips::Named,
            Self::Drawn => Slips::Drawn,
        }
    }
}

stored_as_text!(Comparator, |comparator| comparator.code(), Comparator::from_code);

impl Comparator {
    pub const ALL: [Self; 2] = [Self::AtLeast, Self::Over];

    pub const fn code(self) -> &'static str {
        match self {
            Self::AtLeast => "at_least",
            Self::Over => "over",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}
