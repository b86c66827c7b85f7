//! What a column of a file of staff can be.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The employee number, by which people are recognised from one file to the next.
    Number,
    /// "นาย", "Ms."; stands in front of the name.
    Title,
    /// The whole name, or the given name if there is a column for the surname.
    Name,
    Surname,
    /// By short name, or by its name in either language.
    Unit,
    Category,
    Email,
    Language,
    /// The first day at work.
    Started,
}

impl Field {
    pub const ALL: [Self; 9] = [
        Self::Number,
        Self::Title,
        Self::Name,
        Self::Surname,
        Self::Unit,
        Self::Category,
        Self::Email,
        Self::Language,
        Self::Started,
    ];

    /// Without a column for each of these no file can be taken in.
    pub const REQUIRED: [Self; 4] = [Self::Number, Self::Name, Self::Unit, Self::Started];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Title => "title",
            Self::Name => "name",
            Self::Surname => "surname",
            Self::Unit => "unit",
            Self::Category => "category",
            Self::Email => "email",
            Self::Language => "language",
            Self::Started => "started",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }
}
