//! Every question to the outbox.

use std::time::Duration;

use diesel::prelude::*;

use super::{
    outbox::Kind,
    pauses::LONGER_THAN_ANY,
    tables::{courier_pace, outbox},
};
use crate::{
    clock::{MINUTE, Moment},
    db::{Conn, RegisterConn},
    each_engine,
    ids::{InstanceId, LetterId},
};

/// Somebody has it in hand who lives no more when this runs out without having been renewed.
pub(super) const LEASE: Duration = Duration::from_secs(30);

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
    pub kind: String,
    pub tries: i32,
}

impl Taken {
    pub fn is_order(&self) -> bool {
        Kind::OF_CAMPAIGNS.contains(&self.kind.as_str())
    }
}

macro_rules! is_free {
    ($now:expr) => {
        outbox::leased_until.lt($now).or(outbox::leased_until.gt($now.plus(LEASE * 2)))
    };
}

/// What waits, is due, and is in nobody's hands. What is put off or taken for longer than anybody does was
/// written while a clock was wrong; servers may be apart by a lease.
macro_rules! due_and_free {
    ($now:expr) => {{
        let now: Moment = $now;
        let is_due = outbox::due.le(now).or(outbox::due.gt(now.plus(LONGER_THAN_ANY)));
        outbox::state.eq("waiting").and(is_due).and(is_free!(now))
    }};
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

/// What has not been sent yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub letters: i64,
    /// Of letters to many it is said that there are some, and never how many.
    pub of_campaigns: bool,
}

/// Says whether the letter is new.
pub(super) fn keep(conn: &mut RegisterConn, letter: &NewLetter) -> QueryResult<bool> {
    each_engine!(&mut conn.sql, |conn| {
        diesel::insert_into(outbox::table).values(letter).on_conflict_do_nothing().execute(conn)
    })
    .map(|kept| kept == 1)
}

/// Takes up to `most` letters that are due and that no one else has in hand, and no more than the pace allows.
/// Letters to many hold up none to one: somebody sits before the screen and waits for that.
pub(super) fn take(
    conn: &mut RegisterConn,
    most: i64,
    per_minute: Option<u32>,
    by: InstanceId,
    now: Moment,
) -> QueryResult<Vec<Taken>> {
    let pace = per_minute.map(|limit| pace(conn, limit, now)).transpose()?;
    let most = pace.map_or(most, |pace| most.min(pace.left()));
    if most <= 0 {
        return Ok(Vec::new());
    }
    let mut taken: Vec<Taken> = Vec::new();
    for kinds in [&Kind::TO_ONE[..], &Kind::OF_CAMPAIGNS] {
        let left = most.saturating_sub(i64::try_from(taken.len()).unwrap_or(i64::MAX));
        let due = outbox::table
            .filter(due_and_free!(now).and(outbox::kind.eq_any(kinds)))
            .order(outbox::due)
            .limit(left)
            .select((outbox::id, outbox::sealed, outbox::kind, outbox::tries));
        taken.append(&mut match &mut conn.sql {
            // Two servers that take letters at once do not wait for each other.
            Conn::Postgres(conn) => due.for_update().skip_locked().load(conn)?,
            Conn::Sqlite(conn) => due.load(conn)?,
        });
    }
    if taken.is_empty() {
        return Ok(taken);
    }
    let ids: Vec<_> = taken.iter().map(|letter| letter.id).collect();
    diesel::update(outbox::table.filter(outbox::id.eq_any(ids)))
        .set((outbox::leased_by.eq(by), outbox::leased_until.eq(now.plus(LEASE))))
        .execute(&mut conn.sql)?;
    if let Some(pace) = pace {
        set_pace(conn, pace, taken.len())?;
    }
    Ok(taken)
}

/// How many letters went out in the minute that runs, from all servers together.
#[derive(Clone, Copy)]
struct Pace {
    limit: i64,
    minute: Moment,
    used: i32,
    is_new: bool,
}

impl Pace {
    fn left(self) -> i64 {
        self.limit.saturating_sub(self.used.into())
    }
}

fn pace(conn: &mut RegisterConn, limit: u32, now: Moment) -> QueryResult<Pace> {
    let minute = now.rounded_down_to(MINUTE);
    let kept: Option<(Moment, i32)> =
        courier_pace::table.find(1).select((courier_pace::minute, courier_pace::used)).first(&mut conn.sql).optional()?;
    let used = kept.filter(|(kept, _)| *kept == minute).map_or(0, |(_, used)| used);
    Ok(Pace { limit: limit.into(), minute, used, is_new: kept.is_none() })
}

