//! What the department says under its settings of how long things are kept is so.

use clearjai::{accounts::Actor, clock::DAY, ids::SurveyId, results, retention};

use super::answered::*;
use crate::house::House;

/// Twelve people, of whom six wrote something; one unit has too few to be told apart.
const ANSWERS: [&Said; 12] = [
    &[("i1", "1"), ("i2", "2"), ("i3", "ไม่ประกาศแผน")],
    &[("i1", "2"), ("i2", "2"), ("i3", "ตอบเร็วขึ้น")],
    &[("i1", "3"), ("i2", "2"), ("i3", "ช่วยงานดี"), ("i4", "ที่จอดรถ")],
    &[("i1", "4"), ("i2", "1"), ("i4", "หัวหน้ารับฟัง")],
    &[("i1", "4"), ("i2", "2"), ("i3", "ขั้นตอนยืมของ")],
    &[("i1", "3"), ("i2", "4")],
    &[("i1", "3"), ("i2", "4")],
    &[("i1", "3"), ("i2", "4")],
    &[("i1", "3"), ("i2", "4")],
    &[("i1", "3"), ("i2", "4")],
    &[("i1", "3"), ("i2", "4")],
    &[("i1", "3"), ("i2", "4")],
];

/// What is past its time now, as `clearjai purge --dry-run` has it.
fn past(house: &House) -> retention::Past {
    house.wait_for(retention::find(&house.rooms.db, house.clock.now())).unwrap()
}

/// How many rows of a table are there.
fn rows(house: &House, table: &str) -> usize {
    house.place().all_rows().get(table).map_or(0, Vec::len)
}

fn figures(crew: &Crew, id: SurveyId) -> String {
    crew.coordinator.opens(&format!("/rounds/{id}/results/items")).is(200).text()
}

#[test]
fn answers_comments_and_the_roll_go_when_their_time_is_over_and_figures_and_the_bulletin_stay() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &ANSWERS);
    let tables = ["urn.answers", "urn.texts", "register.roll", "register.personal_codes"];
    for table in tables {
        assert!(rows(&house, table) > 0, "{table} holds nothing: {:?}", house.place().all_rows().keys());
    }
    let told = figures(&crew, id);
    let bulletin = house.visitor().opens(&format!("/api/v1/bulletins/{id}")).is(200).body.clone();
    assert_eq!(past(&house), retention::Past::default());

    // Five years are kept unless the department says otherwise; a month before that, all is there.
    house.turn(59 * 30 * DAY);
    house.timetable_runs();
    assert_eq!(past(&house), retention::Past::default());
    house.turn(3 * 31 * DAY);
    let round: Vec<SurveyId> = past(&house).rounds.into_iter().map(|(round, _)| round).collect();
    assert_eq!(round, [id], "a look says what would go");
    assert!(rows(&house, "urn.answers") > 0, "and changes nothing");

    house.timetable_runs();
    for table in tables {
        assert_eq!(rows(&house, table), 0, "{table}");
    }
    assert_eq!(past(&house), retention::Past::default());
    let forgotten = house.wait_for(house.rooms.db.read_register(retention::forgotten)).unwrap();
    assert_eq!(house.wait_for(results::recount(&house.rooms.db, &forgotten)).unwrap(), [], "and nobody wonders where they are");
    crew.come_back();
    assert_eq!(figures(&crew, id), told, "what was told stays told");
    assert_eq!(house.visitor().opens(&format!("/api/v1/bulletins/{id}")).is(200).body, bulletin);
    crew.coordinator.opens(&format!("/rounds/{id}/results")).is(200);
    crew.coordinator.opens(&format!("/rounds/{id}")).is(200);
    crew.hr.opens(&format!("/hr/rounds/{id}/eligible")).is(200);
    let comments = crew.coordinator.opens(&format!("/rounds/{id}/results/comments"));
    comments.is(200).says("ลบแล้ว").does_not_say("ที่จอดรถ");
    assert_eq!(crew.times_in_diary("ลบข้อมูลที่พ้นกำหนดเก็บ"), 1);

    house.turn(2 * DAY);
    house.timetable_runs();
    crew.come_back();
    assert_eq!(crew.times_in_diary("ลบข้อมูลที่พ้นกำหนดเก็บ"), 1, "once");
}

