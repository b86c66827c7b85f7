//! Seats of sessions of the clinic, and whose they are.

use std::collections::{HashMap, HashSet};

use diesel::{dsl::not, prelude::*};

use super::Addressee;
use crate::{
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    each_engine,
    ids::{MeetingId, PersonId, UnitId},
    people::{
        EmployeeNumber, Name,
        seats::{Invited, Seats},
        tables::{people, seats, undeliverable},
    },
};

/// As long as the keyed hash that takes its place.
const NOTHING_SIGNED: [u8; 32] = [0; 32];

/// Whose link this is, if they are still here.
pub fn seats_by_code(conn: &mut RegisterConn, code: &[u8; 32]) -> QueryResult<Option<Seats>> {
    let row: Option<(MeetingId, PersonId, bool, bool, Vec<u8>)> = seats::table
        .inner_join(people::table)
        .filter(seats::code.eq(code.as_slice()).and(people::departed.is_null()))
        .select((seats::meeting_id, seats::person_id, seats::is_printed, seats::has_taken_seats, seats::blinded))
        .first(&mut conn.sql)
        .optional()?;
    Ok(row.map(|(meeting, person, is_printed, has_taken_seats, blinded)| Seats {
        meeting,
        person,
        is_printed,
        has_taken_seats,
        blinded,
    }))
}

/// Rows stand in the order in which they are given: by random ids, which says nothing.
pub fn give_seats(conn: &mut RegisterConn, meeting: MeetingId, to: &[(PersonId, i32, [u8; 32])]) -> QueryResult<()> {
    for batch in to.chunks(1_000) {
        let rows: Vec<_> = batch
            .iter()
            .map(|(person, which, code)| {
                (
                    seats::meeting_id.eq(meeting),
                    seats::person_id.eq(person),
                    seats::code.eq(code.as_slice()),
                    seats::which.eq(which),
                    seats::blinded.eq(&NOTHING_SIGNED[..]),
                )
            })
            .collect();
        each_engine!(&mut conn.sql, |it| diesel::insert_into(seats::table).values(&rows).execute(it))?;
    }
    Ok(())
}

/// Those of these codes that somebody has.
pub fn codes_with_seats(conn: &mut RegisterConn, codes: &[[u8; 32]]) -> QueryResult<HashSet<Vec<u8>>> {
    let mut found = HashSet::new();
    for batch in codes.chunks(1_000) {
        let of = seats::code.eq_any(batch.iter().map(<[u8; 32]>::as_slice));
        let rows: Vec<Vec<u8>> = seats::table.filter(of).select(seats::code).load(&mut conn.sql)?;
        found.extend(rows);
    }
    Ok(found)
}

/// A new link for somebody, which is on paper: the one before is void.
pub fn renew_seats(
    conn: &mut RegisterConn,
    meeting: MeetingId,
    person: PersonId,
    which: i32,
    code: &[u8; 32],
) -> QueryResult<()> {
    diesel::update(seats::table.find((meeting, person)))
        .set((seats::which.eq(which), seats::code.eq(code.as_slice())))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Their links stand in letters from now on, or on slips.
pub fn note_seats_out(conn: &mut RegisterConn, meeting: MeetingId, of: &[PersonId], are_printed: bool) -> QueryResult<()> {
    for batch in of.chunks(1_000) {
        let theirs = seats::table.filter(seats::meeting_id.eq(meeting).and(seats::person_id.eq_any(batch)));
        diesel::update(theirs).set(seats::is_out.eq(true)).execute(&mut conn.sql)?;
        if are_printed {
            let theirs = seats::table.filter(seats::meeting_id.eq(meeting).and(seats::person_id.eq_any(batch)));
            diesel::update(theirs).set(seats::is_printed.eq(true)).execute(&mut conn.sql)?;
        }
    }
    Ok(())
}

/// Everyone who is invited and still here, in the order of their random ids.
pub fn invited(conn: &mut RegisterConn, meeting: MeetingId) -> QueryResult<Vec<Invited>> {
    let rows: Vec<(PersonId, i32, bool)> = seats::table
        .inner_join(people::table)
        .filter(seats::meeting_id.eq(meeting).and(people::departed.is_null()))
        .select((seats::person_id, seats::which, seats::is_out))
        .order(seats::person_id)
        .load(&mut conn.sql)?;
    Ok(rows.into_iter().map(|(person, which, is_out)| Invited { person, which, is_out }).collect())
}

/// Those of them who have an address that letters get through to.
pub fn invited_with_address(conn: &mut RegisterConn, meeting: MeetingId) -> QueryResult<Vec<Invited>> {
    let mark = undeliverable::person_id.eq(people::id).and(people::email.eq(undeliverable::email.nullable()));
    let rows: Vec<(PersonId, i32, bool)> = seats::table
        .inner_join(people::table)
        .filter(seats::meeting_id.eq(meeting).and(people::departed.is_null()).and(people::email.is_not_null()))
        .filter(not(diesel::dsl::exists(undeliverable::table.filter(mark))))
        .select((seats::person_id, seats::which, seats::is_out))
        .order(seats::person_id)
        .load(&mut conn.sql)?;
    Ok(rows.into_iter().map(|(person, which, is_out)| Invited { person, which, is_out }).collect())
}

/// Somebody has taken theirs; what was signed is remembered by its keyed hash.
pub fn note_seats_taken(conn: &mut RegisterConn, meeting: MeetingId, person: PersonId, blinded: &[u8; 32]) -> QueryResult<()> {
    diesel::update(seats::table.find((meeting, person)))
        .set((seats::has_taken_seats.eq(true), seats::blinded.eq(blinded.as_slice())))
        .execute(&mut conn.sql)
        .map(drop)
}

/// How many have taken theirs. For one comparison, never for a page.
pub fn count_with_seats(conn: &mut RegisterConn, meeting: MeetingId) -> QueryResult<i64> {
    seats::table.filter(seats::meeting_id.eq(meeting).and(seats::has_taken_seats.eq(true))).count().get_result(&mut conn.sql)
}

/// The session is over: who was invited and who took theirs is nobody's business any more.
pub fn forget_seats(conn: &mut RegisterConn, meeting: MeetingId) -> QueryResult<()> {
    diesel::delete(seats::table.filter(seats::meeting_id.eq(meeting))).execute(&mut conn.sql).map(drop)
}

/// Whom a link to a session can be handed to on paper, by name. Deliberately without what they took.
pub fn invited_by_name(conn: &mut RegisterConn, meeting: MeetingId) -> QueryResult<Vec<Addressee>> {
    type Row = (PersonId, EmployeeNumber, Name, UnitId, Option<EmailAddress>, bool);
    let rows: Vec<Row> = seats::table
        .inner_join(people::table)
        .filter(seats::meeting_id.eq(meeting).and(people::departed.is_null()))
        .select((people::id, people::number, people::name, people::unit_id, people::email, seats::is_out))
        .order((people::sort_key.asc(), people::number.asc()))
        .load(&mut conn.sql)?;
    let never: HashMap<PersonId, EmailAddress> = undeliverable::table
        .filter(undeliverable::hidden_until.eq(Moment::from_micros(0)))
        .select((undeliverable::person_id, undeliverable::email))
        .load(&mut conn.sql)?
        .into_iter()
        .collect();
    let addressee = |(id, number, name, unit, email, has_code): Row| Addressee {
        is_reached: email.is_some_and(|email| never.get(&id) != Some(&email)),
        has_code,
        id,
        number,
        name,
        unit,
    };
    Ok(rows.into_iter().map(addressee).collect())
}
