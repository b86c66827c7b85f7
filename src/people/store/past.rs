//! Letting go of people, once the time is over for which they are kept.

use diesel::{
    dsl::{exists, not},
    prelude::*,
};
use jiff::civil::Date;

use crate::{
    db::RegisterConn,
    ids::{PersonId, SurveyId},
    people::tables::{import_changes, people, personal_codes, roll, seats},
};

/// In one statement; SQLite takes no more than 32,766 values.
const BATCH: usize = 500;

pub fn is_anybody_on_roll(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<bool> {
    diesel::select(exists(roll::table.filter(roll::survey_id.eq(survey)))).get_result(&mut conn.sql)
}

/// Who was on the roll, and their links. How many they were in each group stays.
pub fn forget_who_may_answer(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<()> {
    diesel::delete(personal_codes::table.filter(personal_codes::survey_id.eq(survey))).execute(&mut conn.sql)?;
    diesel::delete(roll::table.filter(roll::survey_id.eq(survey))).execute(&mut conn.sql).map(drop)
}

/// Those who have left before this day, and stand on no roll and hold no seat that is still kept. Rolls that go now do
/// not count.
pub fn gone_before(conn: &mut RegisterConn, day: Date, going: &[SurveyId]) -> QueryResult<Vec<PersonId>> {
    let on_a_roll = exists(roll::table.filter(roll::person_id.eq(people::id).and(roll::survey_id.ne_all(going))));
    let in_a_seat = exists(seats::table.filter(seats::person_id.eq(people::id)));
    let have_left = people::departed.lt(day.to_string()).assume_not_null();
    let gone = people::table.filter(have_left.and(not(on_a_roll)).and(not(in_a_seat)));
    gone.select(people::id).order(people::id).load(&mut conn.sql)
}

pub fn forget_people(conn: &mut RegisterConn, people: &[PersonId]) -> QueryResult<()> {
    for some in people.chunks(BATCH) {
        diesel::delete(personal_codes::table.filter(personal_codes::person_id.eq_any(some))).execute(&mut conn.sql)?;
        diesel::delete(import_changes::table.filter(import_changes::person_id.eq_any(some))).execute(&mut conn.sql)?;
        diesel::delete(people::table.filter(people::id.eq_any(some))).execute(&mut conn.sql)?;
    }
    Ok(())
}
