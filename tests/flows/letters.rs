//! Letters: what they look like on the wire, and what becomes of them when mail servers fail.

mod post_office;

use std::time::Duration;

use post_office::{Answers, PostOffice};

use crate::house::House;

fn asks_for_a_reset(house: &House) {
    house.visitor().fills_in("/forgotten", &[("email", "anan@example.go.th")]).is(303);
}

#[test]
fn a_letter_is_correct_mime_for_thai() {
    let house = House::open();
    house.administrator();
    asks_for_a_reset(&house);
    let letter = house.letter_to("anan@example.go.th");
    assert!(letter.raw.is_ascii(), "seven bits go through everywhere");
    assert!(letter.raw.lines().all(|line| line.len() <= 998));
    assert!(letter.header("Subject").starts_with("=?utf-8?"), "{}", letter.header("Subject"));
    assert!(letter.header("Message-ID").ends_with("@clear.example>"), "{}", letter.header("Message-ID"));
    assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
    assert!(letter.header("Content-Type").starts_with("multipart/alternative"));
    assert!(letter.text().contains("ตั้งรหัสผ่านใหม่"));
    assert!(!letter.text().contains(['\u{2060}', '\u{200b}', '\u{a0}']), "no invisible characters");
}

#[test]
fn a_copy_of_the_database_opens_no_letter_and_mints_no_link() {
    let house = House::open();
    house.leaves_letters();
    house.administrator();
    asks_for_a_reset(&house);
    if !house.place().is_sqlite() {
        eprintln!("skipped: a_copy_of_the_database_opens_no_letter_and_mints_no_link reads files of SQLite");
        return;
    }
    let mut stolen = Vec::new();
    for file in ["register.db", "register.db-wal", "urn.db", "urn.db-wal"] {
        stolen.extend(std::fs::read(house.place().folder().join(file)).unwrap_or_default());
    }
    for secret in ["/reset/", "clear.example/", "ตั้งรหัสผ่านใหม่", crate::house::PASSWORD] {
        assert!(!stolen.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret}");
    }
    // The same reading would find what does lie there openly.
    assert!(stolen.windows(8).any(|window| window == b"password"));
}

#[test]
fn a_mail_server_takes_letters_and_nothing_of_them_stays() {
    let post = PostOffice::open(Answers::Well);
    let house = House::open_with(&post.settings());
    let admin = house.administrator();
    admin.fills_in("/admin/mail", &[]);
    let page = admin.opens("/admin/mail");
    admin.sends(&page, "/admin/mail/test", &[]).is(303);
    let round = house.courier_runs();
    assert_eq!((round.sent, round.later, round.given_up), (1, 0, 0));
    let taken = post.taken();
    assert_eq!(taken.len(), 1);
    assert!(taken[0].contains("To: anan@example.go.th"));
    assert!(taken[0].contains("From: ClearJai <no-reply@example.go.th>") || taken[0].contains("no-reply@example.go.th"));
    admin.opens("/admin/mail").says("รอส่ง 0 ฉบับ").says("ไม่มีจดหมายที่มีปัญหา");
}

#[test]
fn a_busy_server_is_tried_again_later_with_the_same_message_id() {
    for answers in [Answers::Busy, Answers::HangUpInData, Answers::RecipientLater] {
        let post = PostOffice::open(answers);
        let house = House::open_alone(&post.settings());
        let admin = house.administrator();
        asks_for_a_reset(&house);
        let round = house.courier_runs();
        assert_eq!((round.sent, round.later, round.given_up), (0, 1, 0), "{answers:?}");
        assert_eq!(house.courier_runs().later, 0, "not before the pause is over");
        admin.opens("/admin/mail").says("จะลองใหม่").does_not_say("anan@example.go.th was");

        post.now_answers(Answers::Well);
        house.turn(Duration::from_secs(80));
        assert_eq!(house.courier_runs().sent, 1);
        let ids: Vec<_> = post.message_ids();
        assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    }
}

#[test]
fn a_mailbox_that_does_not_exist_is_given_up_and_shown_without_its_address() {
    let post = PostOffice::open(Answers::NoSuchMailbox);
    let house = House::open_with(&post.settings());
    let admin = house.administrator();
    asks_for_a_reset(&house);
    let round = house.courier_runs();
    assert_eq!((round.sent, round.later, round.given_up), (0, 0, 1));
    let page = admin.opens("/admin/mail");
    page.says("เลิกส่ง").says("550").says("ตั้งรหัสผ่านใหม่");
    assert!(!page.text().contains("anan@example.go.th"));

    // Tried again by hand, or dropped.
    post.now_answers(Answers::Well);
    let again = page.addresses("/admin/mail/").into_iter().find(|address| address.ends_with("/again")).unwrap();
    admin.sends(&page, &again, &[]).is(303);
    assert_eq!(house.courier_runs().sent, 1);
    let page = admin.opens("/admin/mail");
    admin.sends(&page, &again, &[]).is(404);
}

