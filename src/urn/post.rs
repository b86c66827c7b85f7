//! Putting a paper into the urn, and telling it of a close that was put off. Twice does no harm.

use diesel::QueryResult;

use super::store;
use crate::{
    db::UrnConn,
    ids::SurveyId,
    papers::{NoPaper, Paper},
};

#[derive(Debug, thiserror::Error)]
pub enum NotPosted {
    #[error("this is no paper")]
    NoPaper(#[from] NoPaper),
    #[error("another paper of this survey is in the urn, and ballots with it")]
    Another,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// `closes` in seconds, as it stands now. Another paper that nobody has answered is what an opening that
/// came to nothing left behind: this one takes its place.
pub fn post(conn: &mut UrnConn, text: &str, closes: i64) -> Result<(), NotPosted> {
    let paper = Paper::read(text)?;
    match store::paper_text(conn, paper.survey)? {
        Some(posted) if posted.text == text => return Ok(()),
        Some(_) if !take_back(conn, paper.survey)? => return Err(NotPosted::Another),
        Some(_) | None => {}
    }
    Ok(store::insert_paper(conn, &paper, text, closes)?)
}

/// Takes a paper out of the urn again. Says whether it is out: not if anybody has answered it.
pub fn take_back(conn: &mut UrnConn, survey: SurveyId) -> QueryResult<bool> {
    let is_untouched = store::is_untouched(conn, survey)?;
    if is_untouched {
        store::delete_paper(conn, survey)?;
    }
    Ok(is_untouched)
}

pub fn put_off(conn: &mut UrnConn, survey: SurveyId, closes: i64) -> QueryResult<()> {
    store::put_off(conn, survey, closes)
}
