//! Every question this room asks the register.

use std::collections::HashMap;

use diesel::{dsl::count_star, prelude::*, result::Error};
use jiff::civil::Date;

use super::{
    Category, EmployeeNumber, Name, Person, ShortName, Unit,
    tables::{people, units},
};
use crate::{
    address::EmailAddress,
    db::RegisterConn,
    ids::{PersonId, UnitId},
    language::Language,
};

/// A day as its column holds it: `2017-10-01`, which sorts as days do.
fn day(text: &str) -> QueryResult<Date> {
    text.parse().map_err(|fault: jiff::Error| Error::DeserializationError(fault.into()))
}

// ---- units

#[derive(Queryable, Insertable)]
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

pub(super) fn insert_unit(conn: &mut RegisterConn, unit: &Unit) -> QueryResult<()> {
    let unit = unit.clone();
    let row = UnitRow {
        id: unit.id,
        name_thai: unit.name_thai,
        name_english: unit.name_english.map_or_else(String::new, |name| name.as_str().to_owned()),
        short_name: unit.short_name,
        parent_id: unit.parent,
    };
    diesel::insert_into(units::table).values(row).execute(&mut conn.sql).map(drop)
}

// ---- people

#[derive(Queryable, Insertable)]
#[diesel(table_name = people)]
struct PersonRow {
    id: PersonId,
    number: EmployeeNumber,
    name: Name,
    unit_id: UnitId,
    category: Category,
    email: Option<EmailAddress>,
    language: Option<Language>,
    started: Option<String>,
    departed: Option<String>,
}

impl PersonRow {
    fn person(self) -> QueryResult<Person> {
        Ok(Person {
            id: self.id,
            number: self.number,
            name: self.name,
            unit: self.unit_id,
            category: self.category,
            email: self.email,
            language: self.language,
            started: self.started.as_deref().map(day).transpose()?,
            departed: self.departed.as_deref().map(day).transpose()?,
        })
    }
}

pub fn find(conn: &mut RegisterConn, number: &EmployeeNumber) -> QueryResult<Option<Person>> {
    let row = people::table.filter(people::number.eq(number)).first::<PersonRow>(&mut conn.sql).optional()?;
    row.map(PersonRow::person).transpose()
}

/// Whether somebody has this address, departed or not.
pub(super) fn is_taken(conn: &mut RegisterConn, email: &EmailAddress) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(people::table.filter(people::email.eq(email)))).get_result(&mut conn.sql)
}

pub(super) fn insert(conn: &mut RegisterConn, person: &Person) -> QueryResult<()> {
    let person = person.clone();
    let row = PersonRow {
        id: person.id,
        number: person.number,
        name: person.name,
        unit_id: person.unit,
        category: person.category,
        email: person.email,
        language: person.language,
        started: person.started.map(|day| day.to_string()),
        departed: person.departed.map(|day| day.to_string()),
    };
    diesel::insert_into(people::table).values(row).execute(&mut conn.sql).map(drop)
}

pub(super) fn set_departed(conn: &mut RegisterConn, id: PersonId, on: Date) -> QueryResult<()> {
    diesel::update(people::table.find(id)).set(people::departed.eq(on.to_string())).execute(&mut conn.sql).map(drop)
}

/// Whom a list is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Present,
    Departed,
}

/// A person as a list shows them.
#[derive(Clone, Debug)]
pub struct Listed {
    pub number: EmployeeNumber,
    pub name: Name,
    pub unit: ShortName,
    pub category: Category,
    pub email: Option<EmailAddress>,
    pub started: Option<Date>,
    pub departed: Option<Date>,
}

type ListedRow = (EmployeeNumber, Name, ShortName, Category, Option<EmailAddress>, Option<String>, Option<String>);

