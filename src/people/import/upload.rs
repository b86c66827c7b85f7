//! A file on its way: kept sealed between two steps, and what is known of it so far.

use std::time::Duration;

use diesel::QueryResult;

use super::{Done, Findings, Layout};
use crate::{
    clock::{HOUR, Moment},
    db::RegisterConn,
    dice::Dice,
    ids::{AccountId, ImportId},
    people::store,
    secrets::{MasterKey, Purpose, Sealed},
    sheets::{self, Table},
};

/// For so long an import can be undone.
pub const UNDO_WITHIN: Duration = Duration::from_secs(24 * HOUR.as_secs());

/// For so long a file waits to be imported.
pub const WAITS: Duration = Duration::from_secs(2 * HOUR.as_secs());

#[derive(Clone, Debug)]
pub struct Import {
    pub id: ImportId,
    /// `None`: the command line.
    pub by: Option<AccountId>,
    pub begun: Moment,
    pub file_name: String,
    pub layout: Option<String>,
    pub findings: Option<Sealed>,
    pub imported: Option<Moment>,
    pub undone: Option<Moment>,
    /// How many people it wrote.
    pub wrote: i32,
    pub new_units: String,
}

impl Import {
    pub fn begun(id: ImportId, by: Option<AccountId>, file_name: &str, now: Moment) -> Self {
        Self {
            id,
            by,
            begun: now,
            file_name: file_name.chars().take(200).collect(),
            layout: None,
            findings: None,
            imported: None,
            undone: None,
            wrote: 0,
            new_units: "[]".to_owned(),
        }
    }

    pub fn layout(&self) -> Option<Layout> {
        Layout::from_json(self.layout.as_deref()?)
    }

    /// What was found at the last check; `None` if it has to be checked (again).
    pub fn findings(&self, master: &MasterKey) -> Option<Findings> {
        let plain = master.open(Purpose::Imports, &place(self.id, b"findings"), self.findings.as_ref()?).ok()?;
        serde_json::from_slice(&plain).ok()
    }

    /// What it did, by number; `None` if it is not imported.
    pub fn done(&self, master: &MasterKey) -> Option<Done> {
        let plain = master.open(Purpose::Imports, &place(self.id, b"done"), self.findings.as_ref()?).ok()?;
        serde_json::from_slice(&plain).ok()
    }

    pub fn can_be_undone(&self, now: Moment) -> bool {
        self.undone.is_none() && self.imported.is_some_and(|imported| now.since(imported) < UNDO_WITHIN)
    }
}

/// What was done, to lie where the findings lay: they named people and are not needed any more.
pub(super) fn sealed_done(master: &MasterKey, import: ImportId, done: &Done, dice: &mut Dice) -> Sealed {
    let plain = serde_json::to_vec(done).unwrap_or_default();
    master.seal(Purpose::Imports, &place(import, b"done"), &plain, dice)
}

/// Sealed values of an import open in their own place only.
fn place(import: ImportId, what: &[u8]) -> Vec<u8> {
    [import.as_bytes(), what].concat()
}

/// Reads the file as a table; the sheet whose headings we know, if it has several.
pub fn understand(file: &[u8]) -> Result<Table, sheets::Refusal> {
    sheets::read_choosing(file, |rows| rows.iter().any(super::layout::is_headings))
}

/// Keeps a file that was understood until its columns are said.
pub fn keep(conn: &mut RegisterConn, master: &MasterKey, import: &Import, file: &[u8], dice: &mut Dice) -> QueryResult<()> {
    let sealed = master.seal(Purpose::Imports, &place(import.id, b"file"), file, dice);
    store::insert_import(conn, import, Some(&sealed))
}

/// An import whose file nobody has to keep: it is at hand.
pub fn begin(conn: &mut RegisterConn, import: &Import) -> QueryResult<()> {
    store::insert_import(conn, import, None)
}

/// The file; `None` once it is imported or forgotten.
pub fn content(conn: &mut RegisterConn, master: &MasterKey, import: ImportId) -> QueryResult<Option<Vec<u8>>> {
    let sealed = store::import_file(conn, import)?;
    Ok(sealed.and_then(|sealed| master.open(Purpose::Imports, &place(import, b"file"), &sealed).ok()))
}

/// Keeps what was found, unless the columns were said anew in between.
pub fn check(
    conn: &mut RegisterConn,
    master: &MasterKey,
    import: ImportId,
    layout: &str,
    findings: &Findings,
    dice: &mut Dice,
) -> QueryResult<()> {
    let plain = serde_json::to_vec(findings).unwrap_or_default();
    let sealed = master.seal(Purpose::Imports, &place(import, b"findings"), &plain, dice);
    store::set_findings(conn, import, layout, Some(&sealed))
}
