//! What is typed at the desk, read into a deed; every fault at its field.

use jiff::civil::Date;

use crate::{
    clinic::{Face, Reason, TEXT_MOST, Unfit, deeds::Deed, desk_words::words, pages::desk::Typed, said},
    language::{Language, Reading, dates},
    tidy::{Untidy, one_line},
    web::{Faults, Posted},
};

const LINE_MOST: usize = 200;
const NOTE_MOST: usize = 4_000;

pub fn typed(posted: &Posted) -> Typed {
    let text = |field: &str| posted.raw(field).trim().to_owned();
    let face = Face { title: text("title"), question: text("question"), answer: text("board_answer"), office: text("answering") };
    Typed {
        due: text("due"),
        office: text("office"),
        passed: text("passed"),
        note: text("note"),
        ask: text("ask"),
        reply: text("reply"),
        answering: text("answering"),
        face: ["answer", "both", "show"].contains(&posted.text("do")).then_some(face),
        change: text("change"),
    }
}

/// `name`: of who does it.
pub fn read(posted: &Posted, name: &str, language: Language) -> Result<Deed, Faults> {
    let mut read = Read { posted, language, faults: Faults::none() };
    let deed = read.deed(name);
    match deed {
        Some(deed) if read.faults.is_empty() => Ok(deed),
        _ => Err(read.faults),
    }
}

struct Read<'form> {
    posted: &'form Posted,
    language: Language,
    faults: Faults,
}

impl Read<'_> {
    fn deed(&mut self, name: &str) -> Option<Deed> {
        let say = words(self.language);
        match self.posted.text("do") {
            "take" => Some(Deed::TakeOn { owner: name.to_owned(), due: self.day("due") }),
            "pass" => {
                let (office, text) = (self.line("office"), self.text("passed", NOTE_MOST));
                Some(Deed::PassOn { office: office?, text: text? })
            }
            "note" => Some(Deed::Note { text: self.text("note", NOTE_MOST)?, by: name.to_owned() }),
            "ask" => Some(Deed::Ask { text: self.text("ask", TEXT_MOST)? }),
            "answer" => {
                let (office, text) = (self.line("answering"), self.text("reply", TEXT_MOST));
                Some(Deed::Answer { text: text?, office: office?, board: None })
            }
            "both" => {
                let (office, text, face) = (self.line("answering"), self.text("reply", TEXT_MOST), self.face());
                let face = face?;
                if face.answer.is_empty() {
                    self.faults.add("board_answer", say.missing);
                }
                Some(Deed::Answer { text: text?, office: office?, board: Some(face) })
            }
            "show" => self.face().map(Deed::Show),
            "withdraw" => Some(Deed::Withdraw),
            "changed" => Some(Deed::Changed(self.text("change", NOTE_MOST)?)),
            "merge" => match self.posted.text("into").parse() {
                Ok(other) => Some(Deed::MergeInto(other)),
                Err(_) => self.fault("into", say.choose),
            },
            "hold" => match Reason::from_code(self.posted.text("reason")) {
                Some(reason) => Some(Deed::HoldBack(reason)),
                None => self.fault("reason", say.choose),
            },
            _ => self.fault("matter", say.choose),
        }
    }

    fn face(&mut self) -> Option<Face> {
        let (title, question) = (self.line("title"), self.may_stay_empty("question"));
        let answer = self.may_stay_empty("board_answer");
        let office =
            if answer.as_ref().is_some_and(|answer| !answer.is_empty()) { self.line("answering") } else { Some(String::new()) };
        Some(Face { title: title?, question: question?, answer: answer?, office: office? })
    }

    fn may_stay_empty(&mut self, field: &'static str) -> Option<String> {
        if self.posted.text(field).is_empty() { Some(String::new()) } else { self.text(field, TEXT_MOST) }
    }

    fn text(&mut self, field: &'static str, most: usize) -> Option<String> {
        let say = words(self.language);
        match said(self.posted.raw(field), most) {
            Ok(text) => Some(text),
            Err(Unfit::Missing) => self.fault(field, say.missing),
            Err(Unfit::TooLong { most }) => {
                self.faults.add(field, (say.too_long)(most));
                None
            }
        }
    }

    fn line(&mut self, field: &'static str) -> Option<String> {
        let say = words(self.language);
        // A second post of the same fault adds nothing.
        if self.faults.at(field).is_some() {
            return None;
        }
        match one_line(self.posted.text(field), LINE_MOST) {
            Ok(line) => Some(line),
            Err(Untidy::Missing) => self.fault(field, say.missing),
            Err(Untidy::Unprintable) => self.fault(field, say.unprintable),
            Err(Untidy::TooLong { most }) => {
                self.faults.add(field, (say.too_long)(most));
                None
            }
        }
    }

    /// May stay empty.
    fn day(&mut self, field: &'static str) -> Option<Date> {
        let typed = self.posted.text(field);
        match dates::read(typed) {
            Ok(Reading::Day(day)) => Some(day),
            _ if typed.is_empty() => None,
            _ => self.fault(field, words(self.language).no_day),
        }
    }

    fn fault<T>(&mut self, field: &'static str, sentence: &str) -> Option<T> {
        self.faults.add(field, sentence);
        None
    }
}
