//! The settings tested: faults.

use super::{Settings, fault, try_read};

#[test]
fn all_faults_are_told_together() {
    let outcome = try_read(&[
        ("CLEARJAI_BIND", "abc"),
        ("CLEARJAI_LOG", "loud"),
        ("CLEARJAI_WORKER", "4"),
        ("CLEARJAI_TLS_CERT", "cert.pem"),
    ]);
    let Err(faults) = outcome else { panic!() };
    assert_eq!(
        faults.to_string(),
        "The settings have 4 faults:\n\
         CLEARJAI_WORKER is not a setting. Did you mean CLEARJAI_WORKERS?\n\
         CLEARJAI_BIND is \"abc\". Write an address and a port, such as 127.0.0.1:8080.\n\
         CLEARJAI_LOG is \"loud\". Write off, error, warn, info or debug.\n\
         CLEARJAI_TLS_CERT is written without CLEARJAI_TLS_KEY. \
         Write both for HTTPS, or neither behind a reverse proxy."
    );
}

#[test]
fn one_fault_is_counted_as_one() {
    let Err(faults) = try_read(&[("CLEARJAI_LOG", "loud")]) else { panic!() };
    assert!(faults.to_string().starts_with("The settings have 1 fault:\nCLEARJAI_LOG is"));
}

#[test]
fn for_an_unknown_name_the_nearest_is_suggested() {
    for (written, meant) in [
        ("CLEARJAI_BINDS", "CLEARJAI_BIND"),
        ("CLEARJAI_PUBLIC_ULR", "CLEARJAI_PUBLIC_URL"),
        ("CLEARJAI_TLS_CERTIFICATE", "CLEARJAI_TLS_CERT"),
        ("CLEARJAI_SMTP_HOST", "CLEARJAI_SMTP_URL"),
        ("CLEARJAI_DATABASE_URL", "CLEARJAI_REGISTER_URL"),
        ("CLEARJAI_PORT", "CLEARJAI_BIND"),
        ("CLEARJAI_bind", "CLEARJAI_BIND"),
    ] {
        let expected = format!("{written} is not a setting. Did you mean {meant}?");
        assert_eq!(fault(&[(written, "x")]), expected);
    }
}

#[test]
fn for_a_name_far_from_all_others_the_list_is_pointed_to() {
    assert_eq!(
        fault(&[("CLEARJAI_SKYHOOK", "x")]),
        "CLEARJAI_SKYHOOK is not a setting. \
         Remove it; `clearjai doctor --settings` lists every setting."
    );
}

#[test]
fn numbers_outside_their_range_are_refused() {
    for (name, value, range) in [
        ("CLEARJAI_MAIL_PARALLEL", "0", "1 to 64"),
        ("CLEARJAI_MAIL_PARALLEL", "65", "1 to 64"),
        ("CLEARJAI_MAIL_PER_MINUTE", "-1", "0 to 1000000"),
        ("CLEARJAI_WORKERS", "+4", "1 to 256"),
        ("CLEARJAI_WORKERS", "four", "1 to 256"),
        ("CLEARJAI_DATABASE_CONNECTIONS", "1", "2 to 200"),
        ("CLEARJAI_MAX_CONNECTIONS", "99999999999999999999", "1 to 1000000"),
    ] {
        let expected = format!("{name} is \"{value}\". Write a whole number from {range}.");
        assert_eq!(fault(&[(name, value)]), expected);
    }
}

#[test]
fn a_key_and_a_key_file_exclude_each_other() {
    assert_eq!(
        fault(&[("CLEARJAI_KEY_FILE", "key"), ("CLEARJAI_MASTER_KEY", "c2VjcmV0")]),
        "CLEARJAI_MASTER_KEY and CLEARJAI_KEY_FILE are both written. \
         Write the one that holds the key, and leave the other out."
    );
}

#[test]
fn https_needs_certificate_and_key() {
    assert_eq!(
        fault(&[("CLEARJAI_TLS_KEY", "key.pem")]),
        "CLEARJAI_TLS_KEY is written without CLEARJAI_TLS_CERT. \
         Write both for HTTPS, or neither behind a reverse proxy."
    );
}

#[test]
fn a_long_or_unprintable_value_is_shown_on_one_short_line() {
    let text = fault(&[("CLEARJAI_LOG", &format!("a\nb{}", "x".repeat(500)))]);
    assert!(text.starts_with("CLEARJAI_LOG is \"a\\nbxxx"), "{text}");
    assert!(text.chars().count() < 200 && !text.contains('\n'), "{text}");
}

#[cfg(unix)]
#[test]
fn a_value_that_is_no_text_is_refused() {
    use std::{ffi::OsString, os::unix::ffi::OsStringExt};
    let value = OsString::from_vec(vec![0xff]);
    let outcome = Settings::read([("CLEARJAI_DATA", value)], &|_| Ok(None));
    assert_eq!(super::only(outcome), "CLEARJAI_DATA is not valid UTF-8. Write it again as UTF-8 text.");
}
