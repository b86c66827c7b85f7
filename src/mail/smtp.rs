//! What a mail server's refusal means: later, or never; and whether the address is at fault.

use std::{error::Error as _, fmt};

use lettre::transport::smtp::Error;

use super::{AddressFault, Status};

/// Why a letter did not get through. The reason names no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undelivered {
    pub again: Again,
    /// No letter will ever reach this address, whatever it says.
    pub address_fault: Option<AddressFault>,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// A timeout, a busy server, a wrong password of ours: the letter itself is well.
    Later,
    /// No such mailbox, or this letter is not wanted.
    Never,
}

/// What the server was answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Up to here the server knows nothing but who we are.
    Greeting,
    SignIn,
    Sender,
    Recipient,
    /// The wish to send a letter, before its first word.
    Data,
    /// The end of the letter.
    Letter,
}

impl Undelivered {
    pub fn later(reason: &dyn fmt::Display) -> Self {
        Self { again: Again::Later, address_fault: None, reason: reason.to_string() }
    }

    pub fn never(reason: &dyn fmt::Display) -> Self {
        Self { again: Again::Never, address_fault: None, reason: reason.to_string() }
    }

    pub fn bad_address(fault: AddressFault, reason: &dyn fmt::Display) -> Self {
        Self { again: Again::Never, address_fault: Some(fault), reason: reason.to_string() }
    }

    pub(super) fn out_of_time() -> Self {
        Self::later(&"the mail server did not answer in time")
    }
}

/// The server's words may quote the recipient's address, so only its codes are kept.
pub(super) fn sorted(step: Step, fault: &Error) -> Undelivered {
    match fault.status() {
        Some(code) => {
            let words = fault.source().map(ToString::to_string).unwrap_or_default();
            refused(step, &code.to_string(), status(&words))
        }
        None if fault.is_timeout() => Undelivered::out_of_time(),
        None if fault.is_tls() => Undelivered::later(&"no trusted TLS connection to the mail server"),
        None => Undelivered::later(&"no connection to the mail server"),
    }
}

fn status(words: &str) -> Option<Status> {
    words.split_whitespace().find_map(Status::parse)
}

fn refused(step: Step, code: &str, status: Option<Status>) -> Undelivered {
    let reason = match status {
        Some(status) => format!("the mail server answered {code} {status}"),
        None => format!("the mail server answered {code}"),
    };
    let is_about_us =
        ["530", "534", "535", "538"].contains(&code) || matches!(step, Step::Greeting | Step::SignIn | Step::Sender);
    if !code.starts_with('5') || is_about_us {
        return Undelivered::later(&reason);
    }
    if let Some(status) = status.filter(|status| status.is_about_address()) {
        return Undelivered::bad_address(AddressFault::of(status), &reason);
    }
    if step != Step::Recipient {
        return Undelivered::never(&reason);
    }
    match (status, code) {
        // We may not send there, or not as whom we say: our own settings may be put right.
        (Some(Status { subject: 1 | 7, .. }), _) => Undelivered::later(&reason),
        (Some(Status { subject: 3 | 6, .. }), _) => Undelivered::never(&reason),
        (_, "552") => Undelivered::bad_address(AddressFault::Full, &reason),
        (_, "550" | "551" | "553") => Undelivered::bad_address(AddressFault::Unknown, &reason),
        _ => Undelivered::never(&reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATER: (Again, bool) = (Again::Later, false);
    const NEVER: (Again, bool) = (Again::Never, false);
    const ADDRESS: (Again, bool) = (Again::Never, true);

    fn means(step: Step, answer: &str) -> (Again, bool) {
        let (code, words) = answer.split_at(3);
        let fault = refused(step, code, status(words));
        assert!(!fault.reason.contains('@'), "{}", fault.reason);
        (fault.again, fault.address_fault.is_some())
    }

    #[test]
    fn a_busy_server_is_tried_again_whatever_it_was_asked() {
        for step in [Step::Greeting, Step::Sender, Step::Recipient, Step::Data, Step::Letter] {
            for answer in ["421 4.3.2 busy", "450 4.2.1 greylisted", "451 local error", "452 4.2.2 full for now"] {
                assert_eq!(means(step, answer), LATER, "{answer}");
            }
        }
    }

    #[test]
    fn who_refuses_us_says_nothing_about_the_letter_or_its_address() {
        assert_eq!(means(Step::Greeting, "554 5.7.1 your network is not welcome"), LATER);
        assert_eq!(means(Step::SignIn, "535 5.7.8 wrong password"), LATER);
        assert_eq!(means(Step::Sender, "550 5.1.8 no such sender domain"), LATER);
        assert_eq!(means(Step::Recipient, "530 5.7.0 sign in first"), LATER);
        assert_eq!(means(Step::Recipient, "554 5.7.1 <a@b.th>: Relay access denied"), LATER);
        assert_eq!(means(Step::Recipient, "550 5.7.54 unable to relay"), LATER);
        assert_eq!(means(Step::Recipient, "550 5.1.8 sender rejected"), LATER);
    }

    #[test]
    fn a_mailbox_that_is_not_there_is_the_addresss_fault() {
        for answer in [
            "550 no such user",
            "550 5.1.1 <a@b.th>: user unknown",
            "551 gone elsewhere",
            "552 5.2.2 mailbox full",
            "553 5.1.3 no such address",
            "550 5.4.1 access denied",
            "554 5.1.10 null MX",
            "501 5.1.3 bad syntax",
        ] {
            assert_eq!(means(Step::Recipient, answer), ADDRESS, "{answer}");
        }
        assert_eq!(means(Step::Recipient, "552 5.3.4 too large"), NEVER);
        assert_eq!(means(Step::Recipient, "554 no"), NEVER);
    }

    #[test]
    fn a_letter_that_is_refused_at_its_end_blames_the_address_only_if_the_server_does() {
        assert_eq!(means(Step::Letter, "554 5.7.1 looks like spam"), NEVER);
        assert_eq!(means(Step::Letter, "552 5.3.4 too large"), NEVER);
        assert_eq!(means(Step::Letter, "550 not wanted"), NEVER);
        assert_eq!(means(Step::Letter, "550 5.1.1 no such user"), ADDRESS);
        assert_eq!(means(Step::Letter, "552 5.2.2 over quota"), ADDRESS);
        assert_eq!(means(Step::Data, "554 5.1.1 no valid recipients"), ADDRESS);
    }
}
