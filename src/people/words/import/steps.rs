//! What the steps share: their names, and how service is said.

use jiff::civil::Date;

use crate::{
    language::{Language, fill, th},
    people::{usual::served, words::roster::service_in_words},
};

/// Where somebody is on the way from a file to the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    File,
    Columns,
    Check,
    Done,
}

impl Step {
    pub const ALL: [Self; 4] = [Self::File, Self::Columns, Self::Check, Self::Done];

    /// From 1.
    pub fn number(self) -> usize {
        1 + Self::ALL.iter().position(|step| *step == self).unwrap_or_default()
    }

    pub const fn name(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::Thai, Self::File) => th!("เลือกไฟล์"),
            (Language::Thai, Self::Columns) => th!("จับคู่คอลัมน์"),
            (Language::Thai, Self::Check) => th!("ตรวจก่อนนำเข้า"),
            (Language::Thai, Self::Done) => th!("นำเข้าแล้ว"),
            (Language::English, Self::File) => "Choose the file",
            (Language::English, Self::Columns) => "Match the columns",
            (Language::English, Self::Check) => "Check before importing",
            (Language::English, Self::Done) => "Imported",
        }
    }
}

/// "ขั้นที่ 2 จาก 4"
pub fn steps(language: Language, step: Step) -> String {
    let template = match language {
        Language::Thai => th!("ขั้นที่_{} จาก {}"),
        Language::English => "Step {} of {}",
    };
    fill(template, &[&step.number(), &Step::ALL.len()])
}

/// "อายุงาน 1 ปี 2 เดือน"
pub fn service(language: Language, started: Date, today: Date) -> String {
    let template = match language {
        Language::Thai => th!("อายุงาน {}"),
        Language::English => "{} of service",
    };
    fill(template, &[&service_in_words(language, served(started, today))])
}
