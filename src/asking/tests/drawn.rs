//! What every drawn page is like, whatever stands in the instrument.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{
    filled_in::answered,
    markup::{Tag, tags},
    sample,
};
use crate::{
    asking::{Fault, Fields, MOST, Sheet, Wrong, pages_of, paper, part, review},
    instruments::{Answers, Instrument, Question, invented},
    language::Language,
};

fn page(instrument: &Instrument, language: Language, fields: &Fields, faults: &[Fault], at: usize) -> String {
    let sheet = Sheet { instrument, language, answers: &Answers::default(), fields, faults, for_scripts: false };
    part(&sheet, &pages_of(instrument, false)[at]).into_string()
}

fn empty(instrument: &Instrument, language: Language, at: usize) -> String {
    page(instrument, language, &Fields::default(), &[], at)
}

/// All that holds for any page.
fn is_sound(markup: &str) {
    let tags = tags(markup);
    let ids: Vec<_> = tags.iter().filter(|tag| tag.has("id")).map(|tag| tag.get("id")).collect();
    let known: BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice: {ids:?}");
    for tag in &tags {
        assert!(!tag.has("style"), "{tag:?}");
        for to in ["aria-describedby", "aria-labelledby", "for"] {
            assert!(tag.get(to).split(' ').all(|id| id.is_empty() || known.contains(id)), "leads nowhere: {tag:?}");
        }
        if ["input", "select", "textarea"].contains(&tag.name.as_str()) && tag.get("type") != "hidden" {
            let is_labelled =
                tag.has("aria-labelledby") || tags.iter().any(|label| label.name == "label" && label.get("for") == tag.get("id"));
            assert!(is_labelled, "nobody says what this is: {tag:?}");
            let boxed = tag.inside.iter().map(|at| &tags[*at]).any(|around: &Tag| around.name == "fieldset");
            assert!(boxed, "stands outside every question: {tag:?}");
        }
        if tag.name == "fieldset" {
            let at = tags.iter().position(|other| std::ptr::eq(other, tag)).unwrap();
            let legends = tags.iter().filter(|legend| legend.name == "legend" && legend.inside.last() == Some(&at));
            assert_eq!(legends.count(), 1, "{tag:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_page_is_well_formed_and_every_field_says_what_it_is((instrument, answers) in answered(), one_at_a_time: bool) {
        for language in Language::ALL {
            let items: Vec<_> = instrument.items().collect();
            let fields = Fields::of(&items, &answers);
            let faults: Vec<_> = items.iter().flat_map(|item| Question::of(item)).map(|question| Fault { question, wrong: Wrong::NotAnswered }).collect();
            for page in pages_of(&instrument, one_at_a_time) {
                for (fields, faults) in [(&Fields::default(), &[][..]), (&fields, &faults)] {
                    let sheet = Sheet { instrument: &instrument, language, answers: &answers, fields, faults, for_scripts: false };
                    is_sound(&part(&sheet, &page).into_string());
                }
            }
            is_sound(&review(&instrument, language, &answers, &|_, words| words.clone()).into_string());
            let paper = paper(&instrument, language).into_string();
            is_sound(&paper);
            prop_assert!(!paper.contains("<input"));
        }
    }

    #[test]
    fn nothing_is_chosen_beforehand(instrument in invented::instrument()) {
        for at in 0..pages_of(&instrument, false).len() {
            let page = empty(&instrument, Language::Thai, at);
            prop_assert!(!page.contains(" checked") && !page.contains(" selected"));
        }
    }

    #[test]
    fn every_item_stands_on_one_page_and_no_page_is_too_long(instrument in invented::instrument()) {
        let pages = pages_of(&instrument, false);
        let paged: Vec<_> = pages.iter().flat_map(|page| &page.items).map(|(number, item)| (*number, &item.code)).collect();
        let all: Vec<_> = instrument.numbered().map(|(number, item)| (number, &item.code)).collect();
        prop_assert_eq!(paged, all);
        for (page, most) in pages.iter().map(|page| (page, MOST)).chain(pages_of(&instrument, true).iter().map(|page| (page, 1))) {
            prop_assert!(page.items.iter().filter(|(number, _)| number.is_some()).count() <= most);
            let here: Vec<_> = page.items.iter().map(|(_, item)| &item.code).collect();
            for condition in page.items.iter().filter_map(|(_, item)| item.show_if.as_ref()) {
                prop_assert!(condition.looks_at().iter().all(|(code, _)| !here.contains(code)), "decided on its own page");
            }
        }
    }

    #[test]
    fn levels_stand_in_the_order_of_the_scale_whichever_way_an_item_runs(instrument in invented::instrument()) {
        let pages = pages_of(&instrument, false).into_iter().enumerate();
        for (at, page) in pages {
            let tags = tags(&empty(&instrument, Language::English, at));
            for (_, item) in page.shown(&instrument, &Answers::default()) {
                let Some(rated) = item.rated().filter(|rated| rated.subs.is_empty()) else { continue };
                let labels: Vec<_> = instrument.labels(rated).iter().map(|label| label.say(Language::English)).collect();
                for (number, label) in (1..).zip(&labels) {
                    let id = format!("{}-{number}", item.code);
                    let said = tags.iter().find(|tag| tag.get("for") == id).unwrap();
                    prop_assert!(said.text.starts_with(label));
                    let field = tags.iter().find(|tag| tag.get("id") == id).unwrap();
                    prop_assert_eq!(field.get("value"), number.to_string());
                }
            }
        }
    }
}

#[test]
fn seven_questions_are_split_into_four_and_three() {
    let mut instrument = sample::instrument();
    let item = instrument.parts[0].items[0].clone();
    instrument.parts.truncate(1);
    instrument.parts[0].items = (0..7).map(|_| item.clone()).collect();
    let counts = |one| pages_of(&instrument, one).iter().map(|page| page.items.len()).collect::<Vec<_>>();
    assert_eq!(counts(false), [4, 3]);
    assert_eq!(counts(true), [1; 7]);
}

/// The sample's second part: a heading before its first question, and another before one that looks back at that.
fn with_headings() -> Instrument {
    let mut instrument = sample::instrument();
    let heading = crate::instruments::Item::new("h2", instrument.title.clone(), crate::instruments::Asks::Heading);
    instrument.parts[1].items.insert(2, heading);
    instrument.parts[1].items.truncate(4);
    instrument
}

fn codes(page: &crate::asking::PageOf, instrument: &Instrument, answers: &Answers) -> Vec<String> {
    page.shown(instrument, answers).iter().map(|(_, item)| item.code.to_string()).collect()
}

#[test]
fn a_heading_goes_where_the_question_goes_that_it_opens() {
    let instrument = with_headings();
    let all: Vec<Vec<_>> = pages_of(&instrument, false)
        .iter()
        .map(|page| page.items.iter().map(|(_, item)| item.code.to_string()).collect())
        .collect();
    assert_eq!(all, [vec!["i1", "i2", "i3"], vec!["h1", "i4"], vec!["h2", "i5"]]);
}

#[test]
fn a_page_with_nothing_left_but_its_heading_is_passed_over() {
    let mut instrument = with_headings();
    let (none, mut met) = (Answers::default(), Answers::default());
    met.put(Question { item: "i4".into(), sub: None }, crate::instruments::Answer::Level(2));
    let pages = pages_of(&instrument, false);
    assert_eq!(codes(&pages[2], &instrument, &none), Vec::<String>::new());
    assert_eq!(codes(&pages[2], &instrument, &met), ["h2", "i5"]);
    // What asks nothing in the first place is there to be read.
    instrument.parts[1].items.retain(crate::instruments::Item::is_heading);
    assert_eq!(codes(&pages_of(&instrument, false)[1], &instrument, &none), ["h1", "h2"]);
}

#[test]
fn the_check_page_numbers_parts_as_the_pages_do() {
    let mut instrument = sample::instrument();
    let mut last = instrument.parts[1].clone();
    last.code = "c".into();
    last.items = vec![crate::instruments::Item { code: "z1".into(), ..last.items[5].clone() }];
    instrument.parts.push(last);
    instrument.parts[1].show_if = Some(crate::instruments::Condition::answer("i1", crate::instruments::Comparison::Given));
    let page = review(&instrument, Language::English, &Answers::default(), &|_, words| words.clone()).into_string();
    let heads: Vec<_> = tags(&page).iter().filter(|tag| tag.name == "h2").map(|tag| tag.text.clone()).collect();
    assert_eq!(heads, ["1. Duties", "3. Other matters"]);
}

#[test]
fn progress_is_said_by_the_numbers_people_know() {
    let instrument = sample::instrument();
    let pages = pages_of(&instrument, false);
    let plain = |at: usize| crate::language::plain(&pages[at].progress(Language::Thai));
    assert_eq!([plain(0), plain(1)], ["ตอนที่ 1 จาก 2 · ข้อ 1–3 จาก 11", "ตอนที่ 2 จาก 2 · ข้อ 4 จาก 11"]);
    assert_eq!(pages[2].progress(Language::English), "Part 2 of 2 · questions 5–8 of 11");
}

#[test]
fn a_reversed_item_says_so_and_names_both_ends() {
    let page = empty(&sample::instrument(), Language::English, 0);
    let tags = tags(&page);
    let field = |id: &str| tags.iter().find(|tag| tag.get("id") == id).unwrap();
    assert!(field("i2-text").text.contains("Runs the other way"));
    assert!(!field("i1-text").text.contains("Runs the other way"));
    assert_eq!(field("i2-cue").text, "This asks how much it happensNever: choose “Least or none”A lot: choose “Most”");
    assert_eq!(field("i2-q").get("aria-describedby"), "i2-cue");
    assert!(page.contains("<mark>discriminate unfairly</mark>"));
    assert!(page.contains("<strong>by the steps and in the time</strong>"));
    // A sub-question runs its own way.
    assert!(field("i3.b-text").text.contains("Runs the other way"));
    assert!(!field("i3.a-text").text.contains("Runs the other way"));
    assert!(!field("i3-text").text.contains("Runs the other way"));
}

#[test]
fn declining_is_offered_last_and_only_where_it_may_be() {
    let mut instrument = sample::instrument();
    let offered = |instrument: &Instrument| empty(instrument, Language::English, 0).matches("prefer not to say").count();
    assert_eq!(offered(&instrument), 4);
    instrument.parts[0].items[0].may_decline = false;
    assert_eq!(offered(&instrument), 3);
}

#[test]
fn what_may_be_answered_is_said_before_it_is() {
    let instrument = sample::instrument();
    let hint = |language, at, id: &str| {
        let tags = tags(&empty(&instrument, language, at));
        crate::language::plain(&tags.iter().find(|tag| tag.get("id") == id).unwrap().text)
    };
    for (at, id, thai, english) in [
        (2, "i6-hint", "เลือกได้ไม่เกิน 2 ตัวเลือก", "Choose up to 2"),
        (2, "i7-hint", "ใส่ตัวเลขตั้งแต่ 0 ถึง 60 มีทศนิยมได้ไม่เกิน 1 ตำแหน่ง", "A number from 0 to 60, up to 1 decimal place"),
        (2, "i8-hint", "ไม่เกิน 40 ตัวอักษร", "Up to 40 characters"),
        (
            3,
            "i9-hint",
            "เล่าเรื่องได้โดยไม่ต้องบอกชื่อคนหรือชื่อโครงการ ไม่เกิน 1,000 ตัวอักษร",
            "Describe it without naming people or projects, up to 1,000 characters",
        ),
        (3, "i9-text", "ข้อ 9 (ไม่บังคับ)มีอะไรอยากบอกอีก", "Question 9 (optional)Anything else?"),
        (3, "i10-hint", "เลือกให้ครบ 2 อันดับ แต่ละตัวเลือกใช้ได้ครั้งเดียว", "Choose 2 places, each choice once"),
        (3, "i11-hint", "เลือกผู้สมัครได้ 1 คน", "Choose 1 candidate"),
    ] {
        assert_eq!(hint(Language::Thai, at, id), thai);
        assert_eq!(hint(Language::English, at, id), english);
    }
}

#[test]
fn a_ballot_has_a_blank_vote_and_one_choice_where_one_is_elected() {
    let mut instrument = sample::instrument();
    let ballot = |instrument: &Instrument| {
        let pages = pages_of(instrument, false);
        let tags = tags(&empty(instrument, Language::Thai, pages.len() - 1));
        let fields = tags.into_iter().filter(|tag| tag.get("name") == "i11");
        fields.map(|tag| (tag.get("type").to_owned(), tag.get("value").to_owned())).collect::<Vec<_>>()
    };
    let of =
        |kind: &str| [(kind.to_owned(), "n1".to_owned()), (kind.to_owned(), "n2".to_owned()), (kind.to_owned(), "-".to_owned())];
    assert_eq!(ballot(&instrument), of("radio"));
    if let crate::instruments::Asks::Ballot { most, .. } = &mut instrument.parts[1].items.last_mut().unwrap().asks {
        *most = 2;
    }
    assert_eq!(ballot(&instrument), of("checkbox"));
}

#[test]
fn what_is_missing_in_one_language_is_said_in_the_other_and_marked_as_such() {
    let mut instrument = sample::instrument();
    instrument.parts[0].items[0].text.en.clear();
    let page = empty(&instrument, Language::English, 0);
    assert!(page.contains(r#"<span lang="th">เจ้าหน้าที่ในหน่วยงานของท่าน ปฏิบัติงาน<strong>เป็นไปตามขั้นตอน"#), "{page}");
}

#[test]
fn what_users_wrote_gets_no_line_break_marks() {
    let page = empty(&sample::instrument(), Language::Thai, 0);
    assert!(page.contains("มีการเลือกปฏิบัติมากที่สุด"));
    assert!(page.contains("“น้อยที่สุดหรือไม่มีเลย”"));
}

#[test]
fn a_fault_stands_in_its_question_and_what_was_typed_stays() {
    let instrument = sample::instrument();
    let question = Question { item: "i7".into(), sub: None };
    let fields = Fields::new(vec![("i7".into(), "ห้า".into())]);
    let page = page(&instrument, Language::Thai, &fields, &[Fault { question, wrong: Wrong::NotANumber }], 2);
    let tags = tags(&page);
    let input = tags.iter().find(|tag| tag.get("id") == "i7-1").unwrap();
    assert_eq!((input.get("value"), input.get("aria-invalid"), input.get("inputmode")), ("ห้า", "true", "decimal"));
    assert_eq!(input.get("aria-describedby"), "i7-hint i7-fault i7-unit");
    assert_eq!(page.matches(r#"class="err""#).count(), 1);
}