fn set_pace(conn: &mut RegisterConn, pace: Pace, more: usize) -> QueryResult<()> {
    let used = pace.used.saturating_add(i32::try_from(more).unwrap_or(i32::MAX));
    let values = (courier_pace::minute.eq(pace.minute), courier_pace::used.eq(used));
    if pace.is_new {
        diesel::insert_into(courier_pace::table).values((courier_pace::only_row.eq(1), values)).execute(&mut conn.sql)
    } else {
        diesel::update(courier_pace::table.find(1)).set(values).execute(&mut conn.sql)
    }
    .map(drop)
}

/// Whoever has them in hand still lives.
pub(super) fn renew(conn: &mut RegisterConn, letters: &[LetterId], by: InstanceId, now: Moment) -> QueryResult<()> {
    diesel::update(outbox::table.filter(outbox::id.eq_any(letters).and(outbox::leased_by.eq(by))))
        .set(outbox::leased_until.eq(now.plus(LEASE)))
        .execute(&mut conn.sql)
        .map(drop)
}

/// The mail server has them, or nobody wants them any more: nothing of them stays here.
pub(super) fn gone(conn: &mut RegisterConn, letters: &[LetterId]) -> QueryResult<()> {
    diesel::delete(outbox::table.filter(outbox::id.eq_any(letters))).execute(&mut conn.sql).map(drop)
}

/// It did not get through: again at `due`, or never (`None`). What another has in hand by now is theirs.
pub(super) fn not_sent(
    conn: &mut RegisterConn,
    letter: LetterId,
    by: InstanceId,
    due: Option<Moment>,
    fault: &str,
) -> QueryResult<()> {
    let state = if due.is_some() { "waiting" } else { "given_up" };
    diesel::update(outbox::table.find(letter).filter(outbox::leased_by.eq(by)))
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

/// It was not tried: anybody may take it at once. What kept it is told of letters to one.
pub(super) fn gives_back(conn: &mut RegisterConn, letter: LetterId, by: InstanceId, fault: Option<&str>) -> QueryResult<()> {
    diesel::update(outbox::table.find(letter).filter(outbox::leased_by.eq(by)))
        .set((outbox::leased_until.eq(Moment::from_micros(0)), fault.map(|fault| outbox::fault.eq(fault))))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn waiting(conn: &mut RegisterConn) -> QueryResult<Waiting> {
    let all = outbox::table.filter(outbox::state.eq("waiting"));
    let letters = all.filter(outbox::kind.ne_all(Kind::OF_CAMPAIGNS)).count().get_result(&mut conn.sql)?;
    let others = all.filter(outbox::kind.eq_any(Kind::OF_CAMPAIGNS));
    Ok(Waiting { letters, of_campaigns: diesel::select(diesel::dsl::exists(others)).get_result(&mut conn.sql)? })
}

/// Letters that failed at least once, the given-up ones first. A reminder that is stuck would tell that
/// somebody has not answered: of all of them there is one.
pub fn stuck(conn: &mut RegisterConn, most: i64) -> QueryResult<Vec<Stuck>> {
    let reminder = Kind::Reminder.code();
    let failed = outbox::table.filter(outbox::fault.is_not_null());
    let shown = (outbox::id, outbox::kind, outbox::posted, outbox::tries, outbox::fault, outbox::state);
    let mut stuck: Vec<Stuck> = failed
        .filter(outbox::kind.ne(reminder))
        .order((outbox::state, outbox::posted, outbox::id))
        .limit(most)
        .select(shown)
        .load(&mut conn.sql)?;
    stuck.extend(failed.filter(outbox::kind.eq(reminder)).select(shown).first(&mut conn.sql).optional()?);
    Ok(stuck)
}

/// Puts a letter that was given up back into the queue. Says whether it was there. Campaigns see to theirs
/// themselves.
pub fn try_again(conn: &mut RegisterConn, letter: LetterId, now: Moment) -> QueryResult<bool> {
    let free = is_free!(now).and(outbox::kind.ne_all(Kind::OF_CAMPAIGNS));
    diesel::update(outbox::table.find(letter).filter(free))
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
    diesel::delete(outbox::table.find(letter).filter(outbox::kind.ne_all(Kind::OF_CAMPAIGNS)))
        .execute(&mut conn.sql)
        .map(|found| found == 1)
}

/// Whether any letter is due, in nobody's hands, and may go out in this minute.
pub(super) fn any_due(conn: &mut RegisterConn, per_minute: Option<u32>, now: Moment) -> QueryResult<bool> {
    if let Some(limit) = per_minute
        && pace(conn, limit, now)?.left() <= 0
    {
        return Ok(false);
    }
    diesel::select(diesel::dsl::exists(outbox::table.filter(due_and_free!(now)))).get_result(&mut conn.sql)
}
