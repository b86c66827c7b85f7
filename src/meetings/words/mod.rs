//! The sentences about sessions, room by room.

pub mod evaluation;
pub mod form;
pub mod refusals;
pub mod sessions;
pub mod slips;
pub mod when;
