//! The adversary, at work: on SQLite, or on PostgreSQL where `TEST_DATABASE_URL` says so.
#![expect(clippy::unwrap_used, reason = "an audit that cannot go on should say where")]

use std::{env, fs, process::Command};

use clearjai::dice::Chance;
use diesel::{Connection, PgConnection, RunQueryDsl, connection::SimpleConnection, sql_query};
use serde_json::Value;

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

#[test]
fn no_attack_finds_anything_every_planted_leak_is_found_and_nothing_is_left_behind() {
    let place = Place::new();
    let folder = env::temp_dir().join(format!("clearjai-{}", place.name));
    fs::create_dir(&folder).unwrap();
    let arguments = ["audit", "--people", "8", "--json", "--html", "report.html"];
    let output = place.command(&arguments).env("TMPDIR", &folder).current_dir(&folder).output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}\n{}", String::from_utf8_lossy(&output.stdout));
    assert!(told.contains('…'), "long work shows progress: {told}");

    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let (attacks, planted) = (report["attacks"].as_array().unwrap(), report["control"].as_array().unwrap());
    assert!(attacks.len() >= 20 && planted.len() >= 30, "{report:#}");
    for attack in attacks {
        assert!(attack["tried"].as_u64() > Some(0), "this tried nothing: {attack:#}");
        assert_eq!(attack["holds"], true, "{attack:#}");
        assert!(planted.iter().any(|leak| leak["attack"] == attack["attack"]), "no leak was planted for {}", attack["attack"]);
    }
    for leak in planted {
        assert_eq!(leak["found"], true, "{leak:#}");
    }
    assert_eq!(report["passed"], true);
    assert_eq!(report["people"], 8);
    assert_eq!(report["engine"], if place.server.is_some() { "PostgreSQL" } else { "SQLite" });

    let page = fs::read_to_string(folder.join("report.html")).unwrap();
    assert!(page.contains("every planted leak was") && page.contains("differences"), "{page}");
    fs::remove_file(folder.join("report.html")).unwrap();
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "nothing is left");
    fs::remove_dir(&folder).unwrap();

    // Nor in the databases: it would refuse them otherwise.
    let Some(url) = &place.server else { return };
    let mut server = PgConnection::establish(url).unwrap();
    for side in ["register", "urn"] {
        let tables = format!("SELECT 1 FROM pg_tables WHERE schemaname = '{}_{side}'", place.name);
        assert_eq!(sql_query(tables).execute(&mut server).unwrap(), 0, "tables are left");
    }
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
