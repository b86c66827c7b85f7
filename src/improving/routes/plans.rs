//! The list of plans, making one, its page, and changing or removing it.

use actix_web::{HttpResponse, web};
use diesel::QueryResult;

use super::deeds::{done_once, failure, plan_now};
use crate::{
    accounts::{Gatehouse, KeepPlans, May, ReadPlans, Role},
    db::Db,
    department,
    ids::{PlanId, SurveyId},
    improving::{
        form::PlanForm,
        pages::{
            self,
            confirm::{self, Removal, Thing},
            forms::{Sheet, beginnings, plan as form_page},
        },
        quote::Known,
        scene::{known, scene, whole},
        words::{forms, plans::words},
    },
    language::{FiscalYear, Language, Month},
    plans::{self, MONTHS, Measure, Plan, Refusal, Wanted, Whole, place_of},
    surveys::{self, State, Survey},
    web::{Body, Failure, Faults, at, see_other},
};

/// Items that a new plan is offered a measure for.
const LOWEST: usize = 3;
/// Rounds without a plan that the list names; older ones lead to theirs from their own pages.
const ROUNDS_MOST: usize = 8;

type Who = May<KeepPlans>;
type Shown = Result<HttpResponse, Failure>;

/// `GET` [`at::PLANS`]
pub async fn index(who: May<ReadPlans>, gate: web::Data<Gatehouse>) -> Shown {
    let today = who.visit.premises.now().day();
    let found = gate.db.read_register(move |conn| {
        let (plans, rounds) = (plans::all(conn)?, surveys::all(conn)?);
        let planned: Vec<SurveyId> = plans.iter().filter_map(|plan| plan.wanted.survey).chain(plans::polls(conn)?).collect();
        QueryResult::Ok((plans, rounds, planned, department::first_day_kept(conn, today)?))
    });
    let (plans, rounds, planned, kept) = found.await?;
    let is_over = |round: &&Survey| matches!(round.state, State::Closed { .. } | State::Published { .. });
    // A round that asks about a measure is about the plan of another; of a year that is not kept, the plan may be gone.
    let wants_one = |round: &&Survey| !planned.contains(&round.id) && kept.is_none_or(|kept| round.year.last_day() >= kept);
    let without: Vec<Survey> = rounds.iter().filter(is_over).filter(wants_one).take(ROUNDS_MOST).cloned().collect();
    let of = |plan: Plan| {
        let round = rounds.iter().find(|round| Some(round.id) == plan.wanted.survey).cloned();
        (plan, round)
    };
    let plans: Vec<_> = plans.into_iter().map(of).collect();
    Ok(pages::list::plans(&who.visit, &plans, &without, who.account.roles.has(Role::Coordinator)))
}

/// `GET` [`at::ROUND_PLAN`]: to the plan of a round; else to where it can be made, or to the list.
pub async fn of_round(who: May<ReadPlans>, gate: web::Data<Gatehouse>, id: web::Path<SurveyId>) -> Shown {
    let id = id.into_inner();
    let found = gate.db.read_register(move |conn| QueryResult::Ok((surveys::find(conn, id)?, plans::of_round(conn, id)?)));
    let address = match found.await? {
        (None, _) => return Err(Failure::NotFound),
        (Some(_), Some(plan)) => at::plan(plan, ""),
        (Some(_), None) if who.account.roles.has(Role::Coordinator) => at::plan_new_for(id),
        (Some(_), None) => at::PLANS.to_owned(),
    };
    Ok(see_other(&who.visit.to(&address)))
}

/// `GET` [`at::PLAN`]
pub async fn show(who: May<ReadPlans>, gate: web::Data<Gatehouse>, id: web::Path<PlanId>) -> Shown {
    let scene = scene(&gate, id.into_inner()).await?;
    let today = who.visit.premises.now().day();
    Ok(pages::plan::plan(&who.visit, &scene, today, who.account.roles.has(Role::Coordinator)))
}

