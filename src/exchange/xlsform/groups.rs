//! Groups as parts: those inside others, those that repeat, and what stands in none.

use super::{kinds::Kind, own, questions::Reader, sheet::Line};
use crate::{
    exchange::{Loss, LossKind, Place},
    instruments::{Code, Condition, Part, Text},
};

/// A group whose end has not come yet.
pub(super) struct Group {
    pub(super) name: String,
    title: Text,
    lead: Text,
    /// With those of the groups around it.
    shown_if: Option<Condition>,
    has_part: bool,
    /// The list of an item with sub-questions, which are its rows.
    pub(super) item: Option<String>,
}

impl Reader<'_> {
    pub(super) fn begin(&mut self, line: Line<'_>, is_repeat: bool) {
        if line.cell("our::kind") == "scale" {
            self.question(line, Kind::One { list: line.cell("our::list"), other: false }, &self.scales());
            self.groups.push(Group { item: Some(line.cell("our::list")), ..self.group(line, None) });
            return;
        }
        if is_repeat {
            self.lost(line, LossKind::AskedOnce, &line.cell("name"));
        } else if !self.groups.is_empty() {
            self.lost(line, LossKind::GroupFlattened, &line.cell("name"));
        }
        let own = self.shown_if(line);
        let shown_if = match (self.groups.last().and_then(|group| group.shown_if.clone()), own) {
            (Some(around), Some(own)) => Some(Condition::All(vec![around, own])),
            (one, other) => one.or(other),
        };
        let group = self.group(line, shown_if);
        self.groups.push(group);
        self.is_open = false;
        self.leave_out(line, &["our::lead", "our::relevant", "our::code"]);
        for key in ["hint", "required", "constraint"] {
            let cell = line.cell(key);
            if !cell.is_empty() && !self.tongues.exact {
                self.lost(line, LossKind::SettingLeftOut, &format!("{key}: {cell}"));
            }
        }
        if self.tongues.exact {
            // Ours may be empty: a draft.
            let code = line.cell("our::code");
            self.open();
            if let (Some(part), false) = (self.parts.last_mut(), code.is_empty()) {
                part.code = Code::from(own::unquoted(&code));
            }
        }
    }

    fn group(&self, line: Line<'_>, shown_if: Option<Condition>) -> Group {
        Group {
            name: line.cell("name"),
            title: line.text("label", self.tongues),
            lead: line.text("our::lead", self.tongues),
            shown_if,
            has_part: false,
            item: None,
        }
    }

    pub(super) fn end(&mut self, line: Line<'_>) {
        match self.groups.pop() {
            Some(group) if group.item.is_some() => {}
            Some(group) => {
                self.is_open = false;
                if !group.has_part {
                    self.lost(line, LossKind::EmptyGroup, &group.name);
                }
            }
            None => self.stray(line),
        }
    }

    /// Begins a part for the group we are in, or for what stands in none.
    pub(super) fn open(&mut self) {
        if self.is_open {
            return;
        }
        let rest = self.groups.len();
        for group in &mut self.groups {
            group.has_part = true;
        }
        let part = match self.groups.last() {
            Some(group) => Part {
                code: self.part_codes.give(&group.name, &format!("part_{rest}")).0,
                title: group.title.clone(),
                lead: group.lead.clone(),
                show_if: group.shown_if.clone(),
                items: Vec::new(),
            },
            None => Part { code: self.part_codes.give("part", "part").0, title: self.title.clone(), ..Part::default() },
        };
        let is_other = self.groups.last().is_some_and(|group| !group.name.is_empty() && group.name != part.code.as_str());
        if is_other && !self.tongues.exact {
            let name = self.groups.last().map(|group| group.name.clone()).unwrap_or_default();
            let place = Place::Group(name.clone());
            self.losses.push(Loss::new(place, LossKind::Renamed, &format!("{name} → {}", part.code)));
        }
        self.parts.push(part);
        self.is_open = true;
    }
}
