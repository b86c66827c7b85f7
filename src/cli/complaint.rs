//! What the command line says when something cannot be done.

use std::fmt;

/// A sentence for whoever typed the command: what happened and what to do.
#[derive(Debug)]
pub struct Complaint {
    pub(super) sentence: String,
    /// The same may succeed in a moment, without anybody's doing.
    pub may_pass: bool,
}

impl Complaint {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), may_pass: false }
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

/// The fault, and what caused it where it does not say so itself.
impl<E: std::error::Error> From<E> for Complaint {
    fn from(fault: E) -> Self {
        let mut sentence = fault.to_string();
        let mut cause = fault.source();
        while let Some(next) = cause {
            let said = next.to_string();
            if !sentence.contains(&said) {
                sentence = format!("{sentence}: {said}");
            }
            cause = next.source();
        }
        Self::new(sentence)
    }
}
