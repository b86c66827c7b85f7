//! Letters to owners: about months that have passed without a word, on two days of a month, once, and not at all when
//! nothing is open.

use jiff::civil::date;

use super::scene::*;
use crate::{house::House, results::answered::Crew};

const OWNER: &str = "owner@example.go.th";

/// To whom letters with these words went, so far.
fn to(house: &House, words: &str) -> Vec<String> {
    house.timetable_runs();
    house.courier_runs();
    let letters = house.letters();
    letters.iter().filter(|letter| letter.text().contains(words)).map(|letter| letter.header("To")).collect()
}

const FIRST: &str = "โปรดแจ้งผู้ประสานงาน";
const AGAIN: &str = "กำหนดแจ้งคือ";

#[test]
fn owners_are_asked_once_on_the_first_working_day_and_reminded_before_the_tenth() {
    let house = House::open();
    let other = house.beside();
    let crew = Crew::of(&house);
    let one = &crew.coordinator;
    let plan = makes(one, &[]);
    let measure = adds_measure(one, plan, &[]);
    // November and January of 2570; and steps that ask nobody.
    let step = adds_step(one, plan, measure, &["1", "3"], &[("text", "ประชุมชี้แจงขั้นตอน"), ("email", OWNER)]);
    let second = adds_step(one, plan, measure, &["1"], &[("text", "ทำคู่มือหน้าเดียว"), ("email", OWNER)]);
    adds_step(one, plan, measure, &["1"], &[("text", "เลิกแล้ว"), ("status", "dropped"), ("email", "dropped@example.go.th")]);
    adds_step(one, plan, measure, &["5"], &[("text", "ยังไม่ถึง"), ("email", "later@example.go.th")]);
    adds_step(one, plan, measure, &["1"], &[("text", "ไม่มีอีเมล")]);
    let old = makes(one, &[("title_thai", "แผนเก่า"), ("year", "2569")]);
    let of = adds_measure(one, old, &[]);
    adds_step(one, old, of, &["1"], &[("text", "ของปีก่อน"), ("email", OWNER)]);

    // 30 November is a Monday, and the month is not over.
    comes_to(&house, date(2026, 11, 30), 9);
    assert_eq!(to(&house, "ประชุมชี้แจงขั้นตอน").len(), 0);
    comes_to(&house, date(2026, 12, 1), 7);
    assert_eq!(to(&house, FIRST).len(), 0, "not before the office opens");
    comes_to(&house, date(2026, 12, 1), 9);
    std::thread::scope(|scope| {
        for rooms in [&house.rooms, &other.rooms] {
            scope.spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(clearjai::schedule::run_due(rooms));
            });
        }
    });
    let asked = to(&house, FIRST);
    assert_eq!(asked.len(), 1, "two servers write once, and one letter has all steps: {asked:?}");
    assert!(asked[0].contains(OWNER));
    let letter = house.letter_to(OWNER).text();
    for said in ["ประชุมชี้แจงขั้นตอน (เดือน พ.ย. 2569)", "ทำคู่มือหน้าเดียว", "แผนปี 2570", &plan_address(plan, "")]
    {
        assert!(letter.replace('\u{a0}', " ").replace('\u{2060}', "").contains(said), "{said} in {letter}");
    }
    for never in ["ของปีก่อน", "ม.ค.", "เลิกแล้ว", "ไม่มีอีเมล"] {
        assert!(!letter.contains(never), "{never} in {letter}");
    }
    comes_to(&house, date(2026, 12, 2), 9);
    assert_eq!(to(&house, FIRST).len(), 1, "once a month");

    // Something is said about one of them before the reminder.
    one.is_in("chai@example.go.th");
    one.opens(&plan_address(plan, "")).says("เดือนในแผนที่ผ่านไปแล้วและยังไม่มีบันทึก: 3");
    let address = step_address(plan, second, "/progress");
    assert!(one.opens(&address).body.contains("<option value=\"1\" selected"), "the month that is asked about is chosen");
    one.fills_in(&address, &[("status", "planned"), ("done", "1"), ("month", "1"), ("text", "ทำแล้ว ติดไว้ทุกห้อง")]).is(303);
    // The 9th is a Wednesday.
    comes_to(&house, date(2026, 12, 8), 9);
    assert_eq!(to(&house, AGAIN).len(), 0);
    comes_to(&house, date(2026, 12, 9), 9);
    assert_eq!(to(&house, AGAIN).len(), 1);
    let letter = house.letter_to(OWNER).text();
    assert!(letter.contains("ประชุมชี้แจงขั้นตอน") && !letter.contains("คู่มือ"), "{letter}");
    comes_to(&house, date(2026, 12, 11), 9);
    assert_eq!((to(&house, FIRST).len(), to(&house, AGAIN).len()), (1, 1));

    // When everything is said, nobody hears anything.
    one.is_in("chai@example.go.th");
    one.fills_in(&step_address(plan, step, "/progress"), &[("status", "under_way"), ("month", "1"), ("text", "เลื่อนไปมกราคม")])
        .is(303);
    comes_to(&house, date(2027, 1, 4), 9);
    assert_eq!((to(&house, FIRST).len(), to(&house, AGAIN).len()), (1, 1), "January is not over");
    comes_to(&house, date(2027, 2, 1), 9);
    assert_eq!(to(&house, FIRST).len(), 2);
    crew.admin.is_in("anan@example.go.th").opens("/admin/schedule").says("ถามความก้าวหน้าจากผู้รับผิดชอบแผนปรับปรุง");
}

#[test]
fn where_nothing_is_planned_no_letter_is_written() {
    let house = House::open();
    let crew = Crew::of(&house);
    let plan = makes(&crew.coordinator, &[]);
    let measure = adds_measure(&crew.coordinator, plan, &[]);
    adds_step(&crew.coordinator, plan, measure, &["7"], &[("email", OWNER)]);
    let before = house.letters().len();
    for day in [1, 2, 9, 10] {
        comes_to(&house, date(2026, 12, day), 9);
        house.timetable_runs();
        house.courier_runs();
    }
    assert_eq!(house.letters().len(), before);
}
