//! What indicators, items and groups are called, and how figures and lists stand in a sentence.

use super::{Gap, Standing};
use crate::{
    ids::StratumId,
    instruments::{Code, Item},
    language::{Language, fill, th},
    papers::Paper,
    results::{
        charts::{naming, written},
        figure::Figure,
    },
};

pub struct Names<'it> {
    paper: &'it Paper,
    language: Language,
}

impl<'it> Names<'it> {
    pub const fn new(paper: &'it Paper, language: Language) -> Self {
        Self { paper, language }
    }

    pub fn part(&self, code: &Code) -> String {
        let title = self.paper.instrument.part(code).map_or("", |part| part.title.say(self.language));
        if title.is_empty() { code.to_string() } else { quoted(title) }
    }

    /// `ข้อ 12`
    pub fn number(&self, code: &Code) -> String {
        let number = self.paper.instrument.numbered().find(|(_, item)| item.code == *code).and_then(|(number, _)| number);
        let word = match self.language {
            Language::Thai => "ข้อ",
            Language::English => "question",
        };
        number.map_or_else(|| code.to_string(), |number| format!("{word}\u{A0}{number}"))
    }

    /// With what it asks.
    pub fn item(&self, code: &Code) -> String {
        let text = self.asked(code).map_or("", |item| item.text.say(self.language));
        format!("{} {}", self.number(code), quoted(text))
    }

    pub fn sub(&self, item: &Code, sub: &Code) -> String {
        let subs = self.asked(item).and_then(Item::rated).map_or(&[][..], |rated| &rated.subs);
        subs.iter().find(|it| it.code == *sub).map_or_else(|| sub.to_string(), |sub| quoted(sub.text.say(self.language)))
    }

    /// An item, or one of its sub-questions.
    pub fn question(&self, item: &Code, sub: Option<&Code>) -> String {
        match sub {
            Some(sub) => format!("{} {}", self.number(item), self.sub(item, sub)),
            None => self.item(item),
        }
    }

    pub fn group(&self, strata: &[StratumId]) -> String {
        naming::group(self.paper, strata, self.language)
    }

    pub fn parts<'row>(&self, codes: impl IntoIterator<Item = &'row Code>) -> String {
        self.list(&codes.into_iter().map(|code| self.part(code)).collect::<Vec<_>>())
    }

    pub fn numbers(&self, codes: &[Code]) -> String {
        self.list(&codes.iter().map(|code| self.number(code)).collect::<Vec<_>>())
    }

    /// Each with its figure.
    pub fn parts_with_figures(&self, rows: &[Standing]) -> String {
        self.list(&rows.iter().map(|row| format!("{} {}", self.part(&row.code), shown(&row.figure))).collect::<Vec<_>>())
    }

    pub fn items_with_gaps(&self, rows: &[Gap]) -> String {
        self.list(&rows.iter().map(|row| format!("{} ({})", self.number(&row.code), self.gap(row))).collect::<Vec<_>>())
    }

    /// `3.12`, or at least so much.
    pub fn gap(&self, row: &Gap) -> String {
        let gap = row.gap.shown(2);
        match (self.language, row.figure.exact()) {
            (_, Some(_)) => gap,
            (Language::Thai, None) => fill(th!("อย่างน้อย {}"), &[&gap]),
            (Language::English, None) => format!("at least {gap}"),
        }
    }

    pub fn list(&self, names: &[String]) -> String {
        let (and, between) = match self.language {
            Language::Thai => (" และ ", " "),
            Language::English => (" and ", ", "),
        };
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [rest @ .., last] => format!("{}{and}{last}", rest.join(between)),
        }
    }

    fn asked(&self, code: &Code) -> Option<&Item> {
        self.paper.instrument.item(code)
    }
}

/// `91.61`, or `80–100`; nothing where nothing is shown.
pub fn shown(figure: &Figure) -> String {
    match figure.bounds() {
        Some((least, most)) if least == most => least.shown(2),
        Some((least, most)) => written::range(least, most),
        None => "–".to_owned(),
    }
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}
