//! What phones and the wall show, and what phones send.
//!
//! Looking sets no cookie. Each page proposes a random number to the browser; the first button that is pressed makes
//! the browser keep it. The form's key is bound to that number, so that the same press sent twice is one.

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite, time::Duration},
    http::header::{HeaderName, REFRESH},
    web,
};

use crate::{
    db,
    ids::LiveQuestionId,
    live::{
        Asked, Board, Browser, Code, Hall, NotAsked, NotCast, Room, Text, Vote, ask, board,
        board::{Own, own},
        browser::question_of,
        find_by_code, pages,
        pages::{Phone, Typed},
        question::TEXT_MOST,
        words::words,
    },
    tidy::Untidy,
    web::{Body, Failure, Faults, FormKey, Visit, at, see_other},
};

/// The prefix makes browsers refuse it from anyone but this very host, over TLS.
const COOKIE: &str = "__Host-clearjai-live";
const COOKIE_WITHOUT_TLS: &str = "clearjai-live";
const KEPT: Duration = Duration::hours(12);

/// Seconds after which a page that is only watched is loaded anew.
const WATCHED: &str = "10";

/// Without a value, this browser does not say where a form stands.
const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// `GET` [`at::LIVE`]: the way in; with `?code=…` the way on.
pub async fn door(visit: Visit, hall: web::Data<Hall>) -> Result<HttpResponse, Failure> {
    let Some(typed) = visit.query_text("code") else {
        let faults =
            if visit.query("code").is_some() { Faults::one("code", words(visit.language).six_digits) } else { Faults::none() };
        return Ok(pages::door(&visit, "", &faults));
    };
    let say = words(visit.language);
    let fault = match (Code::read(&typed), room(&hall, &typed).await?) {
        (Some(_), Some(room)) if room.is_open => return Ok(see_other(&visit.to(&at::live(room.code.as_str(), "")))),
        (Some(_), _) => say.no_such_code,
        (None, _) => say.six_digits,
    };
    Ok(pages::door(&visit, &typed, &Faults::one("code", fault)))
}

/// `GET` [`at::LIVE_ROOM`]
pub async fn show(visit: Visit, hall: web::Data<Hall>, code: web::Path<String>) -> Result<HttpResponse, Failure> {
    let room = room(&hall, &code).await?.ok_or(Failure::NotFound)?;
    if !room.is_open {
        return Ok(pages::ended(&visit, &room, ""));
    }
    let is_watching = visit.query("watch") == Some("yes");
    let mut page = draw(&visit, &hall, &room, is_watching, &Typed::default()).await?;
    if is_watching {
        page.headers_mut().insert(REFRESH, actix_web::http::header::HeaderValue::from_static(WATCHED));
    }
    Ok(page)
}

/// `GET` [`at::LIVE_SCREEN`]
pub async fn screen(visit: Visit, hall: web::Data<Hall>, code: web::Path<String>) -> Result<HttpResponse, Failure> {
    let room = room(&hall, &code).await?.ok_or(Failure::NotFound)?;
    let board = read(&hall, &room).await?;
    Ok(pages::screen(&visit, &room, &board))
}

/// `POST` [`at::LIVE_ROOM`]: a question, or "me too".
pub async fn press(
    visit: Visit,
    request: HttpRequest,
    hall: web::Data<Hall>,
    code: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    if request.headers().get(SITE).is_some_and(|site| site == "cross-site") {
        return Err(Failure::StaleForm);
    }
    let room = room(&hall, &code).await?.ok_or(Failure::NotFound)?;
    let pressed = Pressed::read(&visit, body)?;
    if !room.is_open {
        return Ok(pages::ended(&visit, &room, pressed.text("text")));
    }
    for (field, is_for) in [("vote", true), ("unvote", false)] {
        if pressed.has(field) {
            let question = pressed.text(field).parse().map_err(|_| Failure::Malformed)?;
            return vote(&visit, &hall, &room, &pressed, question, is_for).await;
        }
    }
    let typed = pressed.text("text");
    let fault = match Text::parse(typed) {
        Ok(text) => match put(&visit, &hall, &room, &pressed, text).await {
            Ok(()) => {
                keep(&visit, &pressed);
                return Ok(see_other(&at::done(&visit.to(&at::live(room.code.as_str(), "")), "asked")));
            }
            Err(NotAsked::Closed) => return Ok(pages::ended(&visit, &room, typed)),
            Err(NotAsked::Full) => words(visit.language).full.to_owned(),
            Err(NotAsked::TooManyOfYours) => words(visit.language).too_many.to_owned(),
            Err(NotAsked::Database(fault)) => return Err(fault.into()),
        },
        Err(untidy) => unfit(&visit, untidy),
    };
    draw(&visit, &hall, &room, false, &Typed { text: typed, faults: Faults::one("text", fault) }).await
}

