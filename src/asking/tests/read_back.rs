//! What is drawn with answers filled in reads back as those answers; what was not offered is refused.

use proptest::prelude::*;

use super::{
    filled_in::answered,
    markup::{posted, tags},
    sample,
};
use crate::{
    asking::{Fields, Sheet, Wrong, carried, fields::names, pages_of, part, read},
    instruments::{Answer, Answers, Code, Question},
    language::Language,
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_filled_in_reads_back_the_same((instrument, answers) in answered()) {
        for page in pages_of(&instrument, false) {
            let items: Vec<_> = page.shown(&instrument, &answers).into_iter().map(|(_, item)| item).collect();
            let fields = Fields::of(&items, &answers);
            let sheet = Sheet { instrument: &instrument, language: Language::Thai, answers: &answers, fields: &fields, faults: &[], for_scripts: false };
            let mut expected = Answers::default();
            for question in items.iter().flat_map(|item| Question::of(item)) {
                if let Some(answer) = answers.get(&question) {
                    expected.put(question, answer.clone());
                }
            }
            for markup in [part(&sheet, &page), carried(&fields)] {
                let posted = Fields::new(posted(&tags(&markup.into_string())));
                let ours: Vec<_> = items.iter().flat_map(|item| names(item)).collect();
                prop_assert!(posted.iter().all(|(name, _)| ours.iter().any(|ours| ours == name)), "not looked for");
                let (read, faults) = read(&instrument, &items, &posted);
                prop_assert_eq!(&read, &expected);
                let open = items.iter().filter(|item| item.required).flat_map(|item| Question::of(item)).filter(|question| answers.get(question).is_none());
                prop_assert_eq!(faults.iter().map(|fault| fault.question.clone()).collect::<Vec<_>>(), open.collect::<Vec<_>>());
                prop_assert!(faults.iter().all(|fault| fault.wrong == Wrong::NotAnswered));
            }
        }
    }

    #[test]
    fn whatever_is_posted_nothing_is_read_that_was_not_offered((instrument, _) in answered(), values in proptest::collection::vec("[0-9a-c+-]{0,3}|c[0-9]", 40)) {
        let items: Vec<_> = instrument.items().collect();
        let names = items.iter().flat_map(|item| Question::of(item)).map(|question| crate::asking::fields::name(&question));
        let (answers, _) = read(&instrument, &items, &Fields::new(names.zip(values).collect()));
        // An answer that was read can be filled in and read again.
        let again = read(&instrument, &items, &Fields::of(&items, &answers)).0;
        prop_assert_eq!(again, answers);
    }
}

