//! Texts that somebody has changed, and the number that reminders may tell.

use diesel::{dsl::exists, prelude::*};

use super::Text;
use crate::{
    campaigns::{Kind, tables::letter_texts},
    db::RegisterConn,
    ids::SurveyId,
    language::Language,
};

/// `None`: nobody has changed the standard text.
pub fn changed(conn: &mut RegisterConn, survey: SurveyId, kind: Kind, language: Language) -> QueryResult<Option<Text>> {
    let row: Option<(String, String)> = letter_texts::table
        .find((survey, kind.code(), language.code()))
        .select((letter_texts::subject, letter_texts::body))
        .first(&mut conn.sql)
        .optional()?;
    Ok(row.map(|(subject, body)| Text { subject, body }))
}

pub fn put(conn: &mut RegisterConn, survey: SurveyId, kind: Kind, language: Language, text: &Text) -> QueryResult<()> {
    forget(conn, survey, kind, language)?;
    diesel::insert_into(letter_texts::table)
        .values((
            letter_texts::survey_id.eq(survey),
            letter_texts::kind.eq(kind.code()),
            letter_texts::language.eq(language.code()),
            letter_texts::subject.eq(&text.subject),
            letter_texts::body.eq(&text.body),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Back to the standard text.
pub fn forget(conn: &mut RegisterConn, survey: SurveyId, kind: Kind, language: Language) -> QueryResult<()> {
    diesel::delete(letter_texts::table.find((survey, kind.code(), language.code()))).execute(&mut conn.sql).map(drop)
}

/// Whether somebody has written a text in that language.
pub fn any_in(conn: &mut RegisterConn, survey: SurveyId, language: Language) -> QueryResult<bool> {
    let written = letter_texts::table.filter(letter_texts::survey_id.eq(survey).and(letter_texts::language.eq(language.code())));
    diesel::select(exists(written)).get_result(&mut conn.sql)
}
