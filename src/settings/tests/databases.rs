//! The settings tested: databases.

use super::{fault, fault_with_file, read};
use crate::settings::DatabaseUrl;

const KEEP_APART: &str = "who and what are never kept together.";

fn both<'a>(register: &'a str, urn: &'a str) -> [(&'a str, &'a str); 2] {
    [("CLEARJAI_REGISTER_URL", register), ("CLEARJAI_URN_URL", urn)]
}

#[test]
fn two_files_or_two_postgresql_databases_are_understood() {
    let settings = read(&both("sqlite:/srv/r.db", "urn.db"));
    assert_eq!(settings.register_url, DatabaseUrl::Sqlite("/srv/r.db".into()));
    assert_eq!(settings.urn_url, DatabaseUrl::Sqlite("urn.db".into()));
    let settings = read(&both("postgres://a:b@h/register", "postgresql://c:d@h/urn"));
    assert!(settings.register_url.is_postgres() && settings.urn_url.is_postgres());
}

#[test]
fn the_same_file_is_refused_however_it_is_written() {
    for (register, urn) in
        [("a.db", "sqlite:a.db"), ("data/a.db", "./data/x/../a.db"), ("/srv//a.db", "/srv/./a.db"), ("data/urn.db", "")]
    {
        assert_eq!(
            fault(&both(register, urn)),
            format!(
                "CLEARJAI_URN_URL and CLEARJAI_REGISTER_URL are the same file. \
                 Write another file, such as sqlite:data/urn.db: {KEEP_APART}"
            )
        );
    }
}

#[test]
fn the_same_postgresql_database_and_schema_is_refused_however_it_is_written() {
    for (register, urn) in [
        ("postgres://h/c", "postgres://h/c"),
        ("postgres://a:b@h/c", "postgresql://x:y@H:5432/c?sslmode=require"),
        ("postgres://localhost/c", "postgres://127.0.0.1/c"),
        ("postgres:///c", "postgres:///c?host=/run/postgresql"),
        ("postgres://h/c", "postgres://h/other?dbname=c"),
        ("postgres://h/c", "postgres://h/%63"),
        ("postgres://h/c", "postgres://h/c?options=-csearch_path%3Dpublic"),
        ("postgres://h/c?options=-c%20search_path%3DURN,public", "postgres://h/c?options=-csearch_path%3D%22urn%22"),
    ] {
        assert_eq!(
            fault(&both(register, urn)),
            format!(
                "CLEARJAI_URN_URL and CLEARJAI_REGISTER_URL are the same database and schema. \
                 Write another database, or another schema and role by adding \
                 ?options=-csearch_path%3Durn: {KEEP_APART}"
            )
        );
    }
}

#[test]
fn another_host_port_database_or_schema_is_another_database() {
    for urn in ["postgres://i/c", "postgres://h:5433/c", "postgres://h/d", "postgres://h/c?options=-csearch_path%3Durn"] {
        read(&both("postgres://h/c", urn));
    }
}

#[test]
fn a_file_and_a_postgresql_database_are_not_mixed() {
    let expected = "CLEARJAI_REGISTER_URL and CLEARJAI_URN_URL are not of the same kind: one is \
                    PostgreSQL, one a file of SQLite. Write two PostgreSQL databases, or two files.";
    assert_eq!(fault(&[("CLEARJAI_REGISTER_URL", "postgres://h/c")]), expected);
    let text = fault_with_file(&[], "urn_url = \"postgres://h/c\"");
    assert!(text.starts_with("urn_url (data/clearjai.toml, line 1) and CLEARJAI_REGISTER_URL are not"));
}

#[test]
fn a_faulty_database_is_not_also_compared() {
    fault(&both("postgres://h/", "postgres://h/c"));
}

#[test]
fn other_kinds_of_databases_are_refused() {
    for other in ["mysql://a:b@h/c", "mongodb://h", "POSTGRES://h/c", "file:urn.db"] {
        let text = fault(&[("CLEARJAI_URN_URL", other)]);
        assert!(text.ends_with("no other databases are supported."), "{text}");
    }
}

#[test]
fn paths_that_are_no_file_are_refused() {
    for (path, advice) in [
        ("sqlite://data/urn.db", "without //"),
        ("sqlite:", "the path of a file"),
        ("data/", "the path of a file"),
        (":memory:", "a database in memory would be lost"),
        ("sqlite::memory:", "a database in memory would be lost"),
        ("host=h dbname=urn password=p", "as postgres://user:password@host/database"),
        ("app@h/urn", "as postgres://user:password@host/database"),
    ] {
        let text = fault(&[("CLEARJAI_URN_URL", path)]);
        assert!(text.contains(advice), "{text}");
    }
}

#[test]
fn postgresql_urls_that_libpq_would_misread_are_refused() {
    for (url, advice) in [
        ("postgres://a:b@h", "the name of the database"),
        ("postgres://a:b@h:x/c", "the port as a number"),
        ("postgres://a:b@h:0/c", "the port as a number"),
        ("postgres://a:p@ss@h/c", "@ as %40"),
        ("postgres://a:p/ss@h/c", "/ as %2F"),
        ("postgres://a:p?ss@h/c", "? as %3F"),
        ("postgres://a:100%@h/c", "% as %25"),
    ] {
        let text = fault(&both(url, "postgres://h/urn"));
        assert!(text.contains(advice), "{text}");
    }
}

#[test]
fn several_servers_and_ipv6_are_understood() {
    read(&both("postgres://a@one,two:5433/c", "postgres://a@[fd00::1]:5433/urn"));
}
