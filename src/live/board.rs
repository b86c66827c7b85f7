//! What is to be seen of a room: by whoever leads it, by everybody, and after its end.

use std::collections::HashMap;

use diesel::QueryResult;

use super::{
    browser::Browser,
    question::{Question, State},
    room::Room,
    store,
};
use crate::{db::UrnConn, ids::LiveQuestionId, ids::MeetingId, secrets::MasterKey};

/// A question with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub id: LiveQuestionId,
    pub votes: i32,
    pub text: String,
}

/// Each list in the order in which it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    pub now: Option<Said>,
    pub shown: Vec<Said>,
    pub answered: Vec<Said>,
    /// Only for whoever leads the session.
    pub waiting: Vec<Said>,
    pub hidden: Vec<Said>,
}

pub fn board(conn: &mut UrnConn, master: &MasterKey, meeting: MeetingId) -> QueryResult<Board> {
    let questions = store::questions(conn, meeting)?;
    let ids: Vec<_> = questions.iter().map(|question| question.id).collect();
    let mut texts: HashMap<_, _> = store::texts(conn, master, &ids)?.into_iter().collect();
    let mut board = Board::default();
    for Question { id, state, votes } in questions {
        let Some(text) = texts.remove(&id) else { continue };
        let said = Said { id, votes, text };
        match state {
            State::Now => board.now = Some(said),
            State::Shown => board.shown.push(said),
            State::Answered => board.answered.push(said),
            State::Waiting => board.waiting.push(said),
            State::Hidden => board.hidden.push(said),
        }
    }
    Ok(board)
}

/// What a browser finds of its own in a room.
#[derive(Clone, Debug, Default)]
pub struct Own {
    pub voted: Vec<LiveQuestionId>,
    /// Questions of it that wait.
    pub waiting: usize,
}

pub fn own(conn: &mut UrnConn, master: &MasterKey, room: &Room, browser: &Browser, board: &Board) -> QueryResult<Own> {
    let marks: Vec<_> =
        board.now.iter().chain(&board.shown).map(|said| (said.id, browser.mark(master, said.id).to_vec())).collect();
    let voted = store::counted_among(conn, &marks)?.into_iter().map(|(question, _)| question).collect();
    let waiting = store::taken_among(conn, &browser.places(master, room.meeting))?.len();
    Ok(Own { voted, waiting })
}

/// What came of a room, once it is closed: for the report on the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    pub room: Room,
    pub answered: Vec<Tally>,
    pub unanswered: Vec<Tally>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    pub text: String,
    /// Browsers, which is people approximately; nothing where they were fewer than k.
    pub votes: Option<i32>,
}

/// `None` before the end.
pub fn summary(conn: &mut UrnConn, master: &MasterKey, meeting: MeetingId) -> QueryResult<Option<Summary>> {
    let Some(room) = store::find(conn, meeting)?.filter(|room| !room.is_open) else { return Ok(None) };
    let board = board(conn, master, meeting)?;
    let k = room.k;
    let tally = |said: Said| Tally { votes: (said.votes >= k).then_some(said.votes), text: said.text };
    let tallies = |said: Vec<Said>| said.into_iter().map(tally).collect();
    Ok(Some(Summary { room, answered: tallies(board.answered), unanswered: tallies(board.shown) }))
}
