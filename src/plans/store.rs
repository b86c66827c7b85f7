//! Every question about plans to the register.

use diesel::prelude::*;

use super::{
    Measured, Note, Plan, Step, Whole,
    tables::{measures, plan_letters, plan_notes, plan_steps, plans},
};
use crate::{
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
    ids::{MeasureId, NoteId, PlanId, StepId, SurveyId},
    secrets::MasterKey,
};

mod rows;

use rows::{MeasureRow, PlanRow, StepRow, number, place};

/// Those of the latest years first.
pub fn all(conn: &mut RegisterConn) -> QueryResult<Vec<Plan>> {
    let rows: Vec<PlanRow> = plans::table
        .order((plans::fiscal_year.desc(), plans::first_month.desc(), plans::title_thai, plans::id))
        .load(&mut conn.sql)?;
    rows.into_iter().map(PlanRow::plan).collect()
}

pub fn of_round(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<PlanId>> {
    plans::table.filter(plans::survey_id.eq(survey)).select(plans::id).first(&mut conn.sql).optional()
}

/// Rounds that ask staff about a measure.
pub fn polls(conn: &mut RegisterConn) -> QueryResult<Vec<SurveyId>> {
    let polls: Vec<Option<SurveyId>> =
        measures::table.filter(measures::poll_id.is_not_null()).select(measures::poll_id).load(&mut conn.sql)?;
    Ok(polls.into_iter().flatten().collect())
}

/// With everything that stands in it.
pub fn find(conn: &mut RegisterConn, master: &MasterKey, id: PlanId) -> QueryResult<Option<Whole>> {
    let Some(row) = plans::table.find(id).first::<PlanRow>(&mut conn.sql).optional()? else { return Ok(None) };
    let rows: Vec<MeasureRow> =
        measures::table.filter(measures::plan_id.eq(id)).order((measures::place, measures::id)).load(&mut conn.sql)?;
    let mut whole = Whole { plan: row.plan()?, measures: Vec::new() };
    for row in rows {
        let mut measure = row.measured()?;
        let rows: Vec<StepRow> = plan_steps::table
            .filter(plan_steps::measure_id.eq(measure.id))
            .order((plan_steps::place, plan_steps::id))
            .load(&mut conn.sql)?;
        for row in rows {
            let mut step = row.step(master)?;
            step.notes = notes(conn, step.id)?;
            measure.steps.push(step);
        }
        whole.measures.push(measure);
    }
    Ok(Some(whole))
}

fn notes(conn: &mut RegisterConn, step: StepId) -> QueryResult<Vec<Note>> {
    type Row = (NoteId, i32, String, String, Moment);
    let rows: Vec<Row> = plan_notes::table
        .filter(plan_notes::step_id.eq(step))
        .select((plan_notes::id, plan_notes::month, plan_notes::body, plan_notes::written_by, plan_notes::written))
        .order((plan_notes::written, plan_notes::id))
        .load(&mut conn.sql)?;
    rows.into_iter().map(|(id, month, text, by, written)| Ok(Note { id, month: place(month)?, text, by, written })).collect()
}

pub fn insert(conn: &mut RegisterConn, plan: &Plan) -> QueryResult<()> {
    diesel::insert_into(plans::table).values(PlanRow::of(plan)).execute(&mut conn.sql).map(drop)
}

pub fn update(conn: &mut RegisterConn, plan: &Plan) -> QueryResult<()> {
    diesel::update(plans::table.find(plan.id)).set(PlanRow::of(plan)).execute(&mut conn.sql).map(drop)
}

pub fn remove(conn: &mut RegisterConn, id: PlanId) -> QueryResult<()> {
    diesel::delete(plans::table.find(id)).execute(&mut conn.sql).map(drop)
}

pub fn insert_measure(conn: &mut RegisterConn, plan: PlanId, place: usize, measure: &Measured) -> QueryResult<()> {
    diesel::insert_into(measures::table).values(MeasureRow::of(plan, place, measure)).execute(&mut conn.sql).map(drop)
}

pub fn update_measure(conn: &mut RegisterConn, plan: PlanId, place: usize, measure: &Measured) -> QueryResult<()> {
    let row = MeasureRow::of(plan, place, measure);
    diesel::update(measures::table.find(measure.id)).set(row).execute(&mut conn.sql).map(drop)
}

pub fn remove_measure(conn: &mut RegisterConn, id: MeasureId) -> QueryResult<()> {
    diesel::delete(measures::table.find(id)).execute(&mut conn.sql).map(drop)
}

/// Their places, from 1 on.
pub fn put_measures_in_order(conn: &mut RegisterConn, order: &[MeasureId]) -> QueryResult<()> {
    for (before, id) in order.iter().enumerate() {
        diesel::update(measures::table.find(id)).set(measures::place.eq(number(before + 1))).execute(&mut conn.sql)?;
    }
    Ok(())
}

pub fn insert_step(
    conn: &mut RegisterConn,
    master: &MasterKey,
    measure: MeasureId,
    place: usize,
    step: &Step,
    dice: &mut Dice,
) -> QueryResult<()> {
    let row = StepRow::of(measure, place, step, master, dice);
    diesel::insert_into(plan_steps::table).values(row).execute(&mut conn.sql).map(drop)
}

pub fn update_step(
    conn: &mut RegisterConn,
    master: &MasterKey,
    measure: MeasureId,
    place: usize,
    step: &Step,
    dice: &mut Dice,
) -> QueryResult<()> {
    let row = StepRow::of(measure, place, step, master, dice);
    diesel::update(plan_steps::table.find(step.id)).set(row).execute(&mut conn.sql).map(drop)
}

pub fn remove_step(conn: &mut RegisterConn, id: StepId) -> QueryResult<()> {
    diesel::delete(plan_steps::table.find(id)).execute(&mut conn.sql).map(drop)
}

pub fn put_steps_in_order(conn: &mut RegisterConn, order: &[StepId]) -> QueryResult<()> {
    for (before, id) in order.iter().enumerate() {
        diesel::update(plan_steps::table.find(id)).set(plan_steps::place.eq(number(before + 1))).execute(&mut conn.sql)?;
    }
    Ok(())
}

pub fn insert_note(conn: &mut RegisterConn, step: StepId, note: &Note) -> QueryResult<()> {
    diesel::insert_into(plan_notes::table)
        .values((
            plan_notes::id.eq(note.id),
            plan_notes::step_id.eq(step),
            plan_notes::month.eq(number(note.month)),
            plan_notes::body.eq(&note.text),
            plan_notes::written_by.eq(&note.by),
            plan_notes::written.eq(note.written),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// The month (`2026-12`) in which letters of that kind were last written.
pub fn last_letters(conn: &mut RegisterConn, kind: &str) -> QueryResult<Option<String>> {
    plan_letters::table.find(kind).select(plan_letters::month).first(&mut conn.sql).optional()
}

pub fn note_letters(conn: &mut RegisterConn, kind: &str, month: &str) -> QueryResult<()> {
    let changed = diesel::update(plan_letters::table.find(kind)).set(plan_letters::month.eq(month)).execute(&mut conn.sql)?;
    if changed == 0 {
        let row = (plan_letters::kind.eq(kind), plan_letters::month.eq(month));
        diesel::insert_into(plan_letters::table).values(row).execute(&mut conn.sql)?;
    }
    Ok(())
}
