//! The clinic, as those who ask, those who answer and those who read see it.

mod asking;
mod board;
mod desk;
mod files;
mod files_kept;
mod kept;
mod letterbox;
mod made;
mod on_a_device;
mod receipts;
pub mod scene;
mod script;
mod texts;
