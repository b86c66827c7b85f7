//! Answers as a few bytes: how they lie in the urn once they are opened. Texts are not among them; those
//! lie apart.
//!
//! A byte for the form, then one number for every question in order, texts left out: 0 for nothing, 1 for
//! declined, a level `n` as `n + 1`, the choice at place `i` as `i + 2`; several as their count and 2, then
//! their places; a number as the length of its digits and 2, then the digits. Every answer has one way of
//! being written, and whatever else is read is refused. Does not know whether an answer was allowed.

use std::collections::{BTreeSet, HashMap};

use super::{Answer, Answers, Asks, Code, Decimal, Instrument, Item, Question};

const FORM: u8 = 1;
const NOTHING: u32 = 0;
const DECLINED: u32 = 1;
const FIRST: u32 = 2;

/// The questions of an instrument in the order in which their answers are written.
#[derive(Debug)]
pub struct Compact {
    places: Vec<Place>,
}

#[derive(Debug)]
struct Place {
    question: Question,
    shape: Shape,
}

#[derive(Debug)]
enum Shape {
    Level(u32),
    Choice(Codes),
    Choices(Codes),
    Votes(Codes),
    Ranking(Codes),
    Number,
}

#[derive(Debug)]
struct Codes {
    all: Vec<Code>,
    places: HashMap<Code, u32>,
}

/// These are no answers to this instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these are no answers to this instrument")]
pub struct NotCompact;

impl Compact {
    pub fn of(instrument: &Instrument) -> Self {
        let items = instrument.items();
        let places = items.flat_map(|item| {
            Question::of(item).into_iter().filter_map(|question| Some(Place { question, shape: Shape::of(instrument, item)? }))
        });
        Self { places: places.collect() }
    }

    pub fn write(&self, answers: &Answers) -> Result<Vec<u8>, NotCompact> {
        let mut bytes = vec![FORM];
        for Place { question, shape } in &self.places {
            match answers.get(question) {
                None => put(&mut bytes, NOTHING),
                Some(Answer::Declined) => put(&mut bytes, DECLINED),
                Some(answer) => shape.write(answer, &mut bytes)?,
            }
        }
        Ok(bytes)
    }

    pub fn read(&self, bytes: &[u8]) -> Result<Answers, NotCompact> {
        let mut rest = bytes.strip_prefix(&[FORM]).ok_or(NotCompact)?;
        let mut answers = Answers::default();
        for Place { question, shape } in &self.places {
            let answer = match take(&mut rest)? {
                NOTHING => continue,
                DECLINED => Answer::Declined,
                number => shape.read(number - FIRST, &mut rest)?,
            };
            answers.put(question.clone(), answer);
        }
        if rest.is_empty() { Ok(answers) } else { Err(NotCompact) }
    }
}

impl Shape {
    /// None: nothing of it is written here.
    fn of(instrument: &Instrument, item: &Item) -> Option<Self> {
        let codes = || Codes::of(item);
        Some(match &item.asks {
            Asks::Heading | Asks::ShortText { .. } | Asks::LongText { .. } => return None,
            Asks::Scale(rated) => Self::Level(instrument.labels(rated).len().try_into().unwrap_or(u32::MAX)),
            Asks::SingleChoice { .. } => Self::Choice(codes()),
            Asks::MultipleChoice { .. } => Self::Choices(codes()),
            Asks::Ballot { .. } => Self::Votes(codes()),
            Asks::Ranking { .. } => Self::Ranking(codes()),
            Asks::Number { .. } => Self::Number,
        })
    }

