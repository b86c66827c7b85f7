//! The bulletin as a file, written piece by piece while it is sent: it is never whole in memory, however
//! many ballots it lists.

use diesel::{QueryResult, result::Error};
use futures_util::{Stream, stream};

use super::store;
use crate::{
    credentials::verify::{Ballot, Bulletin},
    db::Db,
    ids::SurveyId,
};

/// Ballots in one piece.
const PIECE: i64 = 5_000;

/// How a bulletin without any ballot ends.
const END: &str = "]}";

enum Next {
    Head(String),
    After(Vec<u8>),
    End,
}

/// What is released does not change any more, so that all pieces are of the same bulletin.
pub fn pieces(db: Db, head: &Bulletin) -> QueryResult<impl Stream<Item = QueryResult<String>> + use<>> {
    let survey = head.survey;
    let head = json(head)?.strip_suffix(END).ok_or_else(unwritable)?.to_owned();
    Ok(stream::try_unfold(Next::Head(head), move |next| piece(db.clone(), survey, next)))
}

async fn piece(db: Db, survey: SurveyId, next: Next) -> QueryResult<Option<(String, Next)>> {
    let after = match next {
        Next::Head(head) => return Ok(Some((head, Next::After(Vec::new())))),
        Next::After(after) => after,
        Next::End => return Ok(None),
    };
    let is_first = after.is_empty();
    let ballots = db.read_urn(move |conn| store::ballots_after(conn, survey, &after, PIECE)).await?;
    let Some(last) = ballots.last().map(|ballot| ballot.message.as_bytes().to_vec()) else {
        return Ok(Some((END.to_owned(), Next::End)));
    };
    Ok(Some((list(&ballots, is_first)?, Next::After(last))))
}

fn list(ballots: &[Ballot], is_first: bool) -> QueryResult<String> {
    let list = json(&ballots)?;
    let list = list.strip_prefix('[').and_then(|list| list.strip_suffix(']')).ok_or_else(unwritable)?;
    Ok(if is_first { list.to_owned() } else { format!(",{list}") })
}

fn json(value: &impl serde::Serialize) -> QueryResult<String> {
    serde_json::to_string(value).map_err(|fault| Error::SerializationError(fault.into()))
}

fn unwritable() -> Error {
    Error::SerializationError("a bulletin is written in another form".into())
}
