//! Inviting somebody: an account without a password, and a letter with a link that sets one.

use super::{
    Account, Actor, Deed, Refusal, Roles,
    account::State,
    diary, letters,
    one_time_link::{self, Purpose},
    set_up::{self, Newcomer},
    store,
};
use crate::{
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::AccountId,
    mail::{self, Batch, Kind, PostOffice},
    secrets::{MasterKey, Token},
    web::at,
};

/// How the letter finds its way: who writes, and where its link leads.
pub struct Invited<'a> {
    pub office: &'a PostOffice,
    /// Makes a full address in the newcomer's language.
    pub link: &'a dyn Fn(&str) -> String,
    pub by: &'a Actor,
}

/// Adds the account and posts the invitation.
pub fn invite(
    conn: &mut RegisterConn,
    how: &Invited,
    newcomer: &Newcomer,
    roles: &Roles,
    now: Moment,
    dice: &mut Dice,
) -> Result<Account, Refusal> {
    let account = set_up::add(conn, newcomer, roles, None, now, dice)?;
    send(conn, how, &account, now, dice)?;
    Ok(account)
}

/// Sends the invitation once more; the link of the earlier letter stops working.
pub fn invite_again(
    conn: &mut RegisterConn,
    how: &Invited,
    id: AccountId,
    now: Moment,
    dice: &mut Dice,
) -> Result<Account, Refusal> {
    let account = store::find(conn, id)?.ok_or(Refusal::NoSuchAccount)?;
    if account.state != State::Invited {
        return Err(Refusal::NoSuchAccount);
    }
    send(conn, how, &account, now, dice)?;
    Ok(account)
}

fn send(conn: &mut RegisterConn, how: &Invited, account: &Account, now: Moment, dice: &mut Dice) -> Result<(), Refusal> {
    let token = one_time_link::mint(conn, Purpose::Invitation, Some(account.id), now, dice)?;
    let letter = letters::invitation(account, &how.by.name, &how.office.sender.department, &(how.link)(&at::invitation(&token)));
    mail::post(conn, how.office, Kind::Invitation, Batch::single(dice), &letter, now, dice)?;
    diary::note(conn, &how.office.master, how.by, Deed::Invited, &account.name, now)?;
    Ok(())
}

/// Whose invitation this is, without using it.
pub fn invited(conn: &mut RegisterConn, token: &Token, now: Moment) -> Result<Account, Refusal> {
    let id = one_time_link::look(conn, Purpose::Invitation, token, now)?.ok_or(Refusal::LinkSpent)?;
    store::find(conn, id)?.filter(|account| account.state == State::Invited).ok_or(Refusal::LinkSpent)
}

/// Accepts it: sets the first password and uses the link up.
pub fn accept(
    conn: &mut RegisterConn,
    master: &MasterKey,
    token: &Token,
    password_hash: &str,
    now: Moment,
) -> Result<Account, Refusal> {
    let account = invited(conn, token, now)?;
    one_time_link::spend(conn, Purpose::Invitation, token, now)?;
    store::set_password(conn, account.id, password_hash)?;
    diary::note(conn, master, &Actor::from(&account), Deed::InvitationAccepted, &account.name, now)?;
    Ok(account)
}
