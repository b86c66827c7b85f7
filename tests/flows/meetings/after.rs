//! What comes after a session: what is told of it, and what those who came thought of it.

use std::time::Duration;

use clearjai::{ids::MeetingId, meetings, notices::Report};

use super::scene::*;
use crate::{
    house::{House, Page, Visitor},
    pages::is_well_made,
    results::answered::{Crew, Said},
    rounds::desk::{id_in, round},
};

/// The session of the scene is on 30 November.
const TEN_DAYS: Duration = Duration::from_secs(10 * 24 * 3_600);

const WHAT_CAME: [(&str, &str); 8] = [
    ("here", "๕๔"),
    ("elsewhere", "15"),
    ("summary_thai", "ถามเรื่องค่าแท็กซี่\r\n\r\nตอบแล้วทุกเรื่อง"),
    ("summary_english", "Taxis were asked about"),
    ("what1", "แก้คู่มือเบิกจ่าย"),
    ("who1", "ฝ่ายคลัง"),
    ("what4", "นัดครั้งหน้า"),
    ("who4", "กองกลาง"),
];
const DAY: [(&str, &str); 3] = [("until1_day", "31"), ("until1_month", "ม.ค."), ("until1_year", "2570")];

fn report(id: MeetingId) -> String {
    at(id, "/report")
}

fn public(id: MeetingId) -> String {
    format!("/clinic/sessions/{id}")
}

fn with<'it>(button: &'it str, more: &[(&'it str, &'it str)]) -> Vec<(&'it str, &'it str)> {
    let kept = WHAT_CAME.iter().chain(&DAY).filter(|(name, _)| more.iter().all(|(other, _)| name != other));
    [("do", button)].into_iter().chain(kept.copied()).chain(more.iter().copied()).collect()
}

/// A session that is over, and its coordinator at work again.
fn over(scene: &Scene<'_>) -> MeetingId {
    let id = scene.opened(&[]);
    scene.house.turn(TEN_DAYS);
    scene.house.timetable_runs();
    scene.coordinator.is_in("chai@example.go.th");
    id
}

fn in_the_urn(house: &House, id: MeetingId) -> Option<Report> {
    house.wait_for(house.rooms.db.read_urn(move |conn| clearjai::clinic::report(conn, id))).unwrap()
}