#[test]
fn a_run_that_was_stopped_between_the_sides_is_gone_on_with_and_the_diary_says_it_once() {
    let house = House::open();
    let (crew, _) = counted(&house, &[], &ANSWERS);
    house.place().in_the_urn("CREATE TABLE not_yet_gone AS SELECT * FROM answers");
    house.turn(63 * 31 * DAY);
    house.timetable_runs();
    assert_eq!(rows(&house, "urn.answers"), 0);
    // As it would lie there if the power had failed before the urn was done.
    house.place().in_the_urn("INSERT INTO answers SELECT * FROM not_yet_gone");
    house.place().in_the_urn("DROP TABLE not_yet_gone");
    house.turn(2 * DAY);
    house.timetable_runs();
    assert_eq!(rows(&house, "urn.answers"), 0);
    crew.come_back();
    assert_eq!(crew.times_in_diary("ลบข้อมูลที่พ้นกำหนดเก็บ"), 1);
}

#[test]
fn a_plan_is_not_asked_for_where_one_may_have_been_let_go_of() {
    let house = House::open();
    let (crew, _) = counted(&house, &[], &ANSWERS);
    crew.coordinator.opens("/plans").says("รอบที่ปิดแล้วและยังไม่มีแผน");
    house.turn(75 * 31 * DAY);
    house.timetable_runs();
    crew.come_back();
    crew.coordinator.opens("/plans").does_not_say("รอบที่ปิดแล้วและยังไม่มีแผน");
}

#[test]
fn whoever_has_left_goes_when_their_time_is_over_unless_a_roll_that_is_kept_names_them() {
    let house = House::open();
    let (crew, _) = counted(&house, &[], &ANSWERS);
    let people = rows(&house, "register.people");
    house.place().in_the_register(
        "UPDATE people SET departed = '2026-12-20' WHERE id = (SELECT person_id FROM roll ORDER BY person_id LIMIT 1)",
    );
    house.turn(59 * 30 * DAY);
    house.timetable_runs();
    assert_eq!(rows(&house, "register.people"), people);
    house.turn(4 * 31 * DAY);
    // The roll goes in the first run, and with it what held them.
    house.timetable_runs();
    house.turn(2 * DAY);
    house.timetable_runs();
    assert_eq!(rows(&house, "register.people"), people - 1);
    crew.come_back();
    assert_eq!(crew.times_in_diary("ลบข้อมูลที่พ้นกำหนดเก็บ"), 2, "the round, and somebody");
}

#[test]
fn nothing_of_a_round_goes_before_its_ballots_are_opened_and_its_figures_written_down() {
    let house = House::open();
    let (_crew, _) = counted(&house, &[], &ANSWERS);
    house.place().in_the_urn("UPDATE papers SET stage = 'closed'");
    house.turn(63 * 31 * DAY);
    assert_eq!(past(&house), retention::Past::default());
    let (db, master) = (&house.rooms.db, &house.rooms.master);
    let gone = house.wait_for(retention::forget(db, master, Actor::command_line(), house.clock.now())).unwrap();
    assert_eq!(gone, retention::Past::default());
    assert!(rows(&house, "register.roll") > 0 && rows(&house, "urn.answers") > 0);
}

#[test]
fn a_slip_in_the_settings_deletes_nothing_for_three_days() {
    let house = House::open();
    let (_crew, _) = counted(&house, &[], &ANSWERS);
    house.turn(90 * DAY);
    let now = *house.clock.now().micros();
    house.place().in_the_register(&format!("UPDATE department SET retention_months = 1, changed = {now}"));
    house.turn(2 * DAY);
    house.timetable_runs();
    assert!(rows(&house, "urn.answers") > 0, "it can still be taken back");
    house.turn(2 * DAY);
    house.timetable_runs();
    assert_eq!(rows(&house, "urn.answers"), 0);
}
