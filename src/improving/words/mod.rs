//! The sentences of this room: of the pages of a plan, of its forms, and of what is printed.

pub mod forms;
pub mod plans;
pub mod printed;
