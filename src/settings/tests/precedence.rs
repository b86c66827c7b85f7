//! The settings tested: precedence.

use std::{cell::RefCell, io, path::Path};

use super::{Settings, fault, read, read_with_file};
use crate::settings::{LogLevel, MailRoute, MasterKey, SETTINGS};

#[test]
fn without_anything_written_the_defaults_hold() {
    let settings = read(&[]);
    assert_eq!(settings.data, Path::new("data"));
    assert_eq!(settings.bind, ["127.0.0.1:8080".parse().unwrap_or_else(|_| panic!())]);
    assert_eq!(settings.public_url.origin(), "http://127.0.0.1:8080");
    assert_eq!(settings.ballot_url, None);
    assert_eq!(settings.register_url.to_string(), "sqlite:data/register.db");
    assert_eq!(settings.urn_url.to_string(), "sqlite:data/urn.db");
    assert_eq!(settings.master_key, MasterKey::File("data/master.key".into()));
    assert_eq!(settings.mail, MailRoute::Folder("data/letters".into()));
    assert_eq!(settings.mail_from, None);
    assert_eq!(settings.mail_parallel, 8);
    assert_eq!(settings.mail_per_minute, None);
    assert_eq!(settings.tls, None);
    assert!((1..=256).contains(&settings.workers));
    assert_eq!(settings.database_connections, 8);
    assert_eq!(settings.max_connections, 10_000);
    assert_eq!(settings.log, LogLevel::Info);
}

#[test]
fn the_environment_goes_before_the_file_and_the_file_before_the_defaults() {
    let settings = read_with_file(&[("CLEARJAI_LOG", "warn")], "log = \"debug\"\nmail_parallel = 3");
    assert_eq!(settings.log, LogLevel::Warn);
    assert_eq!(settings.mail_parallel, 3);
    assert_eq!(settings.max_connections, 10_000);
}

#[test]
fn what_the_environment_overrules_need_not_be_right_in_the_file() {
    let settings = read_with_file(&[("CLEARJAI_LOG", "warn")], "log = \"loud\"");
    assert_eq!(settings.log, LogLevel::Warn);
}

#[test]
fn an_empty_variable_counts_as_not_written() {
    let settings = read_with_file(&[("CLEARJAI_LOG", " ")], "log = \"debug\"");
    assert_eq!(settings.log, LogLevel::Debug);
}

#[test]
fn all_defaults_follow_the_data_folder() {
    let settings = read(&[("CLEARJAI_DATA", "/srv/clearjai")]);
    assert_eq!(settings.register_url.to_string(), "sqlite:/srv/clearjai/register.db");
    assert_eq!(settings.urn_url.to_string(), "sqlite:/srv/clearjai/urn.db");
    assert_eq!(settings.master_key, MasterKey::File("/srv/clearjai/master.key".into()));
    assert_eq!(settings.mail, MailRoute::Folder("/srv/clearjai/letters".into()));
}

#[test]
fn the_file_is_looked_for_in_the_data_folder_unless_it_is_named() {
    assert_eq!(file_asked_for(&[]), "data/clearjai.toml");
    assert_eq!(file_asked_for(&[("CLEARJAI_DATA", "/srv")]), "/srv/clearjai.toml");
    let named = [("CLEARJAI_DATA", "/srv"), ("CLEARJAI_CONFIG", "/etc/c.toml")];
    assert_eq!(file_asked_for(&named), "/etc/c.toml");
}

#[test]
fn a_named_file_must_be_there() {
    assert_eq!(
        fault(&[("CLEARJAI_CONFIG", "/etc/c.toml")]),
        "/etc/c.toml is not there. Write the path of a text file that the program may read to \
         CLEARJAI_CONFIG, or use environment variables alone and remove the file."
    );
}

#[test]
fn a_file_that_cannot_be_read_is_a_fault_even_where_it_is_optional() {
    let denied = |_: &Path| Err(io::Error::from(io::ErrorKind::PermissionDenied));
    let outcome = Settings::read([("CLEARJAI_SMTP_URL", "smtp://mail")], &denied);
    let text = super::only(outcome);
    assert!(text.starts_with("data/clearjai.toml cannot be read (permission denied)."), "{text}");
}

#[test]
fn variables_of_other_programs_and_of_kubernetes_are_passed_over() {
    read(&[
        ("PATH", "/bin"),
        ("CLEARJAI_SERVICE_HOST", "10.0.0.1"),
        ("CLEARJAI_SERVICE_PORT", "80"),
        ("CLEARJAI_WEB_SERVICE_PORT_HTTP", "80"),
        ("CLEARJAI_PORT", "tcp://10.0.0.1:80"),
        ("CLEARJAI_PORT_80_TCP_ADDR", "10.0.0.1"),
    ]);
}

#[test]
fn every_example_in_the_list_of_settings_is_understood() {
    let left_out = ["CLEARJAI_CONFIG", "CLEARJAI_MASTER_KEY", "CLEARJAI_METRICS_TOKEN"];
    let examples: Vec<_> = Settings::explain()
        .iter()
        .filter(|known| !left_out.contains(&known.name))
        .map(|known| (known.name, known.example))
        .collect();
    let settings = read(&examples);
    assert!(settings.public_url.scheme_is_https());
    assert_eq!(settings.mail_per_minute.map(Into::into), Some(300_u32));
}

#[test]
fn the_list_of_settings_is_complete_and_each_is_described() {
    assert_eq!(SETTINGS.len(), 21);
    for known in SETTINGS {
        assert!(known.name.starts_with("CLEARJAI_"), "{}", known.name);
        assert!(known.purpose.ends_with('.'), "{}", known.name);
        assert!(!known.default.is_empty() && !known.example.is_empty(), "{}", known.name);
    }
}

fn file_asked_for(variables: super::Variables<'_>) -> String {
    let asked = RefCell::new(String::new());
    let note = |path: &Path| {
        asked.replace(path.display().to_string());
        Ok(Some(String::new()))
    };
    let outcome = Settings::read(variables.iter().copied(), &note);
    assert!(outcome.is_ok());
    asked.into_inner()
}
