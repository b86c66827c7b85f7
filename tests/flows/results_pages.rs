//! The pages of results: who sees them, what they say of a round that is released, and what they keep to
//! themselves before that and where few have answered.

use std::time::Duration;

use clearjai::ids::SurveyId;

use crate::{
    eligible::crew::demo,
    house::{House, Page, Visitor},
    pages::is_well_made,
    rounds::desk::*,
    wall::respondent::*,
};

const VIEWS: [&str; 4] = ["", "/items", "/units", "/compare"];

/// What these answer to the two questions of the round, by level.
fn hand_in(house: &House, id: SurveyId, answers: &[(&str, &str)]) {
    for (link, (one, two)) in links(house, id).iter().zip(answers) {
        let answers: Vec<_> = [("i1", *one), ("i2", *two)].into_iter().filter(|(_, level)| !level.is_empty()).collect();
        assert_eq!(Respondent::with(house, link).ballot(&answers).goes_in(house).0, 201);
    }
}

fn closes(house: &House) {
    comes(house, 14, 16, 30);
    house.timetable_runs();
}

/// Its ballots are opened, and counted soon after.
fn is_released(house: &House) {
    for wait in [11 * 60, 60] {
        house.turn(Duration::from_secs(wait));
        house.timetable_runs();
    }
}

fn results(reader: &Visitor, id: SurveyId, below: &str) -> Page {
    reader.opens(&format!("/rounds/{id}/results{below}"))
}

fn coordinator(house: &House) -> Visitor<'_> {
    let visitor = house.visitor();
    visitor.is_in("chai@example.go.th");
    visitor
}

/// Twelve people: 91.67 and 83.33, and so 87.50.
const TWELVE: [(&str, &str); 12] = [
    ("4", "4"),
    ("4", "4"),
    ("4", "4"),
    ("4", "4"),
    ("4", "4"),
    ("4", "4"),
    ("4", "3"),
    ("4", "3"),
    ("4", "3"),
    ("3", "3"),
    ("3", "3"),
    ("3", "3"),
];

#[test]
fn nothing_of_a_round_is_shown_before_it_is_closed_opened_and_counted() {
    let house = House::open();
    let id = open_round(&house);
    hand_in(&house, id, &TWELVE[..2]);
    let reader = coordinator(&house);
    for view in VIEWS {
        let page = results(&reader, id, view);
        page.is(200).says("ระหว่างเปิดรับ แสดงเฉพาะจำนวนผู้ตอบ คะแนนจะแสดงเมื่อปิดรับ").does_not_say("คะแนนรวม");
        is_well_made(&page, "th");
    }
    closes(&house);
    let reader = coordinator(&house);
    for view in VIEWS {
        results(&reader, id, view).is(200).says("กำลังเปิดซองคำตอบ").does_not_say("คะแนนรวม");
    }
    is_well_made(reader.opens(&format!("/en/rounds/{id}/results")).says("The answers are being opened"), "en");
}

