//! Putting a backup back: checked whole first; what was there before is kept beside it.

use std::{
    fs, io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use super::{Description, make::digest, postgres, sqlite};
use crate::{
    db::{self, OpenFault, Place, Plan},
    private,
};

/// What was put back, and where the former files went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    pub files: Vec<String>,
    pub set_aside: Vec<PathBuf>,
}

#[derive(Debug, thiserror::Error)]
pub enum NotRestored {
    #[error("{0} is not a backup ({1}). Name the folder that `clearjai backup` made.")]
    NotABackup(PathBuf, io::Error),
    #[error("The backup is damaged: {0}. Nothing was changed; use another backup.")]
    Damaged(String),
    #[error("The backup was made from {0}, but the settings name {1}. Nothing was changed.")]
    OtherEngine(String, &'static str),
    #[error(
        "There is data already at {0}. Add --replace to put the backup in its place (files are set aside; what PostgreSQL holds is overwritten)."
    )]
    Occupied(String),
    #[error(transparent)]
    Unopened(#[from] OpenFault),
    #[error("{0} cannot be written ({1}). Nothing was lost; the former files are still there.")]
    Unwritable(PathBuf, io::Error),
    #[error("The {0} database could not be restored: {1}")]
    NotCopied(String, String),
}

pub fn restore(plan: &Plan, backup: &Path, replace: bool, stamp: &str) -> Result<Restored, NotRestored> {
    let description = Description::read(backup).map_err(|fault| NotRestored::NotABackup(backup.into(), fault))?;
    let engine = if plan.register.is_sqlite() { "sqlite" } else { "postgres" };
    if description.engine != engine {
        return Err(NotRestored::OtherEngine(description.engine, engine));
    }
    for (name, known) in &description.files {
        let path = backup.join(name);
        let found = digest(&path).map_err(|fault| NotRestored::Damaged(format!("{name}: {fault}")))?;
        if found != *known {
            return Err(NotRestored::Damaged(format!("{name} was altered")));
        }
        if engine == "sqlite" {
            sqlite::check(&path).map_err(|said| NotRestored::Damaged(format!("{name}: {said}")))?;
        }
    }

    if !replace && let Some(occupied) = occupied(plan)? {
        return Err(NotRestored::Occupied(occupied));
    }

    let mut restored = Restored::default();
    for (name, _) in &description.files {
        let (side, place) = if name.starts_with("register") { ("register", &plan.register) } else { ("urn", &plan.urn) };
        match place {
            Place::Sqlite(target) => restored.set_aside.extend(put_back(&backup.join(name), target, stamp)?),
            Place::Postgres(url) => {
                postgres::restore(url, &backup.join(name)).map_err(|said| NotRestored::NotCopied(side.to_owned(), said))?;
            }
        }
        restored.files.push(name.clone());
    }
    Ok(restored)
}

/// Where there is data already, looked at before anything is put back.
fn occupied(plan: &Plan) -> Result<Option<String>, NotRestored> {
    for place in [&plan.register, &plan.urn] {
        if matches!(place, Place::Sqlite(path) if path.exists()) {
            return Ok(Some(place.to_string()));
        }
    }
    Ok(db::has_data(plan)?.then(|| format!("{} and {}", plan.register, plan.urn)))
}

/// Copies beside the target first, then changes places.
fn put_back(from: &Path, target: &Path, stamp: &str) -> Result<Vec<PathBuf>, NotRestored> {
    let unwritable = |fault| NotRestored::Unwritable(target.into(), fault);
    if let Some(folder) = target.parent() {
        private::make_folder(folder).map_err(unwritable)?;
    }
    let draft = beside(target, ".part");
    fs::copy(from, &draft)
        .and_then(|_| fs::set_permissions(&draft, fs::Permissions::from_mode(0o600)))
        .and_then(|()| fs::File::open(&draft)?.sync_all())
        .map_err(unwritable)?;
    let mut set_aside = Vec::new();
    for suffix in ["", "-wal", "-shm"] {
        let former = beside(target, suffix);
        if former.exists() {
            let aside = beside(target, &format!("{suffix}.before-{stamp}"));
            fs::rename(&former, &aside).map_err(unwritable)?;
            set_aside.push(aside);
        }
    }
    fs::rename(&draft, target).map_err(unwritable)?;
    Ok(set_aside)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
