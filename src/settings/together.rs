//! What must hold between settings that are right by themselves.

use super::{
    database_url::DatabaseUrl,
    fault::{Fault, Place},
    read::Settings,
    sources::Sources,
};

/// Notes each fault at the setting that is the easier to change.
pub(super) fn check(sources: &mut Sources, settings: &Settings) {
    check_databases(sources, settings);
    check_addresses(sources, settings);
    check_key(sources);
    check_sender(sources);
    check_tls(sources);
}

fn check_databases(sources: &mut Sources, settings: &Settings) {
    const REGISTER: &str = "CLEARJAI_REGISTER_URL";
    const URN: &str = "CLEARJAI_URN_URL";
    if sources.is_faulty(REGISTER) || sources.is_faulty(URN) {
        return;
    }
    let (register, urn) = (&settings.register_url, &settings.urn_url);
    if register.is_postgres() != urn.is_postgres() {
        let (name, other) = if sources.given.contains_key(URN) { (URN, REGISTER) } else { (REGISTER, URN) };
        let problem = format!("and {other} are not of the same kind: one is PostgreSQL, one a file of SQLite");
        sources.refuse(name, &problem, "Write two PostgreSQL databases, or two files.");
    } else if register.is_same_as(urn) {
        let (problem, advice) = match urn {
            DatabaseUrl::Sqlite(_) => (
                "and CLEARJAI_REGISTER_URL are the same file",
                "Write another file, such as sqlite:data/urn.db: who and what are never kept \
                 together.",
            ),
            DatabaseUrl::Postgres(_) => (
                "and CLEARJAI_REGISTER_URL are the same database and schema",
                "Write another database, or another schema and role by adding \
                 ?options=-csearch_path%3Durn: who and what are never kept together.",
            ),
        };
        sources.refuse(URN, problem, advice);
    }
}

fn check_addresses(sources: &mut Sources, settings: &Settings) {
    if settings.ballot_url.as_ref() == Some(&settings.public_url) {
        sources.refuse("CLEARJAI_BALLOT_URL", "is the same as CLEARJAI_PUBLIC_URL", "Write another address, or leave it out.");
    }
}

fn check_key(sources: &mut Sources) {
    let is_given = |name| sources.given.contains_key(name);
    if is_given("CLEARJAI_MASTER_KEY") && is_given("CLEARJAI_KEY_FILE") {
        sources.refuse(
            "CLEARJAI_MASTER_KEY",
            "and CLEARJAI_KEY_FILE are both written",
            "Write the one that holds the key, and leave the other out.",
        );
    }
}

fn check_sender(sources: &mut Sources) {
    let is_smtp = |text: &str| text.starts_with("smtp");
    let route = sources.given.get("CLEARJAI_SMTP_URL");
    let uses_smtp = route.is_some_and(|route| is_smtp(&route.text));
    if uses_smtp && !sources.given.contains_key("CLEARJAI_MAIL_FROM") {
        sources.refuse(
            "CLEARJAI_MAIL_FROM",
            "is missing, and letters are sent by SMTP",
            "Write the sender, such as ClearJai <no-reply@example.go.th>.",
        );
    }
}

fn check_tls(sources: &mut Sources) {
    let names = ["CLEARJAI_TLS_CERT", "CLEARJAI_TLS_KEY"];
    let written = names.map(|name| sources.given.contains_key(name));
    let (name, other) = match written {
        [true, false] => ("CLEARJAI_TLS_CERT", "CLEARJAI_TLS_KEY"),
        [false, true] => ("CLEARJAI_TLS_KEY", "CLEARJAI_TLS_CERT"),
        _ => return,
    };
    let problem = format!("is written without {other}");
    sources.refuse(name, &problem, "Write both for HTTPS, or neither behind a reverse proxy.");
}

impl Sources {
    fn refuse(&mut self, name: &str, problem: &str, advice: &str) {
        let place = self.given.get(name).map_or(Place::Variable, |given| given.place.clone());
        self.faults.push(Fault::new(name, &place, problem, advice));
    }

    fn is_faulty(&self, name: &str) -> bool {
        self.faults.iter().any(|fault| fault.name() == name)
    }
}
