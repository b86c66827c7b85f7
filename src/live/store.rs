//! Every question about live rooms to the urn.

use diesel::{
    prelude::*,
    result::{DatabaseErrorKind, Error},
};

use super::{
    question::{Question, State, Text},
    room::{Code, Room},
    tables::{live_questions, live_rooms, live_votes},
};
use crate::{
    db::UrnConn,
    dice::Dice,
    each_engine,
    ids::{LiveQuestionId, MeetingId},
    papers::InBoth,
    secrets::{MasterKey, Purpose, Sealed},
};

/// In one statement.
const BATCH: usize = 200;

type Row = (MeetingId, String, String, String, i32, bool, bool);

pub fn find(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<Option<Room>> {
    let row: Option<Row> = live_rooms::table.find(meeting).first(&mut conn.sql).optional()?;
    row.map(read_room).transpose()
}

/// The one that is open, or else one that had this code once.
pub fn find_by_code(conn: &mut UrnConn, code: &Code) -> QueryResult<Option<Room>> {
    let of_code = live_rooms::table.filter(live_rooms::code.eq(code.as_str())).order(live_rooms::is_open.desc());
    let row: Option<Row> = of_code.first(&mut conn.sql).optional()?;
    row.map(read_room).transpose()
}

/// Every room there is, the open ones first.
pub fn rooms(conn: &mut UrnConn) -> QueryResult<Vec<Room>> {
    let order = (live_rooms::is_open.desc(), live_rooms::title_thai, live_rooms::meeting_id);
    let rows: Vec<Row> = live_rooms::table.order(order).load(&mut conn.sql)?;
    rows.into_iter().map(read_room).collect()
}

pub fn insert_room(conn: &mut UrnConn, room: &Room) -> QueryResult<()> {
    let row = (
        live_rooms::meeting_id.eq(room.meeting),
        live_rooms::code.eq(room.code.as_str()),
        live_rooms::title_thai.eq(&room.title.th),
        live_rooms::title_english.eq(&room.title.en),
        live_rooms::k.eq(room.k),
        live_rooms::is_moderated.eq(room.is_moderated),
        live_rooms::is_open.eq(room.is_open),
    );
    diesel::insert_into(live_rooms::table).values(row).execute(&mut conn.sql).map(drop).map_err(raced)
}

pub fn shut_room(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<()> {
    diesel::update(live_rooms::table.find(meeting)).set(live_rooms::is_open.eq(false)).execute(&mut conn.sql).map(drop)
}

/// Of a room, without their words, in the order in which they stand.
pub fn questions(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<Vec<Question>> {
    let rows: Vec<(LiveQuestionId, State, i32)> = live_questions::table
        .filter(live_questions::meeting_id.eq(meeting))
        .select((live_questions::id, live_questions::state, live_questions::votes))
        .load(&mut conn.sql)?;
    let mut questions: Vec<_> = rows.into_iter().map(|(id, state, votes)| Question { id, state, votes }).collect();
    questions.sort_by_key(Question::rank);
    Ok(questions)
}

/// Those of a room among these.
pub fn among(conn: &mut UrnConn, wanted: &[LiveQuestionId]) -> QueryResult<Vec<(Question, MeetingId)>> {
    let mut found = Vec::new();
    for wanted in wanted.chunks(BATCH) {
        let rows: Vec<(LiveQuestionId, State, i32, MeetingId)> = live_questions::table
            .filter(live_questions::id.eq_any(wanted))
            .select((live_questions::id, live_questions::state, live_questions::votes, live_questions::meeting_id))
            .load(&mut conn.sql)?;
        found.extend(rows.into_iter().map(|(id, state, votes, meeting)| (Question { id, state, votes }, meeting)));
    }
    Ok(found)
}

/// Which of these rooms are open.
pub fn open_among(conn: &mut UrnConn, meetings: &[MeetingId]) -> QueryResult<Vec<MeetingId>> {
    let open = live_rooms::table.filter(live_rooms::meeting_id.eq_any(meetings).and(live_rooms::is_open.eq(true)));
    open.select(live_rooms::meeting_id).load(&mut conn.sql)
}

/// The words of these.
pub fn texts(conn: &mut UrnConn, master: &MasterKey, wanted: &[LiveQuestionId]) -> QueryResult<Vec<(LiveQuestionId, String)>> {
    let mut texts = Vec::new();
    for wanted in wanted.chunks(BATCH) {
        let rows: Vec<(LiveQuestionId, Vec<u8>)> = live_questions::table
            .filter(live_questions::id.eq_any(wanted))
            .select((live_questions::id, live_questions::sealed))
            .load(&mut conn.sql)?;
        for (id, sealed) in rows {
            let plain = master.open(Purpose::Live, id.as_bytes(), &Sealed::from_bytes(sealed)).ok();
            texts.push((id, plain.as_deref().and_then(Text::unpadded).ok_or_else(|| broken("a question does not open"))?));
        }
    }
    Ok(texts)
}

pub fn is_there(conn: &mut UrnConn, id: LiveQuestionId) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(live_questions::table.find(id))).get_result(&mut conn.sql)
}

pub fn count(conn: &mut UrnConn, meeting: MeetingId, state: State) -> QueryResult<i64> {
    let of_state = live_questions::table.filter(live_questions::meeting_id.eq(meeting).and(live_questions::state.eq(state)));
    of_state.count().get_result(&mut conn.sql)
}

/// Those of these places in which a question waits.
pub fn taken_among(conn: &mut UrnConn, places: &[Vec<u8>]) -> QueryResult<Vec<Vec<u8>>> {
    let taken = live_questions::table.filter(live_questions::place.eq_any(places));
    let taken: Vec<Option<Vec<u8>>> = taken.select(live_questions::place).load(&mut conn.sql)?;
    Ok(taken.into_iter().flatten().collect())
}

/// A question that has come, in its place.
pub struct Fresh<'ask> {
    pub id: LiveQuestionId,
    pub meeting: MeetingId,
    pub state: State,
    pub text: &'ask Text,
    pub place: &'ask [u8],
}

