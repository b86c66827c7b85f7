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

/// Of which of these sessions matters are there that are done with, and were before that day if one is given.
pub fn keep_done(conn: &mut UrnConn, past: &[(MeetingId, Option<Date>)]) -> QueryResult<HashSet<MeetingId>> {
    Ok(done(conn, past)?.into_values().collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = matters)]
struct DoneWith {
    id: MatterId,
    merged_into: Option<MatterId>,
    done_on: Option<String>,
    month: String,
}

impl DoneWith {
    /// By the day on which the desk was done with it last: its writer may have written again after the first answer.
    fn was_before(&self, day: Date) -> bool {
        let day = day.to_string();
        match &self.done_on {
            Some(done) => *done < day,
            None => day.get(..7).is_some_and(|month| self.month.as_str() < month),
        }
    }
}

/// What was merged into a matter is done with when that is; and one into which a matter was merged that stays, of another
/// session perhaps, stays as long, since it holds the answer. Each with its session.
fn done(conn: &mut UrnConn, past: &[(MeetingId, Option<Date>)]) -> QueryResult<HashMap<MatterId, MeetingId>> {
    let (mut done, mut sessions) = (HashMap::new(), HashMap::new());
    for (meeting, before) in past {
        let of_session = matters::table.filter(matters::meeting_id.eq(meeting).and(matters::state.eq_any(DONE)));
        let of_session: Vec<DoneWith> = of_session.select(DoneWith::as_select()).load(&mut conn.sql)?;
        for matter in of_session.into_iter().filter(|matter| before.is_none_or(|day| matter.was_before(day))) {
            done.insert(matter.id, matter.merged_into);
            sessions.insert(matter.id, *meeting);
        }
    }
    let merged = matters::table.filter(matters::merged_into.is_not_null());
    let merged: Vec<(MatterId, Option<MatterId>)> = merged.select((matters::id, matters::merged_into)).load(&mut conn.sql)?;
    loop {
        let ids: HashSet<MatterId> = done.keys().copied().collect();
        let elsewhere = merged.iter().filter(|(from, _)| !ids.contains(from));
        let wanted: HashSet<MatterId> = elsewhere.filter_map(|(_, into)| *into).collect();
        done.retain(|id, into| into.is_none_or(|into| ids.contains(&into)) && !wanted.contains(id));
        if done.len() == ids.len() {
            sessions.retain(|id, _| ids.contains(id));
            return Ok(sessions);
        }
    }
}

/// Matters of these sessions that are done with, everything said about them, and their files. What still waits for an
/// answer stays until it has one, and so does what was merged into it.
pub fn forget_done(conn: &mut UrnConn, past: &[(MeetingId, Option<Date>)]) -> QueryResult<()> {
    let done: Vec<MatterId> = done(conn, past)?.into_keys().collect();
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
