//! What other mail servers write back: addresses that letters do not reach, and when HR sees them.

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

use clearjai::{
    address::EmailAddress,
    campaigns::{self, Noted, Returned},
    ids::{PersonId, SurveyId},
    mail::AddressFault,
    people,
};

use crate::{
    commands::{Folder, command},
    eligible::crew::demo,
    house::{House, Visitor},
    rounds::desk::*,
};

const REPORT: &str = "From: MAILER-DAEMON@mx.example.go.th\r\nContent-Type: multipart/report; report-type=delivery-status;\r\n\tboundary=\"b/1\"\r\n\r\n--b/1\r\nContent-Type: text/plain\r\n\r\nI am sorry.\r\n--b/1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.go.th\r\n\r\nFinal-Recipient: rfc822; somchai@example.go.th\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b/1--\r\n";

impl House {
    fn hears_back(&self, email: &EmailAddress, fault: AddressFault) -> Noted {
        let (email, now) = (email.clone(), self.clock.now());
        let noted =
            self.rooms.db.register(move |conn| campaigns::note_undeliverable(conn, &email, fault, Returned::AnyLetter, now));
        self.wait_for(noted).unwrap()
    }

    /// Somebody who may answer, with an address.
    fn one_on_the_roll(&self, survey: SurveyId) -> (PersonId, EmailAddress) {
        self.place().in_the_register(
            "UPDATE people SET email = 'malee@example.go.th' WHERE id = (SELECT person_id FROM roll ORDER BY person_id LIMIT 1)",
        );
        let email = EmailAddress::parse("malee@example.go.th").unwrap();
        let wanted = email.clone();
        let found = self.rooms.db.read_register(move |conn| {
            let person = people::owner_of_address(conn, &wanted)?.unwrap();
            assert!(people::entry(conn, survey, person)?.is_some());
            Ok::<_, diesel::result::Error>(person)
        });
        (self.wait_for(found).unwrap(), email)
    }
}

/// A round that staff are answering, from 1 to 14 December, with the coordinator and HR.
fn open_round(house: &House) -> (SurveyId, Visitor<'_>, Visitor<'_>) {
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(house);
    ready(house, &coordinator, &hr, id);
    comes(house, 1, 9, 0);
    house.timetable_runs();
    coordinator.is_in("chai@example.go.th");
    hr.is_in("busaba@example.go.th");
    (id, coordinator, hr)
}

#[test]
fn hr_sees_an_address_that_letters_do_not_reach_until_it_is_corrected() {
    let house = House::open();
    let (id, _, hr) = open_round(&house);
    hr.opens("/hr/undeliverable").says("ไม่มีอีเมลที่ส่งไม่ถึง");
    let (person, email) = &house.one_on_the_roll(id);
    assert_eq!(house.hears_back(email, AddressFault::Unknown), Noted::Marked);
    assert_eq!(house.hears_back(email, AddressFault::Full), Noted::Known);
    assert_eq!(house.hears_back(&EmailAddress::parse("nobody@example.go.th").unwrap(), AddressFault::Full), Noted::Nobody);
    hr.opens("/hr/undeliverable").says(email.reveal()).says("ไม่มีตู้จดหมายนี้").says("1 ธ.ค. 2569");
    hr.opens("/hr/roster").says("ดูอีเมลที่ส่งไม่ถึง");
    let page = hr.opens(&format!("/hr/roster/people/{person}"));
    page.says("จดหมายส่งไม่ถึง");

    let (person, everybody) = (*person, house.rooms.db.clone());
    let corrected = everybody.register(move |conn| {
        assert!(people::is_undeliverable(conn, person)?);
        Ok::<_, diesel::result::Error>(())
    });
    house.wait_for(corrected).unwrap();
    house
        .place()
        .in_the_register(&format!("UPDATE people SET email = 'corrected@example.go.th' WHERE email = '{}'", email.reveal()));
    hr.opens("/hr/undeliverable").says("ไม่มีอีเมลที่ส่งไม่ถึง");
    hr.opens(&format!("/hr/roster/people/{person}")).does_not_say("จดหมายส่งไม่ถึง");
}

#[test]
fn what_a_reminder_may_have_found_out_is_never_shown_and_forgotten_when_the_survey_is_over() {
    let house = House::open();
    let (id, coordinator, hr) = open_round(&house);
    let (person, email) = &house.one_on_the_roll(id);
    house.place().in_the_register(
        "INSERT INTO campaigns (id, survey_id, kind, number, day) SELECT id, id, 'reminder', 1, '2026-12-03' FROM surveys WHERE state = 'open'",
    );
    assert_eq!(house.hears_back(email, AddressFault::Unknown), Noted::Marked);
    let is_hidden = || {
        hr.opens("/hr/undeliverable").does_not_say(email.reveal());
        hr.opens("/hr/roster").does_not_say("ดูอีเมลที่ส่งไม่ถึง");
        hr.opens(&format!("/hr/roster/people/{person}")).does_not_say("จดหมายส่งไม่ถึง");
    };
    is_hidden();
    extends(&coordinator, id, "18", "16.30").is(303);
    comes(&house, 15, 12, 0);
    house.timetable_runs();
    hr.is_in("busaba@example.go.th");
    is_hidden();
    comes(&house, 18, 16, 45);
    house.timetable_runs();
    hr.is_in("busaba@example.go.th");
    is_hidden();
    house.turn(clearjai::clock::HOUR);
    house.timetable_runs();
    let person = *person;
    let is_marked = house.rooms.db.read_register(move |conn| people::is_undeliverable(conn, person));
    assert!(!house.wait_for(is_marked).unwrap());
}

#[test]
fn an_address_that_was_put_right_or_is_tried_again_is_invited() {
    let house = House::open();
    let (id, _, hr) = open_round(&house);
    let (person, email) = house.one_on_the_roll(id);
    let is_uninvited = || {
        let uninvited = house.rooms.db.read_register(move |conn| people::uninvited(conn, id));
        house.wait_for(uninvited).unwrap().iter().any(|(one, _)| *one == person)
    };
    house.turn(clearjai::clock::MINUTE);
    house.timetable_runs();
    house.leaves_letters();
    assert!(!is_uninvited(), "the invitation is on its way");
    assert_eq!(house.hears_back(&email, AddressFault::Full), Noted::Marked);
    assert!(!is_uninvited(), "no letter goes to an address that is marked");
    let page = hr.opens("/hr/undeliverable");
    hr.sends(&page, "/hr/undeliverable/again", &[("person", &person.to_string())]).is(303);
    assert!(is_uninvited());
    hr.opens("/hr/undeliverable").says("ไม่มีอีเมลที่ส่งไม่ถึง");
}

fn fed(mut command: Command, message: &str) -> Output {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(message.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn the_command_says_what_it_understood_and_quotes_nothing() {
    let folder = Folder::new();
    let told = fed(command(&folder.data(), &["mail", "bounce"]), REPORT);
    let said = String::from_utf8_lossy(&[&told.stdout[..], &told.stderr[..]].concat()).into_owned();
    assert_eq!(told.status.code(), Some(0), "{said}");
    assert!(said.contains("there is no such mailbox") && said.contains("nobody on the roster"), "{said}");
    assert!(!said.contains("somchai") && !said.contains("sorry"), "{said}");

    let other = fed(command(&folder.data(), &["mail", "bounce"]), "Subject: hello\r\n\r\nA letter of mine.\r\n");
    assert_eq!(other.status.code(), Some(1));
    let said = String::from_utf8_lossy(&other.stderr).into_owned();
    assert!(said.contains("no report") && !said.contains("of mine"), "{said}");
}
