//! The yearly election of the model civil servant: a secret ballot, counted out by the rule that stood on it.

use std::io::{Cursor, Read as _};

use clearjai::{
    authoring::starters,
    ids::SurveyId,
    instruments::{Asks, Election, Instrument, Item, Text, Tie, check::Finding},
};
use serde_json::json;

use crate::{
    eligible::crew::*,
    house::{House, Visitor},
    instruments::desk::sends,
    pages::is_well_made,
    rounds::desk::*,
    wall::respondent::{Respondent, call, links},
};

const NAMES: [(&str, &str); 3] = [("นางสมศรี ใจดี", "Somsri"), ("นายวิชัย ตั้งใจ", "Wichai"), ("น.ส.ดวงใจ มั่นคง", "Duangjai")];

/// The model that comes with the program, with people in it.
fn ballot(seats: u16, tie: Tie) -> Instrument {
    let starter = starters().into_iter().find(|it| it.code.as_str() == "model_civil_servant").unwrap();
    let mut form = starter.instrument;
    for item in form.items_mut() {
        let Asks::Ballot { candidates, election, .. } = &mut item.asks else { panic!("no ballot") };
        *election = Some(Election { seats, tie });
        for (candidate, (thai, english)) in candidates.iter_mut().zip(NAMES) {
            candidate.label = Text::new(thai, english);
        }
    }
    form
}

struct Crew<'house> {
    house: &'house House,
    coordinator: Visitor<'house>,
    viewer: Visitor<'house>,
    id: SurveyId,
}

/// 36 people, the urn open from 1 to 14 December.
fn opened<'house>(house: &'house House, form: &Instrument) -> Crew<'house> {
    let admin = house.administrator();
    let [coordinator, viewer, hr] =
        [("chai", "coordinator"), ("nok", "viewer"), ("busaba", "hr")].map(|(name, role)| house.member(&admin, name, &[role]));
    let id = demo(house);
    let form = shelves(house, form);
    chooses(&coordinator, id, form).is(303);
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    comes(house, 1, 9, 0);
    house.timetable_runs();
    Crew { house, coordinator, viewer, id }
}

impl Crew<'_> {
    /// Each vote as a browser sends it: a candidate, `-` for nobody, or something that no page offers.
    fn votes(&self, votes: &[&[&str]]) {
        for (link, vote) in links(self.house, self.id).iter().zip(votes) {
            let said: Vec<(&str, &str)> = vote.iter().map(|code| ("v1", *code)).collect();
            assert_eq!(Respondent::with(self.house, link).ballot(&said).goes_in(self.house).0, 201);
        }
    }

    fn closes(&self) {
        comes(self.house, 14, 16, 45);
        self.house.timetable_runs();
        comes(self.house, 15, 9, 0);
        self.house.timetable_runs();
        for (visitor, name) in [(&self.coordinator, "chai"), (&self.viewer, "nok")] {
            visitor.is_in(&format!("{name}@example.go.th"));
        }
    }

    fn results(&self) -> String {
        page(self.id, "results")
    }
}

/// What one part of an office file says.
fn text_in(file: &[u8], part: &str) -> String {
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    archive.by_name(part).unwrap().read_to_string(&mut text).unwrap();
    let mark = |letter: &char| matches!(letter, '\u{2060}' | '\u{200b}');
    text.chars().filter(|letter| !mark(letter)).map(|letter| if letter == '\u{a0}' { ' ' } else { letter }).collect()
}

/// So many for each candidate, and so many for nobody.
fn votes(counts: [usize; 3], blank: usize) -> Vec<&'static [&'static str]> {
    const EACH: [&[&str]; 3] = [&["candidate_1"], &["candidate_2"], &["candidate_3"]];
    let candidates = counts.iter().zip(EACH).flat_map(|(count, vote)| std::iter::repeat_n(vote, *count));
    candidates.chain(std::iter::repeat_n(&["-"][..], blank)).collect()
}

