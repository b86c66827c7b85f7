//! Matters and what was said about them. What is sealed is opened here, and nowhere left open.

use diesel::{dsl::count_star, prelude::*, result::Error};
use jiff::civil::Date;

use crate::{
    clinic::{
        matter::{Kind, Matter, Outcome, Reason, Remark, Said, State, Way},
        receipt::Lock,
        sealing::{Place, open, seal},
        tables::{matters, remarks},
    },
    db::UrnConn,
    dice::Dice,
    each_engine,
    ids::{MatterId, MeetingId, RemarkId},
    secrets::MasterKey,
};

/// What is brought to the desk.
pub struct Brought {
    pub id: MatterId,
    pub meeting: MeetingId,
    pub way: Way,
    pub month: String,
    pub topic: String,
    pub wants_board: bool,
    pub name: Option<String>,
    pub lock: Lock,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = matters)]
struct Row {
    id: MatterId,
    meeting_id: MeetingId,
    way: Way,
    month: String,
    topic: String,
    wants_board: bool,
    state: State,
    signed_as: Option<Vec<u8>>,
    owner: Option<Vec<u8>>,
    due: Option<String>,
    office: Option<Vec<u8>>,
    opened_on: Option<String>,
    answered_on: Option<String>,
    outcome: Option<Outcome>,
    held_back: Option<Reason>,
    merged_into: Option<MatterId>,
    edition: i32,
}

const NAME: &str = "name";
const OWNER: &str = "owner";
const OFFICE: &str = "office";
const REMARK: &str = "remark";

