//! PIRAB: the five kinds of measure.

use crate::db::stored_as_text;
use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Letter {
    Partner,
    Invest,
    Regulate,
    Advocate,
    Build,
}

impl Letter {
    pub const ALL: [Self; 5] = [Self::Partner, Self::Invest, Self::Regulate, Self::Advocate, Self::Build];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Partner => "P",
            Self::Invest => "I",
            Self::Regulate => "R",
            Self::Advocate => "A",
            Self::Build => "B",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// As reports head it in either language.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Partner => "P : Partnership",
            Self::Invest => "I : Investment",
            Self::Regulate => "R : Regulate",
            Self::Advocate => "A : Advocate",
            Self::Build => "B : Build Capacity",
        }
    }
}

stored_as_text!(Letter, |letter| letter.code(), Letter::from_code);
