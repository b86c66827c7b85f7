//! Units in the register.

use std::collections::HashMap;

use diesel::{
    dsl::{count_star, exists},
    prelude::*,
};

use crate::{
    db::RegisterConn,
    ids::UnitId,
    people::{
        Name, ShortName, Unit,
        tables::{people, stratum_units, units},
    },
};

#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(treat_none_as_null = true)]
#[diesel(table_name = units)]
struct UnitRow {
    id: UnitId,
    name_thai: Name,
    name_english: String,
    short_name: ShortName,
    parent_id: Option<UnitId>,
}

impl From<UnitRow> for Unit {
    fn from(row: UnitRow) -> Self {
        Self {
            id: row.id,
            name_thai: row.name_thai,
            name_english: Name::parse(&row.name_english).ok(),
            short_name: row.short_name,
            parent: row.parent_id,
        }
    }
}

impl From<&Unit> for UnitRow {
    fn from(unit: &Unit) -> Self {
        let unit = unit.clone();
        Self {
            id: unit.id,
            name_thai: unit.name_thai,
            name_english: unit.name_english.map_or_else(String::new, |name| name.as_str().to_owned()),
            short_name: unit.short_name,
            parent_id: unit.parent,
        }
    }
}

/// A unit, and how many people work in it, not counting those in the units below it.
#[derive(Clone, Debug)]
pub struct UnitListed {
    pub unit: Unit,
    pub parent: Option<ShortName>,
    pub people: i64,
}

pub fn find_unit(conn: &mut RegisterConn, short_name: &ShortName) -> QueryResult<Option<Unit>> {
    let row = units::table.filter(units::short_name.eq(short_name)).first::<UnitRow>(&mut conn.sql).optional()?;
    Ok(row.map(Unit::from))
}

/// Every unit, by short name.
pub fn units(conn: &mut RegisterConn) -> QueryResult<Vec<UnitListed>> {
    let rows: Vec<UnitRow> = units::table.order((units::short_name, units::id)).load(&mut conn.sql)?;
    let counts: HashMap<UnitId, i64> = people::table
        .filter(people::departed.is_null())
        .group_by(people::unit_id)
        .select((people::unit_id, count_star()))
        .load(&mut conn.sql)?
        .into_iter()
        .collect();
    let named: HashMap<UnitId, ShortName> = rows.iter().map(|row| (row.id, row.short_name.clone())).collect();
    let listed = |row: UnitRow| {
        let parent = row.parent_id.and_then(|parent| named.get(&parent).cloned());
        UnitListed { parent, people: counts.get(&row.id).copied().unwrap_or(0), unit: row.into() }
    };
    Ok(rows.into_iter().map(listed).collect())
}

pub fn find_unit_by_id(conn: &mut RegisterConn, id: UnitId) -> QueryResult<Option<Unit>> {
    let row = units::table.find(id).first::<UnitRow>(&mut conn.sql).optional()?;
    Ok(row.map(Unit::from))
}

/// Every unit as it stands, by short name, without counting anybody.
pub fn all_units(conn: &mut RegisterConn) -> QueryResult<Vec<Unit>> {
    let rows: Vec<UnitRow> = units::table.order((units::short_name, units::id)).load(&mut conn.sql)?;
    Ok(rows.into_iter().map(Unit::from).collect())
}

pub fn insert_unit(conn: &mut RegisterConn, unit: &Unit) -> QueryResult<()> {
    diesel::insert_into(units::table).values(UnitRow::from(unit)).execute(&mut conn.sql).map(drop)
}

pub fn update_unit(conn: &mut RegisterConn, unit: &Unit) -> QueryResult<()> {
    diesel::update(units::table.find(unit.id)).set(UnitRow::from(unit)).execute(&mut conn.sql).map(drop)
}

/// Whether anything still stands on a unit: people, here or departed, other units, a roll.
pub fn is_in_use(conn: &mut RegisterConn, id: UnitId) -> QueryResult<bool> {
    let has_people = diesel::select(exists(people::table.filter(people::unit_id.eq(id)))).get_result(&mut conn.sql)?;
    let has_units = diesel::select(exists(units::table.filter(units::parent_id.eq(id)))).get_result(&mut conn.sql)?;
    let is_on_a_roll =
        diesel::select(exists(stratum_units::table.filter(stratum_units::unit_id.eq(id)))).get_result(&mut conn.sql)?;
    Ok(has_people || has_units || is_on_a_roll)
}

pub fn delete_unit(conn: &mut RegisterConn, id: UnitId) -> QueryResult<()> {
    diesel::delete(units::table.find(id)).execute(&mut conn.sql).map(drop)
}
