//! Every question this room asks the register.

use std::collections::BTreeMap;

use diesel::{prelude::*, result::DatabaseErrorKind};

use super::{
    Account, Role, Roles,
    account::{Refusal, State},
    one_time_link::Purpose,
    session::Session,
    tables::{account_roles, accounts, diary, one_time_links, recovery_codes, sessions, throttles},
    throttle::Count,
};
use crate::{
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    each_engine,
    ids::{AccountId, SessionId},
    language::Language,
};

// ---- accounts

#[derive(Queryable)]
struct Row {
    id: AccountId,
    email: EmailAddress,
    name: String,
    language: Language,
    password: Option<String>,
    closed: Option<Moment>,
    second_factor: Option<Vec<u8>>,
}

type RowColumns = (
    accounts::id,
    accounts::email,
    accounts::name,
    accounts::language,
    accounts::password,
    accounts::closed,
    accounts::second_factor,
);

const ROW: RowColumns = (
    accounts::id,
    accounts::email,
    accounts::name,
    accounts::language,
    accounts::password,
    accounts::closed,
    accounts::second_factor,
);

impl Row {
    fn with(self, roles: Roles) -> Account {
        let state = match (self.closed, &self.password) {
            (Some(since), _) => State::Closed { since },
            (None, None) => State::Invited,
            (None, Some(_)) => State::Open,
        };
        Account {
            id: self.id,
            email: self.email,
            name: self.name,
            language: self.language,
            roles,
            state,
            has_second_factor: self.second_factor.is_some(),
        }
    }
}

/// What signing in needs to know and no page may see.
#[derive(Clone, Queryable)]
pub(super) struct Secrets {
    pub password: Option<String>,
    pub second_factor: Option<Vec<u8>>,
    pub second_factor_step: i64,
}

pub fn find(conn: &mut RegisterConn, id: AccountId) -> QueryResult<Option<Account>> {
    let row = accounts::table.find(id).select(ROW).first::<Row>(&mut conn.sql).optional()?;
    row.map(|row| Ok(row.with(roles_of(conn, id)?))).transpose()
}

pub fn find_by_email(conn: &mut RegisterConn, email: &EmailAddress) -> QueryResult<Option<Account>> {
    let id = accounts::table.filter(accounts::email.eq(email)).select(accounts::id).first(&mut conn.sql).optional()?;
    id.map_or(Ok(None), |id| find(conn, id))
}

/// Everyone, by name.
pub fn all(conn: &mut RegisterConn) -> QueryResult<Vec<Account>> {
    let rows: Vec<Row> = accounts::table.select(ROW).order((accounts::name, accounts::id)).load(&mut conn.sql)?;
    let mut roles: BTreeMap<[u8; 16], Vec<Role>> = BTreeMap::new();
    for (id, role) in account_roles::table.load::<(AccountId, Role)>(&mut conn.sql)? {
        roles.entry(bytes(id)).or_default().push(role);
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let held = roles.remove(&bytes(row.id)).unwrap_or_default();
            row.with(held.into_iter().collect())
        })
        .collect())
}

fn bytes(id: AccountId) -> [u8; 16] {
    id.as_bytes().try_into().unwrap_or_default()
}

/// Whether there is any account at all.
pub fn any(conn: &mut RegisterConn) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(accounts::table.select(accounts::id))).get_result(&mut conn.sql)
}

fn roles_of(conn: &mut RegisterConn, id: AccountId) -> QueryResult<Roles> {
    let roles: Vec<Role> =
        account_roles::table.filter(account_roles::account_id.eq(id)).select(account_roles::role).load(&mut conn.sql)?;
    Ok(roles.into_iter().collect())
}

pub(super) fn secrets(conn: &mut RegisterConn, id: AccountId) -> QueryResult<Secrets> {
    accounts::table
        .find(id)
        .select((accounts::password, accounts::second_factor, accounts::second_factor_step))
        .first(&mut conn.sql)
}

pub(super) fn insert(
    conn: &mut RegisterConn,
    id: AccountId,
    email: &EmailAddress,
    name: &str,
    language: Language,
    password: Option<&str>,
    now: Moment,
) -> Result<(), Refusal> {
    diesel::insert_into(accounts::table)
        .values((
            accounts::id.eq(id),
            accounts::email.eq(email),
            accounts::name.eq(name),
            accounts::language.eq(language),
            accounts::password.eq(password),
            accounts::invited.eq(now),
        ))
        .execute(&mut conn.sql)
        .map(drop)
        .map_err(|fault| match fault {
            diesel::result::Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Refusal::EmailTaken,
            other => Refusal::Database(other),
        })
}

