//! What people wrote, once a survey is released, for those who read it page by page: always in the order of the
//! random ids, which says nothing. However many texts there are, only those that are shown are read; what they
//! are chosen by stands in an index.

use diesel::{connection::Connection, prelude::*};

use crate::{
    db::{Conn, UrnConn},
    ids::{GroupId, SurveyId, TextId},
    urn::tables::texts,
};

/// In one statement; SQLite takes no more than 32,766 values.
const BATCH: usize = 500;

/// Something that somebody wrote, which nothing joins with their answers.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Written {
    pub id: TextId,
    /// None: of the whole department.
    pub group: Option<GroupId>,
    pub item: String,
    pub text: String,
}

/// Which texts are looked for.
#[derive(Clone, Debug)]
pub struct Sought {
    pub survey: SurveyId,
    /// To this question only.
    pub item: Option<String>,
    /// Of these groups only.
    pub groups: Option<Vec<GroupId>>,
}

pub fn count_texts(conn: &mut UrnConn, sought: &Sought) -> QueryResult<i64> {
    all(sought).count().get_result(&mut conn.sql)
}

pub fn text_ids(conn: &mut UrnConn, sought: &Sought, skip: i64, most: i64) -> QueryResult<Vec<TextId>> {
    all(sought).select(texts::id).order(texts::id).offset(skip).limit(most).load(&mut conn.sql)
}

/// Those of these ids, given in order, that are looked for.
pub fn text_ids_among(conn: &mut UrnConn, sought: &Sought, ids: &[TextId]) -> QueryResult<Vec<TextId>> {
    let mut found = Vec::new();
    for batch in ids.chunks(BATCH) {
        let of_batch = all(sought).filter(texts::id.eq_any(batch)).select(texts::id).order(texts::id);
        found.extend(of_batch.load::<TextId>(&mut conn.sql)?);
    }
    Ok(found)
}

/// Those of these ids, no more than fit on a page, that are looked for.
pub fn texts(conn: &mut UrnConn, sought: &Sought, ids: &[TextId]) -> QueryResult<Vec<Written>> {
    let of_page = all(sought).filter(texts::id.eq_any(ids));
    of_page.select((texts::id, texts::group_id, texts::item, texts::text)).order(texts::id).load(&mut conn.sql)
}

fn all(sought: &Sought) -> texts::BoxedQuery<'_, <Conn as Connection>::Backend> {
    let mut query = texts::table.filter(texts::survey_id.eq(sought.survey)).into_boxed();
    if let Some(item) = &sought.item {
        query = query.filter(texts::item.eq(item));
    }
    if let Some(groups) = &sought.groups {
        query = query.filter(texts::group_id.eq_any(groups));
    }
    query
}
