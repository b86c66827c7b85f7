//! Whose the codes are that open a survey; known here by a keyed hash alone.

use diesel::{
    dsl::{exists, not},
    prelude::*,
};

use crate::{
    db::RegisterConn,
    each_engine,
    ids::{PersonId, SurveyId},
    people::tables::{people, personal_codes, roll, undeliverable},
};

/// A code of somebody on the roll.
#[derive(Clone, Copy, Debug, Queryable)]
pub struct Owner {
    pub survey: SurveyId,
    pub person: PersonId,
    /// Which of their links it is.
    pub link: i32,
    /// HR printed it, and may have a copy.
    pub is_printed: bool,
}

pub fn owner_of_code(conn: &mut RegisterConn, hash: &[u8; 32]) -> QueryResult<Option<Owner>> {
    personal_codes::table
        .find(hash.as_slice())
        .select((personal_codes::survey_id, personal_codes::person_id, personal_codes::link, personal_codes::is_printed))
        .first(&mut conn.sql)
        .optional()
}

/// Who is here and on the roll, and has no code for the link that counts.
pub fn without_code(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(PersonId, i32)>> {
    roll::table
        .inner_join(people::table)
        .left_join(
            personal_codes::table.on(personal_codes::survey_id
                .eq(roll::survey_id)
                .and(personal_codes::person_id.eq(roll::person_id))
                .and(personal_codes::link.eq(roll::link))),
        )
        .filter(roll::survey_id.eq(survey).and(people::departed.is_null()).and(personal_codes::hash.nullable().is_null()))
        .select((roll::person_id, roll::link))
        .order(roll::person_id)
        .load(&mut conn.sql)
}

/// Says how many are new: the same sixteen digits are nobody else's.
pub fn keep_codes(conn: &mut RegisterConn, codes: &[([u8; 32], Owner)]) -> QueryResult<usize> {
    let mut kept = 0;
    for batch in codes.chunks(1_000) {
        let rows = batch.iter().map(|(hash, owner)| {
            (
                personal_codes::hash.eq(hash.as_slice()),
                personal_codes::survey_id.eq(owner.survey),
                personal_codes::person_id.eq(owner.person),
                personal_codes::link.eq(owner.link),
                personal_codes::is_printed.eq(owner.is_printed),
            )
        });
        // One after the other where Diesel has no batch that passes over what is there.
        kept += match &mut conn.sql {
            crate::db::Conn::Postgres(postgres) => diesel::insert_into(personal_codes::table)
                .values(rows.collect::<Vec<_>>())
                .on_conflict_do_nothing()
                .execute(postgres)?,
            crate::db::Conn::Sqlite(sqlite) => {
                let mut new = 0;
                for row in rows {
                    new += diesel::insert_into(personal_codes::table).values(row).on_conflict_do_nothing().execute(sqlite)?;
                }
                new
            }
        };
    }
    Ok(kept)
}

/// Whoever could be invited and was not: they have an address that letters get through to, and nothing in their hands
/// that opens the survey.
pub fn uninvited(conn: &mut RegisterConn, survey: SurveyId) -> QueryResult<Vec<(PersonId, i32)>> {
    let code_in_hand = personal_codes::survey_id
        .eq(roll::survey_id)
        .and(personal_codes::person_id.eq(roll::person_id))
        .and(personal_codes::link.eq(roll::link))
        .and(personal_codes::is_out.eq(true));
    let mark = undeliverable::person_id.eq(people::id).and(people::email.eq(undeliverable::email.nullable()));
    roll::table
        .inner_join(people::table)
        .filter(roll::survey_id.eq(survey).and(people::departed.is_null()).and(people::email.is_not_null()))
        .filter(not(exists(personal_codes::table.filter(code_in_hand))))
        .filter(not(exists(undeliverable::table.filter(mark))))
        .select((roll::person_id, roll::link))
        .order(roll::person_id)
        .load(&mut conn.sql)
}

/// They stand in letters from now on.
pub fn note_codes_out(conn: &mut RegisterConn, hashes: &[[u8; 32]]) -> QueryResult<()> {
    for batch in hashes.chunks(1_000) {
        let of = personal_codes::hash.eq_any(batch.iter().map(<[u8; 32]>::as_slice));
        diesel::update(personal_codes::table.filter(of)).set(personal_codes::is_out.eq(true)).execute(&mut conn.sql)?;
    }
    Ok(())
}

/// They stand on slips from now on.
pub fn note_codes_printed(conn: &mut RegisterConn, hashes: &[[u8; 32]]) -> QueryResult<()> {
    for batch in hashes.chunks(1_000) {
        let of = personal_codes::hash.eq_any(batch.iter().map(<[u8; 32]>::as_slice));
        diesel::update(personal_codes::table.filter(of))
            .set((personal_codes::is_out.eq(true), personal_codes::is_printed.eq(true)))
            .execute(&mut conn.sql)?;
    }
    Ok(())
}

/// The letters with their codes did not arrive; slips did.
pub fn note_codes_returned(conn: &mut RegisterConn, person: PersonId) -> QueryResult<()> {
    let by_letter = personal_codes::person_id.eq(person).and(personal_codes::is_printed.eq(false));
    diesel::update(personal_codes::table.filter(by_letter)).set(personal_codes::is_out.eq(false)).execute(&mut conn.sql).map(drop)
}

/// Of these, everyone who is here and on the roll: which link counts, and whether its code is in somebody's hands.
pub fn codes_of(conn: &mut RegisterConn, survey: SurveyId, of: &[PersonId]) -> QueryResult<Vec<(PersonId, i32, bool)>> {
    let mut found = Vec::new();
    for batch in of.chunks(1_000) {
        let rows: Vec<(PersonId, i32, bool)> = roll::table
            .inner_join(people::table)
            .inner_join(
                personal_codes::table.on(personal_codes::survey_id
                    .eq(roll::survey_id)
                    .and(personal_codes::person_id.eq(roll::person_id))
                    .and(personal_codes::link.eq(roll::link))),
            )
            .filter(roll::survey_id.eq(survey).and(roll::person_id.eq_any(batch)).and(people::departed.is_null()))
            .select((roll::person_id, roll::link, personal_codes::is_out))
            .load(&mut conn.sql)?;
        found.extend(rows);
    }
    Ok(found)
}

/// Their codes stay theirs under another name; none of them counts any more.
pub fn hand_over_codes(conn: &mut RegisterConn, from: PersonId, to: PersonId) -> QueryResult<()> {
    each_engine!(&mut conn.sql, |it| {
        diesel::update(personal_codes::table.filter(personal_codes::person_id.eq(from)))
            .set(personal_codes::person_id.eq(to))
            .execute(it)
    })
    .map(drop)
}
