//! Three numbers in which mail servers say what is wrong (RFC 3463), and what they mean for an address.

use std::fmt;

/// `5.1.1`: for good, about an address, unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    pub class: u16,
    pub subject: u16,
    pub detail: u16,
}

impl Status {
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split('.').map(|part| if part.len() <= 3 { part.parse().ok() } else { None });
        let mut next = || numbers.next().flatten();
        let status = Self { class: next()?, subject: next()?, detail: next()? };
        (numbers.next().is_none() && [2, 4, 5].contains(&status.class)).then_some(status)
    }

    /// The mailbox or its address, not who writes or what. 5.1.7 and 5.1.8 are about the sender's.
    pub fn is_about_address(self) -> bool {
        matches!((self.subject, self.detail), (1, 0..=6 | 9..) | (2, _))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// Why no letter reaches an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    Unknown,
    Closed,
    Full,
    /// The other server takes no letters for it from us, and does not say more.
    Refused,
}

impl AddressFault {
    pub fn of(status: Status) -> Self {
        match (status.subject, status.detail) {
            (1, _) => Self::Unknown,
            (2, 1) => Self::Closed,
            (2, 2) => Self::Full,
            _ => Self::Refused,
        }
    }

    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Closed => "closed",
            Self::Full => "full",
            Self::Refused => "refused",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Unknown, Self::Closed, Self::Full, Self::Refused].into_iter().find(|fault| fault.code() == code)
    }
}
