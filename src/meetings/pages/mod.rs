//! The pages about sessions, drawn from plain data.

mod confirm;
mod form;
mod list;
mod poster;
mod show;
pub mod slips;

pub use confirm::{ask_to_cancel, ask_to_end, ask_to_open, ask_to_put_off, ask_to_remove};
pub use form::{MeetingForm, Offered, form, usual};
pub use list::{for_desk, for_hr};
pub use poster::poster;
pub use show::show;