    fn write(&self, answer: &Answer, bytes: &mut Vec<u8>) -> Result<(), NotCompact> {
        match (self, answer) {
            (Self::Level(levels), Answer::Level(level)) if (1..=*levels).contains(&u32::from(*level)) => {
                put(bytes, u32::from(*level) - 1 + FIRST);
                Ok(())
            }
            (Self::Choice(codes), Answer::Choice(code)) => {
                put(bytes, codes.place(code)? + FIRST);
                Ok(())
            }
            (Self::Choices(codes), Answer::Choices(chosen)) | (Self::Votes(codes), Answer::Votes(chosen)) => {
                let mut places = chosen.iter().map(|code| codes.place(code)).collect::<Result<Vec<_>, _>>()?;
                places.sort_unstable();
                put_all(bytes, &places)
            }
            (Self::Ranking(codes), Answer::Ranking(ranked)) => {
                let places = ranked.iter().map(|code| codes.place(code)).collect::<Result<Vec<_>, _>>()?;
                if has_twice(&places) { Err(NotCompact) } else { put_all(bytes, &places) }
            }
            (Self::Number, Answer::Number(number)) => {
                let digits = number.to_string();
                put(bytes, u32::try_from(digits.len()).map_err(|_| NotCompact)? + FIRST);
                bytes.extend_from_slice(digits.as_bytes());
                Ok(())
            }
            _ => Err(NotCompact),
        }
    }

    /// `number` is what was written, less what stands for nothing and for declined.
    fn read(&self, number: u32, rest: &mut &[u8]) -> Result<Answer, NotCompact> {
        Ok(match self {
            Self::Level(levels) if number < *levels => Answer::Level(u16::try_from(number + 1).map_err(|_| NotCompact)?),
            Self::Level(_) => return Err(NotCompact),
            Self::Choice(codes) => Answer::Choice(codes.code(number)?),
            Self::Choices(codes) => Answer::Choices(codes.set(number, rest)?),
            Self::Votes(codes) => Answer::Votes(codes.set(number, rest)?),
            Self::Ranking(codes) => {
                let places = codes.several(number, rest)?;
                if has_twice(&places) {
                    return Err(NotCompact);
                }
                Answer::Ranking(places.into_iter().map(|place| codes.code(place)).collect::<Result<_, _>>()?)
            }
            Self::Number => Answer::Number(decimal(number, rest)?),
        })
    }
}

impl Codes {
    fn of(item: &Item) -> Self {
        let all: Vec<Code> = item.choices().iter().map(|choice| choice.code.clone()).collect();
        Self { places: all.iter().cloned().zip(0..).collect(), all }
    }

    fn place(&self, code: &Code) -> Result<u32, NotCompact> {
        self.places.get(code).copied().ok_or(NotCompact)
    }

    fn code(&self, place: u32) -> Result<Code, NotCompact> {
        usize::try_from(place).ok().and_then(|place| self.all.get(place)).cloned().ok_or(NotCompact)
    }

    fn several(&self, count: u32, rest: &mut &[u8]) -> Result<Vec<u32>, NotCompact> {
        // Nothing is reserved for more than there can be.
        if usize::try_from(count).map_err(|_| NotCompact)? > self.all.len() {
            return Err(NotCompact);
        }
        (0..count).map(|_| take(rest)).collect()
    }

    /// In the order in which they are offered.
    fn set(&self, count: u32, rest: &mut &[u8]) -> Result<BTreeSet<Code>, NotCompact> {
        let places = self.several(count, rest)?;
        if !places.is_sorted_by(|one, next| one < next) {
            return Err(NotCompact);
        }
        places.into_iter().map(|place| self.code(place)).collect()
    }
}

fn decimal(length: u32, rest: &mut &[u8]) -> Result<Decimal, NotCompact> {
    let length = usize::try_from(length).map_err(|_| NotCompact)?;
    let (digits, behind) = rest.split_at_checked(length).ok_or(NotCompact)?;
    *rest = behind;
    let digits = str::from_utf8(digits).map_err(|_| NotCompact)?;
    let number: Decimal = digits.parse().map_err(|_| NotCompact)?;
    if number.to_string() == digits { Ok(number) } else { Err(NotCompact) }
}