pub(super) fn set_roles(conn: &mut RegisterConn, id: AccountId, roles: &Roles) -> QueryResult<()> {
    diesel::delete(account_roles::table.filter(account_roles::account_id.eq(id))).execute(&mut conn.sql)?;
    for role in roles.iter() {
        diesel::insert_into(account_roles::table)
            .values((account_roles::account_id.eq(id), account_roles::role.eq(role)))
            .execute(&mut conn.sql)?;
    }
    Ok(())
}

pub(super) fn set_password(conn: &mut RegisterConn, id: AccountId, hash: &str) -> QueryResult<()> {
    diesel::update(accounts::table.find(id)).set(accounts::password.eq(hash)).execute(&mut conn.sql).map(drop)
}

pub(super) fn set_name(conn: &mut RegisterConn, id: AccountId, name: &str, language: Language) -> QueryResult<()> {
    diesel::update(accounts::table.find(id))
        .set((accounts::name.eq(name), accounts::language.eq(language)))
        .execute(&mut conn.sql)
        .map(drop)
}

pub(super) fn set_closed(conn: &mut RegisterConn, id: AccountId, closed: Option<Moment>) -> QueryResult<()> {
    diesel::update(accounts::table.find(id)).set(accounts::closed.eq(closed)).execute(&mut conn.sql).map(drop)
}

/// Administrators who can sign in, other than this one.
pub(super) fn other_admins(conn: &mut RegisterConn, than: AccountId) -> QueryResult<i64> {
    accounts::table
        .inner_join(account_roles::table)
        .filter(account_roles::role.eq(Role::Admin))
        .filter(accounts::id.ne(than))
        .filter(accounts::closed.is_null())
        .filter(accounts::password.is_not_null())
        .count()
        .get_result(&mut conn.sql)
}

// ---- second factors

pub(super) fn set_second_factor(conn: &mut RegisterConn, id: AccountId, sealed: Option<&[u8]>, step: i64) -> QueryResult<()> {
    diesel::update(accounts::table.find(id))
        .set((accounts::second_factor.eq(sealed), accounts::second_factor_step.eq(step)))
        .execute(&mut conn.sql)
        .map(drop)
}

pub(super) fn set_recovery_codes(conn: &mut RegisterConn, id: AccountId, codes: &[Vec<u8>]) -> QueryResult<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(id))).execute(&mut conn.sql)?;
    for code in codes {
        diesel::insert_into(recovery_codes::table)
            .values((recovery_codes::account_id.eq(id), recovery_codes::code.eq(code)))
            .execute(&mut conn.sql)?;
    }
    Ok(())
}

/// Uses a code up. Says whether it was there.
pub(super) fn use_recovery_code(conn: &mut RegisterConn, id: AccountId, code: &[u8]) -> QueryResult<bool> {
    diesel::delete(recovery_codes::table.find((id, code))).execute(&mut conn.sql).map(|used| used == 1)
}

pub(super) fn recovery_codes_left(conn: &mut RegisterConn, id: AccountId) -> QueryResult<i64> {
    recovery_codes::table.filter(recovery_codes::account_id.eq(id)).count().get_result(&mut conn.sql)
}

// ---- sessions

