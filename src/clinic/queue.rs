//! The queue of the desk: which matters wait for what. Ages count in working days from the day on which the desk first
//! read a matter; what came before that day nobody knows.

use diesel::QueryResult;
use jiff::civil::Date;

use super::{
    matter::{Matter, State},
    store,
};
use crate::{db::UrnConn, secrets::MasterKey};

/// A matter in the queue, with its age where it was read.
#[derive(Clone, Debug)]
pub struct Queued {
    pub matter: Matter,
    pub age: Option<usize>,
    /// Its first words.
    pub beginning: String,
}

const BEGINNING: usize = 90;

/// Working days after the first day, up to and including the second.
pub type WorkingDays<'days> = &'days dyn Fn(Date, Date) -> usize;

/// Those of one state: the oldest first, then those nobody has read, in the order of their random ids.
pub fn queue(
    conn: &mut UrnConn,
    master: &MasterKey,
    states: &[State],
    today: Date,
    working_days: WorkingDays,
) -> QueryResult<Vec<Queued>> {
    let mut queued = Vec::new();
    for matter in store::matters(conn, master, states)? {
        let first = store::remarks(conn, master, matter.id)?.into_iter().next();
        let text = first.map(|remark| remark.said.text).unwrap_or_default();
        let age = matter.opened_on.map(|opened| working_days(opened, today));
        queued.push(Queued { age, beginning: beginning(&text), matter });
    }
    queued.sort_by_key(|it| std::cmp::Reverse(it.age));
    Ok(queued)
}

pub fn beginning(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= BEGINNING {
        return line;
    }
    line.chars().take(BEGINNING).chain(['…']).collect()
}
