//! Every question about opening ballots to the urn. All rows are written in batches, in the order of
//! random keys.

use std::collections::HashMap;

use diesel::{
    connection::SimpleConnection as _,
    dsl::count_star,
    prelude::*,
    sql_query,
    sql_types::{BigInt, Binary},
};
use jiff::civil::Date;

use crate::{
    db::{Conn, UrnConn},
    each_engine,
    ids::{GroupId, StratumId, SurveyId},
    urn::tables::{answers, opened_ballots, openings_under_way, papers, result_groups, sealed_ballots, strata, texts},
};

#[cfg(test)]
mod tests;

/// In one statement; SQLite takes no more than 32,766 values.
const BATCH: usize = 1_000;

/// A ballot on its way out of the urn.
#[derive(Clone, Debug, Queryable)]
pub struct Sealed {
    pub message: Vec<u8>,
    pub stratum: StratumId,
    /// `enc ‖ ct`
    pub content: Vec<u8>,
    /// How often it took the place of another.
    pub replaced: i32,
}

/// A stratum as it stands: where its opened ballots are counted, if any were, and how many those are.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Tally {
    pub id: StratumId,
    pub group: Option<GroupId>,
    pub counted: i32,
}

/// Answers on their way in, under their fresh id.
pub struct Fresh<'it> {
    pub id: [u8; 16],
    pub group: GroupId,
    pub compact: &'it [u8],
}

pub struct FreshText<'it> {
    pub id: [u8; 16],
    pub group: Option<GroupId>,
    pub item: &'it str,
    pub text: &'it str,
}

/// Nobody casts a ballot until this transaction has ended. It has to be the first statement: whoever waits
/// must see what was there when the wait was over. It may then take as long as it takes.
pub fn alone(conn: &mut UrnConn) -> QueryResult<()> {
    match &mut conn.sql {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(conn) => {
            conn.batch_execute("SET LOCAL statement_timeout = 0; LOCK TABLE sealed_ballots IN EXCLUSIVE MODE")
        }
    }
}

