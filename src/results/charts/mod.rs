//! What a round's figures look like: charts as data made of a `Round`, their tables, and their drawings.
//!
//! Promises that a drawing shows nothing its table does not say, that what may not be shown is a hatched
//! band and never a dot at nothing, and that positions are exact. Knows no address and no reader.

pub mod against;
mod axis;
mod chart;
mod marks;
pub mod naming;
pub mod spread;
pub mod standing;
pub mod trend;
pub mod written;

pub use chart::{hatches, table};
