//! The letterbox: messages lie in it until a full hour of an office, and those that came by seats until enough people
//! have taken theirs. Then all go to the desk at once, in an order drawn by chance, under new numbers.

use std::collections::HashMap;

use diesel::QueryResult;
use jiff::{
    ToSpan as _,
    civil::{Date, DateTime, Weekday},
};
use serde::{Deserialize, Serialize};

use super::{
    files,
    matter::{Card, CardState, Face, Kind, Remark, Said, Way},
    queue::beginning,
    sealing::{Place, open, seal},
    store::{self, Brought},
};
use crate::{
    clock::Moment,
    db::{Db, UrnConn, mix_rows},
    dice::{Chance, Dice},
    ids::{CardId, MatterId, MeetingId, WaitingId},
    secrets::MasterKey,
};

/// Full hours at which it is emptied.
const HOURS: std::ops::RangeInclusive<i8> = 8..=17;

/// What is written anew after every emptying, lest what is gone can be found in a file.
pub const SWEPT: &[&str] =
    &["letterbox", "letterbox_files", "spent_seats", "spent_vouchers", "matters", "remarks", "matter_files"];

/// Those into which messages come one by one, each with its key.
const ARRIVING: [(&str, &str, &[&str]); 4] = [
    ("letterbox", "id", &["letterbox"]),
    ("letterbox_files", "id", &["letterbox_files"]),
    ("spent_seats", "meeting_id, mark", &["spent_seats"]),
    ("spent_vouchers", "meeting_id, mark", &["spent_vouchers"]),
];

/// What is sealed in it.
#[derive(Clone, Serialize, Deserialize)]
pub struct Message {
    pub topic: String,
    pub text: String,
    pub on_board: bool,
    pub name: Option<String>,
}

const PLACE: &str = "letterbox";

impl Message {
    pub fn seal(&self, master: &MasterKey, id: WaitingId, dice: &mut Dice) -> QueryResult<Vec<u8>> {
        seal(master, Place(PLACE, id.as_bytes()), self, dice)
    }

    pub fn open(master: &MasterKey, id: WaitingId, sealed: Vec<u8>) -> QueryResult<Self> {
        open(master, Place(PLACE, id.as_bytes()), sealed)
    }
}

/// Whether something lies there and its full hour has come.
pub fn is_due(conn: &mut UrnConn, now: Moment, is_working_day: bool) -> QueryResult<bool> {
    let now = now.in_bangkok();
    if !is_working_day || !HOURS.contains(&now.hour()) || !store::is_any_waiting(conn)? {
        return Ok(false);
    }
    Ok(store::due(conn)?.is_none_or(|due| due <= written(now)))
}

/// Sessions of which something lies there: of these the register says which have enough seats taken.
pub fn waiting(conn: &mut UrnConn) -> QueryResult<Vec<MeetingId>> {
    store::waiting_meetings(conn)
}

/// Until then nothing more is brought to the desk.
pub fn wait_for_the_hour(conn: &mut UrnConn, now: Moment) -> QueryResult<()> {
    store::set_due(conn, &written(next_hour(now.in_bangkok())))
}

/// How many were brought to the desk. `have_k`: sessions of which at least k people have taken their seats.
pub async fn empty_and_sweep(
    db: &Db,
    master: &MasterKey,
    chance: &Chance,
    have_k: Vec<MeetingId>,
    now: Moment,
) -> QueryResult<usize> {
    let (master, dice) = (master.clone(), chance.clone());
    let brought = db.urn(move |conn| empty(conn, &master, &mut dice.dice(), &have_k, now)).await?;
    for (table, key, _) in ARRIVING {
        let chance = chance.clone();
        db.urn(move |conn| mix_rows(conn, table, key, &mut chance.dice())).await?;
    }
    db.rewrite_urn(SWEPT).await?;
    Ok(brought)
}

/// Every minute or so, while something lies there: nothing is left of the order in which it came. Says whether there was
/// something to do.
pub async fn mix(db: &Db, chance: &Chance) -> QueryResult<bool> {
    if db.is_embedded() {
        let is_due = db.deeds_in_urn() > 0 && db.read_urn(store::is_any_waiting).await?;
        if is_due {
            db.rewrite_urn(SWEPT).await?;
        }
        return Ok(is_due);
    }
    let mut mixed = false;
    for (table, key, swept) in ARRIVING {
        let chance = chance.clone();
        if db.urn(move |conn| mix_rows(conn, table, key, &mut chance.dice())).await? {
            db.rewrite_urn(swept).await?;
            mixed = true;
        }
    }
    Ok(mixed)
}