#[test]
fn an_election_is_counted_out_to_the_last_vote_and_anybody_can_check_it() {
    let house = House::open();
    let crew = opened(&house, &ballot(1, Tie::Lots));
    let rule = "ผู้ได้รับเลือก 1 คน ถ้าคะแนนเท่ากัน: จับสลากต่อหน้าทุกคน";
    let told = "คะแนนของผู้สมัครทุกคนจะประกาศครบ แม้ทุกคนเลือกเหมือนกัน";
    // Known before anybody votes: on the page, and on paper.
    let link = &links(&house, crew.id)[0];
    house.visitor().opens(&format!("/t/{link}/answer")).is(200).says(rule).says(told);
    let mut all = votes([14, 9, 3], 4);
    // Two are chosen on a ballot for one: no page offers that.
    all.push(&["candidate_1", "candidate_2"]);
    crew.votes(&all);
    crew.coordinator.is_in("chai@example.go.th");
    crew.coordinator.opens(&crew.results()).says("คะแนนจะแสดงเมื่อปิดรับ").does_not_say("สมศรี");
    crew.closes();
    for reader in [&crew.coordinator, &crew.viewer] {
        let page = reader.opens(&crew.results());
        is_well_made(page.is(200), "th");
        page.says("นางสมศรี ใจดี ได้รับเลือก ด้วย 14 คะแนน").says("มีผู้ลงคะแนน 31 คน จากผู้มีสิทธิ 36 คน").says(rule);
        page.says("นางสมศรี ใจดี 14 46.67 ได้รับเลือก").says("นายวิชัย ตั้งใจ 9 30.00").says("น.ส.ดวงใจ มั่นคง 3 10.00");
        page.says("ไม่ประสงค์ลงคะแนน 4 13.33").says("บัตรเสีย 1");
        assert!(page.body.contains(&format!("/surveys/{}/bulletin", crew.id)));
        is_well_made(reader.opens(&format!("/en{}", crew.results())).is(200), "en");
    }
    crew.viewer.opens(&format!("/en{}", crew.results())).says("Somsri is chosen, with 14 votes").says("31 of 36 people voted");
    crew.viewer.opens(&page(crew.id, "report")).is(200).says("นางสมศรี ใจดี ได้รับเลือก ด้วย 14 คะแนน").says(rule);
    let file = |kind: &str| crew.viewer.downloads(&format!("{}/file/{kind}", crew.results()));
    for (kind, part) in [("docx", "word/document.xml"), ("xlsx", "xl/sharedStrings.xml")] {
        let text = text_in(&file(kind), part);
        for said in ["นางสมศรี ใจดี ได้รับเลือก ด้วย 14 คะแนน", "น.ส.ดวงใจ มั่นคง", "จับสลากต่อหน้าทุกคน"]
        {
            assert!(text.contains(said), "{said} in {kind}: {text}");
        }
    }
    let csv = String::from_utf8(file("csv")).unwrap();
    assert!(csv.contains("ไม่ประสงค์ลงคะแนน") && csv.contains("บัตรเสีย"), "{csv}");
    let json: serde_json::Value = serde_json::from_slice(&file("json")).unwrap();
    assert_eq!((&json["spoilt"], &json["parts"][0]["items"][0]["questions"][0]["spread"]), (&json!(1), &json!([14, 9, 3, 4])));
    // Published without an undertaking: what was voted is what is done.
    let nothing = [("do", "publish")];
    crew.coordinator.fills_in(&page(crew.id, "publication"), &nothing).is(303);
    let public = house.visitor().opens(&format!("/results/{}", crew.id));
    is_well_made(public.is(200), "th");
    public.says("นางสมศรี ใจดี ได้รับเลือก ด้วย 14 คะแนน").says("ไม่ประสงค์ลงคะแนน 4 13.33").does_not_say("คะแนนรวม");
    let (status, file) = call(&house, &format!("/api/v1/results/{}", crew.id), None);
    assert_eq!((status, &file["election"]["spoilt"]), (200, &json!(1)));
    let ballot = &file["election"]["ballots"][0];
    assert_eq!(ballot["candidates"][0]["votes"], 14);
    assert_eq!([&ballot["candidates"][0]["outcome"], &ballot["rule"]["tie"]], ["chosen", "lots"]);
    assert_eq!(ballot["blank"], 4);
}

