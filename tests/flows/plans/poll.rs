//! From a finding to what staff say of it: the whole way, through the same doors as any round.

use jiff::civil::date;

use super::scene::*;
use crate::{
    eligible::crew::confirms,
    house::House,
    pages::is_well_made,
    results::answered::{Crew, Said, counted},
    rounds::desk::{id_in, schedules},
};

/// Not of one mind: the second question comes to 33.33.
const FOUND: [&Said; 3] = [&[("i1", "4"), ("i2", "2")], &[("i1", "3"), ("i2", "1")], &[("i1", "2"), ("i2", "3")]];
const YES: &Said = &[("happened", "3"), ("helped", "5")];
const PARTLY: &Said = &[("happened", "2"), ("helped", "3")];
const UNKNOWN: &Said = &[("happened", "0"), ("helped", "0")];

/// A plan with one measure about the lowest item, and the round that asks staff about it, open from 16 December.
fn polled(house: &House) -> (Crew<'_>, clearjai::ids::PlanId, clearjai::ids::SurveyId) {
    let (crew, id) = counted(house, &[("target", "92.50"), ("grace", "5")], &[FOUND, FOUND, FOUND, FOUND].concat());
    let one = &crew.coordinator;
    let round = id.to_string();
    let plan = plan_in(one.fills_in(NEW, &plan_fields(&[("round", &round), ("begin", "item:i2")])).leads_to());
    let measure = measures(one, plan)[0];
    let about = format!("{id}/item:i2");
    let text = "หัวหน้าทุกกลุ่มเปิดรับฟังทุกวันจันทร์";
    one.fills_in(&measure_address(plan, measure, ""), &measure_fields(&[("text", text), ("about", &about)])).is(303);
    adds_step(one, plan, measure, &["2"], &[("text", "ประกาศวันและเวลา"), ("email", "owner@example.go.th")]);
    let page = one.opens(&plan_address(plan, ""));
    page.says("33.33 จาก 100 (n = 12)").says("ผู้รับผิดชอบยังไม่ได้บอกว่าเสร็จ").says("ถามบุคลากร");
    let address = measure_address(plan, measure, "/poll");
    let made = one.sends(&page, &address, &[]).leads_to().to_owned();
    assert_eq!(one.sends(&page, &address, &[]).leads_to(), made, "pressed twice, it makes one");
    assert_eq!(one.sends(&page, &address, &[("again", "1")]).leads_to(), made);
    let poll = id_in(&made);
    (crew, plan, poll)
}

