//! Why a file was refused: numbers and kinds only, never what stood in a cell.

use super::limits;
use thiserror::Error;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("the file holds no row")]
    Empty,
    #[error("the file is larger than {limit} bytes")]
    TooLarge { limit: usize },
    /// `.xls` or `.xlsb`: to be saved as `.xlsx`.
    #[error("a workbook of an old or binary Excel format")]
    OldExcel,
    #[error("the file opens with a password only")]
    PasswordProtected,
    #[error("no table but {0}")]
    NotATable(Found),
    #[error("the file is damaged")]
    Damaged,
    /// Far larger unpacked than it looks, whether on purpose or by ten thousand pictures.
    #[error("the file unpacks to more than {limit} bytes or parts")]
    Bomb { limit: u64 },
    #[error("more than {limit} rows")]
    TooManyRows { limit: usize },
    #[error("more than {limit} columns")]
    TooManyColumns { limit: usize },
    #[error("a cell of row {row} has more than {} characters", limits::CHARACTERS)]
    CellTooLong { row: u32 },
    /// In CSV: all that follows would have become one cell.
    #[error("a quotation mark in row {row} is never closed")]
    UnclosedQuote { row: u32 },
    #[error("text neither in UTF-8 nor in UTF-16 nor in Windows-874")]
    Undecodable,
}

/// What a file is that is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Found {
    #[error("a PDF")]
    Pdf,
    #[error("a picture")]
    Picture,
    /// Of Word, PowerPoint or another word processor.
    #[error("a document or presentation")]
    Document,
    /// A table of LibreOffice, perhaps: to be saved as `.xlsx`.
    #[error("an OpenDocument file")]
    OpenDocument,
    #[error("a web page")]
    WebPage,
    #[error("an archive of files")]
    Archive,
    #[error("bytes that are no text")]
    Binary,
}
