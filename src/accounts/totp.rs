//! Time-based one-time passwords (RFC 6238): six digits, thirty seconds, SHA-1, as every
//! authenticator app does them.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq;

use crate::{clock::Moment, dice::Dice};

const STEP_SECONDS: i64 = 30;

/// Clocks of phones may be off by one step either way.
const DRIFT: i64 = 1;

/// The secret shared with the app.
#[derive(Clone, PartialEq, Eq)]
pub struct Totp([u8; 20]);

impl Totp {
    pub fn random(dice: &mut Dice) -> Self {
        Self(dice.bytes())
    }

    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// For typing where no code can be scanned: groups of four.
    pub fn to_type(&self) -> String {
        let text = BASE32_NOPAD.encode(&self.0);
        text.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
    }

    /// The form without spaces, for a hidden field.
    pub fn to_text(&self) -> String {
        BASE32_NOPAD.encode(&self.0)
    }

    pub fn from_text(text: &str) -> Option<Self> {
        Self::from_slice(&BASE32_NOPAD.decode(text.as_bytes()).ok()?)
    }

    /// What the app scans. `service` and `account` are shown there.
    pub fn address(&self, service: &str, account: &str) -> String {
        let escaped = |text: &str| {
            serde_urlencoded::to_string([("", text)]).unwrap_or_default().trim_start_matches('=').replace('+', "%20")
        };
        format!(
            "otpauth://totp/{0}:{1}?secret={2}&issuer={0}&algorithm=SHA1&digits=6&period={STEP_SECONDS}",
            escaped(service),
            escaped(account),
            self.to_text()
        )
    }

    /// The time step the code belongs to, if it is right now and later than the last one used.
    pub fn step_of(&self, code: &str, now: Moment, last_used: i64) -> Option<i64> {
        let current = now.seconds() / STEP_SECONDS;
        (current - DRIFT..=current + DRIFT)
            .filter(|step| *step > last_used)
            .find(|step| bool::from(self.code(*step).as_bytes().ct_eq(code.as_bytes())))
    }

    fn code(&self, step: i64) -> String {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
        let mut mac = Hmac::<Sha1>::new_from_slice(&self.0).expect("any length will do");
        mac.update(&step.to_be_bytes());
        let hash: [u8; 20] = mac.finalize().into_bytes().into();
        let offset = usize::from(hash.last().copied().unwrap_or_default() & 15);
        let four = hash.get(offset..offset + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_be_bytes);
        format!("{:06}", (four & 0x7fff_ffff) % 1_000_000)
    }

    /// What the app would show now: for tests and for the demo.
    pub fn code_at(&self, now: Moment) -> String {
        self.code(now.seconds() / STEP_SECONDS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_micros(seconds * 1_000_000)
    }

    /// The test vectors of RFC 6238, appendix B, cut to six digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let totp = Totp::from_slice(b"12345678901234567890").unwrap();
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(totp.code_at(at(seconds)), code);
        }
    }

    #[test]
    fn a_code_works_once_and_only_around_its_time() {
        let totp = Totp::random(&mut Dice::loaded(1));
        let now = at(1_750_000_000);
        let code = totp.code_at(now);
        let step = totp.step_of(&code, now, 0).unwrap();
        assert_eq!(totp.step_of(&code, now, step), None, "used");
        assert!(totp.step_of(&code, at(1_750_000_000 + 30), 0).is_some(), "a little late");
        assert!(totp.step_of(&code, at(1_750_000_000 + 90), 0).is_none(), "too late");
        assert!(totp.step_of("", now, 0).is_none());
    }

    #[test]
    fn the_secret_reads_back_and_the_address_is_escaped() {
        let totp = Totp::random(&mut Dice::loaded(1));
        assert!(Totp::from_text(&totp.to_text()) == Some(totp.clone()));
        let address = totp.address("เคลียร์ใจ", "a b@c.th");
        assert!(address.is_ascii() && !address.contains(' '), "{address}");
        assert!(address.contains("a%20b%40c.th"), "{address}");
    }
}