async fn vote(
    visit: &Visit,
    hall: &Hall,
    room: &Room,
    pressed: &Pressed,
    question: LiveQuestionId,
    is_for: bool,
) -> Result<HttpResponse, Failure> {
    let mark = pressed.browser.mark(hall.master(), question).to_vec();
    match hall.vote(Vote { meeting: room.meeting, question, mark, is_for }).await {
        // Where it takes no votes any more, the page says what has become of it.
        Ok(_) => {}
        Err(fault @ NotCast::Busy) => return Err(Failure::Unavailable(fault.into())),
        Err(NotCast::Urn(fault)) if db::is_out_of_reach(&fault) => return Err(Failure::Unavailable(fault.to_string().into())),
        Err(NotCast::Urn(fault)) => return Err(Failure::broken(fault.to_string())),
    }
    keep(visit, pressed);
    Ok(see_other(&format!("{}#q-{question}", visit.to(&at::live(room.code.as_str(), "")))))
}

async fn put(visit: &Visit, hall: &Hall, room: &Room, pressed: &Pressed, text: Text) -> Result<(), NotAsked> {
    let (master, chance) = (hall.master().clone(), visit.premises.chance.clone());
    let id = question_of(&master, pressed.key, &text);
    let asked = Asked { id, meeting: room.meeting, text, browser: pressed.browser };
    hall.db().urn(move |conn| ask(conn, &master, &asked, &mut chance.dice())).await?;
    hall.changed(room.meeting);
    Ok(())
}

/// A form of ours that came back.
struct Pressed {
    browser: Browser,
    key: FormKey,
    fields: Vec<(String, String)>,
}

impl Pressed {
    fn read(visit: &Visit, body: Body) -> Result<Self, Failure> {
        let fields = body.without_key();
        let field = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
        let proposed = Browser::parse(field("browser")).ok_or(Failure::StaleForm)?;
        let premises = &visit.premises;
        let key = premises.keys.check(field("key"), proposed.as_bytes(), premises.now()).ok_or(Failure::StaleForm)?;
        // What the browser has kept since the page was drawn counts more.
        Ok(Self { browser: kept(visit).unwrap_or(proposed), key, fields })
    }

    fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|(field, _)| field == name)
    }

    fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
    }
}

fn kept(visit: &Visit) -> Option<Browser> {
    Browser::parse(&visit.cookie(cookie_name(visit.premises.tls))?)
}

/// The browser keeps its number from now on.
fn keep(visit: &Visit, pressed: &Pressed) {
    let tls = visit.premises.tls;
    let cookie = Cookie::build(cookie_name(tls), pressed.browser.write()).path("/").http_only(true).secure(tls);
    visit.set_cookie(cookie.same_site(SameSite::Strict).max_age(KEPT).finish());
}

const fn cookie_name(tls: bool) -> &'static str {
    if tls { COOKIE } else { COOKIE_WITHOUT_TLS }
}

async fn draw(visit: &Visit, hall: &Hall, room: &Room, is_watching: bool, typed: &Typed<'_>) -> Result<HttpResponse, Failure> {
    let (board, kept) = (read(hall, room).await?, kept(visit));
    let own = match kept {
        Some(browser) => {
            let (master, room, board) = (hall.master().clone(), room.clone(), board.clone());
            hall.db().read_urn(move |conn| own(conn, &master, &room, &browser, &board)).await?
        }
        None => Own::default(),
    };
    let dice = &mut visit.premises.dice();
    let browser = kept.unwrap_or_else(|| Browser::random(dice));
    let key = visit.premises.keys.mint(browser.as_bytes(), visit.premises.now(), dice);
    Ok(pages::phone(visit, &Phone { room, board: &board, own: &own, browser, key, is_watching }, typed))
}

async fn read(hall: &Hall, room: &Room) -> Result<Board, Failure> {
    let (master, meeting) = (hall.master().clone(), room.meeting);
    Ok(hall.db().read_urn(move |conn| board(conn, &master, meeting)).await?)
}

/// The room that somebody means.
pub(super) async fn room(hall: &Hall, typed: &str) -> Result<Option<Room>, Failure> {
    let Some(code) = Code::read(typed) else { return Ok(None) };
    Ok(hall.db().read_urn(move |conn| find_by_code(conn, &code)).await?)
}

fn unfit(visit: &Visit, untidy: Untidy) -> String {
    let say = words(visit.language);
    match untidy {
        Untidy::Missing => say.missing.to_owned(),
        Untidy::TooLong { .. } => (say.too_long)(&TEXT_MOST),
        Untidy::Unprintable => say.unprintable.to_owned(),
    }
}
