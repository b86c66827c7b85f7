//! A secret that is handed out once (in a link, in a cookie) and kept only as its hash.

use std::fmt;

use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::dice::Dice;

/// 256 random bits. Too many to guess, so a plain hash keeps them safe.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Token([u8; 32]);

impl Token {
    pub fn random(dice: &mut Dice) -> Self {
        Self(dice.bytes())
    }

    /// `None` for anything that we cannot have handed out.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// The token in full, for the one link or cookie that carries it.
    pub fn reveal(&self) -> String {
        BASE64URL_NOPAD.encode(&self.0)
    }

    /// What is stored in its place.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_back_what_it_reveals_and_shows_nothing() {
        let token = Token::random(&mut Dice::loaded(1));
        assert_eq!(Token::parse(&token.reveal()), Some(token.clone()));
        assert_eq!(format!("{token:?}"), "Token(…)");
        assert_eq!(Token::parse("short"), None);
        assert_eq!(Token::parse("ไม่ใช่รหัส"), None);
    }
}