#[test]
fn a_released_round_says_its_scores_to_two_decimals_with_how_many_said_so() {
    let house = House::open();
    let id = open_round(&house);
    hand_in(&house, id, &TWELVE);
    closes(&house);
    is_released(&house);
    let reader = coordinator(&house);
    for view in VIEWS {
        is_well_made(results(&reader, id, view).is(200), "th");
        is_well_made(reader.opens(&format!("/en/rounds/{id}/results{view}")).is(200), "en");
    }
    let summary = results(&reader, id, "");
    for said in ["87.50", "91.67", "83.33", "12 จาก 36 คน", "±8.33", "ข้อ 2 คะแนนต่ำสุด", "12 คน", "ข้อค้นพบ", "ข้อที่คะแนนต่ำสุดคือข้อ 2"]
    {
        summary.says(said);
    }
    assert!(summary.body.contains(r#"aria-hidden="true"><div class="crow"#), "drawings are for eyes only");
    reader.opens(&format!("/rounds/{id}")).says("ดูผล");
    assert!(!summary.addresses(&format!("/rounds/{id}/results/items")).is_empty());

    // The drawing and its table: three of twelve a level below the best of question 1.
    let items = results(&reader, id, "/items");
    items.says("25").says("75").says("9 เห็นด้วยที่สุด").says("3 เห็นด้วยมาก").says("0 ไม่เห็นด้วย");
    let place = |page: &Page, item: &str| page.text().find(item).unwrap();
    assert!(place(&items, "ข้อ 1 ") < place(&items, "ข้อ 2 "));
    let by_score = results(&reader, id, "/items?order=score");
    assert!(place(&by_score, "ข้อ 2 ") < place(&by_score, "ข้อ 1 "));
    // 25 and 75 per cent, around the line of a drawing of 125, and as parts of one hundred.
    assert!(by_score.body.contains(r#"class="b-p1" x="20.00%" y="14%" width="20.00%""#), "{}", by_score.body);
    let stacked = results(&reader, id, "/items?as=100");
    assert!(stacked.body.contains(r#"class="b-p1" x="0.00%" y="14%" width="25.00%""#) && !stacked.body.contains("g-zero"));
    results(&reader, id, "/compare").says("รอบนี้เป็นรอบแรก");
}

#[test]
fn of_few_answers_there_are_scores_without_distributions() {
    let house = House::open();
    let id = open_round(&house);
    hand_in(&house, id, &[("4", "4"), ("4", "3"), ("4", "1"), ("3", "2"), ("3", "4"), ("2", "4"), ("1", "3")]);
    closes(&house);
    is_released(&house);
    let reader = coordinator(&house);
    for view in ["", "/items", "/items?order=score&as=100"] {
        let page = results(&reader, id, view);
        page.is(200).says("66.67").says("แสดงเมื่อข้อนั้นมีผู้ตอบตั้งแต่ 10 คน");
        for segment in ["b-n2", "b-n1", "b-p1", "b-p2"] {
            assert!(!page.body.contains(segment), "{view}: {segment}");
        }
    }
}

#[test]
fn of_fewer_than_k_nothing_is_shown_but_that_there_were_too_few() {
    let house = House::open();
    let id = open_round(&house);
    hand_in(&house, id, &TWELVE[..4]);
    closes(&house);
    is_released(&house);
    let reader = coordinator(&house);
    for view in VIEWS {
        let page = results(&reader, id, view);
        page.is(200).says("น้อยกว่า 5 จาก 36 คน").says("ต้องมีอย่างน้อย 5 คน").does_not_say("คะแนนรวม");
        assert!(!page.body.contains("class=\"chart") && !page.body.contains("<table"), "{view}");
    }
}

#[test]
fn what_all_said_alike_is_a_range_and_says_why() {
    let house = House::open();
    let id = open_round(&house);
    let mut alike = TWELVE;
    for (one, _) in &mut alike {
        *one = "4";
    }
    hand_in(&house, id, &alike);
    closes(&house);
    is_released(&house);
    let summary = results(&coordinator(&house), id, "");
    summary.says("80–100").says("เกือบทุกคนตอบเหมือนกัน").does_not_say("100.00");
    assert_eq!(summary.body.matches("เกือบทุก").count(), 1, "explained once");
}

#[test]
fn only_those_who_may_read_results_see_them() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let (coordinator, viewer) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "wichai", &["viewer"]));
    let id = demo(&house);
    ready(&house, &coordinator, &hr, id);
    for view in VIEWS {
        results(&admin, id, view).is(403);
        results(&hr, id, view).is(403);
        results(&coordinator, id, view).is(200).says("หน้าของรอบนี้");
        // Who plans no rounds is not led to the page of one.
        results(&viewer, id, view).is(200).does_not_say("หน้าของรอบนี้");
        results(&house.visitor(), id, view).is(303);
        let nowhere: SurveyId = house.rooms.chance.dice().id();
        results(&viewer, nowhere, view).is(404);
    }
}
