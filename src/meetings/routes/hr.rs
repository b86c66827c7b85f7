//! What those who have the people do for a session: print links, invite newcomers. They see nothing of who has come.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::deeds::{done_once, failure};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    campaigns::slips::{Choice, MOST, words::words as slip_words},
    ids::MeetingId,
    language::Language,
    meetings::{
        self, Hand, Refusal,
        pages::{
            self,
            slips::{Choosing, SlipsForm},
        },
        slips::{extent, print},
        store,
        words::slips::words,
    },
    people::{self, EmployeeNumber},
    web::{self as kit, Body, Failure, Faults, Spent, Visit, at, see_other},
};

/// `GET` [`at::HR_MEETINGS`]
pub async fn index(who: May<KeepRoster>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    let meetings = gate.db.read_register(store::all).await?;
    Ok(pages::for_hr(&who.visit, meetings))
}

/// `GET` [`at::MEETING_SLIPS`]
pub async fn new(who: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Result<HttpResponse, Failure> {
    let choosing = choosing(&gate, id.into_inner(), &who.visit).await?;
    Ok(pages::slips::choose(&who.visit, &choosing, &SlipsForm::default(), &Faults::none()))
}

/// `GET` [`at::MEETING_SLIPS_CHECK`]
pub async fn check(who: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<MeetingId>) -> Result<HttpResponse, Failure> {
    let id = id.into_inner();
    let visit = &who.visit.standing_at(at::meeting_slips(id));
    let typed = |name| visit.query_text(name).unwrap_or_default();
    let form = SlipsForm { who: typed("who"), unit: typed("unit"), number: typed("number") };
    let choosing = choosing(&gate, id, visit).await?;
    if !choosing.is_printable() {
        return Ok(see_other(&visit.to(&at::meeting_slips(id))));
    }
    let choice = match parse(&form, &choosing, visit.language) {
        Ok(choice) => choice,
        Err(faults) => return Ok(pages::slips::choose(visit, &choosing, &form, &faults)),
    };
    let asked = choice.clone();
    let extent = gate.db.read_register(move |conn| extent(conn, id, &asked)).await?;
    if let Err(faults) = fits(&choice, extent.slips, visit.language) {
        return Ok(pages::slips::choose(visit, &choosing, &form, &faults));
    }
    let whom = whom(&choice, &choosing, visit.language);
    Ok(pages::slips::check(visit, &choosing.meeting, &form, &whom, extent))
}

/// `POST` [`at::MEETING_SLIPS`]. The answer is the sheets themselves: no address shows them again, and a form that is
/// sent twice prints once.
pub async fn create(
    who: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<MeetingId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let visit = &who.visit;
    let posted = visit.accept(body)?;
    let text = |field| posted.text(field).to_owned();
    let form = SlipsForm { who: text("who"), unit: text("unit"), number: text("number") };
    let choosing = choosing(&gate, id.into_inner(), visit).await?;
    let again = visit.to(&at::meeting_slips(choosing.meeting.id));
    if !choosing.is_printable() {
        return Ok(see_other(&again));
    }
    let choice = match parse(&form, &choosing, visit.language) {
        Ok(choice) => choice,
        Err(faults) => return Ok(pages::slips::choose(visit, &choosing, &form, &faults)),
    };
    let (meeting, key, asked) = (choosing.meeting.clone(), posted.key, choice.clone());
    let (by, master, now) = (who.actor(), gate.master.clone(), visit.premises.now());
    let led_to = at::done(&again, "before");
    let printed = gate.db.register(move |conn| {
        let hand = Hand { master: &master, by: &by, now };
        let extent = extent(conn, meeting.id, &asked)?;
        if !(1..=MOST).contains(&extent.slips) {
            return Ok(Err(extent.slips));
        }
        Ok::<_, Refusal>(Ok(match kit::spend(conn, key, &led_to, now)? {
            Spent::Before(_) => None,
            Spent::Now => Some(print(conn, &hand, &meeting, &asked)?),
        }))
    });
    match printed.await.map_err(|refusal| failure(visit.language, refusal))? {
        Ok(Some(slips)) => {
            let link = |code: &str| gate.link(Language::Thai, &at::clinic_link(code));
            Ok(pages::slips::sheets(visit, &choosing.meeting, &slips, &gate.public_url, &link))
        }
        Ok(None) => Ok(see_other(&at::done(&again, "before"))),
        Err(slips) => {
            let faults = fits(&choice, slips, visit.language).err().unwrap_or_else(Faults::none);
            Ok(pages::slips::choose(visit, &choosing, &form, &faults))
        }
    }
}

/// `POST` [`at::MEETING_NEWCOMERS`]
pub async fn invite(
    who: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<MeetingId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let posted = who.visit.accept(body)?;
    let id = id.into_inner();
    let answer = at::done(&who.visit.to(&at::meeting_slips(id)), "invited");
    let invited = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        meetings::add_who_has_joined(conn, hand, id, dice)?;
        Ok(answer.clone())
    });
    invited.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(who.visit.language, refusal))
}

async fn choosing(gate: &Gatehouse, id: MeetingId, visit: &Visit) -> Result<Choosing, Failure> {
    let now = visit.premises.now();
    let found = gate.db.read_register(move |conn| {
        let Some(meeting) = store::find(conn, id)? else { return Ok(None) };
        let unreached = people::invited_by_name(conn, id)?.iter().filter(|person| !person.is_reached).count();
        let units = people::in_place(people::all_units(conn)?);
        let reach = meetings::reach(conn, &meeting, now)?;
        QueryResult::Ok(Some(Choosing { meeting, units, unreached, reach }))
    });
    found.await?.ok_or(Failure::NotFound)
}

fn parse(form: &SlipsForm, choosing: &Choosing, language: Language) -> Result<Choice, Faults> {
    let say = slip_words(language);
    match form.who.as_str() {
        "unreached" => Ok(Choice::Unreached),
        "everybody" => Ok(Choice::Everybody),
        "unit" => {
            let known = choosing.units.iter().find(|(_, unit)| unit.id.to_string() == form.unit);
            known.map(|(_, unit)| Choice::Unit(unit.id)).ok_or_else(|| Faults::one("unit", say.choose_unit))
        }
        "person" if form.number.is_empty() => Err(Faults::one("number", say.number_missing)),
        "person" => {
            let number = EmployeeNumber::parse(&form.number);
            number.map(Choice::Person).map_err(|_| Faults::one("number", words(language).number_unknown))
        }
        _ => Err(Faults::one("who", say.choose_one)),
    }
}

fn fits(choice: &Choice, slips: usize, language: Language) -> Result<(), Faults> {
    let say = words(language);
    match (choice, slips) {
        (Choice::Person(_), 0) => Err(Faults::one("number", say.number_unknown)),
        (Choice::Unit(_), 0) => Err(Faults::one("unit", say.nobody)),
        (_, 0) => Err(Faults::one("who", say.nobody)),
        (_, slips) if slips > MOST => Err(Faults::one("who", (slip_words(language).too_many)(MOST))),
        _ => Ok(()),
    }
}

fn whom(choice: &Choice, choosing: &Choosing, language: Language) -> String {
    let say = slip_words(language);
    match choice {
        Choice::Unreached => say.unreached.to_owned(),
        Choice::Unit(id) => {
            let known = choosing.units.iter().find(|(_, unit)| unit.id == *id);
            known.map(|(_, unit)| unit.name(language).to_owned()).unwrap_or_default()
        }
        Choice::Person(number) => format!("{} {}", say.number, number.as_str()),
        Choice::Everybody | Choice::Group(_) => words(language).everybody.to_owned(),
    }
}
