//! Instruments in the files of other programs: XLSForm and LimeSurvey; and the published schema of
//! our own form.
//!
//! Promises that what it cannot take over it lists, row by row, and drops nothing silently; and that
//! a hostile file is refused. Pure: knows no database and no page. Start at `read.rs`, then `imported.rs`.

mod expression;
mod imported;
pub mod limesurvey;
mod naming;
mod read;
mod refused;
mod schema;
mod subjects;
pub mod words;
pub mod xlsform;

#[cfg(test)]
mod hostile;

pub use imported::{Imported, Loss, LossKind, Place};
pub use read::read_any;
pub use refused::Refused;
pub use schema::schema;