/// Everyone, or everyone of one unit (not of those below it), by employee number.
pub fn listed(conn: &mut RegisterConn, who: Who, unit: Option<UnitId>) -> QueryResult<Vec<Listed>> {
    let mut query = people::table
        .inner_join(units::table)
        .select((
            people::number,
            people::name,
            units::short_name,
            people::category,
            people::email,
            people::started,
            people::departed,
        ))
        .order(people::number)
        .into_boxed();
    query = match who {
        Who::Present => query.filter(people::departed.is_null()),
        Who::Departed => query.filter(people::departed.is_not_null()),
    };
    if let Some(unit) = unit {
        query = query.filter(people::unit_id.eq(unit));
    }
    let rows: Vec<ListedRow> = query.load(&mut conn.sql)?;
    let listed = |(number, name, unit, category, email, started, departed): ListedRow| {
        let (started, departed) = (started.as_deref().map(day).transpose()?, departed.as_deref().map(day).transpose()?);
        Ok(Listed { number, name, unit, category, email, started, departed })
    };
    rows.into_iter().map(listed).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::{db::scratch::Scratch, dice::Dice};

    fn unit(short_name: &str, parent: Option<&Unit>, dice: &mut Dice) -> Unit {
        Unit {
            id: dice.id(),
            name_thai: Name::parse("สำนักงาน").unwrap(),
            name_english: None,
            short_name: ShortName::parse(short_name).unwrap(),
            parent: parent.map(|parent| parent.id),
        }
    }

    fn person(number: &str, unit: &Unit, dice: &mut Dice) -> Person {
        Person {
            id: dice.id(),
            number: EmployeeNumber::parse(number).unwrap(),
            name: Name::parse("สมศรี ใจงาม").unwrap(),
            unit: unit.id,
            category: Category::parse("ข้าราชการ").unwrap(),
            email: None,
            language: None,
            started: Some(date(2017, 10, 1)),
            departed: None,
        }
    }

    #[tokio::test]
    async fn units_count_who_is_here_and_lists_show_whom_they_are_asked_for() {
        let scratch = Scratch::new();
        let db = scratch.db();
        db.register(|conn| {
            let dice = &mut Dice::loaded(1);
            let office = unit("สลก.", None, dice);
            let stores = unit("พัสดุ", Some(&office), dice);
            let gone = Person { departed: Some(date(2026, 10, 1)), ..person("3", &stores, dice) };
            insert_unit(conn, &office)?;
            insert_unit(conn, &stores)?;
            for person in [person("2", &stores, dice), person("1", &stores, dice), person("4", &office, dice), gone.clone()] {
                insert(conn, &person)?;
            }
            assert_eq!(find(conn, &gone.number)?.as_ref(), Some(&gone), "reads back what was written");

            let units = units(conn)?;
            let of = |short: &str| units.iter().find(|listed| listed.unit.short_name.as_str() == short).unwrap();
            assert_eq!((of("สลก.").people, of("พัสดุ").people), (1, 2));
            assert_eq!(of("พัสดุ").parent, Some(office.short_name.clone()));
            assert_eq!(of("สลก.").parent, None);

            let numbers = |who, unit: Option<&Unit>, conn: &mut RegisterConn| {
                let listed = listed(conn, who, unit.map(|unit| unit.id)).unwrap();
                listed.iter().map(|person| person.number.as_str().to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(numbers(Who::Present, None, conn), ["1", "2", "4"]);
            assert_eq!(numbers(Who::Present, Some(&stores), conn), ["1", "2"]);
            assert_eq!(numbers(Who::Departed, None, conn), ["3"]);
            QueryResult::Ok(())
        })
        .await
        .unwrap();
    }

    #[tokio::test]
    async fn the_tables_refuse_what_the_rules_refuse() {
        let scratch = Scratch::new();
        let db = scratch.db();
        let attempt = |spoil: fn(&mut Person)| {
            let db = db.clone();
            async move {
                db.register(move |conn| {
                    let dice = &mut Dice::real();
                    let office = unit("สลก.", None, dice);
                    insert_unit(conn, &office)?;
                    insert(conn, &person("1", &office, dice))?;
                    let mut second = person("2", &office, dice);
                    spoil(&mut second);
                    insert(conn, &second)?;
                    // Nothing stays for the next attempt.
                    Err::<(), _>(Error::RollbackTransaction)
                })
                .await
            }
        };
        assert_eq!(attempt(|_| ()).await, Err(Error::RollbackTransaction));
        let refused = |outcome| assert!(matches!(outcome, Err(Error::DatabaseError(..))), "{outcome:?}");
        refused(attempt(|person| person.number = EmployeeNumber::parse("1").unwrap()).await);
        refused(attempt(|person| person.unit = Dice::real().id()).await);
        refused(attempt(|person| person.departed = Some(date(2017, 9, 30))).await);
    }
}
