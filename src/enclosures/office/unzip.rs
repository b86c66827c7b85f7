//! The zip that an office file is: its parts by name, whatever it says about their sizes.

use crate::enclosures::{Refused, limits};
use std::{
    cell::Cell,
    collections::HashMap,
    io::{Cursor, Read as _},
};
use zip::ZipArchive;

/// What begins the entry of a part in the list of contents.
const LISTED: &[u8] = b"PK\x01\x02";

/// What may still come out of a file and of the files within it.
pub(super) type Left = Cell<u64>;

pub(super) struct Package<'file> {
    zip: ZipArchive<Cursor<&'file [u8]>>,
    /// In small letters, since some programs are careless about them.
    parts: HashMap<String, usize>,
    left: &'file Left,
}

impl<'file> Package<'file> {
    pub(super) fn open(file: &'file [u8], left: &'file Left) -> Result<Self, Refused> {
        // Counted before the list is read, which would take memory for each; a part may hold a few by chance.
        if file.windows(LISTED.len()).filter(|bytes| *bytes == LISTED).count() > 2 * limits::PARTS {
            return Err(Refused::Bomb);
        }
        let zip = ZipArchive::new(Cursor::new(file)).map_err(|_| Refused::Damaged)?;
        if zip.len() > limits::PARTS {
            return Err(Refused::Bomb);
        }
        let mut parts = HashMap::with_capacity(zip.len());
        for place in 0..zip.len() {
            let part = zip.by_index_data(place).map_err(|_| Refused::Damaged)?;
            if part.encrypted() {
                return Err(Refused::Locked);
            }
            parts.insert(normal(&String::from_utf8_lossy(part.name_raw())), place);
        }
        Ok(Self { zip, parts, left })
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&normal(name))
    }

    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refused> {
        let Some(place) = self.parts.get(&normal(name)).copied() else { return Ok(None) };
        let part = self.zip.by_index(place).map_err(|_| Refused::Damaged)?;
        let mut bytes = Vec::new();
        let most = self.left.get();
        part.take(most + 1).read_to_end(&mut bytes).map_err(|_| Refused::Damaged)?;
        let left = most.checked_sub(bytes.len() as u64).ok_or(Refused::Bomb)?;
        self.left.set(left);
        Ok(Some(bytes))
    }
}

/// The same for all ways in which programs write it.
pub(super) fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}
