//! Signing in: a password, then the second factor for those who have one.
//!
//! A wrong address, a wrong password and a closed account give the same answer in the same time.
//! A try is counted before it is made, so that many at once are no cheaper than one by one.

use std::time::Duration;

use data_encoding::BASE64URL_NOPAD;
use subtle::ConstantTimeEq;

use super::{
    Account, Actor, Deed, Gatehouse, diary,
    password::{Busy, Checked},
    second_factor::{self, Proof},
    session, store,
    throttle::{self, REMEMBERED, Target},
};
use crate::{
    address::EmailAddress,
    clock::{DAY, MINUTE, Moment},
    db::RegisterConn,
    dice::{Chance, Dice},
    secrets::{MasterKey, Purpose, Token},
};

/// How long a device is known after somebody signed in there.
pub const DEVICE_KNOWN_FOR: Duration = Duration::from_secs(365 * DAY.as_secs());

/// What somebody at the door shows.
pub struct Attempt {
    pub email: String,
    pub password: String,
    /// The device's own cookie, if it has one.
    pub device: Option<String>,
    pub user_agent: String,
}

/// The door opened, all the way or half.
#[derive(Debug)]
pub struct Opened {
    pub token: Token,
    pub needs_second_factor: bool,
    pub account: Account,
}

#[derive(Debug, thiserror::Error)]
pub enum NotIn {
    #[error("wrong address or password")]
    Wrong,
    #[error("too many wrong tries")]
    Wait(Duration),
    #[error(transparent)]
    Busy(#[from] Busy),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

pub async fn sign_in(gate: &Gatehouse, attempt: Attempt, now: Moment, chance: Chance) -> Result<Opened, NotIn> {
    let email = EmailAddress::parse(&attempt.email).map_err(|_| NotIn::Wrong)?;
    let device = attempt.device.as_deref().filter(|device| is_known(&gate.master, &email, device));
    let own_key = match device {
        Some(device) => throttle::key(&gate.master, Target::KnownDevice(device.as_bytes())),
        None => throttle::key(&gate.master, Target::Password(email.reveal())),
    };
    let everything = throttle::key(&gate.master, Target::Everything);

    let admitted = {
        let email = email.clone();
        gate.db.register(move |conn| admit(conn, &email, &own_key, &everything, now)).await?
    };
    let Admitted { account, kept, slowed } = match admitted {
        Ok(admitted) => admitted,
        Err(wait) => return Err(NotIn::Wait(wait)),
    };
    if let (Some(pause), None) = (slowed, device) {
        tokio::time::sleep(pause).await;
    }

    let newer_hash = match gate.passwords.check(attempt.password, kept).await? {
        Checked::Wrong => return Err(NotIn::Wrong),
        Checked::Right => None,
        Checked::RightButOld(newer) => Some(newer),
    };
    let account = account.filter(Account::may_sign_in).ok_or(NotIn::Wrong)?;

    let (master, device) = (gate.master.clone(), session::device_in_words(&attempt.user_agent));
    gate.db
        .register(move |conn| {
            throttle::succeeded(conn, &own_key)?;
            if let Some(hash) = &newer_hash {
                store::set_password(conn, account.id, hash)?;
            }
            let needs_second_factor = account.has_second_factor;
            let token = session::open(conn, account.id, needs_second_factor, &device, now, &mut chance.dice())?;
            if !needs_second_factor {
                diary::note(conn, &master, &Actor::from(&account), Deed::SignedIn, &device, now)?;
            }
            Ok(Opened { token, needs_second_factor, account: account.clone() })
        })
        .await
}

struct Admitted {
    account: Option<Account>,
    kept: Option<String>,
    slowed: Option<Duration>,
}

/// Counts the try and says whether it may be made; otherwise how long to wait.
fn admit(
    conn: &mut RegisterConn,
    email: &EmailAddress,
    own_key: &[u8; 32],
    everything: &[u8; 32],
    now: Moment,
) -> Result<Result<Admitted, Duration>, NotIn> {
    if let Some(wait) = throttle::wait(conn, own_key, now)? {
        return Ok(Err(wait));
    }
    let slowed = throttle::slowed(conn, everything, now)?;
    throttle::failed(conn, own_key, REMEMBERED, now)?;
    throttle::failed(conn, everything, MINUTE, now)?;
    let account = store::find_by_email(conn, email)?;
    let kept = match &account {
        Some(account) => store::secrets(conn, account.id)?.password,
        None => None,
    };
    Ok(Ok(Admitted { account, kept, slowed }))
}

/// The second step: the code from the app, or a recovery code. A right one opens a new session
/// in place of the half-open one.
pub fn second_step(
    conn: &mut RegisterConn,
    master: &MasterKey,
    half_in: (&Account, &session::Session),
    code: &str,
    now: Moment,
    dice: &mut Dice,
) -> Result<Result<Token, Proof>, super::Refusal> {
    let (account, half_open) = half_in;
    let proof = second_factor::prove(conn, master, account, code, now)?;
    if proof != Proof::Right {
        return Ok(Err(proof));
    }
    store::end_session(conn, account.id, half_open.id)?;
    let token = session::open(conn, account.id, false, &half_open.device, now, dice)?;
    diary::note(conn, master, &Actor::from(account), Deed::SignedIn, &half_open.device, now)?;
    Ok(Ok(token))
}

/// A cookie for this device, good for this address alone.
pub fn device_cookie(master: &MasterKey, email: &EmailAddress, dice: &mut Dice) -> String {
    let random = dice.bytes::<16>();
    BASE64URL_NOPAD.encode(&[&random[..], &device_tag(master, email, &random)].concat())
}

fn is_known(master: &MasterKey, email: &EmailAddress, cookie: &str) -> bool {
    let Ok(bytes) = BASE64URL_NOPAD.decode(cookie.as_bytes()) else { return false };
    bytes.split_first_chunk::<16>().is_some_and(|(random, tag)| bool::from(device_tag(master, email, random).ct_eq(tag)))
}

fn device_tag(master: &MasterKey, email: &EmailAddress, random: &[u8; 16]) -> [u8; 32] {
    master.keyed_hash(Purpose::Devices, &[email.reveal().as_bytes(), random])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_known_for_one_address_only() {
        let dice = &mut Dice::loaded(1);
        let master = MasterKey::random(dice);
        let [anan, bo] = ["anan@example.go.th", "bo@example.go.th"].map(|text| EmailAddress::parse(text).unwrap());
        let cookie = device_cookie(&master, &anan, dice);
        assert!(is_known(&master, &anan, &cookie));
        assert!(!is_known(&master, &bo, &cookie));
        assert!(!is_known(&master, &anan, "forged"));
        assert!(!is_known(&MasterKey::random(dice), &anan, &cookie));
    }
}