fn has_twice(places: &[u32]) -> bool {
    places.iter().collect::<BTreeSet<_>>().len() < places.len()
}

fn put_all(bytes: &mut Vec<u8>, places: &[u32]) -> Result<(), NotCompact> {
    put(bytes, u32::try_from(places.len()).map_err(|_| NotCompact)? + FIRST);
    for place in places {
        put(bytes, *place);
    }
    Ok(())
}

/// Seven bits to the byte, the lowest first; the eighth says that more follow.
fn put(bytes: &mut Vec<u8>, mut number: u32) {
    loop {
        let [low, ..] = (number & 0x7f).to_le_bytes();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

/// No number of ours has more than three bytes, and none ends in a byte that says nothing.
fn take(rest: &mut &[u8]) -> Result<u32, NotCompact> {
    let mut number = 0;
    for shift in [0, 7, 14] {
        let (byte, behind) = rest.split_first().ok_or(NotCompact)?;
        *rest = behind;
        number |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return if *byte == 0 && shift > 0 { Err(NotCompact) } else { Ok(number) };
        }
    }
    Err(NotCompact)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        dice::Dice,
        instruments::{Choice, Rated, Scale, Text, invented},
    };

    /// Something to every question that chance wants answered.
    fn answered(instrument: &Instrument, dice: &mut Dice) -> Answers {
        let mut answers = Answers::default();
        for item in instrument.items() {
            for question in Question::of(item) {
                if let Some(answer) = answer(instrument, item, dice) {
                    answers.put(question, answer);
                }
            }
        }
        answers
    }

    fn answer(instrument: &Instrument, item: &Item, dice: &mut Dice) -> Option<Answer> {
        let chance = dice.below(6);
        if chance < 2 {
            return (chance == 1).then_some(Answer::Declined);
        }
        let mut codes: Vec<Code> = item.choices().iter().map(|choice| choice.code.clone()).collect();
        dice.shuffle(&mut codes);
        let some = codes.iter().take(usize::try_from(dice.below(5)).unwrap()).cloned();
        Some(match &item.asks {
            Asks::Heading => return None,
            Asks::Scale(rated) => {
                let levels = instrument.labels(rated).len() as u64;
                Answer::Level(u16::try_from(1 + dice.below(levels)).unwrap())
            }
            Asks::SingleChoice { .. } => Answer::Choice(codes[0].clone()),
            Asks::MultipleChoice { .. } => Answer::Choices(some.collect()),
            Asks::Ballot { .. } => Answer::Votes(some.collect()),
            Asks::Ranking { .. } => Answer::Ranking(some.collect()),
            Asks::Number { .. } => Answer::Number(format!("{}.{}", dice.below(3_000), dice.digits(3)).parse().unwrap()),
            Asks::ShortText { .. } | Asks::LongText { .. } => Answer::Text("ดี".to_owned()),
        })
    }

    fn without_texts(instrument: &Instrument, answers: &Answers) -> Answers {
        let is_typed = |question: &Question| {
            let item = instrument.item(&question.item).unwrap();
            matches!(item.asks, Asks::ShortText { .. } | Asks::LongText { .. })
        };
        let mut kept = Answers::default();
        for (question, answer) in answers.iter().filter(|(question, _)| !is_typed(question)) {
            kept.put(question.clone(), answer.clone());
        }
        kept
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back_but_for_texts(instrument in invented::instrument(), seed: u64) {
            let (compact, dice) = (Compact::of(&instrument), &mut Dice::loaded(seed));
            for _ in 0..8 {
                let answers = answered(&instrument, dice);
                let bytes = compact.write(&answers).unwrap();
                prop_assert_eq!(compact.read(&bytes).unwrap(), without_texts(&instrument, &answers));
            }
        }

        #[test]
        fn what_can_be_read_was_written_so(instrument in invented::instrument(), seed: u64, at: usize, other: u8) {
            let compact = Compact::of(&instrument);
            let mut bytes = compact.write(&answered(&instrument, &mut Dice::loaded(seed))).unwrap();
            let at = at % bytes.len();
            bytes[at] = other;
            if let Ok(answers) = compact.read(&bytes) {
                prop_assert_eq!(compact.write(&answers).unwrap(), bytes);
            }
        }
    }

    fn of_every_shape() -> Instrument {
        let choices = || ["a", "b", "c"].map(|code| Choice { code: Code::from(code), ..Choice::default() }).to_vec();
        let mut instrument = Instrument::new("all", Text::default());
        instrument.scales.push(Scale { code: Code::from("s"), levels: vec![Text::default(); 4] });
        let asks = [
            Asks::Scale(Rated { scale: Code::from("s"), ..Rated::default() }),
            Asks::SingleChoice { choices: choices() },
            Asks::MultipleChoice { choices: choices(), least: None, most: None },
            Asks::Ballot { candidates: choices(), most: 1, blank: true, election: None },
            Asks::Ranking { choices: choices(), top: None },
            Asks::Number { least: None, most: None, decimals: 1, unit: Text::default() },
            Asks::LongText { longest: 100 },
        ];
        let items = (1..).zip(asks).map(|(number, asks)| Item::new(Code::new(format!("i{number}")), Text::default(), asks));
        instrument.parts.push(crate::instruments::Part { items: items.collect(), ..Default::default() });
        instrument
    }

    #[test]
    fn the_form_is_the_one_described() {
        let (instrument, mut answers) = (of_every_shape(), Answers::default());
        let question = |code: &str| Question { item: Code::from(code), sub: None };
        answers.put(question("i1"), Answer::Level(4));
        answers.put(question("i2"), Answer::Choice(Code::from("c")));
        answers.put(question("i3"), Answer::Choices(["a", "c"].map(Code::from).into()));
        answers.put(question("i4"), Answer::Votes(BTreeSet::new()));
        answers.put(question("i5"), Answer::Ranking(["b", "a"].map(Code::from).into()));
        answers.put(question("i6"), Answer::Number("1.5".parse().unwrap()));
        answers.put(question("i7"), Answer::Text("lost here".to_owned()));
        let bytes = Compact::of(&instrument).write(&answers).unwrap();
        assert_eq!(bytes, [&[1, 5, 4, 4, 0, 2, 2, 4, 1, 0, 5][..], b"1.5"].concat());
    }

    #[test]
    fn anything_else_is_refused() {
        let compact = Compact::of(&of_every_shape());
        let good = [1, 0, 0, 0, 0, 0, 0];
        assert!(compact.read(&good).unwrap().is_empty());
        let bad: [&[u8]; 14] = [
            &[],
            &[2, 0, 0, 0, 0, 0, 0],
            &good[..6],
            &[1, 0, 0, 0, 0, 0, 0, 0],
            &[1, 6, 0, 0, 0, 0, 0],
            &[1, 0x80, 0, 0, 0, 0, 0, 0],
            &[1, 0, 5, 0, 0, 0, 0],
            &[1, 0, 0, 4, 1, 0, 0, 0, 0],
            &[1, 0, 0, 4, 1, 1, 0, 0, 0],
            &[1, 0, 0, 3, 3, 0, 0, 0],
            &[1, 0, 0, 0xff, 0xff, 0x7f, 0, 0, 0],
            &[1, 0, 0, 0, 0, 4, 1, 1, 0],
            &[1, 0, 0, 0, 0, 0, 4, b'0', b'7'],
            &[1, 0, 0, 0, 0, 0, 3, 0xff],
        ];
        for bytes in bad {
            assert_eq!(compact.read(bytes), Err(NotCompact), "{bytes:?}");
        }
        let mut answers = Answers::default();
        answers.put(Question { item: Code::from("i1"), sub: None }, Answer::Choice(Code::from("a")));
        assert_eq!(compact.write(&answers), Err(NotCompact));
    }
}
