//! The first administrator: by the one-time address printed at the first start, or added from
//! the command line.

use super::{
    Account, Actor, Deed, Refusal, Role, Roles, diary,
    one_time_link::{self, Purpose},
    store,
};
use crate::{
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::AccountId,
    language::Language,
    secrets::{MasterKey, Token},
};

/// A new account, as somebody describes it.
#[derive(Clone, Debug)]
pub struct Newcomer {
    pub email: EmailAddress,
    pub name: String,
    pub language: Language,
}

/// A one-time address for the first administrator; `None` once there is any account.
pub fn setup_link(conn: &mut RegisterConn, now: Moment, dice: &mut Dice) -> Result<Option<Token>, Refusal> {
    if store::any(conn)? {
        return Ok(None);
    }
    Ok(Some(one_time_link::mint(conn, Purpose::Setup, None, now, dice)?))
}

/// Whether the link still makes a first administrator, without using it.
pub fn may_set_up(conn: &mut RegisterConn, token: &Token, now: Moment) -> Result<(), Refusal> {
    one_time_link::look(conn, Purpose::Setup, token, now).map(drop)
}

/// Makes the first administrator and uses the link up.
pub fn set_up(
    conn: &mut RegisterConn,
    master: &MasterKey,
    token: &Token,
    newcomer: &Newcomer,
    password_hash: &str,
    now: Moment,
    dice: &mut Dice,
) -> Result<Account, Refusal> {
    one_time_link::spend(conn, Purpose::Setup, token, now)?;
    if store::any(conn)? {
        return Err(Refusal::LinkSpent);
    }
    let roles = Roles::from_iter([Role::Admin]);
    let account = add(conn, newcomer, &roles, Some(password_hash), now, dice)?;
    diary::note(conn, master, &Actor::from(&account), Deed::FirstAdministrator, &account.name, now)?;
    Ok(account)
}

/// Adds an account with a password, from the command line or for the demo.
pub fn add_directly(
    conn: &mut RegisterConn,
    master: &MasterKey,
    newcomer: &Newcomer,
    roles: &Roles,
    password_hash: &str,
    now: Moment,
    dice: &mut Dice,
) -> Result<Account, Refusal> {
    let account = add(conn, newcomer, roles, Some(password_hash), now, dice)?;
    store::delete_links(conn, Some(Purpose::Setup), None)?;
    diary::note(conn, master, &Actor::command_line(), Deed::Invited, &account.name, now)?;
    Ok(account)
}

/// Adds an account and a link that sets its password, to be handed over by whoever typed it.
pub fn add_with_link(
    conn: &mut RegisterConn,
    master: &MasterKey,
    newcomer: &Newcomer,
    roles: &Roles,
    now: Moment,
    dice: &mut Dice,
) -> Result<Token, Refusal> {
    let account = add(conn, newcomer, roles, None, now, dice)?;
    diary::note(conn, master, &Actor::command_line(), Deed::Invited, &account.name, now)?;
    Ok(one_time_link::mint(conn, Purpose::Invitation, Some(account.id), now, dice)?)
}

pub(super) fn add(
    conn: &mut RegisterConn,
    newcomer: &Newcomer,
    roles: &Roles,
    password_hash: Option<&str>,
    now: Moment,
    dice: &mut Dice,
) -> Result<Account, Refusal> {
    if store::find_by_email(conn, &newcomer.email)?.is_some() {
        return Err(Refusal::EmailTaken);
    }
    let id: AccountId = dice.id();
    store::insert(conn, id, &newcomer.email, &newcomer.name, newcomer.language, password_hash, now)?;
    store::set_roles(conn, id, roles)?;
    store::find(conn, id)?.ok_or(Refusal::NoSuchAccount)
}
