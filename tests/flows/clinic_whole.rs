//! From the letter that invites to the answer that is read, over both sides of the wall.

use std::time::Duration;

use clearjai::{ids::MeetingId, notices::Voucher};

use crate::{
    clinic::scene::{cards, code, does, opens, presses_send, queue, reads_back},
    house::{House, Page, Visitor},
    meetings::scene::{Guest, Scene},
};

const HOUR: Duration = Duration::from_secs(60 * 60);
const WORDS: &str = "ใบเสร็จแอปเรียกรถเบิกได้ไหม";

/// What a page of a personal link hands on to the other side: by its `nth` form.
fn rights(page: &Page, nth: usize) -> Vec<(&'static str, String)> {
    ["meeting", "message", "signature", "voucher"]
        .into_iter()
        .filter_map(|name| Some((name, page.fields(name).get(nth)?.clone())))
        .collect()
}

/// Writes with what a personal link handed on, and comes back with the receipt.
fn writes(visitor: &Visitor, rights: &[(&'static str, String)], text: &str) -> String {
    let fields: Vec<(&str, &str)> = rights.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let form = visitor.posts("/clinic/ask", &fields);
    let topic = form.is(200).fields("topic")[0].clone();
    let check = reads_back(visitor, &form, text, &[("topic", &topic)]);
    let sent = presses_send(visitor, check.is(200).says(text));
    code(&visitor.goes_on(&sent))
}

/// Monday at eight; the timetable runs.
fn office_opens(house: &House) {
    house.turn(44 * HOUR);
    house.timetable_runs();
    // What waits is told to the desk by letter.
    house.courier_runs();
}

/// Whose link it is, as their voucher has it.
fn name(house: &House, link: &str) -> String {
    let voucher = house.visitor().posts(&format!("/c/{link}/voucher"), &[]).field("voucher");
    Voucher::read(&house.rooms.master, &voucher, house.clock.now()).unwrap().name
}

fn opened(house: &House) -> (Scene<'_>, MeetingId, Vec<String>) {
    let scene = Scene::new(house);
    let id = scene.opened(&[]);
    let links = scene.links(id);
    (scene, id, links)
}

#[test]
fn what_is_asked_without_a_name_waits_for_k_seats_and_is_answered_to_whoever_holds_the_receipt() {
    let house = House::open();
    let (scene, _, links) = opened(&house);
    let desk = house.member(&scene.admin, "duangjai", &["desk"]);
    let somebody = house.visitor();
    let seats = somebody.posts(&format!("/c/{}/seats", links[0]), &[]);
    let receipt = writes(&somebody, &rights(&seats, 0), WORDS);
    for link in &links[1..4] {
        Guest::with(&house, link).takes();
    }
    office_opens(&house);
    desk.is_in("duangjai@example.go.th");
    assert!(queue(&desk, "new").is_empty(), "four have taken seats, so it may be one of four");

    Guest::with(&house, &links[4]).takes();
    house.turn(HOUR);
    house.timetable_runs();
    let [matter] = &queue(&desk, "new")[..] else { panic!("one matter is there") };
    desk.opens(matter).says(WORDS).says("พ.ย. 2569").does_not_say(&name(&house, &links[0]));
    let answer = [
        ("do", "both"),
        ("answering", "ฝ่ายคลัง"),
        ("reply", "เบิกได้ ถ้ามีวันที่และจำนวนเงิน"),
        ("title", "ใบเสร็จแอปเรียกรถ"),
        ("question", "เบิกด้วยใบเสร็จแอปได้ไหม"),
        ("board_answer", "เบิกได้"),
    ];
    does(&desk, matter, &answer).is(303);
    let [card] = &cards(&house.visitor())[..] else { panic!("one card stands on the board") };
    house.visitor().opens(card).says("เบิกได้").does_not_say(WORDS);
    opens(&house.visitor(), &receipt).is(200).says("เบิกได้ ถ้ามีวันที่และจำนวนเงิน");
}

#[test]
fn a_name_goes_with_one_message_to_the_desk_and_never_to_the_board() {
    let house = House::open();
    let (scene, _, links) = opened(&house);
    let desk = house.member(&scene.admin, "duangjai", &["desk"]);
    let somebody = house.visitor();
    let voucher = somebody.posts(&format!("/c/{}/voucher", links[0]), &[]);
    writes(&somebody, &rights(&voucher, 0), WORDS);
    office_opens(&house);
    desk.is_in("duangjai@example.go.th");
    let [matter] = &queue(&desk, "new")[..] else { panic!("a name needs no seats of others") };
    let name = name(&house, &links[0]);
    desk.opens(matter).says(WORDS).says(&name);
    does(
        &desk,
        matter,
        &[("do", "show"), ("title", "เรื่องใบเสร็จ"), ("question", "เบิกได้ไหม"), ("board_answer", ""), ("answering", "")],
    )
    .is(303);
    let [card] = &cards(&house.visitor())[..] else { panic!("one card stands on the board") };
    house.visitor().opens(card).says("เรื่องใบเสร็จ").does_not_say(&name);
}

#[test]
fn when_a_session_ends_nothing_more_is_taken_and_what_was_brought_is_still_answered() {
    let house = House::open();
    let (scene, id, links) = opened(&house);
    let desk = house.member(&scene.admin, "duangjai", &["desk"]);
    let somebody = house.visitor();
    let voucher = somebody.posts(&format!("/c/{}/voucher", links[0]), &[]);
    let late = somebody.posts(&format!("/c/{}/voucher", links[1]), &[]);
    let receipt = writes(&somebody, &rights(&voucher, 0), WORDS);
    office_opens(&house);
    // The gathering of the 30th is over at half past three.
    house.turn(8 * 24 * HOUR);
    for _ in 0..2 {
        house.timetable_runs();
        house.turn(Duration::from_secs(60));
    }
    let fields = rights(&late, 0);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    somebody.posts("/clinic/ask", &fields).does_not_say("name=\"text\"");
    house.visitor().opens(&format!("/clinic/sessions/{id}")).is(200).says("จบแล้ว");
    desk.is_in("duangjai@example.go.th");
    let [matter] = &queue(&desk, "new")[..] else { panic!("it is still there") };
    does(&desk, matter, &[("do", "answer"), ("answering", "ฝ่ายคลัง"), ("reply", "เบิกได้")]).is(303);
    opens(&house.visitor(), &receipt).is(200).says("เบิกได้");
}

fn matters(house: &House) -> usize {
    house.place().all_rows().get("urn.matters").map_or(0, Vec::len)
}

fn waiting(house: &House) -> usize {
    house.place().all_rows().get("urn.letterbox").map_or(0, Vec::len)
}

/// The months for which things are kept, and one more; what happens by itself happens.
fn years_pass(house: &House) {
    house.turn(62 * 31 * 24 * HOUR);
    for _ in 0..2 {
        house.timetable_runs();
        house.courier_runs();
    }
}

fn answers(desk: &Visitor, matter: &str) -> Page {
    let answer = [
        ("do", "both"),
        ("answering", "ฝ่ายคลัง"),
        ("reply", "คำตอบถึงผู้ถาม"),
        ("title", "ใบเสร็จแอป"),
        ("question", "เบิกได้ไหม"),
        ("board_answer", "เบิกได้"),
    ];
    does(desk, matter, &answer)
}

#[test]
fn when_its_time_is_over_what_was_answered_goes_and_what_waits_or_stands_on_the_board_stays() {
    let house = House::open();
    let (scene, _, links) = opened(&house);
    let desk = house.member(&scene.admin, "duangjai", &["desk"]);
    let somebody = house.visitor();
    let receipts = [&links[0], &links[1]].map(|link| {
        let voucher = somebody.posts(&format!("/c/{link}/voucher"), &[]);
        writes(&somebody, &rights(&voucher, 0), WORDS)
    });
    office_opens(&house);
    desk.is_in("duangjai@example.go.th");
    answers(&desk, &queue(&desk, "new")[0]).is(303);
    let [card] = &cards(&house.visitor())[..] else { panic!("one card stands on the board") };
    let answered = |receipt: &String| opens(&house.visitor(), receipt).text().contains("คำตอบถึงผู้ถาม");
    assert_eq!(receipts.iter().filter(|receipt| answered(receipt)).count(), 1);
    house.turn(9 * 24 * HOUR);
    house.timetable_runs();
    house.courier_runs();
    assert_eq!(matters(&house), 2, "the session is over, and everything is there");

    years_pass(&house);
    assert_eq!(matters(&house), 1, "what waits for its answer");
    assert!(!receipts.iter().any(answered));
    house.visitor().opens(card).is(200).says("เบิกได้");

    desk.is_in("duangjai@example.go.th");
    desk.opens("/desk").does_not_say("เรื่องเดิมถูกลบแล้ว");
    let left = desk.opens("/desk?state=answered");
    let id = left.says("เรื่องเดิมถูกลบแล้ว").field("card");
    for _ in 0..2 {
        let done = desk.sends(&left, "/desk", &[("card", &id)]);
        desk.opens(done.is(303).header("location")).says("นำลงจากกระดานแล้ว");
    }
    house.visitor().opens(card).is(410).does_not_say("เบิกได้");
    desk.opens("/desk?state=answered").does_not_say("เรื่องเดิมถูกลบแล้ว");
    desk.fills_in("/desk", &[("card", "8d2a1e0e-6d2f-4d3c-9c55-1b1d0d5b7a10")]).is(404);
}

/// Somebody asks by the open door, and waits until the desk has it.
fn asks_by_the_open_door(house: &House, session: MeetingId) {
    let visitor = house.visitor();
    let form = visitor.opens(&format!("/clinic/ask?session={session}"));
    house.turn(Duration::from_secs(20));
    let topic = form.is(200).fields("topic")[0].clone();
    let check = reads_back(&visitor, &form, WORDS, &[("topic", &topic)]);
    presses_send(&visitor, check.is(200).says(WORDS)).is(303);
    while waiting(house) > 0 {
        house.turn(5 * HOUR);
        house.timetable_runs();
        house.courier_runs();
    }
}

#[test]
fn of_the_clinic_that_stands_open_what_was_answered_long_ago_goes() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[("ways", "open_door"), ("standing", "yes")]);
    let desk = house.member(&scene.admin, "duangjai", &["desk"]);
    let is_asked = || {
        asks_by_the_open_door(&house, id);
        desk.is_in("duangjai@example.go.th");
        answers(&desk, &queue(&desk, "new")[0]).is(303);
    };
    is_asked();
    house.turn(30 * 24 * HOUR);
    house.timetable_runs();
    assert_eq!(matters(&house), 1);
    years_pass(&house);
    assert_eq!(matters(&house), 0);
    is_asked();
    house.turn(2 * 24 * HOUR);
    house.timetable_runs();
    assert_eq!(matters(&house), 1, "the clinic stands open, and what is new stays");
}

