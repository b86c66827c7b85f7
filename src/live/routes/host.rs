//! Leading a session: opening the room, taking questions up, ending it.

use actix_web::{HttpResponse, web};

use crate::{
    accounts::{AnswerInClinic, May},
    clinic,
    ids::{LiveQuestionId, MeetingId},
    live::{
        Hall, Room, Step, board, close, find, moderate, open,
        pages::{self, Hosted},
        store, summary, sweep,
    },
    web::{Body, Failure, Posted, Visit, at, see_other},
};

type Host = May<AnswerInClinic>;

/// `GET` [`at::LIVE_ROOMS`]
pub async fn index(who: Host, hall: web::Data<Hall>) -> Result<HttpResponse, Failure> {
    let rooms = hall.db().read_urn(store::rooms).await?;
    Ok(pages::index(&who.visit, &rooms))
}

/// `GET` [`at::LIVE_HOST`]: to open the room, to lead it, or what came of it.
pub async fn show(who: Host, hall: web::Data<Hall>, meeting: web::Path<MeetingId>) -> Result<HttpResponse, Failure> {
    let (meeting, master) = (meeting.into_inner(), hall.master().clone());
    let found = hall.db().read_urn(move |conn| {
        let room = find(conn, meeting)?;
        let board = board(conn, &master, meeting)?;
        Ok::<_, diesel::result::Error>((room, board, summary(conn, &master, meeting)?))
    });
    match found.await? {
        (_, _, Some(summary)) => Ok(pages::summary(&who.visit, &summary)),
        (Some(room), board, None) => Ok(pages::host(&who.visit, &Hosted { room: &room, board: &board })),
        (None, ..) => {
            let notice = notice(&hall, meeting).await?.notice;
            Ok(pages::to_open(&who.visit, meeting, &notice.title, notice.is_moderated))
        }
    }
}

/// `POST` [`at::LIVE_HOST`]
pub async fn update(
    who: Host,
    hall: web::Data<Hall>,
    meeting: web::Path<MeetingId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let (posted, meeting) = (who.visit.accept(body)?, meeting.into_inner());
    if posted.is_ticked("open") {
        let (notice, chance) = (notice(&hall, meeting).await?.notice, who.visit.premises.chance.clone());
        hall.db().urn(move |conn| open(conn, &notice, &mut chance.dice())).await?;
        return Ok(back(&who.visit, meeting));
    }
    let _there = room(&hall, meeting).await?;
    let step = step(&posted).ok_or(Failure::Malformed)?;
    hall.db().urn(move |conn| moderate(conn, meeting, step)).await?;
    hall.changed(meeting);
    Ok(back(&who.visit, meeting))
}

/// `GET` [`at::LIVE_END`]
pub async fn ask_to_end(who: Host, hall: web::Data<Hall>, meeting: web::Path<MeetingId>) -> Result<HttpResponse, Failure> {
    let room = room(&hall, meeting.into_inner()).await?;
    if room.is_open { Ok(pages::ask_to_end(&who.visit, &room)) } else { Ok(back(&who.visit, room.meeting)) }
}

/// `POST` [`at::LIVE_END`]
pub async fn end(who: Host, hall: web::Data<Hall>, meeting: web::Path<MeetingId>, body: Body) -> Result<HttpResponse, Failure> {
    who.visit.accept(body)?;
    let room = room(&hall, meeting.into_inner()).await?;
    let meeting = room.meeting;
    hall.db().urn(move |conn| close(conn, meeting)).await?;
    hall.changed(meeting);
    // The timetable does it again when the session ends, and on SQLite only then: it may take a while.
    if !hall.db().is_embedded()
        && let Err(fault) = sweep(hall.db()).await
    {
        tracing::warn!(%fault, "a room is closed, but the files may still tell the order of its questions for a while");
    }
    Ok(back(&who.visit, meeting))
}

/// The button that was pressed.
fn step(posted: &Posted) -> Option<Step> {
    let id = |name: &str| posted.text(name).parse::<LiveQuestionId>().ok();
    if posted.is_ticked("next") {
        let is_first = posted.text("after").is_empty();
        return if is_first { Some(Step::Next { after: None }) } else { Some(Step::Next { after: Some(id("after")?) }) };
    }
    id("show")
        .map(Step::Show)
        .or_else(|| id("hide").map(Step::Hide))
        .or_else(|| id("now").map(Step::Now))
        .or_else(|| id("answered").map(Step::Answered))
}

async fn room(hall: &Hall, meeting: MeetingId) -> Result<Room, Failure> {
    hall.db().read_urn(move |conn| find(conn, meeting)).await?.ok_or(Failure::NotFound)
}

/// What the session promised.
async fn notice(hall: &Hall, meeting: MeetingId) -> Result<clinic::Posted, Failure> {
    hall.db().read_urn(move |conn| clinic::notice(conn, meeting)).await?.ok_or(Failure::NotFound)
}

fn back(visit: &Visit, meeting: MeetingId) -> HttpResponse {
    see_other(&visit.to(&at::live_host(meeting, "")))
}
