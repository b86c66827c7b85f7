//! Files of messages and of matters, sealed as they are. Of many, one at a time is in memory.

use diesel::{
    dsl::{exists, sql},
    prelude::*,
    sql_types::BigInt,
};

use crate::{
    clinic::{
        mine::Held,
        tables::{letterbox, letterbox_files, matter_files, matters},
    },
    db::UrnConn,
    ids::{EnclosureId, MatterId, WaitingId},
};

/// What is kept of a file: which kind it is and how large, and the file itself.
#[derive(Clone)]
pub struct SealedFile {
    pub label: Vec<u8>,
    pub sealed: Vec<u8>,
}

pub fn insert_file(conn: &mut UrnConn, held: Held, id: EnclosureId, file: &SealedFile) -> QueryResult<()> {
    match held {
        Held::Waiting(message) => diesel::insert_into(letterbox_files::table)
            .values((
                letterbox_files::id.eq(id),
                letterbox_files::message_id.eq(message),
                letterbox_files::label.eq(&file.label),
                letterbox_files::sealed.eq(&file.sealed),
            ))
            .execute(&mut conn.sql),
        Held::Matter(matter) => diesel::insert_into(matter_files::table)
            .values((
                matter_files::id.eq(id),
                matter_files::matter_id.eq(matter),
                matter_files::label.eq(&file.label),
                matter_files::sealed.eq(&file.sealed),
            ))
            .execute(&mut conn.sql),
    }
    .map(drop)
    .map_err(super::again)
}

/// Ids and labels, in the order of the random ids.
pub fn labels(conn: &mut UrnConn, held: Held) -> QueryResult<Vec<(EnclosureId, Vec<u8>)>> {
    match held {
        Held::Waiting(message) => letterbox_files::table
            .filter(letterbox_files::message_id.eq(message))
            .select((letterbox_files::id, letterbox_files::label))
            .order(letterbox_files::id)
            .load(&mut conn.sql),
        Held::Matter(matter) => matter_files::table
            .filter(matter_files::matter_id.eq(matter))
            .select((matter_files::id, matter_files::label))
            .order(matter_files::id)
            .load(&mut conn.sql),
    }
}

pub fn file(conn: &mut UrnConn, held: Held, id: EnclosureId) -> QueryResult<Option<SealedFile>> {
    let row: Option<(Vec<u8>, Vec<u8>)> = match held {
        Held::Waiting(message) => letterbox_files::table
            .filter(letterbox_files::id.eq(id).and(letterbox_files::message_id.eq(message)))
            .select((letterbox_files::label, letterbox_files::sealed))
            .first(&mut conn.sql)
            .optional()?,
        Held::Matter(matter) => matter_files::table
            .filter(matter_files::id.eq(id).and(matter_files::matter_id.eq(matter)))
            .select((matter_files::label, matter_files::sealed))
            .first(&mut conn.sql)
            .optional()?,
    };
    Ok(row.map(|(label, sealed)| SealedFile { label, sealed }))
}

/// Says whether it was there.
pub fn delete_file(conn: &mut UrnConn, held: Held, id: EnclosureId) -> QueryResult<bool> {
    let deleted = match held {
        Held::Waiting(message) => {
            let one = letterbox_files::table.filter(letterbox_files::id.eq(id).and(letterbox_files::message_id.eq(message)));
            diesel::delete(one).execute(&mut conn.sql)?
        }
        Held::Matter(matter) => {
            let one = matter_files::table.filter(matter_files::id.eq(id).and(matter_files::matter_id.eq(matter)));
            diesel::delete(one).execute(&mut conn.sql)?
        }
    };
    Ok(deleted > 0)
}

pub fn delete_files_of_message(conn: &mut UrnConn, id: WaitingId) -> QueryResult<()> {
    diesel::delete(letterbox_files::table.filter(letterbox_files::message_id.eq(id))).execute(&mut conn.sql).map(drop)
}

pub fn delete_files_of_matter(conn: &mut UrnConn, id: MatterId) -> QueryResult<()> {
    diesel::delete(matter_files::table.filter(matter_files::matter_id.eq(id))).execute(&mut conn.sql).map(drop)
}

const SUM: &str = "CAST(COALESCE(SUM(LENGTH(sealed)), 0) AS BIGINT)";

/// Of those in the letterbox, which are written anew again and again.
pub fn bytes_of_files_waiting(conn: &mut UrnConn) -> QueryResult<i64> {
    letterbox_files::table.select(sql::<BigInt>(SUM)).first(&mut conn.sql)
}

/// Bytes of all files together, as they lie there.
pub fn bytes_of_files(conn: &mut UrnConn) -> QueryResult<i64> {
    let waiting = bytes_of_files_waiting(conn)?;
    let brought: i64 = matter_files::table.select(sql::<BigInt>(SUM)).first(&mut conn.sql)?;
    Ok(waiting.saturating_add(brought))
}

pub fn is_there(conn: &mut UrnConn, held: Held) -> QueryResult<bool> {
    match held {
        Held::Waiting(id) => diesel::select(exists(letterbox::table.find(id))).get_result(&mut conn.sql),
        Held::Matter(id) => diesel::select(exists(matters::table.find(id))).get_result(&mut conn.sql),
    }
}
