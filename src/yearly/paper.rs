//! The papers: the report in four columns, and the summary of one activity on a page.

use super::{
    rows::{ReportRow, satisfaction},
    words::saying::words,
};
use crate::{
    activities::{Activity, Around, Part, Span},
    language::{Language, dates, digits::grouped, plain},
    notices::Evaluation,
    results::report::{self, Block, Column, Document, Row, Table},
};

/// Whose paper it is, and when it is printed.
pub struct Imprint {
    pub department: String,
    pub printed: jiff::civil::Date,
}

pub fn report(rows: &[ReportRow], span: Span, around: &Around, language: Language, imprint: &Imprint) -> Document {
    let say = words(language);
    let of_part = match span.part {
        Part::Whole => String::new(),
        Part::First | Part::Second => format!(" ({})", months(span, language)),
    };
    let mut blocks: Vec<Block> = paragraphs(&around.opening);
    blocks.push(if rows.is_empty() {
        Block::Paragraph(say.nothing_done.to_owned())
    } else {
        Block::Table(table(rows, language))
    });
    // As one: who wrote it, and when.
    if !around.closing.is_empty() {
        blocks.push(Block::Paragraph(indented(&around.closing)));
    }
    Document {
        title: (say.report_title)(&span.year.number().to_string(), &of_part),
        lines: vec![imprint.department.clone()],
        is_landscape: true,
        ..empty(blocks, language, imprint)
    }
}

fn months(span: Span, language: Language) -> String {
    use crate::language::MonthOfYear;
    dates::months(MonthOfYear::of(span.first_day()), MonthOfYear::of(span.last_day()), language)
}

fn empty(blocks: Vec<Block>, language: Language, imprint: &Imprint) -> Document {
    Document {
        language,
        title: String::new(),
        lines: Vec::new(),
        running: (report::words::words(language).running)(&imprint.department, &dates::short_with_era(imprint.printed, language)),
        thai_digits: false,
        is_landscape: false,
        blocks,
        signatures: Vec::new(),
    }
}

fn table(rows: &[ReportRow], language: Language) -> Table {
    let say = words(language);
    let row = |(number, row): (usize, &ReportRow)| Row {
        cells: vec![format!("{number}. {}", row.title), row.period.clone(), indented(&row.summary), indented(&row.outcome)],
        is_strong: false,
    };
    Table {
        columns: vec![
            Column::wide(say.what, 24),
            Column::wide(say.when, 14),
            Column::wide(say.summary, 31),
            Column::wide(say.outcome, 31),
        ],
        rows: (1..).zip(rows).map(row).collect(),
        ..Table::default()
    }
}

/// Bullets keep their depth wherever spaces would run together.
fn indented(text: &str) -> String {
    let line = |line: &str| {
        let words = line.trim_start_matches(' ');
        format!("{}{words}", "\u{a0}\u{a0}".repeat(line.len() - words.len()))
    };
    text.split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// One for what stands between empty lines.
fn paragraphs(text: &str) -> Vec<Block> {
    let parts = text.split("\n\n").filter(|part| !part.trim().is_empty());
    parts.map(|part| Block::Paragraph(indented(part))).collect()
}

/// `told`: by the round it is linked to.
pub fn summary(activity: &Activity, told: Option<&Evaluation>, language: Language, imprint: &Imprint) -> Document {
    let (said, say) = (&activity.wanted.said, words(language));
    let day = said.period.first_day();
    let when = if day == said.period.last_day() {
        (say.on_day)(&dates::long(day, language))
    } else {
        (say.in_period)(&said.period.text(language))
    };
    let mut lines = vec![activity.title(language).to_owned(), when];
    if !said.venue.is_empty() {
        lines.push((say.at)(&said.venue));
    }
    lines.push(imprint.department.clone());
    let people = said.attendance.map(|people| (say.people)(&grouped(people.into()))).unwrap_or_default();
    let satisfied = satisfaction(activity, told, language).map(|it| (say.satisfied)(&it)).unwrap_or_default();
    let parts = [
        (say.objective, &said.objective),
        (say.method, &said.method),
        (say.key_points, &said.key_points),
        (say.good_practice, &said.good_practice),
        (say.done, &said.summary),
        (say.result, &said.result),
        (say.attendance, &people),
        (say.satisfaction_of, &satisfied),
        (say.knowledge, &said.knowledge),
    ];
    let mut blocks = Vec::new();
    for (heading, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
        blocks.push(Block::Heading(heading.to_owned()));
        blocks.extend(paragraphs(text));
    }
    Document { title: say.summary_title.to_owned(), lines, ..empty(blocks, language, imprint) }
}

/// In plain letters for old programs, and by its own name for people.
pub fn named(plain_name: &str, own: &str, ending: &str) -> (String, String) {
    let is_special = |letter: char| matches!(letter, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '%');
    let own: String =
        plain(own).chars().filter(|it| !it.is_control()).map(|it| if is_special(it) { '-' } else { it }).take(60).collect();
    (format!("{plain_name}.{ending}"), format!("{}.{ending}", own.trim_matches(['.', ' '])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_keep_their_depth_and_paragraphs_are_parted_by_empty_lines() {
        assert_eq!(indented("- ก\n - ข"), "- ก\n\u{a0}\u{a0}- ข");
        assert_eq!(paragraphs("ก\nข\n\nค"), [Block::Paragraph("ก\nข".to_owned()), Block::Paragraph("ค".to_owned())]);
        assert_eq!(paragraphs(""), []);
    }

    #[test]
    fn files_are_named_as_every_system_takes_it() {
        assert_eq!(named("report", "รายงาน 2566: ก/ข", "docx"), ("report.docx".to_owned(), "รายงาน 2566- ก-ข.docx".to_owned()));
    }
}
