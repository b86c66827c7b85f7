//! Parts: added, renamed, removed.

use serde::Serialize;

use crate::instruments::{Code, Condition, Instrument, Part, Text, limits};

/// A part without its items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PartText {
    pub code: Code,
    pub title: Text,
    pub lead: Text,
    pub show_if: Option<Condition>,
}

impl From<&Part> for PartText {
    fn from(part: &Part) -> Self {
        Self { code: part.code.clone(), title: part.title.clone(), lead: part.lead.clone(), show_if: part.show_if.clone() }
    }
}

/// In the place of the part that had this code, or at the end. Its items stay in it.
pub fn put_part(instrument: &mut Instrument, before: Option<&Code>, text: PartText) {
    let PartText { code, title, lead, show_if } = text;
    match instrument.parts.iter_mut().find(|part| Some(&part.code) == before) {
        Some(part) => {
            part.code = code;
            part.title = title;
            part.lead = lead;
            part.show_if = show_if;
        }
        None => instrument.parts.push(Part { code, title, lead, show_if, items: Vec::new() }),
    }
}

/// With the items in it.
pub fn remove_part(instrument: &mut Instrument, code: &Code) {
    if let Some(at) = instrument.parts.iter().position(|part| part.code == *code) {
        instrument.parts.remove(at);
    }
}

pub fn fresh_part_code(instrument: &Instrument) -> Code {
    let next = instrument.parts.len() + 1;
    (next..=next + limits::PARTS)
        .map(|number| Code::new(format!("d{number}")))
        .find(|code| instrument.part(code).is_none())
        .unwrap_or_default()
}
