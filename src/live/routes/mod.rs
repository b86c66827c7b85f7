//! Handlers of live questions: for phones and the wall, for whoever listens, and for whoever leads the session.

pub mod events;
pub mod host;
pub mod phone;
