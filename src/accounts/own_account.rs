//! What everyone does with their own account: name, language, password, signing out.

use super::{
    Account, Actor, Deed, Gatehouse, Refusal, diary,
    notice::{self, Changed},
    session::Session,
    store,
    throttle::{self, REMEMBERED, Target},
};
use crate::{clock::Moment, db::RegisterConn, dice::Dice, ids::SessionId, language::Language, secrets::MasterKey};

pub fn rename(conn: &mut RegisterConn, account: &Account, name: &str, language: Language) -> Result<(), Refusal> {
    Ok(store::set_name(conn, account.id, name, language)?)
}

/// The hash of the present password, to check it once more. The try is counted before it is made:
/// an open desk is no place to guess.
pub fn present_password(
    conn: &mut RegisterConn,
    master: &MasterKey,
    account: &Account,
    now: Moment,
) -> Result<Option<String>, Refusal> {
    let key = throttle::key(master, Target::OwnPassword(account.id.as_bytes()));
    if let Some(wait) = throttle::wait(conn, &key, now)? {
        return Err(Refusal::TooOften { wait });
    }
    throttle::failed(conn, &key, REMEMBERED, now)?;
    Ok(store::secrets(conn, account.id)?.password)
}

/// It was right: the count starts anew.
pub fn knew_password(conn: &mut RegisterConn, master: &MasterKey, account: &Account) -> Result<(), Refusal> {
    Ok(throttle::succeeded(conn, &throttle::key(master, Target::OwnPassword(account.id.as_bytes())))?)
}

/// A new password; other devices are signed out, and a letter says so.
pub fn change_password(
    conn: &mut RegisterConn,
    house: &Gatehouse,
    account: &Account,
    here: SessionId,
    hash: &str,
    now: Moment,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    store::set_password(conn, account.id, hash)?;
    store::end_sessions(conn, account.id, Some(here))?;
    diary::note(conn, &house.master, &Actor::from(account), Deed::PasswordChanged, &account.name, now)?;
    notice::tell(conn, house, account, Changed::Password, now, dice)
}

pub fn sign_out(conn: &mut RegisterConn, account: &Account, session: SessionId) -> Result<bool, Refusal> {
    Ok(store::end_session(conn, account.id, session)?)
}

/// Everywhere, this device included.
pub fn sign_out_everywhere(conn: &mut RegisterConn, master: &MasterKey, account: &Account, now: Moment) -> Result<(), Refusal> {
    store::end_sessions(conn, account.id, None)?;
    diary::note(conn, master, &Actor::from(account), Deed::SignedOutEverywhere, &account.name, now)?;
    Ok(())
}

pub fn devices(conn: &mut RegisterConn, account: &Account) -> Result<(Vec<Session>, i64), Refusal> {
    Ok((store::sessions_of(conn, account.id)?, store::recovery_codes_left(conn, account.id)?))
}
