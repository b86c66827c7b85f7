//! Sessions and surveys that are in the report without being written down again.

use std::time::Duration;

use super::scene::{NEW, cells, fields, report, report_file, written};
use crate::{
    house::{House, Page, Visitor},
    meetings::scene::{self as clinic, at},
    pages::is_well_made,
    results::answered::{Said, counted},
};

const TEN_DAYS: Duration = Duration::from_secs(10 * 24 * 3_600);
const HIGH: &Said = &[("i1", "4"), ("i2", "4")];
const LOW: &Said = &[("i1", "2"), ("i2", "2")];

/// A session of 30 November 2569 that was told about.
fn published(house: &House) -> (clinic::Scene<'_>, String) {
    let scene = clinic::Scene::new(house);
    let id = scene.opened(&[]);
    house.turn(TEN_DAYS);
    house.timetable_runs();
    scene.coordinator.is_in("chai@example.go.th");
    let told =
        [("do", "publish"), ("here", "54"), ("summary_thai", "ถามเรื่องค่าแท็กซี่"), ("what1", "แก้คู่มือเบิกจ่าย"), ("who1", "ฝ่ายคลัง")];
    // A draft that nobody else reads is no row.
    scene.coordinator.fills_in(&at(id, "/report"), &[("do", "save"), ("summary_thai", "ร่าง")]).is(303);
    scene.coordinator.opens(&report(2570, "first")).does_not_say("คลินิกเคลียร์ใจ ครั้งที่ 1");
    scene.coordinator.fills_in(&at(id, "/report"), &told).is(303);
    (scene, format!("meeting-{id}"))
}

/// The buttons of one row.
fn leaves_out(coordinator: &Visitor, what: &str, source: &str) -> Page {
    let page = coordinator.opens("/activities?year=2570");
    coordinator.sends(&page, "/activities/report/rows", &[("source", source), ("year", "2570"), ("do", what)])
}

#[test]
fn a_session_is_a_row_by_itself_and_can_be_left_out_and_taken_back() {
    let house = House::open();
    let (scene, source) = published(&house);
    let coordinator = &scene.coordinator;
    let list = coordinator.opens("/activities?year=2570");
    is_well_made(list.is(200), "th");
    is_well_made(coordinator.opens("/en/activities?year=2570").is(200), "en");
    list.says("คลินิกเคลียร์ใจ ครั้งที่ 1").says("อยู่ในรายงาน");
    let row = coordinator.opens(&report(2570, "first"));
    row.says("1. คลินิกเคลียร์ใจ ครั้งที่ 1 30 พ.ย. 2569 ถามเรื่องค่าแท็กซี่").says("- แก้คู่มือเบิกจ่าย (ฝ่ายคลัง) ผู้เข้าร่วม 54 คน");
    coordinator.opens(&report(2570, "second")).does_not_say("คลินิกเคลียร์ใจ ครั้งที่ 1");
    coordinator.opens(&report(2569, "whole")).does_not_say("คลินิกเคลียร์ใจ ครั้งที่ 1");

    assert_eq!(leaves_out(coordinator, "out", &source).leads_to(), "/activities?year=2570&done=left-out");
    coordinator.opens(&report(2570, "whole")).does_not_say("คลินิกเคลียร์ใจ ครั้งที่ 1");
    coordinator.opens("/activities?year=2570").says("เอาออกแล้ว");
    // Said twice, it is noted once.
    leaves_out(coordinator, "out", &source).is(303);
    leaves_out(coordinator, "in", &source).is(303);
    coordinator.opens(&report(2570, "whole")).says("คลินิกเคลียร์ใจ ครั้งที่ 1");
    let diary = scene.admin.is_in("anan@example.go.th").opens("/admin/log");
    assert_eq!(diary.text().matches("แก้รายงานกิจกรรม").count(), 2);
    leaves_out(coordinator, "out", "meeting-00000000-0000-4000-8000-000000000000").is(404);
    leaves_out(coordinator, "out", "nonsense").is(400);
}

