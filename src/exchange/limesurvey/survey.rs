//! What stands in the tables: texts by their languages, whether they stand inline, as in older versions, or
//! in tables of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    document::{Document, Row},
    plain::plain,
};
use crate::{
    exchange::{Loss, LossKind, Place},
    instruments::{Text, limits},
    language::Language,
};

/// The languages of a survey, and which of them is taken for which of ours.
pub(super) struct Languages {
    taken: Vec<(String, Language)>,
}

/// Texts of one field, by the number of what they belong to and the language.
pub(super) type Texts<'it> = BTreeMap<(&'it str, &'it str), &'it str>;

pub(super) fn field<'it>(row: &'it Row, name: &str) -> &'it str {
    row.get(name).map_or("", |text| text.trim())
}

impl Languages {
    /// Thai and English; where a survey has neither, its base language, which is taken for Thai.
    pub(super) fn of(document: &Document, losses: &mut Vec<Loss>) -> Self {
        let base = document.table("surveys").first().map(|row| field(row, "language")).unwrap_or_default();
        let mut all: Vec<String> = document.languages.clone();
        if !base.is_empty() && !all.iter().any(|name| name == base) {
            all.insert(0, base.to_owned());
        }
        let ours = |name: &str| Language::from_code(name.split(['-', '_']).next().unwrap_or(name));
        let mut taken: Vec<(String, Language)> = Vec::new();
        for name in &all {
            match ours(name).filter(|language| !taken.iter().any(|(_, it)| it == language)) {
                Some(language) => taken.push((name.clone(), language)),
                None => losses.push(Loss::new(Place::File, LossKind::LanguageLeftOut, name)),
            }
        }
        if taken.is_empty() {
            let base = if base.is_empty() { all.first().map_or("", String::as_str) } else { base };
            losses.retain(|loss| loss.what != LossKind::LanguageLeftOut || loss.quoted != base);
            losses.push(Loss::new(Place::File, LossKind::LanguageAssumed, base));
            taken.push((base.to_owned(), Language::Thai));
        }
        Self { taken }
    }

    /// The text of something in our languages; `place` is where markup was left out.
    pub(super) fn text(&self, texts: &Texts<'_>, of: &str, place: &Place, losses: &mut Vec<Loss>) -> Text {
        let mut text = Text::default();
        for (name, language) in &self.taken {
            let Some(html) = texts.get(&(of, name.as_str())).or_else(|| texts.get(&(of, ""))) else { continue };
            let (words, lost) = plain(html);
            if lost {
                losses.push(Loss::new(place.clone(), LossKind::MarkupLeftOut, html));
            }
            if words.contains('{') && words.contains('}') {
                losses.push(Loss::new(place.clone(), LossKind::PlaceholderKept, &words));
            }
            let words = cut(words, place, losses);
            match language {
                Language::Thai => text.th = words,
                Language::English => text.en = words,
            }
        }
        text
    }
}

/// No longer than a text may be, so that one text does not keep the whole survey out.
pub(super) fn cut(text: String, place: &Place, losses: &mut Vec<Loss>) -> String {
    if text.chars().count() <= limits::TEXT {
        return text;
    }
    losses.push(Loss::new(place.clone(), LossKind::TextCut, &text));
    text.chars().take(limits::TEXT).collect()
}

/// Whether something is shown to nobody, whatever is answered.
pub(super) fn is_never(relevance: &str) -> bool {
    ["0", "false", "false()"].contains(&relevance.to_ascii_lowercase().as_str())
}

/// Texts of `field` in these tables; `key` names the number, `language` the field with the language.
pub(super) fn texts<'it>(document: &'it Document, tables: &[&str], key: &str, name: &str, language: &str) -> Texts<'it> {
    let mut texts = Texts::new();
    for row in tables.iter().flat_map(|table| document.table(table)) {
        if row.contains_key(name) {
            texts.insert((field(row, key), field(row, language)), field(row, name));
        }
    }
    texts
}

/// Rows in their order, each once: older versions have one for every language.
pub(super) fn ordered<'it>(rows: impl Iterator<Item = &'it Row>, key: &[&str], order: &str) -> Vec<&'it Row> {
    let mut seen: BTreeSet<Vec<&str>> = BTreeSet::new();
    let mut kept: Vec<&Row> = Vec::new();
    for row in rows {
        let name: Vec<&str> = key.iter().map(|key| field(row, key)).collect();
        if seen.insert(name) {
            kept.push(row);
        }
    }
    kept.sort_by_key(|row| field(row, order).parse::<i64>().unwrap_or(0));
    kept
}
