//! Rows of a form: sub-questions, choices, levels. An empty row is none.

use super::Typed;
use crate::{
    instruments::{Choice, Code, Polarity, Sub, Text, limits},
    language::Language,
    web::Faults,
};

use super::super::words::forms::words;

/// So many empty rows are offered, and come with one press of the button.
pub const ROWS_MORE: usize = 2;

/// The codes of one list: what they were, and what they become.
#[derive(Default)]
pub struct Codes {
    taken: Vec<Code>,
    /// What rows were called, emptied ones too: conditions may still look at it.
    were: Vec<Code>,
    pub moved: Vec<(Code, Code)>,
}

pub fn set_choices(typed: &mut Typed, choices: &[Choice]) {
    for (at, choice) in choices.iter().enumerate() {
        typed.set(format!("choice-{at}-code"), &choice.code);
        typed.set(format!("choice-{at}-was"), &choice.code);
        typed.set_text(&format!("choice-{at}"), &choice.label);
        typed.set_text(&format!("choice-{at}-line"), &choice.line);
    }
    typed.set("choices", (choices.len() + ROWS_MORE).max(3));
}

pub fn read_choices(typed: &Typed, language: Language, faults: &mut Faults) -> (Vec<Choice>, Codes) {
    let (mut choices, mut codes) = (Vec::new(), Codes::default());
    for at in 0..typed.rows("choices", limits::CHOICES) {
        let name = format!("choice-{at}");
        codes.remember(typed, &name);
        let (label, line) = (typed.text(&name, language, faults), typed.text(&format!("{name}-line"), language, faults));
        if label.is_empty() && line.is_empty() {
            continue;
        }
        let code = codes.read(typed, &name, language, faults);
        choices.push(Choice { code, label, line });
    }
    codes.name_the_nameless(choices.iter_mut().map(|choice| &mut choice.code), 'c');
    (choices, codes)
}

pub fn set_subs(typed: &mut Typed, subs: &[Sub]) {
    for (at, sub) in subs.iter().enumerate() {
        let name = format!("sub-{at}");
        typed.set(format!("{name}-code"), &sub.code);
        typed.set(format!("{name}-was"), &sub.code);
        typed.set_text(&name, &sub.text);
        typed.set(format!("{name}-polarity"), polarity_as_str(sub.polarity));
        set_levels(typed, &format!("{name}-meaning"), &sub.meanings);
    }
    typed.set("subs", subs.len() + ROWS_MORE);
}

pub fn read_subs(typed: &Typed, levels: usize, language: Language, faults: &mut Faults) -> (Vec<Sub>, Codes) {
    let (mut subs, mut codes) = (Vec::new(), Codes::default());
    for at in 0..typed.rows("subs", limits::SUBS) {
        let name = format!("sub-{at}");
        codes.remember(typed, &name);
        let text = typed.text(&name, language, faults);
        if text.is_empty() {
            continue;
        }
        let code = codes.read(typed, &name, language, faults);
        let polarity = read_polarity(typed.get(&format!("{name}-polarity")));
        let meanings = read_levels(typed, &format!("{name}-meaning"), levels, language, faults);
        subs.push(Sub { code, text, polarity, meanings });
    }
    codes.name_the_nameless(subs.iter_mut().map(|sub| &mut sub.code), 'q');
    (subs, codes)
}

/// A text for each level, from 1.
pub fn set_levels(typed: &mut Typed, name: &str, texts: &[Text]) {
    for (at, text) in texts.iter().enumerate() {
        typed.set_text(&format!("{name}-{}", at + 1), text);
    }
}

/// Takes out labels and meanings that were written for another number of levels, because nobody could
/// say which is which; and says whether there were any.
pub fn clear_misaligned(typed: &mut Typed, levels: usize) -> bool {
    let drawn = typed.rows("levels-drawn", limits::LEVELS);
    if drawn == levels {
        return false;
    }
    let subs = (0..typed.rows("subs", limits::SUBS)).map(|at| format!("sub-{at}-meaning"));
    let names = ["label".to_owned(), "meaning".to_owned()].into_iter().chain(subs);
    let fields = names.flat_map(|name| (1..=drawn).flat_map(move |level| ["th", "en"].map(|of| format!("{name}-{level}_{of}"))));
    let mut is_any = false;
    for field in fields.collect::<Vec<_>>() {
        if typed.is_ticked(&field) {
            is_any = true;
            typed.set(field, "");
        }
    }
    is_any
}

/// One for each level, or none where all are empty.
pub fn read_levels(typed: &Typed, name: &str, levels: usize, language: Language, faults: &mut Faults) -> Vec<Text> {
    let texts: Vec<Text> = (1..=levels).map(|level| typed.text(&format!("{name}-{level}"), language, faults)).collect();
    if texts.iter().all(Text::is_empty) { Vec::new() } else { texts }
}

pub const fn polarity_as_str(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Straight => "straight",
        Polarity::Reversed => "reversed",
        Polarity::Unset => "unset",
    }
}

pub fn read_polarity(text: &str) -> Polarity {
    match text {
        "straight" => Polarity::Straight,
        "reversed" => Polarity::Reversed,
        _ => Polarity::Unset,
    }
}

impl Codes {
    fn remember(&mut self, typed: &Typed, row: &str) {
        let was = typed.get(&format!("{row}-was"));
        if !was.is_empty() {
            self.were.push(Code::new(was));
        }
    }

    /// The code of a row. One that is emptied stays, and a new one that is left empty is given later.
    fn read(&mut self, typed: &Typed, row: &str, language: Language, faults: &mut Faults) -> Code {
        let (field, was) = (format!("{row}-code"), typed.get(&format!("{row}-was")));
        let code = Code::new(Some(typed.get(&field)).filter(|code| !code.is_empty()).unwrap_or(was));
        if code.as_str().is_empty() {
            return code;
        }
        if !code.is_well_formed() {
            faults.add(field, words(language).code_wrong);
        } else if self.taken.contains(&code) {
            faults.add(field, words(language).code_taken);
        }
        if !was.is_empty() && was != code.as_str() {
            self.moved.push((Code::new(was), code.clone()));
        }
        self.taken.push(code.clone());
        code
    }

    fn name_the_nameless<'row>(&mut self, codes: impl Iterator<Item = &'row mut Code>, stem: char) {
        for code in codes.filter(|code| code.as_str().is_empty()) {
            let fresh = (1..=1 + 2 * limits::CHOICES)
                .map(|number| Code::new(format!("{stem}{number}")))
                .find(|code| !self.taken.contains(code) && !self.were.contains(code));
            *code = fresh.unwrap_or_default();
            self.taken.push(code.clone());
        }
    }
}