pub fn insert_question(conn: &mut UrnConn, master: &MasterKey, fresh: &Fresh, dice: &mut Dice) -> QueryResult<()> {
    let sealed = master.seal(Purpose::Live, fresh.id.as_bytes(), &fresh.text.padded(), dice);
    let row = (
        live_questions::id.eq(fresh.id),
        live_questions::meeting_id.eq(fresh.meeting),
        live_questions::sealed.eq(sealed.as_bytes()),
        live_questions::state.eq(fresh.state),
        live_questions::votes.eq(0),
        live_questions::place.eq(fresh.place),
    );
    diesel::insert_into(live_questions::table).values(row).execute(&mut conn.sql).map(drop).map_err(raced)
}

/// Whoever asked it may ask another.
pub fn change_state(conn: &mut UrnConn, id: LiveQuestionId, state: State) -> QueryResult<()> {
    diesel::update(live_questions::table.find(id))
        .set((live_questions::state.eq(state), live_questions::place.eq(None::<Vec<u8>>)))
        .execute(&mut conn.sql)
        .map(drop)
}

/// A "me too" at a question. No mark is at two questions.
pub type Mark = (LiveQuestionId, Vec<u8>);

/// Those of these that are counted already.
pub fn counted_among(conn: &mut UrnConn, marks: &[Mark]) -> QueryResult<Vec<Mark>> {
    let mut counted = Vec::new();
    for marks in marks.chunks(BATCH) {
        let (questions, marks): (Vec<_>, Vec<_>) = marks.iter().map(|(question, mark)| (*question, mark)).unzip();
        let of_marks = live_votes::question_id.eq_any(questions).and(live_votes::mark.eq_any(marks));
        counted.extend(live_votes::table.filter(of_marks).load::<Mark>(&mut conn.sql)?);
    }
    Ok(counted)
}

