//! The rules, tried on text of which we know whether it is good.

use crate::{rules, schema, text::Source};

/// The rule | the file | text that breaks it once | text that does not (`-`: there is none). `¶` ends
/// a line.
const SAMPLES: &str = r#"
    imports | src/mail/courier.rs | use crate::{¶clock::Moment,¶surveys::{Survey},¶}; | use crate::{db, clock::{DAY, Moment}};
    imports | src/mail/smtp.rs | use crate::web::Visit; | use crate::ids::Id; let address = "https://here"; // crate::web
    imports | src/urn/mod.rs | use super::results::score; | pub use cast::cast;
    imports | src/urn/cast.rs | use super::super::results::score; | use super::ballot::Ballot;
    imports | src/web/parts.rs | use crate::mail::Letter; | use crate::db::Db;
    imports | src/department/routes.rs | use crate::surveys::Survey; | use crate::accounts::May;
    imports | src/plans/plan.rs | crate::activities::year() | crate::results::published()
    imports | src/dice.rs | use crate::utils::now; | use crate::ids::Id; crate::each_engine!();
    imports | src/helpers/mod.rs | mod dates; | -
    wall | src/urn/cast.rs | use crate::people::Person; | use crate::instruments::Paper;
    wall | src/results/routes.rs | use crate::accounts::session::Session; | use crate::accounts::May;
    wall | src/urn/store.rs | fn f(conn: &mut RegisterConn) {} | fn f(conn: &mut UrnConn) {}
    wall | src/campaigns/send.rs | use crate::{results::score}; | use crate::people::waiting;
    wall | src/credentials/verify.rs | use super::issue::issue; | use super::blind::Message;
    wall | src/credentials/issue.rs | fn f(conn: db::UrnConn) {} | use crate::people::Person;
    fences | src/people/import.rs | use diesel::prelude::*; | use diesel::{QueryResult, result::Error};
    fences | src/people/roll.rs | fn f() -> actix_web::HttpResponse {} | fn f() -> String {}
    fences | src/people/routes.rs | use maud::html; | use actix_web::web;
    fences | src/people/roll.rs | let now = SystemTime::now(); | let now = clock.now();
    fences | src/urn/release.rs | rand::rng() | let all = operand::all();
    fences | src/mail/smtp.rs | std::env::var("HOST") | let host = settings.host;
    door | src/urn/mod.rs | mod cast;¶fn hidden() {} | //! Promises.¶¶#[cfg(test)]¶pub mod scratch;¶pub(crate) use cast::{¶cast,¶Cast,¶};
    visible_faults | src/urn/cast.rs | #[error(transparent)]¶Database(#[from] diesel::result::Error), | #[error("the database failed")]¶Database(#[from] diesel::result::Error),
    promise | src/urn/cast.rs | use std::fmt; | //! Promises.
    contained | src/front/routes.rs | include_str!("../../docs/protocol.md") | include_str!("../x.json"); #[cfg(test)]¶include_str!("../../tests/y.json")
    map | src/lib.rs | pub mod urn;¶pub mod ids; | pub mod clock;¶pub mod ids;¶pub mod urn;
    portable | migrations/urn/1/up.sql | CREATE TABLE ballots (id UUID NOT NULL); | CREATE TABLE ballots (¶-- One, and one only.¶id BLOB NOT NULL, size INTEGER CHECK (size IN (1, 2)),¶UNIQUE (id)¶);
    portable | migrations/urn/1/up.sql | ALTER TABLE ballots ADD COLUMN size SMALLINT; | ALTER TABLE ballots ADD COLUMN size INTEGER;
    nameless | migrations/urn/1/up.sql | CREATE TABLE ballots (created_at BIGINT); | CREATE TABLE ballots (format INTEGER);
    nameless | migrations/urn/1/up.sql | create table ballots (persons BLOB); | create table ballots (personal BLOB);
    nameless | migrations/urn/1/up.sql | CREATE TABLE b (id INTEGER PRIMARY KEY); | CREATE TABLE b (one INTEGER PRIMARY KEY CHECK (one = 1));
    pairs | migrations/urn/1/up.sql | SELECT 1; | -"#;

fn found(rule: &str, path: &str, text: &str) -> Vec<String> {
    let source = Source { path: path.to_owned(), text: text.replace('¶', "\n") };
    match rule {
        "imports" => rules::imports(&source),
        "wall" => rules::wall(&source),
        "fences" => rules::fences(&source),
        "door" => rules::door(&source),
        "visible_faults" => rules::visible_faults(&source),
        "promise" => rules::promise(&source),
        "contained" => rules::contained(&source),
        "map" => rules::map(&source),
        "portable" => schema::portable(&source),
        "nameless" => schema::nameless(&source),
        "pairs" => schema::pairs(&[source]),
        unknown => panic!("no rule is called {unknown}"),
    }
}

#[test]
fn every_rule_finds_a_fault_and_lets_good_text_pass() {
    for line in SAMPLES.trim().lines() {
        let columns: Vec<_> = line.split('|').map(str::trim).collect();
        let [rule, path, bad, good] = columns.as_slice() else { panic!("four columns, not {line}") };
        let faults = found(rule, path, bad);
        assert_eq!(faults.len(), 1, "{rule} finds one fault in {bad:?}, not {faults:?}");
        if *good != "-" {
            assert_eq!(found(rule, path, good), Vec::<String>::new(), "{rule} lets {good:?} pass");
        }
    }
}

#[test]
fn a_fault_says_where_it_is_and_what_to_do() {
    let faults = found("imports", "src/mail/courier.rs", "//! Sends.¶¶use crate::surveys::Survey;");
    let expected = "src/mail/courier.rs:3: `mail` names `surveys::Survey`, which is no room before it. \
                    Let the later room ask, or take the value as an argument.";
    assert_eq!(faults, [expected]);
}

#[test]
fn an_address_without_a_line_is_found() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let at = source("src/web/at.rs", "pub const HOME: &str = \"/\";\npub const HOME_PAGE: &str = \"/home\";");
    let without = rules::addresses(&at, &source("src/site.rs", "(at::HOME_PAGE, index)"));
    assert!(matches!(without.as_slice(), [fault] if fault.contains("`HOME`")), "{without:?}");
    assert!(rules::addresses(&at, &source("src/site.rs", "at::HOME, at::HOME_PAGE")).is_empty());
}

#[test]
fn a_number_given_twice_is_found() {
    let migration = |folder: &str| Source { path: format!("migrations/urn/{folder}/up.sql"), text: String::new() };
    assert!(schema::numbers(&[migration("2026-01-01-000001_a"), migration("2026-01-01-000002_a")]).is_empty());
    assert_eq!(schema::numbers(&[migration("2026-01-01-000001_a"), migration("2026-01-01-000001_b")]).len(), 1);
}
