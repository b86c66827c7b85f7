//! Handlers for those who answer. No form key and no cookie: the address is the right to send.

pub mod sheets;
pub mod showing;
