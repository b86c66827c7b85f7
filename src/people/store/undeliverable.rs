//! Addresses that no letter reaches. A mark holds as long as the person has the address.

use diesel::{dsl::exists, prelude::*, result::Error};
use jiff::civil::Date;

use super::people::day;
use crate::{
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    ids::PersonId,
    mail::AddressFault,
    people::{
        EmployeeNumber, Name, ShortName,
        tables::{people, undeliverable, units},
    },
};

/// Somebody whom letters do not reach.
#[derive(Clone, Debug)]
pub struct Unreached {
    pub id: PersonId,
    pub number: EmployeeNumber,
    pub name: Name,
    pub unit: ShortName,
    pub email: EmailAddress,
    pub fault: AddressFault,
    pub found: Date,
}

/// Whose address it is, departed or not.
pub fn owner_of_address(conn: &mut RegisterConn, email: &EmailAddress) -> QueryResult<Option<PersonId>> {
    people::table.filter(people::email.eq(email)).select(people::id).first(&mut conn.sql).optional()
}

/// What is no secret is hidden until then.
const NO_SECRET: Moment = Moment::from_micros(0);

/// Marks an address; what may not be shown is forgotten at a moment. Of two marks the one that may be shown stays, and
/// of two of a kind the first.
pub fn mark_undeliverable(
    conn: &mut RegisterConn,
    person: PersonId,
    email: &EmailAddress,
    fault: AddressFault,
    found: Date,
    hidden_until: Option<Moment>,
) -> QueryResult<bool> {
    let kept: Option<(EmailAddress, Moment)> = undeliverable::table
        .find(person)
        .select((undeliverable::email, undeliverable::hidden_until))
        .first(&mut conn.sql)
        .optional()?;
    if kept.is_some_and(|(kept, until)| kept == *email && (until == NO_SECRET || hidden_until.is_some())) {
        return Ok(false);
    }
    diesel::delete(undeliverable::table.find(person)).execute(&mut conn.sql)?;
    let mark = (
        undeliverable::person_id.eq(person),
        undeliverable::email.eq(email),
        undeliverable::reason.eq(fault.code()),
        undeliverable::found.eq(found.to_string()),
        undeliverable::hidden_until.eq(hidden_until.unwrap_or(NO_SECRET)),
    );
    diesel::insert_into(undeliverable::table).values(mark).execute(&mut conn.sql).map(|marked| marked == 1)
}

/// What reminders found out, once it is of no more use.
pub fn forget_hidden_marks(conn: &mut RegisterConn, now: Moment) -> QueryResult<usize> {
    let over = undeliverable::hidden_until.gt(NO_SECRET).and(undeliverable::hidden_until.le(now));
    diesel::delete(undeliverable::table.filter(over)).execute(&mut conn.sql)
}

/// Takes the marks away that are shown, or that of one person: letters are tried again.
pub fn try_addresses_again(conn: &mut RegisterConn, person: Option<PersonId>) -> QueryResult<usize> {
    let shown = undeliverable::hidden_until.eq(NO_SECRET);
    match person {
        Some(person) => diesel::delete(undeliverable::table.find(person).filter(shown)).execute(&mut conn.sql),
        None => diesel::delete(undeliverable::table.filter(shown)).execute(&mut conn.sql),
    }
}

/// Everybody who works here and whose address is marked, by name, as far as it may be shown.
pub fn undeliverable(conn: &mut RegisterConn) -> QueryResult<Vec<Unreached>> {
    type Row = (PersonId, EmployeeNumber, Name, ShortName, EmailAddress, String, String);
    let rows: Vec<Row> = undeliverable::table
        .inner_join(people::table.inner_join(units::table))
        .filter(people::departed.is_null().and(undeliverable::hidden_until.eq(NO_SECRET)))
        .filter(people::email.assume_not_null().eq(undeliverable::email))
        .order((people::sort_key.asc(), people::number.asc()))
        .select((
            people::id,
            people::number,
            people::name,
            units::short_name,
            undeliverable::email,
            undeliverable::reason,
            undeliverable::found,
        ))
        .load(&mut conn.sql)?;
    let unreached = |(id, number, name, unit, email, reason, found): Row| {
        let fault = AddressFault::from_code(&reason)
            .ok_or_else(|| Error::DeserializationError("no address is marked for this reason".into()))?;
        Ok(Unreached { id, number, name, unit, email, fault, found: day(&found)? })
    };
    rows.into_iter().map(unreached).collect()
}

/// Whether no letter reaches them, shown or not: for those who write letters.
pub fn is_undeliverable(conn: &mut RegisterConn, person: PersonId) -> QueryResult<bool> {
    let marked = undeliverable::table
        .inner_join(people::table)
        .filter(undeliverable::person_id.eq(person).and(people::email.assume_not_null().eq(undeliverable::email)));
    diesel::select(exists(marked.select(undeliverable::person_id))).get_result(&mut conn.sql)
}
