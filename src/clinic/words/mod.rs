//! The sentences of the clinic: the board, asking, one's own matter, the desk.

pub mod asking;
pub mod board;
pub mod desk;
pub mod files;
pub mod mine;
pub mod report;
