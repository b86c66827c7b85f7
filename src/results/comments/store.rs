//! What is noted at texts, in the urn.

use std::collections::HashMap;

use diesel::{dsl::exists, prelude::*, result::Error};

use super::note::Note;
use crate::{
    db::UrnConn,
    each_engine,
    ids::{SurveyId, TextId},
    results::tables::text_notes,
};

#[cfg(test)]
mod tests;

type Row = (TextId, bool, String, String);

/// At these texts, no more than fit on a page.
pub fn notes(conn: &mut UrnConn, texts: &[TextId]) -> QueryResult<HashMap<TextId, Note>> {
    let rows: Vec<Row> = text_notes::table
        .filter(text_notes::text_id.eq_any(texts))
        .select((text_notes::text_id, text_notes::is_marked, text_notes::theme, text_notes::covered))
        .load(&mut conn.sql)?;
    rows.into_iter().map(read).collect()
}

/// Texts of this theme, if any is given, and with a mark, if that is asked; in the order of their ids.
pub fn noted(conn: &mut UrnConn, survey: SurveyId, theme: Option<&str>, is_marked: bool) -> QueryResult<Vec<TextId>> {
    let of_survey = text_notes::table.filter(text_notes::survey_id.eq(survey));
    let is_marked = text_notes::is_marked.eq(true).or(text_notes::is_marked.eq(is_marked));
    let texts = of_survey.filter(is_marked).order(text_notes::text_id);
    match theme {
        Some(theme) => texts.filter(text_notes::theme.eq(theme)).select(text_notes::text_id).load(&mut conn.sql),
        None => texts.select(text_notes::text_id).load(&mut conn.sql),
    }
}

/// Everything that was noted at the texts of a survey.
pub fn forget(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<()> {
    diesel::delete(text_notes::table.filter(text_notes::survey_id.eq(survey))).execute(&mut conn.sql).map(drop)
}

pub fn is_any_marked(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<bool> {
    let marked = text_notes::table.filter(text_notes::survey_id.eq(survey).and(text_notes::is_marked.eq(true)));
    diesel::select(exists(marked)).get_result(&mut conn.sql)
}

/// Those that are in use in a survey.
pub fn themes_of(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<Vec<String>> {
    let of_survey = text_notes::table.filter(text_notes::survey_id.eq(survey).and(text_notes::theme.ne("")));
    of_survey.select(text_notes::theme).distinct().load(&mut conn.sql)
}

pub fn note(conn: &mut UrnConn, text: TextId) -> QueryResult<Option<Note>> {
    let row: Option<Row> = text_notes::table
        .find(text)
        .select((text_notes::text_id, text_notes::is_marked, text_notes::theme, text_notes::covered))
        .first(&mut conn.sql)
        .optional()?;
    row.map(|row| read(row).map(|(_, note)| note)).transpose()
}

pub fn keep(conn: &mut UrnConn, survey: SurveyId, text: TextId, note: &Note) -> QueryResult<()> {
    let covered = serde_json::to_string(&note.covered).map_err(|fault| Error::SerializationError(Box::new(fault)))?;
    let noted = (text_notes::is_marked.eq(note.is_marked), text_notes::theme.eq(&note.theme), text_notes::covered.eq(covered));
    let row = (text_notes::text_id.eq(text), text_notes::survey_id.eq(survey), noted.clone());
    each_engine!(&mut conn.sql, |it| diesel::insert_into(text_notes::table)
        .values(&row)
        .on_conflict(text_notes::text_id)
        .do_update()
        .set(noted)
        .execute(it))
    .map(drop)
}

/// Those that are in use, in any survey.
pub fn themes(conn: &mut UrnConn) -> QueryResult<Vec<String>> {
    text_notes::table
        .filter(text_notes::theme.ne(""))
        .select(text_notes::theme)
        .distinct()
        .order(text_notes::theme)
        .load(&mut conn.sql)
}

fn read((id, is_marked, theme, covered): Row) -> QueryResult<(TextId, Note)> {
    // Words that cannot be read must never be shown as if none were covered.
    let covered = serde_json::from_str(&covered).map_err(|fault| Error::DeserializationError(Box::new(fault)))?;
    Ok((id, Note { is_marked, theme, covered }))
}
