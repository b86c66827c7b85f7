//! What the check list promises: each fault is found where it is, and sound instruments pass.

use std::collections::HashMap;

use proptest::prelude::*;

use super::{Finding, Misdirected, Place, TextOf, Weight, What};
use crate::{
    instruments::{
        About, Asks, Choice, Code, Comparison, Condition, Decimal, Instrument, Item, Part, Polarity, Rated, Scale, Sub, Text,
        invented,
    },
    language::Language,
};

fn text(number: usize) -> Text {
    Text::new(format!("เรื่องที่ {number}"), format!("Matter {number}"))
}

fn rated() -> Rated {
    Rated { scale: Code::from("s"), ..Rated::default() }
}

fn choices(count: usize) -> Vec<Choice> {
    (1..=count).map(|n| Choice { code: Code::new(format!("c{n}")), label: text(n), line: Text::default() }).collect()
}

/// Two questions on a scale of three, then one of each other kind; nothing is wrong with it.
fn sound() -> Instrument {
    let kinds = [
        Asks::Scale(rated()),
        Asks::Scale(Rated { subs: vec![sub("a", 20), sub("b", 21)], ..rated() }),
        Asks::SingleChoice { choices: choices(3) },
        Asks::Number { least: Some(Decimal::whole(1)), most: Some(Decimal::whole(9)), decimals: 0, unit: Text::default() },
        Asks::LongText { longest: 100 },
        Asks::Ballot { candidates: choices(2), most: 1, blank: true, election: None },
    ];
    let items: Vec<_> = (1..).zip(kinds).map(|(n, asks)| Item::new(Code::new(format!("i{n}")).as_str(), text(n), asks)).collect();
    let scale = Scale { code: Code::from("s"), levels: (1..=3).map(text).collect() };
    let part = Part { code: Code::from("p"), title: text(1), items, ..Part::default() };
    Instrument { scales: vec![scale], parts: vec![part], ..Instrument::new("sound", text(0)) }
}

fn sub(code: &str, number: usize) -> Sub {
    Sub { code: Code::from(code), text: text(number), ..Sub::default() }
}

fn item(number: usize) -> Place {
    Place::Item(Code::new(format!("i{number}")))
}

/// What is found once a sound instrument has been changed so.
fn after(change: impl FnOnce(&mut Instrument)) -> Vec<(Place, What)> {
    let mut instrument = sound();
    change(&mut instrument);
    instrument.check().into_iter().map(|Finding { place, what, .. }| (place, what)).collect()
}

fn after_item(number: usize, change: impl FnOnce(&mut Item)) -> Vec<(Place, What)> {
    after(|instrument| change(&mut instrument.parts[0].items[number - 1]))
}

fn change_rated(item: &mut Item, change: impl FnOnce(&mut Rated)) {
    let Asks::Scale(rated) = &mut item.asks else { panic!("not on a scale") };
    change(rated);
}

#[test]
fn a_sound_instrument_passes() {
    assert_eq!(sound().check(), []);
    assert!(sound().is_ready());
}

#[test]
fn missing_thai_stops_and_missing_english_is_said_once_for_an_item() {
    assert_eq!(after_item(1, |it| it.text.th.clear()), [(item(1), What::ThaiMissing(TextOf::Question))]);
    let found = after_item(3, |it| {
        it.text.en.clear();
        it.asks = Asks::SingleChoice {
            choices: choices(3).into_iter().map(|it| Choice { label: Text::new(it.label.th, " "), ..it }).collect(),
        };
    });
    assert_eq!(found, [(item(3), What::EnglishMissing)]);
    assert_eq!(What::EnglishMissing.weight(), Weight::Advice);
    assert_eq!(after_item(1, |it| it.help.en = "Note".into()), [(item(1), What::ThaiMissing(TextOf::Help))]);
    let level = after(|it| it.scales[0].levels[1].th.clear());
    assert_eq!(level, [(Place::Scale("s".into()), What::ThaiMissing(TextOf::Label(2)))]);
}

#[test]
fn codes_are_well_formed_and_stand_once() {
    let twice = after_item(2, |it| it.code = "i1".into());
    assert!(twice.contains(&(item(1), What::CodeTwice("i1".into()))), "{twice:?}");
    let malformed = after_item(1, |it| it.code = "I 1".into());
    assert_eq!(malformed, [(Place::Item("I 1".into()), What::CodeMalformed("I 1".into()))]);
    let sub = after_item(2, |it| change_rated(it, |rated| rated.subs[1].code = "a".into()));
    assert_eq!(sub, [(Place::sub(&"i2".into(), &"a".into()), What::CodeTwice("a".into()))]);
}

