//! Publishing: what is ticked is shown, what is promised stands beside it, and both databases agree before
//! anybody sees a figure.

use clearjai::ids::SurveyId;
use serde_json::Value;

use super::answered::*;
use crate::{
    house::{House, Page, Visitor},
    pages::is_well_made,
    rounds::desk::*,
    wall::respondent::{call, is_refused, links},
};

const ANSWERS: [&Said; 3] =
    [&[("i1", "4"), ("i2", "3"), ("i3", "ความในใจ")], &[("i1", "4"), ("i2", "2")], &[("i1", "3"), ("i2", "1")]];

fn many(people: usize) -> Vec<&'static Said<'static>> {
    (0..people).map(|number| ANSWERS[number % 3]).collect()
}

const ONE_LINE: [(&str, &str); 5] = [
    ("what1", "ประกาศแผนการใช้รถทุกเดือน"),
    ("who1", "กองกลาง"),
    ("until1_day", "31"),
    ("until1_month", "3"),
    ("until1_year", "2570"),
];

fn form(id: SurveyId) -> String {
    page(id, "publication")
}

fn presses<'it>(button: &'it str, more: &[(&'it str, &'it str)]) -> Vec<(&'it str, &'it str)> {
    [&[("do", button)], &ONE_LINE[..], more].concat()
}

pub fn publishes(coordinator: &Visitor, id: SurveyId, more: &[(&str, &str)]) -> Page {
    coordinator.fills_in(&form(id), &presses("publish", more))
}

fn published(house: &House, id: SurveyId) -> Page {
    house.visitor().opens(&format!("/results/{id}"))
}

fn file(house: &House, id: SurveyId) -> Value {
    let (status, file) = call(house, &format!("/api/v1/results/{id}"), None);
    assert_eq!(status, 200, "{file}");
    file
}