/// The round that a new plan is for, if it is for one.
async fn round(db: &Db, id: &str) -> Result<Option<Known>, Failure> {
    if id.is_empty() {
        return Ok(None);
    }
    let id: SurveyId = id.parse().map_err(|_| Failure::NotFound)?;
    known(db, vec![id]).await?.pop().map(Some).ok_or(Failure::NotFound)
}

fn new_page(who: &Who, of: Option<&Known>, form: &PlanForm, faults: &Faults) -> HttpResponse {
    let visit = &who.visit;
    let sheet = Sheet { title: words(visit.language).new, plan: None, address: at::PLAN_NEW, seen: None, now: None, faults };
    let begin = of.map(|round| beginnings(round, visit.language, LOWEST)).unwrap_or_default();
    form_page(visit, &sheet, form, of.map(|round| &round.survey), &begin)
}

/// `GET` [`at::PLAN_NEW`]: for the round that the address names, or for a year alone.
pub async fn new(who: Who, gate: web::Data<Gatehouse>) -> Shown {
    let (language, today) = (who.visit.language, who.visit.premises.now().day());
    let round = round(&gate.db, who.visit.query("round").unwrap_or_default()).await?;
    if let Some(round) = &round {
        let id = round.survey.id;
        if let Some(there) = gate.db.read_register(move |conn| plans::of_round(conn, id)).await? {
            return Ok(see_other(&who.visit.to(&at::plan(there, ""))));
        }
    }
    let year = round.as_ref().map_or_else(|| FiscalYear::of(today), |round| round.survey.year);
    let first = if year.contains(today) { place_of(Month::of(today)) } else { 0 };
    let begin = round.as_ref().map(|round| beginnings(round, language, LOWEST)).unwrap_or_default();
    let title = |language| {
        let round = round.as_ref()?;
        let name = match language {
            Language::English if round.survey.name_english.is_empty() => return None,
            language => round.survey.name(language),
        };
        let place = format!("{name} {}/{}", round.survey.round, round.survey.year.number());
        Some(crate::language::plain(&(words(language).usual_title)(&place)))
    };
    let form = PlanForm {
        title_thai: title(Language::Thai).unwrap_or_default(),
        title_english: title(Language::English).unwrap_or_default(),
        year: year.number().to_string(),
        first: first.to_string(),
        last: (MONTHS - 1).to_string(),
        begin: begin.iter().map(|(named, _)| named.point.to_string()).collect(),
        ..PlanForm::default()
    };
    Ok(new_page(&who, round.as_ref(), &form, &Faults::none()))
}

/// `POST` [`at::PLAN_NEW`]. Pressed twice, it makes one.
pub async fn create(who: Who, gate: web::Data<Gatehouse>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let (form, language) = (PlanForm::posted(&posted), who.visit.language);
    let round = round(&gate.db, posted.text("round")).await?;
    let wanted = match form.read(round.as_ref().map(|round| round.survey.id), language) {
        Ok(wanted) => wanted,
        Err(faults) => return Ok(new_page(&who, round.as_ref(), &form, &faults)),
    };
    let first: Vec<Measure> = round.as_ref().map(|round| first_measures(round, &form.begin, language)).unwrap_or_default();
    let made = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        let id = plans::make(conn, hand, &wanted, &first, dice)?;
        Ok(at::done(&format!("{}{}", language.prefix(), at::plan(id, "")), "made"))
    });
    match made.await {
        Ok(answer) => Ok(see_other(&answer)),
        // Somebody was faster; what was typed is still there to copy.
        Err(Refusal::HasPlan) => Ok(new_page(&who, round.as_ref(), &form, &Faults::one("title_thai", words(language).has_plan))),
        Err(refusal) => Err(failure(language, refusal)),
    }
}

