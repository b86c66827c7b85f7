//! What an insider copies: every file of the data folder, every row of both databases, a backup, the
//! log. Not the key file, which is kept apart, and not the letters put down for the post.

use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Command, time::Duration};

use super::{
    NotCarriedOut,
    needles::Needles,
    report::Witness,
    stage::Stage,
    store::Store,
    survey::{self, Frame},
};
use crate::{
    backup::{self, Which},
    db::Place,
};

/// Which side of the wall something belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Register,
    Urn,
    /// Written by both: a log, a description.
    Neither,
    /// The journal of a server, in which other databases write too.
    Server,
}

/// Everything that belongs to the house.
pub const OWN: [Side; 3] = [Side::Register, Side::Urn, Side::Neither];
pub const ALL: [Side; 4] = [Side::Register, Side::Urn, Side::Neither, Side::Server];

/// The bytes of a file, or of something like one.
pub struct Piece {
    pub name: String,
    pub side: Side,
    pub bytes: Vec<u8>,
}

/// What stands in one column of one row.
pub struct Value {
    pub side: Side,
    pub table: String,
    pub column: String,
    pub place: String,
    pub kind: String,
    pub bytes: Vec<u8>,
}

/// A file or folder as others on the machine see it.
pub struct Seen {
    pub name: String,
    pub mode: u32,
    /// Others may read or change it, and can get there.
    pub is_exposed: bool,
}

#[derive(Default)]
pub struct Loot {
    pub pieces: Vec<Piece>,
    pub values: Vec<Value>,
    /// `table.column` of each side.
    pub columns: Vec<(Side, String)>,
    pub seen: Vec<Seen>,
    pub notes: Vec<String>,
    /// Both databases, row by row and byte by byte.
    pub frame: Option<Frame>,
    /// What onlookers see, twice, with nothing in between.
    pub pages: [Vec<survey::Seen>; 2],
}

const KEY_FILE: &str = "master.key";
const LETTERS: &str = "letters";
/// Of a server, since the curtain rose.
pub const JOURNAL: &str = "the journal's file";
pub const LOG: &str = "the log";
/// After this the journal is empty and only the files themselves are left.
pub const AFTER_CHECKPOINT: &str = "after a checkpoint";

impl Value {
    pub fn is(&self, table: &str, column: &str) -> bool {
        self.table == table && self.column == column
    }

    /// A number, if it is one.
    pub fn number(&self) -> Option<i64> {
        (self.kind == "integer").then(|| std::str::from_utf8(&self.bytes).ok()?.parse().ok()).flatten()
    }

    pub fn here(&self) -> String {
        let side = match self.side {
            Side::Register => "register",
            Side::Urn => "urn",
            Side::Neither | Side::Server => "elsewhere",
        };
        format!("{side}: {}.{}, {}", self.table, self.column, self.place)
    }
}

impl Loot {
    pub fn copy(stage: &Stage) -> Result<Self, NotCarriedOut> {
        let mut loot = Self::default();
        // First of all: a checkpoint lets the server overwrite what stands in it.
        loot.journal_of_the_server(stage);
        loot.frame = Some(Frame::take(stage, "at the end")?);
        loot.make_backup(stage)?;
        loot.walk(stage.data(), stage.data(), true)?;
        loot.rows(Side::Register, &mut stage.register()?)?;
        loot.rows(Side::Urn, &mut stage.urn()?)?;
        if stage.is_sqlite() {
            loot.files_after_a_checkpoint(stage)?;
        } else {
            loot.files_of_the_server(stage)?;
        }
        loot.pieces.push(Piece { name: LOG.to_owned(), side: Side::Neither, bytes: stage.ear.heard() });
        Ok(loot)
    }

    pub fn bytes(&self) -> usize {
        self.pieces.iter().map(|piece| piece.bytes.len()).sum::<usize>()
            + self.values.iter().map(|value| value.bytes.len()).sum::<usize>()
    }

    /// Looks for secrets in whatever belongs to one of these sides.
    pub fn search(&self, needles: &Needles, sides: &[Side]) -> Vec<Witness> {
        let pieces = self.pieces.iter().filter(|piece| sides.contains(&piece.side));
        let values = self.values.iter().filter(|value| sides.contains(&value.side));
        pieces
            .flat_map(|piece| needles.find(&piece.name, &piece.bytes))
            .chain(values.flat_map(|value| needles.find(&value.here(), &value.bytes)))
            .collect()
    }

