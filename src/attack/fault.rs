//! Why an audit could not be carried out; not to be mixed up with one that found something.

use std::io;

use crate::{
    accounts::{Busy, Refusal},
    address::NotAnAddress,
    backup::NotMade,
    house::Closed,
    mail::NoTransport,
    server::NotListening,
    settings::Faults,
};

/// People read these sentences at the command line.
#[derive(Debug, thiserror::Error)]
pub enum NotCarriedOut {
    #[error(
        "The {0} database named in the settings is not empty, and the audit touches no real data. Name two empty databases, or leave CLEARJAI_REGISTER_URL and CLEARJAI_URN_URL out to play on SQLite in a temporary folder."
    )]
    InUse(&'static str),
    #[error("At least {0} people are needed, so that every kind of secret and letter comes up.")]
    TooFew(usize),
    #[error("The log could not be listened to: another subscriber was there first.")]
    Deaf,
    #[error("The play could not go on when somebody {0}.")]
    Stuck(String),
    #[error("The audit was stopped in the middle ({0}).")]
    Fallen(String),
    #[error("No file could be made in the temporary folder, or read back ({0}).")]
    Disk(#[from] io::Error),
    #[error("A throw-away database does not answer ({0}).")]
    Database(#[from] diesel::result::Error),
    #[error("A throw-away database cannot be reached ({0}).")]
    Unreached(String),
    #[error(transparent)]
    Settings(#[from] Faults),
    #[error(transparent)]
    Closed(#[from] Closed),
    #[error(transparent)]
    NotListening(#[from] NotListening),
    #[error(transparent)]
    NotMade(#[from] NotMade),
    #[error(transparent)]
    NoTransport(#[from] NoTransport),
    #[error("An account could not be made: {0}.")]
    Refused(#[from] Refusal),
    #[error("An account could not be made: {0}.")]
    Busy(#[from] Busy),
    #[error("An account could not be made: {0}.")]
    Address(#[from] NotAnAddress),
}
