//! A notice in the urn: put up once, put off, ended. Each of these done twice is done once.

use diesel::{QueryResult, result::Error};

use super::store;
use crate::{
    clock::Moment,
    db::UrnConn,
    ids::MeetingId,
    notices::{Notice, Report},
};

/// How a session came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Over,
    Cancelled,
}

impl Stage {
    pub const fn code(self) -> &'static str {
        match self {
            Self::Over => "over",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Over, Self::Cancelled].into_iter().find(|stage| stage.code() == code)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posted {
    pub notice: Notice,
    /// As it stands now, in seconds.
    pub closes: Option<i64>,
    pub ended: Option<Stage>,
}

/// Whether messages are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    NotYet,
    Open,
    Closed,
    Cancelled,
}

impl Posted {
    pub fn standing(&self, now: Moment) -> Standing {
        let now = now.seconds();
        match self.ended {
            Some(Stage::Cancelled) => Standing::Cancelled,
            Some(Stage::Over) => Standing::Closed,
            None if now < self.notice.opens => Standing::NotYet,
            None if self.closes.is_some_and(|closes| now >= closes) => Standing::Closed,
            None => Standing::Open,
        }
    }

    pub fn is_open(&self, now: Moment) -> bool {
        self.standing(now) == Standing::Open
    }

    /// People will meet, or are just meeting.
    pub fn is_ahead(&self, now: Moment) -> bool {
        self.ended.is_none() && self.notice.gathering.as_ref().is_some_and(|it| it.ends > now.seconds())
    }
}

/// Another notice of the same session that nobody has used is what an opening that came to nothing left behind: this
/// one takes its place. One that was used stays.
pub fn post_notice(conn: &mut UrnConn, notice: &Notice) -> QueryResult<()> {
    let text = notice.write().map_err(|fault| Error::SerializationError(Box::new(fault)))?;
    match store::notice_text(conn, notice.meeting)? {
        None => store::insert_notice(conn, notice, &text),
        Some(posted) if posted == text || store::is_used(conn, notice.meeting)? => Ok(()),
        Some(_) => {
            store::delete_notice(conn, notice.meeting)?;
            store::insert_notice(conn, notice, &text)
        }
    }
}

pub fn end(conn: &mut UrnConn, meeting: MeetingId, stage: Stage) -> QueryResult<()> {
    store::end(conn, meeting, stage)
}

/// `closes` in seconds.
pub fn put_off(conn: &mut UrnConn, meeting: MeetingId, closes: i64) -> QueryResult<()> {
    store::put_off(conn, meeting, closes)
}

/// What came of a session. An older edition than the one there is passed over.
pub fn post_report(conn: &mut UrnConn, meeting: MeetingId, edition: i32, report: &Report) -> QueryResult<()> {
    let text = report.write().map_err(|fault| Error::SerializationError(Box::new(fault)))?;
    match store::report_edition(conn, meeting)? {
        None => store::insert_report(conn, meeting, edition, &text),
        Some(_) => store::replace_report(conn, meeting, edition, &text),
    }
}

/// As everybody reads it.
pub fn report(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<Option<Report>> {
    store::report(conn, meeting)
}

/// `None` before contributions open.
pub fn notice(conn: &mut UrnConn, meeting: MeetingId) -> QueryResult<Option<Posted>> {
    store::posted(conn, meeting)
}

/// Of all sessions.
pub fn notices(conn: &mut UrnConn) -> QueryResult<Vec<Posted>> {
    store::all_posted(conn)
}
