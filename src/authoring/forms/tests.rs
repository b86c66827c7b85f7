//! What is set from an item and read again is the same item.

use proptest::prelude::*;

use super::*;
use crate::{
    authoring::{edits::PartText, kind::Kind},
    instruments::{Asks, Choice, Code, Comparison, Condition, Decimal, Instrument, Item, Part, Rated, Scale, Text, invented},
    language::Language,
    web::Faults,
};

fn read_again(instrument: &Instrument, code: &Code) -> (ReadItem, Faults) {
    let item = instrument.item(code).unwrap();
    let (mut typed, mut faults) = (Typed::default(), Faults::none());
    set_item(&mut typed, item);
    let read = read_item(&typed, Kind::of(&item.asks), instrument, Some(item), Language::Thai, &mut faults);
    (read, faults)
}

/// Texts of nothing but signs say nothing, and are not taken for text.
fn says_something(text: &Text) -> bool {
    [&text.th, &text.en].iter().all(|text| text.is_empty() || text.contains(char::is_alphanumeric))
}

proptest! {
    #[test]
    fn every_item_reads_back_as_it_is(instrument in invented::instrument()) {
        prop_assume!(instrument.texts().into_iter().all(says_something));
        for item in instrument.items() {
            let (read, faults) = read_again(&instrument, &item.code);
            prop_assert!(faults.is_empty(), "{:?}", faults);
            prop_assert_eq!(&read.item, item);
            prop_assert!(read.scale.is_none() && read.moved.is_empty());
        }
        for part in &instrument.parts {
            let (mut typed, mut faults, part) = (Typed::default(), Faults::none(), PartText::from(part));
            set_part(&mut typed, &part);
            prop_assert_eq!(&read_part(&typed, &instrument, Some(&part), Language::Thai, &mut faults), &part);
            prop_assert!(faults.is_empty());
        }
        for scale in &instrument.scales {
            let (mut typed, mut faults) = (Typed::default(), Faults::none());
            set_scale(&mut typed, scale);
            prop_assert_eq!(&read_scale(&typed, &instrument, Some(&scale.code), Language::Thai, &mut faults), scale);
        }
    }
}

#[test]
fn a_condition_deeper_than_rows_is_kept_until_somebody_unticks_it() {
    let leaf = Condition::answer("i1", Comparison::Given);
    let deep = Condition::Any(vec![leaf.clone(), Condition::All(vec![leaf.clone(), leaf])]);
    assert!(simple(&deep).is_none());
    let instrument = Instrument::new("x", Text::default());
    let mut typed = Typed::default();
    set_condition(&mut typed, Some(&deep));
    let read = |typed: &Typed| condition::read_condition(typed, &instrument, Some(&deep), Language::Thai, &mut Faults::none());
    assert_eq!(read(&typed), Some(deep.clone()));
    typed.set("keep_condition", "");
    assert_eq!(read(&typed), None);
}

#[test]
fn a_level_may_be_typed_by_its_name_and_must_exist() {
    let mut instrument = Instrument::new("x", Text::default());
    let (scale, is_new) = scale_of(&instrument, "+amount").unwrap();
    assert!(is_new);
    instrument.scales.push(scale.clone());
    assert!(!scale_of(&instrument, "+amount").unwrap().1, "the same scale is not made twice");
    let rated = crate::instruments::Rated { scale: scale.code, ..Default::default() };
    let item = crate::instruments::Item::new("i1", Text::new("ก", "A"), crate::instruments::Asks::Scale(rated));
    instrument.parts.push(crate::instruments::Part { code: Code::from("d1"), items: vec![item], ..Default::default() });
    let read = |how: &str, value: &str| {
        let (mut typed, mut faults) = (Typed::default(), Faults::none());
        typed.set("conditions", 1);
        for (field, value) in [("of", "i1"), ("is", how), ("value", value)] {
            typed.set(format!("when-0-{field}"), value);
        }
        let read = condition::read_condition(&typed, &instrument, None, Language::Thai, &mut faults);
        (read, faults.at("when-0-value").is_some())
    };
    let equal = |level: &str| Condition::answer("i1", Comparison::Equal(Code::from(level)));
    assert_eq!(read("equal", "มาก"), (Some(equal("3")), false));
    assert_eq!(read("equal", "๓"), (Some(equal("3")), false));
    assert_eq!(read("not_equal", "3"), (Some(Condition::Not(Box::new(equal("3")))), false));
    assert_eq!(read("at_least", "Much"), (Some(Condition::answer("i1", Comparison::AtLeast(Decimal::whole(3)))), false));
    assert_eq!(read("equal", "5"), (None, true));
    assert_eq!(read("equal", ""), (None, true));
    assert_eq!(read("over", "x"), (None, true));
}

