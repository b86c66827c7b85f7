//! Which form, and everything that stands around its table.

use jiff::civil::Date;

use super::{months, pirab};
use crate::{
    improving::words::printed::words,
    language::{Language, dates, digits},
    plans::Whole,
    results::report::{Block, Document, Table},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Months,
    Pirab,
}

impl Form {
    pub const ALL: [Self; 2] = [Self::Months, Self::Pirab];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Months => "months",
            Self::Pirab => "pirab",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    pub const fn name(self, language: Language) -> &'static str {
        match self {
            Self::Months => words(language).months,
            Self::Pirab => words(language).pirab,
        }
    }
}

/// Whose paper it is, and when it was printed.
pub struct Imprint {
    pub department: String,
    pub printed: Date,
}

/// `thai_digits`: in the table too, where departments count in them.
pub fn document(whole: &Whole, form: Form, language: Language, thai_digits: bool, imprint: &Imprint) -> Document {
    let (say, plan) = (words(language), &whole.plan);
    let mut table = match form {
        Form::Months => months::table(whole, language),
        Form::Pirab => pirab::table(whole, language),
    };
    let mut lines = vec![imprint.department.clone(), plan.wanted.year.name(language)];
    if !plan.wanted.policy.is_empty() {
        lines.push((say.policy)(&plan.wanted.policy));
    }
    if thai_digits {
        in_thai_digits(&mut table);
    }
    let block = if table.rows.is_empty() { Block::Note(say.empty.to_owned()) } else { Block::Table(table) };
    Document {
        language,
        title: plan.title(language).to_owned(),
        lines,
        running: (say.printed)(&imprint.department, &dates::short(imprint.printed, language)),
        thai_digits,
        is_landscape: form == Form::Months,
        blocks: vec![block],
        signatures: Vec::new(),
    }
}

fn in_thai_digits(table: &mut Table) {
    let headings = table.columns.iter_mut().flat_map(|column| [&mut column.heading, &mut column.group]);
    for text in headings.chain(table.rows.iter_mut().flat_map(|row| &mut row.cells)) {
        *text = text.split_inclusive([' ', '\u{a0}', '\n']).map(word).collect();
    }
}

/// Codes and addresses stay as they are.
fn word(word: &str) -> String {
    if word.contains(|letter: char| letter.is_ascii_alphabetic()) { word.to_owned() } else { digits::thai(word) }
}
