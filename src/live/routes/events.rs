//! What is told as it happens, as server-sent events. Nothing is stored, nothing is asked of whoever listens.

use std::convert::Infallible;

use actix_web::{
    HttpResponse,
    http::header::{self, HeaderName},
    web,
};
use futures_util::stream::unfold;

use super::phone::room;
use crate::{
    accounts::{AnswerInClinic, May},
    ids::MeetingId,
    live::{Hall, Heard, Listener, Side, find},
    web::Failure,
};

/// A browser that was cut off comes back after so many milliseconds.
const RETRY: &str = "retry: 3000\n\n";
/// Whoever finds no seat may ask again after so many seconds.
const NO_SEAT: u64 = 30;

/// `GET` [`at::LIVE_EVENTS`](crate::web::at::LIVE_EVENTS). What a browser has heard last does not matter: it is told everything again.
pub async fn everybody(hall: web::Data<Hall>, code: web::Path<String>) -> Result<HttpResponse, Failure> {
    let room = room(&hall, &code).await?.ok_or(Failure::NotFound)?;
    Ok(listen(&hall, room.meeting, room.is_open, Side::Everybody))
}

/// `GET` [`at::LIVE_HOST_EVENTS`](crate::web::at::LIVE_HOST_EVENTS)
pub async fn host(
    _who: May<AnswerInClinic>,
    hall: web::Data<Hall>,
    meeting: web::Path<MeetingId>,
) -> Result<HttpResponse, Failure> {
    let meeting = meeting.into_inner();
    let room = hall.db().read_urn(move |conn| find(conn, meeting)).await?.ok_or(Failure::NotFound)?;
    Ok(listen(&hall, meeting, room.is_open, Side::Host))
}

/// Nothing more to come is 204: then browsers do not ask again.
fn listen(hall: &Hall, meeting: MeetingId, is_open: bool, side: Side) -> HttpResponse {
    if !is_open {
        return HttpResponse::NoContent().finish();
    }
    let Some(listener) = hall.listen(meeting, side) else {
        return HttpResponse::ServiceUnavailable().insert_header((header::RETRY_AFTER, NO_SEAT)).body("busy\n");
    };
    HttpResponse::Ok()
        .content_type("text/event-stream; charset=utf-8")
        // For proxies that would wait for more.
        .insert_header((HeaderName::from_static("x-accel-buffering"), "no"))
        .streaming(unfold(Telling::Begins(listener), told))
}

enum Telling {
    Begins(Listener),
    GoesOn(Listener),
    Ended,
}

type Piece = Result<web::Bytes, Infallible>;

async fn told(telling: Telling) -> Option<(Piece, Telling)> {
    let mut listener = match telling {
        Telling::Begins(listener) => return Some((Ok(web::Bytes::from_static(RETRY.as_bytes())), Telling::GoesOn(listener))),
        Telling::GoesOn(listener) => listener,
        Telling::Ended => return None,
    };
    let (text, goes_on) = match listener.next().await {
        Heard::News(version, news) => (format!("id: {version}\ndata: {news}\n\n"), true),
        Heard::Beat => (": \n\n".to_owned(), true),
        Heard::Closed => ("event: closed\ndata: {}\n\n".to_owned(), false),
        Heard::Shut => return None,
    };
    let next = if goes_on { Telling::GoesOn(listener) } else { Telling::Ended };
    Some((Ok(web::Bytes::from(text)), next))
}
