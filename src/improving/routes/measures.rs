//! Measures of a plan: added, changed, removed; and the round that asks staff about one.

use actix_web::{HttpResponse, web};

use super::deeds::{done_once, failure, measure_now};
use crate::{
    accounts::{Gatehouse, KeepPlans, May},
    ids::{MeasureId, PlanId, SurveyId},
    improving::{
        form::{MeasureForm, place},
        pages::{
            confirm::{self, Removal, Thing},
            forms::{self as page, Sheet},
        },
        quote::points,
        scene::{to_point_at, whole},
        words::{forms, plans::words},
    },
    plans::{self, Measured, Plan, Refusal, Whole},
    web::{Body, Failure, Faults, at, see_other},
};

type Who = May<KeepPlans>;
type Shown = Result<HttpResponse, Failure>;
type Ids = web::Path<(PlanId, MeasureId)>;

fn find(whole: &Whole, id: MeasureId) -> Result<(usize, &Measured), Failure> {
    whole.measure(id).ok_or(Failure::NotFound)
}

/// Values and labels of what a measure can be about.
async fn offered(who: &Who, gate: &Gatehouse, plan: &Plan, besides: Option<SurveyId>) -> Result<Vec<(String, String)>, Failure> {
    let rounds = to_point_at(&gate.db, plan, besides).await?;
    let rounds: Vec<_> = rounds.into_iter().map(|(survey, asks)| (survey, points(&asks, who.visit.language))).collect();
    Ok(page::points(&who.visit, &rounds))
}

fn values(offered: &[(String, String)]) -> Vec<String> {
    offered.iter().map(|(value, _)| value.clone()).collect()
}

fn new_page(who: &Who, plan: &Plan, form: &MeasureForm, offered: &[(String, String)], faults: &Faults) -> HttpResponse {
    let address = at::plan(plan.id, "/measures/new");
    let title = words(who.visit.language).add_measure;
    let sheet = Sheet { title, plan: Some(plan), address: &address, seen: None, now: None, faults };
    page::measure(&who.visit, &sheet, form, offered)
}

/// `GET` [`at::MEASURE_NEW`]
pub async fn new(who: Who, gate: web::Data<Gatehouse>, id: web::Path<PlanId>) -> Shown {
    let plan = whole(&gate, id.into_inner()).await?.plan;
    let offered = offered(&who, &gate, &plan, None).await?;
    Ok(new_page(&who, &plan, &MeasureForm::default(), &offered, &Faults::none()))
}

/// `POST` [`at::MEASURE_NEW`]
pub async fn create(who: Who, gate: web::Data<Gatehouse>, id: web::Path<PlanId>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let (id, language, form) = (id.into_inner(), who.visit.language, MeasureForm::posted(&posted));
    let plan = whole(&gate, id).await?.plan;
    let offered = offered(&who, &gate, &plan, None).await?;
    let measure = match form.read(&values(&offered), language) {
        Ok(measure) => measure,
        Err(faults) => return Ok(new_page(&who, &plan, &form, &offered, &faults)),
    };
    let answer = at::done(&who.visit.to(&at::plan(id, "")), "saved");
    let done = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        plans::add_measure(conn, hand, id, &measure, dice)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Full) => Ok(new_page(&who, &plan, &form, &offered, &Faults::one("text", words(language).full))),
        Err(refusal) => Err(failure(language, refusal)),
    }
}

fn edit_page(
    who: &Who,
    (plan, it): (&Plan, &Measured),
    form: &MeasureForm,
    offered: &[(String, String)],
    faults: &Faults,
    is_changed: bool,
) -> HttpResponse {
    let language = who.visit.language;
    let (address, now) = (at::measure(plan.id, it.id, ""), is_changed.then(|| measure_now(it, language)));
    let title = words(language).edit_measure;
    let sheet = Sheet { title, plan: Some(plan), address: &address, seen: Some(form.seen), now: now.as_ref(), faults };
    page::measure(&who.visit, &sheet, form, offered)
}

