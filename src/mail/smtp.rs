//! What a mail server's refusal means: later, or never.

use std::fmt;

use lettre::transport::smtp::{Error, response::Code};

/// Why a letter did not get through. The reason names no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    pub again: Again,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// A timeout, a busy server, a wrong password of ours: the letter itself is well.
    Later,
    /// No such mailbox, or this letter is not wanted.
    Never,
}

impl Undelivered {
    pub fn later(reason: &dyn fmt::Display) -> Self {
        Self { again: Again::Later, reason: reason.to_string() }
    }

    pub fn never(reason: &dyn fmt::Display) -> Self {
        Self { again: Again::Never, reason: reason.to_string() }
    }
}

/// The server's words may quote the recipient's address, so only its code is kept.
pub fn sorted(fault: &Error) -> Undelivered {
    match fault.status() {
        Some(code) => Undelivered { again: again(code), reason: format!("the mail server answered {code}") },
        None if fault.is_timeout() => Undelivered::later(&"the mail server did not answer in time"),
        None if fault.is_tls() => Undelivered::later(&"no trusted TLS connection to the mail server"),
        None => Undelivered::later(&"no connection to the mail server"),
    }
}

fn again(code: Code) -> Again {
    let number = code.to_string();
    let ours = ["530", "534", "535", "538"].contains(&number.as_str());
    if number.starts_with('5') && !ours { Again::Never } else { Again::Later }
}
