//! One visit: who looks, in which language, at which address; and the pages and forms for it.

use std::{
    borrow::Cow,
    future::{Ready, ready},
    rc::Rc,
};

use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, cookie::Cookie, dev::Payload, http::StatusCode, web};
use maud::{Markup, html};

use super::{
    Failure, Faults, FormKey, Viewer, Width, at,
    form::{Body, Posted},
    frame::{Frame, draw},
    guest::{self, Guest},
    premises::Premises,
};
use crate::language::Language;

/// Taken by every handler that draws a page. Guards add who is signed in.
#[derive(Clone)]
pub struct Visit {
    pub language: Language,
    pub premises: web::Data<Premises>,
    request: HttpRequest,
    viewer: Option<Rc<Viewer>>,
    owner: Owner,
    /// Where the page stands, if the request came to another address.
    stands_at: Option<Cow<'static, str>>,
}

/// Whose forms these are.
#[derive(Clone)]
enum Owner {
    Session([u8; 16]),
    /// The cookie that came along, if one did.
    Guest(Option<Guest>),
}

/// Cookies that the answer will set, whatever the handler answers.
#[derive(Default)]
pub(super) struct CookiesToSet(pub Vec<Cookie<'static>>);

impl FromRequest for Visit {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of(request))
    }
}

impl Visit {
    pub fn of(request: &HttpRequest) -> Result<Self, Failure> {
        let premises = request
            .app_data::<web::Data<Premises>>()
            .cloned()
            .ok_or_else(|| Failure::broken("the premises are missing from the application"))?;
        let known = request.extensions().get::<Known>().cloned();
        Ok(Self {
            language: language_of(request.path()),
            owner: known
                .as_ref()
                .map_or_else(|| Owner::Guest(guest::read(request, premises.tls)), |known| Owner::Session(known.session)),
            request: request.clone(),
            premises,
            viewer: known.map(|known| known.viewer),
            stands_at: None,
        })
    }

    /// The same visit, of someone signed in. `session` binds their forms.
    #[must_use]
    pub fn signed_in(mut self, viewer: Viewer, session: [u8; 16]) -> Self {
        let viewer = Rc::new(viewer);
        // Left for the page of a failure, which knows the request only.
        self.request.extensions_mut().insert(Known { viewer: viewer.clone(), session });
        self.viewer = Some(viewer);
        self.owner = Owner::Session(session);
        self
    }

    /// The page drawn stands at this address, whatever address its form was sent to. An empty one
    /// is a page that cannot be opened again: it leads to no other language.
    #[must_use]
    pub fn standing_at(&self, address: impl Into<Cow<'static, str>>) -> Self {
        Self { stands_at: Some(address.into()), ..self.clone() }
    }

    /// Reads a form that we drew for this visitor; anything else is a stale form.
    pub fn accept<const MOST: usize>(&self, body: Body<MOST>) -> Result<Posted, Failure> {
        let key = self.check(body.key()).ok_or(Failure::StaleForm)?;
        Ok(body.opened(key))
    }

    /// An address in the language of this visit.
    pub fn to(&self, address: &str) -> String {
        format!("{}{address}", self.language.prefix())
    }

    /// The address looked at, without the language.
    pub fn here(&self) -> &str {
        without_language(self.request.path())
    }

    /// What has just been done, if a deed led here (`?done=…`). Pages show only words they know.
    pub fn done(&self) -> Option<&str> {
        self.query("done")
    }

