//! What an audit found. A witness says what was found and where, and never repeats the secret.

use serde::Serialize;

/// The whole outcome.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub passed: bool,
    /// `SQLite` or `PostgreSQL`.
    pub engine: &'static str,
    pub people: usize,
    /// How much was copied and attacked.
    pub bytes: usize,
    pub values: usize,
    pub attacks: Vec<Verdict>,
    pub control: Vec<Control>,
    /// What was seen and is no broken promise, and what could not be looked at.
    pub notes: Vec<String>,
}

/// What came of one attack.
#[derive(Clone, Debug, Serialize)]
pub struct Verdict {
    pub attack: &'static str,
    /// The promise that it attacks.
    pub promise: &'static str,
    /// How many secrets were looked for, tokens knocked with, files looked at.
    pub tried: usize,
    pub found: usize,
    /// What pure guessing would find.
    pub guessing: usize,
    pub holds: bool,
    pub witnesses: Vec<Witness>,
}

/// What was found, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Witness {
    pub what: String,
    pub place: String,
}

/// A leak that was planted on purpose, and whether its attack found it.
#[derive(Clone, Debug, Serialize)]
pub struct Control {
    pub attack: &'static str,
    pub planted: &'static str,
    pub found: bool,
    pub witness: Option<Witness>,
}

impl Verdict {
    /// Guessing finds nothing here: secrets are random, and no two of them alike.
    pub fn new(attack: &'static str, promise: &'static str, tried: usize, mut witnesses: Vec<Witness>) -> Self {
        witnesses.sort();
        witnesses.dedup();
        let found = witnesses.len();
        Self { attack, promise, tried, found, guessing: 0, holds: found == 0 && tried > 0, witnesses }
    }
}

impl Witness {
    pub fn new(what: impl Into<String>, place: impl Into<String>) -> Self {
        Self { what: what.into(), place: place.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attack_that_tried_nothing_proves_nothing() {
        assert!(Verdict::new("a", "b", 1, Vec::new()).holds);
        assert!(!Verdict::new("a", "b", 0, Vec::new()).holds);
        assert!(!Verdict::new("a", "b", 1, vec![Witness::new("c", "d")]).holds);
    }
}
