//! Steps of a measure: added, changed, removed; and how far one has come.

use actix_web::{HttpResponse, web};

use super::deeds::{done_once, failure, step_now};
use crate::{
    accounts::{Gatehouse, KeepPlans, May},
    ids::{MeasureId, PlanId, StepId},
    improving::{
        form::{ProgressForm, StepForm, place},
        pages::{
            confirm::{self, Removal, Thing},
            forms::{self as page, Sheet},
        },
        scene::whole,
        words::{forms, plans::words},
    },
    plans::{self, Measured, Plan, Refusal, Status, Step, Whole, passed},
    web::{Body, Failure, Faults, at, see_other},
};

type Who = May<KeepPlans>;
type Shown = Result<HttpResponse, Failure>;
type Ids = web::Path<(PlanId, StepId)>;

/// A step with its measure and its number there.
fn find(whole: &Whole, id: StepId) -> Result<(&Measured, usize, &Step), Failure> {
    whole.step(id).ok_or(Failure::NotFound)
}

fn new_page(who: &Who, plan: &Plan, of: &Measured, form: &StepForm, faults: &Faults) -> HttpResponse {
    let address = at::measure(plan.id, of.id, "/steps/new");
    let title = words(who.visit.language).add_step;
    let sheet = Sheet { title, plan: Some(plan), address: &address, seen: None, now: None, faults };
    page::step(&who.visit, &sheet, form, plan.wanted.year, &of.measure.text)
}

/// `GET` [`at::STEP_NEW`]
pub async fn new(who: Who, gate: web::Data<Gatehouse>, ids: web::Path<(PlanId, MeasureId)>) -> Shown {
    let (plan, measure) = ids.into_inner();
    let whole = whole(&gate, plan).await?;
    let (_, of) = whole.measure(measure).ok_or(Failure::NotFound)?;
    let form = StepForm { status: Status::default().code().to_owned(), ..StepForm::default() };
    Ok(new_page(&who, &whole.plan, of, &form, &Faults::none()))
}

/// `POST` [`at::STEP_NEW`]
pub async fn create(who: Who, gate: web::Data<Gatehouse>, ids: web::Path<(PlanId, MeasureId)>, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let ((plan, measure), language, form) = (ids.into_inner(), who.visit.language, StepForm::posted(&posted));
    let whole = whole(&gate, plan).await?;
    let (_, of) = whole.measure(measure).ok_or(Failure::NotFound)?;
    let task = match form.read(language) {
        Ok(task) => task,
        Err(faults) => return Ok(new_page(&who, &whole.plan, of, &form, &faults)),
    };
    let answer = at::done(&who.visit.to(&at::plan(plan, "")), "saved");
    let done = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        plans::add_step(conn, hand, plan, measure, &task, dice)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Full) => Ok(new_page(&who, &whole.plan, of, &form, &Faults::one("text", words(language).full))),
        Err(refusal) => Err(failure(language, refusal)),
    }
}

/// What a form is drawn over: the plan, the measure, and the step.
type Over<'page> = (&'page Plan, &'page Measured, &'page Step);

fn edit_page(who: &Who, (plan, of, step): Over, form: &StepForm, faults: &Faults, is_changed: bool) -> HttpResponse {
    let language = who.visit.language;
    let (address, now) = (at::step(plan.id, step.id, ""), is_changed.then(|| step_now(step, plan, language)));
    let title = words(language).edit_step;
    let sheet = Sheet { title, plan: Some(plan), address: &address, seen: Some(form.seen), now: now.as_ref(), faults };
    page::step(&who.visit, &sheet, form, plan.wanted.year, &of.measure.text)
}

/// `GET` [`at::STEP`]
pub async fn edit(who: Who, gate: web::Data<Gatehouse>, ids: Ids) -> Shown {
    let (plan, id) = ids.into_inner();
    let whole = whole(&gate, plan).await?;
    let (of, number, step) = find(&whole, id)?;
    Ok(edit_page(&who, (&whole.plan, of, step), &StepForm::of(number, step), &Faults::none(), false))
}

/// `POST` [`at::STEP`]
pub async fn update(who: Who, gate: web::Data<Gatehouse>, ids: Ids, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let ((plan, id), language, mut form) = (ids.into_inner(), who.visit.language, StepForm::posted(&posted));
    let whole = self::whole(&gate, plan).await?;
    let (of, _, step) = find(&whole, id)?;
    let task = match form.read(language) {
        Ok(task) => task,
        Err(faults) => return Ok(edit_page(&who, (&whole.plan, of, step), &form, &faults, false)),
    };
    let (seen, place, answer) =
        (form.seen, place(&form.place, &form.stood), at::done(&who.visit.to(&at::plan(plan, "")), "saved"));
    let done = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        plans::change_step(conn, hand, (plan, id), seen, &task, place, dice)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Changed) => {
            let whole = self::whole(&gate, plan).await?;
            let (of, _, step) = find(&whole, id)?;
            form.seen = step.revision;
            let faults = Faults::one("changed", forms::words(language).changed);
            Ok(edit_page(&who, (&whole.plan, of, step), &form, &faults, true))
        }
        Err(refusal) => Err(failure(language, refusal)),
    }
}

