//! What a handler answers when it cannot do what was asked: each failure has a status and a page.
//!
//! Whatever a room does not map to one of these is [`Failure::Broken`]: 500, a fixed page, one
//! log line. The page itself is drawn by `headers`, where the language is known.

use std::{error::Error as StdError, time::Duration};

use actix_web::{
    HttpResponse, ResponseError,
    http::{StatusCode, header},
};

use crate::db;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("the request cannot be read")]
    Malformed,
    #[error("a form without a valid key")]
    StaleForm,
    /// Not signed in: to the sign-in page, and back to this address afterwards.
    #[error("not signed in")]
    SignInFirst { address: String },
    #[error("signed in, but not allowed")]
    Forbidden,
    #[error("nothing here")]
    NotFound,
    /// The state of things forbids it; the sentence says why and what to do.
    #[error("refused")]
    Refused(String),
    #[error("more than fits")]
    TooLarge,
    #[error("too many tries")]
    TooMany { wait: Duration },
    /// Out of reach or too busy; the same again may succeed in a minute.
    #[error("not available now")]
    Unavailable(#[source] Box<dyn StdError>),
    #[error("broken")]
    Broken(#[source] Box<dyn StdError>),
}

impl Failure {
    pub fn broken(fault: impl Into<Box<dyn StdError>>) -> Self {
        Self::Broken(fault.into())
    }
}

/// A fault of the database, from any deed that names none of its own.
impl From<diesel::result::Error> for Failure {
    fn from(fault: diesel::result::Error) -> Self {
        if db::is_out_of_reach(&fault) { Self::Unavailable(fault.into()) } else { Self::Broken(fault.into()) }
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Malformed | Self::StaleForm => StatusCode::BAD_REQUEST,
            Self::SignInFirst { .. } => StatusCode::SEE_OTHER,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Refused(_) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        let mut answer = HttpResponse::build(self.status_code());
        match self {
            Self::SignInFirst { address } => {
                answer.insert_header((header::LOCATION, address.as_str()));
            }
            Self::TooMany { wait } => {
                answer.insert_header((header::RETRY_AFTER, wait.as_secs().max(1)));
            }
            Self::Unavailable(_) => {
                answer.insert_header((header::RETRY_AFTER, 60));
            }
            _ => {}
        }
        answer.finish()
    }
}

/// After a deed: to another page, by GET.
pub fn see_other(address: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish()
}
