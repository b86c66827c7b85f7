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
    #[error("a key cannot be written")]
    Key(#[from] openssl::error::ErrorStack),
    #[error("the notice cannot be written")]
    Notice(#[from] crate::notices::NoNotice),
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}
