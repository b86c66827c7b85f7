//! What is written for people, in both languages.

use serde::{Deserialize, Serialize};

use crate::language::Language;

/// Either language may still be missing; the check list says where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub th: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Text {
    pub fn new(thai: impl Into<String>, english: impl Into<String>) -> Self {
        Self { th: thai.into(), en: english.into() }
    }

    pub fn exactly(&self, language: Language) -> &str {
        match language {
            Language::Thai => &self.th,
            Language::English => &self.en,
        }
    }

    /// In that language, or in the other rather than nothing; and which of the two it is.
    pub fn in_language(&self, language: Language) -> (&str, Language) {
        let other = match language {
            Language::Thai => Language::English,
            Language::English => Language::Thai,
        };
        if self.exactly(language).is_empty() && !self.exactly(other).is_empty() {
            return (self.exactly(other), other);
        }
        (self.exactly(language), language)
    }

    pub fn say(&self, language: Language) -> &str {
        self.in_language(language).0
    }

    pub fn is_empty(&self) -> bool {
        self.th.is_empty() && self.en.is_empty()
    }
}