fn empty(conn: &mut UrnConn, master: &MasterKey, dice: &mut Dice, have_k: &[MeetingId], now: Moment) -> QueryResult<usize> {
    let mut unread = HashMap::new();
    let mut going = store::waiting_of(conn, master, have_k)?;
    dice.shuffle(&mut going);
    let count = going.len();
    for waiting in going {
        let opened = store::readable(Message::open(master, waiting.id, waiting.sealed));
        let Some(message) = opened.transpose()? else { continue };
        let id: MatterId = dice.id();
        let Message { topic, text, on_board, name } = message;
        let brought = Brought {
            id,
            meeting: waiting.meeting,
            way: waiting.way,
            month: waiting.month,
            topic,
            wants_board: on_board,
            name,
            lock: waiting.lock.brought_to_desk(master),
        };
        store::insert_matter(conn, master, &brought, dice)?;
        if is_shown_unread(conn, &mut unread, &brought)? {
            store::keep_card(conn, &card_of(&brought, &text, dice.id()))?;
        }
        let remark = Remark { kind: Kind::Writer, said_on: None, said: Said { text, from: String::new() } };
        store::insert_remark(conn, master, (dice.id(), id, 0), &remark, dice)?;
        files::bring(conn, master, waiting.id, id, dice)?;
        store::delete_waiting(conn, waiting.id)?;
    }
    wait_for_the_hour(conn, now)?;
    Ok(count)
}

/// `known`: what the notices of sessions say of it.
fn is_shown_unread(conn: &mut UrnConn, known: &mut HashMap<MeetingId, bool>, brought: &Brought) -> QueryResult<bool> {
    if !brought.wants_board || brought.way == Way::OpenDoor {
        return Ok(false);
    }
    if let Some(known) = known.get(&brought.meeting) {
        return Ok(*known);
    }
    let is_shown = store::posted(conn, brought.meeting)?.is_some_and(|posted| posted.notice.is_shown_unread(false));
    known.insert(brought.meeting, is_shown);
    Ok(is_shown)
}

/// In the words of its writer.
fn card_of(brought: &Brought, text: &str, id: CardId) -> Card {
    let title = beginning(text);
    let is_whole = title == text.trim();
    let face = Face { title, question: if is_whole { String::new() } else { text.to_owned() }, ..Face::default() };
    Card {
        id,
        matter: Some(brought.id),
        meeting: brought.meeting,
        topic: brought.topic.clone(),
        month: brought.month.clone(),
        state: CardState::Waiting,
        face,
        answered_on: None,
        change: String::new(),
        changed_on: None,
        votes: 0,
    }
}

/// The next full hour of an office, holidays aside. On a weekend it does not tell which day it is.
fn next_hour(now: DateTime) -> DateTime {
    let (first, last) = (*HOURS.start(), *HOURS.end());
    let (mut day, hour) = match now.hour() {
        hour if hour < first => (now.date(), first),
        hour if hour < last => (now.date(), hour + 1),
        _ => (now.date().saturating_add(1.day()), first),
    };
    let mut hour = hour;
    while [Weekday::Saturday, Weekday::Sunday].contains(&day.weekday()) && day < Date::MAX {
        (day, hour) = (day.saturating_add(1.day()), first);
    }
    day.at(hour, 0, 0, 0)
}

/// `2026-11-23T09`: in the order of time, and no number.
fn written(hour: DateTime) -> String {
    format!("{}T{:02}", hour.date(), hour.hour())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_next_hour_is_one_at_which_offices_are_open() {
        let monday = date(2026, 11, 23);
        for ((hour, minute), next) in
            [((6, 59), "2026-11-23T08"), ((8, 0), "2026-11-23T09"), ((9, 59), "2026-11-23T10"), ((16, 30), "2026-11-23T17")]
        {
            assert_eq!(written(next_hour(monday.at(hour, minute, 0, 0))), next);
        }
        assert_eq!(written(next_hour(monday.at(17, 0, 0, 0))), "2026-11-24T08");
        assert_eq!(written(next_hour(monday.at(23, 0, 0, 0))), "2026-11-24T08");
        for (day, hour) in [(20, 17), (21, 12), (22, 3)] {
            assert_eq!(written(next_hour(date(2026, 11, day).at(hour, 0, 0, 0))), "2026-11-23T08");
        }
    }
}
