//! The roll of a survey and its strata.

use diesel::{dsl::exists, prelude::*};

use super::{hand_over_codes, people::day};
use crate::{
    clock::Moment,
    db::RegisterConn,
    each_engine,
    ids::{PersonId, StratumId, SurveyId, UnitId},
    people::{
        EmployeeNumber, Name, ShortName,
        roll::{DrawnUp, Entry, Roll, RollStratum, Standing},
        tables::{people, roll, rolls, strata, stratum_units, undeliverable, units},
    },
};

/// As long as the keyed hash that takes its place.
const NOTHING_SIGNED: [u8; 32] = [0; 32];

type RollRow = (String, String, String, i32, i32, i32);

/// The roll of a survey; `None` while it is not drawn up.
pub fn roll(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Option<Roll>> {
    let row: Option<RollRow> = rolls::table
        .find(survey)
        .select((rolls::drawn, rolls::rule, rolls::reference, rolls::k, rolls::entered, rolls::added))
        .first(&mut conn.sql)
        .optional()?;
    let Some((drawn, rule, reference, k, entered, added)) = row else { return Ok(None) };
    let rows: Vec<(StratumId, String, String, i32)> = strata::table
        .filter(strata::survey_id.eq(survey))
        .select((strata::id, strata::name_thai, strata::name_english, strata::size))
        .order(strata::place)
        .load(&mut conn.sql)?;
    let strata = rows.into_iter().map(|(id, name_thai, name_english, size)| RollStratum { id, name_thai, name_english, size });
    Ok(Some(Roll { survey, drawn: day(&drawn)?, rule, reference: day(&reference)?, k, entered, added, strata: strata.collect() }))
}

/// Whether the survey of this roll is open: then the roll stays as it is.
pub fn is_open(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<bool> {
    diesel::select(exists(rolls::table.filter(rolls::survey_id.eq(survey).and(rolls::is_open)))).get_result(&mut conn.sql)
}

/// The survey opens with the roll that stands, drawn up by the rule of this digest.
pub fn open_roll(conn: &mut RegisterConn, roll: &Roll) -> QueryResult<()> {
    diesel::update(rolls::table.find(roll.survey))
        .set((rolls::is_open.eq(true), rolls::rule_digest.eq(roll.rule_digest().as_slice())))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn forget_roll(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    diesel::delete(roll::table.filter(roll::survey_id.eq(survey))).execute(&mut conn.sql)?;
    diesel::delete(stratum_units::table.filter(stratum_units::survey_id.eq(survey))).execute(&mut conn.sql)?;
    diesel::delete(strata::table.filter(strata::survey_id.eq(survey))).execute(&mut conn.sql)?;
    diesel::delete(rolls::table.find(survey)).execute(&mut conn.sql).map(drop)
}

/// Rows of people stand in the order of their random ids, which says nothing.
pub fn insert_roll(conn: &mut RegisterConn, drawn_up: &DrawnUp) -> QueryResult<()> {
    let DrawnUp { roll: of, units, people } = drawn_up;
    diesel::insert_into(rolls::table)
        .values((
            rolls::survey_id.eq(of.survey),
            rolls::drawn.eq(of.drawn.to_string()),
            rolls::rule.eq(&of.rule),
            rolls::rule_digest.eq(of.rule_digest().as_slice()),
            rolls::reference.eq(of.reference.to_string()),
            rolls::k.eq(of.k),
            rolls::entered.eq(of.entered),
            rolls::added.eq(of.added),
        ))
        .execute(&mut conn.sql)?;
    for (place, stratum) in (0_i32..).zip(&of.strata) {
        diesel::insert_into(strata::table)
            .values((
                strata::id.eq(stratum.id),
                strata::survey_id.eq(of.survey),
                strata::place.eq(place),
                strata::name_thai.eq(&stratum.name_thai),
                strata::name_english.eq(&stratum.name_english),
                strata::size.eq(stratum.size),
            ))
            .execute(&mut conn.sql)?;
    }
    for (unit, stratum) in units {
        diesel::insert_into(stratum_units::table)
            .values((
                stratum_units::survey_id.eq(of.survey),
                stratum_units::unit_id.eq(unit),
                stratum_units::stratum_id.eq(stratum),
            ))
            .execute(&mut conn.sql)?;
    }
    for batch in people.chunks(1_000) {
        let rows: Vec<_> = batch
            .iter()
            .map(|(person, stratum)| {
                (
                    roll::survey_id.eq(of.survey),
                    roll::person_id.eq(person),
                    roll::stratum_id.eq(stratum),
                    roll::has_collected.eq(false),
                    roll::blinded.eq(&NOTHING_SIGNED[..]),
                )
            })
            .collect();
        each_engine!(&mut conn.sql, |it| diesel::insert_into(roll::table).values(&rows).execute(it))?;
    }
    Ok(())
}

pub fn stratum_of_unit(conn: &mut RegisterConn, survey: SurveyId, unit: UnitId) -> QueryResult<Option<StratumId>> {
    stratum_units::table.find((survey, unit)).select(stratum_units::stratum_id).first(&mut conn.sql).optional()
}

/// One more on a roll that is drawn up.
pub fn add_to_roll(conn: &mut RegisterConn, survey: SurveyId, person: PersonId, stratum: StratumId) -> QueryResult<()> {
    diesel::insert_into(roll::table)
        .values((
            roll::survey_id.eq(survey),
            roll::person_id.eq(person),
            roll::stratum_id.eq(stratum),
            roll::has_collected.eq(false),
            roll::blinded.eq(&NOTHING_SIGNED[..]),
        ))
        .execute(&mut conn.sql)?;
    diesel::update(strata::table.find(stratum)).set(strata::size.eq(strata::size + 1)).execute(&mut conn.sql)?;
    diesel::update(rolls::table.find(survey)).set(rolls::added.eq(rolls::added + 1)).execute(&mut conn.sql).map(drop)
}

/// How somebody stands on the roll of a survey. For handing out credentials, never for a list.
pub fn standing(conn: &mut RegisterConn, survey: SurveyId, person: PersonId) -> QueryResult<Standing> {
    let row: Option<(StratumId, bool, Option<String>)> = roll::table
        .inner_join(people::table)
        .filter(roll::survey_id.eq(survey).and(roll::person_id.eq(person)))
        .select((roll::stratum_id, roll::has_collected, people::departed))
        .first(&mut conn.sql)
        .optional()?;
    Ok(match row {
        None => Standing::NotOnRoll,
        Some((_, false, Some(_))) => Standing::Left,
        Some((stratum, has_collected, _)) => Standing::OnRoll { stratum, has_collected },
    })
}

/// What the roll knows of somebody who may answer; `None` also for who left before they collected.
pub fn entry(conn: &mut RegisterConn, survey: SurveyId, person: PersonId) -> QueryResult<Option<Entry>> {
    type Row = (StratumId, bool, Option<Vec<u8>>, i32, bool, Option<String>);
    let row: Option<Row> = roll::table
        .inner_join(people::table)
        .filter(roll::survey_id.eq(survey).and(roll::person_id.eq(person)))
        .select((roll::stratum_id, roll::has_collected, roll::blinded, roll::link, roll::is_left_alone, people::departed))
        .first(&mut conn.sql)
        .optional()?;
    let is_here = |(_, has_collected, .., departed): &Row| *has_collected || departed.is_none();
    Ok(row.filter(is_here).map(|(stratum, has_collected, blinded, link, is_left_alone, _)| Entry {
        stratum,
        has_collected,
        blinded: blinded.unwrap_or_default(),
        link,
        is_left_alone,
    }))
}

/// Somebody has collected; what was signed is remembered by its keyed hash.
pub fn note_collected(conn: &mut RegisterConn, survey: SurveyId, person: PersonId, blinded: &[u8; 32]) -> QueryResult<()> {
    diesel::update(roll::table.find((survey, person)))
        .set((roll::has_collected.eq(true), roll::blinded.eq(blinded.as_slice())))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Every row as long as it will ever be, before anybody collects: a row that grew would stand where rows
/// that grew stand, in the order in which they did.
pub fn make_room(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    diesel::update(roll::table.filter(roll::survey_id.eq(survey).and(roll::blinded.is_null())))
        .set(roll::blinded.eq(&NOTHING_SIGNED[..]))
        .execute(&mut conn.sql)
        .map(drop)
}

/// How many of each stratum have collected.
pub fn collected(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(StratumId, i64)>> {
    roll::table
        .filter(roll::survey_id.eq(survey).and(roll::has_collected.eq(true)))
        .group_by(roll::stratum_id)
        .select((roll::stratum_id, diesel::dsl::count_star()))
        .load(&mut conn.sql)
}

/// Whether they are to be left alone from now on.
pub fn leave_alone(conn: &mut RegisterConn, survey: SurveyId, person: PersonId, is_left_alone: bool) -> QueryResult<()> {
    diesel::update(roll::table.find((survey, person))).set(roll::is_left_alone.eq(is_left_alone)).execute(&mut conn.sql).map(drop)
}

/// A new link for somebody: the ones before are void.
pub fn renew_link(conn: &mut RegisterConn, survey: SurveyId, person: PersonId) -> QueryResult<()> {
    diesel::update(roll::table.find((survey, person))).set(roll::link.eq(roll::link + 1)).execute(&mut conn.sql).map(drop)
}

/// What links are made of, for everyone on the roll who is here: in the order of their random ids.
pub fn links(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(PersonId, i32)>> {
    roll::table
        .inner_join(people::table)
        .filter(roll::survey_id.eq(survey).and(people::departed.is_null()))
        .select((roll::person_id, roll::link))
        .order(roll::person_id)
        .load(&mut conn.sql)
}

/// Everyone on the roll who is here and has an address that letters get through to, and which of their links counts.
pub fn reached(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(PersonId, i32)>> {
    roll::table
        .inner_join(
            people::table.left_join(
                undeliverable::table
                    .on(undeliverable::person_id.eq(people::id).and(people::email.eq(undeliverable::email.nullable()))),
            ),
        )
        .filter(roll::survey_id.eq(survey).and(people::departed.is_null()).and(people::email.is_not_null()))
        .filter(undeliverable::person_id.nullable().is_null())
        .select((roll::person_id, roll::link))
        .order(roll::person_id)
        .load(&mut conn.sql)
}

/// How many of those there are, as far as it may be shown: a mark that a reminder made does not count.
pub fn count_reached(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<i64> {
    let is_marked = undeliverable::person_id
        .eq(people::id)
        .and(people::email.eq(undeliverable::email.nullable()))
        .and(undeliverable::hidden_until.eq(Moment::from_micros(0)));
    roll::table
        .inner_join(people::table.left_join(undeliverable::table.on(is_marked)))
        .filter(roll::survey_id.eq(survey).and(people::departed.is_null()).and(people::email.is_not_null()))
        .filter(undeliverable::person_id.nullable().is_null())
        .count()
        .get_result(&mut conn.sql)
}

/// Of those, who has not collected, and does not want to be left alone: whom a reminder may go to. For the letters
/// alone, never for a page.
pub fn to_remind(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<PersonId>> {
    roll::table
        .inner_join(
            people::table.left_join(
                undeliverable::table
                    .on(undeliverable::person_id.eq(people::id).and(people::email.eq(undeliverable::email.nullable()))),
            ),
        )
        .filter(roll::survey_id.eq(survey).and(people::departed.is_null()).and(people::email.is_not_null()))
        .filter(undeliverable::person_id.nullable().is_null())
        .filter(roll::has_collected.eq(false).and(roll::is_left_alone.eq(false)))
        .select(roll::person_id)
        .order(roll::person_id)
        .load(&mut conn.sql)
}

/// The surveys on whose rolls somebody stands.
pub fn rolls_of(conn: &mut RegisterConn, person: PersonId) -> QueryResult<Vec<SurveyId>> {
    roll::table.filter(roll::person_id.eq(person)).select(roll::survey_id).load(&mut conn.sql)
}

/// Whether anybody of these stands on a roll.
pub fn any_on_a_roll(conn: &mut RegisterConn, people: &[PersonId]) -> QueryResult<bool> {
    for batch in people.chunks(1_000) {
        let found: bool = diesel::select(exists(roll::table.filter(roll::person_id.eq_any(batch)))).get_result(&mut conn.sql)?;
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The places of one person on rolls become those of another.
pub fn hand_over_rolls(conn: &mut RegisterConn, from: PersonId, to: PersonId) -> QueryResult<()> {
    // Links are made of their ids: the ones that were theirs count no more.
    diesel::update(roll::table.filter(roll::person_id.eq(from)))
        .set((roll::person_id.eq(to), roll::link.eq(roll::link + 1)))
        .execute(&mut conn.sql)?;
    hand_over_codes(conn, from, to)
}

/// Who stands on a roll. Deliberately without what they collected.
#[derive(Clone, Debug)]
pub struct OnRoll {
    pub id: PersonId,
    pub number: EmployeeNumber,
    pub name: Name,
    pub has_departed: bool,
}

/// Everyone on a roll, by name.
pub fn everyone_on_roll(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<OnRoll>> {
    let rows: Vec<(PersonId, EmployeeNumber, Name, Option<String>)> = roll::table
        .inner_join(people::table)
        .filter(roll::survey_id.eq(survey))
        .select((people::id, people::number, people::name, people::departed))
        .order((people::sort_key.asc(), people::number.asc()))
        .load(&mut conn.sql)?;
    let on_roll =
        |(id, number, name, departed): (_, _, _, Option<String>)| OnRoll { id, number, name, has_departed: departed.is_some() };
    Ok(rows.into_iter().map(on_roll).collect())
}

/// The units of each stratum that had people who may answer, by short name.
pub fn units_of_strata(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(StratumId, ShortName)>> {
    stratum_units::table
        .inner_join(units::table)
        .filter(stratum_units::survey_id.eq(survey))
        .select((stratum_units::stratum_id, units::short_name))
        .order(units::short_name)
        .load(&mut conn.sql)
}
