//! Handlers of the front pages.

use actix_web::{HttpResponse, http::header, web};

use super::{pages, words::words};
use crate::{
    accounts::Gatehouse,
    credentials::issue::Link,
    department,
    web::{Body, Failure, Faults, Visit, at, see_other},
};

/// `GET` [`crate::web::at::HOME`]
pub async fn home(visit: Visit) -> HttpResponse {
    pages::home(&visit, "", &Faults::none())
}

/// `POST` [`at::CODE`]: leads on by the digits of a slip, which stand in no address that a page of ours asked for.
/// Whoever answers gets no cookie, so the form has no key; it does nothing.
pub async fn by_code(visit: Visit, body: Body) -> HttpResponse {
    let typed = body.without_key().into_iter().find(|(name, _)| name == "code").map(|(_, typed)| typed).unwrap_or_default();
    if let Some(link) = Link::read(&typed) {
        return see_other(&visit.to(&at::personal(&link.write())));
    }
    let faults = Faults::one("code", words(visit.language).code_wrong);
    pages::home(&visit.standing_at(at::HOME), &typed, &faults)
}

/// `GET` [`at::CODE`], by whoever opens it: the form is on the front page.
pub async fn to_code(visit: Visit) -> HttpResponse {
    see_other(&visit.to(at::HOME))
}

/// `GET` [`crate::web::at::PRIVACY`]
pub async fn privacy(visit: Visit) -> HttpResponse {
    pages::privacy(&visit)
}

/// `GET` [`crate::web::at::ACCESSIBILITY`]
pub async fn accessibility(visit: Visit) -> HttpResponse {
    pages::accessibility(&visit)
}

/// `GET` [`crate::web::at::CONTACT`]
pub async fn contact(visit: Visit) -> HttpResponse {
    pages::contact(&visit)
}

pub async fn to_english() -> HttpResponse {
    see_other("/en/")
}

/// The program runs.
pub async fn health() -> HttpResponse {
    plain("ok\n")
}

/// The program runs, and both databases answer.
pub async fn ready(gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    gate.db.read_register(department::current).await?;
    gate.db.read_urn(|_| Ok::<_, diesel::result::Error>(())).await?;
    Ok(plain("ready\n"))
}

fn plain(text: &'static str) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8")).body(text)
}
