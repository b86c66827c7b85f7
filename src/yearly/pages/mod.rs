//! The pages of this room.

pub mod confirm;
pub mod form;
pub mod list;
pub mod report;
