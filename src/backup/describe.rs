//! What a backup says about itself, and where backups made on the page are kept.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use crate::clock::Moment;

const FILE: &str = "backup.json";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    /// The version of the program that made it.
    pub version: String,
    /// `sqlite` or `postgres`.
    pub engine: String,
    /// Microseconds since 1970.
    pub made: i64,
    /// The files in it, and their SHA-256.
    pub files: Vec<(String, String)>,
}

impl Description {
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::write(folder.join(FILE), serde_json::to_vec_pretty(self).map_err(io::Error::other)?)
    }

    pub fn read(folder: &Path) -> io::Result<Self> {
        serde_json::from_slice(&fs::read(folder.join(FILE))?).map_err(io::Error::other)
    }
}

/// A backup in the usual place.
#[derive(Clone, Debug)]
pub struct Kept {
    pub made: Moment,
    pub bytes: u64,
}

/// Where the page puts backups.
pub fn folder(data: &Path) -> PathBuf {
    data.join("backups")
}

/// The name of a backup made now: `2026-11-21-133045`.
pub fn name(now: Moment) -> String {
    now.in_bangkok().strftime("%Y-%m-%d-%H%M%S").to_string()
}

/// Backups in the usual place, the latest first.
pub fn kept(data: &Path) -> io::Result<Vec<Kept>> {
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder(data))? {
        let path = entry?.path();
        let Ok(description) = Description::read(&path) else { continue };
        let bytes =
            description.files.iter().filter_map(|(name, _)| fs::metadata(path.join(name)).ok()).map(|file| file.len()).sum();
        kept.push(Kept { made: Moment::from_micros(description.made), bytes });
    }
    kept.sort_by_key(|backup| std::cmp::Reverse(backup.made));
    Ok(kept)
}