/// One question on levels of these names.
fn rated(names: impl Iterator<Item = u8>) -> Instrument {
    let levels = names.map(|name| Text::new(name.to_string(), name.to_string())).collect();
    let mut instrument = Instrument::new("x", Text::default());
    instrument.scales.push(Scale { code: Code::from("s"), levels });
    let asks = Asks::Scale(Rated { scale: Code::from("s"), ..Rated::default() });
    let items = vec![Item::new("i1", Text::new("ก", "A"), asks)];
    instrument.parts.push(Part { code: Code::from("d1"), items, ..Part::default() });
    instrument
}

#[test]
fn a_condition_on_levels_that_are_called_by_numbers_stays_where_it_is() {
    for instrument in [rated(0..=10), rated((1..=5).rev())] {
        let levels = i32::try_from(instrument.scales[0].levels.len()).unwrap();
        for level in 1..=levels {
            let number = Decimal::whole(level);
            for is in [Comparison::Equal(Code::new(level.to_string())), Comparison::AtLeast(number), Comparison::Under(number)] {
                let (mut typed, mut faults) = (Typed::default(), Faults::none());
                let condition = Condition::answer("i1", is);
                set_condition(&mut typed, Some(&condition));
                let read = condition::read_condition(&typed, &instrument, None, Language::Thai, &mut faults);
                assert_eq!((read, faults.is_empty()), (Some(condition), true));
            }
        }
    }
}

/// A form with the choices `c1`, `c2`, `c3`, and one more row.
fn three_choices() -> Typed {
    let choice = |code: &str| Choice { code: Code::from(code), label: Text::new(code, code), line: Text::default() };
    let mut typed = Typed::default();
    rows::set_choices(&mut typed, &["c1", "c2", "c3"].map(choice));
    typed
}

fn choices_of(typed: &Typed) -> (Vec<String>, Vec<(Code, Code)>) {
    let mut faults = Faults::none();
    let (choices, codes) = rows::read_choices(typed, Language::Thai, &mut faults);
    assert!(faults.is_empty());
    (choices.into_iter().map(|choice| format!("{}={}", choice.code, choice.label.th)).collect(), codes.moved)
}

#[test]
fn a_new_choice_never_gets_the_code_of_one_that_goes() {
    let mut typed = three_choices();
    typed.set("choice-1_th", "");
    typed.set("choice-1_en", "");
    typed.set("choice-3_th", "ใหม่");
    assert_eq!(choices_of(&typed), (vec!["c1=c1".to_owned(), "c3=c3".to_owned(), "c4=ใหม่".to_owned()], vec![]));
}

#[test]
fn a_choice_whose_code_is_emptied_keeps_it() {
    let mut typed = three_choices();
    typed.set("choice-0-code", "");
    typed.set("choice-1-code", "x");
    let moved = vec![(Code::from("c2"), Code::from("x"))];
    assert_eq!(choices_of(&typed), (vec!["c1=c1".to_owned(), "x=c2".to_owned(), "c3=c3".to_owned()], moved));
}
