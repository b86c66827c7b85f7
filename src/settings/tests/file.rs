//! The settings tested: file.

use crate::settings::Fault;

use super::{fault_with_file, read_with_file, try_read_with_file};

#[test]
fn texts_numbers_and_lists_are_understood() {
    let settings = read_with_file(
        &[],
        "\u{feff}# ClearJai\r\nbind = [\"127.0.0.1:80\", \"[::1]:80\"]\r\nworkers = 0x10\r\n\
         max_connections = 20_000\r\nmail_parallel = \"2\"\r\n",
    );
    assert_eq!(settings.bind.len(), 2);
    assert_eq!(settings.workers, 16);
    assert_eq!(settings.max_connections, 20_000);
    assert_eq!(settings.mail_parallel, 2);
}

#[test]
fn a_fault_in_the_file_names_file_and_line() {
    assert_eq!(
        fault_with_file(&[], "# ClearJai\n\nlog = \"loud\""),
        "log (data/clearjai.toml, line 3) is \"loud\". Write off, error, warn, info or debug."
    );
}

#[test]
fn a_file_that_is_no_toml_is_one_fault_with_line_and_column() {
    let content = "log = \"info\"\nbind 127.0.0.1\nworkers = many";
    let text = fault_with_file(&[("CLEARJAI_SMTP_URL", "smtp://mail")], content);
    assert_eq!(
        text,
        "data/clearjai.toml is not valid TOML at line 2, column 6: \
         key with no value, expected `=`. Write lines such as bind = \"127.0.0.1:8080\"."
    );
}

#[test]
fn the_column_counts_characters_and_not_bytes() {
    let text = fault_with_file(&[], "mail_from = \"สวัสดี\" x");
    assert!(text.contains("at line 1, column 22"), "{text}");
}

#[test]
fn an_unknown_name_in_the_file_gets_a_suggestion_as_the_file_spells_it() {
    for written in ["binds", "BIND", "CLEARJAI_BIND", "Bind"] {
        assert_eq!(
            fault_with_file(&[], &format!("{written} = \"127.0.0.1:80\"")),
            format!("{written} (data/clearjai.toml, line 1) is not a setting. Did you mean bind?")
        );
    }
    assert!(fault_with_file(&[], "public-url = \"x\"").ends_with("Did you mean public_url?"));
}

#[test]
fn sections_are_refused() {
    assert_eq!(
        fault_with_file(&[], "[mail]\nfrom = \"a@b\""),
        "mail (data/clearjai.toml, line 1) is a section. Write every setting on a line of its own \
         and no [section], such as bind = \"127.0.0.1:8080\"."
    );
}

#[test]
fn values_of_another_type_are_refused() {
    assert_eq!(
        fault_with_file(&[], "log = true"),
        "log (data/clearjai.toml, line 1) is neither a text nor a whole number. \
         Write a text in quotes, or a whole number."
    );
    assert_eq!(
        fault_with_file(&[], "bind = [8080]"),
        "bind (data/clearjai.toml, line 1) is not a text. \
         Write a text or a list of texts, each in quotes."
    );
}

#[test]
fn the_file_cannot_name_another_file() {
    assert_eq!(
        fault_with_file(&[], "config = \"other.toml\""),
        "config (data/clearjai.toml, line 1) cannot be written in the file itself. \
         Set the environment variable CLEARJAI_CONFIG instead."
    );
}

#[test]
fn faults_of_file_and_environment_are_told_together() {
    let outcome = try_read_with_file(&[("CLEARJAI_BIND", "abc")], "log = \"loud\"\nfoo = 1");
    let Err(faults) = outcome else { panic!() };
    let names: Vec<_> = faults.0.iter().map(Fault::name).collect();
    assert_eq!(names, ["foo", "CLEARJAI_BIND", "CLEARJAI_LOG"]);
}
