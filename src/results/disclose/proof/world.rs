//! Small surveys for proofs: papers, people with answers, and what is let out of them.

use crate::{
    dice::Dice,
    instruments::{Answer, Answers, Asks, Choice, Code, Instrument, Item, Part, Polarity, Question, Rated, Scale, Sub, Text},
    papers::{Comments, Door, InBoth, OpeningKey, Paper, Release, Slips, Stratum},
    results::{
        disclose::{Counted, figures},
        figures::Figures,
        questions::Asked,
        tally::Tally,
    },
};

/// One who handed in: in which group, and what they said.
pub type Person = (usize, Answers);

pub fn rated(code: &str, levels: usize, polarity: Polarity) -> Item {
    Item::new(code, Text::default(), Asks::Scale(Rated { scale: Code::new(format!("s{levels}")), polarity, ..Rated::default() }))
}

pub fn straight(code: &str, levels: usize) -> Item {
    rated(code, levels, Polarity::Straight)
}

/// An item of sub-questions, each in a direction of its own.
pub fn of_subs(code: &str, levels: usize, subs: &[(&str, Polarity)]) -> Item {
    let subs = subs.iter().map(|(code, polarity)| Sub { code: Code::from(*code), polarity: *polarity, ..Sub::default() });
    let scale = Code::new(format!("s{levels}"));
    Item::new(code, Text::default(), Asks::Scale(Rated { scale, subs: subs.collect(), ..Rated::default() }))
}

pub fn choices(codes: &[&str]) -> Vec<Choice> {
    codes.iter().map(|code| Choice { code: Code::from(*code), ..Choice::default() }).collect()
}

/// One part for each list of items; scales of two to eleven levels are there.
pub fn instrument(parts: Vec<Vec<Item>>) -> Instrument {
    let mut instrument = Instrument::new("proof", Text::default());
    for levels in 2..=11 {
        instrument.scales.push(Scale { code: Code::new(format!("s{levels}")), levels: vec![Text::default(); levels] });
    }
    for (number, items) in (1..).zip(parts) {
        instrument.parts.push(Part { code: Code::new(format!("d{number}")), items, ..Part::default() });
    }
    instrument
}

pub fn paper(k: u32, strata: usize, instrument: Instrument) -> Paper {
    let mut dice = Dice::loaded(7);
    let name = || InBoth { th: "กอง".to_owned(), en: "Division".to_owned() };
    Paper {
        survey: dice.id(),
        title: name(),
        opens: 0,
        closes: 1,
        grace_minutes: 0,
        k,
        release: Release::AtClose,
        comments: Comments::Department,
        door: Door::Roll,
        slips: Slips::Named,
        without_script: true,
        one_by_one: false,
        strata: (0..strata).map(|_| Stratum::new(dice.id(), name(), 40, vec![0])).collect(),
        sealing_key: OpeningKey::random(&mut dice).1,
        sizes: vec![1024],
        instrument,
    }
}

pub fn question(code: &str) -> Question {
    let (item, sub) = code.split_once('.').map_or((code, None), |(item, sub)| (item, Some(Code::from(sub))));
    Question { item: Code::from(item), sub }
}

pub fn said(answers: &[(&str, Answer)]) -> Answers {
    let mut said = Answers::default();
    for (code, answer) in answers {
        said.put(question(code), answer.clone());
    }
    said
}

/// Levels of some questions; 0 is no answer.
pub fn levels(of: &[(&str, u16)]) -> Answers {
    let answers: Vec<_> = of.iter().filter(|(_, level)| *level > 0).map(|(code, level)| (*code, Answer::Level(*level))).collect();
    said(&answers)
}

/// Every stratum is a group of its own.
pub fn counted(paper: &Paper, people: &[Person]) -> Vec<Counted> {
    let asked = Asked::all(&paper.instrument);
    let mut groups: Vec<Counted> =
        paper.strata.iter().map(|stratum| Counted { strata: vec![stratum.id], tally: Tally::new(&asked) }).collect();
    for (group, answers) in people {
        groups[*group].tally.add(&paper.instrument, &asked, answers);
    }
    groups
}

pub fn told(paper: &Paper, people: &[Person]) -> Figures {
    figures(paper, Some(100), &counted(paper, people))
}