pub fn insert_votes(conn: &mut UrnConn, votes: &[Mark]) -> QueryResult<()> {
    for votes in votes.chunks(BATCH) {
        let rows: Vec<_> =
            votes.iter().map(|(question, mark)| (live_votes::question_id.eq(question), live_votes::mark.eq(mark))).collect();
        each_engine!(&mut conn.sql, |it| diesel::insert_into(live_votes::table).values(&rows).execute(it)).map_err(raced)?;
    }
    Ok(())
}

pub fn delete_votes(conn: &mut UrnConn, marks: &[Mark]) -> QueryResult<()> {
    for marks in marks.chunks(BATCH) {
        let (questions, marks): (Vec<_>, Vec<_>) = marks.iter().map(|(question, mark)| (*question, mark)).unzip();
        let of_marks = live_votes::question_id.eq_any(questions).and(live_votes::mark.eq_any(marks));
        diesel::delete(live_votes::table.filter(of_marks)).execute(&mut conn.sql)?;
    }
    Ok(())
}

pub fn add_to_votes(conn: &mut UrnConn, question: LiveQuestionId, more: i32) -> QueryResult<()> {
    diesel::update(live_questions::table.find(question))
        .set(live_questions::votes.eq(live_questions::votes + more))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Whether words of a room are there.
pub fn keeps_words(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<bool> {
    let asked = live_questions::table.filter(live_questions::meeting_id.eq(meeting));
    diesel::select(diesel::dsl::exists(asked)).get_result(&mut conn.sql)
}

/// Every question of a room, and its votes.
pub fn forget_words(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<()> {
    let ids = live_questions::table.filter(live_questions::meeting_id.eq(meeting)).select(live_questions::id);
    diesel::delete(live_votes::table.filter(live_votes::question_id.eq_any(ids))).execute(&mut conn.sql)?;
    diesel::delete(live_questions::table.filter(live_questions::meeting_id.eq(meeting))).execute(&mut conn.sql).map(drop)
}

/// Every vote in a room, and every question that nobody was shown; and figures of fewer than `k`.
pub fn forget(conn: &mut UrnConn, meeting: MeetingId, k: i32) -> QueryResult<()> {
    let ids = live_questions::table.filter(live_questions::meeting_id.eq(meeting)).select(live_questions::id);
    diesel::delete(live_votes::table.filter(live_votes::question_id.eq_any(ids))).execute(&mut conn.sql)?;
    let of_room = live_questions::meeting_id.eq(meeting);
    let unshown = live_questions::state.eq_any([State::Waiting, State::Hidden]);
    diesel::delete(live_questions::table.filter(of_room.and(unshown))).execute(&mut conn.sql)?;
    diesel::update(live_questions::table.filter(of_room))
        .set(live_questions::place.eq(None::<Vec<u8>>))
        .execute(&mut conn.sql)?;
    diesel::update(live_questions::table.filter(of_room.and(live_questions::votes.lt(k))))
        .set(live_questions::votes.eq(0))
        .execute(&mut conn.sql)?;
    diesel::update(live_questions::table.filter(of_room.and(live_questions::state.eq(State::Now))))
        .set(live_questions::state.eq(State::Answered))
        .execute(&mut conn.sql)
        .map(drop)
}

fn read_room((meeting, code, th, en, k, is_moderated, is_open): Row) -> QueryResult<Room> {
    let code = Code::read(&code).ok_or_else(|| broken("a code is not of six digits"))?;
    Ok(Room { meeting, code, title: InBoth { th, en }, k, is_moderated, is_open })
}

/// Another server has written the same a moment ago: then all of it is done again.
fn raced(fault: Error) -> Error {
    match fault {
        Error::DatabaseError(DatabaseErrorKind::UniqueViolation, detail) => {
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, detail)
        }
        other => other,
    }
}

fn broken(what: &str) -> Error {
    Error::DeserializationError(what.to_owned().into())
}
