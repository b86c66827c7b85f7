//! The year and its calendar at their addresses.

use actix_web::{HttpResponse, web};

use super::{
    form::Typed,
    gather::gather,
    pages::{self},
    words::words,
};
use crate::{
    accounts::{Gatehouse, MakeSurveys, May, Permit as _, ReadResults},
    agenda::{self, Entry, Refusal},
    authoring::Hand,
    db::RegisterConn,
    dice::Dice,
    ids::AgendaId,
    language::{FiscalYear, Language},
    web::{self as kit, Body, Failure, Faults, FormKey, at, see_other},
};

type Who = May<MakeSurveys>;

/// `GET` [`at::WORK`]
pub async fn show(who: May<ReadResults>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let now = who.visit.premises.now();
    let year = match who.visit.query("year") {
        Some(year) => read_year(year)?,
        None => FiscalYear::of(now.day()),
    };
    let may_plan = MakeSurveys::held_by(&who.account.roles);
    let it = gather(&gate.db, &gate.master, (year, may_plan), who.visit.language, now).await?;
    Ok(pages::year(&who.visit, &it, now.day(), may_plan))
}

fn read_year(text: &str) -> Result<FiscalYear, Failure> {
    text.parse().ok().and_then(FiscalYear::new).ok_or(Failure::NotFound)
}

/// `GET` [`at::AGENDA`]
pub async fn index(who: Who, gate: web::Data<Gatehouse>, year: web::Path<String>) -> Result<HttpResponse, Failure> {
    calendar(&who, &gate, read_year(&year)?, &Typed::default(), &Faults::none()).await
}

async fn calendar(
    who: &Who,
    gate: &Gatehouse,
    year: FiscalYear,
    typed: &Typed,
    faults: &Faults,
) -> Result<HttpResponse, Failure> {
    let before = FiscalYear::new(year.number() - 1);
    let found = gate.db.read_register(move |conn| {
        let earlier = before.map(|before| agenda::of_year(conn, before)).transpose()?.unwrap_or_default();
        diesel::QueryResult::Ok((agenda::of_year(conn, year)?, !earlier.is_empty()))
    });
    let (entries, can_copy) = found.await?;
    let today = who.visit.premises.now().day();
    Ok(pages::calendar(&who.visit, year, &entries, can_copy, typed, faults, today))
}

/// Done once, however often the button is pressed. Says where it leads.
async fn done_once(
    who: &Who,
    gate: &Gatehouse,
    key: FormKey,
    deed: impl Fn(&mut RegisterConn, &Hand, &mut Dice) -> Result<String, Refusal> + Send + 'static,
) -> Result<HttpResponse, Refusal> {
    let (by, master) = (who.actor(), gate.master.clone());
    let (now, chance) = (who.visit.premises.now(), who.visit.premises.chance.clone());
    let done = gate.db.register(move |conn| {
        let hand = Hand { master: &master, by: &by, now };
        kit::once_leading(conn, key, now, |conn| deed(conn, &hand, &mut chance.dice()))
    });
    Ok(see_other(&who.visit.to(&done.await?)))
}

/// The page for a refusal that no field could put right.
fn failure(language: Language, refusal: Refusal) -> Failure {
    let say = words(language);
    match refusal {
        Refusal::NotFound => Failure::NotFound,
        Refusal::Changed => Failure::Refused(say.changed.to_owned()),
        Refusal::Full => Failure::Refused(say.full.to_owned()),
        Refusal::Database(fault) => fault.into(),
    }
}

fn led(year: FiscalYear, done: &str) -> String {
    at::done(&at::agenda(year.number(), ""), done)
}

/// `POST` [`at::AGENDA`]
pub async fn add(who: Who, gate: web::Data<Gatehouse>, year: web::Path<String>, body: Body) -> Result<HttpResponse, Failure> {
    let (posted, year) = (who.visit.accept(body)?, read_year(&year)?);
    let typed = Typed::posted(&posted);
    match typed.read(year, who.visit.language) {
        Err(faults) => calendar(&who, &gate, year, &typed, &faults).await,
        Ok(wanted) => {
            let deed = move |conn: &mut RegisterConn, hand: &Hand, dice: &mut Dice| {
                agenda::add(conn, hand, &wanted, dice).map(|_| led(year, "added"))
            };
            match done_once(&who, &gate, posted.key, deed).await {
                Ok(answer) => Ok(answer),
                Err(Refusal::Full) => {
                    let faults = Faults::one("what_thai", words(who.visit.language).full);
                    calendar(&who, &gate, year, &typed, &faults).await
                }
                Err(refusal) => Err(failure(who.visit.language, refusal)),
            }
        }
    }
}

/// `POST` [`at::AGENDA_USUAL`]
pub async fn fill(who: Who, gate: web::Data<Gatehouse>, year: web::Path<String>, body: Body) -> Result<HttpResponse, Failure> {
    let (posted, year) = (who.visit.accept(body)?, read_year(&year)?);
    let deed = move |conn: &mut RegisterConn, hand: &Hand, dice: &mut Dice| {
        agenda::take_over(conn, hand, year, &agenda::shipped(year), dice).map(|_| led(year, "filled"))
    };
    done_once(&who, &gate, posted.key, deed).await.map_err(|refusal| failure(who.visit.language, refusal))
}

