//! Folders for their owner alone: even the names and times of files in them tell something.

use std::{
    fs::DirBuilder,
    io,
    os::unix::fs::{DirBuilderExt, PermissionsExt},
    path::Path,
};

/// Makes the folder, and those above it that are missing, so that no one else can look inside.
/// One that was there before stays as its owner made it.
pub fn make_folder(path: &Path) -> io::Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// Makes a folder that was not there before, in one that is made if need be.
pub fn make_new_folder(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), make_folder)?;
    DirBuilder::new().mode(0o700).create(path)
}

/// Whether others on this machine can look inside or read it.
pub fn is_exposed(path: &Path) -> io::Result<bool> {
    Ok(path.metadata()?.permissions().mode() & 0o077 != 0)
}
