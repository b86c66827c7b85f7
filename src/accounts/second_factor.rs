//! The second factor: switched on with a first code, proven at every sign-in, and recovery codes
//! for the day the phone is gone.

use std::time::Duration;

use super::{
    Account, Actor, Deed, Gatehouse, Refusal, diary,
    notice::{self, Changed},
    recovery_code, store,
    throttle::{self, REMEMBERED, Target},
    totp::Totp,
};
use crate::{
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    language,
    secrets::{MasterKey, Purpose, Sealed},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    Right,
    Wrong,
    Wait(Duration),
}

/// Checks a code, however it was typed. It works once. A wrong one is counted, which is why it is
/// no error: the count has to be kept.
pub fn prove(conn: &mut RegisterConn, master: &MasterKey, account: &Account, typed: &str, now: Moment) -> Result<Proof, Refusal> {
    let key = throttle::key(master, Target::SecondFactor(account.id.as_bytes()));
    if let Some(wait) = throttle::wait(conn, &key, now)? {
        return Ok(Proof::Wait(wait));
    }
    if proves(conn, master, account, typed, now)? {
        throttle::succeeded(conn, &key)?;
        Ok(Proof::Right)
    } else {
        throttle::failed(conn, &key, REMEMBERED, now)?;
        Ok(Proof::Wrong)
    }
}

fn proves(conn: &mut RegisterConn, master: &MasterKey, account: &Account, typed: &str, now: Moment) -> Result<bool, Refusal> {
    let secrets = store::secrets(conn, account.id)?;
    let Some(totp) = secrets.second_factor.as_ref().and_then(|sealed| open(master, account, sealed)) else {
        return Ok(false);
    };
    if let Some(step) = totp.step_of(&digits(typed), now, secrets.second_factor_step) {
        store::set_second_factor(conn, account.id, secrets.second_factor.as_deref(), step)?;
        return Ok(true);
    }
    let Some(code) = recovery_code::kept(master, account.id, typed) else { return Ok(false) };
    let used = store::use_recovery_code(conn, account.id, &code)?;
    if used {
        diary::note(conn, master, &Actor::from(account), Deed::RecoveryCodeUsed, &account.name, now)?;
    }
    Ok(used)
}

/// Switches it on, if the first code is right, and tells the owner by a letter: somebody else who does so at an unwatched
/// machine would lock them out. Returns the recovery codes, to be shown once.
pub fn switch_on(
    conn: &mut RegisterConn,
    house: &Gatehouse,
    account: &Account,
    totp: &Totp,
    first_code: &str,
    now: Moment,
    dice: &mut Dice,
) -> Result<Vec<String>, Refusal> {
    let step = totp.step_of(&digits(first_code), now, 0).ok_or(Refusal::WrongCode)?;
    let sealed = house.master.seal(Purpose::SecondFactors, account.id.as_bytes(), totp.as_bytes(), dice);
    store::set_second_factor(conn, account.id, Some(sealed.as_bytes()), step)?;
    diary::note(conn, &house.master, &Actor::from(account), Deed::SecondFactorOn, &account.name, now)?;
    notice::tell(conn, house, account, Changed::SecondFactorOn, now, dice)?;
    fresh_codes(conn, &house.master, account, dice)
}

/// Switches it off, for the owner or (after a lost phone) by an administrator, and tells the owner by a letter.
pub fn switch_off(
    conn: &mut RegisterConn,
    house: &Gatehouse,
    actor: &Actor,
    account: &Account,
    now: Moment,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    if !account.has_second_factor {
        return Ok(());
    }
    store::set_second_factor(conn, account.id, None, 0)?;
    store::set_recovery_codes(conn, account.id, &[])?;
    diary::note(conn, &house.master, actor, Deed::SecondFactorOff, &account.name, now)?;
    notice::tell(conn, house, account, Changed::SecondFactorOff, now, dice)
}

/// New recovery codes; the old ones stop working, and a letter says so.
pub fn renew_codes(
    conn: &mut RegisterConn,
    house: &Gatehouse,
    account: &Account,
    now: Moment,
    dice: &mut Dice,
) -> Result<Vec<String>, Refusal> {
    diary::note(conn, &house.master, &Actor::from(account), Deed::RecoveryCodesRenewed, &account.name, now)?;
    notice::tell(conn, house, account, Changed::RecoveryCodes, now, dice)?;
    fresh_codes(conn, &house.master, account, dice)
}

fn fresh_codes(conn: &mut RegisterConn, master: &MasterKey, account: &Account, dice: &mut Dice) -> Result<Vec<String>, Refusal> {
    let codes = recovery_code::fresh(dice);
    let kept: Vec<_> = codes.iter().filter_map(|code| recovery_code::kept(master, account.id, code)).collect();
    store::set_recovery_codes(conn, account.id, &kept)?;
    Ok(codes)
}

fn open(master: &MasterKey, account: &Account, sealed: &[u8]) -> Option<Totp> {
    let plain = master.open(Purpose::SecondFactors, account.id.as_bytes(), &Sealed::from_bytes(sealed.to_vec())).ok()?;
    Totp::from_slice(&plain)
}

/// Spaces and Thai digits are fine.
fn digits(typed: &str) -> String {
    language::arabic(typed).chars().filter(char::is_ascii_digit).collect()
}
