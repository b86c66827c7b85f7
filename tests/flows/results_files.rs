//! Results on paper and as files: who gets them, when, and that every one of them says the same.
//!
//! Files are also opened by the libraries of other people, where `CLEARJAI_TEST_PYTHON` is a Python with
//! `tests/flows/requirements.txt`; without it that is passed over, unless `CLEARJAI_TEST_REQUIRE` says otherwise.

use std::{env, fs, path::Path, process::Command, time::Duration};

use clearjai::{
    ids::SurveyId,
    sheets::{self, Cell},
};
use serde_json::{Value, json};

use crate::{
    campaigns::scene::Scene,
    house::{House, Visitor},
    pages::is_well_made,
    rounds::desk::*,
    wall::respondent::*,
};

/// Fifteen of 36, of whom ten chose the highest level of both questions and five the second.
const HIGH: &[(&str, &str)] = &[("i1", "4"), ("i2", "4")];
const LOW: &[(&str, &str)] = &[("i1", "2"), ("i2", "2")];
/// (10·100 + 5·100⁄3) ÷ 15
const OVERALL: &str = "77.78";
const KINDS: [&str; 4] = ["csv", "xlsx", "json", "docx"];

/// Open, and everybody has answered who will.
fn answered(house: &House) -> SurveyId {
    let id = open_round(house);
    let links = links(house, id);
    for (place, link) in links.iter().take(15).enumerate() {
        let answers = if place % 3 == 2 { LOW } else { HIGH };
        assert_eq!(Respondent::with(house, link).ballot(answers).goes_in(house).0, 201);
    }
    id
}

/// Closed, released and counted.
fn settled(house: &House) -> SurveyId {
    let id = answered(house);
    closes(house, 14);
    id
}

/// Its close, the time allowed after it, and the count.
fn closes(house: &House, day: i8) {
    comes(house, day, 16, 30);
    for wait in [0, 11, 1] {
        house.turn(Duration::from_secs(wait * 60));
        house.timetable_runs();
    }
}

fn report(id: SurveyId) -> String {
    format!("/rounds/{id}/report")
}

fn file(id: SurveyId, kind: &str) -> String {
    format!("/rounds/{id}/results/file/{kind}")
}

/// Signed in again, for the hours that passed.
fn coordinator(house: &House) -> Visitor<'_> {
    let visitor = house.visitor();
    visitor.is_in("chai@example.go.th");
    visitor
}

/// All cells of a workbook, line by line.
fn cells(workbook: &[u8]) -> Vec<Vec<String>> {
    let written = |cell: Cell| match cell {
        Cell::Text(text) | Cell::Number(text) => text.to_owned(),
        _ => String::new(),
    };
    let sheets = sheets::read_sheets(workbook).unwrap();
    sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells().map(written).collect()).collect()
}

#[test]
fn an_open_round_has_neither_a_report_nor_files() {
    let house = House::open();
    let id = answered(&house);
    let coordinator = coordinator(&house);
    let addresses = KINDS.iter().map(|kind| file(id, kind)).chain([report(id), file(id, "pdf")]);
    for address in addresses {
        let page = coordinator.opens(&format!("/en{address}"));
        page.says("While open, only the number of answers is shown.").does_not_say("77").does_not_say("100.00");
        assert_eq!(page.header("content-disposition"), "", "{address}");
    }
}

#[test]
fn results_are_for_coordinators_and_for_nobody_else_who_keeps_the_house() {
    let house = House::open();
    let scene = Scene::open(&house);
    let id = scene.id;
    closes(&house, 30);
    house.leaves_letters();
    let all = scene.is_awake();
    for (visitor, status) in [(&all.hr, 403), (&all.admin, 403), (&all.coordinator, 200)] {
        for address in [report(id), file(id, "csv"), file(id, "json")] {
            assert_eq!(visitor.opens(&address).status, status, "{address}");
        }
    }
    all.coordinator.opens(&format!("/en{}", report(id))).says("There were no answers, or fewer than 5, so none was opened.");
    for address in [report(id), file(id, "xlsx")] {
        assert!(house.visitor().opens(&address).leads_to().contains("/signin"), "{address}");
    }
    all.coordinator.opens(&file(id, "exe")).is(404);
    let page = all.coordinator.opens(&format!("/en{}", file(id, "pdf")));
    let is_offered = all.coordinator.opens(&report(id)).body.contains("/file/pdf");
    assert_eq!(is_offered, cfg!(feature = "pdf"), "a file is offered where it is made and nowhere else");
    if cfg!(feature = "pdf") {
        page.is(200);
    } else {
        page.is(404).says("use your browser’s print command");
    }
}

