//! An office file: its parts from the main one onwards, each cleaned as what it is.

use super::{
    contents::Contents,
    links::{Fate, Link},
    markup,
    paths::{self, links_of},
    unzip::{Left, Package, normal},
    write::{self, Part, Written},
};
use crate::enclosures::{Clean, Kind, Refused, limits, pictures};
use std::{
    cell::Cell,
    collections::{BTreeMap, HashMap, HashSet, VecDeque},
};

/// A workbook behind a chart, but nothing within that.
const DEPTH: usize = 1;

/// Kinds of the main part.
const MAIN: [(&str, Kind); 3] = [
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", Kind::Docx),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", Kind::Xlsx),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", Kind::Pptx),
];

/// Where formulas look that took from a workbook of the writer's.
const ELSEWHERE: &str = "elsewhere.xlsx";

pub(in crate::enclosures) fn clean(file: &[u8]) -> Result<Clean, Refused> {
    cleaned(file, &Cell::new(limits::UNPACKED), DEPTH)
}

fn cleaned(file: &[u8], left: &Left, depth: usize) -> Result<Clean, Refused> {
    let mut package = Package::open(file, left)?;
    if package.names().any(|name| name.ends_with("vbaproject.bin")) {
        return Err(Refused::Macros);
    }
    let Some(contents) = package.part("[Content_Types].xml")? else { return Err(Refused::OtherKind) };
    let contents = Contents::read(&contents)?;
    if contents.all().any(|kind| kind.to_lowercase().contains("macroenabled")) {
        return Err(Refused::Macros);
    }
    let root = Link::all(&package.part("_rels/.rels")?.ok_or(Refused::Damaged)?)?;
    let main = root.into_iter().find(|link| link.word() == "officeDocument" && !link.is_outside).ok_or(Refused::OtherKind)?;
    let name = paths::linked("", &main.target);
    let kind =
        MAIN.iter().find(|(content, _)| *content == contents.of(&name)).map(|(_, kind)| *kind).ok_or(Refused::OtherKind)?;
    let mut taking =
        Taking { package, contents, kind, left, depth, names: HashMap::new(), waiting: VecDeque::new(), pictures: 0 };
    taking.refer(&name, Sort::Other)?;
    let mut parts = BTreeMap::new();
    while let Some((old, sort)) = taking.waiting.pop_front() {
        let part = taking.part(&old, sort)?;
        let new = taking.names.get(&normal(&old)).cloned().unwrap_or(old);
        parts.insert(new, part);
    }
    let root = Written { id: "rId1".to_owned(), kind: main.kind, target: name, is_outside: false };
    let bytes = write::package(&root, &parts)?;
    if bytes.len() > limits::CLEAN { Err(Refused::Bomb) } else { Ok(Clean { kind, bytes }) }
}

/// What a part is, by the link that led to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Picture,
    Package,
    Font,
    Other,
}

struct Taking<'file> {
    package: Package<'file>,
    contents: Contents,
    kind: Kind,
    left: &'file Left,
    depth: usize,
    /// How parts were called, and how they are called now.
    names: HashMap<String, String>,
    waiting: VecDeque<(String, Sort)>,
    pictures: usize,
}

impl Taking<'_> {
    /// How the part is called from now on. Pictures are named by many programs as their files were.
    fn refer(&mut self, old: &str, sort: Sort) -> Result<String, Refused> {
        if let Some(known) = self.names.get(&normal(old)) {
            return Ok(known.clone());
        }
        let new = if sort == Sort::Picture {
            self.pictures += 1;
            let bytes = self.package.part(old)?.ok_or(Refused::Damaged)?;
            let (_, extension) = picture_kind(&bytes)?;
            let folder = old.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/image{}.{extension}", self.pictures).trim_start_matches('/').to_owned()
        } else {
            old.to_owned()
        };
        self.names.insert(normal(old), new.clone());
        self.waiting.push_back((old.to_owned(), sort));
        Ok(new)
    }

    fn part(&mut self, name: &str, sort: Sort) -> Result<Part, Refused> {
        let bytes = self.package.part(name)?.ok_or(Refused::Damaged)?;
        let content_type = self.contents.of(name).to_owned();
        let plain = |content_type: String, bytes| Ok(Part { content_type, bytes, links: Vec::new() });
        match sort {
            Sort::Picture => plain(picture_kind(&bytes)?.0.to_owned(), picture(&bytes)?),
            Sort::Font => plain(content_type, bytes),
            Sort::Package => {
                let depth = self.depth.checked_sub(1).ok_or(Refused::TooDeep)?;
                let inner = cleaned(&bytes, self.left, depth)?;
                plain(inner.kind.media_type().to_owned(), inner.bytes)
            }
            Sort::Other if content_type.ends_with("xml") || content_type.ends_with("vmlDrawing") => {
                let links = self.links(name)?;
                let kept: HashSet<String> = links.iter().map(|link| link.id.clone()).collect();
                Ok(Part { content_type, bytes: markup::clean(&bytes, self.kind, &kept)?, links })
            }
            Sort::Other => Err(Refused::FileInside),
        }
    }

    fn links(&mut self, name: &str) -> Result<Vec<Written>, Refused> {
        let Some(links) = self.package.part(&links_of(name))? else { return Ok(Vec::new()) };
        let mut kept = Vec::new();
        for link in Link::all(&links)? {
            let target = match link.fate()? {
                Fate::Cut => continue,
                Fate::Kept => link.target,
                Fate::Elsewhere => ELSEWHERE.to_owned(),
                Fate::Followed => {
                    let old = paths::linked(name, &link.target);
                    let sort = match link.kind.rsplit('/').next() {
                        Some("image") => Sort::Picture,
                        Some("package") => Sort::Package,
                        Some("font") => Sort::Font,
                        _ => Sort::Other,
                    };
                    // Pictures of which a better one stands beside them: that of every program is enough.
                    if sort == Sort::Picture && is_second(&self.contents, &old) {
                        continue;
                    }
                    // A link to nowhere is none.
                    if !self.package.has(&old) {
                        continue;
                    }
                    format!("/{}", self.refer(&old, sort)?)
                }
            };
            kept.push(Written { id: link.id, kind: link.kind, target, is_outside: link.is_outside });
        }
        Ok(kept)
    }
}

/// Drawings in SVG stand beside the same as PNG.
fn is_second(contents: &Contents, part: &str) -> bool {
    let content_type = contents.of(part).to_lowercase();
    content_type.contains("svg") || part.to_lowercase().ends_with(".svg")
}

fn picture_kind(bytes: &[u8]) -> Result<(&'static str, &'static str), Refused> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Ok(("image/jpeg", "jpeg")),
        [0x89, b'P', b'N', b'G', ..] => Ok(("image/png", "png")),
        [b'G', b'I', b'F', b'8', ..] => Ok(("image/gif", "gif")),
        _ => Err(Refused::FileInside),
    }
}

fn picture(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    match bytes.first() {
        Some(0xFF) => pictures::jpeg::clean(bytes, pictures::Upright::Kept),
        Some(0x89) => pictures::png::clean(bytes),
        _ => pictures::gif::clean(bytes),
    }
}
