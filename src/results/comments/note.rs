//! What coordinators note at a text: a mark, a theme, words that are covered. Each deed changes one of them,
//! so that two people at once do not undo each other's; done twice, it changes nothing more.

use super::{
    cover::{is_same, occurs},
    store,
};
use crate::{
    db::UrnConn,
    ids::{SurveyId, TextId},
    tidy::{Untidy, one_line},
};

/// Words that may be covered in one text.
pub const NOTES_MOST: usize = 50;

const THEME_MOST: usize = 40;
const WORD_MOST: usize = 200;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    pub is_marked: bool,
    /// May be empty.
    pub theme: String,
    /// As they were typed.
    pub covered: Vec<String>,
}

/// One line that is to be covered wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(String);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Mark(bool),
    /// Empty: none.
    Theme(String),
    Cover(Word),
    Uncover(String),
}

/// Why something cannot be noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("no line: {0}")]
    Untidy(#[from] Untidy),
    #[error("the text has no such word")]
    NotThere,
    #[error("too many words are covered")]
    TooMany,
}

impl Word {
    pub fn parse(typed: &str) -> Result<Self, Unfit> {
        Ok(Self(one_line(typed, WORD_MOST)?))
    }

    /// Only what the text has.
    pub fn of(typed: &str, text: &str) -> Result<Self, Unfit> {
        let word = Self::parse(typed)?;
        if occurs(text, &word.0) { Ok(word) } else { Err(Unfit::NotThere) }
    }
}

impl Change {
    pub fn theme(typed: &str) -> Result<Self, Unfit> {
        if typed.trim().is_empty() {
            return Ok(Self::Theme(String::new()));
        }
        Ok(Self::Theme(one_line(typed, THEME_MOST)?))
    }
}

impl Note {
    pub fn changed(mut self, change: &Change) -> Result<Self, Unfit> {
        match change {
            Change::Mark(is_marked) => self.is_marked = *is_marked,
            Change::Theme(theme) => self.theme.clone_from(theme),
            Change::Cover(Word(word)) => {
                if !self.covered.iter().any(|other| is_same(other, word)) {
                    if self.covered.len() >= NOTES_MOST {
                        return Err(Unfit::TooMany);
                    }
                    self.covered.push(word.clone());
                }
            }
            Change::Uncover(word) => self.covered.retain(|other| !is_same(other, word)),
        }
        Ok(self)
    }
}

/// Changes what stands there now, in one transaction.
pub fn change(conn: &mut UrnConn, survey: SurveyId, text: TextId, change: &Change) -> diesel::QueryResult<()> {
    let before = store::note(conn, text)?.unwrap_or_default();
    match before.clone().changed(change) {
        Ok(after) if after != before => store::keep(conn, survey, text, &after),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_deed_changes_one_thing_and_twice_is_once() {
        let cover = Change::Cover(Word::parse("สมชาย").unwrap());
        let again = Change::Cover(Word::parse("สม\u{200B}ชาย").unwrap());
        let deeds = [Change::Mark(true), Change::theme(" พัสดุ ").unwrap(), cover.clone(), again];
        let note = deeds.iter().fold(Note::default(), |note, deed| note.changed(deed).unwrap());
        assert_eq!(note, Note { is_marked: true, theme: "พัสดุ".to_owned(), covered: vec!["สมชาย".to_owned()] });
        let note = note.changed(&Change::Uncover("สมชาย".to_owned())).unwrap();
        assert_eq!((note.is_marked, note.covered.is_empty()), (true, true));
        assert_eq!(note.clone().changed(&Change::theme("").unwrap()).unwrap().theme, "");
    }

    #[test]
    fn only_a_word_that_stands_there_can_be_covered() {
        assert!(Word::of("สมชาย", "คุณสมชาย").is_ok());
        assert_eq!(Word::of("สมหญิง", "คุณสมชาย"), Err(Unfit::NotThere));
        assert_eq!(Word::of(" ", "คุณสมชาย"), Err(Unfit::Untidy(Untidy::Missing)));
        let full = Note { covered: (0..NOTES_MOST).map(|number| format!("คำ{number}")).collect(), ..Note::default() };
        assert_eq!(full.changed(&Change::Cover(Word::parse("อีก").unwrap())), Err(Unfit::TooMany));
    }
}
