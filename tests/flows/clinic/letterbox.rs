//! When a message is brought to the desk.

use clearjai::{clinic::Stage, dice::Chance, notices::Ways};

use super::scene::{Clinic, HOUR, TO_MONDAY, cards, opens, presses_send, queue, reads_back};

#[test]
fn messages_wait_for_a_full_hour_of_a_working_day_and_seats_for_enough_people() {
    let clinic = Clinic::open();
    assert!(!clinic.is_due(true), "nothing lies there");
    clinic.asks_by_seat("ไม่บอกชื่อ");
    assert!(!clinic.is_due(true), "the hour has not come");
    clinic.house.turn(HOUR);
    assert!(!clinic.is_due(false), "a Saturday");
    clinic.house.turn(HOUR * 42);
    assert!(!clinic.is_due(true), "seven in the morning");
    clinic.house.turn(HOUR);
    assert!(clinic.is_due(true));
    assert_eq!(clinic.empties(false), 0);
    assert!(!clinic.is_due(true), "it was emptied for this hour");

    clinic.asks_by_name("มาลี สุขใจ", "บอกชื่อ");
    clinic.house.turn(std::time::Duration::from_secs(59 * 60));
    assert!(!clinic.is_due(true));
    clinic.house.turn(std::time::Duration::from_secs(60));
    assert!(clinic.is_due(true));
    assert_eq!(clinic.empties(false), 1, "the seat still waits");
    let desk = clinic.desk();
    assert_eq!(queue(&desk, "new").len(), 1);
    clinic.house.turn(HOUR);
    assert_eq!(clinic.empties(true), 1);
}

#[test]
fn a_message_into_an_empty_letterbox_lies_there_until_the_next_hour() {
    let clinic = Clinic::open();
    clinic.house.turn(TO_MONDAY + HOUR / 2);
    clinic.asks_by_name("มาลี สุขใจ", "มาถึงตอนแปดโมงครึ่ง");
    assert!(!clinic.is_due(true), "half past eight");
    clinic.house.turn(HOUR / 2);
    assert!(clinic.is_due(true), "nine");
}

#[test]
fn matters_have_other_numbers_than_their_messages_and_the_desk_sees_them_in_no_order() {
    let clinic = Clinic::open();
    for number in 0..6 {
        clinic.asks_by_seat(&format!("เรื่องที่ {number}"));
    }
    let ids = |table: &str| -> Vec<String> {
        let rows = clinic.house.place().all_rows();
        rows[table].iter().map(|row| row.trim_start_matches('(').chars().take(36).collect()).collect()
    };
    let waiting = ids("urn.letterbox");
    assert_eq!(clinic.monday_comes(), 6);
    let matters = ids("urn.matters");
    assert!(ids("urn.letterbox").is_empty() && matters.len() == 6);
    assert!(matters.iter().all(|id| !waiting.contains(id)));
}

#[test]
fn what_waits_for_more_people_when_all_is_over_goes_to_the_desk_by_its_writers_leave_alone() {
    let clinic = Clinic::open();
    let (stays, goes) = (clinic.asks_by_seat("อย่าให้ใครอ่าน"), clinic.asks_by_seat("ให้อ่านได้"));
    opens(&clinic.nobody(), &goes).is(200).does_not_say("ให้ผู้ตอบอ่านเรื่องนี้");
    clinic.ends(Stage::Over);
    clinic.house.turn(TO_MONDAY);
    assert_eq!(clinic.empties(false), 0);
    let visitor = clinic.nobody();
    let page = opens(&visitor, &goes);
    page.is(200).says("ยังไม่มีใครอ่านเรื่องนี้").says("ลบเรื่องนี้");
    visitor.sends(&page, "/clinic/mine", &[("code", &goes), ("do", "let_go")]).is(200).does_not_say("ให้ผู้ตอบอ่านเรื่องนี้");
    clinic.house.turn(HOUR);
    assert_eq!(clinic.empties(false), 1);
    let desk = clinic.desk();
    let matters = queue(&desk, "new");
    assert_eq!(matters.len(), 1);
    desk.opens(&matters[0]).says("ให้อ่านได้");
    opens(&clinic.nobody(), &stays).says("อย่าให้ใครอ่าน").says("ยังไม่มีใครเปิดอ่าน");
}

#[test]
fn where_nobody_reads_first_the_writers_words_stand_on_the_board_and_the_page_said_so() {
    let mut clinic = Clinic::with(Ways { by_name: true, by_seat: true, open_door: true });
    clinic.notice.is_moderated = false;
    clinic.notice.meeting = Chance::Real.dice().id();
    clinic.posts_notice();
    clinic.nobody().opens(&format!("/clinic/sessions/{}", clinic.meeting())).says("โดยไม่มีผู้อ่านก่อน");
    let visitor = clinic.nobody();
    let seat = clinic.seat();
    let form = clinic.form(&visitor, &[("message", &seat.message), ("signature", &seat.signature)]);
    form.says("ขึ้นกระดานตามถ้อยคำของท่าน");
    let hostile = format!("<b>ทำไม</b>ต้องรอ\n\n{}", "รอนานมาก ".repeat(30));
    let check = reads_back(&visitor, &form, &hostile, &[]);
    check.says("ถ้อยคำของท่านตามนี้").does_not_say("ผู้ดูแลเขียนใหม่");
    presses_send(&visitor, &check).is(303);
    clinic.asks_by_name("มาลี สุขใจ", "เรื่องสั้นที่มีชื่อ");
    let silent = clinic.seat();
    clinic.asks(&[("message", &silent.message), ("signature", &silent.signature)], "ตอบฉันคนเดียว", &[("board", "no")]);
    assert_eq!(clinic.monday_comes(), 3);
    let board = clinic.nobody().opens("/clinic");
    board.says("ทำไม").says("เรื่องสั้นที่มีชื่อ").does_not_say("มาลี").does_not_say("ตอบฉันคนเดียว");
    assert!(!board.body.contains("<b>ทำไม"));
    assert_eq!(cards(&clinic.nobody()).len(), 2);

    let stranger = clinic.nobody();
    let form = stranger.opens(&format!("/clinic/ask?session={}", clinic.meeting()));
    form.says("เขียนใหม่ให้ไม่บอกตัวตน").does_not_say("ขึ้นกระดานตามถ้อยคำของท่าน");
    // The desk takes off the board what should not stand there.
    let desk = clinic.desk();
    for matter in queue(&desk, "new") {
        super::scene::does(&desk, &matter, &[("do", "withdraw")]);
    }
    assert!(cards(&clinic.nobody()).is_empty());
}
