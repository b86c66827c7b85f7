//! Why a file is not imported at all.

use thiserror::Error;

use crate::{instruments, sheets};

#[derive(Debug, Error)]
pub enum Refused {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than {limit} bytes")]
    TooLarge { limit: usize },
    /// Neither our JSON nor XLSForm nor LimeSurvey.
    #[error("a file of another kind")]
    OtherKind,
    /// `.xls`: to be saved as `.xlsx`.
    #[error("a workbook of Excel 97 to 2003")]
    OldExcel,
    #[error("the file opens with a password only")]
    PasswordProtected,
    #[error("the file is damaged or cut short")]
    Damaged,
    /// Far larger unpacked than it looks.
    #[error("the file unpacks to more than is read")]
    Bomb,
    /// A document type or an entity declaration, which no survey needs.
    #[error("the file declares entities or a document type")]
    Entities,
    #[error("elements inside each other deeper than {limit}")]
    TooDeep { limit: usize },
    #[error("text that is not in UTF-8")]
    Undecodable,
    /// A workbook without the sheet `survey`, or without its columns `type` and `name`.
    #[error("a workbook that is no XLSForm")]
    NotXlsForm,
    /// XML that is no survey of LimeSurvey; one question or one group of it, perhaps.
    #[error("XML that is no survey of LimeSurvey")]
    NotLimeSurvey,
    #[error("a survey without any question")]
    NoQuestion,
    /// More than the model holds, or JSON that is not of our form.
    #[error("no instrument within our limits: {0}")]
    Instrument(instruments::Refused),
}

impl From<sheets::Refusal> for Refused {
    fn from(refusal: sheets::Refusal) -> Self {
        use sheets::Refusal;
        match refusal {
            Refusal::Empty => Self::Empty,
            Refusal::TooLarge { limit } => Self::TooLarge { limit },
            Refusal::OldExcel => Self::OldExcel,
            Refusal::PasswordProtected => Self::PasswordProtected,
            Refusal::NotATable(_) => Self::OtherKind,
            Refusal::Bomb { .. } | Refusal::TooManyRows { .. } | Refusal::TooManyColumns { .. } => Self::Bomb,
            Refusal::Undecodable => Self::Undecodable,
            Refusal::Damaged | Refusal::CellTooLong { .. } | Refusal::UnclosedQuote { .. } => Self::Damaged,
        }
    }
}
