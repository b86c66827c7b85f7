//! Around the items: the instrument itself, its parts and its scales.

use super::{Typed, condition::read_condition, rows::read_levels, rows::set_levels, set_condition};
use crate::{
    authoring::edits::PartText,
    instruments::{Assessment, Code, Instrument, Scale, Text, limits},
    language::Language,
    web::Faults,
};

use super::super::words::forms::words;

pub fn set_about(typed: &mut Typed, instrument: &Instrument) {
    typed.set("code", &instrument.code);
    typed.set_text("title", &instrument.title);
    typed.set_text("lead", &instrument.lead);
    typed.set_text("caution", &instrument.caution);
    let assessment = match instrument.assessment {
        None => "",
        Some(Assessment::Iit) => "iit",
        Some(Assessment::Eit) => "eit",
    };
    typed.set("assessment", assessment);
}

/// An instrument of this title, and no questions.
pub fn read_about(typed: &Typed, language: Language, faults: &mut Faults) -> Instrument {
    let title = typed.text("title", language, faults);
    if title.th.is_empty() && faults.at("title_th").is_none() {
        faults.add("title_th", words(language).title_missing);
    }
    Instrument {
        lead: typed.text("lead", language, faults),
        caution: typed.text("caution", language, faults),
        assessment: match typed.get("assessment") {
            "iit" => Some(Assessment::Iit),
            "eit" => Some(Assessment::Eit),
            _ => None,
        },
        ..Instrument::new(typed.code("code", language, |_| false, faults), title)
    }
}

pub fn set_part(typed: &mut Typed, part: &PartText) {
    typed.set("code", &part.code);
    typed.set_text("title", &part.title);
    typed.set_text("lead", &part.lead);
    set_condition(typed, part.show_if.as_ref());
}

/// `before` is the part as it stands.
pub fn read_part(
    typed: &Typed,
    instrument: &Instrument,
    before: Option<&PartText>,
    language: Language,
    faults: &mut Faults,
) -> PartText {
    let is_taken = |code: &Code| instrument.part(code).is_some() && before.is_none_or(|before| before.code != *code);
    let code = typed.code("code", language, is_taken, faults);
    let title = typed.text("title", language, faults);
    if title.is_empty() && faults.at("title_th").is_none() && faults.at("title_en").is_none() {
        faults.add("title_th", words(language).title_missing);
    }
    let lead = typed.text("lead", language, faults);
    let show_if = read_condition(typed, instrument, before.and_then(|part| part.show_if.as_ref()), language, faults);
    PartText { code, title, lead, show_if }
}

pub fn set_scale(typed: &mut Typed, scale: &Scale) {
    typed.set("code", &scale.code);
    set_levels(typed, "level", &scale.levels);
}

/// Empty rows are no levels.
pub fn read_scale(
    typed: &Typed,
    instrument: &Instrument,
    before: Option<&Code>,
    language: Language,
    faults: &mut Faults,
) -> Scale {
    let is_taken = |code: &Code| instrument.scale(code).is_some() && before != Some(code);
    let code = typed.code("code", language, is_taken, faults);
    let mut levels = read_levels(typed, "level", limits::LEVELS, language, faults);
    levels.retain(|level: &Text| !level.is_empty());
    if levels.len() < 2 && faults.is_empty() {
        faults.add("level-1_th", words(language).levels_few);
    }
    Scale { code, levels }
}
