//! Whom a code can be handed to on paper: everybody on a roll who is here. Deliberately without what they
//! collected.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use crate::{
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    ids::{PersonId, SurveyId, UnitId},
    people::{
        EmployeeNumber, Name,
        tables::{people, personal_codes, roll, undeliverable},
    },
};

/// Somebody on a roll, as a slip for them needs it.
#[derive(Clone, Debug)]
pub struct Addressee {
    pub id: PersonId,
    pub number: EmployeeNumber,
    pub name: Name,
    pub unit: UnitId,
    /// They have an address, and letters to it arrive as far as may be known.
    pub is_reached: bool,
    /// Their code stands in a letter or on a slip already.
    pub has_code: bool,
}

/// By name. What a reminder found out about an address does not count: it would tell who was reminded.
pub fn addressees(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<Addressee>> {
    type Row = (PersonId, EmployeeNumber, Name, UnitId, Option<EmailAddress>, i32);
    let rows: Vec<Row> = roll::table
        .inner_join(people::table)
        .filter(roll::survey_id.eq(survey).and(people::departed.is_null()))
        .select((people::id, people::number, people::name, people::unit_id, people::email, roll::link))
        .order((people::sort_key.asc(), people::number.asc()))
        .load(&mut conn.sql)?;
    let never: HashMap<PersonId, EmailAddress> = undeliverable::table
        .filter(undeliverable::hidden_until.eq(Moment::from_micros(0)))
        .select((undeliverable::person_id, undeliverable::email))
        .load(&mut conn.sql)?
        .into_iter()
        .collect();
    let out: HashSet<(PersonId, i32)> = personal_codes::table
        .filter(personal_codes::survey_id.eq(survey).and(personal_codes::is_out))
        .select((personal_codes::person_id, personal_codes::link))
        .load(&mut conn.sql)?
        .into_iter()
        .collect();
    let addressee = |(id, number, name, unit, email, link): Row| Addressee {
        is_reached: email.is_some_and(|email| never.get(&id) != Some(&email)),
        has_code: out.contains(&(id, link)),
        id,
        number,
        name,
        unit,
    };
    Ok(rows.into_iter().map(addressee).collect())
}
