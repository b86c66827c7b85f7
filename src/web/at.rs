//! Every address of the house: patterns for the address table, builders for links.
//!
//! Addresses here carry no language. A page in English lives under `/en`; [`super::Visit::to`]
//! puts the prefix in front.

use crate::{
    ids::{AccountId, LetterId, SessionId},
    secrets::Token,
};

pub const HOME: &str = "/";
pub const ASSET: &str = "/assets/{name:.*}";
pub const LOGO: &str = "/logo";
pub const PRIVACY: &str = "/privacy";
pub const ACCESSIBILITY: &str = "/accessibility";
pub const CONTACT: &str = "/contact";

pub const SIGN_IN: &str = "/signin";
pub const SECOND_STEP: &str = "/signin/code";
pub const SIGN_OUT: &str = "/signout";
pub const FORGOTTEN: &str = "/forgotten";
pub const RESET: &str = "/reset/{token}";
pub const INVITATION: &str = "/invitation/{token}";
pub const SETUP: &str = "/setup/{token}";

pub const DESK: &str = "/home";
pub const ACCOUNT: &str = "/account";
pub const ACCOUNT_PASSWORD: &str = "/account/password";
pub const ACCOUNT_SESSIONS: &str = "/account/sessions";
pub const ACCOUNT_SESSION_END: &str = "/account/sessions/{session}/end";
pub const SECOND_FACTOR: &str = "/account/second-factor";
pub const SECOND_FACTOR_END: &str = "/account/second-factor/end";
pub const RECOVERY_CODES: &str = "/account/recovery-codes";

pub const PEOPLE: &str = "/admin/people";
pub const PEOPLE_NEW: &str = "/admin/people/new";
pub const PERSON: &str = "/admin/people/{account}";
pub const PERSON_INVITE: &str = "/admin/people/{account}/invitation";
pub const PERSON_CLOSE: &str = "/admin/people/{account}/closing";
pub const PERSON_SECOND_FACTOR: &str = "/admin/people/{account}/second-factor/end";
pub const PERSON_REOPEN: &str = "/admin/people/{account}/reopening";
pub const SETTINGS: &str = "/admin/settings";
pub const SETTINGS_LOGO: &str = "/admin/settings/logo";
pub const DIARY: &str = "/admin/log";
pub const MAIL: &str = "/admin/mail";
pub const MAIL_TEST: &str = "/admin/mail/test";
pub const LETTER_AGAIN: &str = "/admin/mail/{letter}/again";
pub const LETTER_DROP: &str = "/admin/mail/{letter}/drop";
pub const SCHEDULE: &str = "/admin/schedule";
pub const BACKUP: &str = "/admin/backup";

pub const HEALTH: &str = "/healthz";
pub const READY: &str = "/readyz";

pub fn reset(token: &Token) -> String {
    format!("/reset/{}", token.reveal())
}

pub fn invitation(token: &Token) -> String {
    format!("/invitation/{}", token.reveal())
}

pub fn setup(token: &Token) -> String {
    format!("/setup/{}", token.reveal())
}

pub fn session_end(session: SessionId) -> String {
    format!("/account/sessions/{session}/end")
}

pub fn person(account: AccountId) -> String {
    format!("/admin/people/{account}")
}

pub fn person_invite(account: AccountId) -> String {
    format!("/admin/people/{account}/invitation")
}

pub fn person_close(account: AccountId) -> String {
    format!("/admin/people/{account}/closing")
}

pub fn person_second_factor(account: AccountId) -> String {
    format!("/admin/people/{account}/second-factor/end")
}

pub fn person_reopen(account: AccountId) -> String {
    format!("/admin/people/{account}/reopening")
}

pub fn letter_again(letter: LetterId) -> String {
    format!("/admin/mail/{letter}/again")
}

pub fn letter_drop(letter: LetterId) -> String {
    format!("/admin/mail/{letter}/drop")
}

/// The same address with something said on arrival: `?done=saved`.
pub fn done(address: &str, what: &str) -> String {
    format!("{address}?done={what}")
}