#[test]
fn what_was_answered_again_or_held_back_a_month_ago_stays_however_old_it_is() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[("ways", "open_door"), ("standing", "yes")]);
    let desk = house.member(&scene.admin, "duangjai", &["desk"]);
    for _ in 0..2 {
        asks_by_the_open_door(&house, id);
    }
    desk.is_in("duangjai@example.go.th");
    answers(&desk, &queue(&desk, "new")[0]).is(303);
    house.turn(59 * 30 * 24 * HOUR);
    house.timetable_runs();
    house.courier_runs();
    desk.is_in("duangjai@example.go.th");
    answers(&desk, &queue(&desk, "answered")[0]).is(303);
    does(&desk, &queue(&desk, "new")[0], &[("do", "hold"), ("reason", "known")]).is(303);
    house.turn(4 * 31 * 24 * HOUR);
    house.timetable_runs();
    house.courier_runs();
    assert_eq!(matters(&house), 2, "both are older than five years, and neither was done with before this winter");
    years_pass(&house);
    assert_eq!(matters(&house), 0);
}

#[test]
fn matters_of_two_sessions_that_were_put_together_go_together() {
    let house = House::open();
    let (scene, _, links) = opened(&house);
    let standing = scene.opened(&[("ways", "open_door"), ("standing", "yes")]);
    let desk = house.member(&scene.admin, "duangjai", &["desk"]);
    let somebody = house.visitor();
    let voucher = somebody.posts(&format!("/c/{}/voucher", links[0]), &[]);
    writes(&somebody, &rights(&voucher, 0), WORDS);
    asks_by_the_open_door(&house, standing);
    office_opens(&house);
    desk.is_in("duangjai@example.go.th");
    let [one, other] = &queue(&desk, "new")[..] else { panic!("two wait: {}", matters(&house)) };
    does(&desk, one, &[("do", "merge"), ("into", other.trim_start_matches("/desk/"))]).is(303);
    answers(&desk, other).is(303);
    house.turn(30 * 24 * HOUR);
    house.timetable_runs();
    house.courier_runs();
    assert_eq!(matters(&house), 2);
    years_pass(&house);
    assert_eq!(matters(&house), 0);
}
