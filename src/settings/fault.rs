//! What is wrong with a setting, and what to write instead.
//!
//! These sentences are for the person who installs the program, so they are plain and whole.

use std::{borrow::Cow, fmt, path::Path};

use super::{
    known::key,
    nearest::nearest,
    secret::{presentable, printable},
};

/// What to write instead, as whole sentences.
pub(super) type Advice = Cow<'static, str>;

/// One thing wrong, and what to write instead. Shows no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    name: String,
    sentences: String,
}

/// Everything wrong with the settings; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

/// Where a value was written.
#[derive(Clone, Debug)]
pub(super) enum Place {
    Variable,
    File { path: String, line: usize },
}

impl Fault {
    /// A value that cannot be understood.
    pub(super) fn value(name: &str, place: &Place, value: &str, advice: &str) -> Self {
        match presentable(name, value) {
            Some(shown) => Self::new(name, place, &format!("is \"{shown}\""), advice),
            None => Self::new(name, place, "is not understood", advice),
        }
    }

    /// `problem` continues the sentence that the name of the setting starts.
    pub(super) fn new(name: &str, place: &Place, problem: &str, advice: &str) -> Self {
        Self { name: name.to_owned(), sentences: format!("{}{} {problem}. {advice}", place.spelling(name), place.remark()) }
    }

    /// A name that is none.
    pub(super) fn unknown(name: &str, place: &Place) -> Self {
        let advice = match nearest(name) {
            Some(nearest) => format!("Did you mean {}?", place.spelling(nearest)),
            None => "Remove it; `clearjai doctor --settings` lists every setting.".to_owned(),
        };
        let name = printable(name);
        let sentences = format!("{name}{} is not a setting. {advice}", place.remark());
        Self { name, sentences }
    }

    /// A fault of the file as a whole; it belongs to `CLEARJAI_CONFIG`.
    pub(super) fn file(path: &Path, problem: &str, advice: &str) -> Self {
        Self { name: "CLEARJAI_CONFIG".to_owned(), sentences: format!("{} {problem}. {advice}", path.display()) }
    }

    /// The setting, as the name of its environment variable.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Place {
    /// The name of a setting as this place wants it written.
    fn spelling(&self, name: &str) -> String {
        match self {
            Self::Variable => name.to_owned(),
            Self::File { .. } => key(name),
        }
    }

    /// Where in the file it is; nothing for the environment.
    fn remark(&self) -> String {
        match self {
            Self::Variable => String::new(),
            Self::File { path, line } => format!(" ({path}, line {line})"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentences)
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.len() {
            1 => write!(f, "The settings have 1 fault:")?,
            n => write!(f, "The settings have {n} faults:")?,
        }
        for fault in &self.0 {
            write!(f, "\n{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
