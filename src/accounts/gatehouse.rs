//! What this room needs from the house: databases, keys, the queue of passwords, and where
//! people find us.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use super::Passwords;
use crate::{db::Db, language::Language, mail::PostOffice, secrets::MasterKey, web::Sign};

/// Lies in the application's data.
#[derive(Clone)]
pub struct Gatehouse {
    pub db: Db,
    pub master: MasterKey,
    pub passwords: Passwords,
    pub sign: Sign,
    pub strictness: Strictness,
    /// Where people reach us: `https://clear.example`, without a slash at the end.
    pub public_url: String,
    /// As whom letters are sent: `ClearJai <no-reply@example.go.th>`.
    pub mail_from: String,
    pub tls: bool,
}

impl Gatehouse {
    /// A link for a letter, in its reader's language.
    pub fn link(&self, language: Language, address: &str) -> String {
        format!("{}{}{address}", self.public_url, language.prefix())
    }

    /// Who letters in that language come from.
    pub fn post_office(&self, language: Language) -> PostOffice {
        let masthead = self.sign.now();
        PostOffice::new(self.master.clone(), masthead.name(language), masthead.contact(language))
    }
}

/// Whether administrators and HR need a second factor; changed on the settings page while the
/// program runs.
#[derive(Clone, Debug, Default)]
pub struct Strictness(Arc<AtomicBool>);

impl Strictness {
    pub fn require_second_factor(&self, required: bool) {
        self.0.store(required, Ordering::Relaxed);
    }

    pub fn requires_second_factor(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
