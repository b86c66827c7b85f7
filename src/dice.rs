//! The only source of chance: ids, tokens, codes, shuffles. Handed in as an argument, never taken.
//!
//! Real dice are a cryptographic generator seeded by the operating system. Loaded dice, which
//! fall the same way each time, are for tests.

use std::sync::{Arc, Mutex, PoisonError};

use rand::{
    CryptoRng, Rng, RngExt, SeedableRng,
    rngs::{StdRng, SysRng},
    seq::SliceRandom,
};

use crate::ids::Id;

/// Hands out dice, fresh ones for every deed.
#[derive(Clone, Debug, Default)]
pub enum Chance {
    #[default]
    Real,
    /// Every pair of dice is seeded by the one before.
    Loaded(Arc<Mutex<Dice>>),
}

impl Chance {
    pub fn loaded(seed: u64) -> Self {
        Self::Loaded(Arc::new(Mutex::new(Dice::loaded(seed))))
    }

    pub fn dice(&self) -> Dice {
        match self {
            Self::Real => Dice::real(),
            Self::Loaded(dice) => {
                let seed = dice.lock().unwrap_or_else(PoisonError::into_inner).0.next_u64();
                Dice::loaded(seed)
            }
        }
    }
}

/// A cryptographic generator.
#[derive(Debug)]
pub struct Dice(StdRng);

impl Dice {
    /// Seeded by the operating system.
    ///
    /// # Panics
    /// If the operating system has no randomness to give: nothing here may go on without.
    #[expect(clippy::expect_used, reason = "without chance there are no secrets; better no program than a guessable one")]
    pub fn real() -> Self {
        Self(StdRng::try_from_rng(&mut SysRng).expect("the operating system gives random bytes"))
    }

    pub fn loaded(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// Of somebody who has to throw the same again: from a secret of theirs.
    pub fn grown_from(secret: [u8; 32]) -> Self {
        Self(StdRng::from_seed(secret))
    }

    pub fn id<Kind>(&mut self) -> Id<Kind> {
        Id::random(self)
    }

    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    /// `count` decimal digits, each as likely as the others.
    pub fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.0.random_range(0..10_u8))).collect()
    }

    /// A number from 0 to `limit - 1`; 0 when there is no room.
    pub fn below(&mut self, limit: u64) -> u64 {
        if limit == 0 { 0 } else { self.0.random_range(0..limit) }
    }

    /// Every order is equally likely.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        things.shuffle(&mut self.0);
    }

    /// For libraries that want a generator of their own kind.
    pub fn generator(&mut self) -> &mut impl CryptoRng {
        &mut self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loaded_dice_fall_the_same_way_and_real_ones_do_not() {
        assert_eq!(Dice::loaded(1).bytes::<16>(), Dice::loaded(1).bytes::<16>());
        assert_ne!(Dice::real().bytes::<16>(), Dice::real().bytes::<16>());
        let chance = Chance::loaded(1);
        assert_ne!(chance.dice().bytes::<16>(), chance.dice().bytes::<16>());
    }

    #[test]
    fn digits_are_digits() {
        let digits = Dice::loaded(3).digits(200);
        assert_eq!(digits.len(), 200);
        assert!(digits.bytes().all(|digit| digit.is_ascii_digit()));
        assert!((b'0'..=b'9').all(|digit| digits.as_bytes().contains(&digit)));
    }
}
