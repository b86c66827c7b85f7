//! What a browser without scripts carries from page to page, because we keep nothing: where a change began,
//! and from the check page on what makes its ballot that very ballot, however often it is sent.
//!
//! The names of these fields hold hyphens, so they are no field of any question.

use data_encoding::BASE64URL_NOPAD;

use crate::{credentials::verify::Receipt, dice::Dice};

const SEED: &str = "ballot-seed";
const SECRET: &str = "ballot-secret";
const CHANGING: &str = "ballot-changing";
/// Typed, by somebody who replaces.
pub const RECEIPT: &str = "ballot-receipt";
/// The same, where scripts run that cannot do the rest.
pub const AGAIN: &str = "ballot-receipt-too";

const DIGITS: usize = 24;

#[derive(Clone, Debug, Default)]
pub struct Luggage {
    /// Drawn for the first page, or the receipt of the ballot that is replaced.
    pub seed: Option<Seed>,
    pub secret: Option<[u8; 32]>,
    /// What was asked when a page was opened from the check page.
    pub changing: String,
}

/// 24 digits: what the receipt shows, and the ballot grows from.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed(String);

impl Luggage {
    pub fn read(form: &[(String, String)]) -> Self {
        let text = |field: &str| form.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value.as_str());
        let secret = BASE64URL_NOPAD.decode(text(SECRET).as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
        let seed = [SEED, RECEIPT, AGAIN].into_iter().find_map(|field| Seed::typed(text(field)));
        Self { seed, secret, changing: text(CHANGING).to_owned() }
    }

    /// Whatever is missing is drawn now.
    #[must_use]
    pub fn complete(self, dice: &mut Dice) -> Self {
        let seed = self.seed.unwrap_or_else(|| Seed(dice.digits(DIGITS)));
        Self { seed: Some(seed), secret: Some(self.secret.unwrap_or_else(|| dice.bytes())), changing: String::new() }
    }

    /// As hidden fields.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let seed = self.seed.as_ref().map(|seed| (SEED, seed.0.clone()));
        let secret = self.secret.map(|secret| (SECRET, BASE64URL_NOPAD.encode(&secret)));
        let changing = (!self.changing.is_empty()).then(|| (CHANGING, self.changing.clone()));
        [seed, secret, changing].into_iter().flatten().collect()
    }
}

impl Seed {
    /// From what people type: Thai or Arabic digits, with or without spaces and hyphens.
    pub fn typed(text: &str) -> Option<Self> {
        Receipt::parse(text).ok()?;
        let digits: String = crate::language::arabic(text).chars().filter(char::is_ascii_digit).collect();
        Some(Self(digits))
    }

    /// Six groups of four.
    pub fn in_groups(&self) -> String {
        let digits: Vec<_> = self.0.chars().collect();
        digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    pub fn receipt(&self) -> Option<Receipt> {
        Receipt::parse(&self.0).ok()
    }
}

impl std::fmt::Debug for Seed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seed(…)")
    }
}
