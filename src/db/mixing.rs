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

/// A table and its random key. Both names are our own words.
pub type Mixed = (&'static str, &'static str);

/// Writes a table anew in the order of its random key, as if no row had changed yet or all at once: `PostgreSQL`
/// puts a row that changed behind the others, and notes which deed changed it. Says whether it was done; then
/// the table is to be rewritten, for what was there before lies there still. SQLite changes a row where it
/// stands.
pub fn mix_rows(conn: &mut impl Side, table: &'static str, key: &'static str, dice: &mut Dice) -> QueryResult<bool> {
    mix_together(conn, &[(table, key)], dice)
}

/// Several tables, of which each may refer to those before it.
pub fn mix_together(conn: &mut impl Side, tables: &[Mixed], dice: &mut Dice) -> QueryResult<bool> {
    let Conn::Postgres(sql) = conn.sql() else { return Ok(false) };
    let mut is_due = false;
    for (table, _) in tables {
        // First of all: whoever waits must see what was there when the wait was over.
        sql.batch_execute(&format!("SET LOCAL statement_timeout = 0; LOCK TABLE {table} IN EXCLUSIVE MODE"))?;
        is_due |= is_worth_it(sql, table, dice)?;
    }
    if is_due {
        lay_out(conn, tables)?;
    }
    Ok(is_due)
}

fn is_worth_it(conn: &mut PgConnection, table: &str, dice: &mut Dice) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Rows {
        #[diesel(sql_type = BigInt)]
        total: i64,
        #[diesel(sql_type = BigInt)]
        at_once: i64,
    }
    let rows: Rows = sql_query(format!(
        "SELECT CAST(COALESCE(SUM(number), 0) AS BIGINT) AS total, COALESCE(MAX(number), 0) AS at_once
            FROM (SELECT COUNT(*) AS number FROM {table} GROUP BY CAST(xmin AS TEXT)) AS deeds",
    ))
    .get_result(conn)?;
    let new = rows.total - rows.at_once;
    let is_cheap = rows.total <= CHEAP || new.saturating_mul(PART) >= rows.total;
    Ok(new > 0 && (is_cheap || dice.below(SELDOM) == 0))
}

/// Every row of these tables in the order of its key, whatever was before. Each may refer to those before it.
pub fn lay_out(conn: &mut impl Side, tables: &[Mixed]) -> QueryResult<()> {
    let Conn::Postgres(conn) = conn.sql() else { return Ok(()) };
    for (table, _) in tables {
        conn.batch_execute(&format!(
            "LOCK TABLE {table} IN EXCLUSIVE MODE;
             CREATE TEMPORARY TABLE mixed_{table} ON COMMIT DROP AS SELECT * FROM {table};"
        ))?;
    }
    for (table, _) in tables.iter().rev() {
        conn.batch_execute(&format!("DELETE FROM {table}"))?;
    }
    for (table, key) in tables {
        conn.batch_execute(&format!("INSERT INTO {table} SELECT * FROM mixed_{table} ORDER BY {key}"))?;
    }
    Ok(())
}
