//! The choices of a form, list by list.

use std::collections::BTreeMap;

use super::{
    own::unquoted,
    sheet::{Line, Sheet, Tongues},
};
use crate::{
    exchange::{Loss, LossKind, Place, naming::Names},
    instruments::{Choice, Code, Text},
};

#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// As conditions call it.
    pub(super) name: String,
    pub(super) code: Code,
    pub(super) label: Text,
    pub(super) line: Text,
}

#[derive(Default)]
pub(super) struct Lists(BTreeMap<String, Vec<Entry>>);

impl Lists {
    pub(super) fn get(&self, list: &str) -> Option<&[Entry]> {
        self.0.get(list).map(Vec::as_slice)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.0.keys()
    }

    pub(super) fn read(sheet: Option<&Sheet>, tongues: &Tongues, losses: &mut Vec<Loss>) -> Self {
        const TAKEN: [&str; 6] = ["list_name", "name", "value", "label", "our::line", "our::code"];
        let (mut read, mut names) = (Self::default(), BTreeMap::<String, Names>::new());
        for line in sheet.iter().flat_map(|sheet| sheet.lines()) {
            let mut left_out = |what, quoted: &str| losses.push(Loss::new(place(line), what, quoted));
            let list = line.cell("list_name");
            let name = Some(line.cell("name")).filter(|name| !name.is_empty()).unwrap_or_else(|| line.cell("value"));
            for (column, cell) in line.cells().filter(|(column, _)| !TAKEN.contains(&column.key.as_str())) {
                left_out(LossKind::SettingLeftOut, &format!("{}: {}", column.header, cell.text()));
            }
            for over in line.passed_over(tongues) {
                left_out(LossKind::TextTwice, &over);
            }
            if list.is_empty() || name.is_empty() {
                let label = line.text("label", tongues);
                if !(list.is_empty() && name.is_empty() && label.is_empty()) {
                    left_out(LossKind::Stray, &format!("{list} {name} {}", label.say(tongues.plain)));
                }
                continue;
            }
            let entries = read.0.entry(list.clone()).or_default();
            let given = line.cell("our::code");
            if given.is_empty() && entries.iter().any(|entry| entry.name == name) {
                left_out(LossKind::ChoiceTwice, &format!("{list}: {name}"));
                continue;
            }
            let codes = names.entry(list).or_default();
            let code = if given.is_empty() {
                // Levels have numbers for names: what their codes are, nobody asks.
                let is_level = tongues.exact && name.bytes().all(|digit| digit.is_ascii_digit());
                let (code, is_other) = codes.give(&name, &format!("c{}", entries.len() + 1));
                if is_other && !is_level {
                    left_out(LossKind::Renamed, &format!("{name} → {code}"));
                }
                code
            } else {
                codes.keep(unquoted(&given))
            };
            entries.push(Entry { name, code, label: line.text("label", tongues), line: line.text("our::line", tongues) });
        }
        read
    }
}

impl Entry {
    pub(super) fn choice(&self) -> Choice {
        Choice { code: self.code.clone(), label: self.label.clone(), line: self.line.clone() }
    }
}

pub(super) fn place(line: Line<'_>) -> Place {
    Place::Row { sheet: line.sheet.name.clone(), number: line.row.number }
}
