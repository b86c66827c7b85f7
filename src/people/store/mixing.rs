//! Keeps out of the register's files who collected before whom.

use diesel::{connection::SimpleConnection as _, prelude::*, sql_query, sql_types::BigInt};

use crate::{
    db::{Conn, RegisterConn},
    dice::Dice,
};

/// So many rows are written anew at once, whatever is new among them.
const CHEAP: i64 = 20_000;
/// More are, when this part of them is new.
const PART: i64 = 20;
/// Or of so many times that somebody asks, an hour of minutes, once.
const SELDOM: u64 = 60;

/// Writes the rolls anew in the order of their random ids, as if nobody had collected yet or all at once:
/// `PostgreSQL` puts a row that changed behind the others, and notes which deed changed it. Says whether it
/// was done; then the table `roll` is to be rewritten, for what was there before lies there still. SQLite
/// changes a row where it stands.
pub fn mix_roll(conn: &mut RegisterConn, dice: &mut Dice) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Rows {
        #[diesel(sql_type = BigInt)]
        total: i64,
        #[diesel(sql_type = BigInt)]
        at_once: i64,
    }
    let Conn::Postgres(conn) = &mut conn.sql else { return Ok(false) };
    // First of all: whoever waits must see what was there when the wait was over.
    conn.batch_execute("SET LOCAL statement_timeout = 0; LOCK TABLE roll IN EXCLUSIVE MODE")?;
    let rows: Rows = sql_query(
        "SELECT CAST(COALESCE(SUM(number), 0) AS BIGINT) AS total, COALESCE(MAX(number), 0) AS at_once
            FROM (SELECT COUNT(*) AS number FROM roll GROUP BY CAST(xmin AS TEXT)) AS deeds",
    )
    .get_result(conn)?;
    let new = rows.total - rows.at_once;
    let is_cheap = rows.total <= CHEAP || new.saturating_mul(PART) >= rows.total;
    if new == 0 || !(is_cheap || dice.below(SELDOM) == 0) {
        return Ok(false);
    }
    conn.batch_execute(
        "CREATE TEMPORARY TABLE mixed_roll ON COMMIT DROP AS SELECT * FROM roll;
         DELETE FROM roll;
         INSERT INTO roll SELECT * FROM mixed_roll ORDER BY survey_id, person_id;",
    )?;
    Ok(true)
}
