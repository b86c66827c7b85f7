//! Why ballots were not opened. Nothing was written.

use crate::papers::NoPaper;

#[derive(Debug, thiserror::Error)]
pub enum NotReleased {
    #[error("no survey of this id has opened")]
    NoSuchSurvey,
    #[error("it is not closed yet")]
    StillOpen,
    #[error("this key opens ballots of another survey")]
    OtherKey,
    #[error("the urn holds a spoilt paper")]
    NoPaper(#[from] NoPaper),
    #[error("ballots came or went while others were opened")]
    Changed,
    #[error("not one ballot could be read, so that something else is wrong; nothing was thrown away")]
    NothingReadable,
    #[error("a thread that opened ballots broke off")]
    BrokenOff,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}
