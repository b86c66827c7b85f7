//! An office file put together: its parts in one order, at one moment, with nothing said about them but what they are.

use super::{markup::DECLARATION, paths, xml::escaped};
use crate::enclosures::Refused;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{Cursor, Write as _},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// A part that is clean.
pub(super) struct Part {
    pub(super) content_type: String,
    pub(super) bytes: Vec<u8>,
    pub(super) links: Vec<Written>,
}

/// A link as it is written.
pub(super) struct Written {
    pub(super) id: String,
    pub(super) kind: String,
    pub(super) target: String,
    pub(super) is_outside: bool,
}

pub(super) fn package(root: &Written, parts: &BTreeMap<String, Part>) -> Result<Vec<u8>, Refused> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default());
    let mut add = |name: &str, bytes: &[u8]| {
        zip.start_file(name, options).map_err(|_| Refused::Damaged)?;
        zip.write_all(bytes).map_err(|_| Refused::Damaged)
    };
    add("[Content_Types].xml", contents(parts).as_bytes())?;
    add("_rels/.rels", links(std::slice::from_ref(root)).as_bytes())?;
    for (name, part) in parts {
        add(name, &part.bytes)?;
        if !part.links.is_empty() {
            add(&paths::links_of(name), links(&part.links).as_bytes())?;
        }
    }
    zip.finish().map(Cursor::into_inner).map_err(|_| Refused::Damaged)
}

fn contents(parts: &BTreeMap<String, Part>) -> String {
    let mut text = format!(
        r#"{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#
    );
    for (name, part) in parts {
        // Writing to memory cannot fail.
        let _ = write!(text, r#"<Override PartName="/{}" ContentType="{}"/>"#, escaped(name), escaped(&part.content_type));
    }
    text + "</Types>"
}

fn links(links: &[Written]) -> String {
    let mut text =
        format!(r#"{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#);
    for link in links {
        let outside = if link.is_outside { r#" TargetMode="External""# } else { "" };
        let (id, kind, target) = (escaped(&link.id), escaped(&link.kind), escaped(&link.target));
        let _ = write!(text, r#"<Relationship Id="{id}" Type="{kind}" Target="{target}"{outside}/>"#);
    }
    text + "</Relationships>"
}
