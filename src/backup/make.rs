//! Making a backup: whole or not at all.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::{Description, postgres, sqlite};
use crate::{
    clock::Moment,
    db::{Place, Plan},
    private,
};

/// The register changes every day; the urn need not be copied as often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    Both,
    Register,
    Urn,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub folder: PathBuf,
    pub files: Vec<String>,
}

#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    #[error("{0} exists already. Name a folder that does not exist yet.")]
    Exists(PathBuf),
    #[error("{0} cannot be written ({1}). Choose a folder with enough space that may be written.")]
    Unwritable(PathBuf, io::Error),
    #[error("The {0} database could not be copied: {1}")]
    NotCopied(&'static str, String),
}

pub fn make(plan: &Plan, target: &Path, which: Which, now: Moment) -> Result<Made, NotMade> {
    if target.exists() {
        return Err(NotMade::Exists(target.into()));
    }
    let unwritable = |fault| NotMade::Unwritable(target.into(), fault);
    // Copied beside it under a name of its own, then moved: a backup is whole or not there.
    let mut draft = target.as_os_str().to_owned();
    draft.push(format!(".part-{}", std::process::id()));
    let draft = PathBuf::from(draft);
    // Whoever makes the same backup at this moment has it.
    private::make_new_folder(&draft).map_err(|fault| match fault.kind() {
        io::ErrorKind::AlreadyExists => NotMade::Exists(draft.clone()),
        _ => unwritable(fault),
    })?;

    let made = fill(plan, &draft, which, now);
    match made {
        Ok(files) => {
            fs::rename(&draft, target).map_err(unwritable)?;
            Ok(Made { folder: target.into(), files })
        }
        Err(fault) => {
            let _half_made = fs::remove_dir_all(&draft);
            Err(fault)
        }
    }
}

fn fill(plan: &Plan, draft: &Path, which: Which, now: Moment) -> Result<Vec<String>, NotMade> {
    let sides = [("register", &plan.register, which != Which::Urn), ("urn", &plan.urn, which != Which::Register)];
    let mut files = Vec::new();
    for (side, place, _) in sides.into_iter().filter(|(_, _, wanted)| *wanted) {
        let (name, copied) = match place {
            Place::Sqlite(path) => {
                let name = format!("{side}.db");
                let copied = sqlite::copy(path, &draft.join(&name));
                (name, copied)
            }
            Place::Postgres(url) => {
                let name = format!("{side}.dump");
                let copied = postgres::dump(url, &draft.join(&name));
                (name, copied)
            }
        };
        copied.map_err(|reason| NotMade::NotCopied(side, reason))?;
        let digest = digest(&draft.join(&name)).map_err(|fault| NotMade::Unwritable(draft.into(), fault))?;
        files.push((name, digest));
    }
    let engine = if plan.register.is_sqlite() { "sqlite" } else { "postgres" };
    let description = Description {
        version: env!("CARGO_PKG_VERSION").into(),
        engine: engine.into(),
        made: *now.micros(),
        files: files.clone(),
    };
    description.write(draft).map_err(|fault| NotMade::Unwritable(draft.into(), fault))?;
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

pub(super) fn digest(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    let mut file = fs::File::open(path)?;
    let mut chunk = vec![0; 64 * 1024];
    loop {
        let read = io::Read::read(&mut file, &mut chunk)?;
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hash.update(bytes);
    }
    Ok(HEXLOWER.encode(&hash.finalize()))
}