#[test]
fn a_report_is_put_together_and_says_what_was_counted() {
    let house = House::open();
    let id = settled(&house);
    let coordinator = coordinator(&house);
    let (thai, english) = (coordinator.opens(&report(id)), coordinator.opens(&format!("/en{}", report(id))));
    is_well_made(thai.is(200), "th");
    is_well_made(english.is(200), "en");
    thai.says(&format!("คะแนนรวม {OVERALL} จาก 100 คะแนน")).says("มีผู้ตอบ 15 คน จากผู้มีสิทธิตอบ 36 คน (ร้อยละ 41.67)");
    thai.says("คะแนนรวมก่อนปัดเศษคือ 700/9").says("ผู้จัดทำ").says("ข้อ 1 ท่านได้รับข้อมูลที่จำเป็นต่องาน");
    thai.says("5 (33.33)").says("10 (66.67)").says(&format!("/surveys/{id}/bulletin"));
    english.says(&format!("The overall score is {OVERALL} of 100.")).says("Prepared by");
    assert_eq!(thai.header("cache-control"), "no-store");

    let chosen = coordinator.opens(&format!("{}?options=yes&with=thai_digits&with=approver&with=nonsense", report(id)));
    chosen.is(200).says("คะแนนรวม ๗๗.๗๘ จาก ๑๐๐ คะแนน").says("งาน 77.78").does_not_say("5 (33.33)").does_not_say("ผู้จัดทำ ตำแหน่ง");
    assert!(!thai.text().contains('๗'), "unless they are asked for");
}

#[test]
fn inside_line_the_report_says_where_it_can_be_printed() {
    let house = House::open();
    let id = settled(&house);
    let coordinator = coordinator(&house);
    let (name, agent) = ("clearjai", "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Safari Line/14.3.0");
    let cookie = coordinator.cookie(name).map(|value| format!("{name}={value}")).expect("a session");
    let opened = ureq::get(house.url(&format!("/en{}", report(id)))).header("cookie", cookie).header("user-agent", agent).call();
    let page = opened.unwrap().body_mut().read_to_string().unwrap();
    assert!(page.contains("Open this page in your browser to print it"));
    coordinator.opens(&format!("/en{}", report(id))).does_not_say("Open this page in your browser to print it");
}