#[test]
fn a_session_told_in_own_words_is_one_row_and_comes_back_when_they_are_removed() {
    let house = House::open();
    let (scene, source) = published(&house);
    let coordinator = &scene.coordinator;
    let address = format!("{NEW}?from={source}");
    assert!(coordinator.opens("/activities?year=2570").body.contains(&format!("href=\"{address}\"")));
    let form = coordinator.opens(&address);
    is_well_made(form.is(200), "th");
    assert_eq!(
        ["title_thai", "summary", "result"].map(|name| written(&form, name)),
        ["คลินิกเคลียร์ใจ ครั้งที่ 1", "ถามเรื่องค่าแท็กซี่", "- แก้คู่มือเบิกจ่าย (ฝ่ายคลัง)"]
    );
    assert_eq!(["period", "attendance"].map(|name| form.field(name)), ["30 พ.ย. 2569", "54"]);
    let own = fields(&[
        ("kind", "clinic"),
        ("title_thai", "คลินิก (คำของเรา)"),
        ("period", "30 พ.ย. 2569"),
        ("summary", "คุยกันดี"),
        ("attendance", "54"),
        ("speaks_for", source.as_str()),
    ]);
    let kept = coordinator.sends(&form, NEW, &own).leads_to().split('?').next().unwrap().to_owned();
    let row = coordinator.opens(&report(2570, "first"));
    row.says("1. คลินิก (คำของเรา)").says("คุยกันดี").does_not_say("คลินิกเคลียร์ใจ ครั้งที่ 1").does_not_say("ค่าแท็กซี่");
    coordinator.opens("/activities?year=2570").does_not_say("เอาออกจากรายงาน");
    // Nobody else speaks for it as well.
    let other = coordinator.fills_in(NEW, &own);
    other.is(422).says("มีกิจกรรมอื่นเขียนแทนสิ่งนี้แล้ว");
    assert_eq!(written(&other, "summary"), "คุยกันดี");
    coordinator.opens(&format!("{kept}/removal")).says("ขึ้นในรายงานเองเหมือนเดิม");
    coordinator.fills_in(&format!("{kept}/removal"), &[]).is(303);
    coordinator.opens(&report(2570, "first")).says("1. คลินิกเคลียร์ใจ ครั้งที่ 1").does_not_say("คำของเรา");
    coordinator.opens(&format!("{NEW}?from=meeting-x")).is(404);
}

#[test]
fn a_survey_that_is_closed_is_a_row_with_what_results_let_out() {
    let house = House::open();
    let answers: Vec<&Said> = (0..15).map(|place| if place % 3 == 2 { LOW } else { HIGH }).collect();
    let (crew, id) = counted(&house, &[], &answers);
    let row = crew.coordinator.opens(&report(2570, "first"));
    row.says("ผู้ตอบ 15 จาก 36 คน (ร้อยละ 41.67)").says("77.78 จาก 100 (n = 15, 4 ระดับ)").says("ธ.ค. 2569");
    let sheet = cells(&crew.viewer.downloads(&report_file("xlsx", 2570, "first")));
    assert!(sheet.iter().any(|cell| cell.contains("77.78")), "{sheet:?}");
    // As the evaluation of an activity it is no row of its own, but its figure.
    let id = id.to_string();
    let own = [("title_thai", "อบรม"), ("period", "1 ธ.ค. 2569"), ("satisfaction", "round"), ("evaluation", id.as_str())];
    let own = fields(&own);
    let kept = crew.coordinator.fills_in(NEW, &own).leads_to().to_owned();
    crew.coordinator.opens(&kept).says("77.78 จาก 100 (n = 15, 4 ระดับ)");
    let row = crew.coordinator.opens(&report(2570, "first"));
    row.says("ความพึงพอใจ: 77.78 % (n = 15, 4 ระดับ)").does_not_say("ผู้ตอบ 15 จาก 36 คน");
}

#[test]
fn a_survey_that_few_answered_says_no_figure() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &[HIGH, LOW]);
    let row = crew.coordinator.opens(&report(2570, "first"));
    row.says("มีผู้ตอบน้อยกว่า 5 คน").does_not_say("คะแนนรวม:").does_not_say("100.00").does_not_say("ผู้ตอบ 2");
    let form = crew.coordinator.opens(&format!("{NEW}?from=survey-{id}"));
    assert!(written(&form, "result").starts_with("มีผู้ตอบน้อยกว่า"), "{}", written(&form, "result"));
}
