//! Files that the holder of a receipt adds to a message or a matter: cleaned, sealed under a random number, of a few
//! sizes, without a name, a time or an order. Whoever came through the open door adds none: anybody could fill the disk.

use diesel::{QueryResult, result::Error};
use serde::{Deserialize, Serialize};

use super::{
    matter::Way,
    mine::Held,
    sealing::{self, Place},
    store::{self, SealedFile},
};
use crate::{
    db::UrnConn,
    dice::Dice,
    enclosures::{Clean, Kind},
    ids::{EnclosureId, MatterId, MeetingId, WaitingId},
    secrets::MasterKey,
};

/// Of one matter.
pub const MOST: usize = 3;

const FILE: &str = "file";
const LABEL: &str = "label";

/// All files in the letterbox together: they are written anew every time something comes.
const WAITING_MOST: i64 = 256 * 1024 * 1024;

/// What is told of a file without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosure {
    pub id: EnclosureId,
    pub kind: Kind,
    /// It has at most so many bytes.
    pub size: usize,
}

/// What a matter has of files, and whether it may have any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    pub takes_files: bool,
    pub files: Vec<Enclosure>,
}

#[derive(Debug, thiserror::Error)]
pub enum NotAdded {
    /// Emptied or removed at this very moment.
    #[error("its message is not there any more")]
    Gone,
    #[error("no files are taken with it")]
    NotTaken,
    #[error("it has as many files as it may have")]
    TooMany,
    #[error("all files together fill what is set aside for them")]
    NoRoom,
    #[error("the database failed")]
    Database(#[from] Error),
}

#[derive(Serialize, Deserialize)]
struct Label {
    kind: String,
    size: usize,
}

/// Slow for large files: not to be done on an async thread, nor while a database waits.
pub fn seal(sealer: &MasterKey, id: EnclosureId, clean: Clean, dice: &mut Dice) -> QueryResult<SealedFile> {
    let padded = sealing::pad_file(clean.bytes);
    let label = Label { kind: clean.kind.extension().to_owned(), size: padded.len() };
    Ok(SealedFile {
        label: sealing::seal(sealer, Place(LABEL, id.as_bytes()), &label, dice)?,
        sealed: sealing::seal_padded(sealer, Place(FILE, id.as_bytes()), &padded, dice),
    })
}

/// Once under each id. `most`: bytes of all files together.
pub fn add(
    conn: &mut UrnConn,
    sealer: &MasterKey,
    (held, id): (Held, EnclosureId),
    file: &SealedFile,
    most: i64,
) -> Result<(), NotAdded> {
    if !store::is_there(conn, held)? {
        return Err(NotAdded::Gone);
    }
    let there = store::labels(conn, held)?;
    if there.iter().any(|(other, _)| *other == id) {
        return Ok(());
    }
    if !takes_files(conn, sealer, held)? {
        return Err(NotAdded::NotTaken);
    }
    if there.len() >= MOST {
        return Err(NotAdded::TooMany);
    }
    let length = i64::try_from(file.sealed.len()).unwrap_or(i64::MAX);
    if store::bytes_of_files(conn)?.saturating_add(length) > most {
        return Err(NotAdded::NoRoom);
    }
    let waits = matches!(held, Held::Waiting(_));
    if waits && store::bytes_of_files_waiting(conn)?.saturating_add(length) > WAITING_MOST {
        return Err(NotAdded::NoRoom);
    }
    Ok(store::insert_file(conn, held, id, file)?)
}

pub fn shelf(conn: &mut UrnConn, sealer: &MasterKey, held: Held) -> QueryResult<Shelf> {
    Ok(Shelf { takes_files: takes_files(conn, sealer, held)?, files: of(conn, sealer, held)? })
}

fn takes_files(conn: &mut UrnConn, sealer: &MasterKey, held: Held) -> QueryResult<bool> {
    let of: Option<(MeetingId, Way)> = match held {
        Held::Waiting(id) => store::find_waiting(conn, sealer, id)?.map(|it| (it.meeting, it.way)),
        Held::Matter(id) => store::matter(conn, sealer, id)?.map(|it| (it.meeting, it.way)),
    };
    let Some((meeting, way)) = of.filter(|(_, way)| *way != Way::OpenDoor) else { return Ok(false) };
    Ok(way != Way::OpenDoor && store::posted(conn, meeting)?.is_some_and(|posted| posted.notice.takes_files))
}

fn of(conn: &mut UrnConn, sealer: &MasterKey, held: Held) -> QueryResult<Vec<Enclosure>> {
    let labels = store::labels(conn, held)?;
    labels.into_iter().map(|(id, label)| read(sealer, id, label)).collect()
}

fn read(sealer: &MasterKey, id: EnclosureId, label: Vec<u8>) -> QueryResult<Enclosure> {
    let Label { kind, size } = sealing::open(sealer, Place(LABEL, id.as_bytes()), label)?;
    let kind = Kind::ALL.into_iter().find(|it| it.extension() == kind);
    let kind = kind.ok_or_else(|| Error::DeserializationError("a file is of no kind".into()))?;
    Ok(Enclosure { id, kind, size })
}

/// In the order of their random ids.
pub fn of_matter(conn: &mut UrnConn, sealer: &MasterKey, id: MatterId) -> QueryResult<Vec<Enclosure>> {
    of(conn, sealer, Held::Matter(id))
}

/// For the desk, with its place among the files of its matter.
pub fn open(
    conn: &mut UrnConn,
    sealer: &MasterKey,
    matter: MatterId,
    id: EnclosureId,
) -> QueryResult<Option<(usize, Kind, Vec<u8>)>> {
    let held = Held::Matter(matter);
    let Some(place) = store::labels(conn, held)?.iter().position(|(other, _)| *other == id) else { return Ok(None) };
    let Some(file) = store::file(conn, held, id)? else { return Ok(None) };
    let kind = read(sealer, id, file.label)?.kind;
    let bytes = sealing::open_file(sealer, Place(FILE, id.as_bytes()), file.sealed)?;
    Ok(Some((place, kind, bytes)))
}

/// Its writer takes it back.
pub fn take_back(conn: &mut UrnConn, held: Held, id: EnclosureId) -> QueryResult<bool> {
    store::delete_file(conn, held, id)
}

/// Goes with its message to the desk, under new numbers; one after the other, since all may be more than the memory holds.
pub fn bring(conn: &mut UrnConn, sealer: &MasterKey, from: WaitingId, to: MatterId, dice: &mut Dice) -> QueryResult<()> {
    let held = Held::Waiting(from);
    for (old, _) in store::labels(conn, held)? {
        let Some(file) = store::file(conn, held, old)? else { continue };
        let id: EnclosureId = dice.id();
        let label: Label = sealing::open(sealer, Place(LABEL, old.as_bytes()), file.label)?;
        let padded = sealing::open_padded(sealer, Place(FILE, old.as_bytes()), file.sealed)?;
        let file = SealedFile {
            label: sealing::seal(sealer, Place(LABEL, id.as_bytes()), &label, dice)?,
            sealed: sealing::seal_padded(sealer, Place(FILE, id.as_bytes()), &padded, dice),
        };
        store::insert_file(conn, Held::Matter(to), id, &file)?;
    }
    Ok(())
}
