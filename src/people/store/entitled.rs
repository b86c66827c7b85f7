//! What the roster knows of those on a roll, for counting groups before anybody is asked.

use diesel::prelude::*;
use jiff::civil::Date;

use crate::{
    db::RegisterConn,
    ids::{StratumId, SurveyId, UnitId},
    people::{
        Category,
        tables::{people, roll},
    },
};

/// Somebody entitled, without who they are and without what they collected.
#[derive(Clone, Debug)]
pub struct Entitled {
    pub stratum: StratumId,
    pub unit: UnitId,
    pub category: Category,
    pub started: Option<Date>,
}

/// Everyone on a roll, in no order.
pub fn entitled(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<Entitled>> {
    let rows: Vec<(StratumId, UnitId, Category, Option<String>)> = roll::table
        .inner_join(people::table)
        .filter(roll::survey_id.eq(survey))
        .select((roll::stratum_id, people::unit_id, people::category, people::started))
        .load(&mut conn.sql)?;
    let entitled = |(stratum, unit, category, started): (_, _, _, Option<String>)| {
        let started = started.as_deref().map(super::people::day).transpose()?;
        Ok(Entitled { stratum, unit, category, started })
    };
    rows.into_iter().map(entitled).collect()
}
