//! Choosing for whom, a last look, and making the slips, for those who keep the roll.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::{
    choice::{Choice, MOST},
    pages::{self, Check, Choosing, Imprint, SlipsForm},
    print::{self, extent},
    slip::ON_A_SHEET,
    words::words,
};
use crate::{
    accounts::{Gatehouse, KeepRoster, May},
    ids::SurveyId,
    language::Language,
    people::{self, EmployeeNumber, pages::unit_choices::Placed},
    rounds::Hand,
    surveys::{self, Entrance},
    web::{self as kit, Body, Failure, Faults, Spent, Visit, at, see_other},
};

/// `GET` [`at::SLIPS`]
pub async fn new(who: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    let choosing = choosing(&gate, id.into_inner(), &who.visit).await?;
    Ok(pages::choose(&who.visit, &choosing, &SlipsForm::default(), &Faults::none()))
}

/// `GET` [`at::SLIPS_CHECK`]
pub async fn check(who: May<KeepRoster>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Result<HttpResponse, Failure> {
    // Without what was chosen there is nothing to check, and another language takes no choice along.
    let (id, visit) = (id.into_inner(), &who.visit);
    let visit = &visit.standing_at(at::slips(id));
    let typed = |name| visit.query_text(name).unwrap_or_default();
    let form = SlipsForm { who: typed("who"), unit: typed("unit"), number: typed("number"), group: typed("group") };
    let choosing = choosing(&gate, id, visit).await?;
    if !is_printable(&choosing) {
        return Ok(see_other(&visit.to(&at::slips(choosing.survey.id))));
    }
    let choice = match parse(&form, &choosing, visit.language) {
        Ok(choice) => choice,
        Err(faults) => return Ok(pages::choose(visit, &choosing, &form, &faults)),
    };
    let (survey, asked) = (choosing.survey.id, choice.clone());
    let extent = gate.db.read_register(move |conn| extent(conn, survey, &asked)).await?;
    if let Err(faults) = fits(&choice, extent.slips, visit.language) {
        return Ok(pages::choose(visit, &choosing, &form, &faults));
    }
    let whom = whom(&choice, &choosing, visit.language);
    let is_drawn = matches!(choice, Choice::Group(_));
    let sheets = match &choice {
        Choice::Group(group) => {
            let meant = choosing.strata.iter().filter(|stratum| group.is_none_or(|group| group == stratum.id));
            meant.map(|stratum| usize::try_from(stratum.size).unwrap_or(0).div_ceil(ON_A_SHEET)).sum()
        }
        _ => extent.slips.div_ceil(ON_A_SHEET),
    };
    Ok(pages::check(visit, &Check { survey: &choosing.survey, form: &form, whom: &whom, extent, sheets, is_drawn }))
}

/// `POST` [`at::SLIPS`]. The answer is the sheets themselves: no address shows them again, and a form that is
/// sent twice prints once.
pub async fn create(
    who: May<KeepRoster>,
    gate: web::Data<Gatehouse>,
    id: web::Path<SurveyId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let visit = &who.visit;
    let posted = visit.accept(body)?;
    let text = |field| posted.text(field).to_owned();
    let form = SlipsForm { who: text("who"), unit: text("unit"), number: text("number"), group: text("group") };
    let choosing = choosing(&gate, id.into_inner(), visit).await?;
    let again = visit.to(&at::slips(choosing.survey.id));
    if !is_printable(&choosing) {
        return Ok(see_other(&again));
    }
    let choice = match parse(&form, &choosing, visit.language) {
        Ok(choice) => choice,
        Err(faults) => return Ok(pages::choose(visit, &choosing, &form, &faults)),
    };
    let (survey, key, asked) = (choosing.survey.clone(), posted.key, choice.clone());
    let (by, master, now) = (who.actor(), gate.master.clone(), visit.premises.now());
    let (chance, led_to) = (visit.premises.chance.clone(), at::done(&again, "before"));
    let printed = gate.db.register(move |conn| {
        let hand = Hand { master: &master, by: &by, now };
        let extent = extent(conn, survey.id, &asked)?;
        if !(1..=MOST).contains(&extent.slips) {
            return Ok(Err(extent.slips));
        }
        QueryResult::Ok(Ok(match kit::spend(conn, key, &led_to, now)? {
            Spent::Before(_) => None,
            Spent::Now => Some(print::print(conn, &hand, &survey, &asked, &mut chance.dice())?),
        }))
    });
    match printed.await? {
        Ok(Some(slips)) => {
            let imprint = Imprint { host: &gate.public_url, link: &|language, address| gate.link(language, address) };
            Ok(pages::sheets(visit, &choosing.survey, &slips, &imprint))
        }
        Ok(None) => Ok(see_other(&at::done(&again, "before"))),
        Err(slips) => {
            let faults = fits(&choice, slips, visit.language).err().unwrap_or_else(Faults::none);
            Ok(pages::choose(visit, &choosing, &form, &faults))
        }
    }
}

/// Codes exist from the opening on, and work until the close.
fn is_printable(choosing: &Choosing) -> bool {
    let survey = &choosing.survey;
    survey.state.is_open() && !choosing.is_over && survey.terms.entrance() != Entrance::OpenLink
}

async fn choosing(gate: &Gatehouse, id: SurveyId, visit: &Visit) -> Result<Choosing, Failure> {
    let now = visit.premises.now();
    let found = gate.db.read_register(move |conn| {
        let Some(survey) = surveys::find(conn, id)? else { return Ok(None) };
        let unreached = people::addressees(conn, id)?.iter().filter(|person| !person.is_reached).count();
        let strata = people::roll(conn, id)?.map(|roll| roll.strata).unwrap_or_default();
        let units: Vec<Placed> = people::in_place(people::all_units(conn)?);
        let is_over = survey.state.window().is_some_and(|window| window.closes <= now);
        QueryResult::Ok(Some(Choosing { survey, is_over, units, strata, unreached }))
    });
    found.await?.ok_or(Failure::NotFound)
}

fn parse(form: &SlipsForm, choosing: &Choosing, language: Language) -> Result<Choice, Faults> {
    let say = words(language);
    if choosing.survey.terms.entrance() == Entrance::Drawn {
        let group = choosing.strata.iter().find(|stratum| stratum.id.to_string() == form.group).map(|stratum| stratum.id);
        return match group {
            None if !form.group.is_empty() => Err(Faults::one("group", say.choose_one)),
            group => Ok(Choice::Group(group)),
        };
    }
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
            number.map(Choice::Person).map_err(|_| Faults::one("number", say.number_unknown))
        }
        _ => Err(Faults::one("who", say.choose_one)),
    }
}

