//! Texts, as people type or paste them: lines are tidied one by one, and numbers and dashes that a table writes itself are
//! left out.

use crate::{
    improving::words::forms::{Words, words},
    language::{Language, arabic, digits::grouped},
    tidy::{Untidy, one_line},
    web::Faults,
};

pub const LINE_MOST: usize = 200;
pub const TEXT_MOST: usize = 1_000;
pub const LONG_MOST: usize = 2_000;

pub struct Reader {
    pub language: Language,
    pub faults: Faults,
}

impl Reader {
    pub fn new(language: Language) -> Self {
        Self { language, faults: Faults::none() }
    }

    pub fn say(&self) -> &'static Words {
        words(self.language)
    }

    /// `missing`: what to say where nothing was typed; none: it may stay empty.
    pub fn line(&mut self, field: &'static str, typed: &str, most: usize, missing: Option<&str>) -> Option<String> {
        let read = one_line(typed, most);
        self.read(field, read, missing)
    }

    /// Lines without anything on them are passed over.
    pub fn lines(&mut self, field: &'static str, typed: &str, most: usize, missing: Option<&str>) -> Option<String> {
        let read = lines(typed, most);
        self.read(field, read, missing)
    }

    fn read(&mut self, field: &'static str, read: Result<String, Untidy>, missing: Option<&str>) -> Option<String> {
        let said = match (read, missing) {
            (Ok(text), _) => return Some(text),
            (Err(Untidy::Missing), None) => return Some(String::new()),
            (Err(Untidy::Missing), Some(missing)) => missing.to_owned(),
            (Err(Untidy::TooLong { most }), _) => (self.say().too_long)(&grouped(i64::try_from(most).unwrap_or(i64::MAX))),
            (Err(Untidy::Unprintable), _) => self.say().unprintable.to_owned(),
        };
        self.faults.add(field, said);
        None
    }
}

pub fn lines(typed: &str, most: usize) -> Result<String, Untidy> {
    let mut tidy = Vec::new();
    for line in typed.lines() {
        match one_line(line, most) {
            Ok(line) => tidy.push(without_mark(&line).to_owned()),
            Err(Untidy::Missing) => {}
            Err(other) => return Err(other),
        }
    }
    let text = tidy.join("\n");
    match text.chars().count() {
        0 => Err(Untidy::Missing),
        count if count > most => Err(Untidy::TooLong { most }),
        _ => Ok(text),
    }
}

/// Without the number or the dash in front, as it comes along from a table: `๑. `, `2) `, `- `, `• `.
pub fn without_mark(line: &str) -> &str {
    let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit() || ('๐'..='๙').contains(&letter));
    let marked =
        if rest.len() < line.len() { rest.strip_prefix(['.', ')']) } else { line.strip_prefix(['-', '–', '•', '·']) };
    match marked {
        Some(text) if text.starts_with(' ') && text.contains(char::is_alphanumeric) => text.trim_start(),
        _ => line,
    }
}

/// Where in a list it is to stand, if somebody typed another place than where it stood when the form was drawn.
pub fn place(typed: &str, stood: &str) -> Option<usize> {
    let read = |text: &str| arabic(text.trim()).parse::<usize>().ok();
    read(typed).filter(|place| Some(*place) != read(stood))
}

/// An address on the web, and nothing that a page would have to hide.
pub fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    !rest.is_empty()
        && text.len() <= 500
        && !text.contains(|letter: char| letter.is_whitespace() || "\"<>\\^`{|}".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dashes_of_a_table_are_left_out_and_nothing_else() {
        for (typed, kept) in [
            ("๑. จัดกิจกรรม", "จัดกิจกรรม"),
            ("12) ติดตาม", "ติดตาม"),
            ("- การสื่อสาร", "การสื่อสาร"),
            ("2.5 ล้านบาท", "2.5 ล้านบาท"),
            ("5 ครั้ง", "5 ครั้ง"),
            ("3. -", "3. -"),
            ("-5 องศา", "-5 องศา"),
        ] {
            assert_eq!(without_mark(typed), kept, "{typed}");
        }
        assert_eq!(lines(" - ก\r\n\r\n2. ข  ค ", 100).unwrap(), "ก\nข ค");
        assert_eq!(lines("-\n", 100), Err(Untidy::Missing));
    }

    #[test]
    fn a_link_leads_to_the_web_and_nowhere_else() {
        for fine in ["https://a.example/x?y=1", "http://finance.example.go.th/article_๒๐๒๑.pdf"] {
            assert!(is_link(fine), "{fine}");
        }
        for wrong in ["javascript:alert(1)", "ftp://a", "https://", "https://a b", "https://a\"onx", "www.a.example"] {
            assert!(!is_link(wrong), "{wrong}");
        }
    }
}
