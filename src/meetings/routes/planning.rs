//! The list of sessions, one of them, and planning it.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, web};
use diesel::QueryResult;
use jiff::{ToSpan as _, civil::Weekday};

use super::{
    deeds::{done_once, failure, meeting},
    form::{parse, typed},
};
use crate::{
    accounts::{Gatehouse, May, PlanMeetings, Role, SeeMeetings},
    clock::{HOUR, Moment},
    ids::MeetingId,
    language::Language,
    meetings::{
        self,
        pages::{self, MeetingForm, Offered},
        store,
    },
    people::{self, Category},
    web::{Body, Failure, Faults, at, see_other},
};

/// `GET` [`at::MEETINGS`]
pub async fn index(who: May<SeeMeetings>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let meetings = gate.db.read_register(store::all).await?;
    Ok(pages::for_desk(&who.visit, meetings, who.account.roles.has(Role::Coordinator)))
}

/// `GET` [`at::MEETING`]
pub async fn show(who: May<SeeMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let found = gate.db.read_register(move |conn| {
        let evaluation = store::report(conn, id)?.and_then(|report| report.evaluation);
        QueryResult::Ok(store::find(conn, id)?.map(|meeting| (meeting, evaluation)))
    });
    let (meeting, evaluation) = found.await?.ok_or(Failure::NotFound)?;
    let roles = &who.account.roles;
    Ok(pages::show(&who.visit, &meeting, evaluation, roles.has(Role::Coordinator), roles.has(Role::Desk)))
}

/// `GET` [`at::MEETING_NEW`]
pub async fn new(who: May<PlanMeetings>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let offered = offered(&gate).await?;
    let form = usual(who.visit.premises.now(), who.visit.language);
    Ok(pages::form(&who.visit, None, &form, &offered, &Faults::none()))
}

/// In a week, in the afternoon of a working day; contributions from tomorrow morning.
fn usual(now: Moment, language: Language) -> MeetingForm {
    let working = |mut day: jiff::civil::Date| {
        while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            day = day.saturating_add(1.day());
        }
        day
    };
    let held = Moment::start_of(working(now.day().saturating_add(8.days()))).plus(13 * HOUR);
    let opens = Moment::start_of(working(now.day().saturating_add(1.day()))).plus(9 * HOUR);
    pages::usual(language, held, opens)
}

/// `POST` [`at::MEETING_NEW`]. Pressed twice, it plans once.
pub async fn create(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (form, language) = (typed(&posted), who.visit.language);
    let plan = match parse(&form, who.visit.premises.now(), language)? {
        Ok(plan) => plan,
        Err(faults) => return Ok(pages::form(&who.visit, None, &form, &offered(&gate).await?, &faults)),
    };
    let planned = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        let id = meetings::plan(conn, hand, &plan, dice)?;
        Ok(at::done(&format!("{}{}", language.prefix(), at::meeting(id, "")), "planned"))
    });
    planned.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(language, refusal))
}

/// `GET` [`at::MEETING_PLAN`]
pub async fn edit(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Result<HttpResponse, Failure> {
    let meeting = meeting(&gate, id.into_inner()).await?;
    meeting.is_draft().map_err(|refusal| failure(who.visit.language, refusal))?;
    let form = MeetingForm::of(&meeting.plan, who.visit.language);
    Ok(pages::form(&who.visit, Some(&meeting), &form, &offered(&gate).await?, &Faults::none()))
}

/// `POST` [`at::MEETING_PLAN`]
pub async fn update(
    who: May<PlanMeetings>,
    gate: web::Data<Gatehouse>,
    id: web::Path<MeetingId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (id, form, language) = (id.into_inner(), typed(&posted), who.visit.language);
    let plan = match parse(&form, who.visit.premises.now(), language)? {
        Ok(plan) => plan,
        Err(faults) => {
            let meeting = meeting(&gate, id).await?;
            return Ok(pages::form(&who.visit, Some(&meeting), &form, &offered(&gate).await?, &faults));
        }
    };
    let answer = at::done(&who.visit.to(&at::meeting(id, "")), "saved");
    let changed = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        meetings::change(conn, hand, id, &plan)?;
        Ok(answer.clone())
    });
    changed.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(language, refusal))
}

/// `GET` [`at::MEETING_REMOVAL`]
pub async fn ask_to_remove(
    who: May<PlanMeetings>,
    gate: web::Data<Gatehouse>,
    id: web::Path<MeetingId>,
) -> Result<HttpResponse, Failure> {
    let meeting = meeting(&gate, id.into_inner()).await?;
    meeting.is_draft().map_err(|refusal| failure(who.visit.language, refusal))?;
    Ok(pages::ask_to_remove(&who.visit, &meeting))
}

/// `POST` [`at::MEETING_REMOVAL`]
pub async fn remove(
    who: May<PlanMeetings>,
    gate: web::Data<Gatehouse>,
    id: web::Path<MeetingId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let id = id.into_inner();
    let answer = at::done(&who.visit.to(at::MEETINGS), "removed");
    let removed = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        meetings::remove(conn, hand, id)?;
        Ok(answer.clone())
    });
    removed.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(who.visit.language, refusal))
}

/// `GET` [`at::MEETING_POSTER`]
pub async fn poster(
    who: May<SeeMeetings>,
    gate: web::Data<Gatehouse>,
    id: web::Path<MeetingId>,
) -> Result<HttpResponse, Failure> {
    let meeting = meeting(&gate, id.into_inner()).await?;
    if !meeting.ways().open_door {
        return Err(Failure::NotFound);
    }
    meeting.is_open().map_err(|refusal| failure(who.visit.language, refusal))?;
    let address = gate.link(Language::Thai, &at::clinic_ask(meeting.id));
    Ok(pages::poster(&who.visit, &meeting, &address))
}

async fn offered(gate: &Gatehouse) -> Result<Offered, Failure> {
    let found = gate.db.read_register(|conn| {
        let categories: BTreeSet<Category> = people::categories(conn)?;
        QueryResult::Ok(Offered { categories: categories.into_iter().collect(), units: people::all_units(conn)? })
    });
    Ok(found.await?)
}
