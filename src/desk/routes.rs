//! The desk, for those who answer in the clinic.

use actix_web::{
    HttpResponse,
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, X_CONTENT_TYPE_OPTIONS},
    web,
};
use diesel::QueryResult;

use super::{
    do_it::{By, do_it, take_down as take_down_card},
    form,
};
use crate::{
    accounts::{AnswerInClinic, Gatehouse, May},
    campaigns::calendar::{self, Calendar},
    clinic::{
        self, Kind, Posted, State, Thread,
        deeds::{self, Hand, NotDone},
        files,
        pages::desk::{self as pages, Scene, Typed, not_done_in_words},
        queue::{beginning, queue},
    },
    ids::{CardId, EnclosureId, MatterId},
    people,
    secrets::Purpose,
    web::{Body, Failure, Faults, FormKey, LongBody, at, see_other},
};

const SHOWN: [State; 6] = [State::New, State::Asked, State::Office, State::Answered, State::HeldBack, State::Merged];
/// Those that another may be merged into.
const OPEN: [State; 4] = [State::New, State::Asked, State::Office, State::Answered];
const OTHERS_MOST: usize = 50;

/// `GET` [`at::CLINIC_DESK`]
pub async fn index(who: May<AnswerInClinic>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let of = who.visit.query("state").and_then(State::from_code).unwrap_or(State::New);
    let calendar = gate.db.read_register(calendar::calendar).await?;
    let (master, today) = (gate.master.clone(), who.visit.premises.now().day());
    let found = gate.db.read_urn(move |conn| {
        let mut counts = Vec::new();
        let mut queued = Vec::new();
        for state in SHOWN {
            let of_state = queue(conn, &master, &[state], today, &|from, to| calendar.working_days_between(from, to))?;
            counts.push((state, of_state.len()));
            if state == of {
                queued = of_state;
            }
        }
        let left = if of == State::Answered { clinic::left_cards(conn)? } else { Vec::new() };
        QueryResult::Ok((counts, queued, left, clinic::notices(conn)?))
    });
    let (counts, queued, left, posted) = found.await?;
    Ok(pages::queue(&who.visit, of, &counts, &queued, &left, &posted))
}

/// `POST` [`at::CLINIC_DESK`]: takes a card off the board whose matter is forgotten.
pub async fn take_down(who: May<AnswerInClinic>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let id: CardId = posted.text("card").parse().map_err(|_| Failure::NotFound)?;
    if !gate.db.read_urn(move |conn| deeds::is_left(conn, id)).await? {
        return Err(Failure::NotFound);
    }
    take_down_card(&gate.db, by(&who, &gate, posted.key), id).await?;
    Ok(see_other(&at::done(&who.visit.to(at::CLINIC_DESK), "taken-down")))
}

/// `GET` [`at::CLINIC_MATTER`]: the first time, its age begins.
pub async fn show(who: May<AnswerInClinic>, gate: web::Data<Gatehouse>, id: web::Path<String>) -> Result<HttpResponse, Failure> {
    let id: MatterId = id.parse().map_err(|_| Failure::NotFound)?;
    let today = who.visit.premises.now().day();
    gate.db.urn(move |conn| deeds::read(conn, id, today)).await?;
    draw(&who, &gate, id, &Typed::default(), &Faults::none()).await
}

/// `POST` [`at::CLINIC_MATTER`]
pub async fn update(
    who: May<AnswerInClinic>,
    gate: web::Data<Gatehouse>,
    id: web::Path<String>,
    body: LongBody,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let id: MatterId = id.parse().map_err(|_| Failure::NotFound)?;
    let deed = match form::read(&posted, &who.account.name, who.visit.language) {
        Ok(deed) => deed,
        Err(faults) => return draw(&who, &gate, id, &form::typed(&posted), &faults).await,
    };
    let premises = &who.visit.premises;
    let (now, calendar) = (premises.now(), gate.db.read_register(calendar::calendar).await?);
    let (thread, _) = find(&gate, id).await?;
    let hand = Hand {
        once: once(&gate, posted.key),
        edition: posted.text("mark").parse().map_err(|_| Failure::Malformed)?,
        today: now.day(),
        age: age(&thread, &calendar, now.day()).and_then(|age| i32::try_from(age).ok()).unwrap_or(0),
    };
    match do_it(&gate.db, by(&who, &gate, posted.key), id, deed, hand).await {
        Ok(()) => Ok(see_other(&at::done(&who.visit.to(&at::clinic_matter(id)), "saved"))),
        Err(NotDone::NoSuchMatter) => Err(Failure::NotFound),
        Err(NotDone::Database(fault)) => Err(fault.into()),
        Err(reason) => {
            let sentence = not_done_in_words(who.visit.language, &reason).unwrap_or_default();
            draw(&who, &gate, id, &form::typed(&posted), &Faults::one("matter", sentence)).await
        }
    }
}

