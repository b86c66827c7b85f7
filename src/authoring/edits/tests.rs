//! What edits promise, over instruments made up at random.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::instruments::{Asks, Code, Comparison, Condition, Instrument, Item, Part, Scale, Text, check::What, invented};

fn codes(instrument: &Instrument) -> Vec<String> {
    instrument.items().map(|item| item.code.to_string()).collect()
}

fn sorted(mut codes: Vec<String>) -> Vec<String> {
    codes.sort();
    codes
}

/// `i1 i2 | i3`, as an instrument.
fn small(order: &str) -> Instrument {
    let mut instrument = Instrument::new("small", Text::new("เล็ก", "Small"));
    for (at, part) in order.split('|').enumerate() {
        let items = part.split_whitespace().map(|code| Item::new(code, Text::new(code, code), Asks::ShortText { longest: 9 }));
        instrument.parts.push(Part { code: Code::new(format!("d{}", at + 1)), items: items.collect(), ..Part::default() });
    }
    instrument
}

fn written(instrument: &Instrument) -> String {
    let part = |part: &Part| part.items.iter().map(|item| item.code.as_str()).collect::<Vec<_>>().join(" ");
    instrument.parts.iter().map(part).collect::<Vec<_>>().join("|")
}

fn moved(order: &str, step: &str) -> String {
    let mut instrument = small(order);
    move_about(&mut instrument, &Move::read(step).unwrap());
    written(&instrument)
}

#[test]
fn an_item_goes_step_by_step_through_the_parts() {
    assert_eq!(moved("a b|c", "up:b"), "b a|c");
    assert_eq!(moved("a b|c", "up:a"), "a b|c");
    assert_eq!(moved("a b|c", "up:c"), "a b c|");
    assert_eq!(moved("a b|c", "down:b"), "a|b c");
    assert_eq!(moved("a b|c", "down:c"), "a b|c");
    assert_eq!(moved("a b||c", "down:b"), "a|b|c");
}

#[test]
fn an_item_may_be_put_before_another_or_at_the_end_of_a_part() {
    assert_eq!(moved("a b c|d", "before:a:c"), "b a c|d");
    assert_eq!(moved("a b c|d", "before:d:a"), "d a b c|");
    assert_eq!(moved("a b|c", "before:a:a"), "a b|c");
    assert_eq!(moved("a b|c", "before:a:nowhere"), "a b|c");
    assert_eq!(moved("a b|c", "into:a:d2"), "b|c a");
    assert_eq!(moved("a b|c", "part-up:d2"), "c|a b");
    assert_eq!(moved("a b|c", "part-down:d2"), "a b|c");
    assert!(
        ["", "up", "up:", "sideways:a", "up:a:b"].map(Move::read).iter().flatten().all(|step| step.what().as_str().is_empty())
    );
}

#[test]
fn a_condition_that_looks_forward_after_a_move_is_reported_and_not_dropped() {
    let mut instrument = small("a b");
    let condition = Condition::answer("a", Comparison::Given);
    instrument.parts[0].items[1].show_if = Some(condition.clone());
    let looks_forward =
        |instrument: &Instrument| instrument.check().iter().any(|found| matches!(found.what, What::Misdirected(_)));
    assert!(!looks_forward(&instrument));
    move_about(&mut instrument, &Move::Up(Code::from("b")));
    assert_eq!(instrument.parts[0].items[0].show_if, Some(condition));
    assert!(looks_forward(&instrument));
}

#[test]
fn conditions_follow_a_code_that_changes() {
    let mut instrument = small("a b");
    instrument.parts[0].items[1].show_if = Some(Condition::answer("a", Comparison::Given));
    assert_eq!(looking_at(&instrument, &Code::from("a")), [Place::Item(Code::from("b"))]);
    let mut item = instrument.parts[0].items[0].clone();
    item.code = Code::from("x");
    put_item(&mut instrument, Some(&Code::from("a")), &Code::from("d1"), item);
    assert_eq!(written(&instrument), "x b");
    assert_eq!(looking_at(&instrument, &Code::from("x")), [Place::Item(Code::from("b"))]);
    let first = instrument.parts[0].items[0].clone();
    instrument.parts.push(Part { code: Code::from("d2"), ..Part::default() });
    put_item(&mut instrument, Some(&first.code.clone()), &Code::from("d2"), first);
    assert_eq!(written(&instrument), "b|x");
}

#[test]
fn the_first_question_makes_the_first_part() {
    let mut instrument = Instrument::new("new", Text::new("ใหม่", "New"));
    let item = Item::new("i1", Text::new("ก", "A"), Asks::Heading);
    put_item(&mut instrument, None, &Code::from("d1"), item);
    assert_eq!(written(&instrument), "i1");
}