#[test]
fn what_came_of_a_session_is_kept_as_a_draft_and_read_by_everybody_once_it_is_published() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = over(&scene);
    let (coordinator, visitor) = (&scene.coordinator, house.visitor());
    coordinator.opens(&at(id, "")).says("รายงานหลังจบคลินิก");
    let empty = coordinator.opens(&report(id));
    is_well_made(empty.is(200), "th");
    assert_eq!((empty.fields("who5").len(), empty.fields("who6").len()), (1, 0));
    for _ in 0..2 {
        assert_eq!(coordinator.sends(&empty, &report(id), &with("save", &[])).leads_to(), at(id, "/report?done=saved"));
    }
    visitor.opens(&public(id)).does_not_say("หลังจบคลินิกครั้งนี้");
    let draft = coordinator.opens(&report(id));
    // Lines that were left empty between others are gone, and five stand below.
    assert_eq!((draft.field("who2"), draft.fields("who7").len(), draft.fields("who8").len()), ("กองกลาง".to_owned(), 1, 0));
    assert_eq!((draft.field("here"), draft.field("until1_month"), draft.field("mark")), ("54".into(), "1".into(), "1".into()));
    draft.says("ตอบแล้วทุกเรื่อง").does_not_say("ทุกคนอ่านรายงานนี้อยู่");

    let page = coordinator.opens(&report(id));
    for _ in 0..2 {
        let done = coordinator.sends(&page, &report(id), &with("publish", &[]));
        assert_eq!(done.leads_to(), at(id, "/report?done=published"));
    }
    let thai = visitor.opens(&public(id));
    is_well_made(thai.is(200), "th");
    thai.says("หลังจบคลินิกครั้งนี้").says("ในห้อง 54 คน · จากที่อื่น 15 คน · รวม 69 คน").says("ตอบแล้วทุกเรื่อง");
    thai.says("แก้คู่มือเบิกจ่าย ฝ่ายคลัง 31 ม.ค. 2570").says("นัดครั้งหน้า กองกลาง ไม่กำหนดวัน").does_not_say("ความพึงพอใจ");
    let english = visitor.opens(&format!("/en{}", public(id)));
    is_well_made(english.is(200), "en");
    english
        .says("54 in the room · 15 elsewhere · 69 in all")
        .says("Taxis were asked about")
        .says("31 Jan 2027")
        .says("No day set");
    coordinator.opens(&report(id)).says("ทุกคนอ่านรายงานนี้อยู่");
    is_well_made(&coordinator.opens(&format!("/en{}", report(id))), "en");

    // A draft that is changed is not yet what everybody reads; published again, it is.
    coordinator.fills_in(&report(id), &with("save", &[("here", "60")])).is(303);
    coordinator.opens(&report(id)).says("ร่างนี้ต่างจากที่ทุกคนอ่านอยู่");
    visitor.opens(&public(id)).says("ในห้อง 54 คน");
    coordinator.fills_in(&report(id), &with("publish", &[("here", "60")])).is(303);
    visitor.opens(&public(id)).says("ในห้อง 60 คน").does_not_say("54");
    let told = house.wait_for(house.rooms.db.read_register(move |conn| meetings::report_of(conn, id))).unwrap().unwrap();
    assert_eq!(in_the_urn(&house, id), told.published.map(|it| it.report));
    assert!(visitor.cookie("clearjai-guest").is_none(), "looking sets no cookie");

    let diary = scene.admin.is_in("anan@example.go.th").opens("/admin/log");
    assert_eq!(diary.text().matches("เผยแพร่รายงานหลังจบคลินิก").count(), 2);
    diary.does_not_say("แท็กซี่").does_not_say("คู่มือ");
}

#[test]
fn nothing_is_told_of_a_session_before_people_have_met_or_that_was_cancelled() {
    let house = House::open();
    let scene = Scene::new(&house);
    let (draft, open, cancelled) = (scene.plans(&[]), scene.opened(&[]), scene.opened(&[]));
    scene.coordinator.fills_in(&at(cancelled, "/cancellation"), &[]).is(303);
    let page = scene.coordinator.opens(&at(open, ""));
    page.does_not_say("รายงานหลังจบคลินิก");
    for id in [draft, open, cancelled] {
        scene.coordinator.opens(&report(id)).is(409).says("ทำไม่ได้ในขั้นนี้");
        scene.coordinator.sends(&page, &report(id), &with("publish", &[])).is(409);
        assert_eq!(in_the_urn(&house, id), None);
    }
    scene.coordinator.opens(&report(house.rooms.chance.dice().id())).is(404);
    // Contributions may be taken until later: what was said when people met can be told at once.
    let later = scene.opened(&[("closes_day", "4"), ("closes_month", "12")]);
    house.turn(TEN_DAYS);
    scene.coordinator.is_in("chai@example.go.th").opens(&at(later, "")).says("เปิดอยู่");
    scene.coordinator.fills_in(&report(later), &with("publish", &[])).is(303);
    house.visitor().opens(&public(later)).says("ตอบแล้วทุกเรื่อง").says("ส่งเรื่องล่วงหน้า");
    scene.coordinator.opens(&report(cancelled)).is(409);
}

#[test]
fn only_those_who_plan_sessions_say_what_came_of_them() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = over(&scene);
    scene.admin.is_in("anan@example.go.th");
    let others = [
        scene.admin.is_in("anan@example.go.th").opens("/home"),
        scene.hr.is_in("busaba@example.go.th").opens(&report(id)),
        scene.admin.opens(&report(id)),
        house.member(&scene.admin, "duang", &["desk"]).opens(&report(id)),
        house.member(&scene.admin, "nok", &["viewer"]).opens(&report(id)),
    ];
    assert_eq!(others.map(|page| page.status), [200, 403, 403, 403, 403]);
    let page = scene.hr.opens("/account");
    for address in [report(id), at(id, "/evaluation")] {
        scene.hr.sends(&page, &address, &with("publish", &[])).is(403);
    }
    house.visitor().opens(&report(id)).is(303);
    assert_eq!(in_the_urn(&house, id), None);
}

