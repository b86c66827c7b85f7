//! Rules and planned reminders in the register.

use diesel::{prelude::*, result::Error};

use super::{CountedFrom, Outcome, Planned, Rules};
use crate::{
    campaigns::tables::{planned_reminders, reminder_rules},
    db::RegisterConn,
    ids::{PlannedReminderId, SurveyId},
};

/// As usual, where nobody has said otherwise.
pub fn rules(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Rules> {
    Ok(kept_rules(conn, survey)?.unwrap_or_default())
}

pub fn kept_rules(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<Rules>> {
    let row: Option<(i32, i32, bool)> = reminder_rules::table
        .find(survey)
        .select((reminder_rules::most, reminder_rules::days_apart, reminder_rules::on_working_days))
        .first(&mut conn.sql)
        .optional()?;
    Ok(row.map(|(most, days_apart, on_working_days)| Rules { most, days_apart, on_working_days }))
}

pub fn set_rules(conn: &mut RegisterConn, survey: SurveyId, rules: Rules) -> QueryResult<()> {
    diesel::delete(reminder_rules::table.find(survey)).execute(&mut conn.sql)?;
    diesel::insert_into(reminder_rules::table)
        .values((
            reminder_rules::survey_id.eq(survey),
            reminder_rules::most.eq(rules.most),
            reminder_rules::days_apart.eq(rules.days_apart),
            reminder_rules::on_working_days.eq(rules.on_working_days),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

type Row = (PlannedReminderId, String, i32, i32, Option<String>);

pub fn planned(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<Planned>> {
    let rows: Vec<Row> = planned_reminders::table
        .filter(planned_reminders::survey_id.eq(survey))
        .select((
            planned_reminders::id,
            planned_reminders::counted_from,
            planned_reminders::days,
            planned_reminders::hour,
            planned_reminders::outcome,
        ))
        .order((planned_reminders::counted_from.desc(), planned_reminders::days))
        .load(&mut conn.sql)?;
    rows.into_iter().map(read).collect()
}

fn read((id, counted_from, days, hour, outcome): Row) -> QueryResult<Planned> {
    let unknown = || Error::DeserializationError("no reminder is planned so".into());
    let counted_from = CountedFrom::from_code(&counted_from).ok_or_else(unknown)?;
    let outcome = outcome.map(|code| Outcome::from_code(&code).ok_or_else(unknown)).transpose()?;
    Ok(Planned { id, counted_from, days, hour, outcome })
}

pub fn insert_planned(conn: &mut RegisterConn, survey: SurveyId, planned: &Planned) -> QueryResult<()> {
    diesel::insert_into(planned_reminders::table)
        .values((
            planned_reminders::id.eq(planned.id),
            planned_reminders::survey_id.eq(survey),
            planned_reminders::counted_from.eq(planned.counted_from.code()),
            planned_reminders::days.eq(planned.days),
            planned_reminders::hour.eq(planned.hour),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Those whose hour has not come.
pub fn forget_planned(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    let waiting = planned_reminders::survey_id.eq(survey).and(planned_reminders::outcome.is_null());
    diesel::delete(planned_reminders::table.filter(waiting)).execute(&mut conn.sql).map(drop)
}

pub fn note_outcome(conn: &mut RegisterConn, id: PlannedReminderId, outcome: Outcome) -> QueryResult<()> {
    diesel::update(planned_reminders::table.find(id))
        .set(planned_reminders::outcome.eq(outcome.code()))
        .execute(&mut conn.sql)
        .map(drop)
}