/// `POST` [`at::AGENDA_COPY`]
pub async fn copy(who: Who, gate: web::Data<Gatehouse>, year: web::Path<String>, body: Body) -> Result<HttpResponse, Failure> {
    let (posted, year) = (who.visit.accept(body)?, read_year(&year)?);
    let before = FiscalYear::new(year.number() - 1).ok_or(Failure::NotFound)?;
    let deed = move |conn: &mut RegisterConn, hand: &Hand, dice: &mut Dice| {
        let wanted: Vec<_> = agenda::of_year(conn, before)?.into_iter().map(|entry| entry.wanted).collect();
        agenda::take_over(conn, hand, year, &wanted, dice).map(|_| led(year, "filled"))
    };
    done_once(&who, &gate, posted.key, deed).await.map_err(|refusal| failure(who.visit.language, refusal))
}

async fn entry(gate: &Gatehouse, id: AgendaId) -> Result<Entry, Failure> {
    gate.db.read_register(move |conn| agenda::find(conn, id)).await?.ok_or(Failure::NotFound)
}

/// `GET` [`at::AGENDA_ENTRY`]
pub async fn edit(who: Who, gate: web::Data<Gatehouse>, id: web::Path<AgendaId>) -> Result<HttpResponse, Failure> {
    let entry = entry(&gate, id.into_inner()).await?;
    Ok(pages::entry(&who.visit, &entry, entry.revision, &Typed::of(&entry.wanted), &Faults::none()))
}

/// `POST` [`at::AGENDA_ENTRY`]
pub async fn update(who: Who, gate: web::Data<Gatehouse>, id: web::Path<AgendaId>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let entry = entry(&gate, id.into_inner()).await?;
    let (typed, year, id) = (Typed::posted(&posted), entry.wanted.year(), entry.id);
    let seen = posted.text("mark").parse().unwrap_or(-1);
    match typed.read(year, who.visit.language) {
        Err(faults) => Ok(pages::entry(&who.visit, &entry, seen, &typed, &faults)),
        Ok(wanted) => {
            let deed = move |conn: &mut RegisterConn, hand: &Hand, _: &mut Dice| {
                agenda::change(conn, hand, id, seen, &wanted).map(|()| led(year, "saved"))
            };
            match done_once(&who, &gate, posted.key, deed).await {
                Ok(answer) => Ok(answer),
                // Sent again, it takes the place of what stands there now, which the heading shows.
                Err(Refusal::Changed) => {
                    let entry = self::entry(&gate, id).await?;
                    let faults =
                        Faults::one("what_thai", (words(who.visit.language).changed_to)(&entry.wanted, who.visit.language));
                    Ok(pages::entry(&who.visit, &entry, entry.revision, &typed, &faults))
                }
                Err(refusal) => Err(failure(who.visit.language, refusal)),
            }
        }
    }
}

/// `POST` [`at::AGENDA_DONE`]
pub async fn tick(who: Who, gate: web::Data<Gatehouse>, id: web::Path<AgendaId>, body: Body) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let entry = entry(&gate, id.into_inner()).await?;
    let (is_done, year, id) = (posted.text("done") == "yes", entry.wanted.year(), entry.id);
    let deed = move |conn: &mut RegisterConn, hand: &Hand, _: &mut Dice| {
        agenda::tick(conn, hand, id, is_done.then(|| hand.now.day()))
            .map(|()| led(year, if is_done { "ticked" } else { "unticked" }))
    };
    done_once(&who, &gate, posted.key, deed).await.map_err(|refusal| failure(who.visit.language, refusal))
}

/// `GET` [`at::AGENDA_REMOVAL`]
pub async fn ask_to_remove(who: Who, gate: web::Data<Gatehouse>, id: web::Path<AgendaId>) -> Result<HttpResponse, Failure> {
    Ok(pages::ask_to_remove(&who.visit, &entry(&gate, id.into_inner()).await?))
}

/// `POST` [`at::AGENDA_REMOVAL`]. What is gone already leads to this year.
pub async fn remove(who: Who, gate: web::Data<Gatehouse>, id: web::Path<AgendaId>, body: Body) -> Result<HttpResponse, Failure> {
    let (posted, id) = (who.visit.accept(body)?, id.into_inner());
    let today = FiscalYear::of(who.visit.premises.now().day());
    let deed = move |conn: &mut RegisterConn, hand: &Hand, _: &mut Dice| {
        let year = agenda::find(conn, id)?.map_or(today, |entry| entry.wanted.year());
        agenda::remove(conn, hand, id).map(|()| led(year, "removed"))
    };
    done_once(&who, &gate, posted.key, deed).await.map_err(|refusal| failure(who.visit.language, refusal))
}
