//! What everybody may fetch of a session: its file for calendars.

use actix_web::{HttpResponse, http::header, web};

use super::deeds::meeting;
use crate::{
    accounts::Gatehouse,
    ids::MeetingId,
    meetings::{Event, Stage, calendar, words::when::when_in_words},
    web::{Failure, Visit, at},
};

/// `GET` [`at::MEETING_CALENDAR`]. A draft is nobody's business, and the standing clinic has no day.
pub async fn calendar_file(visit: Visit, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Result<HttpResponse, Failure> {
    let meeting = meeting(&gate, id.into_inner()).await?;
    let (Some(promised), Some(gathering)) = (&meeting.promised, &meeting.plan.gathering) else {
        return Err(Failure::NotFound);
    };
    let language = visit.language;
    let host = gate.public_url.trim_start_matches("https://").trim_start_matches("http://");
    let about: Vec<String> = std::iter::once(meeting.plan.about.say(language).to_owned())
        .chain(when_in_words(&meeting, language).iter().map(|line| crate::language::plain(line)))
        .filter(|line| !line.is_empty())
        .collect();
    let event = Event {
        uid: format!("{}@{host}", meeting.id),
        stamp: promised.opens,
        starts: gathering.starts,
        ends: gathering.ends,
        title: meeting.name(language).to_owned(),
        about: about.join("\n"),
        place: gathering.place.say(language).to_owned(),
        address: gate.link(language, &at::clinic_session(meeting.id)),
        is_cancelled: meeting.stage == Stage::Cancelled,
    };
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"clinic.ics\""))
        .body(calendar(&event)))
}
