//! Forms as people write them in Kobo and ODK: what is taken, and what is listed.

use super::{read, write};
use crate::{
    exchange::{Imported, LossKind},
    instruments::{Asks, Choice, Code, Comparison, Condition, Instrument, Item, Part, Text, limits},
    language::Language,
    sheets::{read_sheets, xlsx},
};

fn sheet(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

fn imported(survey: &[&[&str]], choices: &[&[&str]], settings: &[&[&str]], wished: Option<Language>) -> Imported {
    let book = xlsx(&[("survey", sheet(survey)), ("choices", sheet(choices)), ("settings", sheet(settings))]).unwrap();
    read(&book, "a.xlsx", wished).unwrap()
}

fn lost(imported: &Imported, what: LossKind) -> Vec<&str> {
    imported.losses.iter().filter(|loss| loss.what == what).map(|loss| loss.quoted.as_str()).collect()
}

#[test]
fn the_language_that_a_form_names_goes_before_the_one_that_was_wished() {
    let survey: &[&[&str]] = &[&["type", "name", "label"], &["text", "q1", "Ask"]];
    let of = |language: &str, wished| imported(survey, &[], &[&["default_language"], &[language]], wished);
    let english = of("English (en)", Some(Language::Thai));
    assert_eq!(english.instrument.items().next().unwrap().text, Text::new("", "Ask"));
    assert_eq!(lost(&english, LossKind::LanguageAssumed), ["label"]);
    assert_eq!(lost(&of("English (en)", Some(Language::English)), LossKind::LanguageAssumed), Vec::<&str>::new());
    assert_eq!(lost(&of("", Some(Language::Thai)), LossKind::LanguageAssumed), ["label"]);
}

#[test]
fn constraints_and_settings_without_a_place_are_listed() {
    let found = imported(
        &[
            &["type", "name", "label::Thai (th)", "constraint"],
            &["select_one l", "q1", "หนึ่ง", "selected(., 'a')"],
            &["rank l", "q2", "สอง", "not(selected-at(., 0) = 'a')"],
            &["text", "q3", "สาม", "string-length(.) <= 5000"],
            &["text", "q4", "สี่", "string-length(.) <= 99999"],
        ],
        &[&["list_name", "name", "label::Thai (th)"], &["l", "a", "ก"]],
        &[&["form_title", "version"], &["แบบ", "2026-1"]],
        None,
    );
    let constraints =
        ["selected(., 'a')", "not(selected-at(., 0) = 'a')", "string-length(.) <= 5000", "string-length(.) <= 99999"];
    assert_eq!(lost(&found, LossKind::ConstraintLeftOut), constraints);
    assert_eq!(lost(&found, LossKind::SettingLeftOut), ["version: 2026-1"]);
    for code in ["q3", "q4"] {
        let asks = &found.instrument.item(&Code::from(code)).unwrap().asks;
        assert_eq!(*asks, Asks::ShortText { longest: limits::ANSWER });
    }
}

#[test]
fn texts_in_other_languages_and_second_texts_are_listed() {
    let found = imported(
        &[&["type", "name", "label", "label::Thai (th)", "label::ไทย"], &["select_one l", "q1", "ก", "", "ข"]],
        &[&["list_name", "name", "label::Thai (th)", "label::French"], &["l", "a", "ค", "x"]],
        &[&["default_language"], &["Thai (th)"]],
        None,
    );
    assert_eq!(lost(&found, LossKind::LanguageLeftOut), ["label::French"]);
    assert_eq!(lost(&found, LossKind::TextTwice), ["label: ก"]);
    assert_eq!(found.instrument.items().next().unwrap().text.th, "ข");
}

#[test]
fn a_text_that_is_too_long_is_cut_and_listed() {
    let long = "ก".repeat(limits::TEXT + 1);
    let found = imported(&[&["type", "name", "label::Thai (th)"], &["note", "q1", &long]], &[], &[], None);
    assert_eq!(found.instrument.items().next().unwrap().text.th.chars().count(), limits::TEXT);
    assert_eq!(lost(&found, LossKind::TextCut).len(), 1);
}

#[test]
fn what_is_shown_where_other_is_chosen_stays_so() {
    let found = imported(
        &[
            &["type", "name", "label::Thai (th)", "relevant"],
            &["select_multiple l or_other", "q1", "หนึ่ง", ""],
            &["text", "q2", "สอง", "selected(${q1}, 'other')"],
        ],
        &[&["list_name", "name", "label::Thai (th)"], &["l", "a", "ก"]],
        &[],
        None,
    );
    let chosen = Condition::answer("q1", Comparison::Equal(Code::from("other")));
    assert_eq!(found.instrument.item(&Code::from("q2")).unwrap().show_if, Some(chosen));
}

#[test]
fn an_export_has_no_name_and_no_reference_that_other_programs_refuse() {
    let mut instrument = Instrument::new("a", Text::new("${ก}", "$\u{2060}{a}"));
    for code in ["meta", "data"] {
        let text = Text::new("${i1}", "$\u{2060}\u{2060}{x $ {");
        let choices = vec![Choice { code: "c".into(), label: text.clone(), line: text.clone() }];
        let items = vec![Item::new(format!("{code}1").as_str(), text.clone(), Asks::SingleChoice { choices })];
        instrument.parts.push(Part { code: code.into(), title: text, items, ..Part::default() });
    }
    let book = write(&instrument).unwrap();
    for table in read_sheets(&book).unwrap() {
        for row in &table.rows {
            for cell in (0..row.len()).map(|at| row.cell(at).text().into_owned()) {
                assert!(!cell.contains("${"), "{cell}");
            }
            assert!(!["meta", "data"].contains(&row.cell(1).text().as_ref()));
        }
    }
    let back = read(&book, "a.xlsx", None).unwrap();
    assert_eq!((back.instrument, back.losses), (instrument, Vec::new()));
}
