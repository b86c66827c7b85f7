//! Passwords: argon2id with the parameters OWASP asks for, off the async threads, a few at a time.
//!
//! A burst of sign-ins is the heaviest thing this service does, so only as many hashes are
//! computed at once as leave a processor for everyone else; beyond a short queue people are asked
//! to come back in a minute.

use std::{num::NonZero, sync::Arc, thread};

use argon2::{
    Algorithm, Argon2, Block, Params, Version,
    password_hash::{PasswordVerifier, phc::PasswordHash},
};
use data_encoding::BASE64_NOPAD;
use subtle::ConstantTimeEq;
use tokio::sync::Semaphore;

use crate::dice::Dice;

/// 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Of 1 KiB each: more than the C library keeps.
const RESERVED_BLOCKS: usize = 33 * 1024;

/// So many may wait for their turn.
const QUEUE: usize = 64;

pub const SHORTEST: usize = 12;
const LONGEST: usize = 1000;

/// Nobody's password: checked in place of one that does not exist, so that the time tells nothing.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$Y2xlYXJqYWktbm9ib2R5$0000000000000000000000000000000000000000000";

/// Too many sign in at this moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many passwords are being checked")]
pub struct Busy;

/// What checking a password found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    Wrong,
    Right,
    /// Right, but hashed with older parameters: keep this hash instead.
    RightButOld(String),
}

/// Hashes and checks passwords; clones share the same queue.
#[derive(Clone, Debug)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    queue: Arc<Semaphore>,
}

impl Default for Passwords {
    fn default() -> Self {
        let processors = thread::available_parallelism().map_or(1, NonZero::get);
        let at_once = processors.saturating_sub(1).max(1);
        Self { turns: Arc::new(Semaphore::new(at_once)), queue: Arc::new(Semaphore::new(at_once + QUEUE)) }
    }
}

impl Passwords {
    pub async fn hash(&self, password: String) -> Result<String, Busy> {
        self.in_turn(move || hash(&password)).await
    }

    /// `hash` is what is kept for the account; `None` if there is no such account.
    pub async fn check(&self, password: String, hash: Option<String>) -> Result<Checked, Busy> {
        self.in_turn(move || check(&password, hash.as_deref())).await
    }

    async fn in_turn<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Busy> {
        let _place = self.queue.clone().try_acquire_owned().map_err(|_| Busy)?;
        let _turn = self.turns.clone().acquire_owned().await.map_err(|_| Busy)?;
        tokio::task::spawn_blocking(work).await.map_err(|_| Busy)
    }
}

/// The hash to keep. For the command line; the server goes through [`Passwords`].
pub fn hash(password: &str) -> String {
    let salt = Dice::real().bytes::<16>();
    let (salt_text, hash) = (BASE64_NOPAD.encode(&salt), BASE64_NOPAD.encode(&compute(password, &salt)));
    format!("$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${salt_text}${hash}")
}

fn check(password: &str, kept: Option<&str>) -> Checked {
    let Ok(parsed) = PasswordHash::new(kept.unwrap_or(NOBODY)) else { return Checked::Wrong };
    let is_current = is_current(&parsed);
    let right = match (&parsed.salt, &parsed.hash) {
        (Some(salt), Some(hash)) if is_current => bool::from(compute(password, salt).ct_eq(hash.as_bytes())),
        _ => hasher().verify_password(password.as_bytes(), &parsed).is_ok(),
    };
    match kept {
        Some(_) if right && is_current => Checked::Right,
        Some(_) if right => Checked::RightButOld(hash(password)),
        _ => Checked::Wrong,
    }
}

/// Argon2id over memory that is given back at once: the C library keeps what is smaller than
/// 32 MiB for itself, and many tries to sign in would leave hundreds of megabytes behind. What
/// is reserved beyond the blocks in use is never touched.
fn compute(password: &str, salt: &[u8]) -> [u8; 32] {
    let mut memory = Vec::with_capacity(RESERVED_BLOCKS);
    memory.resize(MEMORY_KIB as usize, Block::default());
    let mut hash = [0; 32];
    let computed = hasher().hash_password_into_with_memory(password.as_bytes(), salt, &mut hash, &mut memory);
    debug_assert!(computed.is_ok(), "our own parameters and salts are valid");
    if computed.is_ok() { hash } else { Dice::real().bytes() }
}