#[test]
fn a_stuck_letter_can_be_dropped() {
    let post = PostOffice::open(Answers::NoSuchMailbox);
    let house = House::open_with(&post.settings());
    let admin = house.administrator();
    asks_for_a_reset(&house);
    house.courier_runs();
    let page = admin.opens("/admin/mail");
    let drop = page.addresses("/admin/mail/").into_iter().find(|address| address.ends_with("/drop")).unwrap();
    admin.sends(&page, &drop, &[]).is(303);
    admin.opens("/admin/mail").says("ไม่มีจดหมายที่มีปัญหา");
    admin.opens("/admin/log").says("ทิ้งจดหมายที่ค้าง");
}

#[test]
fn a_wrong_password_of_ours_gives_no_letter_up() {
    let post = PostOffice::open(Answers::WrongPassword);
    let house = House::open_with(&post.settings());
    house.leaves_letters();
    let admin = house.administrator();
    asks_for_a_reset(&house);
    let round = house.courier_runs();
    assert_eq!((round.later, round.given_up), (1, 0));
    admin.opens("/admin/mail").says("จะลองใหม่");
}

#[test]
fn when_nothing_helps_a_letter_is_given_up_in_the_end() {
    let post = PostOffice::open(Answers::RecipientLater);
    let house = House::open_with(&post.settings());
    let admin = house.administrator();
    asks_for_a_reset(&house);
    let mut tries = 0;
    for _ in 0..20 {
        let round = house.courier_runs();
        tries += round.later;
        if round.given_up == 1 {
            break;
        }
        house.turn(Duration::from_secs(30 * 3600));
    }
    assert_eq!(tries, 9);
    admin.is_in("anan@example.go.th");
    admin.opens("/admin/mail").says("เลิกส่ง");
}

#[test]
fn a_letter_whose_courier_died_is_sent_by_the_next_one() {
    let house = House::open();
    house.administrator();
    asks_for_a_reset(&house);
    let until = house.clock.now().plus(Duration::from_secs(25));
    house.place().in_the_register(&format!("UPDATE outbox SET leased_until = {}", until.micros()));
    assert_eq!(house.courier_runs().sent, 0);
    house.turn(Duration::from_secs(26));
    assert_eq!(house.courier_runs().sent, 1);
}

#[test]
fn a_fault_that_is_not_the_letters_is_not_charged_to_it_and_tried_ever_more_seldom() {
    let post = PostOffice::open(Answers::WrongPassword);
    let house = House::open_alone(&post.settings());
    house.leaves_letters();
    let admin = house.administrator();
    for number in 0..20 {
        let email = format!("person{number}@example.go.th");
        admin.fills_in("/admin/people/new", &[("name", "x"), ("email", &email), ("language", "th"), ("roles", "viewer")]).is(303);
    }
    house.courier_runs();
    let at_first = post.sign_ins();
    assert!((1..=8).contains(&at_first), "as many as there are conversations: {at_first}");
    for pause in [9, 2, 29, 2, 59, 2, 299, 2, 899, 2, 899, 2] {
        house.turn(Duration::from_secs(pause));
        house.courier_runs();
    }
    assert_eq!(post.sign_ins(), at_first + 6, "one after each pause");
    admin.is_in("anan@example.go.th");
    admin.opens("/admin/mail").says("535").says("จะลองใหม่").does_not_say("เลิกส่ง");
    house.place().in_the_register("CREATE TABLE proof (tried INTEGER CHECK (tried = 0)); INSERT INTO proof SELECT count(*) FROM outbox WHERE tries > 0 OR leased_until > 0; DROP TABLE proof");

    post.now_answers(Answers::Well);
    house.turn(Duration::from_secs(900));
    assert_eq!(house.courier_runs().sent, 20);
}

#[test]
fn a_mail_server_that_cannot_be_reached_is_no_reason_to_give_a_letter_up() {
    let house =
        House::open_with(&[("CLEARJAI_SMTP_URL", "smtp://127.0.0.1:1"), ("CLEARJAI_MAIL_FROM", "no-reply@example.go.th")]);
    house.leaves_letters();
    house.administrator();
    asks_for_a_reset(&house);
    for _ in 0..20 {
        let round = house.courier_runs();
        assert_eq!((round.later, round.given_up), (1, 0));
        house.turn(Duration::from_secs(30 * 3600));
    }
}

#[test]
fn a_clock_that_was_set_back_keeps_no_letter_waiting() {
    let house = House::open();
    house.administrator();
    asks_for_a_reset(&house);
    let wrong = house.clock.now().plus(Duration::from_secs(400 * 24 * 3600)).micros().to_owned();
    house.place().in_the_register(&format!("UPDATE outbox SET due = {wrong}, leased_until = {wrong}"));
    assert_eq!(house.courier_runs().sent, 1);
}
