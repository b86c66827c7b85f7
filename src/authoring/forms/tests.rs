//! What is set from an item and read again is the same item.

use proptest::prelude::*;

use super::*;
use crate::{
    authoring::{edits::PartText, kind::Kind},
    instruments::{Code, Comparison, Condition, Decimal, Instrument, Text, invented},
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
