//! An e-mail address: parsed once, compared without regard to case, shown masked.
//!
//! `Display` and `Debug` hide the mailbox, so that an address in a log line is a mistake that
//! tells nothing. Who really needs it, to send a letter or to show it to its owner, says
//! [`EmailAddress::reveal`].

use std::{fmt, str::FromStr};

use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};
use lettre::Address;

/// The longest address that mail systems carry (RFC 5321).
const LONGEST: usize = 254;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct EmailAddress(String);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct NotAnAddress;

impl EmailAddress {
    /// Spaces around it are forgiven; letters become small ones.
    pub fn parse(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.trim().to_lowercase();
        let address: Address = text.parse().map_err(|_| NotAnAddress)?;
        // Quotation marks let a tab through, which no list, log or header line of ours is made for.
        let sendable = text.len() <= LONGEST && address.domain().contains('.') && !text.contains(char::is_control);
        if sendable { Ok(Self(text)) } else { Err(NotAnAddress) }
    }

    /// The whole address, for its owner, for those who manage accounts, and for the courier.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// `so***@example.go.th`: enough for its owner to recognise.
    pub fn masked(&self) -> String {
        // A mailbox in quotation marks may hold the sign too.
        let (mailbox, domain) = self.0.rsplit_once('@').unwrap_or((&self.0, ""));
        let shown: String = mailbox.chars().take(if mailbox.chars().count() > 3 { 2 } else { 1 }).collect();
        format!("{shown}***@{domain}")
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_shows_itself_masked() {
        let address = EmailAddress::parse(" Somsri.K@Example.go.th ").unwrap();
        assert_eq!(address.to_string(), "so***@example.go.th");
        assert_eq!(format!("{address:?}"), "so***@example.go.th");
        assert_eq!(address.reveal(), "somsri.k@example.go.th");
        assert_eq!(EmailAddress::parse("a@b.th").unwrap().to_string(), "a***@b.th");
        assert_eq!(EmailAddress::parse("\"somsri@home\"@b.th").unwrap().to_string(), "\"s***@b.th");
    }

    #[test]
    fn what_no_mail_can_reach_is_refused() {
        let too_long = format!("{}@example.go.th", "a".repeat(250));
        for text in [
            "",
            "somsri",
            "@example.go.th",
            "a@",
            "a b@example.go.th",
            "a@localhost",
            "a@b@c.th",
            "a@b.th\nBcc: x@y.th",
            "\"a\tb\"@c.th",
            &too_long,
        ] {
            assert_eq!(EmailAddress::parse(text), Err(NotAnAddress), "{text}");
        }
    }
}