fn removal_page(who: &Who, plan: &Plan, step: &Step, faults: &Faults) -> HttpResponse {
    let address = at::step(plan.id, step.id, "/removal");
    let removal = Removal { plan, thing: Thing::Step, text: &step.task.text, revision: step.changes(), address: &address };
    confirm::ask(&who.visit, &removal, faults)
}

/// `GET` [`at::STEP_REMOVAL`]
pub async fn ask_to_remove(who: Who, gate: web::Data<Gatehouse>, ids: Ids) -> Shown {
    let (plan, id) = ids.into_inner();
    let whole = whole(&gate, plan).await?;
    Ok(removal_page(&who, &whole.plan, find(&whole, id)?.2, &Faults::none()))
}

/// `POST` [`at::STEP_REMOVAL`]
pub async fn remove(who: Who, gate: web::Data<Gatehouse>, ids: Ids, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let ((plan, id), language) = (ids.into_inner(), who.visit.language);
    let seen = posted.text("mark").parse().unwrap_or(-1);
    let answer = at::done(&who.visit.to(&at::plan(plan, "")), "removed");
    let done = done_once(&who, &gate, posted.key, move |conn, hand, _| {
        plans::remove_step(conn, hand, plan, id, seen)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Changed) => {
            let whole = self::whole(&gate, plan).await?;
            let faults = Faults::one("changed", forms::words(language).changed);
            Ok(removal_page(&who, &whole.plan, find(&whole, id)?.2, &faults))
        }
        Err(refusal) => Err(failure(language, refusal)),
    }
}

fn progress_page(who: &Who, plan: &Plan, step: &Step, form: &ProgressForm, faults: &Faults, is_changed: bool) -> HttpResponse {
    let language = who.visit.language;
    let (address, now) = (at::step(plan.id, step.id, "/progress"), is_changed.then(|| step_now(step, plan, language)));
    let title = words(language).progress;
    let sheet = Sheet { title, plan: Some(plan), address: &address, seen: Some(form.seen), now: now.as_ref(), faults };
    page::progress(&who.visit, &sheet, form, plan.wanted.year, &step.task.text)
}

/// `GET` [`at::STEP_PROGRESS`]
pub async fn ask_progress(who: Who, gate: web::Data<Gatehouse>, ids: Ids) -> Shown {
    let (plan, id) = ids.into_inner();
    let whole = whole(&gate, plan).await?;
    let (_, _, step) = find(&whole, id)?;
    let month = step.unsaid_before(passed(whole.plan.wanted.year, who.visit.premises.now().day())).next();
    Ok(progress_page(&who, &whole.plan, step, &ProgressForm::of(step, month), &Faults::none(), false))
}

/// `POST` [`at::STEP_PROGRESS`]
pub async fn note_progress(who: Who, gate: web::Data<Gatehouse>, ids: Ids, body: Body) -> Shown {
    let posted = who.visit.accept(body)?;
    let ((plan, id), language, mut form) = (ids.into_inner(), who.visit.language, ProgressForm::posted(&posted));
    let whole = self::whole(&gate, plan).await?;
    let (_, _, step) = find(&whole, id)?;
    let told = match form.read(&who.account.name, language) {
        Ok(told) => told,
        Err(faults) => return Ok(progress_page(&who, &whole.plan, step, &form, &faults, false)),
    };
    let (seen, answer) = (form.seen, at::done(&who.visit.to(&at::plan(plan, "")), "saved"));
    let done = done_once(&who, &gate, posted.key, move |conn, hand, dice| {
        plans::note_progress(conn, hand, (plan, id), seen, &told, dice)?;
        Ok(answer.clone())
    });
    match done.await {
        Ok(answer) => Ok(see_other(&answer)),
        Err(Refusal::Changed) => {
            let whole = self::whole(&gate, plan).await?;
            let (_, _, step) = find(&whole, id)?;
            form.seen = step.revision;
            let faults = Faults::one("changed", forms::words(language).changed);
            Ok(progress_page(&who, &whole.plan, step, &form, &faults, true))
        }
        Err(Refusal::Full) => {
            let faults = Faults::one("text", words(language).full);
            Ok(progress_page(&who, &whole.plan, find(&whole, id)?.2, &form, &faults, false))
        }
        Err(refusal) => Err(failure(language, refusal)),
    }
}
