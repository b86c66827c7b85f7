//! What a department may set, within what anonymity allows.

use crate::{clock::Moment, language::Language};

/// The smallest group that may be shown, unless the department asks for more.
pub const K_DEFAULT: i32 = 5;
/// Below this nobody is hidden in a group.
pub const K_LEAST: i32 = 3;
pub const K_MOST: i32 = 100;

/// How long released answers and plans are kept, in months.
pub const RETENTION_DEFAULT: i32 = 60;
pub const RETENTION_MOST: i32 = 120;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    pub name_thai: String,
    pub name_english: String,
    pub contact_thai: String,
    pub contact_english: String,
    pub k: i32,
    pub retention_months: i32,
    /// Of letters to people who have not chosen one.
    pub first_language: Language,
    pub offers_english: bool,
    /// Of administrators and HR.
    pub second_factor_required: bool,
    pub changed: Moment,
}

impl Department {
    /// As a house starts: safe rules, and names to be filled in.
    pub fn unnamed(now: Moment) -> Self {
        Self {
            name_thai: String::new(),
            name_english: String::new(),
            contact_thai: String::new(),
            contact_english: String::new(),
            k: K_DEFAULT,
            retention_months: RETENTION_DEFAULT,
            first_language: Language::Thai,
            offers_english: true,
            second_factor_required: true,
            changed: now,
        }
    }

    /// The settings that differ, as the diary names them.
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        let pairs = [
            ("name", self.name_thai != other.name_thai || self.name_english != other.name_english),
            ("contact", self.contact_thai != other.contact_thai || self.contact_english != other.contact_english),
            ("k", self.k != other.k),
            ("retention", self.retention_months != other.retention_months),
            ("languages", self.first_language != other.first_language || self.offers_english != other.offers_english),
            ("second factor", self.second_factor_required != other.second_factor_required),
        ];
        pairs.into_iter().filter_map(|(name, differs)| differs.then_some(name)).collect()
    }
}
