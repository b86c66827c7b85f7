//! Handlers of the front pages.

use actix_web::{HttpResponse, http::header, web};

use diesel::QueryResult;

use super::{pages, words::words};
use crate::{
    accounts::Gatehouse,
    clock::Moment,
    credentials::issue::Link,
    department, people,
    reports::latest_published,
    surveys::{self, Survey},
    web::{Body, Failure, Faults, Visit, at, see_other},
};

/// Published rounds on the front page.
const PUBLISHED_MOST: usize = 3;

/// `GET` [`crate::web::at::HOME`]
pub async fn home(visit: Visit, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let (open, published) = (open_now(&visit, &gate).await?, latest_published(&gate.db, PUBLISHED_MOST).await?);
    Ok(pages::home(&visit, &open, &published, "", &Faults::none()))
}

/// Rounds that take answers, and until when: nothing else of them is for whoever passes by.
async fn open_now(visit: &Visit, gate: &Gatehouse) -> Result<Vec<(Survey, Moment)>, Failure> {
    let now = visit.premises.now();
    let found = gate.db.read_register(move |conn| {
        let mut rounds = Vec::new();
        for id in surveys::open(conn)? {
            let Some(survey) = surveys::find(conn, id)? else { continue };
            // The timetable closes a round some seconds after its last moment.
            let closes = survey.state.window().map(|window| window.closes).filter(|closes| *closes > now);
            rounds.extend(closes.map(|closes| (survey, closes)));
        }
        rounds.sort_by_key(|(_, closes)| *closes);
        QueryResult::Ok(rounds)
    });
    Ok(found.await?)
}

/// `POST` [`at::CODE`]: leads on by the digits of a slip, which stand in no address that a page of ours asked for.
/// Whoever answers gets no cookie, so the form has no key; it does nothing.
pub async fn by_code(visit: Visit, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let typed = body.without_key().into_iter().find(|(name, _)| name == "code").map(|(_, typed)| typed).unwrap_or_default();
    if let Some(link) = Link::read(&typed) {
        let code = link.hash(&gate.master);
        let is_of_clinic = gate.db.read_register(move |conn| people::seats_by_code(conn, &code)).await?.is_some();
        if is_of_clinic {
            return Ok(see_other(&visit.to(&at::clinic_link(&link.write()))));
        }
        return Ok(see_other(&visit.to(&at::personal(&link.write()))));
    }
    let faults = Faults::one("code", words(visit.language).code_wrong);
    let (open, published) = (open_now(&visit, &gate).await?, latest_published(&gate.db, PUBLISHED_MOST).await?);
    Ok(pages::home(&visit.standing_at(at::HOME), &open, &published, &typed, &faults))
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

/// `GET` [`at::DESCRIPTION`]
pub async fn description() -> HttpResponse {
    HttpResponse::Ok().content_type(header::ContentType::json()).body(include_str!("openapi.json"))
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