#[test]
fn whoever_writes_second_is_told_and_loses_nothing() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = over(&scene);
    let (first, second) = (scene.coordinator.opens(&report(id)), scene.coordinator.opens(&report(id)));
    scene.coordinator.sends(&first, &report(id), &with("save", &[("what1", "ข้อของคนแรก")])).is(303);
    let told = scene.coordinator.sends(&second, &report(id), &with("publish", &[("what1", "ข้อของคนที่สอง")]));
    is_well_made(told.is(422), "th");
    told.says("มีผู้แก้รายงานนี้ระหว่างที่ท่านพิมพ์").says("ข้อของคนแรก").says("ข้อของคนที่สอง");
    assert_eq!(in_the_urn(&house, id), None);
    // Having compared the two, they may take their own.
    scene.coordinator.sends(&told, &report(id), &with("publish", &[("what1", "ข้อของทั้งสอง")])).is(303);
    house.visitor().opens(&public(id)).says("ข้อของทั้งสอง").does_not_say("ข้อของคนแรก");
    // The first one's form does not come back over it.
    let late = scene.coordinator.sends(&first, &report(id), &with("publish", &[("what1", "ข้อของคนแรกอีกครั้ง")]));
    late.is(422).says("มีผู้แก้รายงานนี้");
    house.visitor().opens(&public(id)).says("ข้อของทั้งสอง");
}

#[test]
fn a_report_that_did_not_reach_the_urn_is_told_by_the_timetable() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = over(&scene);
    house.place().in_the_urn("ALTER TABLE told_reports RENAME TO hidden");
    let page = scene.coordinator.opens(&report(id));
    scene.coordinator.sends(&page, &report(id), &with("publish", &[])).is(500);
    house.place().in_the_urn("ALTER TABLE hidden RENAME TO told_reports");
    assert_eq!(in_the_urn(&house, id), None);
    house.turn(Duration::from_secs(60));
    house.timetable_runs();
    assert_eq!(in_the_urn(&house, id).unwrap().attendance.total(), Some(69));
    // The same press once more changes nothing.
    scene.coordinator.sends(&page, &report(id), &with("publish", &[])).is(303);
    let diary = scene.admin.is_in("anan@example.go.th").opens("/admin/log");
    assert_eq!(diary.text().matches("เผยแพร่รายงานหลังจบคลินิก").count(), 1);
}

#[test]
fn what_is_wrong_with_a_report_is_said_at_its_field_and_nothing_typed_is_lost() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = over(&scene);
    let coordinator = &scene.coordinator;
    let nothing = [("here", ""), ("summary_thai", ""), ("who1", ""), ("until1_year", "70"), ("what4", ""), ("evaluation", "x")];
    let refused = coordinator.fills_in(&report(id), &with("publish", &nothing));
    is_well_made(refused.is(422), "th");
    for fault in
        ["ใส่จำนวนผู้เข้าร่วมในห้องก่อนเผยแพร่", "เขียนสรุปก่อนเผยแพร่", "ใส่ผู้รับผิดชอบ", "ใส่ปี พ.ศ. ให้ครบ", "บอกว่าจะทำอะไร", "เลือกรอบจากรายการ"]
    {
        refused.says(fault);
    }
    refused.says("แก้คู่มือเบิกจ่าย");
    assert_eq!((refused.field("who4"), refused.field("until1_year")), ("กองกลาง".to_owned(), "70".to_owned()));
    coordinator.fills_in(&report(id), &with("save", &[("elsewhere", "หลายคน")])).is(422).says("ใส่จำนวนคนเป็นตัวเลข");
    coordinator.fills_in(&report(id), &with("save", &[("who1", "\u{202E}ฝ่าย")])).is(422).says("มีอักขระที่แสดงไม่ได้");

    let long = format!("{}จบ", "ยาว".repeat(3_333));
    assert_eq!(long.chars().count(), 10_001);
    let refused = coordinator.fills_in(&report(id), &with("save", &[("summary_thai", &long)]));
    refused.is(422).says("ยาวได้ไม่เกิน 10,000 ตัวอักษร").says("ยาวจบ");
    let most = long.chars().take(10_000).collect::<String>();
    coordinator.fills_in(&report(id), &with("publish", &[("summary_thai", &most)])).is(303);
    house.visitor().opens(&public(id)).is(200).says("ยาวยาวยาว");
}