fn wrong(item: &str, fields: &[(&str, &str)]) -> Result<Option<Answer>, Wrong> {
    let instrument = sample::instrument();
    let item = instrument.item(&Code::from(item)).unwrap();
    let fields = Fields::new(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
    let (answers, faults) = read(&instrument, &[item], &fields);
    match faults.first() {
        Some(fault) => Err(fault.wrong),
        None => Ok(answers.get(&Question { item: item.code.clone(), sub: None }).cloned()),
    }
}

#[test]
fn only_what_was_offered_is_taken() {
    assert_eq!(wrong("i1", &[("i1", "4")]), Ok(Some(Answer::Level(4))));
    assert_eq!(wrong("i1", &[("i1", "0")]), Ok(Some(Answer::Declined)));
    for value in ["5", "+2", "02", "-1", "x", ""] {
        assert_eq!(wrong("i1", &[("i1", value)]), Err(Wrong::NotOffered), "{value}");
    }
    assert_eq!(wrong("i1", &[("i1", "2"), ("i1", "3")]), Err(Wrong::NotOffered));
    assert_eq!(wrong("i5", &[("i5", "nothing")]), Err(Wrong::NotOffered));
    assert_eq!(wrong("i11", &[("i11", "0")]), Err(Wrong::NotOffered), "a ballot is declined by a blank vote");
}

#[test]
fn too_many_and_contradicting_ticks_are_faults() {
    assert_eq!(wrong("i6", &[("i6", "leave"), ("i6", "pay"), ("i6", "train")]), Err(Wrong::TooMany(2)));
    assert_eq!(wrong("i6", &[("i6", "leave"), ("i6", "0")]), Err(Wrong::AnsweredAndDeclined));
    assert_eq!(wrong("i11", &[("i11", "n1"), ("i11", "n2")]), Err(Wrong::TooMany(1)));
    assert_eq!(wrong("i11", &[("i11", "n1"), ("i11", "-")]), Err(Wrong::VotedAndBlank));
    assert_eq!(wrong("i11", &[]), Err(Wrong::NotAnswered));
}

#[test]
fn numbers_are_read_as_people_type_them() {
    let number = |text: &str| text.parse().map(Answer::Number).ok();
    assert_eq!(wrong("i7", &[("i7", " ๑๒.๕ ")]), Ok(number("12.5")));
    assert_eq!(wrong("i7", &[("i7", "สิบ")]), Err(Wrong::NotANumber));
    assert_eq!(wrong("i7", &[("i7", "1.25")]), Err(Wrong::TooManyDecimals(1)));
    assert!(matches!(wrong("i7", &[("i7", "61")]), Err(Wrong::OutOfBounds { .. })));
    assert_eq!(wrong("i7", &[("i7", ""), ("i7-0", "0")]), Ok(Some(Answer::Declined)));
    assert_eq!(wrong("i7", &[("i7", "8"), ("i7-0", "0")]), Err(Wrong::AnsweredAndDeclined));
}

#[test]
fn texts_have_their_length_in_characters() {
    assert_eq!(wrong("i8", &[("i8", &"ก".repeat(40))]), Ok(Some(Answer::Text("ก".repeat(40)))));
    assert_eq!(wrong("i8", &[("i8", &"ก".repeat(41))]), Err(Wrong::TooLong(40)));
    assert_eq!(wrong("i9", &[("i9", " ก\r\nข ")]), Ok(Some(Answer::Text("ก\nข".to_owned()))));
    assert_eq!(wrong("i9", &[("i9", "  ")]), Ok(None));
}

#[test]
fn what_is_typed_twice_is_not_guessed() {
    for (item, field, one, other) in [
        ("i7", "i7", "8", "9"),
        ("i8", "i8", "ก", "ข"),
        ("i9", "i9", "ก", "ข"),
        ("i9", "i9", "", "ข"),
        ("i10", "i10-1", "pay", "leave"),
    ] {
        assert_eq!(wrong(item, &[(field, one), (field, other), ("i10-2", "train")]), Err(Wrong::NotOffered), "{item}");
    }
}

#[test]
fn every_place_is_ranked_once() {
    let ranked = |first, second| wrong("i10", &[("i10-1", first), ("i10-2", second)]);
    assert_eq!(ranked("pay", "leave"), Ok(Some(Answer::Ranking(vec!["pay".into(), "leave".into()]))));
    assert_eq!(ranked("pay", "pay"), Err(Wrong::TwiceRanked));
    assert_eq!(ranked("pay", ""), Err(Wrong::PlaceMissing));
    assert_eq!(ranked("", ""), Err(Wrong::NotAnswered));
    assert_eq!(ranked("cake", "pay"), Err(Wrong::NotOffered));
}

#[test]
fn a_question_called_like_a_field_of_the_frame_is_still_read() {
    let mut instrument = sample::instrument();
    instrument.parts[0].items[0].code = "key".into();
    let fields = Fields::new(vec![("key".into(), "the form's own".into()), ("key.".into(), "2".into())]);
    let (answers, faults) = read(&instrument, &[&instrument.parts[0].items[0]], &fields);
    assert_eq!(faults, []);
    assert_eq!(answers.iter().next().map(|(_, answer)| answer.clone()), Some(Answer::Level(2)));
}
