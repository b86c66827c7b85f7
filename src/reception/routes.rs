//! Handlers for what needs both sides, and for the page behind a personal link. The latter have no form key and set no
//! cookie: the address is the right to send.

use actix_web::{HttpResponse, web};

use super::{
    NotCarried, cancel as cancel_meeting, finish as finish_meeting,
    open::Pressed,
    open_meeting, pages, put_off,
    without_script::{self, NoSeats},
    words::words,
};
use crate::{
    accounts::{Gatehouse, May, PlanMeetings},
    clock::{DAY, Moment},
    ids::MeetingId,
    language::Language,
    meetings::{
        self, Meeting, Refusal,
        entry::{self, Entrant, NoEntry, NotTaken, NotVouched},
        pages as meeting_pages,
        routes::{
            deeds::{failure, meeting},
            moment,
        },
        words::{form, refusals::refusal_in_words},
    },
    notices::Voucher,
    web::{Body, Failure, Faults, FormKey, Posted, Visit, at, parts::TypedMoment, see_other},
};

type Shown = Result<HttpResponse, Failure>;

fn pressed(who: &May<PlanMeetings>, key: FormKey) -> Pressed {
    Pressed { by: who.actor(), key, now: who.visit.premises.now() }
}

fn failed(language: Language, fault: NotCarried) -> Failure {
    match fault {
        NotCarried::Refused(refusal) => failure(language, refusal),
        NotCarried::Database(fault) => fault.into(),
        NotCarried::Lost(fault) => Failure::broken(fault),
    }
}

fn done(who: &May<PlanMeetings>, id: MeetingId, what: &str) -> HttpResponse {
    see_other(&at::done(&who.visit.to(&at::meeting(id, "")), what))
}