    fn make_backup(&mut self, stage: &Stage) -> Result<(), NotCarriedOut> {
        // Backups are named by the second.
        stage.turn(Duration::from_secs(1));
        let now = stage.clock.now();
        let folder = backup::folder(stage.data()).join(backup::name(now));
        match backup::make(&stage.house.plan, &folder, Which::Both, now) {
            Err(backup::NotMade::NotCopied(_, reason)) if !stage.is_sqlite() => {
                self.notes.push(format!("no backup was attacked, for none could be made: {reason}"));
                return Ok(());
            }
            made => made?,
        };
        for (file, side) in [("register.dump", Side::Register), ("urn.dump", Side::Urn)] {
            let dump = folder.join(file);
            if dump.exists() {
                // A dump is compressed; what is in it is looked at as text.
                let text = Command::new("pg_restore").arg("--file=-").arg(&dump).output()?;
                self.pieces.push(Piece { name: format!("{file} of a backup, as text"), side, bytes: text.stdout });
            }
        }
        Ok(())
    }

    /// Every file below a folder. `is_reached`: others can get there.
    fn walk(&mut self, data: &Path, folder: &Path, is_reached: bool) -> Result<(), NotCarriedOut> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.strip_prefix(data).unwrap_or(&path).display().to_string();
            let about = fs::symlink_metadata(&path)?;
            let mode = about.permissions().mode() & 0o777;
            if about.is_dir() {
                // Its names may be read; what is in it is looked at one by one.
                self.seen.push(Seen { name: name.clone(), mode, is_exposed: is_reached && mode & 0o002 != 0 });
                self.walk(data, &path, is_reached && mode & 0o001 != 0)?;
                continue;
            }
            self.seen.push(Seen { name: name.clone(), mode, is_exposed: is_reached && mode & 0o006 != 0 });
            if name != KEY_FILE && !name.starts_with(LETTERS) {
                let side = side_of(&path);
                self.pieces.push(Piece { name, side, bytes: fs::read(&path)? });
            }
        }
        Ok(())
    }

    fn rows(&mut self, side: Side, store: &mut Store) -> Result<(), NotCarriedOut> {
        for column in store.columns()? {
            self.columns.push((side, format!("{}.{}", column.table, column.name)));
            for cell in store.cells(&column)? {
                if let Some(bytes) = cell.value {
                    let (table, column) = (column.table.clone(), column.name.clone());
                    self.values.push(Value { side, table, column, place: cell.place, kind: cell.kind, bytes });
                }
            }
        }
        Ok(())
    }

    /// What is left when the journal was written back: pages in use, free pages, gaps in pages.
    fn files_after_a_checkpoint(&mut self, stage: &Stage) -> Result<(), NotCarriedOut> {
        let plan = &stage.house.plan;
        for (side, place) in [(Side::Register, &plan.register), (Side::Urn, &plan.urn)] {
            Store::open(place)?.checkpoint()?;
            if let Place::Sqlite(path) = place {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                self.pieces.push(Piece { name: format!("{name} {AFTER_CHECKPOINT}"), side, bytes: fs::read(path)? });
            }
        }
        Ok(())
    }

    /// What was written into the journal since the curtain rose, if this role may read it. That of SQLite is a file like others.
    fn journal_of_the_server(&mut self, stage: &Stage) {
        if stage.is_sqlite() {
            return;
        }
        let from = stage.journal_from.as_ref();
        match from.map(|from| stage.register()?.journal(from).map_err(NotCarriedOut::from)) {
            Some(Ok(files)) => self.pieces.extend(files.into_iter().map(|(file, bytes)| {
                let name = format!("{JOURNAL} {file}");
                Piece { name, side: Side::Server, bytes }
            })),
            _ => self.notes.push("the server's journal was not attacked: this role may not read it".to_owned()),
        }
    }

    /// The raw files of tables and indexes, if this role may read them.
    fn files_of_the_server(&mut self, stage: &Stage) -> Result<(), NotCarriedOut> {
        for (side, mut store) in [(Side::Register, stage.register()?), (Side::Urn, stage.urn()?)] {
            let _only_for_some_roles = store.checkpoint();
            match store.relations() {
                Ok(files) => {
                    let name = |file: String| format!("the file of {file} {AFTER_CHECKPOINT}");
                    self.pieces.extend(files.into_iter().map(|(file, bytes)| Piece { name: name(file), side, bytes }));
                }
                Err(_) => {
                    self.notes.push(format!("the raw files of the {side:?} were not attacked: this role may not read them"));
                }
            }
        }
        Ok(())
    }
}

fn side_of(path: &Path) -> Side {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match name.split(['.', '-']).next() {
        Some("register") => Side::Register,
        Some("urn") => Side::Urn,
        _ => Side::Neither,
    }
}