#[test]
fn every_file_says_the_same_and_is_named_after_its_round() {
    let house = House::open();
    let id = settled(&house);
    let coordinator = coordinator(&house);
    for kind in KINDS {
        let page = coordinator.opens(&file(id, kind));
        let named = page.header("content-disposition");
        assert!(
            named.starts_with(&format!("attachment; filename=\"results-2570-1.{kind}\"; filename*=UTF-8''%E0%B9%81")),
            "{named}"
        );
        assert_eq!(page.header("cache-control"), "no-store", "{kind}");
    }

    let told: Value = serde_json::from_slice(&coordinator.downloads(&file(id, "json"))).unwrap();
    assert_eq!(told["format"], "clearjai results v1");
    assert_eq!((&told["counted"], &told["roll"], &told["k"]), (&json!(15), &json!(36), &json!(5)));
    assert_eq!(told["overall"], json!({ "state": "exact", "exact": "700/9", "shown": OVERALL }));
    assert_eq!(told["parts"][0]["items"][1]["questions"][0]["spread"], json!([0, 5, 0, 10]));

    let table = coordinator.downloads(&file(id, "csv"));
    assert_eq!(table.get(..3), Some(&b"\xef\xbb\xbf"[..]), "the mark by which Excel knows Thai letters");
    let mut reader = csv::Reader::from_reader(&table[3..]);
    let heading = reader.headers().unwrap().clone();
    let column = |name: &str| heading.iter().position(|one| one == name).unwrap();
    let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let at = |level: &str| lines.iter().filter(|line| &line[column("level")] == level).collect::<Vec<_>>();
    assert_eq!((&at("overall")[0][column("score")], &at("overall")[0][column("answers")]), (OVERALL, "15"));
    assert_eq!(at("item").iter().map(|line| &line[column("item")]).collect::<Vec<_>>(), ["i1", "i2"]);
    let people: Vec<&str> = at("choice").iter().map(|line| &line[column("people")]).collect();
    assert_eq!(people, ["0", "5", "0", "10", "0", "5", "0", "10"]);

    let rows = cells(&coordinator.downloads(&file(id, "xlsx")));
    assert!(
        rows.iter().any(|row| row.iter().any(|cell| cell == "คะแนนรวม") && row.iter().any(|cell| cell == OVERALL)),
        "{rows:?}"
    );
    let rows = cells(&coordinator.downloads(&format!("/en{}", file(id, "xlsx"))));
    assert!(rows.iter().any(|row| row.iter().any(|cell| cell == "You have the facts you need for work")), "{rows:?}");
}

#[test]
fn other_peoples_programs_open_what_is_taken_away() {
    let house = House::open();
    let Ok(python) = env::var("CLEARJAI_TEST_PYTHON") else {
        let required = env::var("CLEARJAI_TEST_REQUIRE").unwrap_or_default();
        assert!(!["python", "all"].contains(&required.as_str()), "CLEARJAI_TEST_PYTHON is not set");
        println!("passed over: CLEARJAI_TEST_PYTHON is not set");
        return;
    };
    let id = settled(&house);
    let coordinator = coordinator(&house);
    let folder = house.place().folder().join("taken");
    fs::create_dir_all(&folder).unwrap();
    for kind in ["xlsx", "docx"] {
        fs::write(folder.join(format!("results.{kind}")), coordinator.downloads(&file(id, kind))).unwrap();
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/flows/files/office.py");
    let ran = Command::new(python).arg("-B").arg(script).arg(&folder).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let seen: Value = serde_json::from_slice(&ran.stdout).unwrap();
    let sheets = seen["sheets"].as_object().unwrap();
    assert_eq!(sheets.keys().collect::<Vec<_>>().len(), 5);
    for (name, sheet) in sheets {
        assert_eq!((&sheet["paper"], &sheet["frozen"], &sheet["repeated"]), (&json!(9), &json!("A2"), &json!("$1:$1")), "{name}");
        assert_eq!((&sheet["face"], &sheet["is_bold"]), (&json!("TH Sarabun New"), &json!(true)), "{name}");
        assert_eq!(sheet["formulas"], json!(0), "{name}");
    }
    let summary = &sheets["สรุป"]["rows"][1];
    assert_eq!(summary, &json!(["คะแนนรวม", 15, 77.78]));
    assert_eq!(sheets["สรุป"]["formats"], json!(["General", "#,##0", "0.00"]));
    let document = &seen["document"];
    assert_eq!((&document["width"], &document["height"]), (&json!(210), &json!(297)));
    let headings = ["ผลการประเมิน", "ผลรายตัวชี้วัด", "ข้อที่ควรดูแลก่อน", "ผลรายข้อ", "ผลรายหน่วยงาน", "วิธีคิดคะแนน"];
    assert_eq!(document["headings"], json!(headings), "{document}");
    assert!(document["tables"].as_array().unwrap().iter().all(|table| table["is_repeated"] == json!(true)), "{document}");
    assert!(document["text"].as_str().unwrap().contains("คะแนนรวม 77.78 จาก 100 คะแนน"), "{document}");
}
