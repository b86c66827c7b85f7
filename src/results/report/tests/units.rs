//! Units are told to one decimal, and whatever is said of them follows from that.

use serde_json::json;

use super::rounds::{finance, imprint};
use crate::{
    language::{Language, plain},
    results::{
        Round, Target,
        charts::against,
        exports::{csv, json, xlsx},
        figure::{Figure, Score},
        publication::{self, Publication, Shows, View},
        report::{Block, Options, Table, document},
    },
    sheets::{self, Cell},
};

/// A unit with 92.5, and a target that is a little above.
fn round() -> Round {
    let mut round = finance();
    round.released.figures.groups.shown[0].figure = Figure::Exact(Score::from_hundredths(9_250));
    round.occasion.target = Some(Target { score: Score::from_hundredths(9_254), is_to_be_passed: false });
    round
}

fn reported(round: &Round) -> Vec<Block> {
    document(round, &[], &Options::default(), Language::English, &imprint()).blocks
}

fn units(blocks: &[Block]) -> &Table {
    let tables = blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.rev().find(|table| table.caption.contains("each group of units")).unwrap()
}

fn rows_of(book: &[u8]) -> Vec<String> {
    let written = |cell: Cell| match cell {
        Cell::Text(text) | Cell::Number(text) => text.to_owned(),
        _ => String::new(),
    };
    let tables = sheets::read_sheets(book).unwrap();
    let rows = tables.iter().flat_map(|table| &table.rows);
    rows.map(|row| row.cells().map(written).collect::<Vec<_>>().join(" | ")).collect()
}

#[test]
fn the_gap_of_a_unit_is_what_whoever_subtracts_gets_and_fits_the_verdict() {
    let round = round();
    let blocks = reported(&round);
    assert_eq!(units(&blocks).rows[0].cells, ["กองคลัง", "40", "92.5", "−0.04"]);
    let table = String::from_utf8(csv(&round, Language::Thai)).unwrap();
    assert!(table.contains("group,,,,,กองคลัง,,40,,rounded,92.5,,,92.54,,0.04,no,,\r\n"), "{table}");
    let book = rows_of(&xlsx(&round, &[], Language::Thai, &imprint()).unwrap());
    assert!(book.contains(&"กองคลัง | 40 | 92.5 | 92.54 | -0.04".to_owned()), "{book:?}");
    let (chart, _) = against::units(&round, Language::English).unwrap();
    assert_eq!((chart.rows[0].value.as_str(), chart.rows[0].is_met), ("92.5", Some(false)));
}

#[test]
fn no_file_claims_that_the_score_of_a_unit_is_exact() {
    let round = round();
    let told: serde_json::Value = serde_json::from_slice(&json(&round, imprint().paper)).unwrap();
    assert_eq!(told["groups"]["shown"][0]["figure"], json!({ "state": "rounded", "shown": "92.5" }));
    let shows = Shows { units: true, ..Shows::default() };
    let view = View::new(&round, &Publication { shows, undertakings: Vec::new() }, None);
    let told: serde_json::Value = serde_json::from_str(&publication::json(&view).unwrap()).unwrap();
    assert_eq!(told["units"]["shown"][0]["score"], json!({ "is": "rounded", "score": "92.5" }));
    assert_eq!(told["overall"]["is"], "exact");
}

#[test]
fn the_method_says_how_units_are_told_and_nobody_is_said_to_be_fewer_than_they_are() {
    let mut round = round();
    let blocks = reported(&round);
    let lists = |blocks: &[Block]| {
        let lists = blocks.iter().filter_map(|block| if let Block::List(list) = block { Some(list.join("\n")) } else { None });
        plain(&lists.collect::<String>())
    };
    assert!(lists(&blocks).contains("Scores of units are rounded to one decimal. Whether one meets the target"));
    assert!(!lists(&blocks).contains("put only before some"));
    // Six answered in the other unit, which is hidden all the same.
    assert!(!units(&blocks).note.contains("answers"), "{}", units(&blocks).note);
    round.released.figures.groups.hidden.clear();
    let part = round.released.paper.instrument.parts.last_mut().unwrap();
    part.show_if = Some(crate::instruments::Condition::answer("i1", crate::instruments::Comparison::Given));
    let said = lists(&reported(&round));
    assert!(!said.contains("Scores of units") && said.contains("put only before some"), "{said}");
}

#[test]
fn a_range_has_the_same_ends_in_a_report_and_wherever_it_is_published() {
    let mut round = round();
    let band = Figure::Within { least: Score::whole(85), most: Score::whole(90) };
    round.released.figures.overall = Figure::mean([&band, &band, &Figure::Exact(Score::whole(100))]);
    let blocks = reported(&round);
    let Block::Paragraph(said) = &blocks[1] else { panic!("{blocks:?}") };
    // 90 to 93.333…
    assert!(plain(said).starts_with("The overall score is between 90.00 and 93.34 of 100."), "{said}");
    let view = View::new(&round, &Publication { shows: Shows::default(), undertakings: Vec::new() }, None);
    let told: serde_json::Value = serde_json::from_str(&publication::json(&view).unwrap()).unwrap();
    assert_eq!(told["overall"], json!({ "is": "within", "least": "90.00", "most": "93.34" }));
    let told: serde_json::Value = serde_json::from_slice(&json(&round, imprint().paper)).unwrap();
    assert_eq!(told["overall"]["most"], json!({ "exact": "4667/50", "shown": "93.34" }));
}
