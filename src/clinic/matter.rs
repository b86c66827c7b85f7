//! A matter: what somebody brought, with everything said about it. No connection, no clock.

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ids::{CardId, MatterId, MeetingId};

/// Declares a type whose values are words in a column.
macro_rules! coded {
    ($(#[$doc:meta])* $kind:ident { $($(#[$of:meta])* $value:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, AsExpression, FromSqlRow)]
        #[diesel(sql_type = Text)]
        pub enum $kind { $($(#[$of])* $value),+ }

        impl $kind {
            pub const ALL: &[Self] = &[$(Self::$value),+];

            pub const fn code(self) -> &'static str {
                match self { $(Self::$value => $code),+ }
            }

            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.code() == code)
            }
        }

        crate::db::stored_as_text!($kind, |it| it.code(), $kind::from_code);
    };
}

coded! {
    /// How it came.
    Way { ByName = "by_name", BySeat = "by_seat", OpenDoor = "open_door" }
}

coded! {
    /// Where it stands, at the desk.
    State {
        New = "new",
        /// The desk has asked its writer.
        Asked = "asked",
        /// An office is to answer.
        Office = "office",
        Answered = "answered",
        Merged = "merged",
        HeldBack = "held_back",
    }
}

coded! {
    /// Who said it to whom.
    Kind {
        Writer = "writer",
        /// The desk asks the writer.
        Ask = "ask",
        Answer = "answer",
        /// Passed on to an office.
        Office = "office",
        /// Among the desk.
        Note = "note",
    }
}

coded! {
    /// What its writer says of the answer.
    Outcome { Solved = "solved", NotYet = "not_yet" }
}

coded! {
    /// Why a matter does not come onto the board. Counted in public.
    Reason {
        /// It is about somebody who can be recognised.
        Person = "person",
        /// It belongs to a protected channel.
        Protected = "protected",
        /// It was asked and answered before.
        Known = "known",
        /// It has nothing to do with the department.
        Foreign = "foreign",
    }
}

coded! {
    CardState { Waiting = "waiting", Answered = "answered", Withdrawn = "withdrawn" }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    pub id: MatterId,
    pub meeting: MeetingId,
    pub way: Way,
    /// Such as `2026-11`.
    pub month: String,
    pub topic: String,
    pub wants_board: bool,
    pub state: State,
    /// As its writer gave it.
    pub name: Option<String>,
    pub owner: Option<String>,
    pub due: Option<Date>,
    pub office: Option<String>,
    /// By the desk, for the first time.
    pub opened_on: Option<Date>,
    pub answered_on: Option<Date>,
    pub outcome: Option<Outcome>,
    pub held_back: Option<Reason>,
    pub merged_into: Option<MatterId>,
    pub edition: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub kind: Kind,
    /// Of what the desk said.
    pub said_on: Option<Date>,
    pub said: Said,
}

/// What is sealed of a remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub text: String,
    /// The office that answers, or who of the desk noted it; empty for the writer.
    pub from: String,
}

/// What stands on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub id: CardId,
    pub matter: Option<MatterId>,
    pub meeting: MeetingId,
    pub topic: String,
    pub month: String,
    pub state: CardState,
    pub face: Face,
    pub answered_on: Option<Date>,
    /// Empty: nothing was.
    pub change: String,
    pub changed_on: Option<Date>,
    /// How many wonder too.
    pub votes: i64,
}

/// The words of a card, of the desk's choosing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Face {
    pub title: String,
    pub question: String,
    /// Empty while it is looked for.
    pub answer: String,
    pub office: String,
}

/// A matter with all that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    pub matter: Matter,
    pub remarks: Vec<Remark>,
    pub card: Option<Card>,
}

/// `2026-11`, of a day in it.
pub fn month_of(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

/// Its first day.
pub fn first_of(month: &str) -> Option<Date> {
    format!("{month}-01").parse().ok()
}
