//! What stands in a form: as it was typed, or as things are.

use std::collections::BTreeMap;

use crate::{
    instruments::{Code, Text, limits},
    language::Language,
    tidy::{Untidy, one_line},
    web::{Faults, Posted},
};

use super::super::words::forms::words;

/// Stands in addresses for what is not there yet.
pub const RESERVED: &str = "new";

/// Fields of a form by name. What was set stands before what was posted.
#[derive(Debug, Default)]
pub struct Typed {
    posted: Option<Posted>,
    fields: BTreeMap<String, String>,
}

impl Typed {
    pub fn posted(posted: Posted) -> Self {
        Self { posted: Some(posted), fields: BTreeMap::new() }
    }

    pub fn get(&self, name: &str) -> &str {
        let set = self.fields.get(name).map(String::as_str);
        set.or_else(|| self.posted.as_ref().map(|posted| posted.text(name))).unwrap_or_default()
    }

    /// So many more rows of everything that has rows.
    pub fn more_rows(&mut self, more: usize) {
        for rows in ["subs", "choices", "conditions"] {
            if let Ok(count) = self.get(rows).parse::<usize>() {
                self.set(rows, count.saturating_add(more));
            }
        }
    }

    pub fn is_ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// A number of rows that one of our pages drew, and no more than fit.
    pub fn rows(&self, name: &str, most: usize) -> usize {
        self.get(name).parse::<usize>().unwrap_or(0).min(most)
    }

    #[expect(clippy::needless_pass_by_value, reason = "codes, numbers and words, borrowed or not")]
    pub fn set(&mut self, name: impl Into<String>, value: impl ToString) {
        self.fields.insert(name.into(), value.to_string());
    }

    pub fn set_text(&mut self, name: &str, text: &Text) {
        self.set(format!("{name}_th"), &text.th);
        self.set(format!("{name}_en"), &text.en);
    }

    pub fn tick(&mut self, name: &str, is_ticked: bool) {
        if is_ticked {
            self.set(name, "yes");
        }
    }

    /// Both languages of a text; either may be empty.
    pub fn text(&self, name: &str, language: Language, faults: &mut Faults) -> Text {
        Text { th: self.line(&format!("{name}_th"), language, faults), en: self.line(&format!("{name}_en"), language, faults) }
    }

    /// Lines stay lines; spaces within one are tidied.
    pub fn line(&self, name: &str, language: Language, faults: &mut Faults) -> String {
        let say = words(language);
        let mut lines: Vec<String> = Vec::new();
        for line in self.get(name).lines() {
            match one_line(line, limits::TEXT) {
                Ok(line) => lines.push(line),
                Err(Untidy::Missing) => lines.push(String::new()),
                Err(Untidy::TooLong { .. }) => return put(faults, name, say.text_too_long),
                Err(Untidy::Unprintable) => return put(faults, name, say.text_unprintable),
            }
        }
        let text = lines.join("\n");
        let text = text.trim();
        if text.chars().count() > limits::TEXT {
            return put(faults, name, say.text_too_long);
        }
        text.to_owned()
    }

    /// A code: well formed, and free by `is_taken`.
    pub fn code(&self, name: &str, language: Language, is_taken: impl Fn(&Code) -> bool, faults: &mut Faults) -> Code {
        let say = words(language);
        let code = Code::new(self.get(name));
        if !code.is_well_formed() {
            faults.add(name.to_owned(), say.code_wrong);
        } else if code.as_str() == RESERVED || is_taken(&code) {
            faults.add(name.to_owned(), say.code_taken);
        }
        code
    }

    /// A whole number within bounds, or nothing where the field is empty.
    pub fn number(&self, name: &str, bounds: (u16, u16), language: Language, faults: &mut Faults) -> Option<u16> {
        let typed = crate::language::arabic(self.get(name));
        if typed.is_empty() {
            return None;
        }
        let number = typed.parse::<u16>().ok().filter(|number| (bounds.0..=bounds.1).contains(number));
        if number.is_none() {
            faults.add(name.to_owned(), (words(language).number_wrong)(bounds.0, bounds.1));
        }
        number
    }
}

fn put(faults: &mut Faults, name: &str, sentence: &str) -> String {
    faults.add(name.to_owned(), sentence);
    String::new()
}
