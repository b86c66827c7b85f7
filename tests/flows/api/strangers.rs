//! A tester that knows nothing of the house but its description: schemathesis asks what is described and what is not, and
//! every answer must be one of those described.
//!
//! Needs `CLEARJAI_TEST_PYTHON`, a Python with `tests/flows/requirements.txt`; without it this is passed over, unless
//! `CLEARJAI_TEST_REQUIRE` says otherwise.

use std::{collections::BTreeMap, env, fs, process::Command, time::Instant};

use clearjai::{ids::SurveyId, papers::Bytes, surveys::Door};
use serde_json::{Value, json};

use super::description::DESCRIPTION;
use crate::{
    house::House,
    meetings::scene::{Guest, Scene},
    open_link,
    rounds::desk::comes,
    wall::respondent::*,
};

const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,\
                      response_headers_conformance,negative_data_rejection,unsupported_method,allow_header_conformance";
/// Of each address and way of asking.
const EXAMPLES: &str = "40";
const SEED: &str = "2570";
/// Wrong data are refused with one of these.
const SETTINGS: &str = "[checks.negative_data_rejection]\nexpected-statuses = [400, 403, 404, 405, 409, 410, 413, 415, 422]\n";

/// Where somebody who knows what is in the house gets what they ask for, and not only refusals.
const LET_IN: [&str; 9] = [
    "POST /api/v1/admissions",
    "POST /api/v1/links",
    "POST /api/v1/credentials",
    "POST /api/v1/ballots",
    "POST /api/v1/receipts",
    "POST /api/v1/clinic/links",
    "POST /api/v1/clinic/seats",
    "POST /api/v1/clinic/vouchers",
    "POST /api/v1/clinic/matters",
];

/// The description as somebody has it who knows what is in this house, so that more than the first check is reached: ids,
/// links and messages that exist stand beside whatever else has their form.
struct Insider {
    description: Value,
    ids: Vec<Value>,
    links: Vec<Value>,
    messages: Vec<Value>,
    blinded: Vec<Value>,
}

impl Insider {
    fn new() -> Self {
        Self { description: DESCRIPTION.clone(), ids: vec![], links: vec![], messages: vec![], blinded: vec![] }
    }

    /// Sends this, among others, to that address.
    fn shows(&mut self, address: &str, sent: &Value) {
        self.description["paths"][address]["post"]["requestBody"]["content"]["application/json"]["example"] = sent.clone();
    }

    fn written(mut self) -> String {
        for (name, known) in [("Id", &self.ids), ("Link", &self.links), ("Message", &self.messages), ("Blinded", &self.blinded)] {
            let form = self.description["components"]["schemas"][name].take();
            self.description["components"]["schemas"][name] = json!({ "anyOf": [{ "enum": known }, form] });
        }
        self.description["components"]["parameters"]["Survey"]["example"] = self.ids[0].clone();
        self.description.to_string()
    }
}

/// What was answered at each address, and how often.
type Heard = BTreeMap<String, BTreeMap<u64, usize>>;

/// Asks, and fails with all that was found.
fn asks(house: &House, description: &str, only: Option<&str>) -> Option<Heard> {
    let Ok(python) = env::var("CLEARJAI_TEST_PYTHON") else {
        let required = env::var("CLEARJAI_TEST_REQUIRE").unwrap_or_default();
        assert!(!["python", "all"].contains(&required.as_str()), "CLEARJAI_TEST_PYTHON is not set");
        println!("passed over: CLEARJAI_TEST_PYTHON is not set");
        return None;
    };
    let folder = house.place().folder().join("schemathesis");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("openapi.json"), description).unwrap();
    fs::write(folder.join("schemathesis.toml"), SETTINGS).unwrap();
    let began = Instant::now();
    let mut asked = Command::new(python);
    asked.current_dir(&folder).args(["-B", "-m", "schemathesis.cli", "run", "openapi.json", "--url", &house.url("")]);
    asked.args(["--checks", CHECKS, "--max-examples", EXAMPLES, "--seed", SEED, "--generation-database", "none"]);
    asked.args(["--phases", "examples,coverage,fuzzing", "--continue-on-failure", "--no-color", "--warnings", "off"]);
    asked.args(["--suppress-health-check", "all", "--request-timeout", "30"]);
    asked.args(["--report", "har", "--report-har-path", "asked.har"]);
    if let Some(only) = only {
        asked.args(["--include-path-regex", only]);
    }
    let asked = asked.output().unwrap();
    let said = String::from_utf8_lossy(&asked.stdout);
    println!("{said}schemathesis took {:.0} s", began.elapsed().as_secs_f64());
    assert!(asked.status.success(), "{said}{}", String::from_utf8_lossy(&asked.stderr));
    Some(heard(&fs::read_to_string(folder.join("asked.har")).unwrap()))
}

