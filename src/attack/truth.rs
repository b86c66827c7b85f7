//! What the audit knows because it has played it: whose secret is which. The attacks are measured
//! against it; the house never sees it.

use data_encoding::BASE64URL_NOPAD;

use super::{
    clinic::{self, Guest},
    needles::Needles,
    survey::Voter,
};
use crate::{accounts::Totp, ids::AccountId};

#[derive(Default)]
pub struct Truth {
    pub people: Vec<Person>,
    pub secrets: Vec<Secret>,
    pub letters: Vec<Letter>,
    /// Those who may answer the survey.
    pub voters: Vec<Voter>,
    /// Those who are invited to the clinic.
    pub guests: Vec<Guest>,
}

/// Somebody who may sign in, or is invited to.
#[derive(Clone)]
pub struct Person {
    pub email: String,
    pub name: String,
    pub password: String,
    pub id: Option<AccountId>,
    pub phone: Option<Totp>,
}

pub struct Secret {
    pub what: &'static str,
    pub bytes: Vec<u8>,
}

/// A letter as it was written.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    pub id: Vec<u8>,
    pub to: String,
    pub text: String,
    /// How it lay in the outbox.
    pub sealed: Vec<u8>,
    pub is_sent: bool,
}

impl Person {
    /// What is theirs alone in their address, so that a masked or cut address is found too.
    pub fn mailbox(&self) -> &str {
        self.email.split('@').next().unwrap_or_default()
    }
}

impl Truth {
    pub fn keep(&mut self, what: &'static str, bytes: &[u8]) {
        self.secrets.push(Secret { what, bytes: bytes.to_vec() });
    }

    /// A token as it stands in a cookie or a link.
    pub fn keep_token(&mut self, what: &'static str, token: &str) {
        if let Ok(bytes) = BASE64URL_NOPAD.decode(token.as_bytes()) {
            self.keep(what, &bytes);
        }
    }

    pub fn secrets(&self) -> Needles {
        let mut needles = Needles::default();
        for secret in &self.secrets {
            needles.add(secret.what, &secret.bytes);
        }
        for voter in &self.voters {
            needles.add("a personal link", voter.link.as_bytes());
            needles.add("a receipt", voter.receipt.as_bytes());
        }
        clinic::add_secrets(&mut needles, &self.guests);
        needles
    }

    /// What was handed in.
    pub fn ballots(&self) -> Needles {
        let mut needles = Needles::default();
        for voter in &self.voters {
            needles.add("the message of a ballot", &voter.message);
            needles.add("the signature of a ballot", &voter.signature);
            needles.add("somebody's words", voter.text.as_bytes());
            for sealed in &voter.sealed {
                needles.add("a sealed ballot", sealed.get(..32).unwrap_or_default());
            }
        }
        needles
    }

    /// Who is who.
    pub fn people(&self) -> Needles {
        let mut needles = Needles::default();
        for person in &self.people {
            needles.add("an e-mail address", person.mailbox().as_bytes());
            needles.add("a name", person.name.as_bytes());
            if let Some(id) = person.id {
                needles.add("an account's id", id.as_bytes());
                needles.add("an account's id", id.to_string().as_bytes());
            }
        }
        for voter in &self.voters {
            needles.add("the name of somebody on the roll", voter.name.as_bytes());
            needles.add("an employee number", voter.number.as_bytes());
            needles.add("the address of somebody on the roll", voter.mailbox().as_bytes());
            needles.add("a person's id", voter.id.as_bytes());
            needles.add("a person's id", voter.id.to_string().as_bytes());
        }
        needles
    }
}
