//! Instruments made up at random for tests: everything the model holds, in every combination.

use proptest::{collection::vec, option, prelude::*};

use super::{
    About, Asks, Assessment, Choice, Code, Comparison, Condition, Decimal, Election, Instrument, Item, Part, Polarity, Rated,
    Scale, Sub, Text, Tie,
};

/// Codes are well formed and stand once; conditions look back only; scales exist.
pub fn instrument() -> BoxedStrategy<Instrument> {
    let scales = vec((2_usize..=6).prop_flat_map(|levels| vec(full_text(), levels)), 1..3);
    (scales, (text(), text(), full_text()), option::of(prop_oneof![Just(Assessment::Iit), Just(Assessment::Eit)]))
        .prop_flat_map(|(scales, (lead, caution, title), assessment)| {
            let scales: Vec<_> =
                scales.into_iter().enumerate().map(|(at, levels)| Scale { code: Code::new(format!("s{at}")), levels }).collect();
            let counts: Vec<_> = scales.iter().map(|scale| scale.levels.len()).collect();
            vec((full_text(), text(), vec((item(counts), any::<(u8, u8)>()), 0..5), any::<(u8, u8)>()), 1..4).prop_map(
                move |parts| {
                    let mut instrument = Instrument {
                        lead: lead.clone(),
                        caution: caution.clone(),
                        assessment,
                        scales: scales.clone(),
                        ..Instrument::new("invented", title.clone())
                    };
                    let mut number = 0;
                    for (at, (title, lead, items, chance)) in parts.into_iter().enumerate() {
                        let code = Code::new(format!("d{at}"));
                        let show_if = condition(&instrument.items().cloned().collect::<Vec<_>>(), chance);
                        instrument.parts.push(Part { code, title, lead, show_if, items: Vec::new() });
                        for (mut item, chance) in items {
                            number += 1;
                            item.code = Code::new(format!("i{number}"));
                            item.show_if = condition(&instrument.items().cloned().collect::<Vec<_>>(), chance);
                            instrument.parts[at].items.push(item);
                        }
                    }
                    instrument
                },
            )
        })
        .boxed()
}

/// A condition on some item before, or none.
fn condition(before: &[Item], (which, how): (u8, u8)) -> Option<Condition> {
    let askable: Vec<_> = before.iter().filter(|item| !item.is_heading()).collect();
    let item = askable.get(usize::from(which) % (askable.len() * 2).max(1))?;
    let sub = item.rated().and_then(|rated| rated.subs.first()).map(|sub| sub.code.clone());
    let number = Decimal::whole(i32::from(how % 7));
    let is = match (&item.asks, how % 5) {
        (Asks::Scale(_) | Asks::Number { .. }, 0) => Comparison::AtLeast(number),
        (Asks::Scale(_) | Asks::Number { .. }, 1) => Comparison::AtMost(number),
        (Asks::Scale(_) | Asks::Number { .. }, 2) => Comparison::Over(number),
        (Asks::Scale(_) | Asks::Number { .. }, 3) => Comparison::Under(number),
        (Asks::Scale(_), _) => Comparison::Equal(Code::from("1")),
        (Asks::SingleChoice { choices } | Asks::MultipleChoice { choices, .. }, 0..=2) => {
            Comparison::Equal(choices[0].code.clone())
        }
        _ => Comparison::Given,
    };
    let one = Condition::Answer { of: item.code.clone(), sub, is };
    Some(match how % 6 {
        0 => Condition::Not(Box::new(one)),
        1 => Condition::All(vec![one.clone(), Condition::Not(Box::new(one))]),
        2 => Condition::Any(vec![one.clone(), Condition::All(vec![one.clone(), one])]),
        _ => one,
    })
}

fn item(levels: Vec<usize>) -> BoxedStrategy<Item> {
    let about = prop_oneof![
        4 => Just(None),
        1 => Just(Some(About::Category)),
        1 => Just(Some(About::Other)),
        1 => vec(1_u8..40, 1..4).prop_map(|from| Some(About::Service { from })),
    ];
    (full_text(), text(), text(), any::<(bool, bool)>(), about, asks(levels))
        .prop_map(|(text, key_phrase, help, (required, may_decline), about, asks)| Item {
            key_phrase,
            help,
            required,
            may_decline,
            about,
            ..Item::new("x", text, asks)
        })
        .boxed()
}

