//! Every order in which somebody's rows or bytes stand in a copy: as rows are read, by what the engine
//! itself knows of them, by every column; and by their places in every file.

use std::collections::{BTreeMap, HashMap};

use data_encoding::BASE64URL_NOPAD;

use super::{
    loot::{Piece, Side},
    odds::List,
    survey::{Frame, Kind, Mark, Row, Table},
};

/// Fewer rows say nothing of an order.
const FEWEST: usize = 6;
/// The bytes by which a mark is looked up in a file.
const HEAD: usize = 8;
/// Of long marks, the end is looked for as well: what does not fit into a page lies elsewhere.
const TAIL: usize = 32;

pub struct Ordered {
    pub side: Side,
    /// By its place in a file, and not as a row.
    pub is_of_file: bool,
    pub kind: Kind,
    pub list: List,
}

/// Which values are whose.
pub struct Known<'marks> {
    marks: &'marks [Mark],
    by_value: HashMap<&'marks [u8], &'marks Mark>,
}

impl<'marks> Known<'marks> {
    pub fn of(marks: &'marks [Mark]) -> Self {
        Self { marks, by_value: marks.iter().map(|mark| (mark.bytes.as_slice(), mark)).collect() }
    }

    /// Whose a row is, of each kind.
    pub fn whose(&self, row: &Row) -> BTreeMap<Kind, usize> {
        let marks = row.values.iter().filter_map(|value| self.by_value.get(value.as_slice()));
        marks.map(|mark| (mark.kind, mark.whose)).collect()
    }

    pub fn all(&self, frame: &Frame) -> Vec<Ordered> {
        self.rows(frame).into_iter().chain(self.files(frame)).collect()
    }

    pub fn rows(&self, frame: &Frame) -> Vec<Ordered> {
        let mut lists = Vec::new();
        for table in &frame.tables {
            let mut of_kind: BTreeMap<Kind, Vec<(&Row, usize)>> = BTreeMap::new();
            for row in &table.rows {
                for (kind, whose) in self.whose(row) {
                    of_kind.entry(kind).or_default().push((row, whose));
                }
            }
            for (kind, rows) in of_kind {
                let named = orders(table, &rows).into_iter().map(|(by, whose)| {
                    let name = format!("{} {}, {by}", frame.when, table.name);
                    Ordered { side: table.side, is_of_file: false, kind, list: List { name, whose } }
                });
                lists.extend(named.filter(|ordered| ordered.list.whose.len() >= FEWEST));
            }
        }
        lists
    }

    pub fn files(&self, frame: &Frame) -> Vec<Ordered> {
        let needles = self.needles();
        let mut lists = Vec::new();
        for file in &frame.files {
            for ((kind, what), places) in places(file, &needles, self.marks) {
                for (end, place) in [("first", 0), ("last", 1)] {
                    let mut order: Vec<_> =
                        places.iter().map(|(whose, at)| (if place == 0 { at.0 } else { at.1 }, *whose)).collect();
                    order.sort_unstable();
                    let name = format!("{} {}, {what}, {end} places", frame.when, file.name);
                    let whose = order.into_iter().map(|(_, whose)| whose).collect();
                    lists.push(Ordered { side: file.side, is_of_file: true, kind, list: List { name, whose } });
                }
            }
        }
        lists.retain(|ordered| ordered.list.whose.len() >= FEWEST);
        lists
    }

    /// Of something that is no file: a page.
    pub fn text(&self, name: &str, text: &str) -> Vec<Ordered> {
        let words = text.split(|letter: char| !(letter.is_ascii_alphanumeric() || "-_".contains(letter)));
        let bytes = words.filter_map(|word| BASE64URL_NOPAD.decode(word.as_bytes()).ok());
        let marks = bytes.filter_map(|bytes| Some(*self.by_value.get(bytes.as_slice())?));
        let mut of_kind: BTreeMap<Kind, Vec<usize>> = BTreeMap::new();
        for mark in marks {
            of_kind.entry(mark.kind).or_default().push(mark.whose);
        }
        let ordered = |(kind, whose): (Kind, Vec<usize>)| {
            let list = List { name: name.to_owned(), whose: distinct(whose.into_iter()) };
            Ordered { side: Side::Neither, is_of_file: true, kind, list }
        };
        of_kind.into_iter().map(ordered).collect()
    }

