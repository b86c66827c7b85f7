//! The privacy check: whether what a round asks about whoever answers would single somebody out.
//!
//! Counted before anybody answers, on those entitled and not on answers. Promises to say how many
//! and by which questions, never who; and to propose what would cure it. Pure but for `look.rs`,
//! which reads the register. Start at `asked.rs`, then `cells.rs`.

mod asked;
mod cells;
mod cure;
mod findings;
mod fitting;
mod look;
mod pages;
pub mod routes;
mod vocabulary;
mod words;

pub use asked::{Asked, Fact, asked};
pub use findings::{Basis, Cure, Findings, Group, Singled, judge};
pub use look::look;
pub use words::singled_out;
