//! Addresses that no letter reaches.

use actix_web::{HttpResponse, web};

use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    people::{pages::unreached as pages, store},
    web::Failure,
};

/// `GET` [`crate::web::at::UNDELIVERABLE`]
pub async fn index(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let now = hr.visit.premises.now();
    let people = gate.db.read_register(move |conn| store::undeliverable(conn, now)).await?;
    Ok(pages::unreached(&hr.visit, &people))
}
