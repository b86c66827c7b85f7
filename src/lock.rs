//! A lock on the data folder: running servers share it, restoring wants it alone.

use std::{
    fs::{File, OpenOptions},
    io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use rustix::fs::{FlockOperation, flock};

use crate::private;

const RUNNING: &str = "clearjai.lock";
const OPENING: &str = "opening.lock";
const COPYING: &str = "copying.lock";

/// Held as long as it lives; the operating system lets go when the program ends, however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

#[derive(Debug, thiserror::Error)]
pub enum NotLocked {
    #[error("ClearJai is running on the data folder {0}. Stop it first.")]
    InUse(PathBuf),
    #[error("The data folder {0} is being restored. Wait until that is done.")]
    BeingRestored(PathBuf),
    #[error(
        "The folder {0} cannot be written ({1}). Give the account that runs ClearJai the right to write there, or choose another folder with CLEARJAI_DATA."
    )]
    Unwritable(PathBuf, io::Error),
}

impl Lock {
    pub fn shared(data: &Path) -> Result<Self, NotLocked> {
        let file = open(data, RUNNING)?;
        flock(&file, FlockOperation::NonBlockingLockShared).map_err(|_| NotLocked::BeingRestored(data.into()))?;
        Ok(Self { _file: file })
    }

    pub fn alone(data: &Path) -> Result<Self, NotLocked> {
        let file = open(data, RUNNING)?;
        flock(&file, FlockOperation::NonBlockingLockExclusive).map_err(|_| NotLocked::InUse(data.into()))?;
        Ok(Self { _file: file })
    }

    /// For opening the house: who opens it at the same time waits here, and then finds everything made.
    pub fn to_open(data: &Path) -> Result<Self, NotLocked> {
        Self::in_turn(data, OPENING)
    }

    /// For making a backup: one is made at a time.
    pub fn to_copy(data: &Path) -> Result<Self, NotLocked> {
        Self::in_turn(data, COPYING)
    }

    fn in_turn(data: &Path, name: &str) -> Result<Self, NotLocked> {
        let file = open(data, name)?;
        flock(&file, FlockOperation::LockExclusive).map_err(|fault| NotLocked::Unwritable(data.into(), fault.into()))?;
        Ok(Self { _file: file })
    }
}

fn open(data: &Path, name: &str) -> Result<File, NotLocked> {
    let unwritable = |fault| NotLocked::Unwritable(data.into(), fault);
    private::make_folder(data).map_err(unwritable)?;
    OpenOptions::new().append(true).create(true).mode(0o600).open(data.join(name)).map_err(unwritable)
}
