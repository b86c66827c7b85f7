//! What a monitor reads: how the program fares, and nothing that moves when somebody answers.

use crate::{
    house::House,
    results::answered::{Crew, Said},
};

const TOKEN: &str = "0123456789abcdef-metrics";
const ANSWER: &Said = &[("i1", "3"), ("i2", "4")];

fn read(house: &House, token: Option<&str>) -> (u16, String) {
    let request = ureq::get(house.url("/metrics")).config().http_status_as_error(false).build();
    let request = match token {
        Some(token) => request.header("Authorization", format!("Bearer {token}")),
        None => request,
    };
    let mut answer = request.call().unwrap();
    (answer.status().as_u16(), answer.body_mut().read_to_string().unwrap())
}

#[test]
fn without_a_token_in_the_settings_there_is_nothing_and_with_one_only_who_has_it_reads() {
    assert_eq!(read(&House::open(), Some(TOKEN)).0, 404);
    let house = House::open_with(&[("CLEARJAI_METRICS_TOKEN", TOKEN)]);
    for wrong in [None, Some(""), Some("0123456789abcdef-metricz")] {
        let (status, said) = read(&house, wrong);
        assert_eq!(status, 401, "{wrong:?}");
        assert!(!said.contains("clearjai_"), "{said}");
    }
    let (status, said) = read(&house, Some(TOKEN));
    assert_eq!(status, 200);
    for line in
        ["clearjai_database_up{side=\"register\"} 1", "clearjai_database_up{side=\"urn\"} 1", "clearjai_rounds{state=\"open\"} 0"]
    {
        assert!(said.contains(line), "{line}: {said}");
    }
}

#[test]
fn nothing_moves_when_somebody_answers() {
    let house = House::open_with(&[("CLEARJAI_METRICS_TOKEN", TOKEN)]);
    let crew = Crew::of(&house);
    let id = crew.opens_round(&[]);
    house.timetable_runs();
    let (_, before) = read(&house, Some(TOKEN));
    assert!(before.contains("clearjai_rounds{state=\"open\"} 1") && !before.contains("} 1 "), "{before}");
    assert!(!before.lines().any(|line| line.starts_with("clearjai_task_") && line.ends_with(" 1")), "{before}");
    crew.staff_answer(id, &[ANSWER; 7]);
    assert_eq!(read(&house, Some(TOKEN)).1, before);
    house.timetable_runs();
    assert_eq!(read(&house, Some(TOKEN)).1, before);
}

#[test]
fn a_task_that_fails_is_told() {
    let house = House::open_with(&[("CLEARJAI_METRICS_TOKEN", TOKEN)]);
    house.timetable_runs();
    house.place().in_the_register("UPDATE tasks SET outcome = 'failed: x' WHERE name = 'check the diary'");
    assert!(read(&house, Some(TOKEN)).1.contains("clearjai_task_failed{task=\"check the diary\"} 1"));
}