#[test]
fn hostile_text_is_shown_as_it_is_and_does_nothing() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = over(&scene);
    let hostile = "<script>alert(1)</script> \u{202E}กลับด้าน 🙏 \"><img src=x onerror=alert(1)>";
    let more = [
        ("summary_thai", hostile),
        ("summary_english", hostile),
        ("what1", "<b>หนา</b> 🙏"),
        ("who1", "'; DROP TABLE notices; --"),
    ];
    scene.coordinator.fills_in(&report(id), &with("publish", &more)).is(303);
    for page in [house.visitor().opens(&public(id)), scene.coordinator.opens(&report(id))] {
        is_well_made(page.is(200), "th");
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x") && !page.body.contains("<b>หนา"));
        page.says("<script>alert(1)</script>").says("🙏");
    }
    let page = house.visitor().opens(&public(id));
    assert!(page.body.contains("<bdi>&lt;script&gt;"), "its direction ends with it");
}

#[test]
fn a_round_that_asks_those_who_came_is_made_once_and_opened_like_any_other() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    // Before the session, so that it can be put up in the room.
    let page = scene.coordinator.opens(&at(id, ""));
    let made = scene.coordinator.sends(page.says("สร้างแบบประเมิน"), &at(id, "/evaluation"), &[]);
    let address = made.leads_to().to_owned();
    assert_eq!(scene.coordinator.sends(&page, &at(id, "/evaluation"), &[]).leads_to(), address);
    let again = scene.coordinator.opens(&at(id, ""));
    again.says("แบบประเมินของคลินิกนี้").does_not_say("สร้างแบบประเมิน");
    assert_eq!(scene.coordinator.sends(&page, &at(id, "/evaluation"), &[("again", "1")]).leads_to(), address);
    let survey = scene.coordinator.opens(&address);
    survey.is(200).says("ประเมิน คลินิกเคลียร์ใจ ครั้งที่ 1").says("ร่าง");
    scene.coordinator.opens(&format!("{address}/settings")).is(200);
    let id_of_round = id_in(&address);
    let found = house.rooms.db.read_register(move |conn| clearjai::surveys::find(conn, id_of_round));
    let found = house.wait_for(found).unwrap().unwrap();
    assert_eq!((found.terms.door, found.instrument.is_some()), (clearjai::surveys::Door::OpenLink, true));
    assert_eq!(found.name_english, "Evaluation of Clinic 1");

    house.turn(TEN_DAYS);
    scene.coordinator.is_in("chai@example.go.th");
    let chosen = scene.coordinator.opens(&report(id));
    chosen.says("รอบนี้ยังไม่ปิดรับคำตอบ").says("แบบประเมิน").does_not_say("บันทึกร่าง และสร้างแบบประเมิน");
    let evaluation = id_of_round.to_string();
    scene.coordinator.fills_in(&report(id), &with("publish", &[("evaluation", &evaluation)])).is(303);
    house.visitor().opens(&public(id)).says("ตอบแล้วทุกเรื่อง").does_not_say("ความพึงพอใจ");

    // From the report itself, keeping what was typed.
    let other = scene.opened(&[
        ("title_thai", "ครั้งที่ 2"),
        ("held_day", "7"),
        ("held_month", "12"),
        ("closes_day", "5"),
        ("closes_month", "12"),
    ]);
    house.turn(TEN_DAYS);
    scene.coordinator.is_in("chai@example.go.th");
    let done = scene.coordinator.fills_in(&report(other), &with("evaluation", &[]));
    assert_eq!(done.leads_to(), at(other, "/report?done=evaluation"));
    let page = scene.coordinator.opens(&report(other));
    page.says("แก้คู่มือเบิกจ่าย").says("ประเมิน ครั้งที่ 2");
    // A round that is removed is chosen no more.
    let link = page.addresses("/rounds/").into_iter().next().unwrap();
    scene.coordinator.fills_in(&format!("{link}/removal"), &[]).is(303);
    scene.coordinator.opens(&report(other)).is(200).says("แก้คู่มือเบิกจ่าย").does_not_say("ประเมิน ครั้งที่ 2");
}

