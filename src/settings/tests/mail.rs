//! The settings tested: mail.

use super::{fault, fault_with_file, read};
use crate::settings::MailRoute;

const FROM: (&str, &str) = ("CLEARJAI_MAIL_FROM", "ClearJai <no-reply@example.go.th>");

#[test]
fn the_urls_of_lettre_and_a_folder_are_understood() {
    for (url, is_encrypted) in [
        ("smtp://mail", false),
        ("smtp://mail.example.org:25", false),
        ("smtp://u:p@mail:587?tls=required", true),
        ("smtp://mail:587/hello.example.org?tls=opportunistic", false),
        ("smtps://me@example.org:p:w@mail:465", true),
        ("smtp://[::1]:25", false),
    ] {
        let mail = read(&[("CLEARJAI_SMTP_URL", url), FROM]).mail;
        assert!(matches!(&mail, MailRoute::Smtp(given) if given.expose() == url));
        assert_eq!(mail.is_encrypted(), is_encrypted, "{url}");
    }
    let mail = read(&[("CLEARJAI_SMTP_URL", "folder:/srv/letters")]).mail;
    assert_eq!(mail, MailRoute::Folder("/srv/letters".into()));
}

#[test]
fn other_routes_are_refused() {
    for (url, advice) in [
        ("mail.example.org:25", "Write smtps://"),
        ("http://mail", "Write smtps://"),
        ("folder:", "the path of a folder"),
        ("smtp://", "Write the host"),
        ("smtp://mail:0", "Write the host"),
        ("smtp://u:p/w@mail", "/ as %2F"),
        ("smtp://u:p@w/x@mail", "/ as %2F"),
        ("smtp://u:p@mail#x", "# as %23"),
        ("smtp://u@mail", "both a user name and a password"),
        ("smtp://:p@mail", "both a user name and a password"),
        ("smtp://mail?tls=none", "leave it out for no encryption"),
        ("smtp://mail?tls", "tls=required or tls=opportunistic"),
        ("smtp://mail?starttls=yes", "tls=required or tls=opportunistic"),
    ] {
        let text = fault(&[("CLEARJAI_SMTP_URL", url), FROM]);
        assert!(text.contains(advice), "{text}");
    }
}

#[test]
fn smtp_needs_a_sender_and_a_folder_does_not() {
    assert_eq!(
        fault(&[("CLEARJAI_SMTP_URL", "smtp://mail")]),
        "CLEARJAI_MAIL_FROM is missing, and letters are sent by SMTP. \
         Write the sender, such as ClearJai <no-reply@example.go.th>."
    );
    assert_eq!(read(&[("CLEARJAI_SMTP_URL", "folder:x")]).mail_from, None);
}

#[test]
fn a_sender_is_one_address_on_one_line() {
    for right in ["a@b", "ClearJai <a@b>", "ระบบสำรวจ <a@b.go.th>"] {
        let settings = read(&[("CLEARJAI_MAIL_FROM", right)]);
        assert_eq!(settings.mail_from.as_deref(), Some(right));
    }
    for wrong in ["ab", "@b", "a@", "a@b@c", "a@b, c@d", "A <a@b", "A a@b", "A <a@b> x", "A\n<a@b>"] {
        let text = fault(&[("CLEARJAI_MAIL_FROM", wrong)]);
        assert!(text.contains("one address on one line"), "{text}");
    }
    let text = fault_with_file(&[], "mail_from = \"ab\"");
    assert!(text.starts_with("mail_from (data/clearjai.toml, line 1) is \"ab\"."), "{text}");
}
