//! Every question this room asks the register.

use diesel::{dsl::exists, prelude::*, result::Error};

use super::{Survey, tables::surveys};
use crate::{db::RegisterConn, ids::SurveyId, language::FiscalYear};

#[derive(Queryable, Insertable)]
#[diesel(table_name = surveys)]
struct Row {
    id: SurveyId,
    fiscal_year: i32,
    round: i32,
    name_thai: String,
    name_english: String,
    k: i32,
}

impl Row {
    fn survey(self) -> QueryResult<Survey> {
        let year = i16::try_from(self.fiscal_year).ok().and_then(FiscalYear::new);
        Ok(Survey {
            id: self.id,
            year: year.ok_or_else(|| Error::DeserializationError("no fiscal year has this number".into()))?,
            round: self.round,
            name_thai: self.name_thai,
            name_english: self.name_english,
            k: self.k,
        })
    }
}

impl From<&Survey> for Row {
    fn from(survey: &Survey) -> Self {
        Self {
            id: survey.id,
            fiscal_year: survey.year.number().into(),
            round: survey.round,
            name_thai: survey.name_thai.clone(),
            name_english: survey.name_english.clone(),
            k: survey.k,
        }
    }
}

pub fn find(conn: &mut RegisterConn, id: SurveyId) -> QueryResult<Option<Survey>> {
    surveys::table.find(id).first::<Row>(&mut conn.sql).optional()?.map(Row::survey).transpose()
}

/// Every survey, the latest round first.
pub fn all(conn: &mut RegisterConn) -> QueryResult<Vec<Survey>> {
    let rows: Vec<Row> = surveys::table
        .order((surveys::fiscal_year.desc(), surveys::round.desc(), surveys::name_thai, surveys::id))
        .load(&mut conn.sql)?;
    rows.into_iter().map(Row::survey).collect()
}

pub(super) fn is_taken(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<bool> {
    let row = Row::from(survey);
    let same = surveys::table.filter(
        surveys::fiscal_year.eq(row.fiscal_year).and(surveys::round.eq(row.round)).and(surveys::name_thai.eq(row.name_thai)),
    );
    diesel::select(exists(same)).get_result(&mut conn.sql)
}

pub(super) fn insert(conn: &mut RegisterConn, survey: &Survey) -> QueryResult<()> {
    diesel::insert_into(surveys::table).values(Row::from(survey)).execute(&mut conn.sql).map(drop)
}
