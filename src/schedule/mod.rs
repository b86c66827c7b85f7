//! What happens by itself. [`tasks`] is the whole timetable on one page.
//!
//! A task that is due is claimed by lease before it runs, so that any number of instances may
//! keep the same timetable. A lease that runs out (its instance died) frees the task.

mod lease;
mod runner;
mod store;
mod tables;
mod tasks;

pub use runner::{keep, run_due};
pub use store::{Kept, timetable};
pub use tasks::{TASKS, Task};
