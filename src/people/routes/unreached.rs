//! Addresses that no letter reaches.

use std::str::FromStr as _;

use actix_web::{HttpResponse, web};

use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::PersonId,
    people::{pages::unreached as pages, store, try_again::try_again},
    web::{Body, Failure, at, see_other},
};

/// `GET` [`crate::web::at::UNDELIVERABLE`]
pub async fn index(hr: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let people = gate.db.read_register(store::undeliverable).await?;
    Ok(pages::unreached(&hr.visit, &people))
}

/// `POST` [`crate::web::at::UNDELIVERABLE_AGAIN`]. Pressed twice, there is nothing left to try.
pub async fn again(hr: May<KeepRoster>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = hr.visit.accept(body)?;
    let person = match posted.text("person") {
        "" => None,
        id => Some(PersonId::from_str(id).map_err(|_| Failure::Malformed)?),
    };
    let (by, master, now) = (hr.actor(), gate.master.clone(), hr.visit.premises.now());
    gate.db.register(move |conn| try_again(conn, &master, &by, person, now)).await?;
    Ok(see_other(&at::done(&hr.visit.to(at::UNDELIVERABLE), "again")))
}
