//! What programs send and are refused with: JSON, and `application/problem+json` (RFC 9457) with a code that stays.

use std::convert::Infallible;

use actix_web::{
    FromRequest, HttpMessage as _, HttpRequest, HttpResponse,
    dev::Payload,
    http::{StatusCode, header},
    web::Bytes,
};
use futures_util::{FutureExt as _, future::LocalBoxFuture};
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
    pub const NOT_JSON: Self = Self::new(415, "not_json", "Requests are sent as application/json.");
    pub const BUSY: Self = Self::new(503, "busy", "Too much at once. Try again in a moment.");

    pub const fn new(status: u16, code: &'static str, title: &'static str) -> Self {
        Self { status, code, title }
    }

    /// For an answer that says no more than that.
    pub(super) fn of(status: StatusCode) -> Self {
        match status.as_u16() {
            404 => Self::new(404, "no_such_address", "There is nothing at this address."),
            405 => Self::new(405, "method_not_allowed", "This address is not asked in this way."),
            413 => Self::TOO_LARGE,
            503 => Self::BUSY,
            status @ 500.. => Self::new(status, "broken", "The service failed. Send it again."),
            status => Self { status, ..Self::MALFORMED },
        }
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

/// What a program sent, if it says that it is JSON. Taken by handlers that answer programs.
pub struct Sent(Result<Bytes, Problem>);

impl Sent {
    /// It, if it is the JSON expected and no longer than that. What was wrong is not repeated: it may be a ballot.
    pub fn json<T: DeserializeOwned>(self, longest: usize) -> Result<T, Problem> {
        let body = self.0?;
        if body.len() > longest {
            return Err(Problem::TOO_LARGE);
        }
        serde_json::from_slice(&body).map_err(|_| Problem::MALFORMED)
    }
}

impl FromRequest for Sent {
    type Error = Infallible;
    type Future = LocalBoxFuture<'static, Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = request.content_type().trim().eq_ignore_ascii_case("application/json");
        let body = Bytes::from_request(request, payload);
        async move {
            let body = body.await.map_err(|fault| match fault.as_response_error().status_code() {
                StatusCode::PAYLOAD_TOO_LARGE => Problem::TOO_LARGE,
                _ => Problem::MALFORMED,
            });
            Ok(Self(if is_json { body } else { Err(Problem::NOT_JSON) }))
        }
        .boxed_local()
    }
}
