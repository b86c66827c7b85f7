//! After the close: what comes out of the urn, the bulletin that anybody can check, and the page about it.

use std::time::Duration;

use clearjai::{
    credentials::verify::{Bulletin, check},
    ids::SurveyId,
};
use serde_json::json;

use super::respondent::*;
use crate::{house::House, pages::is_well_made, rounds::desk::*};

const ANSWERS: &[(&str, &str)] = &[("i1", "1"), ("i2", "2")];

/// What these answer; who has none hands nothing in.
fn hand_in<'house>(house: &'house House, id: SurveyId, answers: &[&[(&str, &str)]]) -> Vec<Respondent<'house>> {
    let links = links(house, id);
    let staff: Vec<_> = links.iter().take(answers.len()).map(|link| Respondent::with(house, link)).collect();
    for (one, answers) in staff.iter().zip(answers) {
        assert_eq!(one.ballot(answers).goes_in(house).0, 201);
    }
    staff
}

/// The close, its grace, and what the timetable does then.
fn closes(house: &House) {
    comes(house, 14, 16, 30);
    house.timetable_runs();
    house.turn(Duration::from_secs(11 * 60));
    house.timetable_runs();
}

fn file(house: &House, id: SurveyId) -> (u16, Vec<u8>) {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let mut answer = agent.get(house.url(&format!("/api/v1/bulletins/{id}"))).call().unwrap();
    (answer.status().as_u16(), answer.body_mut().read_to_vec().unwrap())
}

#[test]
fn when_one_server_has_closed_a_round_no_other_keeps_its_keys_in_memory() {
    let house = House::open_alone(&[]);
    let id = open_round(&house);
    let beside = house.beside();
    let staff: Vec<_> = links(&house, id).iter().take(6).map(|link| Respondent::with(&beside, link)).collect();
    assert!(staff.iter().all(|one| one.ballot(ANSWERS).goes_in(&beside).0 == 201));
    let looks = || {
        let keyring = beside.rooms.keyring.clone();
        beside.wait_for(beside.rooms.db.read_register(move |conn| keyring.let_go_of_ended(conn))).unwrap();
        beside.rooms.keyring.is_empty()
    };
    assert!(!looks(), "while it is open they are in use");
    closes(&house);
    assert!(looks());
}

#[test]
fn everybody_who_handed_in_stands_in_a_bulletin_that_holds() {
    let house = House::open();
    let id = open_round(&house);
    let staff = hand_in(&house, id, &[ANSWERS; 14]);
    let spoilt = Respondent::with(&house, &links(&house, id)[14]);
    assert_eq!(spoilt.ballot(&[("i1", "77")]).goes_in(&house).0, 201);
    let newer = Ballot { signature: None, sealed: staff[3].seals(&[("i1", "2"), ("i2", "2")]), ..staff[3].ballot(ANSWERS) };
    assert_eq!(newer.goes_in(&house), (200, json!({ "ballot": "replaced" })));

    is_refused(&call(&house, &format!("/api/v1/bulletins/{id}"), None), 409, "not_yet");
    house.visitor().opens(&format!("/en/surveys/{id}/bulletin")).is(200).says("Not yet.");
    closes(&house);

    let (status, bytes) = file(&house, id);
    assert_eq!(status, 200);
    let bulletin = Bulletin::parse(&bytes).unwrap();
    assert!(check(&bulletin, &|_| ()).unwrap().holds(), "{bulletin:?}");
    assert_eq!(bulletin.paper, *staff[0].hash.as_bytes());
    assert_eq!((bulletin.roll, bulletin.ballots.len(), bulletin.unopened()), (36, 14, 0));
    let all = |number: fn(&clearjai::credentials::verify::Stratum) -> u32| bulletin.strata.iter().map(number).sum::<u32>();
    assert_eq!([all(|it| it.issued), all(|it| it.counted), all(|it| it.spoilt), all(|it| it.replaced)], [15, 14, 1, 1]);
    assert!(bulletin.ballots.is_sorted_by(|one, next| one.message < next.message));
    for one in &staff {
        assert!(bulletin.place_of(&one.message()).is_some());
    }
    assert_eq!(bulletin.place_of(&spoilt.message()), None);
    assert_eq!(serde_json::to_vec(&bulletin).unwrap(), bytes, "in pieces it is the same as in one");
}

#[test]
fn the_page_says_what_the_numbers_mean_and_never_sends_a_receipt() {
    let house = House::open();
    let id = open_round(&house);
    hand_in(&house, id, &[ANSWERS; 12]);
    closes(&house);
    let visitor = house.visitor();
    let address = format!("/surveys/{id}/bulletin");
    visitor.opens(&format!("/en/surveys/{id}")).is(200).says("Bulletin of the count");
    let (thai, english) = (visitor.opens(&address), visitor.opens(&format!("/en{address}")));
    is_well_made(thai.is(200), "th");
    is_well_made(english.is(200), "en");
    english.says("does not say whether they did").says("clearjai verify bulletin.json").says("On the roll");
    assert!(english.body.contains(&format!("href=\"/api/v1/bulletins/{id}\"")));
    let form = english.body.split("data-find-receipt").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(form.contains("<input") && !form.contains(" name="), "{form}");
    let (_, bytes) = file(&house, id);
    let bulletin = Bulletin::parse(&bytes).unwrap();
    for stratum in &bulletin.strata {
        let fingerprint = data_encoding::HEXLOWER.encode(&stratum.fingerprint);
        assert!(english.body.contains(&fingerprint) && thai.body.contains(&fingerprint));
    }
}

#[test]
fn of_fewer_than_k_nothing_is_opened_and_the_bulletin_says_so() {
    let house = House::open();
    let id = open_round(&house);
    let staff = hand_in(&house, id, &[ANSWERS; 4]);
    closes(&house);
    let bulletin = Bulletin::parse(&file(&house, id).1).unwrap();
    assert!(check(&bulletin, &|_| ()).unwrap().holds(), "{bulletin:?}");
    assert_eq!((bulletin.ballots.len(), bulletin.unopened()), (4, 4));
    assert!(bulletin.strata.iter().all(|stratum| stratum.counted + stratum.spoilt == 0));
    assert!(bulletin.place_of(&staff[0].message()).is_some());
    house.visitor().opens(&format!("/en/surveys/{id}/bulletin")).is(200).says("nobody read them");
}

#[test]
fn a_survey_that_is_not_there_has_no_bulletin() {
    let house = House::open();
    let unknown: SurveyId = house.rooms.chance.dice().id();
    is_refused(&call(&house, &format!("/api/v1/bulletins/{unknown}"), None), 404, "no_such_survey");
    is_refused(&call(&house, "/api/v1/bulletins/the-big-one", None), 404, "no_such_survey");
    house.visitor().opens(&format!("/surveys/{unknown}/bulletin")).is(404);
}
