//! The parts of a report, in order. Every sentence and figure is written already, in one language and in
//! Arabic digits, with the signs that help lines break (`language::plain` takes those away).

use std::borrow::Cow;

use super::{Against, Spread};
use crate::language::{Language, digits};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub language: Language,
    pub title: String,
    /// Below the title: the department, the round, the days.
    pub lines: Vec<String>,
    /// On the first line of the print: whose paper it is, and when it was printed.
    pub running: String,
    /// Digits in running text are Thai; never in tables, charts, codes or addresses.
    pub thai_digits: bool,
    pub blocks: Vec<Block>,
    /// At the end; none: no lines to sign on.
    pub signatures: Vec<Signature>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    Paragraph(String),
    /// One sentence for each line.
    List(Vec<String>),
    /// To be minded.
    Note(String),
    /// The four figures at the top.
    Facts(Vec<Fact>),
    Table(Table),
    Against(Against),
    Spread(Spread),
    PageBreak,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    pub label: String,
    pub value: String,
    pub remark: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Below it; may be empty.
    pub note: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    /// Stands at the right.
    pub is_figure: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub cells: Vec<String>,
    /// A sum, a mean, or a heading of what follows.
    pub is_strong: bool,
}

/// Who signs, below a line: a name may be filled in by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub role: String,
}

impl Document {
    /// Running text as it is printed: in Thai digits where they are wanted, but for words that are codes or addresses.
    pub fn running<'it>(&self, text: &'it str) -> Cow<'it, str> {
        if !self.thai_digits {
            return Cow::Borrowed(text);
        }
        let words = text.split_inclusive([' ', '\u{a0}']);
        Cow::Owned(words.map(|word| if is_code(word) { word.to_owned() } else { digits::thai(word) }).collect())
    }
}

/// Where a Latin letter stands beside digits, they are read together: `i2`, `ISO9001`, an address.
fn is_code(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thai_digits_stand_in_running_text_and_never_in_codes_or_addresses() {
        let document = Document {
            language: Language::Thai,
            title: String::new(),
            lines: Vec::new(),
            running: String::new(),
            thai_digits: true,
            blocks: Vec::new(),
            signatures: Vec::new(),
        };
        let said = document.running("คะแนนรวม 92.50 รอบ\u{a0}2/2569 ข้อ i2 ดู https://x.example/5 (12 คน)");
        assert_eq!(said, "คะแนนรวม ๙๒.๕๐ รอบ\u{a0}๒/๒๕๖๙ ข้อ i2 ดู https://x.example/5 (๑๒ คน)");
        let arabic = Document { thai_digits: false, ..document };
        assert_eq!(arabic.running("92.50"), "92.50");
    }
}
