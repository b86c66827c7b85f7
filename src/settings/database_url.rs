//! Where a database is: a file of `SQLite`, or a database of `PostgreSQL`.

use std::{
    fmt,
    path::{Component, Path, PathBuf},
};

use super::{
    fault::Advice,
    postgres,
    secret::{Secret, masked},
};

/// Shows itself without its password.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    Sqlite(PathBuf),
    /// The whole URL, with its password.
    Postgres(Secret),
}

impl DatabaseUrl {
    /// `postgres://…`, `postgresql://…`, `sqlite:PATH`, or a path.
    pub fn parse(text: &str) -> Result<Self, Advice> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            postgres::Target::parse(text)?;
            return Ok(Self::Postgres(Secret::new(text)));
        }
        let path = match text.split_once(':') {
            Some(("sqlite", path)) => path,
            // A single letter is a drive of Windows.
            Some((scheme, _)) if is_scheme(scheme) && scheme.len() > 1 => {
                return Err("Write postgres:// and a PostgreSQL database, or sqlite: and a file; \
                     no other databases are supported."
                    .into());
            }
            _ => text,
        };
        sqlite_file(path)
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    /// Whether both surely name the same database; two names of one host are not noticed.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Sqlite(one), Self::Sqlite(two)) => tidy(one) == tidy(two),
            (Self::Postgres(one), Self::Postgres(two)) => {
                let target = |url: &Secret| postgres::Target::parse(url.expose()).ok();
                target(one) == target(two)
            }
            _ => false,
        }
    }
}

fn sqlite_file(path: &str) -> Result<DatabaseUrl, Advice> {
    if path.starts_with("//") {
        return Err("Write sqlite: and the path without //, such as sqlite:data/urn.db.".into());
    }
    if path.is_empty() || path.ends_with('/') {
        return Err("Write the path of a file, such as sqlite:data/urn.db.".into());
    }
    if path.starts_with(':') {
        return Err("Write the path of a file; a database in memory would be lost.".into());
    }
    // Everything else would be a path: a URL without its scheme, or libpq's "host=… password=…".
    let looks_like_a_server = path.contains('@') || path.contains("host=") || path.contains("dbname=");
    if looks_like_a_server {
        return Err("Write a PostgreSQL database as postgres://user:password@host/database; \
                    a file of SQLite has neither @ nor host= nor dbname= in its path."
            .into());
    }
    Ok(DatabaseUrl::Sqlite(PathBuf::from(path)))
}

fn is_scheme(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

/// The path without `.` and with every `folder/..` taken out; asks no file system.
fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if tidy.file_name().is_some() => {
                tidy.pop();
            }
            part => tidy.push(part),
        }
    }
    tidy
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => f.write_str(&masked(url.expose())),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}
