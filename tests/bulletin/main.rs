//! The bulletin of a survey, as somebody who doubts it would check it: with the program and a file.
//!
//! Keys and signatures are made here with OpenSSL alone. A blind signature, once finalized, is a
//! PSS signature like any other, so the private key may sign the message as it is.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story that cannot go on should say where")]

mod checking;
mod election;
mod junk;
mod manipulations;
mod receipts;
