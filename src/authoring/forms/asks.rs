//! What an item asks, kind by kind: put into a form, and read from it.

use super::{
    Typed,
    rows::{polarity_as_str, read_choices, read_levels, read_polarity, read_subs, set_choices, set_levels, set_subs},
    scale_of,
};
use crate::{
    authoring::kind::Kind,
    instruments::{Asks, Code, Decimal, Election, Instrument, Rated, Scale, Tie, limits},
    language::Language,
    web::Faults,
};

use super::super::words::forms::words;

pub fn set_asks(typed: &mut Typed, asks: &Asks) {
    let number = |number: &Option<u16>| number.map(|number| number.to_string()).unwrap_or_default();
    let decimal = |number: &Option<Decimal>| number.map(|number| number.to_string()).unwrap_or_default();
    match asks {
        Asks::Heading => {}
        Asks::Scale(rated) => {
            typed.set("scale", &rated.scale);
            typed.set("polarity", polarity_as_str(rated.polarity));
            set_levels(typed, "label", &rated.labels);
            set_levels(typed, "meaning", &rated.meanings);
            set_subs(typed, &rated.subs);
        }
        Asks::SingleChoice { choices } => set_choices(typed, choices),
        Asks::MultipleChoice { choices, least, most } => {
            set_choices(typed, choices);
            typed.set("least", number(least));
            typed.set("most", number(most));
        }
        Asks::Number { least, most, decimals, unit } => {
            typed.set("least", decimal(least));
            typed.set("most", decimal(most));
            typed.set("decimals", decimals);
            typed.set_text("unit", unit);
        }
        Asks::ShortText { longest } | Asks::LongText { longest } => typed.set("longest", longest),
        Asks::Ranking { choices, top } => {
            set_choices(typed, choices);
            typed.set("top", number(top));
        }
        Asks::Ballot { candidates, most, blank, election } => {
            set_choices(typed, candidates);
            typed.set("most", most);
            typed.tick("blank", *blank);
            if let Some(Election { seats, tie }) = election {
                typed.set("tie", tie.code());
                typed.set("seats", seats);
            }
        }
    }
}

/// What was read beside the kind itself.
#[derive(Default)]
pub struct Beside {
    /// A scale that the instrument has not got yet.
    pub scale: Option<Scale>,
    /// Codes of choices or sub-questions that changed.
    pub moved: Vec<(Code, Code)>,
}

pub fn read_asks(typed: &Typed, kind: Kind, instrument: &Instrument, language: Language, faults: &mut Faults) -> (Asks, Beside) {
    let count = (1, u16::try_from(limits::CHOICES).unwrap_or(u16::MAX));
    let mut beside = Beside::default();
    let mut choices = |faults: &mut Faults| {
        let (choices, codes) = read_choices(typed, language, faults);
        beside.moved = codes.moved;
        choices
    };
    let asks = match kind {
        Kind::Heading => Asks::Heading,
        Kind::Scale | Kind::YesNo => return read_rated(typed, instrument, language, faults),
        Kind::SingleChoice => Asks::SingleChoice { choices: choices(faults) },
        Kind::MultipleChoice => {
            let choices = choices(faults);
            let least = typed.number("least", count, language, faults);
            Asks::MultipleChoice { choices, least, most: typed.number("most", count, language, faults) }
        }
        Kind::Number => {
            let least = decimal(typed, "least", language, faults);
            let most = decimal(typed, "most", language, faults);
            let decimals = typed.number("decimals", (0, Decimal::DECIMALS.into()), language, faults).unwrap_or(0);
            let decimals = u8::try_from(decimals).unwrap_or(Decimal::DECIMALS);
            Asks::Number { least, most, decimals, unit: typed.text("unit", language, faults) }
        }
        Kind::ShortText => Asks::ShortText { longest: longest(typed, 200, language, faults) },
        Kind::LongText => Asks::LongText { longest: longest(typed, 1_000, language, faults) },
        Kind::Ranking => {
            let choices = choices(faults);
            Asks::Ranking { choices, top: typed.number("top", count, language, faults) }
        }
        Kind::Ballot => {
            let candidates = choices(faults);
            let most = typed.number("most", count, language, faults).unwrap_or(1);
            let seats = typed.number("seats", count, language, faults).unwrap_or(1);
            let election = Tie::from_code(typed.get("tie")).map(|tie| Election { seats, tie });
            Asks::Ballot { candidates, most, blank: typed.is_ticked("blank"), election }
        }
    };
    (asks, beside)
}

fn read_rated(typed: &Typed, instrument: &Instrument, language: Language, faults: &mut Faults) -> (Asks, Beside) {
    let chosen = scale_of(instrument, typed.get("scale"));
    if chosen.is_none() {
        faults.add("scale", words(language).scale_missing);
    }
    let levels = chosen.as_ref().map_or(0, |(scale, _)| scale.levels.len());
    let labels = read_levels(typed, "label", levels, language, faults);
    let meanings = read_levels(typed, "meaning", levels, language, faults);
    let (subs, codes) = read_subs(typed, levels, language, faults);
    let rated = Rated {
        scale: chosen.as_ref().map(|(scale, _)| scale.code.clone()).unwrap_or_default(),
        labels,
        polarity: read_polarity(typed.get("polarity")),
        meanings,
        subs,
    };
    let scale = chosen.and_then(|(scale, is_new)| is_new.then_some(scale));
    (Asks::Scale(rated), Beside { scale, moved: codes.moved })
}

fn longest(typed: &Typed, usual: u16, language: Language, faults: &mut Faults) -> u16 {
    typed.number("longest", (1, limits::ANSWER), language, faults).unwrap_or(usual)
}

fn decimal(typed: &Typed, name: &'static str, language: Language, faults: &mut Faults) -> Option<Decimal> {
    let text = typed.get(name);
    if text.is_empty() {
        return None;
    }
    faults.take(name, text.parse().map_err(|_| words(language).decimal_wrong))
}