fn is_current(hash: &PasswordHash) -> bool {
    hash.algorithm.as_str() == "argon2id"
        && hash.version == Some(Version::V0x13.into())
        && Params::try_from(hash)
            .is_ok_and(|params| (params.m_cost(), params.t_cost(), params.p_cost()) == (MEMORY_KIB, PASSES, LANES))
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None);
    debug_assert!(params.is_ok(), "our own parameters are valid");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.unwrap_or_default())
}

/// Why a password cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    TooShort,
    TooLong,
    /// Their own name or address, one character repeated, or among the first that anyone tries.
    TooEasy,
}

/// `personal` is what a guesser knows about the account.
pub fn too_weak(password: &str, personal: &[&str]) -> Option<Weak> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some(Weak::TooShort);
    }
    if length > LONGEST {
        return Some(Weak::TooLong);
    }
    let small = password.to_lowercase();
    let words = personal.iter().flat_map(|text| text.split(|letter: char| "@. ".contains(letter)));
    let is_personal = words.filter(|word| word.chars().count() > 3).any(|word| small.contains(&word.to_lowercase()));
    let mut letters: Vec<char> = small.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    let is_common = COMMON.iter().any(|common| small.starts_with(common) && length < common.len() + 6);
    (is_personal || letters.len() < 4 || is_common).then_some(Weak::TooEasy)
}

/// What is tried first: alone, or with a few characters behind.
const COMMON: [&str; 14] = [
    "1234567890",
    "0123456789",
    "password",
    "passw0rd",
    "p@ssw0rd",
    "qwertyuiop",
    "qwerty123",
    "abcdefghij",
    "abcd1234",
    "iloveyou",
    "clearjai",
    "administrator",
    "thailand",
    "welcome123",
];

#[cfg(test)]
mod tests {
    use argon2::password_hash::PasswordHasher;

    use super::*;

    #[test]
    fn a_password_is_right_or_wrong_and_an_unknown_account_is_always_wrong() {
        let kept = hash("ช้างเผือกเดินสวนป่า");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert_eq!(check("ช้างเผือกเดินสวนป่า", Some(&kept)), Checked::Right);
        assert_eq!(check("ช้างเผือกเดินสวน", Some(&kept)), Checked::Wrong);
        assert_eq!(check("ช้างเผือกเดินสวนป่า", None), Checked::Wrong);
        assert_eq!(check("anything", Some("not a hash")), Checked::Wrong);
    }

    #[test]
    fn our_hashes_and_those_of_the_library_are_the_same_thing() {
        let ours = hash("correct horse battery");
        assert!(hasher().verify_password(b"correct horse battery", &PasswordHash::new(&ours).unwrap()).is_ok());
        let theirs = hasher().hash_password_with_salt(b"correct horse battery", b"0123456789abcdef").unwrap().to_string();
        assert_eq!(check("correct horse battery", Some(&theirs)), Checked::Right);
        assert_eq!(check("correct horse staple", Some(&theirs)), Checked::Wrong);
    }

    #[test]
    fn the_hash_of_nobody_costs_as_much_as_a_real_one() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        assert!(is_current(&nobody));
    }

    #[test]
    fn an_older_hash_is_replaced_at_the_next_sign_in() {
        let weaker = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8 * 1024, 1, 1, None).unwrap());
        let kept = weaker.hash_password_with_salt(b"correct horse battery", b"0123456789abcdef").unwrap().to_string();
        let Checked::RightButOld(newer) = check("correct horse battery", Some(&kept)) else { panic!("right, but old") };
        assert_eq!(check("correct horse battery", Some(&newer)), Checked::Right);
    }

    #[test]
    fn easy_passwords_are_refused_and_long_sentences_are_welcome() {
        let personal = ["somsri@example.go.th", "สมศรี แก้วใส"];
        for short in ["short", "elevenchars"] {
            assert_eq!(too_weak(short, &personal), Some(Weak::TooShort));
        }
        assert_eq!(too_weak(&"ก".repeat(1001), &personal), Some(Weak::TooLong));
        for easy in ["123456789012", "password1234", "aaaaaaaaaaaa", "Somsri-25691", "ClearJai2569", "qwertyuiop12"] {
            assert_eq!(too_weak(easy, &personal), Some(Weak::TooEasy), "{easy}");
        }
        for good in ["ช้างเผือกเดินสวนป่า", "correct horse battery staple", "x7#kQ9!vb2Lm"]
        {
            assert_eq!(too_weak(good, &personal), None, "{good}");
        }
    }
}
