//! What is wrong with an answer, as a sentence that says what to do.

use super::words;
use crate::{
    asking::{
        Fault, Wrong,
        fields::may_decline,
        numbers::{number_of, written},
    },
    instruments::{Asks, Instrument, Item},
    language::{Language, fill, th},
};

pub fn fault_in_words(instrument: &Instrument, language: Language, fault: &Fault) -> String {
    let number = number_of(instrument, &fault.question);
    let sentence = match language {
        Language::Thai => thai(&number, instrument.item(&fault.question.item), fault.wrong),
        Language::English => english(&number, instrument.item(&fault.question.item), fault.wrong),
    };
    match (instrument.item(&fault.question.item), fault.wrong) {
        (Some(item), Wrong::NotAnswered) => sentence + &or_else(item, language),
        _ => sentence,
    }
}

/// Over the list of faults, where all that is wrong is that answers are missing.
pub fn missing_title(language: Language, faults: &[Fault]) -> Option<String> {
    let all_missing = !faults.is_empty() && faults.iter().all(|fault| fault.wrong == Wrong::NotAnswered);
    all_missing.then(|| match (language, faults.len()) {
        (Language::Thai, count) => fill(th!("ยังไปต่อไม่ได้ ขาดคำตอบ {}_ข้อ"), &[&count]),
        (Language::English, 1) => "1 answer missing".to_owned(),
        (Language::English, count) => format!("{count} answers missing"),
    })
}

fn or_else(item: &Item, language: Language) -> String {
    let way_out = match item.asks {
        Asks::Ballot { blank: true, .. } => words(language).blank,
        _ if may_decline(item) => words(language).decline,
        _ => return String::new(),
    };
    match language {
        Language::Thai => fill(th!(" หรือเลือก “{}”"), &[&way_out]),
        Language::English => format!(", or “{way_out}”"),
    }
}

fn thai(number: &str, item: Option<&Item>, wrong: Wrong) -> String {
    match wrong {
        Wrong::NotAnswered => match item.map(|item| &item.asks) {
            Some(Asks::Number { .. }) => fill(th!("ใส่ตัวเลขในข้อ_{}"), &[&number]),
            Some(Asks::ShortText { .. } | Asks::LongText { .. }) => fill(th!("เขียนคำตอบข้อ_{}"), &[&number]),
            Some(Asks::Ranking { .. }) => fill(th!("เลือกให้ครบทุกอันดับในข้อ_{}"), &[&number]),
            Some(Asks::Ballot { .. }) => fill(th!("เลือกผู้สมัครในข้อ_{}"), &[&number]),
            _ => fill(th!("เลือกคำตอบข้อ_{}"), &[&number]),
        },
        Wrong::TooFew(least) => fill(th!("ข้อ_{} เลือกอย่างน้อย {}_ตัวเลือก"), &[&number, &least]),
        Wrong::TooMany(most) => fill(th!("ข้อ_{} เลือกได้ไม่เกิน {}_ตัวเลือก"), &[&number, &most]),
        Wrong::NotANumber => fill(th!("ข้อ_{} ใส่เป็นตัวเลข เช่น 12 หรือ_1,500"), &[&number]),
        Wrong::TooManyDecimals(0) => fill(th!("ข้อ_{} ใส่ตัวเลขที่ไม่มีทศนิยม"), &[&number]),
        Wrong::TooManyDecimals(most) => fill(th!("ข้อ_{} ใส่ทศนิยมไม่เกิน {}_ตำแหน่ง"), &[&number, &most]),
        Wrong::OutOfBounds { least, most } => {
            let bounds = (words(Language::Thai).number_bounds)(least.map(written).as_deref(), most.map(written).as_deref());
            fill(th!("ข้อ_{} {}"), &[&number, &bounds])
        }
        Wrong::TooLong(longest) => fill(th!("ข้อ_{} เขียนไม่เกิน {}_ตัวอักษร"), &[&number, &written_count(longest)]),
        Wrong::TwiceRanked => fill(th!("ข้อ_{} แต่ละตัวเลือกอยู่ได้อันดับเดียว"), &[&number]),
        Wrong::PlaceMissing => fill(th!("ข้อ_{} เลือกให้ครบทุกอันดับ"), &[&number]),
        Wrong::AnsweredAndDeclined => {
            fill(th!("ข้อ_{} ตอบ หรือเลือก “{}” อย่างใดอย่างหนึ่ง"), &[&number, &words(Language::Thai).decline])
        }
        Wrong::VotedAndBlank => fill(th!("ข้อ_{} เลือกผู้สมัคร หรือเลือก “{}” อย่างใดอย่างหนึ่ง"), &[&number, &words(Language::Thai).blank]),
        Wrong::NotOffered => fill(th!("ข้อ_{} ตอบอีกครั้งจากคำตอบที่มีให้"), &[&number]),
    }
}

fn english(number: &str, item: Option<&Item>, wrong: Wrong) -> String {
    match wrong {
        Wrong::NotAnswered => match item.map(|item| &item.asks) {
            Some(Asks::Number { .. }) => format!("Enter a number for question {number}"),
            Some(Asks::ShortText { .. } | Asks::LongText { .. }) => format!("Write an answer to question {number}"),
            Some(Asks::Ranking { .. }) => format!("Choose every place of question {number}"),
            Some(Asks::Ballot { .. }) => format!("Choose a candidate in question {number}"),
            _ => format!("Choose an answer to question {number}"),
        },
        Wrong::TooFew(least) => format!("Question {number}: choose at least {least}"),
        Wrong::TooMany(most) => format!("Question {number}: choose at most {most}"),
        Wrong::NotANumber => format!("Question {number}: enter a number, such as 12 or 1,500"),
        Wrong::TooManyDecimals(0) => format!("Question {number}: enter a number without decimals"),
        Wrong::TooManyDecimals(most) => format!("Question {number}: at most {most} decimal places"),
        Wrong::OutOfBounds { least, most } => {
            let bounds = (words(Language::English).number_bounds)(least.map(written).as_deref(), most.map(written).as_deref());
            format!("Question {number}: {}", bounds.replacen('A', "a", 1))
        }
        Wrong::TooLong(longest) => format!("Question {number}: at most {} characters", written_count(longest)),
        Wrong::TwiceRanked => format!("Question {number}: each choice can have one place only"),
        Wrong::PlaceMissing => format!("Question {number}: choose every place"),
        Wrong::AnsweredAndDeclined => {
            format!("Question {number}: answer it, or choose “{}”, not both", words(Language::English).decline)
        }
        Wrong::VotedAndBlank => {
            format!("Question {number}: choose candidates, or “{}”, not both", words(Language::English).blank)
        }
        Wrong::NotOffered => format!("Question {number}: choose again among what is offered"),
    }
}

fn written_count(count: u16) -> String {
    written(crate::instruments::Decimal::whole(count.into()))
}
