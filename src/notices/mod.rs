//! A notice: what a session of the clinic promises, put up before anybody may contribute, and the voucher by
//! which a name gets from a personal link into one message; and what came of it, once it is over.
//!
//! Both sides of the wall read it and neither is known here: no database, no clock, no page. A notice is one
//! text with one hash, for ever; only its end may be put off, and that is said beside it. Start at `notice.rs`;
//! docs/clinic.md has it in words.

mod notice;
mod report;
mod voucher;

pub use notice::{Gathering, NoNotice, Notice, NoticeHash, Topic, Ways};
pub use report::{Attendance, Decision, Evaluation, Mean, Report};
pub use voucher::Voucher;
