//! The settings tested: secrets.

use super::{read, try_read, try_read_with_file};
use crate::settings::{MasterKey, Secret, secret::masked};

#[test]
fn settings_show_no_secret() {
    let settings = read(&[
        ("CLEARJAI_REGISTER_URL", "postgres://app:hunter2@db/register?sslpassword=hunter2"),
        ("CLEARJAI_URN_URL", "postgres://app:hunter2@db/urn?password=hunter2"),
        ("CLEARJAI_SMTP_URL", "smtp://app:hunter2@mail:587?tls=required"),
        ("CLEARJAI_MAIL_FROM", "a@b"),
        ("CLEARJAI_MASTER_KEY", "hunter2"),
    ]);
    let shown = format!("{settings:?} {settings:#?} {} {}", settings.urn_url, settings.mail);
    assert!(!shown.contains("hunter2"), "{shown}");
    assert!(shown.contains("postgres://app:…@db/urn?password=…"), "{shown}");
    assert!(shown.contains("smtp://app:…@mail:587?tls=required"), "{shown}");
    assert_eq!(settings.master_key, MasterKey::Given(Secret::new("hunter2")));
}

#[test]
fn no_fault_shows_a_secret_however_broken_its_url_is() {
    for value in [
        "postgres://app:hunter2@h",
        "postgres://app:hunter2",
        "postgres://app:@hunter2@h/c",
        "postgres://app:x/hunter2@h/c",
        "postgres://app:x?hunter2@h/c",
        "postgres://app:x#hunter2@h:x",
        "postgres://h?password=hunter2",
        "postgres://h/?a=b&sslpassword=hunter2",
        "postgres://app:x/hunter2",
        "postgres:app:hunter2@h/c",
        "mysql://app:hunter2@h/c",
        "app:hunter2@h/c",
        "host=h password=hunter2",
        "smtp://app:hunter2",
        "smtp://app:x/hunter2@h",
        "smtp://app:x#hunter2@h",
        "smtp://app:hunter2@h?tls=none",
        "smtp://app:hunter2@h?tls=required#hunter2",
        "smtp:app:hunter2@h",
        "app:hunter2://h",
        "hunter2",
    ] {
        for name in ["CLEARJAI_URN_URL", "CLEARJAI_SMTP_URL"] {
            // Alone, "hunter2" is a fine name for a database file.
            if (name, value) == ("CLEARJAI_URN_URL", "hunter2") {
                continue;
            }
            let Err(faults) = try_read(&[(name, value)]) else {
                panic!("{name} {value}");
            };
            let shown = format!("{faults} {faults:?}");
            assert!(!shown.contains("hunter2"), "{shown}");
        }
    }
}

#[test]
fn a_secret_in_the_wrong_setting_is_not_shown_either() {
    for (name, value) in [
        ("CLEARJAI_PUBLIC_URL", "https://app:hunter2@h"),
        ("CLEARJAI_BIND", "postgres://app:hunter2@h/c"),
        ("CLEARJAI_SMTP_PASSWORD", "hunter2"),
    ] {
        let Err(faults) = try_read(&[(name, value)]) else {
            panic!("{name}");
        };
        assert!(!faults.to_string().contains("hunter2"), "{faults}");
    }
}

#[test]
fn a_broken_file_does_not_give_its_passwords_away() {
    for content in [
        "smtp_url = \"smtp://app:hunter2@mail",
        "smtp_url = smtp://app:hunter2@mail",
        "master_key = \"a\" hunter2",
        "master_key = \"\\hunter2\"",
        "master_key = [\"hunter2\"]",
        "master_key = { a = \"hunter2\" }",
    ] {
        let Err(faults) = try_read_with_file(&[], content) else {
            panic!("{content}");
        };
        let shown = format!("{faults} {faults:?}");
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}

#[test]
fn a_url_is_shown_with_all_that_is_no_secret() {
    for (url, shown) in [
        ("postgres://app:pw@host/db", "postgres://app:…@host/db"),
        ("postgres://app@one:1,two:2/db", "postgres://app@one:1,two:2/db"),
        ("postgres://a:b@[::1]:5/db?sslmode=require", "postgres://a:…@[::1]:5/db?sslmode=require"),
        ("smtp://mail:25", "smtp://mail:25"),
    ] {
        assert_eq!(masked(url), shown);
    }
}
