//! When a message is brought to the desk.

use super::scene::{Clinic, HOUR, TO_MONDAY, queue};

#[test]
fn messages_wait_for_a_full_hour_of_a_working_day_and_seats_for_enough_people() {
    let clinic = Clinic::open();
    assert!(!clinic.is_due(true), "nothing lies there");
    clinic.asks_by_seat("ไม่บอกชื่อ");
    assert!(!clinic.is_due(true), "the hour has not come");
    clinic.house.turn(HOUR);
    assert!(!clinic.is_due(false), "a Saturday");
    clinic.house.turn(HOUR * 42);
    assert!(!clinic.is_due(true), "seven in the morning");
    clinic.house.turn(HOUR);
    assert!(clinic.is_due(true));
    assert_eq!(clinic.empties(false), 0);
    assert!(!clinic.is_due(true), "it was emptied for this hour");

    clinic.asks_by_name("มาลี สุขใจ", "บอกชื่อ");
    clinic.house.turn(std::time::Duration::from_secs(59 * 60));
    assert!(!clinic.is_due(true));
    clinic.house.turn(std::time::Duration::from_secs(60));
    assert!(clinic.is_due(true));
    assert_eq!(clinic.empties(false), 1, "the seat still waits");
    let desk = clinic.desk();
    assert_eq!(queue(&desk, "new").len(), 1);
    clinic.house.turn(HOUR);
    assert_eq!(clinic.empties(true), 1);
}

#[test]
fn a_message_into_an_empty_letterbox_lies_there_until_the_next_hour() {
    let clinic = Clinic::open();
    clinic.house.turn(TO_MONDAY + HOUR / 2);
    clinic.asks_by_name("มาลี สุขใจ", "มาถึงตอนแปดโมงครึ่ง");
    assert!(!clinic.is_due(true), "half past eight");
    clinic.house.turn(HOUR / 2);
    assert!(clinic.is_due(true), "nine");
}

#[test]
fn matters_have_other_numbers_than_their_messages_and_the_desk_sees_them_in_no_order() {
    let clinic = Clinic::open();
    for number in 0..6 {
        clinic.asks_by_seat(&format!("เรื่องที่ {number}"));
    }
    let ids = |table: &str| -> Vec<String> {
        let rows = clinic.house.place().all_rows();
        rows[table].iter().map(|row| row.trim_start_matches('(').chars().take(36).collect()).collect()
    };
    let waiting = ids("urn.letterbox");
    assert_eq!(clinic.monday_comes(), 6);
    let matters = ids("urn.matters");
    assert!(ids("urn.letterbox").is_empty() && matters.len() == 6);
    assert!(matters.iter().all(|id| !waiting.contains(id)));
}
