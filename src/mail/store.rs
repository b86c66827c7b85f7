//! Every question to the outbox.

use diesel::prelude::*;

use super::tables::outbox;
use crate::{
    clock::Moment,
    db::RegisterConn,
    each_engine,
    ids::{InstanceId, LetterId},
};

#[derive(Insertable)]
#[diesel(table_name = outbox)]
pub(super) struct NewLetter<'letter> {
    pub id: LetterId,
    pub kind: &'letter str,
    pub batch: &'letter [u8],
    pub recipient: &'letter [u8],
    pub sealed: &'letter [u8],
    pub posted: Moment,
    pub due: Moment,
    pub tries: i32,
    pub state: &'letter str,
    pub leased_until: Moment,
}

/// A letter that the courier has taken.
#[derive(Queryable)]
pub(super) struct Taken {
    pub id: LetterId,
    pub sealed: Vec<u8>,
    pub tries: i32,
}

/// A letter that did not get through, as administrators see it: never to whom, never what.
#[derive(Clone, Debug, Queryable)]
pub struct Stuck {
    pub id: LetterId,
    pub kind: String,
    pub posted: Moment,
    pub tries: i32,
    pub fault: Option<String>,
    pub state: String,
}

/// Says whether the letter is new.
pub(super) fn keep(conn: &mut RegisterConn, letter: &NewLetter) -> QueryResult<bool> {
    each_engine!(&mut conn.sql, |conn| {
        diesel::insert_into(outbox::table).values(letter).on_conflict_do_nothing().execute(conn)
    })
    .map(|kept| kept == 1)
}

/// Takes up to `most` letters that are due and that no one else has in hand.
pub(super) fn take(conn: &mut RegisterConn, most: i64, by: InstanceId, now: Moment, until: Moment) -> QueryResult<Vec<Taken>> {
    let free = outbox::state.eq("waiting").and(outbox::due.le(now)).and(outbox::leased_until.lt(now));
    let due: Vec<Taken> = outbox::table
        .filter(free)
        .order(outbox::due)
        .limit(most)
        .select((outbox::id, outbox::sealed, outbox::tries))
        .load(&mut conn.sql)?;
    let mut taken = Vec::with_capacity(due.len());
    for letter in due {
        let mine = diesel::update(outbox::table.find(letter.id).filter(free))
            .set((outbox::leased_by.eq(by), outbox::leased_until.eq(until)))
            .execute(&mut conn.sql)?;
        if mine == 1 {
            taken.push(letter);
        }
    }
    Ok(taken)
}

/// The mail server has it: nothing of it stays here.
pub(super) fn sent(conn: &mut RegisterConn, letter: LetterId) -> QueryResult<()> {
    diesel::delete(outbox::table.find(letter)).execute(&mut conn.sql).map(drop)
}

/// It did not get through: again at `due`, or never (`None`).
pub(super) fn not_sent(conn: &mut RegisterConn, letter: LetterId, due: Option<Moment>, fault: &str) -> QueryResult<()> {
    let state = if due.is_some() { "waiting" } else { "given_up" };
    diesel::update(outbox::table.find(letter))
        .set((
            outbox::state.eq(state),
            outbox::due.eq(due.unwrap_or(Moment::from_micros(0))),
            outbox::tries.eq(outbox::tries + 1),
            outbox::fault.eq(fault),
            outbox::leased_until.eq(Moment::from_micros(0)),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// How many letters wait to be sent.
pub fn waiting(conn: &mut RegisterConn) -> QueryResult<i64> {
    outbox::table.filter(outbox::state.eq("waiting")).count().get_result(&mut conn.sql)
}

/// Letters that failed at least once, the given-up ones first.
pub fn stuck(conn: &mut RegisterConn, most: i64) -> QueryResult<Vec<Stuck>> {
    outbox::table
        .filter(outbox::fault.is_not_null())
        .order((outbox::state, outbox::posted, outbox::id))
        .limit(most)
        .select((outbox::id, outbox::kind, outbox::posted, outbox::tries, outbox::fault, outbox::state))
        .load(&mut conn.sql)
}

/// Puts a letter that was given up back into the queue. Says whether it was there.
pub fn try_again(conn: &mut RegisterConn, letter: LetterId, now: Moment) -> QueryResult<bool> {
    diesel::update(outbox::table.find(letter).filter(outbox::leased_until.lt(now)))
        .set((
            outbox::state.eq("waiting"),
            outbox::due.eq(now),
            outbox::tries.eq(0),
            outbox::leased_until.eq(Moment::from_micros(0)),
        ))
        .execute(&mut conn.sql)
        .map(|found| found == 1)
}

/// Throws a letter away unsent. Says whether it was there.
pub fn drop_letter(conn: &mut RegisterConn, letter: LetterId) -> QueryResult<bool> {
    diesel::delete(outbox::table.find(letter)).execute(&mut conn.sql).map(|found| found == 1)
}

/// Whether any letter is due and in nobody's hands.
pub fn any_due(conn: &mut RegisterConn, now: Moment) -> QueryResult<bool> {
    let due = outbox::table.filter(outbox::state.eq("waiting")).filter(outbox::due.le(now)).filter(outbox::leased_until.lt(now));
    diesel::select(diesel::dsl::exists(due)).get_result(&mut conn.sql)
}