#[test]
fn candidates_who_are_level_are_left_to_the_rule_that_was_stated() {
    let house = House::open();
    let crew = opened(&house, &ballot(1, Tie::Again));
    crew.votes(&votes([7, 7, 2], 0));
    crew.closes();
    let page = crew.viewer.opens(&crew.results());
    page.says("นางสมศรี ใจดี และ นายวิชัย ตั้งใจ ได้ 7 คะแนนเท่ากัน สำหรับ 1 ที่").says("ลงคะแนนใหม่เฉพาะผู้ที่คะแนนเท่ากัน");
    page.does_not_say("ได้รับเลือก ด้วย");
    assert!(page.body.contains("คะแนนเท่ากัน"));
}

#[test]
fn all_are_told_where_everybody_votes_alike_and_nothing_where_too_few_vote() {
    let unanimous = House::open();
    let crew = opened(&unanimous, &ballot(2, Tie::All));
    crew.votes(&votes([0, 6, 0], 0));
    crew.closes();
    let page = crew.viewer.opens(&crew.results());
    page.says("นายวิชัย ตั้งใจ ได้รับเลือก ด้วย 6 คะแนน").says("นางสมศรี ใจดี 0 0.00");

    let few = House::open();
    let crew = opened(&few, &ballot(1, Tie::Lots));
    crew.votes(&votes([1, 3, 0], 0));
    crew.closes();
    crew.viewer.opens(&crew.results()).is(200).says("น้อยกว่า 5").does_not_say("ได้รับเลือก").does_not_say("วิชัย");
}

#[test]
fn an_election_stands_alone_for_those_on_the_roll_and_is_counted_at_the_close() {
    let house = House::open();
    let admin = house.administrator();
    let [coordinator, hr] = [("chai", "coordinator"), ("busaba", "hr")].map(|(name, role)| house.member(&admin, name, &[role]));
    let id = demo(&house);
    let mut mixed = ballot(1, Tie::Lots);
    let question = Item::new("i1", Text::new("มีอะไรอยากบอก", "Anything else?"), Asks::LongText { longest: 500 });
    mixed.parts[0].items.push(question);
    chooses(&coordinator, id, shelves(&house, &mixed)).is(303);
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(422);
    chooses(&coordinator, id, shelves(&house, &ballot(1, Tie::Lots))).is(303);
    for other in [("door", "open_link"), ("release", "in_blocks")] {
        coordinator.fills_in(&page(id, "settings"), &settings(&[other])).is(303);
        coordinator.opens(&round(id)).says("คนละหนึ่งเสียง");
        schedules(&coordinator, id, 1, 14).is(422);
    }
    coordinator.fills_in(&page(id, "settings"), &settings(&[])).is(303);
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    // As many seats as stand, and more.
    coordinator.opens(&round(id)).is(200);
    let mut crowded = ballot(4, Tie::Lots);
    assert!(crowded.check().iter().any(Finding::stops));
    crowded.items_mut().for_each(|item| {
        if let Asks::Ballot { election, .. } = &mut item.asks {
            *election = Some(Election { seats: 3, tie: Tie::Lots });
        }
    });
    assert!(crowded.check().iter().all(|finding| !finding.stops()));
}

#[test]
fn the_rule_is_chosen_on_the_page_of_the_ballot_and_travels_with_the_questionnaire() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let form = shelves(&house, &ballot(1, Tie::Lots));
    let address = format!("/instruments/{form}/items/v1");
    let drawn = coordinator.opens(&address);
    let saves = |fields: &[(&str, &str)]| {
        sends(&coordinator, &coordinator.opens(&address), &[fields, &[("do", "save")]].concat()).is(303).status
    };
    drawn.is(200).says("ถ้าคะแนนเท่ากัน").says("จับสลากต่อหน้าทุกคน");
    saves(&[("tie", "service"), ("seats", "2"), ("most", "2")]);
    let file = coordinator.opens(&format!("/instruments/{form}/file.json"));
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&file.body).unwrap()["parts"][0]["items"][0]["asks"]["ballot"]["election"],
        json!({"seats": 2, "tie": "service"})
    );
    coordinator.opens(&format!("/instruments/{form}/preview")).says("ผู้ได้รับเลือก 2 คน").says("ผู้มีอายุราชการมากกว่า");
    coordinator.opens(&format!("/instruments/{form}/paper")).says("ผู้มีอายุราชการมากกว่า");
    saves(&[("tie", "")]);
    let file = coordinator.opens(&format!("/instruments/{form}/file.json"));
    assert!(!file.body.contains("election\":"), "{}", file.body);
}
