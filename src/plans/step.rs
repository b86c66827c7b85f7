//! One thing that is done for a measure: when, by whom, for how much, and how far it has come.

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};

use super::Months;
use crate::{
    address::EmailAddress,
    clock::Moment,
    db::stored_as_text,
    ids::{NoteId, StepId},
};

/// As it stands in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: StepId,
    pub task: Task,
    /// Months in which it was done.
    pub done: Months,
    pub revision: i32,
    /// In the order in which they were written.
    pub notes: Vec<Note>,
}

/// What somebody types of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Task {
    pub text: String,
    pub months: Months,
    /// Words or a sum; `-` where it costs nothing.
    pub budget: String,
    /// A unit, or somebody's name.
    pub owner: String,
    /// Where the owner is written to, if they want to be.
    pub email: Option<EmailAddress>,
    pub status: Status,
    pub evidence: String,
    /// An address on the web, or nothing.
    pub link: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    /// Its place in the fiscal year.
    pub month: usize,
    pub text: String,
    pub by: String,
    pub written: Moment,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Status {
    #[default]
    Planned,
    UnderWay,
    Done,
    PutOff,
    Dropped,
}

stored_as_text!(Status, |status| status.code(), Status::from_code);

impl Status {
    pub const ALL: [Self; 5] = [Self::Planned, Self::UnderWay, Self::Done, Self::PutOff, Self::Dropped];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under_way",
            Self::Done => "done",
            Self::PutOff => "put_off",
            Self::Dropped => "dropped",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Whether something is still to come of it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::UnderWay)
    }
}

impl Step {
    /// Goes up whenever it changes, and with every note.
    pub fn changes(&self) -> i32 {
        self.revision + i32::try_from(self.notes.len()).unwrap_or(i32::MAX / 2)
    }

    pub fn has_note_of(&self, month: usize) -> bool {
        self.notes.iter().any(|note| note.month == month)
    }

    /// Planned months before this place about which nothing was said, as long as it is open.
    pub fn unsaid_before(&self, place: usize) -> impl Iterator<Item = usize> {
        let is_open = self.task.status.is_open();
        self.task.months.places().filter(move |month| is_open && *month < place && !self.has_note_of(*month))
    }
}