#[test]
fn the_same_words_twice_are_found_whatever_is_invisible_in_them() {
    let found = after_item(4, |it| it.text.th = "เรื่องที่\u{200B}1 ".into());
    assert_eq!(found, [(item(4), What::SameTextAs(item(1)))]);
    let label = after_item(3, |it| it.asks = Asks::SingleChoice { choices: [choices(2), choices(1)].concat() });
    assert!(label.iter().any(|(_, what)| matches!(what, What::SameTextAs(Place::Choice { .. }))), "{label:?}");
}

#[test]
fn what_runs_the_other_way_says_what_every_level_means() {
    let reversed = |meanings: usize| {
        after_item(1, |it| {
            change_rated(it, |rated| {
                rated.polarity = Polarity::Reversed;
                rated.meanings = (1..=meanings).map(text).collect();
            });
        })
    };
    assert_eq!(reversed(0), [(item(1), What::MeaningsMissing)]);
    assert_eq!(reversed(2), [(item(1), What::MeaningsMiscounted { are: 2, levels: 3 })]);
    assert_eq!(reversed(3), []);
    let sub = after_item(2, |it| change_rated(it, |rated| rated.subs[0].polarity = Polarity::Reversed));
    assert_eq!(sub, [(Place::sub(&"i2".into(), &"a".into()), What::MeaningsMissing)]);
    // What is not scored needs no direction: this one has sub-questions.
    assert_eq!(after_item(2, |it| change_rated(it, |rated| rated.polarity = Polarity::Reversed)), []);
}

#[test]
fn a_direction_is_said_and_negative_words_are_pointed_out() {
    let unset = after_item(1, |it| change_rated(it, |rated| rated.polarity = Polarity::Unset));
    assert_eq!(unset, [(item(1), What::DirectionUnset)]);
    assert_eq!(What::DirectionUnset.weight(), Weight::Stop);
    let negative = after_item(1, |it| it.text.th = "มีการเลือกปฏิบัติ".into());
    assert_eq!(negative, [(item(1), What::NegativeWord("เลือกปฏิบัติ"))]);
    let double = after_item(5, |it| it.text.th = "ไม่มีใครไม่ทราบ".into());
    assert_eq!(double, [(item(5), What::DoubleNegation(Language::Thai))]);
    assert_eq!(double[0].1.weight(), Weight::Stop);
}

#[test]
fn scales_and_parts_have_a_sound_shape() {
    assert_eq!(
        after_item(1, |it| change_rated(it, |rated| rated.scale = "x".into())),
        [(item(1), What::ScaleUnknown("x".into()))]
    );
    let labels = after_item(1, |it| change_rated(it, |rated| rated.labels = vec![text(1)]));
    assert_eq!(labels, [(item(1), What::LabelsMiscounted { are: 1, levels: 3 })]);
    assert_eq!(after(|it| it.scales[0].levels.truncate(1)), [(Place::Scale("s".into()), What::ScaleShort)]);
    assert!(after(|it| it.parts.clear()).contains(&(Place::Instrument, What::NoItems)));
    let long = after(|it| {
        for number in 30..32 {
            let item = Item::new(format!("i{number}").as_str(), text(number), Asks::LongText { longest: 9 });
            it.parts[0].items.push(item);
        }
    });
    assert_eq!(long, [(Place::Part("p".into()), What::PartLong(8))]);
    let empty = after(|it| it.parts.push(Part { code: "q".into(), title: text(2), ..Part::default() }));
    assert_eq!(empty, [(Place::Part("q".into()), What::PartEmpty)]);
}

#[test]
fn bounds_leave_something_to_choose() {
    let asks = |asks: Asks| after_item(6, |it| it.asks = asks).into_iter().map(|(_, what)| what).collect::<Vec<_>>();
    let many = |least, most| asks(Asks::MultipleChoice { choices: choices(3), least, most });
    for (least, most, fits) in [
        (Some(1), Some(3), true),
        (None, None, true),
        (Some(3), None, true),
        (Some(2), Some(1), false),
        (None, Some(4), false),
        (Some(4), None, false),
        (None, Some(0), false),
    ] {
        assert_eq!(many(least, most).is_empty(), fits, "{least:?} {most:?}");
    }
    assert_eq!(asks(Asks::Ranking { choices: choices(2), top: Some(3) }), [What::ChoiceBounds]);
    assert_eq!(asks(Asks::SingleChoice { choices: choices(1) }), [What::ChoicesFew]);
    let ballot = |count, most, blank| asks(Asks::Ballot { candidates: choices(count), most, blank, election: None });
    assert_eq!(ballot(1, 1, false), [What::ChoicesFew]);
    assert_eq!(ballot(1, 1, true), []);
    assert_eq!(ballot(3, 4, true), [What::ChoiceBounds]);
    let number = |least: &str, most: &str, decimals| {
        let bound = |text: &str| text.parse().ok();
        asks(Asks::Number { least: bound(least), most: bound(most), decimals, unit: Text::default() }).is_empty()
    };
    assert!(number("0.5", "0.6", 1) && number("", "-3", 0) && number("-0.5", "0.4", 0) && number("4", "4", 0));
    assert!(!number("0.5", "0.6", 0) && !number("2", "1", 0) && !number("-0.9", "-0.1", 0) && !number("", "", 7));
    assert_eq!(asks(Asks::ShortText { longest: 0 }), [What::LengthZero]);
}

