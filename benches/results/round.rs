//! One round of sixty units and thirty questions, and what its answers come to.

use clearjai::{
    dice::Dice,
    instruments::{Asks, Instrument, Item, Text},
    papers::{Comments, Door, InBoth, OpeningKey, Paper, Release, SIZES, Slips, Stratum},
    results::{
        Asked, Tally,
        disclose::{Counted, figures},
        figures::Figures,
    },
};

use super::{Outcome, instrument};

pub const UNITS: u32 = 60;

/// How many of a hundred chose each of six levels, somewhere.
const SHARES: [u32; 6] = [4, 8, 13, 31, 27, 17];

pub fn paper(year: u32, answers: u32, dice: &mut Dice) -> Paper {
    let (_, sealing_key) = OpeningKey::random(dice);
    let name = |number: u32| InBoth {
        th: format!("กองที่ {number} ฝ่ายปฏิบัติการ"), en: format!("Division {number}, operations")
    };
    let key = || [0; 294].to_vec();
    let closes = i64::from(year - 1970) * 31_556_952;
    Paper {
        survey: dice.id(),
        title: InBoth { th: "แบบวัด".to_owned(), en: "Survey".to_owned() },
        opens: closes - 14 * 86_400,
        closes,
        grace_minutes: 10,
        k: 5,
        release: Release::AtClose,
        comments: Comments::Department,
        door: Door::Roll,
        slips: Slips::Named,
        without_script: true,
        one_by_one: false,
        strata: (1..=UNITS).map(|number| Stratum::new(dice.id(), name(number), answers / UNITS + 20, key())).collect(),
        sealing_key,
        sizes: SIZES.to_vec(),
        instrument: questions(),
    }
}

/// With two to write an answer to.
fn questions() -> Instrument {
    let mut instrument = instrument::instrument();
    if let Some(part) = instrument.parts.last_mut() {
        part.items.extend(["c1", "c2"].map(|code| {
            let text = Text::new(format!("ความเห็นข้อ {code}"), format!("Comment {code}"));
            Item { required: false, ..Item::new(code, text, Asks::LongText { longest: 1_000 }) }
        }));
    }
    instrument
}

/// Every unit a little otherwise, and every question.
pub fn told(paper: &Paper, answers: u32) -> Outcome<Figures> {
    let asked = Asked::all(&paper.instrument);
    let group = |(number, stratum): (u32, &Stratum)| {
        let people = answers / UNITS + u32::from(number < answers % UNITS);
        Counted { strata: vec![stratum.id], tally: tally(&asked, number, people) }
    };
    let groups: Vec<_> = (0..).zip(&paper.strata).map(group).collect();
    let told = figures(paper, Some(answers + 20 * UNITS), &groups);
    if told.counted == answers { Ok(told) } else { Err("not all answers were counted".into()) }
}

fn tally(asked: &[Asked], unit: u32, people: u32) -> Tally {
    let mut tally = Tally::new(asked);
    (tally.ballots, tally.rated) = (people, people);
    for (at, count) in (0..).zip(&mut tally.counts) {
        let spread = |level: u32| people * SHARES.get(((level + unit + at) % 6) as usize).copied().unwrap_or_default() / 101;
        count.by_answer = (0..6).map(spread).collect();
        count.given = count.by_answer.iter().sum();
        count.silent = people - count.given;
    }
    tally.habits.looked_at = people;
    tally.habits.straight = people / 40;
    tally.habits.contrary.fill(people / 60);
    tally
}
