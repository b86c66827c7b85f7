//! A form of XLSForm as an instrument, with everything listed that it could not hold.

use super::{
    kinds::{Kind, kind},
    lists::{Lists, place},
    questions::Reader,
    settings,
    sheet::Sheet,
};
use crate::{
    exchange::{Imported, Loss, LossKind, Place, Refused},
    instruments::{Part, Scale, limits},
    language::Language,
    sheets,
};

/// Bytes of the file; nobody's questions take more.
const LARGEST: usize = 8 * 1024 * 1024;

/// Cells with something in them: each may be worth a line in the list.
const CELLS: usize = 200_000;

/// A text that says no language is in the form's default language, or else in `language`, or else Thai.
pub fn read(file: &[u8], file_name: &str, language: Option<Language>) -> Result<Imported, Refused> {
    if file.len() > LARGEST {
        return Err(Refused::TooLarge { limit: LARGEST });
    }
    let mut book = Book::of(file)?;
    let is_ours = settings::is_ours(book.settings.as_ref())?;
    let losses = &mut book.losses;
    let tongues = settings::tongues((&book.survey, book.choices.as_ref(), book.settings.as_ref()), language, is_ours, losses);
    let (mut instrument, scales) = settings::instrument(book.settings.as_ref(), &tongues, file_name, losses);
    let lists = Lists::read(book.choices.as_ref(), &tongues, losses);
    let title = instrument.title.clone();
    let reader = Reader::new(&tongues, &lists, &scales, &book.survey, &title);
    instrument.scales = reader.scales();
    let (parts, found) = reader.parts(&instrument.scales);
    book.losses.extend(found);
    instrument.parts = parts;
    if book.survey.rows.is_empty() && !is_ours {
        return Err(Refused::NoQuestion);
    }
    instrument.check_size().map_err(Refused::Instrument)?;
    Ok(Imported { instrument, losses: book.losses })
}

/// The sheets of a workbook that make a form.
struct Book {
    survey: Sheet,
    choices: Option<Sheet>,
    settings: Option<Sheet>,
    losses: Vec<Loss>,
}

impl Book {
    fn of(file: &[u8]) -> Result<Self, Refused> {
        let (mut survey, mut choices, mut settings, mut losses) = (None, None, None, Vec::new());
        for table in sheets::read_sheets(file)? {
            let sheet = Sheet::of(table);
            let slot = match sheet.name.trim().to_lowercase().as_str() {
                "survey" => &mut survey,
                "choices" | "choices and columns" => &mut choices,
                "settings" => &mut settings,
                _ => {
                    losses.push(Loss::new(Place::Sheet(sheet.name.clone()), LossKind::SheetLeftOut, &sheet.name));
                    continue;
                }
            };
            *slot = Some(sheet);
        }
        let survey = survey.filter(|sheet: &Sheet| sheet.has("type")).ok_or(Refused::NotXlsForm)?;
        let mut cells = 0;
        for sheet in [Some(&survey), choices.as_ref(), settings.as_ref()].into_iter().flatten() {
            cells += sheet.lines().map(|line| line.cells().count()).sum::<usize>();
            if cells > CELLS {
                return Err(Refused::Bomb);
            }
            for line in sheet.lines() {
                for (column, cell) in line.cells() {
                    if matches!(cell, sheets::Cell::Fault(_)) {
                        let quoted = format!("{}: {}", column.header, cell.text());
                        losses.push(Loss::new(place(line), LossKind::UnreadableCell, &quoted));
                    }
                    if column.is_text() && cell.text().chars().count() > limits::TEXT {
                        let quoted = format!("{}: {}", column.header, cell.text());
                        losses.push(Loss::new(place(line), LossKind::TextCut, &quoted));
                    }
                }
            }
        }
        Ok(Self { survey, choices, settings, losses })
    }
}

impl Reader<'_> {
    /// Every row of the sheet, one after the other.
    fn parts(mut self, scales: &[Scale]) -> (Vec<Part>, Vec<Loss>) {
        let survey = self.survey;
        for line in survey.lines() {
            let written = line.cell("type");
            if written.is_empty() {
                self.stray(line);
                continue;
            }
            if line.is("disabled") {
                self.lost(line, LossKind::SettingLeftOut, &format!("disabled: {written} {}", line.cell("name")));
                continue;
            }
            match kind(&written) {
                Kind::End => self.end(line),
                kind @ (Kind::BeginGroup | Kind::BeginRepeat) => self.begin(line, kind == Kind::BeginRepeat),
                Kind::Not(what @ (LossKind::WouldIdentify | LossKind::TypeLeftOut)) => {
                    self.lost(line, what, &format!("{written} {}", line.cell("name")));
                }
                kind => self.question(line, kind, scales),
            }
        }
        self.finished()
    }
}
