//! Thirty questions on six levels, some of them the other way round, and answers to them.

use clearjai::{
    dice::Dice,
    instruments::{Asks, Instrument, Item, Part, Polarity, Rated, Scale, Text},
};

const PARTS: usize = 5;
const ITEMS: usize = 6;
const LEVELS: u64 = 6;

pub fn instrument() -> Instrument {
    let mut instrument = Instrument::new("load", Text::new("แบบวัด", "Survey"));
    let levels = (1..=LEVELS).map(|level| Text::new(format!("ระดับ {level}"), format!("Level {level}")));
    instrument.scales.push(Scale { code: "six".into(), levels: levels.collect() });
    instrument.parts = (1..=PARTS).map(part).collect();
    instrument
}

/// As the form sends them.
pub fn fields(dice: &mut Dice) -> Vec<(String, String)> {
    (1..=PARTS * ITEMS).map(|number| (format!("i{number}"), (1 + dice.below(LEVELS)).to_string())).collect()
}

fn part(number: usize) -> Part {
    let items = (1..=ITEMS).map(|item| self::item((number - 1) * ITEMS + item)).collect();
    Part {
        code: format!("p{number}").as_str().into(),
        title: Text::new(format!("ตัวชี้วัด {number}"), format!("Indicator {number}")),
        items,
        ..Part::default()
    }
}

fn item(number: usize) -> Item {
    let polarity = if number.is_multiple_of(7) { Polarity::Reversed } else { Polarity::Straight };
    let rated = Rated { scale: "six".into(), polarity, ..Rated::default() };
    Item::new(format!("i{number}").as_str(), Text::new(format!("ข้อ {number}"), format!("Question {number}")), Asks::Scale(rated))
}
