//! Why a file was not taken: kinds and numbers only, nothing that stood in it.

use super::limits;
use thiserror::Error;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than {} bytes", limits::FILE)]
    TooLarge,
    #[error("a file of no kind that is taken")]
    OtherKind,
    /// `.doc`, `.xls`, `.ppt`: to be saved in the format of today.
    #[error("a file of an old office program")]
    OldOffice,
    #[error("the file is damaged")]
    Damaged,
    /// Opens with a password only, or is protected so that it cannot be changed.
    #[error("the file is encrypted")]
    Locked,
    #[error("the file holds a program")]
    Macros,
    /// Another document, a sound, a film, or a picture of a kind that cannot be cleaned.
    #[error("the file holds another file that cannot be cleaned")]
    FileInside,
    /// A document in a document in a document.
    #[error("files inside files inside files")]
    TooDeep,
    /// What was filled in is drawn only by the program that it was filled in with.
    #[error("a form that is not drawn")]
    Undrawn,
    #[error("a picture of more than {} dots", limits::DOTS)]
    TooManyDots,
    #[error("far more in the file than it looks")]
    Bomb,
}
