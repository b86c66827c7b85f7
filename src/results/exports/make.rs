//! The file of a kind.

use super::{Kind, csv, docx, json, workbook, xlsx};
use crate::{
    language::Language,
    results::{
        Round,
        report::{Document, Imprint, Options, document},
    },
    sheets::Unwritable,
};

#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    #[error("no workbook holds this: {0}")]
    Workbook(#[from] Unwritable),
    #[error("no document holds this: {0}")]
    Document(#[from] zip::result::ZipError),
    #[cfg(feature = "pdf")]
    #[error("no PDF holds this: {0}")]
    Pdf(#[from] super::pdf::Undrawable),
}

/// `None`: this program does not make such files. `earlier` as for the report.
pub fn make(
    kind: Kind,
    round: &Round,
    earlier: &[Round],
    options: &Options,
    language: Language,
    imprint: &Imprint,
) -> Result<Option<Vec<u8>>, NotMade> {
    Ok(Some(match kind {
        Kind::Csv => csv(round, language),
        Kind::Json => json(round, imprint.paper),
        // Nothing is scored in an election: its workbook is its report.
        Kind::Xlsx if round.is_election() => workbook(&document(round, earlier, options, language, imprint))?,
        Kind::Xlsx => xlsx(round, earlier, language, imprint)?,
        Kind::Docx => docx(&document(round, earlier, options, language, imprint))?,
        #[cfg(feature = "pdf")]
        Kind::Pdf => super::pdf::pdf(&document(round, earlier, options, language, imprint))?,
        #[cfg(not(feature = "pdf"))]
        Kind::Pdf => return Ok(None),
    }))
}

/// Any document as a file of a kind. `None`: this program does not make such files of it.
pub fn of_document(kind: Kind, document: &Document) -> Result<Option<Vec<u8>>, NotMade> {
    Ok(Some(match kind {
        Kind::Csv | Kind::Json => return Ok(None),
        Kind::Xlsx => workbook(document)?,
        Kind::Docx => docx(document)?,
        #[cfg(feature = "pdf")]
        Kind::Pdf => super::pdf::pdf(document)?,
        #[cfg(not(feature = "pdf"))]
        Kind::Pdf => return Ok(None),
    }))
}
