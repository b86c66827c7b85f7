//! What stands on every page about the department: its name, its contact, its logo.
//!
//! The sign is changed while the program runs; pages take it as it hangs at that moment.

use std::sync::Arc;

use arc_swap::ArcSwap;

use crate::language::Language;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masthead {
    pub name_thai: String,
    pub name_english: String,
    /// The office to ask, with its telephone, as people should read it.
    pub contact_thai: String,
    pub contact_english: String,
    /// The address of the logo, if there is one; it changes with the picture.
    pub logo: Option<String>,
    /// Whether pages offer the other language.
    pub offers_english: bool,
    /// Of letters to people who have not chosen one.
    pub first_language: Language,
}

impl Default for Masthead {
    fn default() -> Self {
        Self {
            name_thai: String::new(),
            name_english: String::new(),
            contact_thai: String::new(),
            contact_english: String::new(),
            logo: None,
            offers_english: true,
            first_language: Language::Thai,
        }
    }
}

impl Masthead {
    pub fn name(&self, language: Language) -> &str {
        either(language, &self.name_thai, &self.name_english)
    }

    pub fn contact(&self, language: Language) -> &str {
        either(language, &self.contact_thai, &self.contact_english)
    }
}

/// The text in that language, or in the other one rather than nothing.
fn either<'text>(language: Language, thai: &'text str, english: &'text str) -> &'text str {
    match language {
        Language::Thai if thai.is_empty() => english,
        Language::English if !english.is_empty() => english,
        _ => thai,
    }
}

/// The masthead as it hangs now; clones show the same.
#[derive(Clone, Debug, Default)]
pub struct Sign(Arc<ArcSwap<Masthead>>);

impl Sign {
    pub fn now(&self) -> Arc<Masthead> {
        self.0.load_full()
    }

    pub fn hang(&self, masthead: Masthead) {
        self.0.store(Arc::new(masthead));
    }
}