pub fn insert_matter(conn: &mut UrnConn, sealer: &MasterKey, brought: &Brought, dice: &mut Dice) -> QueryResult<()> {
    let id = brought.id;
    let name = brought.name.as_ref().map(|name| seal(sealer, Place(NAME, id.as_bytes()), name, dice)).transpose()?;
    diesel::insert_into(matters::table)
        .values((
            matters::id.eq(id),
            matters::meeting_id.eq(brought.meeting),
            matters::way.eq(brought.way),
            matters::month.eq(&brought.month),
            matters::topic.eq(&brought.topic),
            matters::wants_board.eq(brought.wants_board),
            matters::state.eq(State::New),
            matters::signed_as.eq(name),
            matters::locator.eq(&brought.lock.locator),
            matters::lock.eq(brought.lock.seal(sealer, id.as_bytes(), dice)),
            matters::edition.eq(0),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn matter(conn: &mut UrnConn, sealer: &MasterKey, id: MatterId) -> QueryResult<Option<Matter>> {
    let row: Option<Row> = matters::table.find(id).select(Row::as_select()).first(&mut conn.sql).optional()?;
    row.map(|row| read(row, sealer)).transpose()
}

/// Of these states, in the order of their random ids.
pub fn matters(conn: &mut UrnConn, sealer: &MasterKey, states: &[State]) -> QueryResult<Vec<Matter>> {
    let rows: Vec<Row> = matters::table
        .filter(matters::state.eq_any(states.to_vec()))
        .select(Row::as_select())
        .order(matters::id)
        .load(&mut conn.sql)?;
    rows.into_iter().filter_map(|row| super::readable(read(row, sealer))).collect()
}

fn read(row: Row, sealer: &MasterKey) -> QueryResult<Matter> {
    let of = |kind: &'static str, sealed: Option<Vec<u8>>| -> QueryResult<Option<String>> {
        sealed.map(|sealed| open(sealer, Place(kind, row.id.as_bytes()), sealed)).transpose()
    };
    Ok(Matter {
        id: row.id,
        meeting: row.meeting_id,
        way: row.way,
        month: row.month,
        topic: row.topic,
        wants_board: row.wants_board,
        state: row.state,
        name: of(NAME, row.signed_as)?,
        owner: of(OWNER, row.owner)?,
        due: day(row.due)?,
        office: of(OFFICE, row.office)?,
        opened_on: day(row.opened_on)?,
        answered_on: day(row.answered_on)?,
        outcome: row.outcome,
        held_back: row.held_back,
        merged_into: row.merged_into,
        edition: row.edition,
    })
}

fn day(written: Option<String>) -> QueryResult<Option<Date>> {
    let read = |text: String| text.parse().map_err(|_| Error::DeserializationError("a column holds no day".into()));
    written.map(read).transpose()
}

/// Keeps what a deed made of it. With `waited` the first answer was given; `deed` names the form that did it.
pub fn set(
    conn: &mut UrnConn,
    sealer: &MasterKey,
    matter: &Matter,
    waited: Option<i32>,
    deed: Option<&[u8]>,
    dice: &mut Dice,
) -> QueryResult<()> {
    let mut closed = |kind: &'static str, text: &Option<String>| -> QueryResult<Option<Vec<u8>>> {
        text.as_ref().map(|text| seal(sealer, Place(kind, matter.id.as_bytes()), text, dice)).transpose()
    };
    let (name, owner, office) = (closed(NAME, &matter.name)?, closed(OWNER, &matter.owner)?, closed(OFFICE, &matter.office)?);
    diesel::update(matters::table.find(matter.id))
        .set((
            matters::state.eq(matter.state),
            matters::signed_as.eq(name),
            matters::owner.eq(owner),
            matters::office.eq(office),
            matters::due.eq(matter.due.map(|day| day.to_string())),
            matters::answered_on.eq(matter.answered_on.map(|day| day.to_string())),
            matters::outcome.eq(matter.outcome),
            matters::held_back.eq(matter.held_back),
            matters::merged_into.eq(matter.merged_into),
            matters::edition.eq(matter.edition + 1),
        ))
        .execute(&mut conn.sql)?;
    if let Some(waited) = waited {
        diesel::update(matters::table.find(matter.id)).set(matters::waited.eq(waited)).execute(&mut conn.sql)?;
    }
    if let Some(deed) = deed {
        diesel::update(matters::table.find(matter.id)).set(matters::last_deed.eq(deed)).execute(&mut conn.sql)?;
    }
    Ok(())
}

/// Whether this was the last that was done with it.
pub fn is_done(conn: &mut UrnConn, id: MatterId, deed: &[u8]) -> QueryResult<bool> {
    let last: Option<Option<Vec<u8>>> = matters::table.find(id).select(matters::last_deed).first(&mut conn.sql).optional()?;
    Ok(last.flatten().as_deref() == Some(deed))
}

/// The desk reads it, perhaps for the first time.
pub fn open_on(conn: &mut UrnConn, id: MatterId, day: Date) -> QueryResult<()> {
    diesel::update(matters::table.filter(matters::id.eq(id).and(matters::opened_on.is_null())))
        .set(matters::opened_on.eq(day.to_string()))
        .execute(&mut conn.sql)
        .map(drop)
}

/// The desk is done with it, perhaps not for the first time.
pub fn done_on(conn: &mut UrnConn, id: MatterId, day: Date) -> QueryResult<()> {
    let matter = matters::table.filter(matters::id.eq(id));
    diesel::update(matter).set(matters::done_on.eq(day.to_string())).execute(&mut conn.sql).map(drop)
}

/// Working days of the desk until the first answer, of all that were answered.
pub fn waits(conn: &mut UrnConn) -> QueryResult<Vec<i32>> {
    let rows: Vec<Option<i32>> = matters::table
        .filter(matters::waited.is_not_null())
        .select(matters::waited)
        .order(matters::waited)
        .load(&mut conn.sql)?;
    Ok(rows.into_iter().flatten().collect())
}

pub fn count_held_back(conn: &mut UrnConn) -> QueryResult<Vec<(Reason, i64)>> {
    let rows: Vec<(Option<Reason>, i64)> = matters::table
        .filter(matters::held_back.is_not_null())
        .group_by(matters::held_back)
        .select((matters::held_back, count_star()))
        .load(&mut conn.sql)?;
    Ok(rows.into_iter().filter_map(|(reason, count)| Some((reason?, count))).collect())
}

pub fn locks(conn: &mut UrnConn, sealer: &MasterKey, locator: &[u8]) -> QueryResult<Vec<(MatterId, Lock)>> {
    let rows: Vec<(MatterId, Vec<u8>)> =
        matters::table.filter(matters::locator.eq(locator)).select((matters::id, matters::lock)).load(&mut conn.sql)?;
    rows.into_iter().map(|(id, lock)| Ok((id, Lock::open(sealer, id.as_bytes(), locator.to_vec(), lock)?))).collect()
}

/// Those that were merged into one that is merged itself follow it.
pub fn follow(conn: &mut UrnConn, merged: MatterId, into: MatterId) -> QueryResult<()> {
    diesel::update(matters::table.filter(matters::merged_into.eq(merged)))
        .set((matters::merged_into.eq(into), matters::edition.eq(matters::edition + 1)))
        .execute(&mut conn.sql)
        .map(drop)
}

/// Those that were merged into one that goes stand for themselves again.
pub fn freed_from(conn: &mut UrnConn, id: MatterId) -> QueryResult<()> {
    diesel::update(matters::table.filter(matters::merged_into.eq(id)))
        .set((
            matters::merged_into.eq(None::<MatterId>),
            matters::state.eq(State::New),
            matters::edition.eq(matters::edition + 1),
        ))
        .execute(&mut conn.sql)
        .map(drop)
}

pub fn delete_matter(conn: &mut UrnConn, id: MatterId) -> QueryResult<()> {
    super::file_rows::delete_files_of_matter(conn, id)?;
    diesel::delete(remarks::table.filter(remarks::matter_id.eq(id))).execute(&mut conn.sql)?;
    diesel::delete(matters::table.find(id)).execute(&mut conn.sql).map(drop)
}

/// The place of the last one; -1 where nothing was said.
pub fn last_place(conn: &mut UrnConn, id: MatterId) -> QueryResult<i32> {
    let last: Option<i32> =
        remarks::table.filter(remarks::matter_id.eq(id)).select(diesel::dsl::max(remarks::place)).first(&mut conn.sql)?;
    Ok(last.unwrap_or(-1))
}

/// Once under each id.
pub fn insert_remark(
    conn: &mut UrnConn,
    sealer: &MasterKey,
    (id, matter, place): (RemarkId, MatterId, i32),
    remark: &Remark,
    dice: &mut Dice,
) -> QueryResult<()> {
    let row = (
        remarks::id.eq(id),
        remarks::matter_id.eq(matter),
        remarks::place.eq(place),
        remarks::kind.eq(remark.kind),
        remarks::said_on.eq(remark.said_on.map(|day| day.to_string())),
        remarks::sealed.eq(seal(sealer, Place(REMARK, id.as_bytes()), &remark.said, dice)?),
    );
    each_engine!(&mut conn.sql, |it| diesel::insert_into(remarks::table)
        .values(&row)
        .on_conflict(remarks::id)
        .do_nothing()
        .execute(it))
    .map(drop)
}

pub fn remarks(conn: &mut UrnConn, sealer: &MasterKey, matter: MatterId) -> QueryResult<Vec<Remark>> {
    let rows: Vec<(RemarkId, Kind, Option<String>, Vec<u8>)> = remarks::table
        .filter(remarks::matter_id.eq(matter))
        .select((remarks::id, remarks::kind, remarks::said_on, remarks::sealed))
        .order((remarks::place, remarks::id))
        .load(&mut conn.sql)?;
    rows.into_iter()
        .map(|(id, kind, said_on, sealed)| {
            let said: Said = open(sealer, Place(REMARK, id.as_bytes()), sealed)?;
            Ok(Remark { kind, said_on: day(said_on)?, said })
        })
        .collect()
}
