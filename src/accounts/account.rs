//! An account: who may sign in to manage, and with which roles.

use std::time::Duration;

use super::Roles;
use crate::{address::EmailAddress, clock::Moment, ids::AccountId, language::Language};

/// An account as others may see it: no password, no secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub email: EmailAddress,
    pub name: String,
    pub language: Language,
    pub roles: Roles,
    pub state: State,
    pub has_second_factor: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A link was sent; no password yet.
    Invited,
    Open,
    Closed {
        since: Moment,
    },
}

impl Account {
    pub fn may_sign_in(&self) -> bool {
        self.state == State::Open
    }
}

/// Why a deed about accounts was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is an account with this address already")]
    EmailTaken,
    #[error("no such account")]
    NoSuchAccount,
    #[error("the link was used, replaced, or is too old")]
    LinkSpent,
    #[error("it would leave the house without an administrator")]
    LastAdmin,
    #[error("the code is wrong")]
    WrongCode,
    #[error("asked for too often")]
    TooOften { wait: Duration },
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// The longest name we keep.
pub const LONGEST_NAME: usize = 200;
