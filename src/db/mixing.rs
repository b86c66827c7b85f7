//! Keeps out of a database's files in which order rows changed.

use diesel::{connection::SimpleConnection as _, prelude::*, sql_query, sql_types::BigInt};

use super::{Conn, Side};
use crate::dice::Dice;

/// So many rows are written anew at once, whatever is new among them.
const CHEAP: i64 = 20_000;
/// More are, when this part of them is new.
const PART: i64 = 20;
/// Or of so many times that somebody asks, an hour of minutes, once.
const SELDOM: u64 = 60;

/// Writes a table anew in the order of its random key, as if no row had changed yet or all at once: `PostgreSQL`
/// puts a row that changed behind the others, and notes which deed changed it. Says whether it was done; then
/// the table is to be rewritten, for what was there before lies there still. SQLite changes a row where it
/// stands. Both names are our own words.
pub fn mix_rows(conn: &mut impl Side, table: &'static str, key: &'static str, dice: &mut Dice) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Rows {
        #[diesel(sql_type = BigInt)]
        total: i64,
        #[diesel(sql_type = BigInt)]
        at_once: i64,
    }
    let Conn::Postgres(conn) = conn.sql() else { return Ok(false) };
    // First of all: whoever waits must see what was there when the wait was over.
    conn.batch_execute(&format!("SET LOCAL statement_timeout = 0; LOCK TABLE {table} IN EXCLUSIVE MODE"))?;
    let rows: Rows = sql_query(format!(
        "SELECT CAST(COALESCE(SUM(number), 0) AS BIGINT) AS total, COALESCE(MAX(number), 0) AS at_once
            FROM (SELECT COUNT(*) AS number FROM {table} GROUP BY CAST(xmin AS TEXT)) AS deeds",
    ))
    .get_result(conn)?;
    let new = rows.total - rows.at_once;
    let is_cheap = rows.total <= CHEAP || new.saturating_mul(PART) >= rows.total;
    if new == 0 || !(is_cheap || dice.below(SELDOM) == 0) {
        return Ok(false);
    }
    conn.batch_execute(&format!(
        "CREATE TEMPORARY TABLE mixed ON COMMIT DROP AS SELECT * FROM {table};
         DELETE FROM {table};
         INSERT INTO {table} SELECT * FROM mixed ORDER BY {key};",
    ))?;
    Ok(true)
}
