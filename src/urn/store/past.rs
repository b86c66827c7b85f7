//! Letting go of what people answered, once the time is over for which it is kept. What was told of it, and the bulletin,
//! which names nobody, stay.

use diesel::{dsl::exists, prelude::*};

use crate::{
    db::UrnConn,
    ids::SurveyId,
    urn::tables::{answers, texts},
};

/// Whether anything is there that somebody answered.
pub fn keeps_answers(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<bool> {
    let marked = exists(answers::table.filter(answers::survey_id.eq(survey)));
    let written = exists(texts::table.filter(texts::survey_id.eq(survey)));
    diesel::select(marked.or(written)).get_result(&mut conn.sql)
}

/// What stands at the texts must be gone before.
pub fn forget_answers(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<()> {
    diesel::delete(texts::table.filter(texts::survey_id.eq(survey))).execute(&mut conn.sql)?;
    diesel::delete(answers::table.filter(answers::survey_id.eq(survey))).execute(&mut conn.sql).map(drop)
}
