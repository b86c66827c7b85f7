//! Recovery codes: for the day the phone is gone. Ten digits each, and each works once.
//!
//! Kept as a keyed hash: ten digits could be guessed from a plain hash, but not without the
//! master key.

use crate::{
    dice::Dice,
    ids::AccountId,
    language,
    secrets::{MasterKey, Purpose},
};

const CODES: usize = 10;
const DIGITS: usize = 10;

/// A fresh set, as shown once: `12345 67890`.
pub fn fresh(dice: &mut Dice) -> Vec<String> {
    (0..CODES)
        .map(|_| {
            let digits = dice.digits(DIGITS);
            let (left, right) = digits.split_at(DIGITS / 2);
            format!("{left} {right}")
        })
        .collect()
}

/// What is kept of a code, however it was typed; `None` if it cannot be one.
pub fn kept(master: &MasterKey, account: AccountId, typed: &str) -> Option<Vec<u8>> {
    let digits: String = language::arabic(typed).chars().filter(char::is_ascii_digit).collect();
    (digits.len() == DIGITS).then(|| master.keyed_hash(Purpose::SecondFactors, &[account.as_bytes(), digits.as_bytes()]).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_again_however_it_is_typed() {
        let dice = &mut Dice::loaded(1);
        let (master, account) = (MasterKey::random(dice), dice.id());
        let shown = "12345 67890";
        let as_typed = kept(&master, account, shown);
        assert!(as_typed.is_some());
        for typed in ["1234567890", "12345-67890", "๑๒๓๔๕ ๖๗๘๙๐"] {
            assert_eq!(kept(&master, account, typed), as_typed, "{typed}");
        }
        assert_ne!(kept(&master, dice.id(), shown), as_typed, "another account");
        assert_eq!(kept(&master, account, "12345"), None);
    }

    #[test]
    fn a_fresh_set_has_ten_different_codes() {
        let codes = fresh(&mut Dice::real());
        assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), CODES);
    }
}
