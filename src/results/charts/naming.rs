//! What parts, items, groups and rounds are called beside their figures. Texts come from the paper.

use crate::{
    ids::StratumId,
    instruments::{Code, Item},
    language::{Language, fill},
    papers::Paper,
    results::{Occasion, words::charts::words},
};

/// `4. การใช้ทรัพย์สินของราชการ`, numbered where there are several.
pub fn part(paper: &Paper, code: &Code, language: Language) -> String {
    let parts = &paper.instrument.parts;
    let title = part_title(paper, code, language);
    match parts.iter().position(|part| part.code == *code) {
        Some(at) if parts.len() > 1 => format!("{}.\u{A0}{title}", at + 1),
        _ => title.to_owned(),
    }
}

pub fn part_title<'paper>(paper: &'paper Paper, code: &Code, language: Language) -> &'paper str {
    paper.instrument.part(code).map_or("", |part| part.title.say(language))
}

/// `ข้อ 12`
pub fn number(paper: &Paper, code: &Code, language: Language) -> String {
    let number = paper.instrument.numbered().find(|(_, item)| item.code == *code).and_then(|(number, _)| number);
    number.map_or_else(String::new, |number| fill(words(language).item, &[&number]))
}

/// `ข้อ 12 มีผู้นำทรัพย์สินของราชการไปใช้ส่วนตัว`
pub fn item(paper: &Paper, code: &Code, language: Language) -> String {
    let text = paper.instrument.item(code).map_or("", |item| item.text.say(language));
    format!("{} {text}", number(paper, code, language))
}

/// The same of a sub-question: `ข้อ 3 (2) …`.
pub fn question(paper: &Paper, code: &Code, sub: Option<&Code>, language: Language) -> String {
    let subs = paper.instrument.item(code).and_then(Item::rated).map_or(&[][..], |rated| &rated.subs);
    let found = subs.iter().enumerate().find(|(_, one)| Some(&one.code) == sub);
    found.map_or_else(
        || item(paper, code, language),
        |(at, sub)| format!("{}\u{A0}({}) {}", number(paper, code, language), at + 1, sub.text.say(language)),
    )
}

/// A group is called by everything that is merged in it.
pub fn group(paper: &Paper, strata: &[StratumId], language: Language) -> String {
    let names: Vec<&str> = strata.iter().filter_map(|id| paper.stratum(*id)).map(|it| it.name.say(language)).collect();
    names.join(words(language).joint)
}

/// `2/2569`
pub fn round(occasion: &Occasion, language: Language) -> String {
    fill(words(language).round, &[&occasion.place()])
}