/// `GET` [`at::CLINIC_MATTER_FILE`]: to be kept, and never shown as a page of ours. Its name is the house's own.
pub async fn file(
    _who: May<AnswerInClinic>,
    gate: web::Data<Gatehouse>,
    ids: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let (of, file) = ids.into_inner();
    let (of, file): (MatterId, EnclosureId) = match (of.parse(), file.parse()) {
        (Ok(of), Ok(file)) => (of, file),
        _ => return Err(Failure::NotFound),
    };
    let master = gate.master.clone();
    let found = gate.db.read_urn(move |conn| files::open(conn, &master, of, file)).await?;
    let (place, kind, bytes) = found.ok_or(Failure::NotFound)?;
    let name = format!("matter-file-{}.{}", place + 1, kind.extension());
    Ok(HttpResponse::Ok()
        .content_type(kind.media_type())
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(bytes))
}

fn by(who: &May<AnswerInClinic>, gate: &Gatehouse, key: FormKey) -> By {
    let premises = &who.visit.premises;
    By { master: gate.master.clone(), chance: premises.chance.clone(), actor: who.actor(), key, now: premises.now() }
}

/// By which the urn knows the form again. The register keeps the key itself, with a time: the two must not meet.
fn once(gate: &Gatehouse, key: FormKey) -> [u8; 16] {
    let hash = gate.master.keyed_hash(Purpose::Matters, &[b"deed", key.as_bytes()]);
    hash.first_chunk().copied().unwrap_or_default()
}

async fn find(gate: &Gatehouse, id: MatterId) -> Result<(Thread, Vec<Posted>), Failure> {
    let master = gate.master.clone();
    let found = gate.db.read_urn(move |conn| {
        let Some(thread) = clinic::thread(conn, &master, id)? else { return Ok(None) };
        QueryResult::Ok(Some((thread, clinic::notices(conn)?)))
    });
    found.await?.ok_or(Failure::NotFound)
}

async fn draw(
    who: &May<AnswerInClinic>,
    gate: &Gatehouse,
    id: MatterId,
    typed: &Typed,
    faults: &Faults,
) -> Result<HttpResponse, Failure> {
    let calendar = gate.db.read_register(calendar::calendar).await?;
    let (thread, posted) = find(gate, id).await?;
    let today = who.visit.premises.now().day();
    let (master, topic) = (gate.master.clone(), thread.matter.topic.clone());
    let others = gate.db.read_urn(move |conn| queue(conn, &master, &OPEN, today, &|_, _| 0)).await?;
    // Those about the same first.
    let (same, rest): (Vec<_>, Vec<_>) =
        others.into_iter().filter(|it| it.matter.id != id).partition(|it| it.matter.topic == topic);
    let others: Vec<_> =
        same.into_iter().chain(rest).take(OTHERS_MOST).map(|it| (it.matter.id, beginning(&it.beginning))).collect();
    let age = age(&thread, &calendar, today);
    let names = names_said(gate, &thread).await?;
    let master = gate.master.clone();
    let files = gate.db.read_urn(move |conn| files::of_matter(conn, &master, id)).await?;
    let scene = Scene { thread: &thread, files: &files, age, posted: &posted, others: &others, names: &names };
    Ok(pages::matter(&who.visit, &scene, typed, faults))
}

/// By the writer, out of the roster.
async fn names_said(gate: &Gatehouse, thread: &Thread) -> QueryResult<Vec<String>> {
    let by_writer = thread.remarks.iter().filter(|remark| remark.kind == Kind::Writer);
    let text: String = by_writer.flat_map(|remark| [remark.said.text.as_str(), "\n"]).collect();
    gate.db.read_register(move |conn| people::names_said(conn, &text)).await
}

fn age(thread: &Thread, calendar: &Calendar, today: jiff::civil::Date) -> Option<usize> {
    thread.matter.opened_on.map(|opened| calendar.working_days_between(opened, today))
}
