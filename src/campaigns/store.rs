//! Campaigns in the register. Who got a letter of one is not kept.

use diesel::{prelude::*, result::Error};
use jiff::civil::Date;

use super::{
    Campaign, Kind,
    reminders::SoFar,
    tables::{campaigns, turnout},
};
use crate::{
    db::RegisterConn,
    ids::{CampaignId, SurveyId},
};

pub fn insert(conn: &mut RegisterConn, campaign: &Campaign) -> QueryResult<()> {
    diesel::insert_into(campaigns::table)
        .values((
            campaigns::id.eq(campaign.id),
            campaigns::survey_id.eq(campaign.survey),
            campaigns::kind.eq(campaign.kind.code()),
            campaigns::number.eq(campaign.number),
            campaigns::day.eq(campaign.day.to_string()),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn find(conn: &mut RegisterConn, id: CampaignId) -> QueryResult<Option<Campaign>> {
    let row: Option<(SurveyId, String, i32, String)> = campaigns::table
        .find(id)
        .select((campaigns::survey_id, campaigns::kind, campaigns::number, campaigns::day))
        .first(&mut conn.sql)
        .optional()?;
    let Some((survey, kind, number, day)) = row else { return Ok(None) };
    let kind = Kind::from_code(&kind).ok_or_else(|| Error::DeserializationError("no campaign is of this kind".into()))?;
    let day = day.parse().map_err(|fault: jiff::Error| Error::DeserializationError(fault.into()))?;
    Ok(Some(Campaign { id, survey, kind, number, day }))
}

/// The invitation to a survey, once it is open.
pub fn invitation(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<Campaign>> {
    let of_survey = campaigns::survey_id.eq(survey).and(campaigns::kind.eq(Kind::Invitation.code()));
    let id: Option<CampaignId> = campaigns::table.filter(of_survey).select(campaigns::id).first(&mut conn.sql).optional()?;
    match id {
        Some(id) => find(conn, id),
        None => Ok(None),
    }
}

/// How many reminders went out, and when the last letter did.
pub fn so_far(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<SoFar> {
    let rows: Vec<(i32, String)> = campaigns::table
        .filter(campaigns::survey_id.eq(survey))
        .select((campaigns::number, campaigns::day))
        .load(&mut conn.sql)?;
    let mut so_far = SoFar::default();
    for (number, text) in rows {
        so_far.reminders = so_far.reminders.max(number);
        so_far.last = so_far.last.max(Some(day(&text)?));
    }
    Ok(so_far)
}

/// The days on which reminders went out, in order.
pub fn reminded_on(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<Date>> {
    let days: Vec<String> = campaigns::table
        .filter(campaigns::survey_id.eq(survey).and(campaigns::number.gt(0)))
        .order(campaigns::number)
        .select(campaigns::day)
        .load(&mut conn.sql)?;
    days.iter().map(|text| day(text)).collect()
}

/// How many have collected at least, as it is shown everywhere.
pub fn shown_turnout(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<i32>> {
    turnout::table.filter(turnout::survey_id.eq(survey)).select(diesel::dsl::max(turnout::shown)).first(&mut conn.sql)
}

fn day(text: &str) -> QueryResult<Date> {
    text.parse().map_err(|fault: jiff::Error| Error::DeserializationError(fault.into()))
}

/// Whether any reminder of a survey has gone out.
pub fn has_reminded(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<bool> {
    let reminders = campaigns::table.filter(campaigns::survey_id.eq(survey).and(campaigns::kind.eq(Kind::Reminder.code())));
    diesel::select(diesel::dsl::exists(reminders.select(campaigns::id))).get_result(&mut conn.sql)
}