const ANSWERS: [&Said; 3] = [&[("i1", "4"), ("i2", "3")], &[("i1", "4"), ("i2", "2")], &[("i1", "3"), ("i2", "1")]];

/// A session through the open door on 30 November, and a round that so many answer until 14 December.
fn evaluated(house: &House, people: usize) -> (Crew<'_>, MeetingId, clearjai::ids::SurveyId) {
    let crew = Crew::of(house);
    let planned = crew.coordinator.fills_in(NEW, &fields(&[("ways", "open_door")]));
    let id: MeetingId = planned.leads_to().trim_start_matches("/desk/sessions/").split('?').next().unwrap().parse().unwrap();
    let address = at(id, "/opening");
    let page = crew.coordinator.opens(&address);
    crew.coordinator.sends(&page, &address, &[]).is(303);
    let survey = crew.opens_round(&[]);
    let answers: Vec<&Said> = (0..people).map(|number| ANSWERS[number % 3]).collect();
    crew.staff_answer(survey, &answers);
    (crew, id, survey)
}

fn publishes(coordinator: &Visitor, id: MeetingId, survey: &str) -> Page {
    coordinator.fills_in(&report(id), &with("publish", &[("evaluation", survey)]))
}

#[test]
fn the_figure_is_that_of_the_results_with_how_many_answered_and_on_how_many_levels() {
    let house = House::open();
    let (crew, id, survey) = evaluated(&house, 30);
    let evaluation = survey.to_string();
    crew.come_back();
    publishes(&crew.coordinator, id, &evaluation).is(303);
    crew.coordinator.opens(&report(id)).says("รอบนี้ยังไม่ปิดรับคำตอบ");
    house.visitor().opens(&public(id)).does_not_say("ความพึงพอใจ");
    crew.it_is_counted(14);
    // Straight scales of four levels: 30 answers of 4, 4, 3 and 3, 2, 1.
    let mean = "61.11 จาก 100 (n = 30, 4 ระดับ)";
    crew.coordinator.opens(&format!("{}/results", round(survey))).says("61.11");
    crew.coordinator.opens(&report(id)).says(mean).says("ยังไม่มีคะแนนนี้");
    // What everybody reads is as it was, until it is published again.
    house.visitor().opens(&public(id)).does_not_say("61.11");
    publishes(&crew.coordinator, id, &evaluation).is(303);
    house.visitor().opens(&public(id)).says("ความพึงพอใจ").says(mean);
    crew.coordinator.opens(&report(id)).says(mean).does_not_say("ยังไม่มีคะแนนนี้");
    house.visitor().opens(&format!("/en{}", public(id))).says("61.11 of 100 (n = 30, 4 levels)");
    assert_eq!(crew.times_in_diary("เผยแพร่รายงานหลังจบคลินิก"), 2);
    publishes(&crew.coordinator, id, &evaluation).is(303);
    assert_eq!(crew.times_in_diary("เผยแพร่รายงานหลังจบคลินิก"), 2, "nothing was changed");
}

#[test]
fn where_fewer_than_k_answered_no_figure_is_told() {
    let house = House::open();
    let (crew, id, survey) = evaluated(&house, 4);
    crew.it_is_counted(14);
    crew.coordinator.opens(&report(id)).is(200);
    publishes(&crew.coordinator, id, &survey.to_string()).is(303);
    for page in [house.visitor().opens(&public(id)), crew.coordinator.opens(&report(id))] {
        page.says("ต้องมีอย่างน้อย 5 คน").does_not_say("จาก 100").does_not_say("n = ");
    }
}
