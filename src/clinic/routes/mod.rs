//! The clinic at its addresses, for everybody. The desk's addresses belong to the composition, which writes the diary.

pub mod asking;
pub mod board;
pub mod files;
pub mod matters;
pub mod mine;
