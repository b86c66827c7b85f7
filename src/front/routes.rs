//! Handlers of the front pages.

use actix_web::{HttpResponse, http::header, web};

use super::pages;
use crate::{
    accounts::Gatehouse,
    department,
    web::{Failure, Visit, see_other},
};

/// `GET` [`crate::web::at::HOME`]
pub async fn home(visit: Visit) -> HttpResponse {
    pages::home(&visit)
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