#[test]
fn what_staff_say_stands_beside_the_owners_own_tick_once_it_is_released() {
    let house = House::open();
    let (crew, plan, poll) = polled(&house);
    let one = &crew.coordinator;
    let page = one.opens(&format!("/rounds/{poll}"));
    is_well_made(page.is(200), "th");
    page.says("ยืนยันมาตรการ: หัวหน้าทุกกลุ่มเปิดรับฟังทุกวันจันทร์").says("ร่าง");
    one.opens(&format!("/surveys/{poll}")).is(200);
    let found = house.wait_for(house.rooms.db.read_register(move |conn| clearjai::surveys::find(conn, poll))).unwrap().unwrap();
    assert_eq!((found.terms.grace_minutes, found.terms.target), (5, None), "what the round promised, without its target");
    one.opens(&plan_address(plan, "")).says("แบบยืนยันยังไม่ปิดรับคำตอบ").does_not_say("ถามบุคลากร");

    confirms(&crew.hr, poll).is(303);
    schedules(one, poll, 16, 22).is(303);
    comes_to(&house, date(2026, 12, 16), 10);
    house.timetable_runs();
    let said: Vec<&Said> = [YES, YES, YES, PARTLY].into_iter().cycle().take(12).chain([UNKNOWN]).collect();
    crew.staff_answer(poll, &said);
    // The owner says that it is done.
    crew.come_back();
    let measure = measures(one, plan)[0];
    let text = "หัวหน้าทุกกลุ่มเปิดรับฟังทุกวันจันทร์";
    let done = [("text", text), ("done_day", "15"), ("done_month", "12"), ("done_year", "2569")];
    one.fills_in(&measure_address(plan, measure, ""), &measure_fields(&done)).is(303);
    let open = crew.viewer.opens(&plan_address(plan, ""));
    open.says("ผู้รับผิดชอบบอกว่าทำเสร็จแล้วเมื่อ 15 ธ.ค. 2569").says("แบบยืนยันยังไม่ปิดรับคำตอบ").does_not_say("87.50");

    crew.it_is_counted(22);
    let page = crew.viewer.opens(&plan_address(plan, ""));
    is_well_made(page.is(200), "th");
    page.says("ผู้รับผิดชอบบอกว่าทำเสร็จแล้วเมื่อ 15 ธ.ค. 2569").says("บุคลากรบอกว่า");
    // Nine of twelve chose the best, three the middle: (9·100 + 3·50) ÷ 12.
    page.says("เกิดขึ้นจริงหรือไม่: 87.50 จาก 100 (n = 12), 3 ระดับ").says("ช่วยได้มากน้อยเพียงใด: 87.50 จาก 100 (n = 12), 5 ระดับ");
    page.says("เกิดขึ้นจริง 9 · เกิดขึ้นบางส่วน 3 · ไม่ได้เกิดขึ้น 0 · ไม่ทราบ 1");
    page.does_not_say("หน้าของแบบยืนยัน");
    let english = crew.viewer.opens(&format!("/en{}", plan_address(plan, "")));
    english.says("The owner says it was done on 15 Dec 2026").says("87.50 of 100 (n = 12), 3 levels");

    // And the report of the round, and the follow-up of the step, stand where they always stand.
    crew.viewer.opens(&format!("/rounds/{poll}/results")).says("มาตรการนี้เกิดขึ้นจริงหรือไม่");
    crew.viewer.opens(&format!("/rounds/{poll}/report")).is(200).says("87.50");
    comes_to(&house, date(2027, 1, 4), 9);
    house.timetable_runs();
    assert!(house.letter_to("owner@example.go.th").text().contains("ประกาศวันและเวลา"));
    crew.come_back();
    let step = steps(one, plan)[0];
    one.fills_in(
        &step_address(plan, step, "/progress"),
        &[("status", "done"), ("done", "2"), ("month", "2"), ("text", "ประกาศแล้ว")],
    )
    .is(303);
    one.opens(&plan_address(plan, "")).does_not_say("เดือนในแผนที่ผ่านไปแล้ว").says("ประกาศแล้ว").says("ทำแล้ว");
    crew.viewer.opens(&plan_address(plan, "/form/months")).says("หัวหน้าทุกกลุ่มเปิดรับฟังทุกวันจันทร์");
    assert_eq!(crew.times_in_diary("สร้างแบบยืนยันมาตรการ"), 1);
    one.opens("/plans").does_not_say("ยืนยันมาตรการ");
}

#[test]
fn of_too_few_staff_it_is_said_that_there_were_too_few() {
    let house = House::open();
    let (crew, plan, poll) = polled(&house);
    confirms(&crew.hr, poll).is(303);
    schedules(&crew.coordinator, poll, 16, 22).is(303);
    comes_to(&house, date(2026, 12, 16), 10);
    house.timetable_runs();
    crew.staff_answer(poll, &[YES; 4]);
    crew.it_is_counted(22);
    let page = crew.viewer.opens(&plan_address(plan, ""));
    page.says("ต้องมีอย่างน้อย 5 คน").does_not_say("100.00").does_not_say("3 ระดับ");
}

#[test]
fn a_poll_that_is_removed_can_be_made_again() {
    let house = House::open();
    let (crew, plan, poll) = polled(&house);
    crew.coordinator.fills_in(&format!("/rounds/{poll}/removal"), &[]).is(303);
    let page = crew.coordinator.opens(&plan_address(plan, ""));
    let measure = measures(&crew.coordinator, plan)[0];
    let made = crew.coordinator.sends(page.says("ถามบุคลากร"), &measure_address(plan, measure, "/poll"), &[]);
    assert_ne!(id_in(made.leads_to()), poll);
}
