//! Refusals for programs: `application/problem+json` (RFC 9457) with a code that stays.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web::Bytes,
};
use serde::de::DeserializeOwned;
use serde_json::json;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    pub status: u16,
    pub code: &'static str,
    pub title: &'static str,
}

impl Problem {
    pub const MALFORMED: Self = Self::new(400, "malformed", "This is not the JSON that is expected here.");
    pub const TOO_LARGE: Self = Self::new(413, "too_large", "This is larger than anything expected here.");
    pub const BUSY: Self = Self::new(503, "busy", "Too much at once. Try again in a moment.");

    pub const fn new(status: u16, code: &'static str, title: &'static str) -> Self {
        Self { status, code, title }
    }

    pub fn answer(self) -> HttpResponse {
        let Self { status, code, title } = self;
        let body = json!({ "type": "about:blank", "title": title, "status": status, "code": code });
        let mut answer = HttpResponse::build(StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST));
        if status == 503 {
            answer.insert_header((header::RETRY_AFTER, "1"));
        }
        answer.insert_header((header::CONTENT_TYPE, "application/problem+json")).body(body.to_string())
    }
}

/// What was sent, if it is the JSON expected and no longer than that. What was wrong is not repeated: it
/// may be a ballot.
pub fn sent_json<T: DeserializeOwned>(body: Result<Bytes, actix_web::Error>, longest: usize) -> Result<T, Problem> {
    let body = body.map_err(|fault| match fault.as_response_error().status_code() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TOO_LARGE,
        _ => Problem::MALFORMED,
    })?;
    if body.len() > longest {
        return Err(Problem::TOO_LARGE);
    }
    serde_json::from_slice(&body).map_err(|_| Problem::MALFORMED)
}
