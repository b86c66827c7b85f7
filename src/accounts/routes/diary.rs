//! The diary of deeds, a page at a time; and the page people arrive at.

use actix_web::{HttpResponse, web};

use crate::{
    accounts::{
        Gatehouse, May, diary, pages,
        permit::{Anyone, RunTheHouse},
    },
    web::Failure,
};

const A_PAGE: i64 = 50;

/// `GET` [`crate::web::at::DIARY`]
pub async fn index(admin: May<RunTheHouse>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let before = admin.visit.query("before").and_then(|number| number.parse::<i64>().ok());
    let entries = gate.db.read_register(move |conn| diary::entries(conn, before.unwrap_or(i64::MAX), A_PAGE)).await?;
    let older = entries.last().map(|entry| entry.number).filter(|number| *number > 1);
    Ok(pages::diary(&admin.visit, &entries, older, before.is_none()))
}

/// `GET` [`crate::web::at::DESK`]
pub async fn home(who: May<Anyone>) -> HttpResponse {
    pages::home(&who.visit, &who.account)
}
