//! What is in the urn once a survey is released, for those who count: its groups, and its answers page by page in
//! the order of their random ids.

use diesel::prelude::*;

use crate::{
    db::UrnConn,
    ids::{GroupId, StratumId, SurveyId},
    urn::tables::{answers, papers, result_groups, strata},
};

#[derive(Debug)]
pub struct Released {
    pub paper: String,
    /// How many were on the roll in all.
    pub roll: u32,
    /// Ballots that nobody opened, because there were fewer than k.
    pub unopened: u32,
    /// Ballots that could not be opened, or hold what no page offers.
    pub spoilt: u32,
    /// Groups in their order, each with its strata. None where nothing was opened.
    pub groups: Vec<(GroupId, Vec<StratumId>)>,
}

/// Answers of somebody, under their random id.
#[derive(Debug, Queryable)]
pub struct Anonymous {
    pub id: Vec<u8>,
    pub group: GroupId,
    pub compact: Vec<u8>,
}

pub fn all_released(conn: &mut UrnConn) -> QueryResult<Vec<SurveyId>> {
    papers::table.filter(papers::stage.eq("released")).select(papers::survey_id).load(&mut conn.sql)
}

/// `None` before the release.
pub fn released(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Option<Released>> {
    let of_stage = papers::table.filter(papers::survey_id.eq(survey).and(papers::stage.eq("released")));
    let row: Option<(String, i32)> = of_stage.select((papers::paper, papers::unopened)).first(&mut conn.sql).optional()?;
    let Some((paper, unopened)) = row else { return Ok(None) };
    let unopened = u32::try_from(unopened).unwrap_or_default();
    let strata: Vec<(StratumId, Option<GroupId>, i32, i32)> = strata::table
        .filter(strata::survey_id.eq(survey))
        .select((strata::id, strata::group_id, strata::roll, strata::spoilt))
        .order(strata::place)
        .load(&mut conn.sql)?;
    let groups: Vec<GroupId> = result_groups::table
        .filter(result_groups::survey_id.eq(survey))
        .select(result_groups::id)
        .order(result_groups::place)
        .load(&mut conn.sql)?;
    let of_group = |group: GroupId| {
        let strata = strata.iter().filter(move |(_, it, ..)| *it == Some(group));
        (group, strata.map(|(id, ..)| *id).collect())
    };
    let unsigned = |number: i32| u32::try_from(number).unwrap_or_default();
    let roll = strata.iter().map(|(_, _, roll, _)| unsigned(*roll)).sum();
    let spoilt = strata.iter().map(|(.., spoilt)| unsigned(*spoilt)).sum();
    Ok(Some(Released { paper, roll, unopened, spoilt, groups: groups.into_iter().map(of_group).collect() }))
}

pub fn answers_after(conn: &mut UrnConn, survey: SurveyId, after: &[u8], page: i64) -> QueryResult<Vec<Anonymous>> {
    answers::table
        .filter(answers::survey_id.eq(survey).and(answers::id.gt(after)))
        .select((answers::id, answers::group_id, answers::compact))
        .order(answers::id)
        .limit(page)
        .load(&mut conn.sql)
}
