//! Pages of the clinic, drawn from plain data.

pub mod asking;
pub mod board;
pub mod desk;
mod files;
pub mod mine;
pub mod one;
mod pieces;
pub mod report;
