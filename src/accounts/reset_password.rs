//! A forgotten password: a letter with a link, and a new password by that link.
//!
//! Whoever asks is told the same, whether an account exists or not.

use super::{
    Account, Actor, Deed, Gatehouse, Refusal, State, diary, letters,
    notice::{self, Changed},
    one_time_link::{self, Purpose},
    store,
    throttle::{self, REMEMBERED, Target},
};
use crate::{
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    mail::{self, Batch, Kind, PostOffice},
    secrets::{MasterKey, Token},
    web::at,
};

/// Posts the letter if there is such an account. Tells nobody whether it did. Asked for too often
/// for one address, it is refused, so that nobody's mailbox is filled this way.
pub fn ask_for_reset(
    conn: &mut RegisterConn,
    master: &MasterKey,
    office_for: &dyn Fn(&Account) -> PostOffice,
    link: &dyn Fn(&Account, &str) -> String,
    email: &EmailAddress,
    now: Moment,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let key = throttle::key(master, Target::ResetLetters(email.reveal()));
    if let Some(wait) = throttle::wait(conn, &key, now)? {
        return Err(Refusal::TooOften { wait });
    }
    throttle::failed(conn, &key, REMEMBERED, now)?;
    let Some(account) = store::find_by_email(conn, email)?.filter(Account::may_sign_in) else { return Ok(()) };
    let office = office_for(&account);
    let token = link_to_password(conn, &account, now, dice)?;
    let letter = letters::password_reset(&account, &office.sender.department, &link(&account, &at::reset(&token)));
    mail::post(conn, &office, Kind::PasswordReset, Batch::single(dice), &letter, now, dice)?;
    Ok(())
}

/// A link that sets a password, for a letter or for the command line: the first one of somebody
/// invited, a new one of everybody else.
pub fn link_to_password(conn: &mut RegisterConn, account: &Account, now: Moment, dice: &mut Dice) -> Result<Token, Refusal> {
    let purpose = if account.state == State::Invited { Purpose::Invitation } else { Purpose::Reset };
    Ok(one_time_link::mint(conn, purpose, Some(account.id), now, dice)?)
}

/// Whose link this is, without using it.
pub fn resettable(conn: &mut RegisterConn, token: &Token, now: Moment) -> Result<Account, Refusal> {
    let id = one_time_link::look(conn, Purpose::Reset, token, now)?.ok_or(Refusal::LinkSpent)?;
    store::find(conn, id)?.filter(Account::may_sign_in).ok_or(Refusal::LinkSpent)
}

/// Sets the new password, signs out everywhere and forgets wrong tries: the owner has proven who
/// they are by their mail. Tells them by a letter.
pub fn reset(
    conn: &mut RegisterConn,
    house: &Gatehouse,
    token: &Token,
    password_hash: &str,
    now: Moment,
    dice: &mut Dice,
) -> Result<Account, Refusal> {
    let account = resettable(conn, token, now)?;
    one_time_link::spend(conn, Purpose::Reset, token, now)?;
    store::set_password(conn, account.id, password_hash)?;
    store::end_sessions(conn, account.id, None)?;
    throttle::succeeded(conn, &throttle::key(&house.master, Target::Password(account.email.reveal())))?;
    diary::note(conn, &house.master, &Actor::from(&account), Deed::PasswordReset, &account.name, now)?;
    notice::tell(conn, house, &account, Changed::Password, now, dice)?;
    Ok(account)
}
