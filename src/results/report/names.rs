//! What parts, items, choices and groups are called in a round, in one language.

use super::{saying::NOTHING, words::words};
use crate::{
    ids::StratumId,
    instruments::{Code, Instrument, Item, Polarity, Text},
    language::Language,
    papers::Paper,
    results::charts::naming,
};

pub struct Names<'it> {
    paper: &'it Paper,
    pub language: Language,
}

impl<'it> Names<'it> {
    pub const fn new(paper: &'it Paper, language: Language) -> Self {
        Self { paper, language }
    }

    const fn instrument(&self) -> &'it Instrument {
        &self.paper.instrument
    }

    pub fn part(&self, code: &Code) -> &'it str {
        naming::part_title(self.paper, code, self.language)
    }

    pub fn item(&self, code: &Code) -> Option<&'it Item> {
        self.instrument().item(code)
    }

    pub fn item_text(&self, code: &Code) -> &'it str {
        self.item(code).map_or("", |item| item.text.say(self.language))
    }

    /// What people know it by: `ข้อ 12`.
    pub fn number(&self, code: &Code) -> String {
        naming::number(self.paper, code, self.language)
    }

    /// `ข้อ 12 มีการเลือกปฏิบัติ`
    pub fn numbered(&self, code: &Code) -> String {
        format!("{} {}", self.number(code), self.item_text(code))
    }

    /// Nothing where the item itself is what is asked.
    pub fn sub_text(&self, item: &Code, sub: Option<&Code>) -> &'it str {
        let subs = self.item(item).and_then(Item::rated).map(|rated| rated.subs.as_slice()).unwrap_or_default();
        subs.iter().find(|one| Some(&one.code) == sub).map_or("", |one| one.text.say(self.language))
    }

    pub fn is_reversed(&self, item: &Code, sub: Option<&Code>) -> bool {
        let Some(rated) = self.item(item).and_then(Item::rated) else { return false };
        let of_sub = rated.subs.iter().find(|one| Some(&one.code) == sub).map(|one| one.polarity);
        of_sub.unwrap_or(rated.polarity) == Polarity::Reversed
    }

    /// With a remark where its words run the other way.
    pub fn marked(&self, text: String, is_reversed: bool) -> String {
        if is_reversed { format!("{text} ({})", words(self.language).reversed) } else { text }
    }

    /// What could be chosen, in the order of the page: levels of a scale, or choices.
    pub fn answers(&self, item: &Code) -> Vec<&'it Text> {
        let Some(item) = self.item(item) else { return Vec::new() };
        item.rated().map_or_else(
            || item.choices().iter().map(|choice| &choice.label).collect(),
            |rated| self.instrument().labels(rated).iter().collect(),
        )
    }

    pub fn group(&self, strata: &[StratumId]) -> String {
        let name = naming::group(self.paper, strata, self.language);
        if name.is_empty() { NOTHING.to_owned() } else { name }
    }
}
