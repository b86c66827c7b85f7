//! The survey that is played: who may answer, what they hand in, and what could be copied meanwhile.
//!
//! Goes through both doors over HTTP, as people do. Knows the truth, which the attacks are measured against.
//! Start at `play.rs`; `film.rs` is what somebody copies who comes again and again.

mod blocks;
mod crew;
mod film;
mod marks;
mod pages;
mod planted;
mod play;
mod reminder;
mod respondent;
mod voter;

pub use blocks::{Blocks, whose};
pub use crew::by_verb;
pub use film::{Frame, Row, Table};
pub use marks::{Kind, Mark, marks};
pub use pages::{Onlookers, Seen, differences};
pub use play::{Played, play};
pub use voter::Voter;
