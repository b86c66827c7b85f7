//! A workbook: its sheets, and what all of them share.

use super::{
    Found, Kind, Refusal, Row, Table, limits,
    number_formats::Formats,
    package::{Package, linked},
    shared_strings::SharedStrings,
    worksheet,
    xml::attribute,
};
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// How many rows of a sheet are shown to whoever chooses one.
const GLIMPSE: usize = 20;
/// How many links a part may have.
const LINKS: usize = 10_000;

pub(super) struct Workbook<'file> {
    package: Package<'file>,
    /// Name and part of each sheet that is shown.
    sheets: Vec<(String, String)>,
    shared: Shared,
}

/// What the cells of every sheet need to be read.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) strings: SharedStrings,
    pub(super) formats: Formats,
    pub(super) from_1904: bool,
}

/// A link of a part: what it leads to, and where.
struct Link {
    kind: String,
    target: String,
}

impl<'file> Workbook<'file> {
    pub(super) fn open(file: &'file [u8]) -> Result<Self, Refusal> {
        let mut package = Package::open(file)?;
        let main = main_part(&mut package)?;
        let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
        let links = links(&mut package, &linked(folder, &format!("_rels/{name}.rels")), folder)?;
        let mut shared = Shared::default();
        let sheets = sheets(&mut package, &main, &links, &mut shared.from_1904)?;
        for link in links.values() {
            let Some(part) = package.part(&link.target)? else { continue };
            match link.kind.as_str() {
                "sharedStrings" => shared.strings = SharedStrings::read(part)?,
                "styles" => shared.formats = Formats::read(part)?,
                _ => {}
            }
        }
        Ok(Self { package, sheets, shared })
    }

    /// The first sheet whose beginning looks right, or else the first with anything in it.
    pub(super) fn choose(mut self, looks_right: &dyn Fn(&[Row]) -> bool) -> Result<Table, Refusal> {
        let (mut first, mut right) = (None, Vec::new());
        for sheet in 0..self.sheets.len() {
            match self.rows(sheet, Some(GLIMPSE)) {
                Ok(rows) if rows.is_empty() => continue,
                Ok(rows) if looks_right(&rows) => right.push(sheet),
                // Another sheet may be the one; if none is, this is why.
                Ok(_) | Err(Refusal::TooManyColumns { .. } | Refusal::CellTooLong { .. }) => {}
                Err(refusal) => return Err(refusal),
            }
            first = first.or(Some(sheet));
        }
        let chosen = right.first().copied().or(first).ok_or(Refusal::Empty)?;
        let others = right.iter().skip(1).filter_map(|sheet| self.sheets.get(*sheet));
        let other_sheets = others.map(|(name, _)| name.clone()).collect();
        Ok(Table { other_sheets, ..self.table(chosen)? })
    }

    /// Every sheet with anything in it.
    pub(super) fn all(mut self) -> Result<Vec<Table>, Refusal> {
        let tables: Result<Vec<_>, _> = (0..self.sheets.len()).map(|sheet| self.table(sheet)).collect();
        let mut tables = tables?;
        tables.retain(|table| !table.rows.is_empty());
        if tables.is_empty() { Err(Refusal::Empty) } else { Ok(tables) }
    }

    fn table(&mut self, sheet: usize) -> Result<Table, Refusal> {
        let name = self.sheets.get(sheet).map(|(name, _)| name.clone());
        Ok(Table { rows: self.rows(sheet, None)?, kind: Kind::Xlsx, sheet: name, other_sheets: Vec::new() })
    }

    fn rows(&mut self, sheet: usize, most: Option<usize>) -> Result<Vec<Row>, Refusal> {
        let (_, part) = self.sheets.get(sheet).ok_or(Refusal::Damaged)?;
        let xml = self.package.part(part)?.ok_or(Refusal::Damaged)?;
        worksheet::rows(xml, &self.shared, most)
    }
}

/// The part where a workbook begins; or what the archive is instead.
fn main_part(package: &mut Package<'_>) -> Result<String, Refusal> {
    let links = links(package, "_rels/.rels", "")?;
    let main = links.values().find(|link| link.kind == "officeDocument").map(|link| link.target.clone());
    if main.as_deref().is_some_and(|main| main.ends_with("workbook.bin")) || package.has("xl/workbook.bin") {
        return Err(Refusal::OldExcel);
    }
    let main = main.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let not = |found| Err(Refusal::NotATable(found));
    match () {
        () if package.has("word/") || package.has("ppt/") => not(Found::Document),
        () if package.has("mimetype") && package.has("content.xml") => not(Found::OpenDocument),
        () if !package.has(&main.to_lowercase()) => not(Found::Archive),
        () => Ok(main),
    }
}

fn links(package: &mut Package<'_>, part: &str, folder: &str) -> Result<BTreeMap<String, Link>, Refusal> {
    let mut links = BTreeMap::new();
    let Some(mut xml) = package.part(part)? else {
        return Ok(links);
    };
    loop {
        match xml.next()? {
            Event::Start(tag) if tag.local_name().into_inner() == "Relationship" => {
                let id = attribute(&tag, "Id")?.unwrap_or_default();
                let kind = attribute(&tag, "Type")?.unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let target = linked(folder, &attribute(&tag, "Target")?.unwrap_or_default());
                links.insert(id, Link { kind, target });
                if links.len() > LINKS {
                    return Err(Refusal::Bomb { limit: LINKS as u64 });
                }
            }
            Event::Eof => return Ok(links),
            _ => {}
        }
    }
}

/// The sheets that are shown, in their order; charts and macros are none.
fn sheets(
    package: &mut Package<'_>,
    main: &str,
    links: &BTreeMap<String, Link>,
    from_1904: &mut bool,
) -> Result<Vec<(String, String)>, Refusal> {
    let mut sheets = Vec::new();
    let mut xml = package.part(main)?.ok_or(Refusal::Damaged)?;
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().into_inner() {
                "sheet" => {
                    let is_hidden = attribute(&tag, "state")?.is_some_and(|state| state != "visible");
                    let link = attribute(&tag, "id")?.and_then(|id| links.get(&id));
                    if let Some(link) = link.filter(|link| link.kind == "worksheet" && !is_hidden) {
                        sheets.push((attribute(&tag, "name")?.unwrap_or_default(), link.target.clone()));
                    }
                    if sheets.len() > limits::PARTS {
                        return Err(Refusal::Bomb { limit: limits::PARTS as u64 });
                    }
                }
                "workbookPr" => {
                    let is_set = attribute(&tag, "date1904")?.is_some_and(|set| matches!(set.as_str(), "1" | "true" | "on"));
                    *from_1904 |= is_set;
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().into_inner() == "workbook" => return Ok(sheets),
            Event::Eof => return Err(Refusal::Damaged),
            _ => {}
        }
    }
}
