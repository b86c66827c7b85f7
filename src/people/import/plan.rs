//! What a file would change, worked out against the roster of this moment; nothing is written.

use std::collections::{HashMap, HashSet, hash_map::Entry};

use diesel::QueryResult;
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};

use super::{Faulty, Field, Layout, Progress, Reason, Sound, layout::people_rows, read_row, snapshot::Snapshot, units::UnitBook};
use crate::{
    address::EmailAddress,
    db::RegisterConn,
    dice::Dice,
    ids::UnitId,
    language::name_key,
    people::{Category, EmployeeNumber, Person, Unit, store},
    sheets::Table,
};

/// Rows between two signs of progress.
const STEP: usize = 500;

#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub rows: usize,
    pub new: Vec<Person>,
    pub changed: Vec<Change>,
    pub unchanged: usize,
    /// Here, and not in the file; by name.
    pub missing: Vec<Person>,
    /// By row.
    pub faulty: Vec<Faulty>,
    pub new_units: Vec<Unit>,
    /// Every unit, new ones too.
    pub units: HashMap<UnitId, Unit>,
}

#[derive(Clone, Debug)]
pub struct Change {
    pub before: Person,
    pub after: Person,
}

impl Change {
    /// They had departed, and the file has them.
    pub fn is_return(&self) -> bool {
        self.before.departed.is_some()
    }
}

impl Plan {
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty()
    }

    /// Names exactly this plan, so that what is carried out is what was shown: first what it would
    /// write, then who is missing.
    pub fn digest(&self) -> String {
        let mut missing: Vec<_> = self.missing.iter().map(|person| person.number.as_str()).collect();
        missing.sort_unstable();
        format!("{}-{}", self.digest_of_what_is_written(), short(Sha256::digest(missing.join("\n"))))
    }

    /// Whether somebody who saw a plan of that digest saw this one. Who is missing counts only if
    /// all of them are to depart: otherwise a newcomer elsewhere is no reason to look again.
    pub fn was_seen_as(&self, digest: &str, are_all_missing_to_depart: bool) -> bool {
        let ours = self.digest();
        let written = |digest: &str| digest.split('-').next().map(str::to_owned);
        if are_all_missing_to_depart { ours == digest } else { written(&ours) == written(digest) }
    }

    fn digest_of_what_is_written(&self) -> String {
        let new = self.new.iter().map(|after| (None, after));
        let mut people: Vec<_> = new.chain(self.changed.iter().map(|change| (Some(&change.before), &change.after))).collect();
        people.sort_unstable_by(|(_, one), (_, other)| one.number.cmp(&other.number));
        let mut hash = Sha256::new();
        for (before, after) in people {
            for person in [before, Some(after)] {
                hash.update(person.map(|person| self.written(person)).unwrap_or_default());
                hash.update([0]);
            }
        }
        for faulty in &self.faulty {
            hash.update(faulty.row.to_be_bytes());
            hash.update(faulty.reason.to_string());
        }
        short(hash.finalize())
    }

    /// Without the ids of newcomers and of new units, which are drawn anew each time.
    fn written(&self, person: &Person) -> String {
        let unit = self.units.get(&person.unit).map_or("", |unit| unit.name_thai.as_str());
        Snapshot { id: String::new(), unit: unit.to_owned(), ..Snapshot::of(person) }.to_json()
    }
}

/// Half of it is enough to tell two plans apart.
fn short(hash: impl AsRef<[u8]>) -> String {
    data_encoding::HEXLOWER.encode(hash.as_ref().get(..16).unwrap_or_default())
}

pub fn plan(
    conn: &mut RegisterConn,
    table: &Table,
    layout: &Layout,
    today: Date,
    dice: &mut Dice,
    progress: &Progress,
) -> QueryResult<Plan> {
    let roster: HashMap<EmployeeNumber, Person> =
        store::everyone(conn)?.into_iter().map(|person| (person.number.clone(), person)).collect();
    let units = store::all_units(conn)?;

    let (mut sound, mut faulty) = understood(table, layout, today, progress);
    let rows = sound.len() + faulty.len();
    refuse_repeated_numbers(&mut sound, &mut faulty);
    let in_file: HashSet<EmployeeNumber> =
        sound.iter().map(|sound| sound.number.clone()).chain(faulty.iter().filter_map(|faulty| faulty.number.clone())).collect();

    let mut book = UnitBook::of(&units);
    let mut wanted = Vec::with_capacity(sound.len());
    for sound in sound {
        let Ok(unit) = book.find_or_add(&sound.unit, dice) else {
            faulty.push(refused(&sound, Field::Unit, sound.unit.as_str().to_owned(), Reason::UnitAmbiguous));
            continue;
        };
        let before = roster.get(&sound.number);
        wanted.push(Wanted { row: sound.row, after: after(sound, unit, before, layout, dice) });
    }
    refuse_shared_addresses(&mut wanted, &mut faulty, &roster);

    let mut plan = Plan { rows, ..Plan::default() };
    for Wanted { after, .. } in wanted {
        match roster.get(&after.number) {
            None => plan.new.push(after),
            Some(before) if *before == after => plan.unchanged += 1,
            Some(before) => plan.changed.push(Change { before: before.clone(), after }),
        }
    }
    plan.missing = roster.into_values().filter(|person| person.departed.is_none() && !in_file.contains(&person.number)).collect();
    plan.missing.sort_by_cached_key(|person| (name_key(person.name.as_str()), person.number.clone()));
    faulty.sort_by_key(|faulty| faulty.row);
    plan.faulty = faulty;
    // A unit whose every row was refused later is not needed.
    let needed: HashSet<UnitId> =
        plan.new.iter().map(|person| person.unit).chain(plan.changed.iter().map(|change| change.after.unit)).collect();
    plan.new_units = book.into_new().into_iter().filter(|unit| needed.contains(&unit.id)).collect();
    plan.units = units.into_iter().chain(plan.new_units.iter().cloned()).map(|unit| (unit.id, unit)).collect();
    Ok(plan)
}

