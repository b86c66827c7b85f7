//! A receipt, and the prepared message that grows from it.
//!
//! The receipt is the seed of one ballot: 24 decimal digits, shown as six groups of four. The
//! prepared message is, byte for byte,
//!
//! ```text
//! SHA-512( "clearjai ballot v1" ‖ survey ‖ seed )
//!           18 bytes ASCII        16 bytes  24 bytes
//! ```
//!
//! where `survey` is the id of the survey as its 16 raw bytes (those of the UUID in the order in
//! which it is written, without hyphens), and `seed` is the 24 digits as ASCII `0` to `9`, without
//! spaces or hyphens, whatever digits they were typed in. There is no length, terminator or
//! separator between the three: each has its fixed length. The 64 bytes of the hash are the 32
//! bytes of the randomizer, then the 32 bytes of the serial. Never stored, never shown again.

use std::fmt;

use sha2::{Digest, Sha512};

use super::PreparedMessage;
use crate::ids::SurveyId;
use crate::language::arabic;

const DIGITS: usize = 24;
const PREFIX: &[u8] = b"clearjai ballot v1";

#[derive(Clone, PartialEq, Eq)]
pub struct Receipt([u8; DIGITS]);

/// Why a text is no receipt. The text itself is not repeated: it may be almost one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoReceipt {
    #[error("a receipt has 24 digits; {0} were given. Put all of them into one pair of quotation marks")]
    Digits(usize),
    #[error("a receipt has digits, spaces and hyphens only, in one pair of quotation marks")]
    Letters,
}

impl Receipt {
    /// From what people type: Thai or Arabic digits, with or without spaces and hyphens.
    pub fn parse(text: &str) -> Result<Self, NoReceipt> {
        let typed = arabic(text);
        let digits: String = typed.chars().filter(|letter| !is_between_groups(*letter)).collect();
        if !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return Err(NoReceipt::Letters);
        }
        digits.as_bytes().try_into().map(Self).map_err(|_| NoReceipt::Digits(digits.len()))
    }

    /// What was signed for the ballot of this receipt in this survey.
    pub fn message(&self, survey: SurveyId) -> PreparedMessage {
        let mut hash = Sha512::new();
        hash.update(PREFIX);
        hash.update(survey.as_bytes());
        hash.update(self.0);
        PreparedMessage::from_bytes(hash.finalize().into())
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt(…)")
    }
}

/// Spaces of any kind, invisible ones too, and the hyphens and dashes that copying makes of `-`.
fn is_between_groups(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '\u{200B}'..='\u{200D}' | '\u{2010}'..='\u{2015}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use data_encoding::HEXLOWER;

    use super::*;

    #[test]
    fn the_message_is_the_one_that_other_programs_compute() {
        // python3: hashlib.sha512(b"clearjai ballot v1" + uuid.UUID("3f25…").bytes + b"0123…").hexdigest()
        let expected = "e5af018153a30aa03511896af27de7f5f5fa4a70be58b3bcfc04934434d58670\
                        eff4d7a0591c5a665a5b8c8568f55d494ec5d2681d92d0340fe550dbf85797d8";
        let survey = "3f2504e0-4f89-41d3-9a0c-0305e82c3301".parse().unwrap();
        let message = Receipt::parse("0123 4567 8901 2345 6789 0123").unwrap().message(survey);
        assert_eq!(HEXLOWER.encode(message.as_bytes()), expected);
    }

    #[test]
    fn a_receipt_is_read_however_it_was_copied() {
        let receipt = Receipt::parse("012345678901234567890123").unwrap();
        for same in [
            "0123 4567 8901 2345 6789 0123",
            " 0123-4567-8901-2345-6789-0123\n",
            "0123\u{A0}4567\u{2011}8901\u{2013}2345 - 6789\t0123",
            "๐๑๒๓ ๔๕๖๗ ๘๙๐๑ ๒๓๔๕ ๖๗๘๙ ๐๑๒๓",
            "๐๑๒๓ 4567 ๘๙๐๑ 2345 ๖๗๘๙ 0123",
        ] {
            assert_eq!(Receipt::parse(same).as_ref(), Ok(&receipt), "{same}");
        }
    }

    #[test]
    fn anything_else_is_refused_without_repeating_it() {
        assert_eq!(Receipt::parse(""), Err(NoReceipt::Digits(0)));
        assert_eq!(Receipt::parse("0123 4567 8901 2345 6789 012"), Err(NoReceipt::Digits(23)));
        assert_eq!(Receipt::parse("0123 4567 8901 2345 6789 0123 4"), Err(NoReceipt::Digits(25)));
        assert_eq!(Receipt::parse("0123 4567 8901 2345 6789 012x"), Err(NoReceipt::Letters));
        assert_eq!(Receipt::parse("٠١٢٣ 4567 8901 2345 6789 0123"), Err(NoReceipt::Letters));
        assert_eq!(format!("{:?}", Receipt::parse("012345678901234567890123")), "Ok(Receipt(…))");
    }
}