#[test]
fn what_would_name_somebody_is_stopped_and_facts_are_asked_about() {
    let long = |thai: &str, english: &str| after_item(5, |it| it.text = Text::new(thai, english));
    assert_eq!(long("ชื่อ-สกุลของผู้กรอก", "Your details"), [(item(5), What::AsksWhoAnswers("ชื่อ-สกุล"))]);
    assert_eq!(long("ช่องทาง", "Phone"), [(item(5), What::AsksWhoAnswers("phone"))]);
    assert_eq!(long("เล่าเรื่องได้โดยไม่ต้องบอกชื่อของท่าน", "Describe it without your name"), []);
    assert_eq!(long("ท่านพอใจระบบอีเมลของหน่วยงานอย่างไรบ้าง", "What would improve the e-mail system here"), []);
    let choice = |about| {
        after_item(3, |it| {
            it.text.th = "อายุงานของท่าน".into();
            it.about = about;
        })
    };
    assert_eq!(choice(None), [(item(3), What::LooksPersonal("อายุ"))]);
    assert_eq!(choice(Some(About::Service { from: vec![1, 6] })), []);
    for from in [vec![6, 1], vec![1, 1], vec![1], vec![1, 2, 3]] {
        assert_eq!(choice(Some(About::Service { from })), [(item(3), What::ServiceBounds)]);
    }
    assert_eq!(after_item(5, |it| it.about = Some(About::Other)), [(item(5), What::AboutOddKind)]);
}

#[test]
fn a_guess_about_wording_stops_nobody() {
    let is_ready = |thai: &str, english: &str| {
        let mut instrument = sound();
        instrument.parts[0].items[4].text = Text::new(thai, english);
        instrument.is_ready()
    };
    for (thai, english) in [
        ("ปัญหาหนึ่งเรื่อง", "Name one problem"),
        ("ชื่อเสียงหน่วยงาน", "Reputation"),
        ("หน่วยงานไม่ปฏิเสธคำขอ", "Requests"),
        ("ชื่อ-สกุลของผู้กรอก", "Your details"),
    ] {
        assert!(is_ready(thai, english), "{thai} {english}");
    }
    for (thai, english) in [
        ("ชื่อ", "Matter"),
        ("ชื่อ - สกุลของท่าน:", "Matter"),
        ("ช่องทาง", "Your e-mail"),
        ("ช่องทาง", "Phone number?"),
        ("ไม่มีใครไม่ทราบ", "Matter"),
    ] {
        assert!(!is_ready(thai, english), "{thai} {english}");
    }
}

#[test]
fn a_key_phrase_stands_in_its_question() {
    let phrase = |thai: &str| after_item(1, |it| it.key_phrase = Text::new(thai, "Matter"));
    assert_eq!(phrase("เรื่อง"), []);
    assert_eq!(phrase("อื่น"), [(item(1), What::KeyPhraseElsewhere(Language::Thai))]);
}