#[test]
fn a_round_is_published_with_what_will_be_done_and_everybody_sees_it() {
    let house = House::open();
    let (crew, id) = counted(&house, &[("target", "85")], &many(30));
    let (coordinator, visitor) = (&crew.coordinator, house.visitor());
    visitor.opens("/results").is(200).says("ยังไม่มีผลที่เผยแพร่");
    visitor.opens("/").does_not_say("ผลที่เผยแพร่");
    published(&house, id).is(200).says("ผลของรอบนี้ยังไม่เผยแพร่").does_not_say("คะแนนรวม");
    is_refused(&call(&house, &format!("/api/v1/results/{id}"), None), 409, "not_yet");

    let asked = coordinator.opens(&form(id));
    is_well_made(asked.is(200), "th");
    is_well_made(coordinator.opens(&format!("/en{}", form(id))).is(200), "en");
    coordinator.fills_in(&form(id), &[("do", "publish")]).is(422).says("เขียนสิ่งที่จะทำอย่างน้อย 1 ข้อ");
    let half = [("do", "publish"), ("what2", "ทำ"), ("until2_day", "1"), ("until2_month", "1"), ("until2_year", "70")];
    coordinator.fills_in(&form(id), &half).is(422).says("เขียนว่าใครรับผิดชอบ").says("ใส่ปีให้ครบ 4 หลัก");
    let more = coordinator.fills_in(&form(id), &presses("more", &[]));
    more.is(200).says("ประกาศแผนการใช้รถทุกเดือน");
    assert!(more.body.contains("name=\"what4\"") && !asked.body.contains("name=\"what4\""));

    let preview = coordinator.fills_in(&form(id), &presses("preview", &[("items", "yes")]));
    preview.is(200).says("ตัวอย่าง: บุคลากรจะเห็นดังนี้").says("31 มี.ค. 2570").says("ท่านได้รับข้อมูลที่จำเป็นต่องาน").says("30 จาก 36 คน");
    is_well_made(&preview, "th");
    published(&house, id).says("ยังไม่เผยแพร่");
    assert_eq!(crew.times_in_diary("เผยแพร่ผล"), 0);

    let fields = presses("publish", &[]);
    for _ in 0..2 {
        assert!(coordinator.sends(&asked, &form(id), &fields).leads_to().contains("?done="));
    }
    assert_eq!((crew.times_in_diary("เผยแพร่ผล"), crew.times_in_diary("เปลี่ยนสิ่งที่เผยแพร่")), (1, 0));
    coordinator.opens(&round(id)).says("เผยแพร่ผลแล้วเมื่อ 14 ธ.ค. 2569").says("เปลี่ยนสิ่งที่เผยแพร่");

    let (thai, english) = (published(&house, id), visitor.opens(&format!("/en/results/{id}")));
    is_well_made(thai.is(200), "th");
    is_well_made(english.is(200), "en");
    // 4, 4 and 3 of four levels, and 3, 2 and 1: (88.89 + 33.33) / 2.
    thai.says("61.11").says("≥ 85.00").says("ต่ำกว่าเป้า 23.89").says("30 จาก 36 คน").says("ประกาศแผนการใช้รถทุกเดือน");
    thai.says("กองกลาง").says("31 มี.ค. 2570").says("ยังไม่ถึงเป้าหมาย").says("คะแนนคิดอย่างไร").says("ทำไมบางกลุ่มไม่แสดง");
    english.says("61.11").says("23.89 below target").says("By 31 Mar 2027");
    for never in ["ท่านได้รับข้อมูล", "รายหน่วยงาน", "สลก.", "ความในใจ"]
    {
        thai.does_not_say(never);
    }
    assert!(thai.addresses("/surveys/").contains(&format!("/surveys/{id}/bulletin")));

    visitor.opens("/results").says("แบบวัด 1/2570").says("61.11");
    assert!(visitor.opens("/").addresses("/results/").contains(&format!("/results/{id}")));
    assert!(visitor.opens(&format!("/surveys/{id}")).addresses("/results/").contains(&format!("/results/{id}")));
    let link = &links(&house, id)[35];
    assert!(visitor.opens(&format!("/t/{link}")).says("ปิดรับ").addresses("/results/").contains(&format!("/results/{id}")));

    let file = file(&house, id);
    assert_eq!((&file["overall"]["score"], &file["answers"], &file["on_roll"]), (&"61.11".into(), &30.into(), &36.into()));
    assert_eq!(file["undertakings"][0]["until"], "2027-03-31");
    assert_eq!((&file["units"], &file["comparison"]), (&Value::Null, &Value::Null));
    assert_eq!(file["indicators"][0]["items"], Value::Array(Vec::new()));
}

#[test]
fn nothing_is_published_before_the_figures_are_let_out_nor_by_anybody_else() {
    let house = House::open();
    let crew = Crew::of(&house);
    let id = crew.opens_round(&[]);
    crew.staff_answer(id, &many(12));
    crew.come_back();
    crew.coordinator.opens(&form(id)).is(409).says("เผยแพร่ได้เมื่อปิดรับแล้ว");
    house.visitor().opens(&format!("/en/results/{id}")).is(200).says("not published yet").says("14 Dec 2026");
    comes(&house, 14, 16, 30);
    house.timetable_runs();
    crew.come_back();
    crew.coordinator.opens(&form(id)).is(409).says("กำลังเปิดนับคำตอบ");
    let key = crew.coordinator.opens("/account");
    crew.coordinator.sends(&key, &form(id), &presses("publish", &[])).is(409);
    published(&house, id).says("ยังไม่เผยแพร่");
    for other in [&crew.viewer, &crew.hr, &crew.admin] {
        other.opens(&form(id)).is(403);
        other.posts(&form(id), &[]).is(403);
    }
    house.visitor().opens("/results/x").is(404);
    let unknown: SurveyId = house.rooms.chance.dice().id();
    house.visitor().opens(&format!("/results/{unknown}")).is(404);
    is_refused(&call(&house, &format!("/api/v1/results/{unknown}"), None), 404, "no_such_survey");
    is_refused(&call(&house, "/api/v1/results/x", None), 404, "no_such_survey");
}