fn about(it: &Measured) -> Option<SurveyId> {
    it.measure.about.as_ref().map(|about| about.survey)
}

/// `GET` [`at::MEASURE`]
pub async fn edit(who: Who, gate: web::Data<Gatehouse>, ids: Ids) -> Shown {
    let (plan, id) = ids.into_inner();
    let whole = whole(&gate, plan).await?;
    let (number, it) = find(&whole, id)?;
    let offered = offered(&who, &gate, &whole.plan, about(it)).await?;
    Ok(edit_page(&who, (&whole.plan, it), &MeasureForm::of(number, it), &offered, &Faults::none(), false))
}

/// `POST` [`at::MEASURE`]
pub async fn update(who: Who, gate: web::Data<Gatehouse>, ids: Ids, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let ((plan, id), language, mut form) = (ids.into_inner(), who.visit.language, MeasureForm::posted(&posted));
    let whole = self::whole(&gate, plan).await?;
    let (_, it) = find(&whole, id)?;
    let offered = offered(&who, &gate, &whole.plan, about(it)).await?;
    let measure = match form.read(&values(&offered), language) {
        Ok(measure) => measure,
        Err(faults) => return Ok(edit_page(&who, (&whole.plan, it), &form, &offered, &faults, false)),
    };
    let (seen, place, answer) =
        (form.seen, place(&form.place, &form.stood), at::done(&who.visit.to(&at::plan(plan, "")), "saved"));
    let done = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        plans::change_measure(conn, hand, (plan, id), seen, &measure, place)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Changed) => {
            let whole = self::whole(&gate, plan).await?;
            let (_, it) = find(&whole, id)?;
            form.seen = it.revision;
            let faults = Faults::one("changed", forms::words(language).changed);
            Ok(edit_page(&who, (&whole.plan, it), &form, &offered, &faults, true))
        }
        Err(refusal) => Err(failure(language, refusal)),
    }
}

fn removal_page(who: &Who, plan: &Plan, it: &Measured, faults: &Faults) -> HttpResponse {
    let address = at::measure(plan.id, it.id, "/removal");
    let removal = Removal { plan, thing: Thing::Measure, text: &it.measure.text, revision: it.changes(), address: &address };
    confirm::ask(&who.visit, &removal, faults)
}

/// `GET` [`at::MEASURE_REMOVAL`]
pub async fn ask_to_remove(who: Who, gate: web::Data<Gatehouse>, ids: Ids) -> Shown {
    let (plan, id) = ids.into_inner();
    let whole = whole(&gate, plan).await?;
    Ok(removal_page(&who, &whole.plan, find(&whole, id)?.1, &Faults::none()))
}

/// `POST` [`at::MEASURE_REMOVAL`]
pub async fn remove(who: Who, gate: web::Data<Gatehouse>, ids: Ids, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let ((plan, id), language) = (ids.into_inner(), who.visit.language);
    let seen = posted.text("mark").parse().unwrap_or(-1);
    let answer = at::done(&who.visit.to(&at::plan(plan, "")), "removed");
    let done = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        plans::remove_measure(conn, hand, plan, id, seen)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Changed) => {
            let whole = self::whole(&gate, plan).await?;
            let faults = Faults::one("changed", forms::words(language).changed);
            Ok(removal_page(&who, &whole.plan, find(&whole, id)?.1, &faults))
        }
        Err(refusal) => Err(failure(language, refusal)),
    }
}

/// `POST` [`at::MEASURE_POLL`]: leads to the round.
pub async fn make_poll(who: Who, gate: web::Data<Gatehouse>, ids: Ids, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let (ids, language) = (ids.into_inner(), who.visit.language);
    let made = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        let survey = plans::make_poll(conn, hand, ids, dice)?;
        Ok(at::done(&format!("{}{}", language.prefix(), at::round(survey)), "planned"))
    });
    made.await.map(|answer| see_other(&answer)).map_err(|refusal| failure(language, refusal))
}
