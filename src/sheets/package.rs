//! The zip that a workbook is: its parts by name, whatever it says about their sizes.

use super::{Refusal, limits, xml::Xml};
use std::{cell::Cell, collections::HashMap, io::Cursor, rc::Rc};
use zip::ZipArchive;

/// What begins the entry of a part in the list of contents.
const LISTED: &[u8] = b"PK\x01\x02";

pub(super) struct Package<'file> {
    zip: ZipArchive<Cursor<&'file [u8]>>,
    /// In small letters, since some programs are careless about them.
    parts: HashMap<String, usize>,
    left: Rc<Cell<u64>>,
}

impl<'file> Package<'file> {
    pub(super) fn open(file: &'file [u8]) -> Result<Self, Refusal> {
        let too_many = Refusal::Bomb { limit: limits::PARTS as u64 };
        // Counted before the list is read, which would take memory for each; a part may hold a few by chance.
        if file.windows(LISTED.len()).filter(|bytes| *bytes == LISTED).count() > 2 * limits::PARTS {
            return Err(too_many);
        }
        let zip = ZipArchive::new(Cursor::new(file)).map_err(|_| Refusal::Damaged)?;
        if zip.len() > limits::PARTS {
            return Err(too_many);
        }
        let mut parts = HashMap::with_capacity(zip.len());
        for place in 0..zip.len() {
            let part = zip.by_index_data(place).map_err(|_| Refusal::Damaged)?;
            if part.encrypted() {
                return Err(Refusal::PasswordProtected);
            }
            parts.insert(normal(&String::from_utf8_lossy(part.name_raw())), place);
        }
        Ok(Self { zip, parts, left: Rc::new(Cell::new(limits::UNPACKED)) })
    }

    pub(super) fn has(&self, begins: &str) -> bool {
        self.parts.keys().any(|name| name.starts_with(begins))
    }

    pub(super) fn part(&mut self, name: &str) -> Result<Option<Xml<'_>>, Refusal> {
        let Some(place) = self.parts.get(&normal(name)).copied() else {
            return Ok(None);
        };
        let part = self.zip.by_index(place).map_err(|_| Refusal::Damaged)?;
        Ok(Some(Xml::new(Box::new(part), Rc::clone(&self.left))))
    }
}

fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// Where a link leads that stands in a part of this folder.
pub(super) fn linked(folder: &str, target: &str) -> String {
    let path = if target.starts_with('/') { target.to_owned() } else { format!("{folder}/{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_followed_from_the_folder_they_stand_in() {
        assert_eq!(linked("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(linked("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(linked("xl", "../xl/./a.xml"), "xl/a.xml");
        assert_eq!(linked("", "../../a.xml"), "a.xml");
    }
}
