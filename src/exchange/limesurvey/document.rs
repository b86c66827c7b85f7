//! The file as the tables it is made of, within limits.
//!
//! Nothing is believed: a document type or an entity of its own is refused outright, so that none can grow.

use std::collections::BTreeMap;

use quick_xml::{
    Reader,
    escape::resolve_xml_entity,
    events::{BytesRef, Event},
};

use crate::exchange::Refused;

/// Bytes of the file.
const LARGEST: usize = 16 * 1024 * 1024;
/// Elements inside each other; LimeSurvey needs five.
const DEEPEST: usize = 12;
/// Rows of all tables.
const ROWS: usize = 60_000;
/// Bytes of one text.
const TEXT: usize = 256 * 1024;

pub(super) type Row = BTreeMap<String, String>;

pub(super) type Index<'it> = BTreeMap<&'it str, Vec<&'it Row>>;

#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) kind: String,
    pub(super) languages: Vec<String>,
    tables: BTreeMap<String, Vec<Row>>,
}

impl Document {
    pub(super) fn table(&self, name: &str) -> &[Row] {
        self.tables.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The rows of a table by one of their fields.
    pub(super) fn by<'it>(&'it self, table: &str, name: &str) -> Index<'it> {
        let mut index = Index::new();
        for row in self.table(table) {
            index.entry(row.get(name).map_or("", |text| text.trim())).or_default().push(row);
        }
        index
    }

    pub(super) fn tables(&self) -> impl Iterator<Item = (&String, &Vec<Row>)> {
        self.tables.iter()
    }

    pub(super) fn of(file: &[u8]) -> Result<Self, Refused> {
        if file.len() > LARGEST {
            return Err(Refused::TooLarge { limit: LARGEST });
        }
        let text = str::from_utf8(file).map_err(|_| Refused::Undecodable)?.trim_start_matches('\u{feff}');
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        let mut reading = Reading::default();
        loop {
            match reader.read_event().map_err(|_| Refused::Damaged)? {
                Event::DocType(_) => return Err(Refused::Entities),
                Event::Start(tag) => reading.begin(tag.local_name().into_inner())?,
                Event::End(_) => reading.end()?,
                Event::Text(piece) => reading.add(&piece.xml10_content())?,
                Event::CData(piece) => reading.add(&piece.xml10_content())?,
                Event::GeneralRef(entity) => reading.add(&character(&entity)?)?,
                Event::Eof => return reading.finished(),
                _ => {}
            }
        }
    }
}

fn character(entity: &BytesRef<'_>) -> Result<String, Refused> {
    if let Some(known) = resolve_xml_entity(entity) {
        return Ok(known.to_owned());
    }
    entity.resolve_char_ref().ok().flatten().map(String::from).ok_or(Refused::Entities)
}

/// Where in the file we are: the names of the elements around us.
#[derive(Default)]
struct Reading {
    document: Document,
    around: Vec<String>,
    row: Row,
    rows: usize,
    text: String,
}

impl Reading {
    fn begin(&mut self, name: &str) -> Result<(), Refused> {
        if self.around.len() >= DEEPEST {
            return Err(Refused::TooDeep { limit: DEEPEST });
        }
        if self.around.is_empty() && name != "document" {
            return Err(Refused::NotLimeSurvey);
        }
        self.around.push(name.to_owned());
        self.text.clear();
        Ok(())
    }

    fn add(&mut self, text: &str) -> Result<(), Refused> {
        if self.around.is_empty() {
            return if text.trim().is_empty() { Ok(()) } else { Err(Refused::NotLimeSurvey) };
        }
        self.text.push_str(text);
        if self.text.len() > TEXT { Err(Refused::Bomb) } else { Ok(()) }
    }

    fn end(&mut self) -> Result<(), Refused> {
        let around: Vec<&str> = self.around.iter().map(String::as_str).collect();
        let text = std::mem::take(&mut self.text);
        match around.as_slice() {
            ["document", "LimeSurveyDocType"] => text.trim().clone_into(&mut self.document.kind),
            ["document", "languages", "language"] => self.document.languages.push(text.trim().to_owned()),
            ["document", table, "rows", "row"] => {
                self.rows += 1;
                if self.rows > ROWS {
                    return Err(Refused::Bomb);
                }
                let row = std::mem::take(&mut self.row);
                self.document.tables.entry((*table).to_owned()).or_default().push(row);
            }
            ["document", _, "rows", "row", field] => {
                self.row.insert((*field).to_owned(), text);
            }
            _ => {}
        }
        self.around.pop();
        Ok(())
    }

    fn finished(self) -> Result<Document, Refused> {
        match self.document.kind.as_str() {
            _ if !self.around.is_empty() => Err(Refused::Damaged),
            "Survey" => Ok(self.document),
            _ => Err(Refused::NotLimeSurvey),
        }
    }
}
