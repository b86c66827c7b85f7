//! Every decimal figure that a page or a document shows, held against those of the files: whatever stands on a page and
//! in no file was not looked at.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read as _},
};

use super::{gather::Output, told::Told};
use crate::sheets;

/// Figures that follow from what the files tell, as they are written.
#[derive(Default)]
pub struct Derived {
    written: BTreeSet<String>,
    hundredths: BTreeSet<i64>,
    numbers: BTreeSet<u32>,
    wholes: BTreeSet<u32>,
}

impl Derived {
    pub fn take(&mut self, told: &Told) {
        for score in &told.scores {
            let score = score.trim_start_matches(['-', '+']);
            self.written.insert(score.to_owned());
            self.hundredths.extend(hundredths(score));
        }
        self.wholes.extend(told.counted);
        self.numbers.extend(told.groups.iter().filter_map(|group| group.counted));
        for question in told.questions.values() {
            self.wholes.extend(question.given);
            self.numbers.extend(question.silent);
            self.numbers.extend(&question.spread);
        }
    }

    /// How many might have answered.
    pub fn out_of(&mut self, roll: u32) {
        self.wholes.insert(roll);
    }

    /// Differences of two figures, and per cents.
    pub fn finish(mut self) -> BTreeSet<String> {
        let all: Vec<i64> = self.hundredths.iter().copied().collect();
        for one in &all {
            for other in &all {
                let apart = (one - other).abs();
                self.written.insert(format!("{}.{:02}", apart / 100, apart % 100));
                for tenths in [apart / 10, (apart + 5) / 10] {
                    self.written.insert(format!("{}.{}", tenths / 10, tenths % 10));
                }
            }
        }
        let parts: BTreeSet<u32> = self.numbers.iter().chain(&self.wholes).copied().chain([1]).collect();
        for of in self.wholes.iter().filter(|of| **of > 0) {
            for part in &parts {
                // Rounded either way.
                for (places, scale) in [(1, 1_000), (2, 10_000)] {
                    for rounded in [part * scale / of, (part * scale).div_ceil(*of)] {
                        let unit = 10_u32.pow(places);
                        let width = usize::try_from(places).unwrap_or_default();
                        self.written.insert(format!("{}.{:0width$}", rounded / unit, rounded % unit));
                    }
                }
            }
        }
        self.written
    }
}

/// Of a page, a workbook or a document, tags left out.
pub fn decimals(output: &Output) -> BTreeSet<String> {
    if output.is("file/xlsx") {
        return in_workbook(&output.bytes);
    }
    let text = if output.is_workbook_or_document() { unpacked(&output.bytes) } else { output.text() };
    let text = without_tags(&text);
    let words = text.split(|letter: char| !(letter.is_ascii_digit() || letter == '.'));
    words.map(|word| word.trim_matches('.')).filter(|word| word.matches('.').count() == 1).map(str::to_owned).collect()
}

fn hundredths(score: &str) -> Option<i64> {
    let (whole, rest) = score.split_once('.').unwrap_or((score, ""));
    let rest: String = rest.chars().chain("00".chars()).take(2).collect();
    format!("{whole}{rest}").parse().ok()
}

fn without_tags(text: &str) -> String {
    let mut plain = String::new();
    for part in text.split('<') {
        // Styles and scripts say nothing of figures.
        let (tag, said) = part.split_once('>').unwrap_or(("", part));
        plain.push(' ');
        if !tag.starts_with("style") && !tag.starts_with("script") {
            plain.push_str(said);
        }
    }
    plain
}

/// As a workbook shows them: what is less than one may be a share.
fn in_workbook(bytes: &[u8]) -> BTreeSet<String> {
    let sheets = sheets::read_sheets(bytes).unwrap_or_default();
    let cells = sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| row.cells().map(|cell| cell.text().into_owned()));
    let figures = cells.filter(|cell| cell.contains('.')).filter_map(|cell| cell.parse::<f64>().ok());
    figures.map(|figure| format!("{:.2}", if figure.abs() < 1.0 { figure * 100.0 } else { figure }.abs())).collect()
}

/// Everything that is written in a document.
fn unpacked(bytes: &[u8]) -> String {
    let mut all = String::new();
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return all };
    for at in 0..archive.len() {
        if let Ok(mut file) = archive.by_index(at)
            && file.name().is_ok_and(|name| name.ends_with("document.xml"))
        {
            let mut text = String::new();
            let _not_text = file.read_to_string(&mut text);
            all.push_str(&text);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_follows_from_figures_is_known_and_anything_else_is_not() {
        let mut derived = Derived::default();
        let scores = ["91.61", "80.00"].map(str::to_owned).to_vec();
        derived.take(&Told { counted: Some(36), scores, ..Told::default() });
        derived.out_of(48);
        let known = derived.finish();
        assert!(["91.61", "11.61", "75.00", "75.0", "2.78"].iter().all(|figure| known.contains(*figure)), "{known:?}");
        assert!(!known.contains("91.62") && !known.contains("33.33"));
    }

    #[test]
    fn only_decimals_outside_of_tags_are_figures() {
        let text = without_tags("<p data-x=\"1.25\">of 3 people: 91.37.</p><style>a{top:2.5em}</style>");
        assert!(text.contains("91.37") && !text.contains("1.25") && !text.contains("2.5"));
    }
}
