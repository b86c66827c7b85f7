//! Changing and removing: whoever saw something that is not there any more is told, and nothing is lost.

use super::{
    Draft, Hand, Measure, Measured, Plan, Refusal, Step, Task,
    make::{note, whole},
    store,
};
use crate::{
    accounts::Deed,
    db::RegisterConn,
    dice::Dice,
    ids::{MeasureId, PlanId, StepId},
};

const fn is_seen(revision: i32, seen: i32) -> Result<(), Refusal> {
    if revision == seen { Ok(()) } else { Err(Refusal::Changed) }
}

/// `seen`: the revision that the form was drawn from.
pub fn change_plan(conn: &mut RegisterConn, hand: &Hand, id: PlanId, seen: i32, wanted: &Draft) -> Result<(), Refusal> {
    let present = whole(conn, hand, id)?;
    let Plan { wanted: before, revision, .. } = &present.plan;
    is_seen(*revision, seen)?;
    if *before == *wanted {
        return Ok(());
    }
    // What was said of a month is said of that month of that year.
    if before.year != wanted.year && present.steps().any(|step| !step.done.is_empty() || !step.notes.is_empty()) {
        return Err(Refusal::Told);
    }
    if let Some(survey) = wanted.survey
        && store::of_round(conn, survey)?.is_some_and(|other| other != id)
    {
        return Err(Refusal::HasPlan);
    }
    let plan = Plan { id, wanted: wanted.clone(), revision: *revision + 1 };
    store::update(conn, &plan)?;
    Ok(note(conn, hand, Deed::PlanChanged, &plan)?)
}

/// With everything in it, as whoever removes it has seen it. Rounds that were made for it stay.
pub fn remove_plan(conn: &mut RegisterConn, hand: &Hand, id: PlanId, seen: i32) -> Result<(), Refusal> {
    let whole = whole(conn, hand, id)?;
    is_seen(whole.changes(), seen)?;
    store::remove(conn, id)?;
    Ok(note(conn, hand, Deed::PlanRemoved, &whole.plan)?)
}

/// `place`: where it is to stand from now on, from 1; beyond the last one, last. None: where it stands.
pub fn change_measure(
    conn: &mut RegisterConn,
    hand: &Hand,
    (plan, id): (PlanId, MeasureId),
    seen: i32,
    measure: &Measure,
    place: Option<usize>,
) -> Result<(), Refusal> {
    let whole = whole(conn, hand, plan)?;
    let (before, present) = whole.measure(id).ok_or(Refusal::NotFound)?;
    is_seen(present.revision, seen)?;
    let order = moved(whole.measures.iter().map(|it| it.id), id, place.unwrap_or(before));
    let is_moved = order.get(before - 1) != Some(&id);
    if present.measure == *measure && !is_moved {
        return Ok(());
    }
    let after = Measured { measure: measure.clone(), revision: present.revision + 1, ..present.clone() };
    store::update_measure(conn, plan, before, &after)?;
    if is_moved {
        store::put_measures_in_order(conn, &order)?;
    }
    Ok(note(conn, hand, Deed::MeasureChanged, &whole.plan)?)
}

pub fn remove_measure(conn: &mut RegisterConn, hand: &Hand, plan: PlanId, id: MeasureId, seen: i32) -> Result<(), Refusal> {
    let whole = whole(conn, hand, plan)?;
    let (_, present) = whole.measure(id).ok_or(Refusal::NotFound)?;
    is_seen(present.changes(), seen)?;
    store::remove_measure(conn, id)?;
    Ok(note(conn, hand, Deed::MeasureChanged, &whole.plan)?)
}

pub fn change_step(
    conn: &mut RegisterConn,
    hand: &Hand,
    (plan, id): (PlanId, StepId),
    seen: i32,
    task: &Task,
    place: Option<usize>,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let whole = whole(conn, hand, plan)?;
    let (of, before, present) = whole.step(id).ok_or(Refusal::NotFound)?;
    is_seen(present.revision, seen)?;
    let order = moved(of.steps.iter().map(|it| it.id), id, place.unwrap_or(before));
    let is_moved = order.get(before - 1) != Some(&id);
    if present.task == *task && !is_moved {
        return Ok(());
    }
    let after = Step { task: task.clone(), revision: present.revision + 1, ..present.clone() };
    store::update_step(conn, hand.master, of.id, before, &after, dice)?;
    if is_moved {
        store::put_steps_in_order(conn, &order)?;
    }
    Ok(note(conn, hand, Deed::StepChanged, &whole.plan)?)
}

pub fn remove_step(conn: &mut RegisterConn, hand: &Hand, plan: PlanId, id: StepId, seen: i32) -> Result<(), Refusal> {
    let whole = whole(conn, hand, plan)?;
    let (_, _, present) = whole.step(id).ok_or(Refusal::NotFound)?;
    is_seen(present.changes(), seen)?;
    store::remove_step(conn, id)?;
    Ok(note(conn, hand, Deed::StepChanged, &whole.plan)?)
}

fn moved<Id: Copy + PartialEq>(all: impl Iterator<Item = Id>, one: Id, place: usize) -> Vec<Id> {
    let mut order: Vec<Id> = all.filter(|id| *id != one).collect();
    order.insert(place.saturating_sub(1).min(order.len()), one);
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_is_moved_stands_where_it_was_put_and_the_others_as_they_were() {
        let at = |place| moved([1, 2, 3, 4].into_iter(), 3, place);
        assert_eq!(at(1), [3, 1, 2, 4]);
        assert_eq!(at(3), [1, 2, 3, 4]);
        assert_eq!((at(9), at(0)), (vec![1, 2, 4, 3], vec![3, 1, 2, 4]));
    }
}
