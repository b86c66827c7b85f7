//! A letter: to whom, in which language, and what it says, before it is wrapped or sent.

use crate::{address::EmailAddress, language::Language};

#[derive(Clone, Debug)]
pub struct Letter {
    pub to: EmailAddress,
    pub language: Language,
    pub subject: String,
    pub parts: Vec<Part>,
    /// Where one press says that no more letters of this kind are wanted (RFC 8058).
    pub unsubscribe: Option<String>,
}

/// Letters are plain: paragraphs, and at most one or two links written out in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Paragraph(String),
    /// A button in HTML; the address in full in the text, for those who look before they press.
    Link {
        label: String,
        address: String,
    },
    /// Said quietly, at the end.
    Note(String),
}

impl Letter {
    pub fn new(to: EmailAddress, language: Language, subject: impl Into<String>) -> Self {
        Self { to, language, subject: subject.into(), parts: Vec::new(), unsubscribe: None }
    }

    #[must_use]
    pub fn paragraph(mut self, text: impl Into<String>) -> Self {
        self.parts.push(Part::Paragraph(text.into()));
        self
    }

    #[must_use]
    pub fn link(mut self, label: impl Into<String>, address: impl Into<String>) -> Self {
        self.parts.push(Part::Link { label: label.into(), address: address.into() });
        self
    }

    #[must_use]
    pub fn unsubscribe(mut self, address: impl Into<String>) -> Self {
        self.unsubscribe = Some(address.into());
        self
    }

    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.parts.push(Part::Note(text.into()));
        self
    }
}
