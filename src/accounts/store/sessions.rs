//! Signed-in devices, found by the hash of their token.

use diesel::prelude::*;

use crate::{
    accounts::{session::Session, tables::sessions},
    clock::Moment,
    db::RegisterConn,
    ids::{AccountId, SessionId},
};

pub(in crate::accounts) fn insert_session(conn: &mut RegisterConn, session: &Session, token: &[u8]) -> QueryResult<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(session.id),
            sessions::account_id.eq(session.account),
            sessions::token.eq(token),
            sessions::opened.eq(session.opened),
            sessions::rotated.eq(session.rotated),
            sessions::seen.eq(session.seen),
            sessions::is_half_open.eq(session.is_half_open),
            sessions::device.eq(&session.device),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

const SESSION: (
    sessions::id,
    sessions::account_id,
    sessions::opened,
    sessions::rotated,
    sessions::seen,
    sessions::is_half_open,
    sessions::device,
) = (
    sessions::id,
    sessions::account_id,
    sessions::opened,
    sessions::rotated,
    sessions::seen,
    sessions::is_half_open,
    sessions::device,
);

/// The session of a token, and whether that is the token in use (not the one before).
pub(in crate::accounts) fn session_of(conn: &mut RegisterConn, token: &[u8]) -> QueryResult<Option<(Session, bool)>> {
    let of = |column_is_current: bool, conn: &mut RegisterConn| {
        let query = sessions::table.select(SESSION).into_boxed();
        let query = if column_is_current {
            query.filter(sessions::token.eq(token.to_vec()))
        } else {
            query.filter(sessions::former_token.eq(token.to_vec()))
        };
        query.first::<Session>(&mut conn.sql).optional()
    };
    if let Some(session) = of(true, conn)? {
        return Ok(Some((session, true)));
    }
    Ok(of(false, conn)?.map(|session| (session, false)))
}

pub(in crate::accounts) fn sessions_of(conn: &mut RegisterConn, account: AccountId) -> QueryResult<Vec<Session>> {
    sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::is_half_open.eq(false))
        .order(sessions::seen.desc())
        .select(SESSION)
        .load(&mut conn.sql)
}

pub(in crate::accounts) fn touch_session(conn: &mut RegisterConn, id: SessionId, now: Moment) -> QueryResult<()> {
    diesel::update(sessions::table.find(id)).set(sessions::seen.eq(now)).execute(&mut conn.sql).map(drop)
}

/// Gives a session a new token; the one before stays good for a moment. Only while `current` is
/// still its token, so that two requests at once do not rotate twice. Says whether it did.
pub(in crate::accounts) fn rotate_session(
    conn: &mut RegisterConn,
    id: SessionId,
    current: &[u8],
    fresh: &[u8],
    now: Moment,
) -> QueryResult<bool> {
    diesel::update(sessions::table.find(id).filter(sessions::token.eq(current)))
        .set((sessions::former_token.eq(current), sessions::token.eq(fresh), sessions::rotated.eq(now), sessions::seen.eq(now)))
        .execute(&mut conn.sql)
        .map(|rotated| rotated == 1)
}

pub(in crate::accounts) fn end_session(conn: &mut RegisterConn, account: AccountId, id: SessionId) -> QueryResult<bool> {
    diesel::delete(sessions::table.find(id).filter(sessions::account_id.eq(account)))
        .execute(&mut conn.sql)
        .map(|ended| ended == 1)
}

/// Signs out everywhere, except on the device that asks for it.
pub(in crate::accounts) fn end_sessions(
    conn: &mut RegisterConn,
    account: AccountId,
    except: Option<SessionId>,
) -> QueryResult<usize> {
    let of_account = sessions::table.filter(sessions::account_id.eq(account));
    match except {
        Some(kept) => diesel::delete(of_account.filter(sessions::id.ne(kept))).execute(&mut conn.sql),
        None => diesel::delete(of_account).execute(&mut conn.sql),
    }
}

pub(in crate::accounts) fn forget_sessions(
    conn: &mut RegisterConn,
    seen_before: Moment,
    opened_before: Moment,
) -> QueryResult<usize> {
    diesel::delete(sessions::table.filter(sessions::seen.lt(seen_before).or(sessions::opened.lt(opened_before))))
        .execute(&mut conn.sql)
}