fn heard(report: &str) -> Heard {
    let report: Value = serde_json::from_str(report).unwrap();
    let mut heard = Heard::new();
    for entry in report["log"]["entries"].as_array().unwrap() {
        let (request, status) = (&entry["request"], entry["response"]["status"].as_u64().unwrap());
        let path = request["url"].as_str().unwrap().splitn(4, '/').nth(3).unwrap_or_default();
        // Without the id that ends it.
        let most = if path.contains("clinic") { 4 } else { 3 };
        let path = path.split(['/', '?']).take(most).collect::<Vec<_>>().join("/");
        let address = format!("{} /{path}", request["method"].as_str().unwrap());
        *heard.entry(address).or_default().entry(status).or_default() += 1;
    }
    for (address, answers) in &heard {
        println!("{address}: {answers:?}");
    }
    heard
}

fn is_let_in(heard: &Heard, address: &str) -> bool {
    heard.get(address).is_some_and(|answers| answers.keys().any(|status| (200..300).contains(status)))
}

/// A round with a roll, one behind an open link and a session of the clinic, all open; and what one needs to know.
fn open(house: &House) -> (Insider, SurveyId) {
    let mut insider = Insider::new();
    let round = open_round(house);
    let links = links(house, round);
    let respondents: Vec<Respondent> = links[..8].iter().map(|link| Respondent::with(house, link)).collect();
    for respondent in &respondents[..6] {
        assert_eq!(respondent.ballot(&[("i1", "3"), ("i2", "2")]).goes_in(house).0, 201);
    }
    insider.ids = vec![json!(round), json!(respondents[0].stratum)];
    insider.links = links.iter().take(12).map(|link| json!(link)).collect();
    insider.messages = respondents.iter().map(|respondent| json!(respondent.message())).collect();
    let ready = respondents[6].ballot(&[("i1", "1"), ("i2", "1")]);
    insider.shows("/api/v1/ballots", &serde_json::from_str(&ready.written()).unwrap());
    insider.shows("/api/v1/links", &json!({ "link": links[0] }));
    insider.shows("/api/v1/receipts", &json!({ "survey": round, "message": respondents[0].message() }));

    let outside = open_link::round(house, 7, Door::OpenLink, true);
    house.turn(open_link::HOUR);
    house.timetable_runs();
    let challenge = open_link::challenge(house, outside);
    insider.shows("/api/v1/admissions", &json!({ "challenge": challenge, "answer": open_link::solve(&challenge) }));

    let signed_in = |name: &str| {
        let visitor = house.visitor();
        visitor.is_in(name);
        visitor
    };
    let coordinator = signed_in("chai@example.go.th");
    let scene = Scene { house, admin: house.visitor(), coordinator, hr: house.visitor() };
    let meeting = scene.opened(&[
        ("held_day", "15"),
        ("held_month", "12"),
        ("opens_day", "1"),
        ("opens_month", "12"),
        ("closes_day", "11"),
        ("closes_month", "12"),
    ]);
    let seats = scene.links(meeting);
    let guest = Guest::with(house, &seats[0]);
    let signatures = guest.takes();
    let matter = json!({
        "meeting": meeting, "topic": guest.notice.topics[0].code, "text": "ใบเสร็จแอปเรียกรถเบิกได้ไหม", "on_board": true,
        "once": "drawn-by-a-program", "message": guest.messages[0], "signature": Bytes(signatures[0].clone()),
    });
    insider.shows("/api/v1/clinic/matters", &matter);
    let other = Guest::with(house, &seats[1]);
    let blinded: Vec<_> = other.blinded().into_iter().map(Bytes).collect();
    insider.shows("/api/v1/clinic/seats", &json!({ "link": seats[1], "blinded": blinded }));
    insider.shows("/api/v1/clinic/links", &json!({ "link": seats[0] }));
    insider.shows("/api/v1/clinic/vouchers", &json!({ "link": seats[0] }));
    insider.shows("/api/v1/credentials", &json!({ "link": links[9], "blinded": Bytes(vec![17; 256]) }));
    insider.ids.extend([json!(outside), json!(meeting)]);
    insider.links.extend(seats.iter().take(4).map(|link| json!(link)));
    insider.messages.extend(guest.messages.iter().map(|message| json!(message)));
    insider.blinded = blinded.iter().map(|blinded| json!(blinded)).collect();
    (insider, round)
}

#[test]
fn whatever_a_stranger_sends_is_answered_as_described() {
    let house = House::open();
    house.leaves_letters();
    let (insider, round) = open(&house);
    let description = insider.written();
    if let Some(heard) = asks(&house, &description, None) {
        let shut: Vec<_> = LET_IN.iter().filter(|address| !is_let_in(&heard, address)).collect();
        assert!(shut.is_empty(), "nothing but refusals at {shut:?}");
    }

    comes(&house, 14, 16, 45);
    house.timetable_runs();
    assert_eq!(call(&house, &format!("/api/v1/bulletins/{round}"), None).0, 200);
    let heard = asks(&house, &description, Some("bulletins|papers|ballots|receipts|credentials|links|results"));
    assert!(heard.is_none_or(|heard| is_let_in(&heard, "GET /api/v1/bulletins")), "nobody found the bulletin");
}