/// `GET` [`at::MEETING_OPENING`]
pub async fn ask_to_open(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Shown {
    let meeting = meeting(&gate, id.into_inner()).await?;
    meeting.is_draft().map_err(|refusal| failure(who.visit.language, refusal))?;
    opening_page(&who, &gate, meeting, &Faults::none()).await
}

async fn opening_page(who: &May<PlanMeetings>, gate: &Gatehouse, meeting: Meeting, faults: &Faults) -> Shown {
    let (now, of) = (who.visit.premises.now(), meeting.clone());
    let reach = gate.db.read_register(move |conn| meetings::reach(conn, &of, now)).await?;
    Ok(meeting_pages::ask_to_open(&who.visit, &meeting, reach, faults))
}

/// `POST` [`at::MEETING_OPENING`]. Pressed twice, it opens once.
pub async fn open(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let (id, language) = (id.into_inner(), who.visit.language);
    let chance = &who.visit.premises.chance;
    match open_meeting(&gate.db, &gate.master, chance, id, pressed(&who, posted.key)).await {
        Ok(()) => Ok(done(&who, id, "opened")),
        Err(NotCarried::Refused(refusal @ (Refusal::Past | Refusal::NobodyInvited | Refusal::TooFewInvited))) => {
            let sentence = refusal_in_words(language, &refusal).unwrap_or_default();
            opening_page(&who, &gate, meeting(&gate, id).await?, &Faults::one("opening", sentence)).await
        }
        Err(fault) => Err(failed(language, fault)),
    }
}

/// `GET` [`at::MEETING_CANCELLATION`]
pub async fn ask_to_cancel(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Shown {
    let meeting = meeting(&gate, id.into_inner()).await?;
    meeting.is_open().map_err(|refusal| failure(who.visit.language, refusal))?;
    Ok(meeting_pages::ask_to_cancel(&who.visit, &meeting))
}

/// `POST` [`at::MEETING_CANCELLATION`]
pub async fn cancel(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let id = id.into_inner();
    let chance = &who.visit.premises.chance;
    let cancelled = cancel_meeting(&gate.db, &gate.master, chance, id, pressed(&who, posted.key)).await;
    cancelled.map(|()| done(&who, id, "cancelled")).map_err(|fault| failed(who.visit.language, fault))
}

/// `GET` [`at::MEETING_END`]
pub async fn ask_to_end(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Shown {
    let meeting = meeting(&gate, id.into_inner()).await?;
    meeting.is_open().map_err(|refusal| failure(who.visit.language, refusal))?;
    if !meeting.plan.is_standing() {
        return Err(failure(who.visit.language, Refusal::NotNow));
    }
    Ok(meeting_pages::ask_to_end(&who.visit, &meeting))
}

/// `POST` [`at::MEETING_END`]
pub async fn finish(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let id = id.into_inner();
    let finished = finish_meeting(&gate.db, &gate.master, id, pressed(&who, posted.key)).await;
    finished.map(|()| done(&who, id, "ended")).map_err(|fault| failed(who.visit.language, fault))
}

/// `GET` [`at::MEETING_EXTENSION`]
pub async fn ask_to_put_off(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Shown {
    let (meeting, closes) = extendable(&who, &gate, id.into_inner()).await?;
    let proposed = TypedMoment::of(closes.plus(DAY), who.visit.language);
    Ok(meeting_pages::ask_to_put_off(&who.visit, &meeting, closes, &proposed, &Faults::none()))
}

async fn extendable(who: &May<PlanMeetings>, gate: &Gatehouse, id: MeetingId) -> Result<(Meeting, Moment), Failure> {
    let meeting = meeting(gate, id).await?;
    let not_now = || failure(who.visit.language, Refusal::NotNow);
    meeting.is_open().map_err(|_| not_now())?;
    let closes = meeting.closes.ok_or_else(not_now)?;
    Ok((meeting, closes))
}

/// `POST` [`at::MEETING_EXTENSION`]
pub async fn extend(who: May<PlanMeetings>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>, body: Body) -> Shown {
    let posted: Posted = who.visit.accept(body)?;
    let (id, language) = (id.into_inner(), who.visit.language);
    let (of, before) = extendable(&who, &gate, id).await?;
    let (typed, say) = (TypedMoment::posted(&posted, "closes", "closes_time"), form::words(language));
    let mut faults = Faults::none();
    let closes = moment(("closes", "closes_time"), &typed, say.closes, &mut faults, language);
    if closes.is_some_and(|closes| closes.since(who.visit.premises.now()) > 366 * DAY) {
        faults.add("closes", say.far_away);
    }
    let closes = match closes {
        Some(closes) if faults.is_empty() => closes,
        _ => return Ok(meeting_pages::ask_to_put_off(&who.visit, &of, before, &typed, &faults)),
    };
    match put_off(&gate.db, &gate.master, id, closes, pressed(&who, posted.key)).await {
        Ok(()) => Ok(done(&who, id, "put-off")),
        Err(NotCarried::Refused(refusal @ Refusal::NotLater)) => {
            let faults = Faults::one("closes", refusal_in_words(language, &refusal).unwrap_or_default());
            Ok(meeting_pages::ask_to_put_off(&who.visit, &of, before, &typed, &faults))
        }
        Err(fault) => Err(failed(language, fault)),
    }
}

/// `GET` [`at::CLINIC_LINK`]
pub async fn start(visit: Visit, gate: web::Data<Gatehouse>, link: web::Path<String>) -> Shown {
    let link = link.into_inner();
    let now = visit.premises.now();
    Ok(match entrant(&gate, &link).await? {
        Some(entrant) => pages::start(&visit, &entrant, &link, now),
        None => pages::no_entry(&visit),
    })
}

async fn entrant(gate: &Gatehouse, link: &str) -> Result<Option<Entrant>, Failure> {
    let (master, link) = (gate.master.clone(), link.to_owned());
    match gate.db.read_register(move |conn| entry::look(conn, &master, &link)).await {
        Ok(entrant) => Ok(Some(entrant)),
        Err(NoEntry::NoSuchLink) => Ok(None),
        Err(NoEntry::Database(fault)) => Err(fault.into()),
    }
}

/// A page that only a form leads to, opened by its address.
pub async fn back_to_start(visit: Visit, link: web::Path<String>) -> HttpResponse {
    see_other(&visit.to(&at::clinic_link(&link)))
}

/// `POST` [`at::CLINIC_LINK_SEATS`], by browsers without scripts.
pub async fn seats(visit: Visit, gate: web::Data<Gatehouse>, link: web::Path<String>) -> Shown {
    let link = link.into_inner();
    let Some(entrant) = entrant(&gate, &link).await? else { return Ok(pages::no_entry(&visit)) };
    let (now, say) = (visit.premises.now(), words(visit.language));
    let chance = &visit.premises.chance;
    match without_script::seats(&gate.db, &gate.master, chance, &entrant, link.clone(), now).await {
        Ok(seats) => Ok(pages::seats(&visit, entrant.meeting.id, &seats)),
        Err(NoSeats::NotTaken(refusal)) => match refusal {
            NotTaken::NoEntry(NoEntry::NoSuchLink) => Ok(pages::no_entry(&visit)),
            NotTaken::NotOpenYet => Ok(pages::nothing_taken(&visit, &link, say.not_yet)),
            NotTaken::Closed => Ok(pages::nothing_taken(&visit, &link, say.no_more)),
            NotTaken::AlreadyTaken => Ok(pages::nothing_taken(&visit, &link, say.already_taken)),
            NotTaken::NoSeats => Err(Failure::NotFound),
            NotTaken::NoEntry(NoEntry::Database(fault)) | NotTaken::Database(fault) => Err(fault.into()),
            refusal => Err(Failure::broken(refusal)),
        },
        Err(fault) => Err(Failure::broken(fault)),
    }
}

/// `POST` [`at::CLINIC_LINK_VOUCHER`]. Writes nothing.
pub async fn voucher(visit: Visit, gate: web::Data<Gatehouse>, link: web::Path<String>) -> Shown {
    let (link, now, say) = (link.into_inner(), visit.premises.now(), words(visit.language));
    let (master, chance, whose) = (gate.master.clone(), visit.premises.chance.clone(), link.clone());
    let told = gate.db.read_register(move |conn| entry::vouch(conn, &master, &whose, now, &mut chance.dice())).await;
    match told {
        Ok((meeting, voucher)) => {
            let name = pages::name_in(Voucher::read(&gate.master, &voucher, now));
            Ok(pages::voucher(&visit, meeting, &name, &voucher))
        }
        Err(NotVouched::NoEntry(NoEntry::NoSuchLink)) => Ok(pages::no_entry(&visit)),
        Err(NotVouched::NotOpenYet) => Ok(pages::nothing_taken(&visit, &link, say.not_yet)),
        Err(NotVouched::Closed) => Ok(pages::nothing_taken(&visit, &link, say.no_more)),
        Err(NotVouched::NotByName) => Err(Failure::NotFound),
        Err(NotVouched::NoEntry(NoEntry::Database(fault)) | NotVouched::Database(fault)) => Err(fault.into()),
        Err(NotVouched::Written(fault)) => Err(Failure::broken(fault)),
    }
}