fn asks(levels: Vec<usize>) -> BoxedStrategy<Asks> {
    let some = || option::of(1_u16..4);
    let number = || {
        option::of((-999_999_i64..999_999).prop_map(|tenths| format!("{}.{}", tenths / 10, tenths.abs() % 10).parse().unwrap()))
    };
    prop_oneof![
        1 => Just(Asks::Heading),
        6 => rated(levels).prop_map(Asks::Scale),
        2 => choices().prop_map(|choices| Asks::SingleChoice { choices }),
        2 => (choices(), some(), some()).prop_map(|(choices, least, most)| Asks::MultipleChoice { choices, least, most }),
        2 => (number(), number(), 0_u8..=6, text()).prop_map(|(least, most, decimals, unit)| Asks::Number { least, most, decimals, unit }),
        1 => (1_u16..=4000).prop_map(|longest| Asks::ShortText { longest }),
        1 => (1_u16..=4000).prop_map(|longest| Asks::LongText { longest }),
        1 => (choices(), some()).prop_map(|(choices, top)| Asks::Ranking { choices, top }),
        1 => (choices(), 1_u16..4, any::<bool>(), option::of(election()))
            .prop_map(|(candidates, most, blank, election)| Asks::Ballot { candidates, most, blank, election }),
    ]
    .boxed()
}

fn election() -> impl Strategy<Value = Election> {
    (1_u16..3, proptest::sample::select(Tie::ALL.to_vec())).prop_map(|(seats, tie)| Election { seats, tie })
}

fn rated(levels: Vec<usize>) -> BoxedStrategy<Rated> {
    (0..levels.len())
        .prop_flat_map(move |scale| {
            let levels = levels[scale];
            let per_level = move || prop_oneof![Just(Vec::new()), vec(full_text(), levels)];
            let sub = (full_text(), polarity(), per_level());
            (per_level(), polarity(), per_level(), vec(sub, 0..4)).prop_map(move |(labels, polarity, meanings, subs)| Rated {
                scale: Code::new(format!("s{scale}")),
                labels,
                polarity,
                meanings,
                subs: subs
                    .into_iter()
                    .enumerate()
                    .map(|(at, (text, polarity, meanings))| Sub { code: Code::new(format!("q{at}")), text, polarity, meanings })
                    .collect(),
            })
        })
        .boxed()
}

fn polarity() -> impl Strategy<Value = Polarity> {
    prop_oneof![Just(Polarity::Straight), Just(Polarity::Reversed), Just(Polarity::Unset)]
}

fn choices() -> BoxedStrategy<Vec<Choice>> {
    vec((full_text(), text()), 1..5)
        .prop_map(|choices| {
            choices
                .into_iter()
                .enumerate()
                .map(|(at, (label, line))| Choice { code: Code::new(format!("c{at}")), label, line })
                .collect()
        })
        .boxed()
}

/// Often empty in one language or both.
fn text() -> BoxedStrategy<Text> {
    prop_oneof![
        Just(Text::default()),
        full_text(),
        words().prop_map(|th| Text::new(th, "")),
        words().prop_map(|en| Text::new("", en))
    ]
    .boxed()
}

fn full_text() -> BoxedStrategy<Text> {
    (words(), words()).prop_map(|(th, en)| Text::new(th, en)).boxed()
}

/// One line, with what makes trouble in spreadsheets and markup.
fn words() -> BoxedStrategy<String> {
    prop_oneof![
        6 => "[ก-ฮa-zA-Z0-9๐-๙=+@,;\"'<&>{}$]{1,12}( [ก-ฮa-z0-9]{1,8}){0,3}",
        1 => Just("=1+1".to_owned()),
        1 => Just("-5".to_owned()),
        1 => Just("'quoted".to_owned()),
        1 => Just("${i1} > 3".to_owned()),
    ]
    .boxed()
}
