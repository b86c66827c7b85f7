//! Where Prometheus reads.

use actix_web::{HttpRequest, HttpResponse, http::header, web};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;

use super::look;
use crate::house::House;

const TEXT: &str = "text/plain; charset=utf-8";
const NO_TOKEN: &str = "The token of the settings is missing: Authorization: Bearer …\n";

/// `GET` [`crate::web::at::METRICS`]. Without a token in the settings there is nothing here; with one, whoever has it reads.
pub async fn read(request: HttpRequest, house: web::Data<House>) -> HttpResponse {
    let Some(token) = &house.metrics_token else { return HttpResponse::NotFound().finish() };
    let given = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let given = given.strip_prefix("Bearer ").unwrap_or_default();
    let is_same = Sha256::digest(given).ct_eq(&Sha256::digest(token.expose()));
    if !bool::from(is_same) {
        return HttpResponse::Unauthorized()
            .insert_header((header::WWW_AUTHENTICATE, "Bearer"))
            .content_type(TEXT)
            .body(NO_TOKEN);
    }
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(look(&house).await.text())
}
