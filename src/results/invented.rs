//! Rounds made up for tests: out of constructed ballots, through the one door, as real ones are.

use jiff::civil::date;

use super::{
    Asked, Occasion, Released, Round, Tally, Target, disclose,
    figure::{Figure, Score},
};
use crate::{
    dice::Dice,
    ids::{StratumId, SurveyId},
    instruments::{Answer, Answers, Asks, Code, Instrument, Item, Part, Polarity, Question, Rated, Scale, Text},
    language::FiscalYear,
    papers::{Comments, Door, InBoth, OpeningKey, Paper, Release, Slips, Stratum},
};

pub const FIVE: [&str; 5] = ["การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต"];

/// Parts with these titles and these items, on so many levels.
pub fn instrument(parts: &[(&str, &[Polarity])], levels: usize) -> Instrument {
    let mut instrument = Instrument::new("invented", Text::new("แบบวัด", "Survey"));
    let levels = (1..=levels).map(|level| Text::new(format!("ระดับ {level}"), format!("Level {level}"))).collect();
    instrument.scales.push(Scale { code: Code::from("s"), levels });
    let mut number = 0;
    for (at, (title, polarities)) in parts.iter().enumerate() {
        let items = polarities.iter().map(|polarity| {
            number += 1;
            let rated = Rated { scale: Code::from("s"), polarity: *polarity, ..Rated::default() };
            Item::new(
                Code::new(format!("i{number}")),
                Text::new(format!("เรื่องที่ {number}"), format!("Matter {number}")),
                Asks::Scale(rated),
            )
        });
        let items = items.collect();
        instrument.parts.push(Part {
            code: Code::new(format!("p{}", at + 1)),
            title: Text::new(*title, format!("Part {}", at + 1)),
            items,
            ..Part::default()
        });
    }
    instrument
}

/// What each person chose, item by item; 0: nothing.
pub fn round(number: i32, instrument: Instrument, people: &[Vec<u16>]) -> Round {
    let mut dice = Dice::real();
    let stratum = StratumId::random(&mut dice);
    let (_, sealing_key) = OpeningKey::random(&mut dice);
    let roll = u32::try_from(people.len()).unwrap() + 4;
    let name = InBoth { th: "สำนักงาน".into(), en: "Office".into() };
    let paper = Paper {
        survey: SurveyId::random(&mut dice),
        title: name.clone(),
        opens: 0,
        closes: 1,
        grace_minutes: 10,
        k: 5,
        release: Release::AtClose,
        comments: Comments::Nowhere,
        door: Door::Roll,
        slips: Slips::Named,
        without_script: true,
        one_by_one: false,
        strata: vec![Stratum::new(stratum, name.clone(), roll, vec![1, 2, 3])],
        sealing_key,
        sizes: vec![1024],
        instrument,
    };
    let asked = Asked::all(&paper.instrument);
    let mut tally = Tally::new(&asked);
    for levels in people {
        let mut answers = Answers::default();
        let questions = paper.instrument.items().flat_map(Question::of);
        for (question, level) in questions.zip(levels).filter(|(_, level)| **level > 0) {
            answers.put(question, Answer::Level(*level));
        }
        tally.add(&paper.instrument, &asked, &answers);
    }
    let groups = if people.len() < 5 { vec![] } else { vec![disclose::Counted { strata: vec![stratum], tally }] };
    let figures = disclose::figures(&paper, Some(roll), &groups);
    let occasion = Occasion {
        survey: paper.survey,
        name,
        year: FiscalYear::new(2569).unwrap(),
        round: number,
        opened: date(2026, 1, 1),
        closed: date(2026, 1, 31),
        target: None,
        is_published: false,
        floor: Some(Score::whole(85)),
        wanted_sample: Some(10),
    };
    Round { occasion, released: Released { paper, figures } }
}

/// Five indicators that came to exactly these hundredths.
pub fn of_five(number: i32, hundredths: [i64; 5], target: Option<i64>) -> Round {
    let parts: Vec<(&str, &[Polarity])> = FIVE.iter().map(|title| (*title, &[Polarity::Straight][..])).collect();
    let mut round = round(number, instrument(&parts, 4), &vec![vec![4, 3, 2, 4, 3]; 46]);
    for (part, hundredths) in round.released.figures.parts.iter_mut().zip(hundredths) {
        part.figure = Figure::Exact(Score::from_hundredths(hundredths));
        part.items[0].figure = Some(part.figure.clone());
    }
    round.released.figures.overall = Figure::mean(round.released.figures.parts.iter().map(|part| &part.figure));
    round.occasion.target = target.map(|hundredths| Target { score: Score::from_hundredths(hundredths), is_to_be_passed: false });
    round
}
