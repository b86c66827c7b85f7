//! Copying and checking SQLite files. A copy is one moment of the database, without free pages.

use std::path::Path;

use diesel::{Connection, RunQueryDsl, SqliteConnection, connection::SimpleConnection, sql_types::Text};

#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = Text, column_name = "integrity_check")]
    said: String,
}

/// Copies a database that may be in use.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let mut conn = open(from)?;
    let to = to.to_str().ok_or("the path is not UTF-8")?;
    conn.batch_execute("PRAGMA busy_timeout = 10000").map_err(|fault| fault.to_string())?;
    diesel::sql_query("VACUUM INTO $1").bind::<Text, _>(to).execute(&mut conn).map_err(|fault| fault.to_string())?;
    Ok(())
}

/// Whether every page of the file is in order.
pub fn check(path: &Path) -> Result<(), String> {
    let lines: Vec<Line> =
        diesel::sql_query("PRAGMA integrity_check").load(&mut open(path)?).map_err(|fault| fault.to_string())?;
    match lines.as_slice() {
        [line] if line.said == "ok" => Ok(()),
        [line, ..] => Err(line.said.clone()),
        [] => Err("the file is empty".to_owned()),
    }
}

fn open(path: &Path) -> Result<SqliteConnection, String> {
    if !path.exists() {
        return Err(format!("{} does not exist", path.display()));
    }
    SqliteConnection::establish(path.to_str().ok_or("the path is not UTF-8")?).map_err(|fault| fault.to_string())
}
