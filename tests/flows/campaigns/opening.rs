//! Opening a round: one deed over two databases, of which all happens or nothing.

use clearjai::ids::SurveyId;

use crate::{
    eligible::crew::*,
    house::{House, Visitor},
    rounds::desk::*,
    wall::respondent::{Respondent, links},
};

/// Scheduled from 1 to 14 December, and its minute has come.
fn due(house: &House) -> (Visitor<'_>, SurveyId) {
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(house);
    let form = shelves(house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, id, form).is(303);
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    comes(house, 1, 9, 0);
    coordinator.is_in("chai@example.go.th");
    (coordinator, id)
}

/// The last thing that opening a round writes to cannot be written to.
fn breaks(house: &House) {
    house.place().in_the_register("ALTER TABLE personal_codes RENAME TO codes_elsewhere");
}

fn mends(house: &House) {
    house.place().in_the_register("ALTER TABLE codes_elsewhere RENAME TO personal_codes");
}

fn paper(house: &House, id: SurveyId) -> u16 {
    house.visitor().opens(&format!("/api/v1/papers/{id}")).status
}

#[test]
fn once_a_round_is_open_everything_is_there() {
    let house = House::open();
    let (coordinator, id) = due(&house);
    house.timetable_runs();
    house.leaves_letters();
    assert!(!coordinator.opens(&round(id)).is(200).body.contains(&page(id, "unschedule")));
    assert_eq!(paper(&house, id), 200);
    let links = links(&house, id);
    assert!(links.iter().all(|link| link.len() == 16 && link.bytes().all(|digit| digit.is_ascii_digit())));
    house.visitor().opens(&format!("/t/{}", links[0])).is(200).says("เริ่มตอบ");
    Respondent::with(&house, &links[0]).collects();
}

#[test]
fn where_a_part_of_the_opening_fails_nothing_is_open_and_it_is_tried_again() {
    let house = House::open();
    let (coordinator, id) = due(&house);
    breaks(&house);
    house.timetable_runs();
    // Still only scheduled: it can be taken back.
    assert!(coordinator.opens(&round(id)).is(200).body.contains(&page(id, "unschedule")));
    assert!(house.letters().iter().all(|letter| !letter.text().contains("/t/")));
    mends(&house);
    house.turn(clearjai::clock::MINUTE);
    house.timetable_runs();
    house.leaves_letters();
    house.visitor().opens(&format!("/t/{}", links(&house, id)[0])).is(200).says("เริ่มตอบ");
    Respondent::with(&house, &links(&house, id)[0]).collects();
}

#[test]
fn a_paper_that_was_never_put_before_anybody_is_swept_out_of_the_urn() {
    let house = House::open();
    let (coordinator, id) = due(&house);
    breaks(&house);
    house.timetable_runs();
    assert_eq!(paper(&house, id), 200, "it went ahead of everything else");
    coordinator.sends(&coordinator.opens(&round(id)), &page(id, "unschedule"), &[]).is(303);
    mends(&house);
    house.turn(clearjai::clock::MINUTE);
    house.timetable_runs();
    assert_eq!(paper(&house, id), 404);
}
