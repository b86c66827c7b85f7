//! The assessment of fiscal years: the list, one year, and what is entered of its parts.

use actix_web::{HttpResponse, web};

use super::mark::mark;
use crate::{
    accounts::{Gatehouse, MakeSurveys, May, ReadResults, Role},
    language::{FiscalYear, Language},
    reports::{NotKept, NotShown, all_years, keep_part, one_year, rounds_of},
    results::{
        Round,
        ita::{self, Entry, FIRST_YEAR, Form, Part, pages},
    },
    web::{Body, Failure, Faults, at, see_other},
};

/// `GET` [`at::YEARS`]
pub async fn index(who: May<ReadResults>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let years = all_years(&gate.db, who.visit.premises.now()).await.map_err(failure)?;
    Ok(pages::list(&who.visit, &years))
}

/// `GET` [`at::YEAR`]
pub async fn show(who: May<ReadResults>, gate: web::Data<Gatehouse>, year: web::Path<i16>) -> Result<HttpResponse, Failure> {
    let year = known(year.into_inner())?;
    let year = one_year(&gate.db, year).await.map_err(failure)?;
    Ok(pages::year(&who.visit, &year, who.account.roles.has(Role::Coordinator)))
}

/// `GET` [`at::YEAR_PART`]
pub async fn edit(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    place: web::Path<(i16, String)>,
) -> Result<HttpResponse, Failure> {
    let (year, part, rounds, present) = desk(&gate, &place).await?;
    Ok(pages::edit(&who.visit, year, part, &rounds, &Form::of(present.as_ref(), mark(&present)), &Faults::none()))
}

/// `POST` [`at::YEAR_PART`]. Noted in the diary before it takes effect; done twice, it is as done once.
pub async fn update(
    who: May<MakeSurveys>,
    gate: web::Data<Gatehouse>,
    place: web::Path<(i16, String)>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let (year, part, rounds, present) = desk(&gate, &place).await?;
    let form = Form::typed(&posted);
    let entry = match form.read(year, part, &rounds, who.visit.language) {
        Ok(entry) => entry,
        Err(faults) => return Ok(pages::edit(&who.visit, year, part, &rounds, &form, &faults)),
    };
    let what = if entry.is_some() { "saved" } else { "removed" };
    let answer = at::done(&who.visit.to(&at::year(year.number(), "")), what);
    if entry != present {
        let now = who.visit.premises.now();
        // Drawn from what is there no more.
        if form.mark != mark(&present) {
            return Err(changed(who.visit.language));
        }
        keep_part(&gate, &who.actor(), posted.key, (year, part), (present, entry), now)
            .await
            .map_err(|reason| not_kept(who.visit.language, reason))?;
    }
    Ok(see_other(&answer))
}

/// What the form of a part is drawn from.
async fn desk(gate: &Gatehouse, place: &(i16, String)) -> Result<(FiscalYear, Part, Vec<Round>, Option<Entry>), Failure> {
    let year = known(place.0)?;
    let part = Part::from_code(&place.1).ok_or(Failure::NotFound)?;
    let rounds = rounds_of(&gate.db, year, part).await.map_err(failure)?;
    let present = gate.db.read_urn(move |conn| ita::entry_of(conn, year, part)).await?;
    Ok((year, part, rounds, present))
}

fn known(year: i16) -> Result<FiscalYear, Failure> {
    FiscalYear::new(year).filter(|year| year.number() >= FIRST_YEAR).ok_or(Failure::NotFound)
}

fn failure(fault: NotShown) -> Failure {
    match fault {
        NotShown::Database(fault) => fault.into(),
        NotShown::NoSuchRound => Failure::NotFound,
        fault => Failure::broken(fault),
    }
}

fn not_kept(language: Language, reason: NotKept) -> Failure {
    match reason {
        NotKept::Changed => changed(language),
        NotKept::Database(fault) => fault.into(),
    }
}

fn changed(language: Language) -> Failure {
    Failure::Refused(ita::words(language).changed_meanwhile.to_owned())
}