/// Somebody as they are to be, and the row that says so.
struct Wanted {
    row: u32,
    after: Person,
}

fn understood(table: &Table, layout: &Layout, today: Date, progress: &Progress) -> (Vec<Sound>, Vec<Faulty>) {
    progress.begin(table.rows.len());
    let (mut sound, mut faulty) = (Vec::new(), Vec::new());
    for (place, row) in people_rows(table, layout).enumerate() {
        match read_row(row, layout, today) {
            Ok(person) => sound.push(person),
            Err(fault) => faulty.push(fault),
        }
        if place % STEP == STEP - 1 {
            progress.step(STEP);
        }
    }
    (sound, faulty)
}

/// Of two rows with one number neither can be believed.
fn refuse_repeated_numbers(sound: &mut Vec<Sound>, faulty: &mut Vec<Faulty>) {
    let mut rows: HashMap<EmployeeNumber, Vec<u32>> = HashMap::new();
    for (number, row) in sound
        .iter()
        .map(|sound| (&sound.number, sound.row))
        .chain(faulty.iter().filter_map(|faulty| Some((faulty.number.as_ref()?, faulty.row))))
    {
        rows.entry(number.clone()).or_default().push(row);
    }
    sound.retain(|person| {
        let other = rows.get(&person.number).and_then(|rows| rows.iter().copied().find(|row| *row != person.row));
        if let Some(other) = other {
            let reason = Reason::NumberTwice { other };
            faulty.push(refused(person, Field::Number, person.number.as_str().to_owned(), reason));
        }
        other.is_none()
    });
}

fn refused(person: &Sound, field: Field, cell: String, reason: Reason) -> Faulty {
    Faulty { row: person.row, field, cell, day: None, reason, number: Some(person.number.clone()) }
}

fn after(sound: Sound, unit: UnitId, before: Option<&Person>, layout: &Layout, dice: &mut Dice) -> Person {
    let known = before.cloned();
    let category =
        sound.category.or_else(|| known.as_ref().map(|known| known.category.clone())).or_else(|| layout.category.clone());
    Person {
        id: known.as_ref().map_or_else(|| dice.id(), |known| known.id),
        number: sound.number,
        name: sound.name,
        unit,
        category: category.unwrap_or_else(Category::unnamed),
        email: sound.email.over(known.as_ref().and_then(|known| known.email.clone())),
        language: sound.language.over(known.as_ref().and_then(|known| known.language)),
        started: sound.started.or_else(|| known.as_ref().and_then(|known| known.started)),
        departed: None,
    }
}

/// Nobody gets an address that somebody else has or is to have. Who is refused keeps their own, so
/// whoever asks for that one is refused next: in a list whose addresses slipped by a row, everyone.
fn refuse_shared_addresses(wanted: &mut Vec<Wanted>, faulty: &mut Vec<Faulty>, roster: &HashMap<EmployeeNumber, Person>) {
    let refusals = refused_addresses(wanted, roster);
    wanted.retain(|Wanted { row, after }| {
        let reason = refusals.get(row);
        if let Some(reason) = reason {
            let cell = after.email.as_ref().map(|email| email.reveal().to_owned()).unwrap_or_default();
            let number = Some(after.number.clone());
            faulty.push(Faulty { row: *row, field: Field::Email, cell, day: None, reason: *reason, number });
        }
        reason.is_none()
    });
}

/// The rows refused, each with the reason.
fn refused_addresses(wanted: &[Wanted], roster: &HashMap<EmployeeNumber, Person>) -> HashMap<u32, Reason> {
    let mut askers: HashMap<&EmailAddress, Vec<&Wanted>> = HashMap::new();
    for one in wanted {
        if let Some(email) = &one.after.email {
            askers.entry(email).or_default().push(one);
        }
    }
    let before = |of: &Wanted| roster.get(&of.after.number).and_then(|person| person.email.as_ref());
    let in_file: HashSet<&EmployeeNumber> = wanted.iter().map(|wanted| &wanted.after.number).collect();
    // Addresses that stay where they are, and are looked at one by one.
    let mut staying: Vec<&EmailAddress> =
        roster.values().filter(|person| !in_file.contains(&person.number)).filter_map(|person| person.email.as_ref()).collect();
    let mut refusals: HashMap<u32, Reason> = HashMap::new();
    let is_taken: HashSet<&EmailAddress> = staying.iter().copied().collect();
    for (_, rows) in askers.iter().filter(|(email, _)| !is_taken.contains(*email)) {
        if let [first, second, ..] = rows.as_slice() {
            for one in rows {
                let other = if one.row == first.row { second.row } else { first.row };
                refusals.insert(one.row, Reason::EmailTwice { other });
                staying.extend(before(one));
            }
        }
    }
    while let Some(email) = staying.pop() {
        for one in askers.get(email).into_iter().flatten() {
            if let Entry::Vacant(entry) = refusals.entry(one.row) {
                entry.insert(Reason::EmailTaken);
                staying.extend(before(one));
            }
        }
    }
    refusals
}
