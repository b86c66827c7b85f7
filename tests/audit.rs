//! The adversary, at work: on SQLite, or on PostgreSQL where `TEST_DATABASE_URL` says so.
#![expect(clippy::unwrap_used, reason = "an audit that cannot go on should say where")]

use std::{env, process::Command};

use clearjai::{
    attack::{self, Ground, NotCarriedOut, Report, Wanted},
    dice::Chance,
};
use diesel::{Connection, PgConnection, connection::SimpleConnection};

/// Two empty schemas on a server, or none.
struct Place {
    name: String,
    server: Option<String>,
}

impl Place {
    fn new() -> Self {
        let place =
            Self { name: format!("audit_{}", Chance::Real.dice().digits(16)), server: env::var("TEST_DATABASE_URL").ok() };
        let name = &place.name;
        place.on_the_server(&format!("CREATE SCHEMA {name}_register; CREATE SCHEMA {name}_urn"));
        place
    }

    fn on_the_server(&self, sql: &str) {
        if let Some(url) = &self.server {
            PgConnection::establish(url).unwrap().batch_execute(sql).unwrap();
        }
    }

    fn url(&self, side: &str) -> Option<String> {
        self.server.as_ref().map(|url| format!("{url}?options=-csearch_path%3D{}_{side}", self.name))
    }

    fn ground(&self) -> Ground {
        match (self.url("register"), self.url("urn")) {
            (Some(register), Some(urn)) => Ground::Postgres { register, urn },
            _ => Ground::Sqlite,
        }
    }

    /// The command, as somebody types it whose settings name this place.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_clearjai"));
        command.args(arguments).env_clear();
        // `pg_dump` is looked for on the path.
        command.envs(env::var_os("PATH").map(|path| ("PATH", path)));
        for (name, side) in [("CLEARJAI_REGISTER_URL", "register"), ("CLEARJAI_URN_URL", "urn")] {
            command.envs(self.url(side).map(|url| (name, url)));
        }
        command
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let name = &self.name;
        self.on_the_server(&format!("DROP SCHEMA {name}_register CASCADE; DROP SCHEMA {name}_urn CASCADE"));
    }
}

fn audit(ground: Ground, people: usize) -> Result<Report, NotCarriedOut> {
    let tell = Box::new(|how_far: &str| eprintln!("… {how_far}"));
    actix_web::rt::System::new().block_on(attack::audit(Wanted { ground, people, tell }))
}

#[test]
fn no_attack_finds_anything_every_planted_leak_is_found_and_nothing_is_left_behind() {
    let place = Place::new();
    let report = audit(place.ground(), 8).unwrap();
    for verdict in &report.attacks {
        assert!(verdict.tried > 0, "{} tried nothing", verdict.attack);
        assert!(verdict.holds, "{}: {:#?}", verdict.attack, verdict.witnesses);
        assert!(report.control.iter().any(|leak| leak.attack == verdict.attack), "no leak was planted for {}", verdict.attack);
    }
    for leak in &report.control {
        assert!(leak.found, "{} ({}) was not found", leak.planted, leak.attack);
    }
    assert!(report.passed);
    assert!(report.control.len() >= 30, "{:#?}", report.control);

    // The place is empty again: the command would refuse it otherwise.
    let folder = env::temp_dir().join(format!("clearjai-{}", place.name));
    std::fs::create_dir(&folder).unwrap();
    let arguments = ["audit", "--people", "8", "--json", "--html", "report.html"];
    let output = place.command(&arguments).env("TMPDIR", &folder).current_dir(&folder).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}\n{}", String::from_utf8_lossy(&output.stdout));
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let part = |name: &str| report.get(name).cloned().unwrap_or_default();
    assert_eq!(part("passed"), true);
    assert_eq!(part("people"), 8);
    assert_eq!(part("engine"), if place.server.is_some() { "PostgreSQL" } else { "SQLite" });
    assert!(said.contains('…'), "long work shows progress: {said}");
    let page = std::fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(page.contains("every planted leak was") && page.contains("differences"), "{page}");
    std::fs::remove_file(folder.join("report.html")).unwrap();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0, "nothing is left");
    std::fs::remove_dir(&folder).unwrap();
}

#[test]
fn what_cannot_be_carried_out_is_no_verdict() {
    let place = Place::new();
    let output = place.command(&["audit", "--people", "3"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("At least 8 people"));

    if place.server.is_none() {
        eprintln!("skipped: a database in use is refused (needs TEST_DATABASE_URL)");
        return;
    }
    place.on_the_server(&format!("CREATE TABLE {}_urn.somebodys (id INTEGER)", place.name));
    let output = place.command(&["audit"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("urn database named in the settings is not empty"));
    place.on_the_server(&format!("DROP TABLE {}_urn.somebodys", place.name));
}
