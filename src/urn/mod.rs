//! The urn: papers, ballots that nobody can read, and what is in them once they are released.
//!
//! Promises that a ballot is stored before it is acknowledged, once, and that what is opened cannot be
//! traced to it. Knows no person, no link, no session and no moment of anybody's doing. Start at `ballot.rs`
//! and `cast.rs`; `ballot_box.rs` takes many at once, `release/` opens them, `bulletin/` publishes.

mod ballot;
mod ballot_box;
pub mod bulletin;
mod cast;
mod post;
mod release;
pub mod routes;
mod slot;
mod store;
mod tables;

pub use ballot::{Ballot, Cast, Refused};
pub use ballot_box::{BallotBox, NotCast};
pub use cast::cast;
pub use post::{NotPosted, post, put_off, take_back};
pub use release::{Closing, NotReleased, close, mix, progress, release, release_blocks};
pub use store::{
    Anonymous, Fate, PaperText, Released, Sought, Written, all_released, answers_after, count_texts, fate, forget_answers,
    keeps_answers, open_papers, paper_text, released, stage, text_ids, text_ids_among, texts,
};