pub fn count_sealed(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<i64> {
    sealed_ballots::table.filter(sealed_ballots::survey_id.eq(survey)).select(count_star()).first(&mut conn.sql)
}

pub fn count_sealed_of_strata(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<HashMap<StratumId, i64>> {
    let rows: Vec<(StratumId, i64)> = sealed_ballots::table
        .filter(sealed_ballots::survey_id.eq(survey))
        .group_by(sealed_ballots::stratum_id)
        .select((sealed_ballots::stratum_id, count_star()))
        .load(&mut conn.sql)?;
    Ok(rows.into_iter().collect())
}

/// Whether it was open until now.
pub fn close(conn: &mut UrnConn, survey: SurveyId, day: Date) -> QueryResult<bool> {
    let open = papers::table.filter(papers::survey_id.eq(survey).and(papers::stage.eq("open")));
    let closed =
        diesel::update(open).set((papers::stage.eq("closed"), papers::closed.eq(day.to_string()))).execute(&mut conn.sql)?;
    Ok(closed > 0)
}

pub fn tell(conn: &mut UrnConn, survey: SurveyId, stratum: StratumId, roll: i32, issued: i32) -> QueryResult<()> {
    diesel::update(strata::table.filter(strata::id.eq(stratum).and(strata::survey_id.eq(survey))))
        .set((strata::roll.eq(roll), strata::issued.eq(issued)))
        .execute(&mut conn.sql)
        .map(drop)
}

/// In the order of their places, which is that of the paper.
pub fn tallies(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Vec<Tally>> {
    strata::table
        .filter(strata::survey_id.eq(survey))
        .select((strata::id, strata::group_id, strata::counted))
        .order(strata::place)
        .load(&mut conn.sql)
}

/// A page of them, in the order of their messages.
pub fn sealed_after(conn: &mut UrnConn, survey: SurveyId, after: &[u8], page: i64) -> QueryResult<Vec<Sealed>> {
    sealed_ballots::table
        .filter(sealed_ballots::survey_id.eq(survey).and(sealed_ballots::message.gt(after)))
        .select((sealed_ballots::message, sealed_ballots::stratum_id, sealed_ballots::sealed, sealed_ballots::replaced))
        .order(sealed_ballots::message)
        .limit(page)
        .load(&mut conn.sql)
}

pub fn messages(conn: &mut UrnConn, stratum: StratumId) -> QueryResult<Vec<Vec<u8>>> {
    sealed_ballots::table
        .filter(sealed_ballots::stratum_id.eq(stratum))
        .select(sealed_ballots::message)
        .order(sealed_ballots::message)
        .load(&mut conn.sql)
}

pub fn sealed(conn: &mut UrnConn, survey: SurveyId, messages: &[Vec<u8>]) -> QueryResult<Vec<Sealed>> {
    let mut found = Vec::with_capacity(messages.len());
    for batch in messages.chunks(BATCH) {
        let rows: Vec<Sealed> = sealed_ballots::table
            .filter(sealed_ballots::survey_id.eq(survey).and(sealed_ballots::message.eq_any(batch)))
            .select((sealed_ballots::message, sealed_ballots::stratum_id, sealed_ballots::sealed, sealed_ballots::replaced))
            .load(&mut conn.sql)?;
        found.extend(rows);
    }
    Ok(found)
}

/// All of a survey: their messages become lines of the bulletin, what was sealed goes.
pub fn move_all(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<()> {
    sql_query(
        "INSERT INTO opened_ballots (message, survey_id, stratum_id, signature, is_spoilt)
            SELECT message, survey_id, stratum_id, signature, FALSE FROM sealed_ballots WHERE survey_id = $1 ORDER BY message",
    )
    .bind::<Binary, _>(survey)
    .execute(&mut conn.sql)?;
    diesel::delete(sealed_ballots::table.filter(sealed_ballots::survey_id.eq(survey))).execute(&mut conn.sql).map(drop)
}

/// The same for some of them.
pub fn move_some(conn: &mut UrnConn, survey: SurveyId, messages: &mut [Vec<u8>]) -> QueryResult<()> {
    type Row = (Vec<u8>, StratumId, Vec<u8>, i32);
    messages.sort_unstable();
    let mut replaced: HashMap<StratumId, i32> = HashMap::new();
    for batch in messages.chunks(BATCH) {
        let rows: Vec<Row> = sealed_ballots::table
            .filter(sealed_ballots::survey_id.eq(survey).and(sealed_ballots::message.eq_any(batch)))
            .select((sealed_ballots::message, sealed_ballots::stratum_id, sealed_ballots::signature, sealed_ballots::replaced))
            .order(sealed_ballots::message)
            .load(&mut conn.sql)?;
        let rows: Vec<_> = rows
            .into_iter()
            .map(|(message, stratum, signature, times)| {
                *replaced.entry(stratum).or_default() += times;
                (
                    opened_ballots::message.eq(message),
                    opened_ballots::survey_id.eq(survey),
                    opened_ballots::stratum_id.eq(stratum),
                    opened_ballots::signature.eq(signature),
                    opened_ballots::is_spoilt.eq(false),
                )
            })
            .collect();
        each_engine!(&mut conn.sql, |it| diesel::insert_into(opened_ballots::table).values(&rows).execute(it))?;
        let moved = sealed_ballots::survey_id.eq(survey).and(sealed_ballots::message.eq_any(batch));
        diesel::delete(sealed_ballots::table.filter(moved)).execute(&mut conn.sql)?;
    }
    replaced.into_iter().try_for_each(|(stratum, times)| note_replaced(conn, stratum, times))
}

/// Where nobody opens them. To be asked of few: it stands behind all that is sealed.
pub fn replaced(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Vec<(StratumId, i32)>> {
    let sealed = sealed_ballots::table.filter(sealed_ballots::survey_id.eq(survey));
    sealed.select((sealed_ballots::stratum_id, sealed_ballots::replaced)).load(&mut conn.sql)
}

pub fn note_replaced(conn: &mut UrnConn, stratum: StratumId, times: i32) -> QueryResult<()> {
    let known = strata::table.find(stratum);
    diesel::update(known).set(strata::replaced.eq(strata::replaced + times)).execute(&mut conn.sql).map(drop)
}

pub fn spoil(conn: &mut UrnConn, survey: SurveyId, messages: &[Vec<u8>]) -> QueryResult<()> {
    for batch in messages.chunks(BATCH) {
        let spoilt = opened_ballots::survey_id.eq(survey).and(opened_ballots::message.eq_any(batch));
        diesel::update(opened_ballots::table.filter(spoilt)).set(opened_ballots::is_spoilt.eq(true)).execute(&mut conn.sql)?;
    }
    Ok(())
}

/// More of a stratum were counted and spoilt, in this group.
pub fn tally(conn: &mut UrnConn, stratum: StratumId, group: Option<GroupId>, counted: i32, spoilt: i32) -> QueryResult<()> {
    diesel::update(strata::table.find(stratum))
        .set((
            strata::group_id.eq(group),
            strata::counted.eq(strata::counted + counted),
            strata::spoilt.eq(strata::spoilt + spoilt),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// A group with so many ballots in all, whether it is new or not.
pub fn put_group(conn: &mut UrnConn, group: GroupId, survey: SurveyId, place: i32, counted: i32) -> QueryResult<()> {
    let known =
        diesel::update(result_groups::table.find(group)).set(result_groups::counted.eq(counted)).execute(&mut conn.sql)?;
    if known > 0 {
        return Ok(());
    }
    diesel::insert_into(result_groups::table)
        .values((
            result_groups::id.eq(group),
            result_groups::survey_id.eq(survey),
            result_groups::place.eq(place),
            result_groups::counted.eq(counted),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// They stand in the order of their ids.
pub fn insert_answers(conn: &mut UrnConn, survey: SurveyId, fresh: &[Fresh]) -> QueryResult<()> {
    for batch in fresh.chunks(BATCH) {
        let rows: Vec<_> = batch
            .iter()
            .map(|one| {
                (
                    answers::id.eq(&one.id[..]),
                    answers::survey_id.eq(survey),
                    answers::group_id.eq(one.group),
                    answers::compact.eq(one.compact),
                )
            })
            .collect();
        each_engine!(&mut conn.sql, |it| diesel::insert_into(answers::table).values(&rows).execute(it))?;
    }
    Ok(())
}

/// They stand in the order of their ids.
pub fn insert_texts(conn: &mut UrnConn, survey: SurveyId, fresh: &[FreshText]) -> QueryResult<()> {
    for batch in fresh.chunks(BATCH) {
        let rows: Vec<_> = batch
            .iter()
            .map(|one| {
                (
                    texts::id.eq(&one.id[..]),
                    texts::survey_id.eq(survey),
                    texts::group_id.eq(one.group),
                    texts::item.eq(one.item),
                    texts::text.eq(one.text),
                )
            })
            .collect();
        each_engine!(&mut conn.sql, |it| diesel::insert_into(texts::table).values(&rows).execute(it))?;
    }
    Ok(())
}

pub fn note_progress(conn: &mut UrnConn, survey: SurveyId, done: i64, of_all: i64) -> QueryResult<()> {
    let numbers = (openings_under_way::done.eq(done), openings_under_way::of_all.eq(of_all));
    let known = diesel::update(openings_under_way::table.find(survey)).set(numbers).execute(&mut conn.sql)?;
    if known == 0 {
        let row = (openings_under_way::survey_id.eq(survey), numbers);
        diesel::insert_into(openings_under_way::table).values(row).execute(&mut conn.sql)?;
    }
    Ok(())
}

pub fn progress(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<(i64, i64)>> {
    let numbers = (openings_under_way::done, openings_under_way::of_all);
    openings_under_way::table.find(survey).select(numbers).first(&mut conn.sql).optional()
}

/// So many more that nobody reads.
pub fn withhold_texts(conn: &mut UrnConn, survey: SurveyId, number: i32) -> QueryResult<()> {
    let withheld = papers::texts_withheld.eq(papers::texts_withheld + number);
    diesel::update(papers::table.find(survey)).set(withheld).execute(&mut conn.sql).map(drop)
}

pub fn released(conn: &mut UrnConn, survey: SurveyId, unopened: i32) -> QueryResult<()> {
    diesel::delete(openings_under_way::table.find(survey)).execute(&mut conn.sql)?;
    diesel::update(papers::table.find(survey))
        .set((papers::stage.eq("released"), papers::unopened.eq(unopened)))
        .execute(&mut conn.sql)
        .map(drop)
}

/// How many sealed ballots there are, and how many of those were not there when they were last mixed:
/// then all were written at once. `deeds`: since then; SQLite knows no more, and each may have brought some.
pub fn newcomers(conn: &mut UrnConn, deeds: i64) -> QueryResult<(i64, i64)> {
    #[derive(QueryableByName)]
    struct Numbers {
        #[diesel(sql_type = BigInt)]
        total: i64,
        #[diesel(sql_type = BigInt)]
        at_once: i64,
    }
    let conn = match &mut conn.sql {
        Conn::Postgres(conn) => conn,
        Conn::Sqlite(_) if deeds == 0 => return Ok((0, 0)),
        Conn::Sqlite(conn) => return Ok((sealed_ballots::table.count().get_result(conn)?, deeds)),
    };
    let numbers: Numbers = sql_query(
        "SELECT CAST(COALESCE(SUM(number), 0) AS BIGINT) AS total, COALESCE(MAX(number), 0) AS at_once
            FROM (SELECT COUNT(*) AS number FROM sealed_ballots GROUP BY CAST(xmin AS TEXT)) AS deeds",
    )
    .get_result(conn)?;
    Ok((numbers.total, numbers.total - numbers.at_once))
}

/// Writes all of them anew, in an order that says nothing, as if they had come at once.
pub fn mix(conn: &mut UrnConn) -> QueryResult<()> {
    match &mut conn.sql {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(conn) => conn.batch_execute(
            "CREATE TEMPORARY TABLE mixed_ballots ON COMMIT DROP AS SELECT * FROM sealed_ballots;
             DELETE FROM sealed_ballots;
             INSERT INTO sealed_ballots SELECT * FROM mixed_ballots ORDER BY survey_id, message;",
        ),
    }
}
