//! An open link: the start page in every stage, and the door that lets browsers in for a little work.

use std::time::Duration;

use clearjai::{
    accounts::Actor,
    credentials::admission::Admission,
    ids::SurveyId,
    instruments::{Asks, Code, Instrument, Item, Part, Text},
    language::FiscalYear,
    rounds::{self, Beginning, Hand, Refusal},
    surveys::{self, Door, NewSurvey, Survey, Terms, Window},
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::{api::description::is_described, eligible::crew, house::House, pages::is_well_made};

const DAY: Duration = Duration::from_secs(24 * 3600);
pub const HOUR: Duration = Duration::from_secs(3600);

/// A round that opens in an hour and closes after two weeks; a draft if it is not to be scheduled.
pub fn round(house: &House, round: i32, door: Door, is_scheduled: bool) -> SurveyId {
    let (now, master, chance) = (house.clock.now(), house.rooms.master.clone(), house.rooms.chance.clone());
    let mut instrument = Instrument::new("users", Text::new("ผู้รับบริการ", "Service users"));
    let item =
        |code: &str| Item::new(code, Text::new(format!("อย่างไร {code}"), format!("How {code}")), Asks::LongText { longest: 100 });
    let items = vec![item("a"), item("b")];
    instrument.parts.push(Part { code: Code::from("d"), title: Text::new("ก", "A"), items, ..Part::default() });
    let planned = house.rooms.db.register(move |conn| {
        let by = Actor::the_program();
        let hand = Hand { master: &master, by: &by, now };
        let (name_thai, name_english) = ("แบบวัดภายนอก".to_owned(), "External survey".to_owned());
        let new = NewSurvey { year: FiscalYear::new(2570).unwrap(), round, name_thai, name_english };
        let id = rounds::plan(conn, &hand, &new, &Beginning::Starter(Box::new(instrument.clone())), &mut chance.dice())?;
        let survey = surveys::find(conn, id)?.unwrap();
        let terms = Terms { door, ..survey.terms };
        surveys::change(conn, &master, &by, &Survey { terms, ..survey }, now)?;
        if is_scheduled {
            rounds::schedule(conn, &hand, id, Window { opens: now.plus(HOUR), closes: now.plus(14 * DAY) })?;
        }
        Ok::<_, Refusal>(id)
    });
    house.wait_for(planned).unwrap()
}

fn open_round(house: &House) -> SurveyId {
    let id = round(house, 1, Door::OpenLink, true);
    house.turn(HOUR);
    house.timetable_runs();
    id
}

/// Status, kind and content of an answer to a program.
fn call(house: &House, address: &str, sent: Option<&str>) -> (u16, String, Value) {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let answer = match sent {
        None => agent.get(house.url(address)).call(),
        Some(sent) => agent.post(house.url(address)).header("content-type", "application/json").send(sent),
    };
    let mut answer = answer.unwrap();
    assert!(!answer.headers().contains_key("set-cookie"), "{address} sets no cookie");
    let kind = answer.headers().get("content-type").map(|kind| kind.to_str().unwrap().to_owned()).unwrap_or_default();
    let body = answer.body_mut().read_to_string().unwrap();
    is_described(if sent.is_some() { "post" } else { "get" }, address, answer.status().as_u16(), &kind, &body);
    (answer.status().as_u16(), kind, serde_json::from_str(&body).unwrap_or_default())
}

#[track_caller]
fn is_refused(answer: &(u16, String, Value), status: u16, code: &str) {
    assert_eq!((answer.0, answer.1.as_str()), (status, "application/problem+json"), "{answer:?}");
    assert_eq!((&answer.2["code"], &answer.2["status"]), (&json!(code), &json!(status)), "{answer:?}");
}

pub fn challenge(house: &House, id: SurveyId) -> String {
    let (status, kind, answer) = call(house, &format!("/api/v1/challenges/{id}"), None);
    assert_eq!((status, kind.as_str()), (200, "application/json"), "{answer}");
    answer["challenge"].as_str().unwrap().to_owned()
}

fn admit(house: &House, challenge: &str, answer: &[u32]) -> (u16, String, Value) {
    call(house, "/api/v1/admissions", Some(&json!({ "challenge": challenge, "answer": answer }).to_string()))
}

/// What a browser does; written anew, so that it is not the program that agrees with itself.
fn solves(challenge: &str, place: u32, number: u32) -> bool {
    let first = Sha256::digest(challenge);
    let hash = Sha256::digest([&first[..], &place.to_be_bytes(), &number.to_be_bytes()].concat());
    hash[0] == 0 && hash[1] < 4
}

pub fn solve(challenge: &str) -> Vec<u32> {
    (0..8).map(|place| (0..u32::MAX).find(|number| solves(challenge, place, *number)).unwrap()).collect()
}

#[test]
fn a_browser_that_has_done_the_work_is_let_in_once_and_nothing_is_kept_of_it() {
    let house = House::open();
    let id = open_round(&house);
    let challenge = challenge(&house, id);
    let answer = solve(&challenge);
    let (status, _, admitted) = admit(&house, &challenge, &answer);
    assert_eq!(status, 200, "{admitted}");
    let token = admitted["admission"].as_str().unwrap();
    let admission = Admission::read(&house.rooms.master, token, house.clock.now()).unwrap();
    assert_eq!((admission.survey, Some(admission.expires)), (id, admitted["expires"].as_i64()));
    is_refused(&admit(&house, &challenge, &answer), 409, "used");

    // A hash and a step of five minutes; after that, nothing.
    house.place().in_the_register(
        "CREATE TABLE proof (it INTEGER CHECK (it = 1)); INSERT INTO proof SELECT COUNT(*) FROM spent_challenges WHERE expires % 300 = 0; DROP TABLE proof",
    );
    // An hour longer than it holds, since clocks differ.
    house.turn(2 * HOUR);
    house.timetable_runs();
    house.place().in_the_register("CREATE TABLE proof (it INTEGER CHECK (it = 0)); INSERT INTO proof SELECT COUNT(*) FROM spent_challenges; DROP TABLE proof");
    is_refused(&admit(&house, &challenge, &answer), 410, "expired");
}

#[test]
fn what_is_forged_wrong_late_or_no_answer_at_all_lets_nobody_in() {
    let house = House::open();
    let id = open_round(&house);
    let good = challenge(&house, id);
    let answer = solve(&good);
    let wrong = (0..u32::MAX).find(|number| !solves(&good, 7, *number)).unwrap();
    for wrong in [&[&answer[..7], &[wrong]].concat(), &answer[..7], &[&answer[..], &[0]].concat(), &[]] {
        is_refused(&admit(&house, &good, wrong), 422, "wrong_answer");
    }

    // One that asks for less work, and one for another round, written by somebody without the key.
    let bytes = data_encoding::BASE64URL_NOPAD.decode(good.as_bytes()).unwrap();
    for (at, byte) in [(40, 1), (20, 0), (39, 255), (0, 0), (56, 0)] {
        let mut changed = bytes.clone();
        changed[at] = if changed[at] == byte { byte.wrapping_add(1) } else { byte };
        let forged = data_encoding::BASE64URL_NOPAD.encode(&changed);
        is_refused(&admit(&house, &forged, &solve(&forged)), 400, "forged");
    }
    is_refused(&admit(&house, "", &[]), 400, "forged");
    for sent in [
        "",
        "{}",
        "[]",
        r#"{"challenge":1,"answer":[1]}"#,
        r#"{"challenge":"x","answer":[-1]}"#,
        r#"{"challenge":"x","answer":[1],"more":1}"#,
    ] {
        is_refused(&call(&house, "/api/v1/admissions", Some(sent)), 400, "malformed");
    }
    let long = json!({ "challenge": "x".repeat(100_000), "answer": [1] }).to_string();
    is_refused(&call(&house, "/api/v1/admissions", Some(&long)), 413, "too_large");
    house.visitor().opens("/api/v1/admissions").is(405);

    house.turn(Duration::from_secs(16 * 60));
    is_refused(&admit(&house, &good, &answer), 410, "expired");
}

#[test]
fn only_an_open_round_behind_an_open_link_has_a_door() {
    let house = House::open();
    let challenges = |id: &str| call(&house, &format!("/api/v1/challenges/{id}"), None);
    let with_roll = round(&house, 2, Door::Roll, false);
    let unknown: SurveyId = house.rooms.chance.dice().id();
    for id in [with_roll.to_string(), unknown.to_string(), "x".to_owned()] {
        is_refused(&challenges(&id), 404, "no_such_survey");
    }
    let id = round(&house, 1, Door::OpenLink, true);
    is_refused(&challenges(&id.to_string()), 409, "not_open_yet");
    house.turn(HOUR);
    house.timetable_runs();
    let late = challenge(&house, id);
    let answer = solve(&late);
    assert_eq!(admit(&house, &challenge(&house, id), &[0; 8]).0, 422, "the door is there");

    // At its minute it is closed, also before the timetable has noticed.
    house.turn(Duration::from_secs((14 * 24 - 1) * 3600 - 60));
    let last = challenge(&house, id);
    let last_answer = solve(&last);
    house.turn(Duration::from_secs(60));
    is_refused(&admit(&house, &last, &last_answer), 410, "closed");
    is_refused(&challenges(&id.to_string()), 410, "closed");
    is_refused(&admit(&house, &late, &answer), 410, "expired");
    house.timetable_runs();
    is_refused(&challenges(&id.to_string()), 410, "closed");
}

#[test]
fn a_whole_office_behind_one_address_is_let_in() {
    let house = House::open();
    let id = open_round(&house);
    let mut admissions: Vec<String> = (0..60)
        .map(|_| {
            let challenge = challenge(&house, id);
            let (status, _, admitted) = admit(&house, &challenge, &solve(&challenge));
            assert_eq!(status, 200, "{admitted}");
            admitted["admission"].as_str().unwrap().to_owned()
        })
        .collect();
    admissions.sort();
    admissions.dedup();
    assert_eq!(admissions.len(), 60);
}

#[test]
fn two_answers_at_the_same_moment_let_in_once() {
    let house = House::open();
    let id = open_round(&house);
    let challenge = challenge(&house, id);
    let answer = solve(&challenge);
    let body = json!({ "challenge": challenge, "answer": answer }).to_string();
    let address = house.url("/api/v1/admissions");
    let mut told: Vec<u16> = std::thread::scope(|scope| {
        let send = || {
            let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
            agent.post(&address).header("content-type", "application/json").send(body.as_str()).unwrap().status().as_u16()
        };
        let both = [scope.spawn(send), scope.spawn(send)];
        both.map(|one| one.join().unwrap()).into()
    });
    told.sort_unstable();
    assert_eq!(told, [200, 409]);
}

#[test]
fn the_start_page_says_what_it_is_and_how_far_and_keeps_nothing() {
    let house = House::open();
    let visitor = house.visitor();
    let draft = round(&house, 2, Door::OpenLink, false);
    visitor.opens(&format!("/o/{draft}")).is(404);
    let with_roll = round(&house, 3, Door::Roll, false);
    visitor.opens(&format!("/o/{with_roll}")).is(404);
    visitor.opens("/o/x").is(404);

    let id = round(&house, 1, Door::OpenLink, true);
    let address = format!("/o/{id}");
    let page = visitor.opens(&address);
    is_well_made(page.is(200), "th");
    page.says("แบบวัดภายนอก").says("2 ข้อ").says("เปิดรับ 21 พ.ย. 2569 13.00 น.").says("ยังไม่เปิดรับ");
    page.says("ลิงก์เปิด ไม่ใช่หนึ่งคนหนึ่งคำตอบ");
    assert!(!page.body.contains("data-door"), "the script does not begin before it is open");

    house.turn(HOUR);
    house.timetable_runs();
    let page = visitor.opens(&address);
    is_well_made(page.is(200), "th");
    page.says("ตอบได้ถึง 5 ธ.ค. 2569 12.00 น.").says("ต้องเปิด JavaScript").says("คำตอบของท่านจะไปไหน");
    assert!(page.body.contains(&format!("data-door=\"{id}\"")));
    let english = visitor.opens(&format!("/en{address}"));
    is_well_made(&english, "en");
    english.says("Open link, not one person one answer").says("Open until").says("each browser counts once");
    assert!(!page.headers.contains_key("set-cookie") && !english.headers.contains_key("set-cookie"), "no cookie");
    visitor.glances_at(&address).is(200);

    let later = house.clock.now().plus(20 * DAY);
    let (now, master) = (house.clock.now(), house.rooms.master.clone());
    let extended = house.rooms.db.register(move |conn| {
        let by = Actor::the_program();
        rounds::extend(conn, &Hand { master: &master, by: &by, now }, id, later)
    });
    house.wait_for(extended).unwrap();
    visitor
        .opens(&address)
        .says("ขยายเวลาจาก 5 ธ.ค. 2569 12.00 น. เป็น 11 ธ.ค. 2569 13.00 น.")
        .says("ตอบได้ถึง 11 ธ.ค. 2569 13.00 น.");

    house.turn(20 * DAY);
    house.timetable_runs();
    let page = visitor.opens(&address);
    page.is(200).says("ปิดรับแล้ว").says("ปิดรับเมื่อ 11 ธ.ค. 2569").does_not_say("เริ่มตอบ");
    assert!(!page.body.contains("data-door"));
    house.place().in_the_register("CREATE TABLE proof (it INTEGER CHECK (it = 0)); INSERT INTO proof SELECT COUNT(*) FROM spent_challenges; DROP TABLE proof");
}

#[test]
fn a_poster_leads_to_the_open_link_or_to_the_public_page_and_names_nobody() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let open = round(&house, 1, Door::OpenLink, true);
    let with_roll = crew::survey(&house, &[("สลก.", None)]);
    let poster = |id| format!("/surveys/{id}/poster");
    let page = coordinator.opens(&poster(open));
    is_well_made(page.is(200), "th");
    page.says(&format!("clear.example/o/{open}")).says("ตอบได้ถึง 5 ธ.ค. 2569").says("Open until").says("External survey");
    assert!(page.body.contains("<svg") && page.body.contains("role=\"img\""));
    is_well_made(coordinator.opens(&format!("/en{}", poster(open))).is(200), "en");
    let page = coordinator.opens(&poster(with_roll));
    page.is(200).says(&format!("clear.example/surveys/{with_roll}")).says("ยังไม่ได้กำหนดวันปิดรับ").says("จะได้รับลิงก์ของตนเอง");
    page.does_not_say("/o/");
    admin.opens(&poster(open)).is(403);
    assert!(house.visitor().opens(&poster(open)).leads_to().starts_with("/signin"));
    let unknown: SurveyId = house.rooms.chance.dice().id();
    coordinator.opens(&poster(unknown)).is(404);
}
