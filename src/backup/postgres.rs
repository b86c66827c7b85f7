//! Copying PostgreSQL databases with PostgreSQL's own tools.
//!
//! The password goes by environment, never by argument: arguments show in the list of processes.

use std::{
    path::Path,
    process::{Command, Output},
};

use diesel::{Connection, PgConnection, RunQueryDsl, sql_types::Text};

pub fn dump(url: &str, to: &Path) -> Result<(), String> {
    let mut dump = tool("pg_dump", url);
    dump.args(["--format=custom", "--no-owner", "--no-privileges"]);
    // Two databases may be two schemas of one: then a dump holds its own alone.
    let schema = schema_of(url)?;
    if schema != "public" {
        dump.arg("--schema").arg(schema);
    }
    run(dump.arg("--file").arg(to))
}

/// Puts a dump back, in one transaction.
pub fn restore(url: &str, from: &Path) -> Result<(), String> {
    run(tool("pg_restore", url)
        .args(["--single-transaction", "--clean", "--if-exists", "--no-owner", "--no-privileges"])
        .arg(from))
}

#[derive(diesel::QueryableByName)]
struct Schema {
    #[diesel(sql_type = Text)]
    name: String,
}

fn schema_of(url: &str) -> Result<String, String> {
    let mut conn = PgConnection::establish(url).map_err(|fault| fault.to_string())?;
    let schema: Schema =
        diesel::sql_query("SELECT current_schema()::text AS name").get_result(&mut conn).map_err(|fault| fault.to_string())?;
    Ok(schema.name)
}

fn tool(name: &str, url: &str) -> Command {
    let (url, password) = apart(url);
    let mut command = Command::new(name);
    command.arg("--dbname").arg(url);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    command
}

fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.output() {
        Ok(Output { status, .. }) if status.success() => Ok(()),
        Ok(Output { stderr, .. }) => Err(String::from_utf8_lossy(&stderr).trim().to_owned()),
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => {
            Err(format!("{name} is not installed. Install PostgreSQL's client tools (package postgresql-client)."))
        }
        Err(fault) => Err(fault.to_string()),
    }
}

/// The address without its password, and the password, wherever it stood.
fn apart(url: &str) -> (String, Option<String>) {
    let decoded = |text: &str| percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned();
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let (secrets, rest): (Vec<_>, Vec<_>) =
        query.split('&').filter(|pair| !pair.is_empty()).partition(|pair| pair.starts_with("password="));
    let mut password = secrets.first().and_then(|pair| pair.split_once('=')).map(|(_, password)| decoded(password));
    let mut address = address.to_owned();
    if let Some((scheme, authority)) = address.clone().split_once("://")
        && let Some((user, host)) = authority.rsplit_once('@')
        && let Some((user, secret)) = user.split_once(':')
    {
        password = password.or_else(|| Some(decoded(secret)));
        address = format!("{scheme}://{user}@{host}");
    }
    if !rest.is_empty() {
        address = format!("{address}?{}", rest.join("&"));
    }
    (address, password)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_taken_out_of_the_address() {
        assert_eq!(apart("postgres://a:p%40ss@h:5/d?x=1"), ("postgres://a@h:5/d?x=1".into(), Some("p@ss".into())));
        assert_eq!(apart("postgres://a@h/d"), ("postgres://a@h/d".into(), None));
        assert_eq!(apart("postgres://a@h/d?password=x%20y&z=1"), ("postgres://a@h/d?z=1".into(), Some("x y".into())));
        assert_eq!(apart("postgres:///d?host=/run"), ("postgres:///d?host=/run".into(), None));
    }
}
