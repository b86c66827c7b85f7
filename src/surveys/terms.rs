//! What a round promises and aims at: who may come in, when, how results are released, and the target.

use crate::{clock::Moment, db::stored_as_text};
use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};

/// Who may answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Door {
    /// Those on the roll, each by a link of their own.
    #[default]
    Roll,
    /// Anybody with the public address: one ballot per browser, not one per person.
    OpenLink,
}

/// When sealed ballots are opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Release {
    #[default]
    AtClose,
    /// For long-running rounds: k at a time, once there are 2k.
    InBlocks,
}

/// How far down free texts are shown; always from twice k on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Comments {
    /// Not even asked for.
    Nowhere,
    #[default]
    Department,
    Groups,
}

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

/// Everything a round promises and aims at, but for its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub door: Door,
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
            k,
            release: Release::default(),
            comments: Comments::default(),
            without_script: true,
            one_by_one: false,
            grace_minutes: Self::GRACE_DEFAULT,
            target: None,
        }
    }
}

stored_as_text!(Door, |door| door.code(), Door::from_code);
stored_as_text!(Release, |release| release.code(), Release::from_code);
stored_as_text!(Comments, |comments| comments.code(), Comments::from_code);
stored_as_text!(Comparator, |comparator| comparator.code(), Comparator::from_code);

/// The words by which these are stored and sent in forms.
macro_rules! codes {
    ($kind:ident: $($variant:ident = $code:literal),+) => {
        impl $kind {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

codes!(Door: Roll = "roll", OpenLink = "open_link");
codes!(Release: AtClose = "at_close", InBlocks = "in_blocks");
codes!(Comments: Nowhere = "nowhere", Department = "department", Groups = "groups");
codes!(Comparator: AtLeast = "at_least", Over = "over");
