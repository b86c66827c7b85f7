//! Every setting of the program, read once, when it starts.
//!
//! Environment variables `CLEARJAI_*` go before an optional TOML file, which goes before the
//! defaults. Either every setting is right, or all faults are told together, each with what to
//! write instead. No fault and no `Debug` shows a password or a key.
//!
//! Only the composition imports this room; the others are handed values. The list of all
//! settings is in `known.rs`. Start in `read.rs`.

mod bind;
mod database_url;
mod fault;
mod file;
mod host;
mod known;
mod log_level;
mod mail;
mod nearest;
mod postgres;
mod public_url;
mod read;
mod secret;
mod sources;
mod together;

#[cfg(test)]
mod tests;

pub use self::{
    database_url::DatabaseUrl,
    fault::{Fault, Faults},
    known::{Known, SETTINGS},
    log_level::LogLevel,
    mail::MailRoute,
    public_url::PublicUrl,
    read::{MasterKey, Settings, TlsFiles},
    secret::Secret,
};
