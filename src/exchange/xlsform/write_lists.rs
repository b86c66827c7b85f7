//! The lists of choices that a form of ours needs, and what everything in it is called.

use std::collections::BTreeMap;

use super::{
    condition_writing::{Called, Calls, Holds},
    own,
    write::{Cells, put, put_text},
};
use crate::{
    exchange::naming::Names,
    instruments::{Asks, Choice, Code, Instrument, Item, Text},
};

/// Lists by name: those of the scales first, then those of single items.
#[derive(Default)]
pub(super) struct Lists {
    rows: Vec<Cells>,
    names: Names,
    /// List and code of each scale, in order.
    pub(super) scales: Vec<(String, Code)>,
    items: BTreeMap<(usize, usize), String>,
    subs: BTreeMap<(usize, usize, usize), String>,
}

impl Lists {
    pub(super) fn of(instrument: &Instrument) -> Self {
        let mut lists = Self::default();
        for scale in &instrument.scales {
            let list = lists.named(scale.code.as_str(), "scale");
            lists.levels(&list, &scale.levels, &[]);
            lists.scales.push((list, scale.code.clone()));
        }
        for (number, part) in instrument.parts.iter().enumerate() {
            for (place, item) in part.items.iter().enumerate() {
                lists.item(instrument, item, (number, place));
            }
        }
        lists
    }

    pub(super) fn rows(&self) -> &[Cells] {
        &self.rows
    }

    pub(super) fn of_item(&self, place: (usize, usize)) -> &str {
        self.items.get(&place).map_or("", String::as_str)
    }

    pub(super) fn of_sub(&self, (part, item): (usize, usize), sub: usize) -> &str {
        self.subs.get(&(part, item, sub)).map_or("", String::as_str)
    }

    fn item(&mut self, instrument: &Instrument, item: &Item, place: (usize, usize)) {
        let Asks::Scale(rated) = &item.asks else {
            if !matches!(item.asks, Asks::Heading | Asks::Number { .. } | Asks::ShortText { .. } | Asks::LongText { .. }) {
                let list = self.named(item.code.as_str(), "list");
                self.choices(&list, item.choices());
                self.items.insert(place, list);
            }
            return;
        };
        let shared = self.scales.iter().find(|(_, code)| *code == rated.scale).map(|(list, _)| list.clone());
        let levels = instrument.scale(&rated.scale).map(|scale| scale.levels.as_slice()).unwrap_or_default();
        let labels = if rated.labels.is_empty() { levels } else { &rated.labels };
        let list = match shared {
            Some(shared) if rated.labels.is_empty() && rated.meanings.is_empty() => shared,
            _ => {
                let list = self.named(item.code.as_str(), "list");
                self.levels(&list, &padded(labels, levels), &rated.meanings);
                list
            }
        };
        for (at, sub) in rated.subs.iter().enumerate() {
            let list = if sub.meanings.is_empty() {
                list.clone()
            } else {
                let list = self.named(&format!("{}_{}", item.code, sub.code), "list");
                self.levels(&list, &padded(labels, levels), &sub.meanings);
                list
            };
            self.subs.insert((place.0, place.1, at), list);
        }
        self.items.insert(place, list);
    }

    fn named(&mut self, name: &str, otherwise: &str) -> String {
        self.names.give(name, otherwise).0.to_string()
    }

    /// Named by their numbers, as conditions look at them.
    fn levels(&mut self, list: &str, levels: &[Text], meanings: &[Text]) {
        for at in 0..levels.len().max(meanings.len()) {
            let mut row = Cells::new();
            put(&mut row, "list_name", list);
            put(&mut row, "name", (at + 1).to_string());
            put_text(&mut row, "label", levels.get(at).unwrap_or(&Text::default()));
            own::put_line(&mut row, meanings.get(at).unwrap_or(&Text::default()));
            self.rows.push(row);
        }
    }

    fn choices(&mut self, list: &str, choices: &[Choice]) {
        let mut names = Names::default();
        for choice in choices {
            let (name, is_other) = names.give(choice.code.as_str(), "choice");
            let mut row = Cells::new();
            put(&mut row, "list_name", list);
            put(&mut row, "name", name.as_str());
            put_text(&mut row, "label", &choice.label);
            own::put_line(&mut row, &choice.line);
            if is_other {
                put(&mut row, "clearjai_code", own::quoted_if_empty(choice.code.as_str()));
            }
            self.rows.push(row);
        }
    }
}

/// Labels of a draft may be fewer than the levels: a program that asks still needs one for each.
fn padded(labels: &[Text], levels: &[Text]) -> Vec<Text> {
    labels.iter().chain(levels.get(labels.len()..).unwrap_or_default()).cloned().collect()
}

/// What every part, item and sub-question is called, in order; and for conditions, by their codes.
pub(super) fn names(instrument: &Instrument, names: &mut Names) -> (Vec<String>, Calls) {
    let (mut all, mut called) = (Vec::new(), Calls::new());
    for part in &instrument.parts {
        all.push(names.give(part.code.as_str(), "part").0.to_string());
        for item in &part.items {
            let name = names.give(item.code.as_str(), "item").0.to_string();
            let holds = own::holds(&item.asks);
            called.entry((item.code.clone(), None)).or_insert_with(|| Called { name: name.clone(), holds });
            for sub in item.rated().map(|rated| rated.subs.as_slice()).unwrap_or_default() {
                let name = names.give(&format!("{name}_{}", sub.code), "sub").0.to_string();
                all.push(name.clone());
                called.entry((item.code.clone(), Some(sub.code.clone()))).or_insert(Called { name, holds: Holds::One });
            }
            let at = all.len() - item.rated().map_or(0, |rated| rated.subs.len());
            all.insert(at, name);
        }
    }
    (all, called)
}
