//! What templates refuse, and that nothing typed breaks them.

use proptest::prelude::*;

use super::{
    Fault, Occasion, Template, Text, Variable, render,
    template::{BODY_MOST, Field, SUBJECT_MOST},
};
use crate::{address::EmailAddress, campaigns::Kind, language::Language};

const OWN: &str = "https://clear.example";

fn faults(kind: Kind, subject: &str, body: &str) -> Vec<Fault> {
    let text = Text { subject: subject.to_owned(), body: body.to_owned() };
    Template::parse(kind, &text, OWN).err().unwrap_or_default()
}

#[test]
fn every_standard_text_is_a_letter_and_each_name_is_understood_in_either_language() {
    for kind in Kind::ALL {
        for language in Language::ALL {
            assert!(Template::parse(kind, &Text::standard(kind, language), OWN).is_ok(), "{kind:?} {language:?}");
        }
    }
    assert_eq!(faults(Kind::Invitation, "ถึง {closes}", "{ลิงก์} {link}"), [Fault::LinkTwice]);
    assert_eq!(faults(Kind::Reminder, "by {ปิดรับ}", "{ลิงก์}\n{stop}"), []);
}

#[test]
fn every_fault_is_found_at_once() {
    let found = faults(Kind::Reminder, "a {link}\nb {nope}", "{closed} {");
    let unknown = |field, name: &str, nearest| Fault::Unknown { field, name: name.to_owned(), nearest };
    for fault in [
        unknown(Field::Subject, "nope", None),
        unknown(Field::Body, "closed", Some(Variable::Closes)),
        Fault::Unclosed(Field::Body),
        Fault::LineBreakInSubject,
        Fault::AddressInSubject(Variable::Link),
        Fault::NoLink,
        Fault::NoStop,
    ] {
        assert!(found.contains(&fault), "{fault:?} in {found:?}");
    }
    assert_eq!(found.len(), 7);
}

#[test]
fn an_invitation_tells_no_number_and_has_no_way_out_of_reminders() {
    let not_here = |variable| Fault::NotHere { field: Field::Body, variable };
    let found = faults(Kind::Invitation, "x", "{link}\n{answered} {หยุดเตือน}");
    assert_eq!(found, [not_here(Variable::Answered), not_here(Variable::Stop)]);
    assert_eq!(faults(Kind::Reminder, "x", "{answered} {link}\n{stop}"), [Fault::AnsweredBesideAddress]);
}

#[test]
fn a_text_is_as_long_as_it_may_be_and_no_longer() {
    let body = |letters: usize| format!("{{link}}{}", "ก".repeat(letters - 6));
    assert_eq!(faults(Kind::Invitation, &"ก".repeat(SUBJECT_MOST), &body(BODY_MOST)), []);
    let found = faults(Kind::Invitation, &"ก".repeat(SUBJECT_MOST + 1), &body(BODY_MOST + 1));
    let too_long = |field, most| Fault::TooLong { field, most };
    assert_eq!(found, [too_long(Field::Subject, SUBJECT_MOST), too_long(Field::Body, BODY_MOST)]);
    assert_eq!(faults(Kind::Invitation, " ", "{link}"), [Fault::Missing(Field::Subject)]);
}

#[test]
fn no_letter_leads_to_another_host() {
    for address in [
        "http://clear.example/x",
        "https://clear.example.evil.th/",
        "https://clear.example@evil.th",
        "https://evil.th/https://clear.example/",
        "HTTPS://EVIL.TH",
        "ftp://clear.example",
        "ดูที่https://evil.thนะ",
        "www.evil.th",
        "(www.evil.th)",
        "WWW.clear.example",
        "evil.com",
        "bit.ly/3x",
        "sub.evil.example/login",
        "somsri@evil.go.th",
        "mailto:somsri",
        "<a href=\"https://evil.th\">",
        "//evil.th",
        "javascript://x",
    ] {
        let found = faults(Kind::Invitation, "x", &format!("{{link}}\n{address}"));
        assert!(found.iter().any(|fault| matches!(fault, Fault::Foreign { field: Field::Body, .. })), "{address}: {found:?}");
    }
    assert!(matches!(faults(Kind::Invitation, "evil.com", "{link}")[..], [Fault::Foreign { field: Field::Subject, .. }]));
}

#[test]
fn our_own_addresses_and_ordinary_writing_are_fine() {
    for words in [
        "https://clear.example/privacy",
        "อ่านที่ https://clear.example/privacy.",
        "https://clear.example",
        "ปิดรับ 16.30 น. วันที่ 30 มิ.ย. 2569",
        "e.g. questions 1/2, 2.5 and a.m.",
        "ม.ค.–มี.ค. หน้า 1.2/3",
        "ติดต่อ โทร. 0-2123-4567 ต่อ 12",
        "and/or; ratio 3:4",
        "ฝ่ายบุคคล (ชั้น 2)",
    ] {
        assert_eq!(faults(Kind::Invitation, "x", &format!("{{link}}\n{words}")), [], "{words}");
    }
}

proptest! {
    /// Whatever is typed: it is read or refused; and what was read leaves no variable when it is filled in.
    #[test]
    fn nothing_breaks_a_template(
        subject in "(\\PC|[{}\n]|\\{closes\\}|\\{ลิงก์\\}){0,12}",
        body in "(\\PC|[{}\n./@:]|\\{link\\}|\\{หยุดเตือน\\}|\\{answered\\}|\\{about\\}|www|http|ที่){0,24}",
    ) {
        let text = Text::typed(&subject, &body);
        for kind in Kind::ALL {
            for body in [text.body.clone(), format!("{}\n{{link}}\n{{stop}}", text.body.replace("{link}", ""))] {
                let text = Text { body, ..text.clone() };
                if let Ok(template) = Template::parse(kind, &text, OWN) {
                    let occasion = Occasion { link: "L".into(), stop: "S".into(), about: "A".into(), ..Occasion::default() };
                    let letter = render(&template, &occasion, EmailAddress::parse("a@b.th").unwrap());
                    let said = crate::mail::as_text(&letter, &crate::mail::Sender::default()) + &letter.subject;
                    prop_assert!(!said.contains(['{', '}']), "{said}");
                }
            }
        }
    }
}
