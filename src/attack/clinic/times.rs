//! Times: of what was written without a name a month is kept, and nothing finer; a day only of what the desk did.

use jiff::civil::Date;

use super::{Copies, truth::value};
use crate::attack::{
    Verdict, Witness,
    loot::Side,
    survey::{Frame, Kind, Row, Table},
};

pub const ATTACK: &str = "times in the clinic";

/// Days of the desk, which its own deeds set.
const OF_THE_DESK: [&str; 7] = [
    "matters.opened_on",
    "matters.answered_on",
    "matters.done_on",
    "matters.due",
    "remarks.said_on",
    "cards.answered_on",
    "cards.changed_on",
];

/// Greater numbers may be moments, in seconds or finer.
const MOMENTS: u64 = 100_000_000;

pub fn times(copies: &Copies) -> Verdict {
    let mut looked_at = 0;
    let mut found = Vec::new();
    for frame in copies.frames {
        for table in &frame.tables {
            for row in table.rows.iter().filter(|row| is_of_a_writer(copies, table, row)) {
                looked_at += row.values.len();
                found.extend(told_by(frame, table, row));
            }
        }
    }
    let promise = "of what was written without a name a month is kept, and nothing finer";
    Verdict::new(ATTACK, promise, looked_at, found)
}

/// A matter, a message, a seat that was used; and that somebody took theirs.
fn is_of_a_writer(copies: &Copies, table: &Table, row: &Row) -> bool {
    let whose = copies.known.whose(row);
    let is_taken = table.side == Side::Register && table.name == "seats";
    is_taken || whose.contains_key(&Kind::Seat) || whose.contains_key(&Kind::Matter)
}

fn told_by(frame: &Frame, table: &Table, row: &Row) -> Vec<Witness> {
    let is_said_by_writer = value(table, row, "kind") == Some(b"writer");
    let mut found = Vec::new();
    for (value, column) in row.values.iter().zip(&table.columns) {
        let here = format!("{}.{column}", table.name);
        let is_of_the_desk = OF_THE_DESK.contains(&here.as_str()) && !(is_said_by_writer && here == "remarks.said_on");
        if let Some(what) = finer_than_a_month(value).filter(|_| !is_of_the_desk) {
            found.push(Witness::new(what, format!("{}: {here}", frame.when)));
        }
    }
    found
}

fn finer_than_a_month(value: &[u8]) -> Option<&'static str> {
    if let Ok(text) = std::str::from_utf8(value) {
        if text.parse::<u64>().is_ok_and(|number| number > MOMENTS) {
            return Some("a moment");
        }
        let is_day = |at: usize| text.get(at..at + 10).is_some_and(|part| part.parse::<Date>().is_ok());
        if text.len() < 64 && (0..text.len()).any(is_day) {
            return Some("a day");
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_no_day_and_a_day_or_a_moment_is_found() {
        let found = |value: &str| finer_than_a_month(value.as_bytes());
        assert_eq!(["2026-11", "money", "12", ""].map(found), [None; 4]);
        assert_eq!(["2026-11-21", "2026-11-21T09", "at 2026-11-21"].map(found), [Some("a day"); 3]);
        assert_eq!(["1795237200", "1795237200000000"].map(found), [Some("a moment"); 2]);
    }
}
