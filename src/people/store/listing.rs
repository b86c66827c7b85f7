//! Lists of people: filtered, ordered, a page at a time. Never more rows than the page shows.

use std::collections::{BTreeSet, HashMap};

use diesel::{
    dsl::{count_star, exists},
    prelude::*,
    sql_types::Text,
};
use jiff::civil::Date;

use super::people::day;
use crate::{
    address::EmailAddress,
    db::RegisterConn,
    ids::{PersonId, UnitId},
    language::{Language, arabic, well_typed},
    people::{
        Category, EmployeeNumber, Name, ShortName,
        tables::{people, units},
    },
};

#[diesel::declare_sql_function]
extern "SQL" {
    fn lower(text: Text) -> Text;
}

/// Whom a list is to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Who {
    #[default]
    Present,
    Departed,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By the Thai alphabet.
    #[default]
    Name,
    Number,
    /// Who has been here longest comes first; who has no start date, last.
    Start,
}

/// What a list leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub who: Who,
    /// Part of a name, a number or an address; small and capital letters are the same.
    pub text: String,
    /// Any of these; none is everywhere.
    pub units: Vec<UnitId>,
    pub category: Option<Category>,
    pub has_email: Option<bool>,
    /// Those who started before a day, or those who did not.
    pub started_before: Option<(Date, bool)>,
    pub order: Order,
}

/// A person as a list shows them.
#[derive(Clone, Debug)]
pub struct Listed {
    pub id: PersonId,
    pub number: EmployeeNumber,
    pub name: Name,
    pub unit: ShortName,
    pub category: Category,
    pub email: Option<EmailAddress>,
    pub language: Option<Language>,
    pub started: Option<Date>,
    pub departed: Option<Date>,
}

/// The columns of a [`Listed`], in the order of its row.
const LISTED: (
    people::id,
    people::number,
    people::name,
    units::short_name,
    people::category,
    people::email,
    people::language,
    people::started,
    people::departed,
) = (
    people::id,
    people::number,
    people::name,
    units::short_name,
    people::category,
    people::email,
    people::language,
    people::started,
    people::departed,
);

type ListedRow =
    (PersonId, EmployeeNumber, Name, ShortName, Category, Option<EmailAddress>, Option<Language>, Option<String>, Option<String>);

fn listed((id, number, name, unit, category, email, language, started, departed): ListedRow) -> QueryResult<Listed> {
    let (started, departed) = (started.as_deref().map(day).transpose()?, departed.as_deref().map(day).transpose()?);
    Ok(Listed { id, number, name, unit, category, email, language, started, departed })
}

/// One question in two forms: `$select` and `$order` are all that differ.
macro_rules! filtered {
    ($query:expr, $filter:expr) => {{
        let filter: &Filter = $filter;
        let mut query = $query.into_boxed();
        query = match filter.who {
            Who::Present => query.filter(people::departed.is_null()),
            Who::Departed => query.filter(people::departed.is_not_null()),
        };
        if !filter.units.is_empty() {
            query = query.filter(people::unit_id.eq_any(filter.units.clone()));
        }
        if let Some(category) = &filter.category {
            query = query.filter(people::category.eq(category.clone()));
        }
        query = match filter.has_email {
            Some(true) => query.filter(people::email.is_not_null()),
            Some(false) => query.filter(people::email.is_null()),
            None => query,
        };
        query = match filter.started_before {
            Some((day, true)) => query.filter(people::started.lt(day.to_string())),
            Some((day, false)) => query.filter(people::started.ge(day.to_string()).or(people::started.is_null())),
            None => query,
        };
        if let Some(pattern) = pattern(&filter.text) {
            // Numbers are kept in capitals and addresses in small letters: only names need folding.
            let number = pattern.to_uppercase();
            query = query.filter(
                lower(people::name)
                    .like(pattern.clone())
                    .escape('\\')
                    .or(people::number.like(number).escape('\\'))
                    .or(people::email.assume_not_null().like(pattern).escape('\\')),
            );
        }
        query
    }};
}

/// A page of the list. Whose it is comes from an index alone, however far back the page lies; then
/// no more people are loaded than it shows.
pub fn page(conn: &mut RegisterConn, filter: &Filter, skip: i64, most: i64) -> QueryResult<Vec<Listed>> {
    let query = filtered!(people::table.select(people::number), filter);
    let query = match filter.order {
        Order::Name => query.order((people::sort_key.asc(), people::number.asc())),
        Order::Number => query.order(people::number.asc()),
        Order::Start => query.order((people::started.is_null().asc(), people::started.asc(), people::number.asc())),
    };
    let numbers: Vec<EmployeeNumber> = query.offset(skip).limit(most).load(&mut conn.sql)?;
    let mut people: HashMap<EmployeeNumber, Listed> = HashMap::with_capacity(numbers.len());
    for batch in numbers.chunks(1_000) {
        let of_batch = people::table.inner_join(units::table).filter(people::number.eq_any(batch)).select(LISTED);
        for row in of_batch.load::<ListedRow>(&mut conn.sql)? {
            let listed = listed(row)?;
            people.insert(listed.number.clone(), listed);
        }
    }
    Ok(numbers.iter().filter_map(|number| people.remove(number)).collect())
}

/// How many people the whole list has.
pub fn count(conn: &mut RegisterConn, filter: &Filter) -> QueryResult<i64> {
    filtered!(people::table.select(count_star()), filter).first(&mut conn.sql)
}

/// Whether the roster has anybody at all, here or departed.
pub fn is_empty(conn: &mut RegisterConn) -> QueryResult<bool> {
    let anybody: bool = diesel::select(exists(people::table.select(people::id))).get_result(&mut conn.sql)?;
    Ok(!anybody)
}

/// The kinds of employment that the roster knows.
pub fn categories(conn: &mut RegisterConn) -> QueryResult<BTreeSet<Category>> {
    let used: Vec<Category> = people::table.select(people::category).distinct().load(&mut conn.sql)?;
    Ok(used.into_iter().collect())
}

/// People who have a name in common with somebody else here, by name.
pub fn twins(conn: &mut RegisterConn, most: i64) -> QueryResult<Vec<Listed>> {
    let shared: Vec<Name> = people::table
        .filter(people::departed.is_null())
        .group_by(people::name)
        .having(count_star().gt(1))
        .select(people::name)
        .order(people::name)
        .limit(most)
        .load(&mut conn.sql)?;
    let rows: Vec<ListedRow> = people::table
        .inner_join(units::table)
        .filter(people::departed.is_null().and(people::name.eq_any(shared)))
        .select(LISTED)
        .order((people::sort_key.asc(), people::number.asc()))
        .load(&mut conn.sql)?;
    rows.into_iter().map(listed).collect()
}

/// What all are called, who are here or were.
pub fn all_names(conn: &mut RegisterConn) -> QueryResult<Vec<Name>> {
    people::table.select(people::name).distinct().load(&mut conn.sql)
}

/// The text with its wildcards made plain; `None` if nothing is looked for.
fn pattern(text: &str) -> Option<String> {
    let text = arabic(well_typed(text).trim()).to_lowercase();
    (!text.is_empty()).then(|| format!("%{}%", text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")))
}
