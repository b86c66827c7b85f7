//! The file that holds the master key: made on the first start, readable by its owner alone.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::{Path, PathBuf},
};

use super::MasterKey;
use crate::{dice::Dice, private};

/// What keeps the key from being used, and what to do about it.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    #[error(
        "The key file {0} is missing, but there is data that needs it. Put the file back from your backup; without it nothing sealed can be read. To start afresh instead, choose an empty data folder."
    )]
    Missing(PathBuf),
    #[error("The key file {0} cannot be read ({1}). Give the account that runs ClearJai the right to read it.")]
    Unreadable(PathBuf, io::Error),
    #[error(
        "The key file {0} cannot be written ({1}). Make its folder writable, or choose another place with CLEARJAI_KEY_FILE."
    )]
    Unwritable(PathBuf, io::Error),
    #[error("The key file {0} does not hold a key (one line of base64, 32 bytes). Put the right file back from your backup.")]
    Malformed(PathBuf),
    #[error("The key file {0} can be read by other users of this machine. Run: chmod 600 {0}")]
    Exposed(PathBuf),
}

/// Reads the key.
pub fn read(path: &Path) -> Result<MasterKey, KeyFault> {
    let unreadable = |fault| KeyFault::Unreadable(path.into(), fault);
    let mode = match fs::metadata(path) {
        Ok(file) => file.permissions().mode(),
        Err(fault) if matches!(fault.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Err(KeyFault::Missing(path.into()));
        }
        Err(fault) => return Err(unreadable(fault)),
    };
    if mode & 0o007 != 0 {
        return Err(KeyFault::Exposed(path.into()));
    }
    let text = fs::read_to_string(path).map_err(unreadable)?;
    let mut lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    match (lines.next().and_then(MasterKey::from_base64), lines.next()) {
        (Some(key), None) => Ok(key),
        _ => Err(KeyFault::Malformed(path.into())),
    }
}

/// Reads the key, or makes one where there is none yet. Says whether it was made just now.
///
/// Call it only when no data exists that would need an older key.
pub fn found_or_read(path: &Path, dice: &mut Dice) -> Result<(MasterKey, bool), KeyFault> {
    match read(path) {
        Err(KeyFault::Missing(_)) => found(path, dice),
        other => other.map(|key| (key, false)),
    }
}

fn found(path: &Path, dice: &mut Dice) -> Result<(MasterKey, bool), KeyFault> {
    let unwritable = |fault| KeyFault::Unwritable(path.into(), fault);
    if let Some(folder) = path.parent() {
        private::make_folder(folder).map_err(unwritable)?;
    }
    let key = MasterKey::random(dice);
    // Another instance may be starting at this very moment: whoever creates the file wins.
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(mut file) => {
            let text = format!(
                "# The master key of this ClearJai. Back it up, apart from the databases:\n\
                 # without it, sealed data cannot be read by anyone, ever.\n{}\n",
                key.to_base64()
            );
            file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|fault| {
                let _half_written = fs::remove_file(path);
                unwritable(fault)
            })?;
            Ok((key, true))
        }
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => read(path).map(|key| (key, false)),
        Err(fault) => Err(unwritable(fault)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that goes when the test ends.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new() -> Self {
            Self(std::env::temp_dir().join(format!("clearjai-key-{}", Dice::real().digits(16))))
        }

        fn key(&self) -> PathBuf {
            self.0.join("master.key")
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _gone = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_first_start_makes_a_key_that_only_its_owner_can_read_and_later_starts_find_it() {
        let scratch = Scratch::new();
        let path = scratch.key();
        let (made, new) = found_or_read(&path, &mut Dice::real()).unwrap();
        assert!(new);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let (found, new) = found_or_read(&path, &mut Dice::real()).unwrap();
        assert!(!new);
        assert_eq!(found.to_base64(), made.to_base64());
    }

    #[test]
    fn a_key_that_others_can_read_is_refused() {
        let scratch = Scratch::new();
        let path = scratch.key();
        found_or_read(&path, &mut Dice::real()).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(read(&path), Err(KeyFault::Exposed(_))));
    }

    #[test]
    fn a_file_without_a_key_is_refused_and_left_as_it_is() {
        let scratch = Scratch::new();
        let path = scratch.key();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "hello").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(matches!(found_or_read(&path, &mut Dice::real()), Err(KeyFault::Malformed(_))));
        assert_eq!(fs::read_to_string(&path).unwrap(), "hello");
    }

    #[test]
    fn a_missing_key_is_not_made_up_when_only_reading() {
        assert!(matches!(read(&Scratch::new().key()), Err(KeyFault::Missing(_))));
    }
}
