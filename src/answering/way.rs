//! By which way somebody comes to answer, and the addresses of the pages on it.

use crate::{ids::SurveyId, web::at};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// By a link of their own.
    Personal(String),
    /// By the address of a round that is open to everyone.
    Open(SurveyId),
    /// With the receipt of a ballot that is in the urn, from any device.
    Replacing(SurveyId),
}

impl Way {
    pub fn start(&self) -> String {
        match self {
            Self::Personal(link) => at::personal(link),
            Self::Open(survey) => at::open_link(*survey),
            Self::Replacing(survey) => at::replace(*survey),
        }
    }

    /// All pages in one, for browsers with scripts.
    pub fn answer(&self) -> String {
        self.page("answer")
    }

    /// `3`, `check` or `send`, for those without.
    pub fn page(&self, page: impl std::fmt::Display) -> String {
        format!("{}/{page}", self.start())
    }

    pub const fn is_replacing(&self) -> bool {
        matches!(self, Self::Replacing(_))
    }
}
