//! What each part of an office file says it is.

use super::{unzip::normal, xml};
use crate::enclosures::{Refused, limits};
use std::collections::HashMap;

#[derive(Default)]
pub(super) struct Contents {
    by_extension: HashMap<String, String>,
    by_part: HashMap<String, String>,
}

impl Contents {
    pub(super) fn read(part: &[u8]) -> Result<Self, Refused> {
        let mut contents = Self::default();
        xml::elements(&xml::text(part)?, |tag| {
            let kind = xml::attribute(tag, "ContentType")?;
            match tag.local_name().into_inner() {
                "Default" => drop(contents.by_extension.insert(xml::attribute(tag, "Extension")?.to_lowercase(), kind)),
                "Override" => drop(contents.by_part.insert(normal(&xml::attribute(tag, "PartName")?), kind)),
                _ => {}
            }
            let count = contents.by_part.len() + contents.by_extension.len();
            if count > 2 * limits::PARTS { Err(Refused::Bomb) } else { Ok(()) }
        })?;
        Ok(contents)
    }

    pub(super) fn of(&self, part: &str) -> &str {
        let extension = part.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default();
        self.by_part.get(&normal(part)).or_else(|| self.by_extension.get(&extension)).map_or("", String::as_str)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.by_part.values().chain(self.by_extension.values()).map(String::as_str)
    }
}