    fn needles(&self) -> Needles<'marks> {
        let mut needles: Needles = HashMap::new();
        for (nth, mark) in self.marks.iter().enumerate() {
            let tail = mark.bytes.len().saturating_sub(TAIL);
            for (what, part) in [(mark.what, &mark.bytes[..]), ("the end of a mark", mark.bytes.get(tail..).unwrap_or_default())]
            {
                if let (Some(head), true) = (part.first_chunk::<HEAD>(), what == mark.what || tail > TAIL) {
                    let part = part.get(..TAIL).unwrap_or(part);
                    needles.entry(*head).or_default().push((nth, what, part));
                }
            }
        }
        needles
    }
}

type Needles<'marks> = HashMap<[u8; HEAD], Vec<(usize, &'static str, &'marks [u8])>>;

/// First and last place of what is somebody's.
type Places = BTreeMap<usize, (usize, usize)>;

fn places(file: &Piece, needles: &Needles, marks: &[Mark]) -> BTreeMap<(Kind, &'static str), Places> {
    let mut begins = vec![false; 1 << 16];
    let pair = |one: u8, two: u8| usize::from(u16::from_be_bytes([one, two]));
    for head in needles.keys() {
        if let [one, two, ..] = head
            && let Some(begins) = begins.get_mut(pair(*one, *two))
        {
            *begins = true;
        }
    }
    let mut found: BTreeMap<(Kind, &'static str), Places> = BTreeMap::new();
    let mut two = 0_u16;
    for (nth, byte) in file.bytes.iter().enumerate() {
        two = (two << 8) | u16::from(*byte);
        let Some(true) = begins.get(usize::from(two)) else { continue };
        let Some(at) = nth.checked_sub(1) else { continue };
        let Some(head) = file.bytes.get(at..).and_then(<[u8]>::first_chunk::<HEAD>) else { continue };
        for (nth, what, part) in needles.get(head).into_iter().flatten() {
            let Some(mark) = marks.get(*nth) else { continue };
            if file.bytes.get(at..at + part.len()) == Some(part) {
                let places = found.entry((mark.kind, what)).or_default();
                places.entry(mark.whose).and_modify(|place| place.1 = at).or_insert((at, at));
            }
        }
    }
    found
}

fn orders(table: &Table, rows: &[(&Row, usize)]) -> Vec<(String, Vec<usize>)> {
    let mut orders = vec![("as read".to_owned(), distinct(rows.iter().map(|(_, whose)| *whose)))];
    // On PostgreSQL the transaction, then the place; on SQLite the number, where there is one.
    for (by, from) in [("by number or transaction", 0), ("by place", 1)] {
        let mut sorted: Vec<_> = rows.to_vec();
        sorted.retain(|(row, _)| row.hidden.len() > from);
        let until = |row: &Row| if from == 0 { 1 } else { row.hidden.len() };
        sorted.sort_by_key(|(row, _)| row.hidden.get(from..until(row)).unwrap_or_default().to_vec());
        orders.push((by.to_owned(), distinct(sorted.into_iter().map(|(_, whose)| whose))));
    }
    for (at, column) in table.columns.iter().enumerate() {
        let value = |row: &Row| -> (u128, Vec<u8>) {
            let value = row.values.get(at).cloned().unwrap_or_default();
            let number = std::str::from_utf8(&value).ok().and_then(|text| text.parse().ok());
            (number.unwrap_or(u128::MAX), value)
        };
        let mut sorted: Vec<_> = rows.iter().map(|(row, whose)| (value(row), *whose)).collect();
        sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
        let is_constant = sorted.first().map(|(value, _)| value) == sorted.last().map(|(value, _)| value);
        if !is_constant {
            orders.push((format!("by {column}"), distinct(sorted.into_iter().map(|(_, whose)| whose))));
        }
    }
    orders
}

fn distinct(whose: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut seen = std::collections::HashSet::new();
    whose.filter(|whose| seen.insert(*whose)).collect()
}
