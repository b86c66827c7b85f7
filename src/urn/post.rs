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
    #[error("another paper of this survey is in the urn")]
    Another,
    #[error("the database failed")]
    Database(#[from] diesel::result::Error),
}

/// `closes` in seconds, as it stands now.
pub fn post(conn: &mut UrnConn, text: &str, closes: i64) -> Result<(), NotPosted> {
    let paper = Paper::read(text)?;
    match store::paper_text(conn, paper.survey)? {
        Some(posted) if posted.text == text => Ok(()),
        Some(_) => Err(NotPosted::Another),
        None => Ok(store::insert_paper(conn, &paper, text, closes)?),
    }
}

pub fn put_off(conn: &mut UrnConn, survey: SurveyId, closes: i64) -> QueryResult<()> {
    store::put_off(conn, survey, closes)
}