    /// A value from the address, as it stands there; for words and numbers of our own.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.request
            .query_string()
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find_map(|(key, value)| (key == name).then_some(value))
    }

    /// What somebody typed into a form that came by `GET`, without spaces around it; `None` if the
    /// field is missing, empty or no text.
    pub fn query_text(&self, name: &str) -> Option<String> {
        let pairs: Vec<(String, String)> = serde_urlencoded::from_str(self.request.query_string()).ok()?;
        let (_, value) = pairs.into_iter().find(|(key, _)| key == name)?;
        let value = value.trim();
        (!value.is_empty()).then(|| value.to_owned())
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.request.cookie(name).map(|cookie| cookie.value().to_owned())
    }

    /// By which forms know the browser: of the session, or the guest's cookie that came along.
    pub fn browser(&self) -> Option<[u8; 16]> {
        match self.owner {
            Owner::Session(owner) | Owner::Guest(Some(owner)) => Some(owner),
            Owner::Guest(None) => None,
        }
    }

    /// Sets a cookie with whatever answer this visit gets.
    pub fn set_cookie(&self, cookie: Cookie<'static>) {
        let mut extensions = self.request.extensions_mut();
        if !extensions.contains::<CookiesToSet>() {
            extensions.insert(CookiesToSet::default());
        }
        if let Some(CookiesToSet(cookies)) = extensions.get_mut() {
            cookies.retain(|other| other.name() != cookie.name());
            cookies.push(cookie);
        }
    }

    /// A form that posts to `address`, with the key that makes it ours.
    pub fn form(&self, address: &str, fields: &Markup) -> Markup {
        html! {
            form.stack method="post" action=(self.to(address)) novalidate {
                (self.key_field())
                (fields)
            }
        }
    }

    /// A form of one button.
    pub fn button(&self, address: &str, class: &str, label: &str) -> Markup {
        html! {
            form method="post" action=(self.to(address)) {
                (self.key_field())
                button class=(class) { (label) }
            }
        }
    }

    pub fn page(&self, title: &str, width: Width, main: &Markup) -> HttpResponse {
        self.draw(StatusCode::OK, title, width, &Faults::none(), main)
    }

    /// The page again, with what is wrong on top; 422 if anything is.
    pub fn page_with_faults(&self, title: &str, width: Width, faults: &Faults, main: &Markup) -> HttpResponse {
        let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        self.draw(status, title, width, faults, main)
    }

    /// For what was here once: 410.
    pub fn page_gone(&self, title: &str, main: &Markup) -> HttpResponse {
        self.draw(StatusCode::GONE, title, Width::Column, &Faults::none(), main)
    }

    /// For what was never here: 404, with what to do about it.
    pub fn page_missing(&self, title: &str, main: &Markup) -> HttpResponse {
        self.draw(StatusCode::NOT_FOUND, title, Width::Column, &Faults::none(), main)
    }

    pub(super) fn draw(&self, status: StatusCode, title: &str, width: Width, faults: &Faults, main: &Markup) -> HttpResponse {
        let safe = self.request.method().is_safe() || status == StatusCode::UNPROCESSABLE_ENTITY;
        let here = self.stands_at.as_deref().unwrap_or(if safe { self.here() } else { at::HOME });
        let frame = Frame {
            language: self.language,
            masthead: &self.premises.sign.now(),
            viewer: self.viewer.as_deref(),
            here,
            title,
            width,
            faults,
        };
        HttpResponse::build(status).content_type("text/html; charset=utf-8").body(draw(&frame, self, main).into_string())
    }

    /// A guest gets a cookie with the first form drawn for them.
    pub fn key_field(&self) -> Markup {
        let mut dice = self.premises.dice();
        let owner = match self.owner {
            Owner::Session(owner) | Owner::Guest(Some(owner)) => owner,
            Owner::Guest(None) => self.fresh_guest(guest::new(&mut dice)),
        };
        let key = self.premises.keys.mint(&owner, self.premises.now(), &mut dice);
        html! { input type="hidden" name="key" value=(key); }
    }

    /// Two forms on one page are drawn for one guest.
    fn fresh_guest(&self, proposal: Guest) -> Guest {
        let mut extensions = self.request.extensions_mut();
        if let Some(FreshGuest(guest)) = extensions.get() {
            return *guest;
        }
        extensions.insert(FreshGuest(proposal));
        drop(extensions);
        self.set_cookie(guest::cookie(&proposal, self.premises.tls));
        proposal
    }

    pub fn check(&self, key: &str) -> Option<FormKey> {
        let (Owner::Session(owner) | Owner::Guest(Some(owner))) = &self.owner else { return None };
        self.premises.keys.check(key, owner, self.premises.now())
    }
}

struct FreshGuest(Guest);

/// Who a guard has found to be looking.
#[derive(Clone)]
struct Known {
    viewer: Rc<Viewer>,
    session: [u8; 16],
}

fn language_of(path: &str) -> Language {
    if path == "/en" || path.starts_with("/en/") { Language::English } else { Language::Thai }
}

/// Never what a browser takes for another host: `/en//elsewhere.example` stays as it is.
fn without_language(path: &str) -> &str {
    match path.strip_prefix("/en") {
        Some("") => "/",
        Some(rest) if rest.starts_with('/') && !rest.starts_with("//") && !rest.starts_with("/\\") => rest,
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_stands_in_the_address() {
        assert_eq!(language_of("/signin"), Language::Thai);
        assert_eq!(language_of("/en/signin"), Language::English);
        assert_eq!(language_of("/entrance"), Language::Thai);
        assert_eq!(without_language("/en"), "/");
        assert_eq!(without_language("/en/signin"), "/signin");
        assert_eq!(without_language("/entrance"), "/entrance");
        assert_eq!(without_language("/en//elsewhere.example"), "/en//elsewhere.example");
        assert_eq!(without_language("/en/\\elsewhere.example"), "/en/\\elsewhere.example");
    }
}