/// One for each of the lowest items that was ticked.
fn first_measures(round: &Known, ticked: &[String], language: Language) -> Vec<Measure> {
    let offered = beginnings(round, language, LOWEST).into_iter();
    let chosen = offered.filter(|(named, _)| ticked.contains(&named.point.to_string()));
    let measure = |(named, _): (crate::improving::quote::Named, _)| Measure {
        text: crate::language::plain(&(words(language).suggestion)(&named.label)),
        about: Some(Wanted { survey: round.survey.id, point: named.point }),
        ..Measure::default()
    };
    chosen.map(measure).collect()
}

fn edit_page(who: &Who, plan: &Plan, form: &PlanForm, faults: &Faults, is_changed: bool) -> HttpResponse {
    let visit = &who.visit;
    let now = is_changed.then(|| plan_now(plan, visit.language));
    let address = at::plan(plan.id, "/edit");
    let sheet = Sheet {
        title: words(visit.language).edit_title,
        plan: Some(plan),
        address: &address,
        seen: Some(form.seen),
        now: now.as_ref(),
        faults,
    };
    form_page(visit, &sheet, form, None, &[])
}

/// `GET` [`at::PLAN_EDIT`]
pub async fn edit(who: Who, gate: web::Data<Gatehouse>, id: web::Path<PlanId>) -> Shown {
    let plan = whole(&gate, id.into_inner()).await?.plan;
    Ok(edit_page(&who, &plan, &PlanForm::of(&plan), &Faults::none(), false))
}

/// `POST` [`at::PLAN_EDIT`]
pub async fn update(who: Who, gate: web::Data<Gatehouse>, id: web::Path<PlanId>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let (id, language, mut form) = (id.into_inner(), who.visit.language, PlanForm::posted(&posted));
    let plan = whole(&gate, id).await?.plan;
    let wanted = match form.read(plan.wanted.survey, language) {
        Ok(wanted) => wanted,
        Err(faults) => return Ok(edit_page(&who, &plan, &form, &faults, false)),
    };
    let (seen, answer) = (form.seen, at::done(&who.visit.to(&at::plan(id, "")), "saved"));
    let done = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        plans::change_plan(conn, hand, id, seen, &wanted)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Changed) => {
            let plan = whole(&gate, id).await?.plan;
            form.seen = plan.revision;
            Ok(edit_page(&who, &plan, &form, &Faults::one("changed", forms::words(language).changed), true))
        }
        Err(Refusal::Told) => Ok(edit_page(&who, &plan, &form, &Faults::one("year", words(language).year_stays), false)),
        Err(refusal) => Err(failure(language, refusal)),
    }
}

fn removal_page(who: &Who, whole: &Whole, faults: &Faults) -> HttpResponse {
    let plan = &whole.plan;
    let (text, address) = (plan.title(who.visit.language), at::plan(plan.id, "/removal"));
    confirm::ask(&who.visit, &Removal { plan, thing: Thing::Plan, text, revision: whole.changes(), address: &address }, faults)
}

/// `GET` [`at::PLAN_REMOVAL`]
pub async fn ask_to_remove(who: Who, gate: web::Data<Gatehouse>, id: web::Path<PlanId>) -> Shown {
    Ok(removal_page(&who, &whole(&gate, id.into_inner()).await?, &Faults::none()))
}

/// `POST` [`at::PLAN_REMOVAL`]
pub async fn remove(who: Who, gate: web::Data<Gatehouse>, id: web::Path<PlanId>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let (id, language) = (id.into_inner(), who.visit.language);
    let seen = posted.text("mark").parse().unwrap_or(-1);
    let answer = at::done(&who.visit.to(at::PLANS), "removed");
    let done = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        plans::remove_plan(conn, hand, id, seen)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Changed) => {
            let whole = whole(&gate, id).await?;
            Ok(removal_page(&who, &whole, &Faults::one("changed", forms::words(language).changed)))
        }
        Err(refusal) => Err(failure(language, refusal)),
    }
}