#[test]
fn words_for_levels_that_are_no_more_go_and_others_stay() {
    let text = |count: usize| vec![Text::new("ก", "A"); count];
    let mut instrument = small("a b");
    instrument.scales.push(Scale { code: Code::from("s"), levels: text(4) });
    let rated = crate::instruments::Rated { scale: Code::from("s"), meanings: text(4), ..Default::default() };
    instrument.parts[0].items[0].asks = Asks::Scale(rated);
    assert!(losing_words(&instrument, &Code::from("s"), 4).is_empty());
    assert_eq!(losing_words(&instrument, &Code::from("s"), 5).len(), 1);
    remove_scale(&mut instrument, &Code::from("s"));
    assert_eq!(instrument.scales.len(), 1, "a scale in use stays");
    put_scale(&mut instrument, Some(&Code::from("s")), Scale { code: Code::from("t"), levels: text(4) });
    assert_eq!(instrument.parts[0].items[0].rated().unwrap().meanings.len(), 4);
    put_scale(&mut instrument, Some(&Code::from("t")), Scale { code: Code::from("t"), levels: text(6) });
    let rated = instrument.parts[0].items[0].rated().unwrap();
    assert_eq!((rated.scale.as_str(), rated.meanings.len()), ("t", 0));
}

#[test]
fn codes_from_elsewhere_become_well_formed_and_single_and_conditions_follow() {
    let mut instrument = small("Q1 Q1 ข้อ3");
    instrument.parts[0].items[2].show_if = Some(Condition::answer("Q1", Comparison::Given));
    let renamed = settle_codes(&mut instrument);
    assert_eq!(written(&instrument), "q1 q1_2 c3");
    assert_eq!(renamed.len(), 3);
    assert_eq!(instrument.parts[0].items[2].show_if, Some(Condition::answer("q1", Comparison::Given)));
}

#[test]
fn a_mark_is_another_after_every_change() {
    let item = Item::new("i1", Text::new("ก", "A"), Asks::Heading);
    let mut other = item.clone();
    assert_eq!(mark(&item), mark(&other));
    other.required = false;
    assert_ne!(mark(&item), mark(&other));
}

fn any_move() -> impl Strategy<Value = (u8, u8, u8)> {
    any::<(u8, u8, u8)>()
}

proptest! {
    #[test]
    fn moving_keeps_every_item_and_every_part_exactly_once(mut instrument in invented::instrument(), steps in prop::collection::vec(any_move(), 0..20)) {
        let (items, parts) = (sorted(codes(&instrument)), instrument.parts.len());
        let before = instrument.clone();
        for (how, one, other) in steps {
            let all = codes(&instrument);
            if all.is_empty() {
                continue;
            }
            let (one, other) = (all[usize::from(one) % all.len()].clone(), usize::from(other));
            let part = instrument.parts[other % instrument.parts.len()].code.clone();
            let other = all[other % all.len()].clone();
            let step = match how % 6 {
                0 => format!("up:{one}"),
                1 => format!("down:{one}"),
                2 => format!("before:{one}:{other}"),
                3 => format!("into:{one}:{part}"),
                4 => format!("part-up:{part}"),
                _ => format!("part-down:{part}"),
            };
            move_about(&mut instrument, &Move::read(&step).unwrap());
        }
        prop_assert_eq!(sorted(codes(&instrument)), items);
        prop_assert_eq!(instrument.parts.len(), parts);
        for item in before.items() {
            prop_assert_eq!(instrument.item(&item.code), Some(item));
        }
    }

    #[test]
    fn up_and_down_again_is_where_it_was(instrument in invented::instrument(), which in any::<prop::sample::Index>()) {
        let all = codes(&instrument);
        prop_assume!(!all.is_empty());
        let code = Code::new(which.get(&all).clone());
        let mut other = instrument.clone();
        move_about(&mut other, &Move::Down(code.clone()));
        if other != instrument {
            move_about(&mut other, &Move::Up(code));
            prop_assert_eq!(other, instrument);
        }
    }

    #[test]
    fn well_formed_codes_are_left_alone_and_others_become_so(mut instrument in invented::instrument(), spoilt in any::<bool>()) {
        let before = instrument.clone();
        prop_assert!(settle_codes(&mut instrument).is_empty());
        prop_assert_eq!(&instrument, &before);
        if spoilt {
            for item in instrument.items_mut() {
                item.code = Code::new(format!("ข้อ {}", item.code));
            }
            settle_codes(&mut instrument);
            let all = codes(&instrument);
            prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
            prop_assert!(all.iter().all(|code| Code::new(code.clone()).is_well_formed()));
        }
    }
}
