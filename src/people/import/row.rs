//! One row of a file, understood: somebody, or the reason why not.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Field, Layout};
use crate::{
    address::EmailAddress,
    language::{Language, Reading, Unreadable, dates},
    people::{Category, EmployeeNumber, Name, Unfit, Unlikely},
    sheets::{Cell, Row, without_guard},
    tidy::Untidy,
};

/// Somebody as the file has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    pub row: u32,
    pub number: EmployeeNumber,
    pub name: Name,
    pub unit: Name,
    pub category: Option<Category>,
    pub email: Known<EmailAddress>,
    pub language: Known<Language>,
    pub started: Option<Date>,
}

/// What the file says of something. An empty cell says nothing, so that no file forgets what the
/// roster knows; a dash says that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known<T> {
    NotSaid,
    Said(Option<T>),
}

impl<T> Known<T> {
    /// What holds from now on, if this held before.
    pub fn over(self, before: Option<T>) -> Option<T> {
        match self {
            Self::NotSaid => before,
            Self::Said(now) => now,
        }
    }
}

/// A row that cannot be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Faulty {
    pub row: u32,
    pub field: Field,
    /// What stands in the cell.
    pub cell: String,
    /// How it was read, where it could be read but not believed.
    pub day: Option<String>,
    pub reason: Reason,
    /// Whose row it is, if that could be read: they are not missing from the file.
    pub number: Option<EmployeeNumber>,
}

/// Why a row is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    #[error(transparent)]
    Unfit(Unfit),
    #[error(transparent)]
    Unreadable(Unreadable),
    #[error(transparent)]
    Unlikely(Unlikely),
    #[error("not an e-mail address")]
    NotAnAddress,
    #[error("no language of ours")]
    NoSuchLanguage,
    /// `#N/A`, `#REF!`, a formula that was never worked out.
    #[error("a formula without a value")]
    Formula,
    #[error("the same employee number as in row {other}")]
    NumberTwice { other: u32 },
    #[error("the same address as in row {other}")]
    EmailTwice { other: u32 },
    #[error("somebody else on the roster has this address")]
    EmailTaken,
    #[error("several units are called so")]
    UnitAmbiguous,
}

/// Reads a row; what is wrong first, from left to right in the order of [`Field::ALL`], is said.
pub fn read_row(row: &Row, layout: &Layout, today: Date) -> Result<Sound, Faulty> {
    let mut reader = Reader { row, layout, number: None };
    let number = reader.need(Field::Number, EmployeeNumber::parse)?;
    reader.number = Some(number.clone());
    let name = reader.name()?;
    let unit = reader.need(Field::Unit, Name::parse)?;
    let category = reader.may(Field::Category, Category::parse)?;
    let email = reader.said(Field::Email, |text| EmailAddress::parse(text).map_err(|_| Reason::NotAnAddress))?;
    let language = reader.said(Field::Language, language)?;
    let started = reader.started(today)?;
    Ok(Sound { row: row.number, number, name, unit, category, email, language, started })
}

struct Reader<'row> {
    row: &'row Row,
    layout: &'row Layout,
    number: Option<EmployeeNumber>,
}

impl<'row> Reader<'row> {
    fn raw(&self, field: Field) -> Cell<'row> {
        self.layout.columns.get(&field).map_or(Cell::Empty, |place| self.row.cell(*place))
    }

    /// What stands in the cell; nothing if the file has no such column.
    fn cell(&self, field: Field) -> Result<Cow<'row, str>, Faulty> {
        match self.raw(field) {
            Cell::Fault(_) => Err(self.faulty(field, Reason::Formula)),
            // A file that we wrote ourselves, or another program that keeps formulas out of names.
            Cell::Text(text) => Ok(Cow::Borrowed(without_guard(text))),
            cell => Ok(cell.text()),
        }
    }

    fn need<T>(&self, field: Field, parse: impl Fn(&str) -> Result<T, Unfit>) -> Result<T, Faulty> {
        parse(&self.cell(field)?).map_err(|unfit| self.faulty(field, Reason::Unfit(unfit)))
    }

    fn may<T>(&self, field: Field, parse: impl Fn(&str) -> Result<T, Unfit>) -> Result<Option<T>, Faulty> {
        match parse(&self.cell(field)?) {
            Ok(value) => Ok(Some(value)),
            Err(Unfit::Untidy(Untidy::Missing)) => Ok(None),
            Err(unfit) => Err(self.faulty(field, Reason::Unfit(unfit))),
        }
    }

    fn said<T>(&self, field: Field, parse: impl Fn(&str) -> Result<T, Reason>) -> Result<Known<T>, Faulty> {
        match self.cell(field)? {
            text if text.trim().is_empty() => Ok(Known::NotSaid),
            text if is_a_dash(&text) => Ok(Known::Said(None)),
            text => parse(&text).map(|value| Known::Said(Some(value))).map_err(|reason| self.faulty(field, reason)),
        }
    }

    /// Title, given name and surname, as far as the file keeps them apart.
    fn name(&self) -> Result<Name, Faulty> {
        let title = self.cell(Field::Title)?;
        let name = self.cell(Field::Name)?;
        let surname = self.cell(Field::Surname)?;
        if name.trim().is_empty() {
            return Err(self.faulty(Field::Name, Reason::Unfit(Untidy::Missing.into())));
        }
        // Thai titles stand close to the name, English ones do not.
        let title = title.trim();
        let space = if title.is_empty() || !title.is_ascii() { "" } else { " " };
        let whole = format!("{title}{space}{} {}", name.trim(), surname.trim());
        Name::parse(&whole).map_err(|unfit| self.faulty(Field::Name, Reason::Unfit(unfit)))
    }

    fn started(&self, today: Date) -> Result<Option<Date>, Faulty> {
        let field = Field::Started;
        let unreadable = |reason| self.faulty(field, Reason::Unreadable(reason));
        let day = if let Cell::Day(day) = self.raw(field) {
            day
        } else {
            let text = self.cell(field)?;
            if text.trim().is_empty() || is_a_dash(&text) {
                return Ok(None);
            }
            match (dates::read(&text).map_err(unreadable)?, self.layout.era) {
                (Reading::Day(day), _) => day,
                (reading, Some(era)) => reading.in_era(era).map_err(unreadable)?,
                (Reading::TwoDigitYear { two_digits, .. }, None) => {
                    return Err(unreadable(Unreadable::YearOutOfRange { year: two_digits.into() }));
                }
            }
        };
        match Unlikely::check_start(day, today) {
            Ok(()) => Ok(Some(day)),
            Err(unlikely) => Err(Faulty { day: Some(day.to_string()), ..self.faulty(field, Reason::Unlikely(unlikely)) }),
        }
    }

    fn faulty(&self, field: Field, reason: Reason) -> Faulty {
        Faulty {
            row: self.row.number,
            field,
            cell: self.raw(field).text().chars().take(200).collect(),
            day: None,
            reason,
            number: self.number.clone(),
        }
    }
}

/// People write a dash where there is nothing.
fn is_a_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "–" | "—")
}

fn language(text: &str) -> Result<Language, Reason> {
    match text.trim().to_lowercase().as_str() {
        "th" | "thai" | "ไทย" | "ภาษาไทย" => Ok(Language::Thai),
        "en" | "english" | "อังกฤษ" | "ภาษาอังกฤษ" => Ok(Language::English),
        _ => Err(Reason::NoSuchLanguage),
    }
}
