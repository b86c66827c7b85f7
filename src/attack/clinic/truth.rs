//! Which row is whose, as only who has played it and holds the master key can tell: guesses are judged by it.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use super::{guest::Guest, play::Sitting};
use crate::{
    attack::{
        lists::{Known, Ordered},
        loot::Side,
        needles::Needles,
        odds::List,
        stage::Stage,
        survey::{Frame, Kind, Mark, Row, Table},
    },
    secrets::{Purpose, Sealed},
};

/// Everything that was copied of the session, and what is known of it.
pub struct Copies<'play> {
    pub sitting: &'play Sitting,
    pub known: &'play Known<'play>,
    pub frames: [&'play Frame; 3],
    /// Every order in which somebody's rows or bytes stand in each of them.
    pub lists: [Vec<Ordered>; 3],
}

impl<'play> Copies<'play> {
    /// `last`: what is copied when all is over.
    pub fn new(sitting: &'play Sitting, known: &'play Known<'play>, last: &'play Frame) -> Option<Self> {
        let before = sitting.before.frame.as_ref()?;
        let frames = [before, &sitting.after, last];
        Some(Self { sitting, known, frames, lists: frames.map(|frame| known.all(frame)) })
    }

    /// Whoever sat beside them has seen who came when.
    pub fn onlookers(&self) -> Vec<Ordered> {
        let list = |name: &str, whose: &[usize]| Ordered {
            side: Side::Register,
            is_of_file: false,
            kind: Kind::Person,
            list: List { name: name.to_owned(), whose: whose.to_vec() },
        };
        vec![list("who took seats when", &self.sitting.took), list("who wrote when", &self.sitting.wrote)]
    }

    /// How many messages without a name there are.
    pub fn messages(&self) -> usize {
        self.sitting.wrote.len()
    }
}

pub fn marks(stage: &Stage, sitting: &Sitting) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (whose, guest) in sitting.guests.iter().enumerate() {
        let mut mark = |kind, what, bytes: &[u8]| marks.push(Mark { kind, what, whose, bytes: bytes.to_vec() });
        mark(Kind::Person, "a person's id", guest.id.as_bytes());
        mark(Kind::Person, "an employee number", guest.number.as_bytes());
        for seat in &guest.seats {
            mark(Kind::Seat, "a seat", &Sha256::digest(&seat.message));
        }
    }
    for frame in sitting.before.frame.iter().chain([&sitting.after]) {
        marks.extend(taken(sitting, frame));
        let mut texts = Texts { stage, sitting, marks: &mut marks };
        texts.read(frame, "letterbox", "letterbox", &["id", "sealed", "lock", "locator"]);
        texts.read(frame, "letterbox_files", "file", &["id", "sealed", "label"]);
        texts.read(frame, "matter_files", "file", &["id", "sealed", "label"]);
        texts.read(frame, "remarks", "remark", &["id", "sealed", "matter_id"]);
    }
    let mut known = BTreeSet::new();
    marks.retain(|mark| known.insert(mark.bytes.clone()));
    marks
}

/// What the register keeps of those who took their seats, by which their rows are known in its files.
fn taken(sitting: &Sitting, frame: &Frame) -> Vec<Mark> {
    let Some(seats) = frame.table(Side::Register, "seats") else { return Vec::new() };
    let rows = seats.column("person_id").zip(seats.column("blinded"));
    let mark = |(person, blinded): (&[u8], &[u8])| {
        let whose = sitting.guests.iter().position(|guest| guest.id.as_bytes()[..] == *person)?;
        let is_taken = blinded.iter().any(|byte| *byte != 0);
        is_taken.then(|| Mark { kind: Kind::Person, what: "what was signed", whose, bytes: blinded.to_vec() })
    };
    rows.filter_map(mark).collect()
}

struct Texts<'play> {
    stage: &'play Stage,
    sitting: &'play Sitting,
    marks: &'play mut Vec<Mark>,
}

impl Texts<'_> {
    /// Opens each row of a table, and notes whose text it is without a name. `place`: for what it was sealed.
    fn read(&mut self, frame: &Frame, table: &str, place: &str, columns: &[&'static str]) {
        let Some(table) = frame.table(Side::Urn, table) else { return };
        for row in &table.rows {
            let (Some(id), Some(sealed)) = (value(table, row, "id"), value(table, row, "sealed")) else { continue };
            let place = [place.as_bytes(), b" ", id].concat();
            let opened = self.stage.house.master.open(Purpose::Matters, &place, &Sealed::from_bytes(sealed.to_vec()));
            let opened = String::from_utf8_lossy(&opened.unwrap_or_default()).into_owned();
            let whose = self.sitting.guests.iter().position(|guest| !guest.is_named && opened.contains(&guest.text));
            let Some(whose) = whose else { continue };
            for what in columns {
                if let Some(bytes) = value(table, row, what) {
                    self.marks.push(Mark { kind: Kind::Matter, what, whose, bytes: bytes.to_vec() });
                }
            }
        }
    }
}

pub fn value<'row>(table: &Table, row: &'row Row, column: &str) -> Option<&'row [u8]> {
    let at = table.columns.iter().position(|name| name == column)?;
    row.values.get(at).map(Vec::as_slice)
}

/// What lies in no copy in clear, whatever the side.
pub fn add_secrets(needles: &mut Needles, guests: &[Guest]) {
    for guest in guests {
        needles.add("somebody's question", guest.text.as_bytes());
        needles.add("a link to a session", guest.link.as_bytes());
        needles.add("a receipt of the clinic", guest.receipt.as_bytes());
        needles.add("a receipt of the clinic", guest.receipt.replace(' ', "").as_bytes());
        needles.add("what a browser drew", guest.once.as_bytes());
        for seat in &guest.seats {
            needles.add("the message of a seat", &seat.message);
            needles.add("the signature of a seat", &seat.signature);
        }
    }
}

/// Who they are: nothing of it is on the side of the urn.
pub fn names(sitting: &Sitting) -> Needles {
    let mut needles = Needles::default();
    for guest in &sitting.guests {
        needles.add("the name of somebody who is invited", guest.name.as_bytes());
        needles.add("an employee number", guest.number.as_bytes());
        needles.add("a person's id", guest.id.as_bytes());
        needles.add("a person's id", guest.id.to_string().as_bytes());
    }
    needles
}