#[test]
fn a_publication_that_was_cut_off_in_between_is_seen_by_nobody_until_it_is_completed() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &many(12));
    let asked = crew.coordinator.opens(&form(id));
    let guard = if house.place().is_sqlite() {
        "CREATE TRIGGER power_cut BEFORE INSERT ON publications BEGIN SELECT RAISE(ABORT, 'off'); END"
    } else {
        "ALTER TABLE publications ADD CONSTRAINT power_cut CHECK (shows = 'off')"
    };
    house.place().in_the_urn(guard);
    let fields = presses("publish", &[]);
    crew.coordinator.sends(&asked, &form(id), &fields).is(500);
    assert_eq!(crew.times_in_diary("เผยแพร่ผล"), 1);
    published(&house, id).is(200).says("ยังไม่เผยแพร่");
    is_refused(&call(&house, &format!("/api/v1/results/{id}"), None), 409, "not_yet");
    house.visitor().opens("/results").says("ยังไม่มีผลที่เผยแพร่");
    crew.coordinator.opens(&form(id)).says("การเผยแพร่ครั้งก่อนยังไม่เสร็จ");
    house.place().in_the_urn(if house.place().is_sqlite() {
        "DROP TRIGGER power_cut"
    } else {
        "ALTER TABLE publications DROP CONSTRAINT power_cut"
    });
    crew.coordinator.sends(&asked, &form(id), &fields).is(303);
    published(&house, id).says("ประกาศแผนการใช้รถทุกเดือน");
    assert_eq!(crew.times_in_diary("เผยแพร่ผล"), 1);
}

#[test]
fn what_is_published_may_be_changed_later_but_not_over_what_somebody_else_changed() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &many(36));
    publishes(&crew.coordinator, id, &[]).is(303);
    let other = house.member(&crew.admin, "wanida", &["coordinator"]);
    let (mine, theirs) = (crew.coordinator.opens(&form(id)), other.opens(&form(id)));
    assert_eq!((mine.field("who1"), mine.field("until1_year")), ("กองกลาง".to_owned(), "2570".to_owned()));

    let wider = presses("publish", &[("items", "yes"), ("units", "yes")]);
    for _ in 0..2 {
        assert_eq!(crew.coordinator.sends(&mine, &form(id), &wider).leads_to(), format!("{}?done=saved", form(id)));
    }
    assert_eq!(crew.times_in_diary("เปลี่ยนสิ่งที่เผยแพร่"), 1);
    let page = published(&house, id);
    page.says("ท่านได้รับข้อมูลที่จำเป็นต่องาน").says("รายหน่วยงาน").says("สลก. + คลัง + พัสดุ");
    let file = file(&house, id);
    assert_eq!(file["indicators"][0]["items"].as_array().unwrap().len(), 2);
    assert!(!file["units"]["shown"].as_array().unwrap().is_empty());
    for unit in file["units"]["shown"].as_array().unwrap() {
        let score = unit["score"]["score"].as_str().unwrap_or("0.0");
        assert_eq!(score.split('.').nth(1).map(str::len), Some(1), "one decimal: {unit}");
    }

    other.sends(&theirs, &form(id), &presses("publish", &[("units", "yes")])).is(409).says("มีผู้อื่นเปลี่ยน");
    published(&house, id).says("ท่านได้รับข้อมูลที่จำเป็นต่องาน");
    other.fills_in(&form(id), &presses("publish", &[])).is(303);
    published(&house, id).does_not_say("ท่านได้รับข้อมูลที่จำเป็นต่องาน").does_not_say("รายหน่วยงาน");
    assert_eq!(crew.times_in_diary("เปลี่ยนสิ่งที่เผยแพร่"), 2);
}

