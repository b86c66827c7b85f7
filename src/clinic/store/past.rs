//! Letting go of what was written to the clinic, once the time is over for which it is kept. What stands answered on the
//! board, in words of the desk, stays.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use jiff::civil::Date;

use super::cards::{blank_card, card_of};
use crate::{
    clinic::{
        CardState, State,
        tables::{cards, matter_files, matters, remarks},
    },
    db::UrnConn,
    ids::{MatterId, MeetingId},
};

/// In one statement; SQLite takes no more than 32,766 values.
const BATCH: usize = 500;

/// Nothing is left to do with these.
const DONE: [State; 3] = [State::Answered, State::Merged, State::HeldBack];

/// Whether matters of a session are there that are done with, and were before that day if one is given.
pub fn keeps_done(conn: &mut UrnConn, meeting: MeetingId, before: Option<Date>) -> QueryResult<bool> {
    Ok(!done(conn, meeting, before)?.is_empty())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = matters)]
struct Done {
    id: MatterId,
    merged_into: Option<MatterId>,
    answered_on: Option<String>,
    month: String,
}

impl Done {
    /// By the day of its answer; where it has none of its own, by the month in which it came.
    fn was_before(&self, day: Date) -> bool {
        let day = day.to_string();
        match &self.answered_on {
            Some(answered) => *answered < day,
            None => day.get(..7).is_some_and(|month| self.month.as_str() < month),
        }
    }
}

/// What was merged into a matter is done with when that is; and one into which a matter of another session was merged stays
/// as long as that one, whose answer it holds.
fn done(conn: &mut UrnConn, meeting: MeetingId, before: Option<Date>) -> QueryResult<HashSet<MatterId>> {
    let done = matters::table.filter(matters::meeting_id.eq(meeting).and(matters::state.eq_any(DONE)));
    let done: Vec<Done> = done.select(Done::as_select()).load(&mut conn.sql)?;
    let done = done.into_iter().filter(|matter| before.is_none_or(|day| matter.was_before(day)));
    let mut done: HashMap<MatterId, Option<MatterId>> = done.map(|matter| (matter.id, matter.merged_into)).collect();
    let merged = matters::table.filter(matters::merged_into.is_not_null());
    let merged: Vec<(MatterId, Option<MatterId>)> = merged.select((matters::id, matters::merged_into)).load(&mut conn.sql)?;
    loop {
        let ids: HashSet<MatterId> = done.keys().copied().collect();
        let elsewhere = merged.iter().filter(|(from, _)| !ids.contains(from));
        let wanted: HashSet<MatterId> = elsewhere.filter_map(|(_, into)| *into).collect();
        done.retain(|id, into| into.is_none_or(|into| ids.contains(&into)) && !wanted.contains(id));
        if done.len() == ids.len() {
            return Ok(ids);
        }
    }
}

/// Matters of a session that are done with, everything said about them, and their files. What still waits for an
/// answer stays until it has one, and so does what was merged into it.
pub fn forget_done(conn: &mut UrnConn, meeting: MeetingId, before: Option<Date>) -> QueryResult<()> {
    let done = done(conn, meeting, before)?;
    for id in &done {
        match card_of(conn, *id)? {
            Some(card) if card.state == CardState::Answered => {
                let card = cards::table.filter(cards::matter_id.eq(id));
                diesel::update(card).set(cards::matter_id.eq(None::<MatterId>)).execute(&mut conn.sql)?;
            }
            Some(card) => blank_card(conn, card.id)?,
            None => {}
        }
    }
    let done: Vec<MatterId> = done.into_iter().collect();
    // One may be merged into another: first none is.
    for some in done.chunks(BATCH) {
        let merged = matters::table.filter(matters::merged_into.eq_any(some));
        diesel::update(merged).set(matters::merged_into.eq(None::<MatterId>)).execute(&mut conn.sql)?;
    }
    for some in done.chunks(BATCH) {
        diesel::delete(remarks::table.filter(remarks::matter_id.eq_any(some))).execute(&mut conn.sql)?;
        diesel::delete(matter_files::table.filter(matter_files::matter_id.eq_any(some))).execute(&mut conn.sql)?;
        diesel::delete(matters::table.filter(matters::id.eq_any(some))).execute(&mut conn.sql)?;
    }
    Ok(())
}
