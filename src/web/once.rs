//! Deeds that must happen once, however often the button is pressed.
//!
//! The form's key is spent in the same transaction as the deed. Who sends the form again is led
//! to where the first one led. A deed that begins in the register and ends in the urn is told apart by whether
//! it came to its end: only then does the same form do nothing more.

use diesel::QueryResult;

use super::{FormKey, store};
use crate::{clock::Moment, db::RegisterConn};

/// Whether a form was sent for the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spent {
    Now,
    /// It was sent before, and this is where it led.
    Before(String),
}

/// How far a deed has come that begins in the register and ends elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    Now,
    /// This form began it before, and it was cut off or is under way: it may be done to its end.
    Before,
    /// This form has done it. Whatever was done since must stand.
    Done,
}

/// What stands in the place of an answer.
const BEGUN: &str = "";
const DONE: &str = "done";

/// Spends a form; `answer` is the address it leads to.
pub fn spend(conn: &mut RegisterConn, key: FormKey, answer: &str, now: Moment) -> QueryResult<Spent> {
    if let Some(answer) = store::answer_of(conn, key)? {
        return Ok(Spent::Before(answer));
    }
    store::keep(conn, key, answer, now)?;
    Ok(Spent::Now)
}

/// Does a deed, unless this form with this in it has done it before.
pub fn once<E: From<diesel::result::Error>>(
    conn: &mut RegisterConn,
    key: FormKey,
    answer: &str,
    now: Moment,
    deed: impl FnOnce(&mut RegisterConn) -> Result<(), E>,
) -> Result<(), E> {
    match spend(conn, key, answer, now)? {
        Spent::Before(_) => Ok(()),
        Spent::Now => deed(conn),
    }
}

/// The same, where only the deed knows where it leads.
pub fn once_leading<E: From<diesel::result::Error>>(
    conn: &mut RegisterConn,
    key: FormKey,
    now: Moment,
    deed: impl FnOnce(&mut RegisterConn) -> Result<String, E>,
) -> Result<String, E> {
    if let Some(answer) = store::answer_of(conn, key)? {
        return Ok(answer);
    }
    let answer = deed(conn)?;
    store::keep(conn, key, &answer, now)?;
    Ok(answer)
}

/// Begins a deed, unless this form with this in it has begun it before. Whoever comes to its end says [`end`].
pub fn begin<E: From<diesel::result::Error>>(
    conn: &mut RegisterConn,
    key: FormKey,
    now: Moment,
    beginning: impl FnOnce(&mut RegisterConn) -> Result<(), E>,
) -> Result<Begun, E> {
    match spend(conn, key, BEGUN, now)? {
        Spent::Before(answer) if answer == BEGUN => Ok(Begun::Before),
        Spent::Before(_) => Ok(Begun::Done),
        Spent::Now => beginning(conn).map(|()| Begun::Now),
    }
}

/// It came to its end.
pub fn end(conn: &mut RegisterConn, key: FormKey) -> QueryResult<()> {
    store::change(conn, key, DONE)
}

/// Keys too old to be accepted need not be remembered.
pub fn forget_spent_before(conn: &mut RegisterConn, moment: Moment) -> QueryResult<usize> {
    store::forget_before(conn, moment)
}
