//! An election is in the report without being written down again: who voted, and who was chosen.

use clearjai::{
    authoring::starters,
    instruments::{Asks, Election, Text, Tie},
};

use super::scene::{NEW, report, report_file, stands_everywhere, written};
use crate::{
    eligible::crew::*,
    house::House,
    rounds::desk::*,
    wall::respondent::{Respondent, links},
};

const NAMES: [(&str, &str); 3] = [("นางสมศรี ใจดี", "Somsri"), ("นายวิชัย ตั้งใจ", "Wichai"), ("น.ส.ดวงใจ มั่นคง", "Duangjai")];

/// 14 votes for the first of them, 9 for the second and a ballot that no page offers, of 36 people.
#[test]
fn an_election_is_a_row_with_all_who_voted_and_whom_they_chose() {
    let house = House::open();
    let admin = house.administrator();
    let [coordinator, hr] = [("chai", "coordinator"), ("busaba", "hr")].map(|(name, role)| house.member(&admin, name, &[role]));
    let starter = starters().into_iter().find(|it| it.code.as_str() == "model_civil_servant").unwrap();
    let mut form = starter.instrument;
    for item in form.items_mut() {
        let Asks::Ballot { candidates, election, .. } = &mut item.asks else { panic!("no ballot") };
        *election = Some(Election { seats: 1, tie: Tie::Lots });
        for (candidate, (thai, english)) in candidates.iter_mut().zip(NAMES) {
            candidate.label = Text::new(thai, english);
        }
    }
    let id = demo(&house);
    chooses(&coordinator, id, shelves(&house, &form)).is(303);
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    comes(&house, 1, 9, 0);
    house.timetable_runs();
    let mut votes = vec![vec!["candidate_1"]; 14];
    votes.extend(vec![vec!["candidate_2"]; 9]);
    votes.push(vec!["candidate_1", "candidate_2"]);
    for (link, vote) in links(&house, id).iter().zip(&votes) {
        let said: Vec<(&str, &str)> = vote.iter().map(|code| ("v1", *code)).collect();
        assert_eq!(Respondent::with(&house, link).ballot(&said).goes_in(&house).0, 201);
    }
    comes(&house, 14, 16, 45);
    house.timetable_runs();
    comes(&house, 15, 9, 0);
    house.timetable_runs();
    coordinator.is_in("chai@example.go.th");

    let row = coordinator.opens(&report(2570, "first"));
    let told = ["ผู้ตอบ 24 จาก 36 คน (ร้อยละ 66.67)", "นางสมศรี ใจดี ได้รับเลือก ด้วย 14 คะแนน"];
    row.is(200).says(told[0]).says(told[1]).does_not_say("คะแนนรวม:");
    stands_everywhere(&coordinator, &row, |kind| report_file(kind, 2570, "first"), &told);
    let english = coordinator.opens(&format!("/en{}", report(2570, "first")));
    english.says("24 of 36 answered (66.67%)").says("Somsri is chosen, with 14 votes");
    let own = coordinator.opens(&format!("{NEW}?from=survey-{id}"));
    assert!(written(&own, "result").contains("นางสมศรี ใจดี ได้รับเลือก ด้วย 14 คะแนน"), "{}", written(&own, "result"));
}
