//! Where a database is: a file, or an address of a PostgreSQL server.

use std::{fmt, path::PathBuf};

#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    Sqlite(PathBuf),
    /// The whole address, password included; shown without it.
    Postgres(String),
}

impl Place {
    pub fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => path.display().fmt(f),
            Self::Postgres(url) => f.write_str(&without_password(url)),
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// `postgres://user:…@host/name`; whatever follows a `?` is left out, for passwords hide there too.
fn without_password(url: &str) -> String {
    let url = url.split('?').next().unwrap_or_default();
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, rest)), Some((_, host))) => {
            let user = rest.split([':', '@']).next().unwrap_or_default();
            format!("{scheme}://{user}:…@{host}")
        }
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_never_shows_its_password() {
        let shown = |url: &str| Place::Postgres(url.to_owned()).to_string();
        assert_eq!(shown("postgres://clear:pa%40ss@db.local:5432/register"), "postgres://clear:…@db.local:5432/register");
        assert_eq!(shown("postgres://db.local/urn?password=secret"), "postgres://db.local/urn");
        assert_eq!(format!("{:?}", Place::Postgres("postgres://a:b@c/d".into())), "postgres://a:…@c/d");
    }
}
