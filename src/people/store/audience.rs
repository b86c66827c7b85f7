//! Who is to be asked, while it can still be changed.

use diesel::prelude::*;

use crate::{
    db::RegisterConn,
    ids::{PersonId, SurveyId, UnitId},
    people::{
        Category, EmployeeNumber, Name,
        tables::{audiences, people},
    },
};
use jiff::civil::Date;

/// As JSON: the rule, and HR's own groups if there are any.
pub fn audience(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<(String, Option<String>)>> {
    audiences::table.find(survey).select((audiences::rule, audiences::groups)).first(&mut conn.sql).optional()
}

pub fn set_audience(conn: &mut RegisterConn, survey: SurveyId, rule: &str, groups: Option<&str>) -> QueryResult<()> {
    let values = (audiences::rule.eq(rule), audiences::groups.eq(groups));
    let changed = diesel::update(audiences::table.find(survey)).set(values).execute(&mut conn.sql)?;
    if changed == 0 {
        diesel::insert_into(audiences::table).values((audiences::survey_id.eq(survey), values)).execute(&mut conn.sql)?;
    }
    Ok(())
}

pub fn forget_audience(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    diesel::delete(audiences::table.find(survey)).execute(&mut conn.sql).map(drop)
}

/// What the rule needs to know of somebody, and what HR calls them.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub id: PersonId,
    pub number: EmployeeNumber,
    pub name: Name,
    pub unit: UnitId,
    pub category: Category,
    pub started: Option<Date>,
    pub departed: Option<Date>,
}

type CandidateRow = (PersonId, EmployeeNumber, Name, UnitId, Category, Option<String>, Option<String>);

/// Everyone whom a rule could be asked about, by name: all who are here, and who left on that day or
/// later.
pub fn candidates(conn: &mut RegisterConn, since: Date) -> QueryResult<Vec<Candidate>> {
    let rows: Vec<CandidateRow> = people::table
        .filter(people::departed.is_null().or(people::departed.ge(since.to_string()).assume_not_null()))
        .select((people::id, people::number, people::name, people::unit_id, people::category, people::started, people::departed))
        .order((people::sort_key.asc(), people::number.asc()))
        .load(&mut conn.sql)?;
    let candidate = |(id, number, name, unit, category, started, departed): CandidateRow| {
        let (started, departed) =
            (started.as_deref().map(super::people::day).transpose()?, departed.as_deref().map(super::people::day).transpose()?);
        Ok(Candidate { id, number, name, unit, category, started, departed })
    };
    rows.into_iter().map(candidate).collect()
}