fn fits(choice: &Choice, slips: usize, language: Language) -> Result<(), Faults> {
    let say = words(language);
    match (choice, slips) {
        (Choice::Person(_), 0) => Err(Faults::one("number", say.number_unknown)),
        (Choice::Unit(_), 0) => Err(Faults::one("unit", say.nobody)),
        (Choice::Group(_), 0) => Err(Faults::one("group", say.nobody)),
        (_, 0) => Err(Faults::one("who", say.nobody)),
        (Choice::Group(_), slips) if slips > MOST => Err(Faults::one("group", (say.too_many)(MOST))),
        (_, slips) if slips > MOST => Err(Faults::one("who", (say.too_many)(MOST))),
        _ => Ok(()),
    }
}

fn whom(choice: &Choice, choosing: &Choosing, language: Language) -> String {
    let say = words(language);
    match choice {
        Choice::Unreached => say.unreached.to_owned(),
        Choice::Everybody => say.everybody.to_owned(),
        Choice::Unit(id) => {
            let known = choosing.units.iter().find(|(_, unit)| unit.id == *id);
            known.map(|(_, unit)| unit.name(language).to_owned()).unwrap_or_default()
        }
        Choice::Person(number) => format!("{} {}", say.number, number.as_str()),
        Choice::Group(None) => say.all_groups.to_owned(),
        Choice::Group(Some(id)) => {
            let known = choosing.strata.iter().find(|stratum| stratum.id == *id);
            known.map(|stratum| stratum.name(language).to_owned()).unwrap_or_default()
        }
    }
}
