//! The sentences of this room, in both languages.

mod english;
mod headings;
mod names;
mod thai;

use names::Names;

use super::{Change, Finding, Gap, Standing, rules};

pub use headings::{heading_of_indicators, heading_of_rounds, heading_of_spread, heading_of_units};
pub use sentence::in_words;

mod sentence;
