//! Where something stands in a questionnaire, as people number it.

use crate::{
    instruments::{Code, Instrument, check::Place},
    language::{Language, fill, th},
};

/// “ข้อ 2 ข้อย่อยที่ 1”: never by its code where it has a number.
pub fn place_in_words(language: Language, instrument: &Instrument, place: &Place) -> String {
    let item = |code: &Code| item_in_words(language, instrument, code);
    match (language, place) {
        (Language::Thai, Place::Instrument) => th!("แบบสอบถาม").to_owned(),
        (Language::English, Place::Instrument) => "The questionnaire".to_owned(),
        (Language::Thai, Place::Scale(code)) => fill(th!("มาตรวัด {}"), &[code]),
        (Language::English, Place::Scale(code)) => fill("Scale {}", &[code]),
        (_, Place::Part(code)) => {
            let number = 1 + instrument.parts.iter().position(|part| part.code == *code).unwrap_or(0);
            match language {
                Language::Thai => fill(th!("ตอนที่_{}"), &[&number]),
                Language::English => fill("Part {}", &[&number]),
            }
        }
        (_, Place::Item(code)) => item(code),
        (_, Place::Sub { item: code, sub }) => {
            let subs = instrument.item(code).and_then(|item| item.rated()).map_or(&[][..], |rated| &rated.subs);
            let number = 1 + subs.iter().position(|it| it.code == *sub).unwrap_or(0);
            match language {
                Language::Thai => fill(th!("{} ข้อย่อยที่_{}"), &[&item(code), &number]),
                Language::English => fill("{}, sub-question {}", &[&item(code), &number]),
            }
        }
        (_, Place::Choice { item: code, choice }) => {
            let choices = instrument.item(code).map_or(&[][..], |item| item.choices());
            let number = 1 + choices.iter().position(|it| it.code == *choice).unwrap_or(0);
            match language {
                Language::Thai => fill(th!("{} ตัวเลือกที่_{}"), &[&item(code), &number]),
                Language::English => fill("{}, choice {}", &[&item(code), &number]),
            }
        }
    }
}

/// An item that does not exist keeps its code, and a heading its words.
pub(super) fn item_in_words(language: Language, instrument: &Instrument, code: &Code) -> String {
    let found = instrument.numbered().find(|(_, item)| item.code == *code);
    match (language, found) {
        (Language::Thai, Some((Some(number), _))) => fill(th!("ข้อ_{}"), &[&number]),
        (Language::English, Some((Some(number), _))) => fill("Question {}", &[&number]),
        (Language::Thai, Some((None, item))) => fill(th!("หัวข้อ “{}”"), &[&item.text.say(language)]),
        (Language::English, Some((None, item))) => fill("The heading “{}”", &[&item.text.say(language)]),
        (_, None) => format!("“{code}”"),
    }
}
