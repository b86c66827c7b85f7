//! Making a plan, and adding to it.

use diesel::QueryResult;

use super::{Draft, Hand, Measure, Measured, Months, Plan, Refusal, Step, Task, Whole, store};
use crate::{
    accounts::{self, Deed},
    db::RegisterConn,
    dice::Dice,
    ids::{MeasureId, PlanId, StepId},
};

/// No plan that people can follow has more.
pub const MEASURES_MOST: usize = 40;
/// Of one measure.
pub const STEPS_MOST: usize = 30;

/// For the diary: the title, and nothing of what stands in the plan.
pub(super) fn note(conn: &mut RegisterConn, hand: &Hand, deed: Deed, plan: &Plan) -> QueryResult<()> {
    accounts::note(conn, hand.master, hand.by, deed, &plan.wanted.title.th, hand.now)
}

pub(super) fn whole(conn: &mut RegisterConn, hand: &Hand, id: PlanId) -> Result<Whole, Refusal> {
    store::find(conn, hand.master, id)?.ok_or(Refusal::NotFound)
}

/// `first`: measures that it begins with.
pub fn make(conn: &mut RegisterConn, hand: &Hand, wanted: &Draft, first: &[Measure], dice: &mut Dice) -> Result<PlanId, Refusal> {
    if let Some(survey) = wanted.survey
        && store::of_round(conn, survey)?.is_some()
    {
        return Err(Refusal::HasPlan);
    }
    let plan = Plan { id: dice.id(), wanted: wanted.clone(), revision: 1 };
    store::insert(conn, &plan)?;
    for (before, measure) in first.iter().enumerate() {
        store::insert_measure(conn, plan.id, before + 1, &new_measure(measure, dice))?;
    }
    note(conn, hand, Deed::PlanMade, &plan)?;
    Ok(plan.id)
}

fn new_measure(measure: &Measure, dice: &mut Dice) -> Measured {
    Measured { id: dice.id(), measure: measure.clone(), poll: None, revision: 1, steps: Vec::new() }
}

/// As the last one.
pub fn add_measure(
    conn: &mut RegisterConn,
    hand: &Hand,
    plan: PlanId,
    measure: &Measure,
    dice: &mut Dice,
) -> Result<MeasureId, Refusal> {
    let whole = whole(conn, hand, plan)?;
    if whole.measures.len() >= MEASURES_MOST {
        return Err(Refusal::Full);
    }
    let new = new_measure(measure, dice);
    store::insert_measure(conn, plan, whole.measures.len() + 1, &new)?;
    note(conn, hand, Deed::MeasureChanged, &whole.plan)?;
    Ok(new.id)
}

/// As the last one of its measure.
pub fn add_step(
    conn: &mut RegisterConn,
    hand: &Hand,
    plan: PlanId,
    measure: MeasureId,
    task: &Task,
    dice: &mut Dice,
) -> Result<StepId, Refusal> {
    let whole = whole(conn, hand, plan)?;
    let (_, of) = whole.measure(measure).ok_or(Refusal::NotFound)?;
    if of.steps.len() >= STEPS_MOST {
        return Err(Refusal::Full);
    }
    let step = Step { id: dice.id(), task: task.clone(), done: Months::default(), revision: 1, notes: Vec::new() };
    store::insert_step(conn, hand.master, measure, of.steps.len() + 1, &step, dice)?;
    note(conn, hand, Deed::StepChanged, &whole.plan)?;
    Ok(step.id)
}
