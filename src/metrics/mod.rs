//! How the program fares, for whoever keeps it running: in the text form that Prometheus reads.
//!
//! Promises that nothing here moves because somebody answered, wrote, collected or was written to: no count of requests,
//! letters, ballots or messages, no time of anything, no size of a file or of memory. Whoever reads it every few seconds learns no
//! more than whoever reads it once a day. Start at `gauges.rs`.

mod gauges;
pub mod routes;

pub use gauges::{Gauges, look};
