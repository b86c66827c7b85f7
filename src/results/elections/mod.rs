//! What came of an election: who is chosen, by the rule that stood on the ballot, and every vote.
//!
//! Promises that it decides nothing that the rule leaves to people: candidates with as many votes stand side by side, and
//! what happens next is said in the words of the ballot. Start at `outcome.rs`.

mod outcome;
mod pages;
mod paper;
mod words;

pub use outcome::{Fate, Outcome, Stand, of};
pub use pages::{all, page};
pub use paper::blocks;
pub use words::{heading, turnout};
