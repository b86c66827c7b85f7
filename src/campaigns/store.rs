//! Campaigns in the register. Who got a letter of one is not kept.

use diesel::{prelude::*, result::Error};

use super::{Campaign, Kind, tables::campaigns};
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
