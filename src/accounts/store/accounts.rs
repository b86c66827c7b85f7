//! Who may sign in, with which roles and which secrets.

use std::collections::BTreeMap;

use diesel::{prelude::*, result::DatabaseErrorKind};

use crate::{
    accounts::{
        Account, Role, Roles,
        account::{Refusal, State},
        tables::{account_roles, accounts},
    },
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    ids::AccountId,
    language::Language,
};

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
pub(in crate::accounts) struct Secrets {
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

pub(in crate::accounts) fn secrets(conn: &mut RegisterConn, id: AccountId) -> QueryResult<Secrets> {
    accounts::table
        .find(id)
        .select((accounts::password, accounts::second_factor, accounts::second_factor_step))
        .first(&mut conn.sql)
}

pub(in crate::accounts) fn insert(
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

pub(in crate::accounts) fn set_roles(conn: &mut RegisterConn, id: AccountId, roles: &Roles) -> QueryResult<()> {
    diesel::delete(account_roles::table.filter(account_roles::account_id.eq(id))).execute(&mut conn.sql)?;
    for role in roles.iter() {
        diesel::insert_into(account_roles::table)
            .values((account_roles::account_id.eq(id), account_roles::role.eq(role)))
            .execute(&mut conn.sql)?;
    }
    Ok(())
}

pub(in crate::accounts) fn set_password(conn: &mut RegisterConn, id: AccountId, hash: &str) -> QueryResult<()> {
    diesel::update(accounts::table.find(id)).set(accounts::password.eq(hash)).execute(&mut conn.sql).map(drop)
}

pub(in crate::accounts) fn set_name(conn: &mut RegisterConn, id: AccountId, name: &str, language: Language) -> QueryResult<()> {
    diesel::update(accounts::table.find(id))
        .set((accounts::name.eq(name), accounts::language.eq(language)))
        .execute(&mut conn.sql)
        .map(drop)
}

pub(in crate::accounts) fn set_closed(conn: &mut RegisterConn, id: AccountId, closed: Option<Moment>) -> QueryResult<()> {
    diesel::update(accounts::table.find(id)).set(accounts::closed.eq(closed)).execute(&mut conn.sql).map(drop)
}

/// Administrators who can sign in, other than this one.
pub(in crate::accounts) fn other_admins(conn: &mut RegisterConn, than: AccountId) -> QueryResult<i64> {
    accounts::table
        .inner_join(account_roles::table)
        .filter(account_roles::role.eq(Role::Admin))
        .filter(accounts::id.ne(than))
        .filter(accounts::closed.is_null())
        .filter(accounts::password.is_not_null())
        .count()
        .get_result(&mut conn.sql)
}
