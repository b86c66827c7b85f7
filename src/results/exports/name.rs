//! What files are called: in plain letters for old programs, and by the round's own name for people.

use crate::{
    language::{Language, plain},
    results::Occasion,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Csv,
    Xlsx,
    Json,
    Docx,
    Pdf,
}

/// Longer names are a burden to some file systems, in bytes: three for each Thai letter.
const LONGEST: usize = 60;

impl Kind {
    pub fn read(text: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx, Self::Json, Self::Docx, Self::Pdf].into_iter().find(|kind| kind.ending() == text)
    }

    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
        }
    }
}

/// `results-2569-2.csv`, and `แบบวัดการรับรู้ภายใน 2569-2.csv`.
pub fn named(occasion: &Occasion, kind: Kind, language: Language) -> (String, String) {
    let place = format!("{}-{}", occasion.year.number(), occasion.round);
    let name = plain(occasion.name.say(language));
    let fit: String = name
        .chars()
        .filter(|letter| !letter.is_control())
        .map(|letter| if is_special(letter) { '-' } else { letter })
        .take(LONGEST)
        .collect();
    let name = fit.trim_matches(['.', ' ']);
    let ending = kind.ending();
    (format!("results-{place}.{ending}"), format!("{name} {place}.{ending}").trim().to_owned())
}

/// What some system gives a meaning of its own in names.
const fn is_special(letter: char) -> bool {
    matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_by_their_endings() {
        for kind in [Kind::Csv, Kind::Xlsx, Kind::Json, Kind::Docx, Kind::Pdf] {
            assert_eq!(Kind::read(kind.ending()), Some(kind));
        }
        assert_eq!(Kind::read("exe"), None);
    }
}
