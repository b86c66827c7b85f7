//! The board, a card, a session; and "me too".

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    web,
};
use data_encoding::BASE64URL_NOPAD;
use sha2::{Digest as _, Sha256};

use crate::{
    clinic::{
        board::{self, Shown, Wanted},
        hatch::Hatch,
        matter::Card,
        pages::{board as pages, one as page},
    },
    clock::HOUR,
    ids::{CardId, MeetingId},
    web::{Body, Failure, Visit, at, see_other},
};

/// Set when somebody presses "me too", and at no other time.
const COOKIE: &str = "__Host-clearjai-me-too";
const COOKIE_WITHOUT_TLS: &str = "clearjai-me-too";
const KEPT_DAYS: i64 = 400;
const WORDS_MOST: usize = 100;

/// `GET` [`at::CLINIC`]
pub async fn index(visit: Visit, hatch: web::Data<Hatch>) -> Result<HttpResponse, Failure> {
    let wanted = wanted(&visit);
    let (sought, now, browser) = (wanted.clone(), visit.premises.now(), browser(&visit));
    let found = hatch.db.read_urn(move |conn| {
        let board = board::look(conn, &sought, now)?;
        let mine = board::marked(conn, &marks(browser, &board.cards))?;
        diesel::QueryResult::Ok((board, mine))
    });
    let (board, mine) = found.await?;
    Ok(pages::board(&visit, &board, &wanted, &mine))
}

/// `GET` [`at::CLINIC_CARD`]
pub async fn show(visit: Visit, hatch: web::Data<Hatch>, id: web::Path<String>) -> Result<HttpResponse, Failure> {
    let id: CardId = id.parse().map_err(|_| Failure::NotFound)?;
    let browser = browser(&visit);
    let found = hatch.db.read_urn(move |conn| {
        let Some(one) = board::one(conn, id)? else { return Ok(None) };
        let is_mine = !board::marked(conn, &marks(browser, std::slice::from_ref(&one.card)))?.is_empty();
        diesel::QueryResult::Ok(Some((one, is_mine)))
    });
    let (one, is_mine) = found.await?.ok_or(Failure::NotFound)?;
    Ok(page::card(&visit, &one, is_mine))
}

/// `POST` [`at::CLINIC_ME_TOO`]: sets the mark of this browser, or takes it back. Without a form key, so that nobody
/// gets a cookie for looking; from another site it is not taken.
pub async fn me_too(
    visit: Visit,
    hatch: web::Data<Hatch>,
    id: web::Path<String>,
    request: HttpRequest,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let id: CardId = id.parse().map_err(|_| Failure::NotFound)?;
    if request.headers().get("sec-fetch-site").is_some_and(|site| site == "cross-site") {
        return Err(Failure::Forbidden);
    }
    let fields = body.without_key();
    let back = fields.iter().find(|(name, _)| name == "back").map(|(_, value)| value.as_str()).filter(|back| is_query(back));
    let browser = browser(&visit).unwrap_or_else(|| visit.premises.dice().bytes());
    let address = super::mine::address(&request);
    let of_both = Sha256::new().chain_update(b"vote").chain_update(address).chain_update(id.as_bytes()).finalize().into();
    if !hatch.may_vote(of_both, visit.premises.now()) {
        return Err(Failure::TooMany { wait: HOUR });
    }
    let mark = mark(browser, id);
    hatch.db.urn(move |conn| board::me_too(conn, id, &mark)).await?.ok_or(Failure::NotFound)?;
    let cookie = Cookie::build(cookie_name(visit.premises.tls), BASE64URL_NOPAD.encode(&browser))
        .path("/")
        .http_only(true)
        .secure(visit.premises.tls)
        .same_site(SameSite::Strict)
        .max_age(Duration::days(KEPT_DAYS));
    visit.set_cookie(cookie.finish());
    Ok(see_other(&visit.to(&back.map_or_else(|| at::clinic_card(id), |back| format!("{}{back}", at::CLINIC)))))
}

/// `GET` [`at::CLINIC_SESSION`]
pub async fn session(visit: Visit, hatch: web::Data<Hatch>, id: web::Path<String>) -> Result<HttpResponse, Failure> {
    let id: MeetingId = id.parse().map_err(|_| Failure::NotFound)?;
    let found = hatch.db.read_urn(move |conn| board::session(conn, id)).await?;
    Ok(page::session(&visit, &found.ok_or(Failure::NotFound)?))
}

fn wanted(visit: &Visit) -> Wanted {
    Wanted {
        words: visit.query_text("q").unwrap_or_default().chars().take(WORDS_MOST).collect(),
        topic: visit.query_text("topic"),
        state: visit.query("state").and_then(Shown::from_code),
        newest_first: visit.query("order") == Some("new"),
        page: visit.query("page").and_then(|page| page.parse().ok()).unwrap_or(1),
    }
}

const fn cookie_name(tls: bool) -> &'static str {
    if tls { COOKIE } else { COOKIE_WITHOUT_TLS }
}

fn browser(visit: &Visit) -> Option<[u8; 16]> {
    BASE64URL_NOPAD.decode(visit.cookie(cookie_name(visit.premises.tls))?.as_bytes()).ok()?.try_into().ok()
}

fn mark(browser: [u8; 16], card: CardId) -> [u8; 32] {
    Sha256::new().chain_update(browser).chain_update(card.as_bytes()).finalize().into()
}

fn marks(browser: Option<[u8; 16]>, cards: &[Card]) -> Vec<(CardId, [u8; 32])> {
    browser.map(|browser| cards.iter().map(|card| (card.id, mark(browser, card.id))).collect()).unwrap_or_default()
}

/// Nothing or a query of the board, as we wrote it.
fn is_query(back: &str) -> bool {
    back.is_empty()
        || (back.starts_with('?') && back.bytes().skip(1).all(|it| it.is_ascii_alphanumeric() || b"=&%+-_.*".contains(&it)))
}
