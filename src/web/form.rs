//! What a browser posts: read with a limit, and handed out only after its form key was checked.

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web};
use futures_util::{FutureExt, StreamExt, future::LocalBoxFuture};

use super::{Failure, FormKey};

/// No form of ours is longer, but those for long texts.
pub const SMALL: usize = 64 * 1024;
/// Four times ten thousand Thai characters, as browsers write them.
const LONG: usize = 384 * 1024;

/// A form as it came, not yet trusted; [`super::Visit::accept`] opens it.
pub struct Body<const MOST: usize = SMALL>(Vec<(String, String)>);

/// The same for forms with long texts.
pub type LongBody = Body<LONG>;

impl Body {
    pub(super) fn of(fields: Vec<(String, String)>) -> Self {
        Self(fields)
    }
}

impl<const MOST: usize> Body<MOST> {
    /// Of a form without a key: its address is the right to send it, and it sets nobody's cookie.
    pub fn without_key(self) -> Vec<(String, String)> {
        self.0
    }

    pub(super) fn key(&self) -> &str {
        self.0.iter().find(|(name, _)| name == "key").map_or("", |(_, key)| key)
    }

    pub(super) fn opened(self, key: FormKey) -> Posted {
        let sent = self.0.iter().filter(|(name, _)| name != "key");
        let key = key.with(sent.flat_map(|(name, value)| [name.as_bytes(), value.as_bytes()]));
        Posted { fields: self.0, key }
    }
}

impl<const MOST: usize> FromRequest for Body<MOST> {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let mut payload = payload.take();
        async move {
            if !is_form {
                return Err(Failure::Malformed);
            }
            let mut body = web::BytesMut::new();
            while let Some(chunk) = payload.next().await {
                let chunk = chunk.map_err(|_| Failure::Malformed)?;
                if body.len() + chunk.len() > MOST {
                    return Err(Failure::TooLarge);
                }
                body.extend_from_slice(&chunk);
            }
            posted_fields(&body).map(Self).ok_or(Failure::Malformed)
        }
        .boxed_local()
    }
}

/// The fields of a form; `None` if that is no form or no UTF-8.
pub fn posted_fields(body: &[u8]) -> Option<Vec<(String, String)>> {
    std::str::from_utf8(body).ok()?;
    serde_urlencoded::from_bytes(body).ok()
}

/// A form that this visitor was given and sent back.
#[derive(Debug)]
pub struct Posted {
    fields: Vec<(String, String)>,
    /// Names this very form and what was typed into it, for deeds that must happen once.
    pub key: FormKey,
}

impl Posted {
    /// What was typed, without spaces around it; empty if the field is missing.
    pub fn text(&self, field: &str) -> &str {
        self.raw(field).trim()
    }

    /// What was typed, to the letter: passwords.
    pub fn raw(&self, field: &str) -> &str {
        self.all(field).next().unwrap_or_default()
    }

    /// Every value of a field that may be ticked more than once.
    pub fn all<'form>(&'form self, field: &str) -> impl Iterator<Item = &'form str> {
        self.fields.iter().filter(move |(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    pub fn is_ticked(&self, field: &str) -> bool {
        self.all(field).next().is_some()
    }
}
