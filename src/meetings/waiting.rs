//! How far sessions are between register and urn. Each question is asked again until its answer has been carried out;
//! carrying it out twice does no harm.

use diesel::QueryResult;

use super::{Stage, store};
use crate::{clock::Moment, db::RegisterConn, ids::MeetingId, people};

/// What waits to be carried over to the urn.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// On their way to be open.
    pub opening: Vec<MeetingId>,
    /// Their end was put off, and the urn has not heard of it.
    pub to_tell: Vec<(MeetingId, Moment)>,
    /// Their time has passed.
    pub due: Vec<MeetingId>,
    /// Ended, and the urn has not heard of it.
    pub ended: Vec<(MeetingId, Stage)>,
    /// What came of them was published, and the urn has not heard of it.
    pub reports: Vec<MeetingId>,
}

impl Waiting {
    pub const fn is_empty(&self) -> bool {
        let is_settled = self.opening.is_empty() && self.to_tell.is_empty() && self.due.is_empty() && self.ended.is_empty();
        is_settled && self.reports.is_empty()
    }
}

/// Rows of these change when somebody takes their seats, and are mixed afterwards.
pub const TABLES_THAT_CHANGE: (&[&str; 1], &str) = (&["seats"], "meeting_id, person_id");

/// What is to be written anew once a session has ended: its key, and who was invited.
pub const TABLES_WITH_KEYS: &[&str] = &["meetings", "seats"];

pub fn waiting(conn: &mut RegisterConn, now: Moment) -> QueryResult<Waiting> {
    Ok(Waiting {
        opening: store::at_stage(conn, Stage::Opening)?.into_iter().map(|meeting| meeting.id).collect(),
        to_tell: store::to_tell(conn)?,
        due: due(conn, now)?,
        ended: store::ends_to_tell(conn)?,
        reports: store::reports_to_tell(conn)?,
    })
}

pub fn any_waiting(conn: &mut RegisterConn, now: Moment) -> QueryResult<bool> {
    Ok(!waiting(conn, now)?.is_empty())
}

/// Open, and their time has passed.
pub fn due(conn: &mut RegisterConn, now: Moment) -> QueryResult<Vec<MeetingId>> {
    let open = store::at_stage(conn, Stage::Open)?.into_iter();
    Ok(open.filter(|meeting| meeting.is_past(now)).map(|meeting| meeting.id).collect())
}

/// Whether anybody may be taking seats.
pub fn any_open(conn: &mut RegisterConn) -> QueryResult<bool> {
    Ok(!store::at_stage(conn, Stage::Open)?.is_empty())
}

/// Whether so many have taken their seats that any of them may have written what came by one. Once it is so, it stays.
pub fn have_k_taken(conn: &mut RegisterConn, id: MeetingId) -> QueryResult<bool> {
    if store::k_had_taken(conn, id)? {
        return Ok(true);
    }
    let Some(promised) = store::find(conn, id)?.and_then(|meeting| meeting.promised) else { return Ok(false) };
    Ok(people::count_with_seats(conn, id)? >= i64::from(promised.k))
}
