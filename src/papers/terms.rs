//! What a paper promises in words that never change: who may come in, how results are released, and
//! how far down texts are shown.

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};
use serde::{Deserialize, Serialize};

use crate::db::stored_as_text;

/// Who may answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Text)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// Those on the roll, each by a link of their own.
    #[default]
    Roll,
    /// Anybody with the public address: one ballot per browser, not one per person.
    OpenLink,
}

/// How those on the roll come by their codes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Text)]
#[serde(rename_all = "snake_case")]
pub enum Slips {
    /// By a letter or a slip with their name.
    #[default]
    Named,
    /// Drawn from a box: nobody knows who has which, and nobody can be reminded.
    Drawn,
}

/// When sealed ballots are opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Text)]
#[serde(rename_all = "snake_case")]
pub enum Release {
    #[default]
    AtClose,
    /// For long-running rounds: k at a time, once there are 2k.
    InBlocks,
}

/// How far down free texts are shown; always from twice k on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, AsExpression, FromSqlRow, Serialize, Deserialize)]
#[diesel(sql_type = Text)]
#[serde(rename_all = "snake_case")]
pub enum Comments {
    /// Not even asked for.
    Nowhere,
    #[default]
    Department,
    Groups,
}

stored_as_text!(Door, |door| door.code(), Door::from_code);
stored_as_text!(Slips, |slips| slips.code(), Slips::from_code);
stored_as_text!(Release, |release| release.code(), Release::from_code);
stored_as_text!(Comments, |comments| comments.code(), Comments::from_code);

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
codes!(Slips: Named = "named", Drawn = "drawn");
codes!(Release: AtClose = "at_close", InBlocks = "in_blocks");
codes!(Comments: Nowhere = "nowhere", Department = "department", Groups = "groups");
