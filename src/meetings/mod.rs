//! Sessions of the clinic on the side that knows people: planned, opened, put off, cancelled, over; who is invited to them,
//! their links, and the seats that are handed out.
//!
//! Promises that nothing changes of what was promised once a session is open, and that a seat is signed without its
//! being seen. Knows that somebody took their seats, never when, and forgets it at the end; never knows what anybody
//! brought. Start at `plan.rs` and `meeting.rs`, then `open.rs`; `entry/` hands out seats and vouchers.

mod calendar;
mod cancel;
pub mod entry;
mod invite;
mod letters;
mod links;
mod meeting;
mod open;
pub mod pages;
mod plan;
mod planning;
mod refusal;
mod report;
pub mod routes;
mod slips;
mod store;
mod tables;
mod waiting;
pub mod words;

pub use crate::rounds::Hand;
pub use calendar::{Event, calendar};
pub use cancel::{cancel, finish, over, put_off};
pub use invite::{Reach, add_who_has_joined, reach};
pub use letters::{Order, Scribe};
pub use links::{personal_links, print_named};
pub use meeting::{Meeting, Stage};
pub use open::{Opening, begin_opening, finish_opening, opening};
pub use plan::{Invited, K_LEAST, Plan, SEATS_MOST, sense_of_topics, usual_topics};
pub use planning::{change, plan, remove};
pub use refusal::Refusal;
pub use report::{Edit, Reported, keep_report, make_evaluation, publish_report, report_of};
pub use store::{all, find, note_end_told, note_report_told, note_told};
pub use waiting::{TABLES_THAT_CHANGE, TABLES_WITH_KEYS, Waiting, any_open, any_waiting, due, have_k_taken, waiting};
