//! Every question about scores of years, to the urn.

use diesel::{prelude::*, result::Error};

use super::{Declared, Entry, Part, Says};
use crate::{db::UrnConn, ids::SurveyId, language::FiscalYear, results::tables::year_scores};

#[derive(Queryable, Insertable)]
#[diesel(table_name = year_scores)]
struct Row {
    fiscal_year: i32,
    part: String,
    survey_id: Option<SurveyId>,
    hundredths: Option<i32>,
    source: String,
    indicators: String,
}

impl Row {
    fn entry(self) -> QueryResult<Entry> {
        let broken = || Error::DeserializationError("no part of any fiscal year".into());
        let year = i16::try_from(self.fiscal_year).ok().and_then(FiscalYear::new).ok_or_else(broken)?;
        let part = Part::from_code(&self.part).ok_or_else(broken)?;
        let says = match self.survey_id {
            Some(survey) => Says::Ours(survey),
            None => Says::Declared(Declared {
                hundredths: self.hundredths,
                source: self.source,
                indicators: serde_json::from_str(&self.indicators).map_err(|_| broken())?,
            }),
        };
        Ok(Entry { year, part, says })
    }
}

impl From<&Entry> for Row {
    fn from(entry: &Entry) -> Self {
        let (survey_id, hundredths, source, indicators) = match &entry.says {
            Says::Ours(survey) => (Some(*survey), None, String::new(), "[]".to_owned()),
            Says::Declared(declared) => (
                None,
                declared.hundredths,
                declared.source.clone(),
                // Our own plain types always have a JSON form.
                serde_json::to_string(&declared.indicators).unwrap_or_default(),
            ),
        };
        let (fiscal_year, part) = (entry.year.number().into(), entry.part.code().to_owned());
        Self { fiscal_year, part, survey_id, hundredths, source, indicators }
    }
}

pub fn entries(conn: &mut UrnConn) -> QueryResult<Vec<Entry>> {
    let rows: Vec<Row> = year_scores::table.order((year_scores::fiscal_year, year_scores::part)).load(&mut conn.sql)?;
    rows.into_iter().map(Row::entry).collect()
}

pub fn entries_of(conn: &mut UrnConn, year: FiscalYear) -> QueryResult<Vec<Entry>> {
    let of_year = year_scores::fiscal_year.eq(i32::from(year.number()));
    let rows: Vec<Row> = year_scores::table.filter(of_year).order(year_scores::part).load(&mut conn.sql)?;
    rows.into_iter().map(Row::entry).collect()
}

pub fn entry_of(conn: &mut UrnConn, year: FiscalYear, part: Part) -> QueryResult<Option<Entry>> {
    let row: Option<Row> = year_scores::table.find((i32::from(year.number()), part.code())).first(&mut conn.sql).optional()?;
    row.map(Row::entry).transpose()
}

/// In the place of what was there, if that is still `before`; `None`: nothing is to be there. Says whether it is
/// so now.
pub fn keep(
    conn: &mut UrnConn,
    (year, part): (FiscalYear, Part),
    before: Option<&Entry>,
    after: Option<&Entry>,
) -> QueryResult<bool> {
    let present = entry_of(conn, year, part)?;
    if present.as_ref() == after {
        return Ok(true);
    }
    if present.as_ref() != before {
        return Ok(false);
    }
    diesel::delete(year_scores::table.find((i32::from(year.number()), part.code()))).execute(&mut conn.sql)?;
    if let Some(after) = after {
        diesel::insert_into(year_scores::table).values(Row::from(after)).execute(&mut conn.sql)?;
    }
    Ok(true)
}