pub(super) fn insert_session(conn: &mut RegisterConn, session: &Session, token: &[u8]) -> QueryResult<()> {
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
pub(super) fn session_of(conn: &mut RegisterConn, token: &[u8]) -> QueryResult<Option<(Session, bool)>> {
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

pub(super) fn sessions_of(conn: &mut RegisterConn, account: AccountId) -> QueryResult<Vec<Session>> {
    sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::is_half_open.eq(false))
        .order(sessions::seen.desc())
        .select(SESSION)
        .load(&mut conn.sql)
}

pub(super) fn touch_session(conn: &mut RegisterConn, id: SessionId, now: Moment) -> QueryResult<()> {
    diesel::update(sessions::table.find(id)).set(sessions::seen.eq(now)).execute(&mut conn.sql).map(drop)
}

/// Gives a session a new token; the one before stays good for a moment. Only while `current` is
/// still its token, so that two requests at once do not rotate twice. Says whether it did.
pub(super) fn rotate_session(
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

pub(super) fn end_session(conn: &mut RegisterConn, account: AccountId, id: SessionId) -> QueryResult<bool> {
    diesel::delete(sessions::table.find(id).filter(sessions::account_id.eq(account)))
        .execute(&mut conn.sql)
        .map(|ended| ended == 1)
}

/// Signs out everywhere, except on the device that asks for it.
pub(super) fn end_sessions(conn: &mut RegisterConn, account: AccountId, except: Option<SessionId>) -> QueryResult<usize> {
    let of_account = sessions::table.filter(sessions::account_id.eq(account));
    match except {
        Some(kept) => diesel::delete(of_account.filter(sessions::id.ne(kept))).execute(&mut conn.sql),
        None => diesel::delete(of_account).execute(&mut conn.sql),
    }
}

pub(super) fn forget_sessions(conn: &mut RegisterConn, seen_before: Moment, opened_before: Moment) -> QueryResult<usize> {
    diesel::delete(sessions::table.filter(sessions::seen.lt(seen_before).or(sessions::opened.lt(opened_before))))
        .execute(&mut conn.sql)
}

// ---- one-time links

pub(super) fn insert_link(
    conn: &mut RegisterConn,
    token: &[u8],
    purpose: Purpose,
    account: Option<AccountId>,
    expires: Moment,
) -> QueryResult<()> {
    diesel::insert_into(one_time_links::table)
        .values((
            one_time_links::token.eq(token),
            one_time_links::purpose.eq(purpose),
            one_time_links::account_id.eq(account),
            one_time_links::expires.eq(expires),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub(super) fn link(conn: &mut RegisterConn, token: &[u8]) -> QueryResult<Option<(Purpose, Option<AccountId>, Moment)>> {
    one_time_links::table
        .find(token)
        .select((one_time_links::purpose, one_time_links::account_id, one_time_links::expires))
        .first(&mut conn.sql)
        .optional()
}

/// Links for the same purpose that were given out before stop working.
pub(super) fn delete_links(conn: &mut RegisterConn, purpose: Option<Purpose>, account: Option<AccountId>) -> QueryResult<()> {
    let mut links = diesel::delete(one_time_links::table).into_boxed();
    if let Some(purpose) = purpose {
        links = links.filter(one_time_links::purpose.eq(purpose));
    }
    links = match account {
        Some(account) => links.filter(one_time_links::account_id.eq(account)),
        None => links.filter(one_time_links::account_id.is_null()),
    };
    links.execute(&mut conn.sql).map(drop)
}

pub(super) fn forget_links_before(conn: &mut RegisterConn, moment: Moment) -> QueryResult<usize> {
    diesel::delete(one_time_links::table.filter(one_time_links::expires.lt(moment))).execute(&mut conn.sql)
}

// ---- throttles

pub(super) fn throttle(conn: &mut RegisterConn, key: &[u8; 32]) -> QueryResult<Option<Count>> {
    let count: Option<(i32, Moment)> =
        throttles::table.find(&key[..]).select((throttles::failures, throttles::last_failure)).first(&mut conn.sql).optional()?;
    Ok(count.map(|(failures, last_failure)| Count { failures, last_failure }))
}

pub(super) fn set_throttle(conn: &mut RegisterConn, key: &[u8; 32], failures: i32, now: Moment) -> QueryResult<()> {
    let counted = (throttles::failures.eq(failures), throttles::last_failure.eq(now));
    each_engine!(&mut conn.sql, |conn| {
        diesel::insert_into(throttles::table)
            .values((throttles::key.eq(&key[..]), counted))
            .on_conflict(throttles::key)
            .do_update()
            .set(counted)
            .execute(conn)
    })
    .map(drop)
}

pub(super) fn clear_throttle(conn: &mut RegisterConn, key: &[u8; 32]) -> QueryResult<()> {
    diesel::delete(throttles::table.find(&key[..])).execute(&mut conn.sql).map(drop)
}

pub(super) fn forget_throttles_before(conn: &mut RegisterConn, moment: Moment) -> QueryResult<usize> {
    diesel::delete(throttles::table.filter(throttles::last_failure.lt(moment))).execute(&mut conn.sql)
}

// ---- the diary

#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = diary)]
pub(super) struct DiaryRow {
    pub number: i64,
    pub happened: Moment,
    pub actor: Option<AccountId>,
    pub actor_name: String,
    pub deed: String,
    pub subject: String,
    pub chain: Vec<u8>,
}

pub(super) fn last_in_diary(conn: &mut RegisterConn) -> QueryResult<Option<(i64, Vec<u8>)>> {
    diary::table.order(diary::number.desc()).select((diary::number, diary::chain)).first(&mut conn.sql).optional()
}

pub(super) fn append_to_diary(conn: &mut RegisterConn, row: &DiaryRow) -> QueryResult<()> {
    diesel::insert_into(diary::table).values(row).execute(&mut conn.sql).map(drop)
}

/// Up to `most` entries with numbers below `before`, the latest first.
pub(super) fn diary_before(conn: &mut RegisterConn, before: i64, most: i64) -> QueryResult<Vec<DiaryRow>> {
    diary::table.filter(diary::number.lt(before)).order(diary::number.desc()).limit(most).load(&mut conn.sql)
}

/// Up to `most` entries with numbers above `after`, the earliest first.
pub(super) fn diary_after(conn: &mut RegisterConn, after: i64, most: i64) -> QueryResult<Vec<DiaryRow>> {
    diary::table.filter(diary::number.gt(after)).order(diary::number).limit(most).load(&mut conn.sql)
}
