//! A session: one signed-in device. Its token changes as it goes along.
//!
//! * It ends after two hours without a visit, and after twelve hours whatever happens.
//! * Every quarter of an hour the token is exchanged. The former token is good for one more
//!   minute (pages loading side by side); used later, it was stolen, and the session ends.

use std::time::Duration;

use diesel::{QueryResult, Queryable};

use super::store;
use crate::{
    clock::{HOUR, MINUTE, Moment},
    db::RegisterConn,
    dice::Dice,
    ids::{AccountId, SessionId},
    secrets::Token,
};

const IDLE: Duration = Duration::from_secs(2 * HOUR.as_secs());
const LONGEST: Duration = Duration::from_secs(12 * HOUR.as_secs());
/// Between password and second factor.
const HALF_OPEN: Duration = Duration::from_secs(10 * MINUTE.as_secs());
const ROTATED_EVERY: Duration = Duration::from_secs(15 * MINUTE.as_secs());
const FORMER_TOKEN_GOOD_FOR: Duration = MINUTE;
/// A visit is noted once in so long, to spare the disk.
const NOTED_EVERY: Duration = MINUTE;

/// The longest description of a device that is kept.
const DEVICE: usize = 80;

#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Session {
    pub id: SessionId,
    pub account: AccountId,
    pub opened: Moment,
    pub rotated: Moment,
    pub seen: Moment,
    /// The password was right; the second factor is still to come.
    pub is_half_open: bool,
    /// Browser and system, as its owner would recognise them; nothing that tells devices apart.
    pub device: String,
}

/// What becomes of a session at a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Goes,
    GoesAndIsNoted,
    GetsNewToken,
    Ends,
}

impl Session {
    fn fate(&self, token_is_current: bool, now: Moment) -> Fate {
        let (idle, longest) = if self.is_half_open { (HALF_OPEN, HALF_OPEN) } else { (IDLE, LONGEST) };
        if now.since(self.seen) > idle || now.since(self.opened) > longest {
            Fate::Ends
        } else if !token_is_current {
            if now.since(self.rotated) > FORMER_TOKEN_GOOD_FOR { Fate::Ends } else { Fate::Goes }
        } else if now.since(self.rotated) >= ROTATED_EVERY {
            Fate::GetsNewToken
        } else if now.since(self.seen) >= NOTED_EVERY {
            Fate::GoesAndIsNoted
        } else {
            Fate::Goes
        }
    }
}

/// Opens a session and returns the token for its cookie.
pub fn open(
    conn: &mut RegisterConn,
    account: AccountId,
    is_half_open: bool,
    device: &str,
    now: Moment,
    dice: &mut Dice,
) -> QueryResult<Token> {
    let token = Token::random(dice);
    let device = device.chars().take(DEVICE).collect();
    let session = Session { id: dice.id(), account, opened: now, rotated: now, seen: now, is_half_open, device };
    store::insert_session(conn, &session, &token.digest())?;
    Ok(token)
}

/// The session of a token at a visit, and what has to be written down about it.
pub fn look(conn: &mut RegisterConn, token: &Token, now: Moment) -> QueryResult<Option<(Session, Due)>> {
    let Some((session, is_current)) = store::session_of(conn, &token.digest())? else { return Ok(None) };
    let due = match session.fate(is_current, now) {
        Fate::Goes => Due::Nothing,
        Fate::GoesAndIsNoted => Due::Note,
        Fate::GetsNewToken => Due::Rotate,
        Fate::Ends => Due::End,
    };
    Ok(Some((session, due)))
}

/// What a visit leaves to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Nothing,
    Note,
    Rotate,
    End,
}

/// Writes it. Returns the new token, if there is one.
pub fn settle(
    conn: &mut RegisterConn,
    session: &Session,
    token: &Token,
    due: Due,
    now: Moment,
    dice: &mut Dice,
) -> QueryResult<Option<Token>> {
    match due {
        Due::Nothing => Ok(None),
        Due::Note => store::touch_session(conn, session.id, now).map(|()| None),
        Due::End => store::end_session(conn, session.account, session.id).map(|_| None),
        Due::Rotate => {
            let fresh = Token::random(dice);
            let rotated = store::rotate_session(conn, session.id, &token.digest(), &fresh.digest(), now)?;
            Ok(rotated.then_some(fresh))
        }
    }
}

pub fn forget_ended(conn: &mut RegisterConn, now: Moment) -> QueryResult<usize> {
    store::forget_sessions(conn, now.minus(IDLE), now.minus(LONGEST))
}

/// "Chrome · Android": enough for its owner to recognise, too little to track.
pub fn device_in_words(user_agent: &str) -> String {
    let first = |signs: &[(&str, &'static str)]| signs.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name);
    let browser = first(&[
        ("Line/", "LINE"),
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> Session {
        let (dice, zero) = (&mut Dice::loaded(1), Moment::from_micros(0));
        Session {
            id: dice.id(),
            account: dice.id(),
            opened: zero,
            rotated: zero,
            seen: zero,
            is_half_open: false,
            device: String::new(),
        }
    }

    fn after(time: Duration) -> Moment {
        Moment::from_micros(0).plus(time)
    }

    #[test]
    fn a_session_ends_when_idle_and_after_its_longest_time() {
        assert_eq!(session().fate(true, after(IDLE + MINUTE)), Fate::Ends);
        let busy = Session { seen: after(LONGEST), rotated: after(LONGEST), ..session() };
        assert_eq!(busy.fate(true, after(LONGEST)), Fate::Goes);
        assert_eq!(busy.fate(true, after(LONGEST + MINUTE)), Fate::Ends);
    }

    #[test]
    fn between_password_and_second_factor_there_are_ten_minutes() {
        let half = Session { is_half_open: true, ..session() };
        assert_ne!(half.fate(true, after(HALF_OPEN)), Fate::Ends);
        assert_eq!(half.fate(true, after(HALF_OPEN + MINUTE)), Fate::Ends);
    }

    #[test]
    fn a_former_token_is_good_for_a_minute_and_then_it_was_stolen() {
        assert_eq!(session().fate(false, after(MINUTE)), Fate::Goes);
        assert_eq!(session().fate(false, after(MINUTE * 2)), Fate::Ends);
    }

    #[test]
    fn the_token_changes_every_quarter_of_an_hour() {
        assert_eq!(session().fate(true, after(MINUTE / 2)), Fate::Goes);
        assert_eq!(session().fate(true, after(MINUTE)), Fate::GoesAndIsNoted);
        assert_eq!(session().fate(true, after(ROTATED_EVERY)), Fate::GetsNewToken);
    }

    #[test]
    fn a_device_is_described_as_its_owner_would() {
        let android =
            "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36";
        assert_eq!(device_in_words(android), "Chrome · Android");
        assert_eq!(device_in_words(&format!("{android} Line/13.0")), "LINE · Android");
        assert_eq!(device_in_words("curl/8"), "");
    }
}
