//! A guest's cookie: random bytes that bind the forms of someone not signed in to their browser.
//!
//! It is set when a form is drawn, says nothing about anyone, and goes when the browser closes.

use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite},
};
use data_encoding::BASE64URL_NOPAD;

use crate::dice::Dice;

/// The prefix makes browsers refuse it from anyone but this very host, over TLS.
const NAME: &str = "__Host-clearjai-guest";
const NAME_WITHOUT_TLS: &str = "clearjai-guest";

pub type Guest = [u8; 16];

pub fn read(request: &HttpRequest, tls: bool) -> Option<Guest> {
    let cookie = request.cookie(name(tls))?;
    let bytes = BASE64URL_NOPAD.decode(cookie.value().as_bytes()).ok()?;
    bytes.try_into().ok()
}

pub fn new(dice: &mut Dice) -> Guest {
    dice.bytes()
}

pub fn cookie(guest: &Guest, tls: bool) -> Cookie<'static> {
    Cookie::build(name(tls), BASE64URL_NOPAD.encode(guest))
        .path("/")
        .http_only(true)
        .secure(tls)
        .same_site(SameSite::Strict)
        .finish()
}

const fn name(tls: bool) -> &'static str {
    if tls { NAME } else { NAME_WITHOUT_TLS }
}