#[test]
fn a_condition_looks_back_at_what_exists_and_may_come_true() {
    let of = |condition: Condition| after_item(6, |it| it.show_if = Some(condition)).into_iter().map(|(_, what)| what).next();
    let one = |code: &str, is| of(Condition::answer(code, is));
    let wrong = |why| Some(What::Misdirected(why));
    let equal = |code: &str| Comparison::Equal(code.into());
    assert_eq!(one("i6", Comparison::Given), wrong(Misdirected::Itself));
    assert_eq!(one("x", Comparison::Given), wrong(Misdirected::NoSuchItem("x".into())));
    assert_eq!(one("i2", Comparison::Given), wrong(Misdirected::SubMissing("i2".into())));
    let sub = |code: &str, sub: &str| of(Condition::Answer { of: code.into(), sub: Some(sub.into()), is: Comparison::Given });
    assert_eq!(sub("i2", "b"), None);
    assert_eq!(sub("i2", "z"), wrong(Misdirected::NoSuchSub { item: "i2".into(), sub: "z".into() }));
    assert_eq!(sub("i1", "a"), wrong(Misdirected::NoSuchSub { item: "i1".into(), sub: "a".into() }));
    for (code, is, why) in [
        ("i1", equal("3"), None),
        ("i1", equal("4"), Some(Misdirected::NoSuchLevel { item: "i1".into(), level: "4".into() })),
        ("i1", Comparison::Over(Decimal::whole(2)), None),
        ("i1", Comparison::Over(Decimal::whole(3)), Some(Misdirected::NeverHolds("i1".into()))),
        ("i1", Comparison::Under(Decimal::whole(1)), Some(Misdirected::NeverHolds("i1".into()))),
        ("i3", equal("c1"), None),
        ("i3", equal("c9"), Some(Misdirected::NoSuchChoice { item: "i3".into(), choice: "c9".into() })),
        ("i3", Comparison::AtLeast(Decimal::whole(1)), Some(Misdirected::NeverHolds("i3".into()))),
        ("i4", Comparison::AtMost(Decimal::whole(1)), None),
        ("i4", equal("10"), Some(Misdirected::NeverHolds("i4".into()))),
        ("i5", Comparison::Given, None),
    ] {
        assert_eq!(one(code, is.clone()), why.map(What::Misdirected), "{code} {is:?}");
    }
    assert_eq!(of(Condition::Any(Vec::new())), Some(What::NeverShown));
    assert_eq!(of(Condition::Not(Box::new(Condition::All(Vec::new())))), Some(What::NeverShown));
    assert_eq!(of(Condition::All(Vec::new())), None);
    let first = after_item(1, |it| it.show_if = Some(Condition::answer("i3", Comparison::Given)));
    assert_eq!(first, [(item(1), What::Misdirected(Misdirected::Later("i3".into())))]);
    let heading = after(|it| {
        it.parts[0].items[0].asks = Asks::Heading;
        it.parts[0].items[1].show_if = Some(Condition::answer("i1", Comparison::Given));
    });
    assert_eq!(heading, [(item(2), What::Misdirected(Misdirected::Heading("i1".into())))]);
}

#[test]
fn who_waits_for_an_answer_that_nobody_gives_is_never_shown() {
    let found = after(|it| {
        it.parts[0].items[0].show_if = Some(Condition::Any(Vec::new()));
        it.parts[0].items[3].show_if = Some(Condition::answer("i1", Comparison::Given));
    });
    assert_eq!(found, [(item(1), What::NeverShown), (item(4), What::NeverShown)]);
}

#[test]
fn a_part_cannot_wait_for_its_own_questions() {
    let found = after(|it| it.parts[0].show_if = Some(Condition::answer("i1", Comparison::Given)));
    assert_eq!(found, [(Place::Part("p".into()), What::Misdirected(Misdirected::Later("i1".into())))]);
}

/// Whether some condition looks at its own item or a later one: by places alone, without walking.
fn looks_ahead(instrument: &Instrument) -> bool {
    let mut places: HashMap<&Code, usize> = HashMap::new();
    let mut conditions: Vec<(usize, &Condition)> = Vec::new();
    let mut place = 0;
    for part in &instrument.parts {
        conditions.extend(part.show_if.iter().map(|it| (place, it)));
        for item in &part.items {
            conditions.extend(item.show_if.iter().map(|it| (place, it)));
            places.insert(&item.code, place);
            place += 1;
        }
    }
    let aims = |(place, condition): &(usize, &Condition)| {
        condition.looks_at().iter().any(|(code, _)| places.get(code).is_some_and(|at| at >= place))
    };
    conditions.iter().any(aims)
}

proptest! {
    #[test]
    fn nothing_looks_ahead_unless_the_check_list_says_so(
        instrument in invented::instrument(),
        swaps in proptest::collection::vec(any::<(u8, u8)>(), 0..3),
    ) {
        let mut instrument = instrument;
        for (one, other) in swaps {
            let mut items: Vec<_> = instrument.items().cloned().collect();
            if items.is_empty() { break; }
            let (one, other) = (usize::from(one) % items.len(), usize::from(other) % items.len());
            items.swap(one, other);
            let mut items = items.into_iter();
            instrument.items_mut().for_each(|item| *item = items.next().unwrap());
        }
        let said = instrument.check().iter().any(|finding| {
            matches!(finding.what, What::Misdirected(Misdirected::Itself | Misdirected::Later(_)))
        });
        prop_assert_eq!(said, looks_ahead(&instrument));
    }

    #[test]
    fn invented_instruments_have_sound_codes_and_say_every_finding_once(instrument in invented::instrument()) {
        let findings = instrument.check();
        prop_assert!(findings.iter().all(|it| !matches!(it.what, What::CodeTwice(_) | What::CodeMalformed(_))));
        for (at, finding) in findings.iter().enumerate() {
            prop_assert!(!findings[at + 1..].contains(finding), "{:?}", finding);
        }
        let first_advice = findings.iter().position(|it| !it.stops()).unwrap_or(findings.len());
        prop_assert!(findings[first_advice..].iter().all(|it| !it.stops()));
        prop_assert_eq!(instrument.is_ready(), first_advice == 0);
    }
}
