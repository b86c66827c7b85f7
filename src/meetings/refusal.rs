//! Why nothing was done with a session.

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such session")]
    NotFound,
    #[error("the session is not at a stage where this is done")]
    NotNow,
    #[error("contributions would end before they begin, or have ended")]
    Past,
    #[error("an end can only be put off")]
    NotLater,
    #[error("nobody is invited")]
    NobodyInvited,
    #[error("too few are invited for anybody to write without a name")]
    TooFewInvited,
    #[error("somebody changed the report meanwhile")]
    Changed,
    #[error("a round of this name is planned already")]
    RoundTaken,
    #[error("the round was refused: {0}")]
    Round(crate::rounds::Refusal),
    #[error("a key cannot be written")]
    Key(#[from] openssl::error::ErrorStack),
    #[error("the notice cannot be written")]
    Notice(#[from] crate::notices::NoNotice),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

impl From<crate::rounds::Refusal> for Refusal {
    fn from(refusal: crate::rounds::Refusal) -> Self {
        match refusal {
            crate::rounds::Refusal::NotFound => Self::NotFound,
            crate::rounds::Refusal::NameTaken => Self::RoundTaken,
            crate::rounds::Refusal::Database(fault) => Self::Database(fault),
            other => Self::Round(other),
        }
    }
}
