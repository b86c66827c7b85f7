//! The two languages, and where each lives in an address.
//!
//! Does not know who prefers which: that comes from the address, a form or a department's setting.

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};

/// A language we write in. Thai unless something asks for English.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    Thai,
    English,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Thai, Self::English];

    /// As in `<html lang>`, in settings and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Thai => "th",
            Self::English => "en",
        }
    }

    /// Only the exact codes; `TH` and `th-TH` are for whoever reads browsers' wishes.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The one the switch on every page leads to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Thai => Self::English,
            Self::English => Self::Thai,
        }
    }

    /// What stands before the path of a page: Thai has the short addresses.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Thai => "",
            Self::English => "/en",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_found_by_its_code() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("EN"), None);
        assert_eq!(Language::from_code(""), None);
    }

    #[test]
    fn the_other_of_the_other_is_the_first() {
        for language in Language::ALL {
            assert_ne!(language.other(), language);
            assert_eq!(language.other().other(), language);
        }
    }

    #[test]
    fn thai_is_the_default_and_has_the_short_addresses() {
        assert_eq!(Language::default(), Language::Thai);
        assert_eq!(Language::Thai.prefix(), "");
        assert_eq!(Language::English.prefix(), "/en");
    }
}
