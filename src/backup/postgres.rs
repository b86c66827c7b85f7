//! Copying PostgreSQL databases with PostgreSQL's own tools.
//!
//! The password goes by environment, never by argument: arguments show in the list of processes.

use std::{
    path::Path,
    process::{Command, Output},
};

pub fn dump(url: &str, to: &Path) -> Result<(), String> {
    run(tool("pg_dump", url).args(["--format=custom", "--no-owner", "--no-privileges", "--file"]).arg(to))
}

/// Puts a dump back, in one transaction.
pub fn restore(url: &str, from: &Path) -> Result<(), String> {
    run(tool("pg_restore", url)
        .args(["--single-transaction", "--clean", "--if-exists", "--no-owner", "--no-privileges"])
        .arg(from))
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

/// The address without its password, and the password.
fn apart(url: &str) -> (String, Option<String>) {
    let Some((scheme, rest)) = url.split_once("://") else { return (url.to_owned(), None) };
    let authority_end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(authority_end);
    let Some((user, host)) = authority.rsplit_once('@') else { return (url.to_owned(), None) };
    match user.split_once(':') {
        Some((user, password)) => {
            let password = percent_encoding::percent_decode_str(password).decode_utf8_lossy().into_owned();
            (format!("{scheme}://{user}@{host}{path}"), Some(password))
        }
        None => (url.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_taken_out_of_the_address() {
        let apart = |url| apart(url);
        assert_eq!(apart("postgres://a:p%40ss@h:5/d?x=1"), ("postgres://a@h:5/d?x=1".into(), Some("p@ss".into())));
        assert_eq!(apart("postgres://a@h/d"), ("postgres://a@h/d".into(), None));
        assert_eq!(apart("postgres:///d?host=/run"), ("postgres:///d?host=/run".into(), None));
    }
}