#[test]
fn a_round_is_compared_with_the_one_before_only_if_that_is_published_and_it_is_ticked() {
    let house = House::open();
    let (crew, first) = counted(&house, &[], &many(12));
    let coordinator = &crew.coordinator;
    let like_first = format!("round:{first}");
    let fields = [("beginning", like_first.as_str()), ("year", "2570"), ("round", "2"), ("name_thai", "แบบวัด")];
    let second = id_in(coordinator.fills_in("/rounds/new", &fields).leads_to());
    crate::eligible::crew::confirms(&crew.hr, second).is(303);
    schedules(coordinator, second, 15, 28).is(303);
    comes(&house, 15, 9, 0);
    house.timetable_runs();
    crew.staff_answer(second, &[ANSWERS[0]; 12]);
    crew.it_is_counted(28);

    let ticked = [("comparison", "yes")];
    coordinator.opens(&form(second)).says("ยังไม่มีรอบก่อนที่เผยแพร่แล้ว");
    publishes(coordinator, second, &ticked).is(303);
    published(&house, second).does_not_say("เทียบกับรอบ").does_not_say("61.11");
    assert_eq!(file(&house, second)["comparison"], Value::Null, "figures of a round that is not published are nobody's");

    publishes(coordinator, first, &[]).is(303);
    coordinator.opens(&form(second)).says("เทียบกับรอบ 1/2570 ซึ่งเผยแพร่แล้ว");
    published(&house, second).says("เทียบกับรอบ 1/2570").says("61.11");
    assert_eq!(file(&house, second)["comparison"]["overall"]["before"]["score"], "61.11");
    publishes(coordinator, second, &[]).is(303);
    published(&house, second).does_not_say("61.11");
    let both = house.visitor().opens("/results");
    assert_eq!(both.addresses("/results/"), [format!("/results/{second}"), format!("/results/{first}")], "the latest first");
}

#[test]
fn those_who_read_results_have_a_list_of_rounds_and_others_have_none() {
    let house = House::open();
    let crew = Crew::of(&house);
    crew.viewer.opens("/scores").is(200).says("ยังไม่มีรอบที่นับคำตอบแล้ว");
    let id = crew.opens_round(&[("target", "85")]);
    crew.staff_answer(id, &many(12));
    crew.viewer.is_in("ekachai@example.go.th");
    crew.viewer.opens("/scores").says("ยังไม่มีรอบที่นับคำตอบแล้ว");
    crew.it_is_counted(14);
    for reader in [&crew.viewer, &crew.coordinator] {
        let (thai, english) = (reader.opens("/scores"), reader.opens("/en/scores"));
        is_well_made(thai.is(200), "th");
        is_well_made(english.is(200), "en");
        thai.says("แบบวัด 1/2570").says("12 จาก 36 คน").says("61.11").says("≥ 85.00").says("ต่ำกว่าเป้า 23.89");
        assert!(reader.opens("/home").addresses("/scores").contains(&"/scores".to_owned()), "the menu leads there");
    }
    for other in [&crew.hr, &crew.admin] {
        other.opens("/scores").is(403);
        assert!(other.opens("/home").addresses("/scores").is_empty());
    }
}

#[test]
fn a_form_that_has_published_changes_nothing_when_it_is_sent_again_later() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &many(36));
    let coordinator = &crew.coordinator;
    publishes(coordinator, id, &[]).is(303);
    let wider = coordinator.opens(&form(id));
    coordinator.sends(&wider, &form(id), &presses("publish", &[("items", "yes")])).is(303);
    publishes(coordinator, id, &[]).is(303);
    // What it was drawn from stands there again, but not because nothing happened.
    coordinator.sends(&wider, &form(id), &presses("publish", &[("items", "yes")])).is(409).says("มีผู้อื่นเปลี่ยน");
    published(&house, id).does_not_say("ท่านได้รับข้อมูลที่จำเป็นต่องาน");
    assert_eq!(crew.times_in_diary("เปลี่ยนสิ่งที่เผยแพร่"), 2);
}
