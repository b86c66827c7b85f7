//! What administrators do to accounts: roles, closing, reopening. The house always keeps an
//! administrator who can sign in.

use super::{Account, Actor, Deed, Refusal, Role, Roles, diary, store, words::role_in_words};
use crate::{clock::Moment, db::RegisterConn, ids::AccountId, language::Language, secrets::MasterKey};

pub fn change_roles(
    conn: &mut RegisterConn,
    master: &MasterKey,
    by: &Actor,
    id: AccountId,
    roles: &Roles,
    now: Moment,
) -> Result<Account, Refusal> {
    let account = store::find(conn, id)?.ok_or(Refusal::NoSuchAccount)?;
    if account.roles == *roles {
        return Ok(account);
    }
    if account.roles.has(Role::Admin) && !roles.has(Role::Admin) {
        keep_an_admin(conn, id)?;
    }
    store::set_roles(conn, id, roles)?;
    let named: Vec<_> = roles.iter().map(|role| role_in_words(Language::English, role)).collect();
    diary::note(conn, master, by, Deed::RolesChanged, &format!("{}: {}", account.name, named.join(", ")), now)?;
    Ok(account)
}

/// Closes an account: signed out everywhere, and no way in.
pub fn close(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, id: AccountId, now: Moment) -> Result<Account, Refusal> {
    let account = store::find(conn, id)?.ok_or(Refusal::NoSuchAccount)?;
    if account.roles.has(Role::Admin) {
        keep_an_admin(conn, id)?;
    }
    store::set_closed(conn, id, Some(now))?;
    store::end_sessions(conn, id, None)?;
    store::delete_links(conn, None, Some(id))?;
    diary::note(conn, master, by, Deed::AccountClosed, &account.name, now)?;
    Ok(account)
}

pub fn reopen(conn: &mut RegisterConn, master: &MasterKey, by: &Actor, id: AccountId, now: Moment) -> Result<Account, Refusal> {
    let account = store::find(conn, id)?.ok_or(Refusal::NoSuchAccount)?;
    store::set_closed(conn, id, None)?;
    diary::note(conn, master, by, Deed::AccountReopened, &account.name, now)?;
    Ok(account)
}

fn keep_an_admin(conn: &mut RegisterConn, than: AccountId) -> Result<(), Refusal> {
    if store::other_admins(conn, than)? == 0 { Err(Refusal::LastAdmin) } else { Ok(()) }
}
