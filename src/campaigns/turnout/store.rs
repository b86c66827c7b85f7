//! What was counted, in the register.

use diesel::{dsl::max, prelude::*, result::Error};
use jiff::civil::Date;

use super::step::Shown;
use crate::{
    campaigns::tables::{turnout, turnout_of_strata},
    db::RegisterConn,
    ids::{StratumId, SurveyId},
};

pub fn last_day(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<Date>> {
    let last: Option<String> =
        turnout::table.filter(turnout::survey_id.eq(survey)).select(max(turnout::day)).first(&mut conn.sql)?;
    last.as_deref().map(day).transpose()
}

/// What was shown on each day, in order.
pub fn days(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(Date, u32)>> {
    let rows: Vec<(String, i32)> = turnout::table
        .filter(turnout::survey_id.eq(survey))
        .select((turnout::day, turnout::shown))
        .order(turnout::day)
        .load(&mut conn.sql)?;
    rows.into_iter().map(|(text, shown)| Ok((day(&text)?, unsigned(shown)))).collect()
}

pub fn groups(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(StratumId, Shown)>> {
    let rows: Vec<(StratumId, i32, i32)> = turnout_of_strata::table
        .filter(turnout_of_strata::survey_id.eq(survey))
        .select((turnout_of_strata::stratum_id, turnout_of_strata::shown, turnout_of_strata::in_total))
        .load(&mut conn.sql)?;
    let group = |(id, own, in_total)| (id, Shown { own: unsigned(own), in_total: unsigned(in_total) });
    Ok(rows.into_iter().map(group).collect())
}

pub fn write_day(conn: &mut RegisterConn, survey: SurveyId, day: Date, shown: u32) -> QueryResult<()> {
    diesel::insert_into(turnout::table)
        .values((turnout::survey_id.eq(survey), turnout::day.eq(day.to_string()), turnout::shown.eq(signed(shown))))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn write_group(conn: &mut RegisterConn, survey: SurveyId, group: StratumId, shown: Shown) -> QueryResult<()> {
    diesel::delete(turnout_of_strata::table.find(group)).execute(&mut conn.sql)?;
    diesel::insert_into(turnout_of_strata::table)
        .values((
            turnout_of_strata::stratum_id.eq(group),
            turnout_of_strata::survey_id.eq(survey),
            turnout_of_strata::shown.eq(signed(shown.own)),
            turnout_of_strata::in_total.eq(signed(shown.in_total)),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

fn day(text: &str) -> QueryResult<Date> {
    text.parse().map_err(|fault: jiff::Error| Error::DeserializationError(fault.into()))
}

fn unsigned(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

fn signed(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
