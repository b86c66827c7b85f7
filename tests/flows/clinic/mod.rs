//! The clinic, as those who ask, those who answer and those who read see it.

mod asking;
mod board;
mod desk;
mod kept;
mod letterbox;
mod on_a_device;
mod receipts;
pub mod scene;
mod script;
mod texts;
