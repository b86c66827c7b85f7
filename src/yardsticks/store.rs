//! Every question this room asks the register.

use diesel::{dsl::exists, prelude::*, result::Error};

use super::{Definition, Kind, RatingTable, SampleRule, Wanted, Yardstick, Years, tables::yardsticks};
use crate::{db::RegisterConn, ids::YardstickId, instruments::Text, language::FiscalYear};

#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = yardsticks, treat_none_as_null = true)]
struct Row {
    id: YardstickId,
    kind: String,
    first_year: i32,
    last_year: Option<i32>,
    title_thai: String,
    title_english: String,
    definition: String,
    is_confirmed: bool,
}

impl Row {
    fn yardstick(self) -> QueryResult<Yardstick> {
        let year = |number: i32| {
            let year = i16::try_from(number).ok().and_then(FiscalYear::new);
            year.ok_or_else(|| Error::DeserializationError("no fiscal year has this number".into()))
        };
        let definition = serde_json::from_str(&self.definition).map_err(|fault| Error::DeserializationError(fault.into()))?;
        let wanted = Wanted {
            title: Text::new(self.title_thai, self.title_english),
            years: Years { first: year(self.first_year)?, last: self.last_year.map(year).transpose()? },
            definition,
            is_confirmed: self.is_confirmed,
        };
        Ok(Yardstick { id: self.id, wanted })
    }
}

impl From<&Yardstick> for Row {
    fn from(Yardstick { id, wanted }: &Yardstick) -> Self {
        Self {
            id: *id,
            kind: wanted.definition.kind().code().to_owned(),
            first_year: wanted.years.first.number().into(),
            last_year: wanted.years.last.map(|year| year.number().into()),
            title_thai: wanted.title.th.clone(),
            title_english: wanted.title.en.clone(),
            // Our own plain types always have a JSON form.
            definition: serde_json::to_string(&wanted.definition).unwrap_or_default(),
            is_confirmed: wanted.is_confirmed,
        }
    }
}

/// Those of the latest years first.
pub fn all(conn: &mut RegisterConn) -> QueryResult<Vec<Yardstick>> {
    let rows: Vec<Row> = yardsticks::table.order((yardsticks::kind, yardsticks::first_year.desc())).load(&mut conn.sql)?;
    rows.into_iter().map(Row::yardstick).collect()
}

/// Whether there is any: the first start of a version that knows them finds none.
pub fn any(conn: &mut RegisterConn) -> QueryResult<bool> {
    diesel::select(exists(yardsticks::table.select(yardsticks::id))).get_result(&mut conn.sql)
}

pub fn find(conn: &mut RegisterConn, id: YardstickId) -> QueryResult<Option<Yardstick>> {
    yardsticks::table.find(id).first::<Row>(&mut conn.sql).optional()?.map(Row::yardstick).transpose()
}

/// The rating table of a fiscal year, if somebody has written one.
pub fn rating(conn: &mut RegisterConn, year: FiscalYear) -> QueryResult<Option<RatingTable>> {
    Ok(of_year(conn, Kind::Rating, year)?.and_then(|definition| match definition {
        Definition::Rating(table) => Some(table),
        Definition::Sample(_) => None,
    }))
}

/// The sample rule of a fiscal year; the national guide's where nobody has written one.
pub fn sample_rule(conn: &mut RegisterConn, year: FiscalYear) -> QueryResult<SampleRule> {
    Ok(match of_year(conn, Kind::Sample, year)? {
        Some(Definition::Sample(rule)) => rule,
        _ => SampleRule::default(),
    })
}

fn of_year(conn: &mut RegisterConn, kind: Kind, year: FiscalYear) -> QueryResult<Option<Definition>> {
    let number = i32::from(year.number());
    let row = yardsticks::table
        .filter(yardsticks::kind.eq(kind.code()).and(yardsticks::first_year.le(number)))
        .filter(yardsticks::last_year.is_null().or(yardsticks::last_year.ge(number)))
        .first::<Row>(&mut conn.sql)
        .optional()?;
    Ok(row.map(Row::yardstick).transpose()?.map(|yardstick| yardstick.wanted.definition))
}

pub(super) fn insert(conn: &mut RegisterConn, yardstick: &Yardstick) -> QueryResult<()> {
    diesel::insert_into(yardsticks::table).values(Row::from(yardstick)).execute(&mut conn.sql).map(drop)
}

pub(super) fn update(conn: &mut RegisterConn, yardstick: &Yardstick) -> QueryResult<()> {
    let row = Row::from(yardstick);
    diesel::update(yardsticks::table.find(row.id)).set(&row).execute(&mut conn.sql).map(drop)
}
