//! Surveys: rounds with their place in the year, what they ask and promise, and how far they are.
//!
//! Promises that a round goes from stage to stage by [`State`] alone. Knows no person and no answer.
//! Start at `survey.rs`, then `state.rs` and `terms.rs`. What needs the people too is in `rounds`.

mod plan;
mod state;
mod store;
mod survey;
mod tables;
mod terms;
pub mod words;

pub use crate::papers::{Comments, Door, Release, Slips};
pub use plan::{advance, ask, change, plan, plan_like, remove};
pub use state::{NotNow, State};
pub use store::{all, due, extensions, find, open, promise, promised_questions, promised_rule, put_off};
pub use survey::{Extension, NewSurvey, ROUNDS_MOST, Refusal, Survey};
pub use terms::{Comparator, Entrance, Target, Terms, Window};
