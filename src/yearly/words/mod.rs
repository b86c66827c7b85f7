//! The sentences of this room: what papers say, what pages say, what the form says.

pub mod form;
pub mod listing;
pub mod saying;
