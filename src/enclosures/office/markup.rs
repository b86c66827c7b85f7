//! The markup of one part, written again without what the rules take out.

use super::{paths, rules, rules::Value, xml};
use crate::enclosures::{Kind, Refused, limits};
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;

/// Whose attributes are links to other parts.
const LINKS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

/// `links` are those that the part still has.
pub(super) fn clean(part: &[u8], kind: Kind, links: &HashSet<String>) -> Result<Vec<u8>, Refused> {
    let text = xml::text(part)?;
    let mut reader = xml::reader(&text);
    let mut writing = Writing {
        kind,
        links,
        prefixes: HashSet::new(),
        out: String::with_capacity(text.len()),
        open: Vec::new(),
        gone: 0,
        stray: 0,
        has_somebody: false,
    };
    loop {
        if writing.out.len() > 2 * text.len() + 1024 {
            return Err(Refused::Bomb);
        }
        match xml::next(&mut reader)? {
            Event::Start(tag) => writing.start(&tag)?,
            Event::Empty(tag) => {
                if writing.gone == 0 {
                    match writing.tag(&tag)? {
                        Some(tag) => writing.push(&["<", &tag, "/>"]),
                        None => writing.lose(),
                    }
                }
            }
            Event::End(tag) => writing.end(tag.name().into_inner())?,
            Event::Text(piece) => writing.say(&piece, &[&piece]),
            Event::CData(piece) => {
                let inner = piece.into_inner();
                writing.say(&inner, &["<![CDATA[", &inner, "]]>"]);
            }
            Event::GeneralRef(entity) => writing.say("", &["&", &entity.into_inner(), ";"]),
            Event::Eof => break,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_) => {}
        }
    }
    if !writing.open.is_empty() || writing.gone > 0 {
        return Err(Refused::Damaged);
    }
    Ok([DECLARATION, &writing.out].concat().into_bytes())
}

pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

struct Writing<'part> {
    kind: Kind,
    links: &'part HashSet<String>,
    prefixes: HashSet<String>,
    out: String,
    open: Vec<Open>,
    /// How many elements are open that are not written.
    gone: usize,
    /// How many ends have no beginning.
    stray: usize,
    has_somebody: bool,
}

/// An element that is open and written.
struct Open {
    name: String,
    text: Text,
    /// Where it begins, and where what is in it does.
    from: usize,
    within: usize,
    has_lost: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Text {
    Said,
    Unsaid,
    /// A formula or the code of a field: if it tells of a path, it goes, and what it came to stays.
    Code,
}

impl Writing<'_> {
    fn push(&mut self, pieces: &[&str]) {
        self.out.extend(pieces.iter().copied());
    }

    fn lose(&mut self) {
        if let Some(open) = self.open.last_mut() {
            open.has_lost = true;
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Refused> {
        if self.gone > 0 {
            self.gone += 1;
            return Ok(());
        }
        let Some(written) = self.tag(tag)? else {
            self.gone = 1;
            self.lose();
            return Ok(());
        };
        if self.open.len() >= limits::NESTED {
            return Err(Refused::Bomb);
        }
        let from = self.out.len();
        self.push(&["<", &written, ">"]);
        let element = tag.local_name().into_inner();
        let text = if rules::names_somebody(self.kind, element) {
            self.push(&[rules::SOMEBODY]);
            Text::Unsaid
        } else if rules::is_code(element) {
            Text::Code
        } else {
            Text::Said
        };
        let within = self.out.len();
        self.open.push(Open { name: tag.name().into_inner().to_owned(), text, from, within, has_lost: false });
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Refused> {
        if self.gone > 0 {
            self.gone -= 1;
            return Ok(());
        }
        // In VML some programs leave elements open; they are closed with what they stand in.
        let Some(place) = self.open.iter().rposition(|open| open.name == name) else {
            self.stray += 1;
            return if self.stray > limits::NESTED { Err(Refused::Damaged) } else { Ok(()) };
        };
        while self.open.len() > place {
            let Some(open) = self.open.pop() else { return Ok(()) };
            let is_bare = self.out.get(open.within..).is_some_and(|inner| inner.trim().is_empty());
            let local = open.name.rsplit(':').next().unwrap_or_default();
            if open.has_lost && is_bare && rules::goes_when_bare(local) {
                self.out.truncate(open.from);
                self.lose();
            } else {
                self.push(&["</", &open.name, ">"]);
            }
        }
        Ok(())
    }

    /// Writes a piece of text, which stands for `text`.
    fn say(&mut self, text: &str, pieces: &[&str]) {
        if self.gone > 0 {
            return;
        }
        match self.open.last().map(|open| (open.text, open.from)) {
            None | Some((Text::Unsaid, _)) => {}
            Some((Text::Code, from)) if paths::is_of_a_computer(text) => {
                self.out.truncate(from);
                self.open.pop();
                self.lose();
                self.gone = 1;
            }
            Some(_) => self.push(pieces),
        }
    }

    /// The name and the attributes, unless the element goes.
    fn tag(&mut self, tag: &BytesStart<'_>) -> Result<Option<String>, Refused> {
        let element = tag.local_name().into_inner();
        if rules::refuses(element) {
            return Err(Refused::FileInside);
        }
        if rules::goes(self.kind, element) || (rules::is_enough_once(self.kind, element) && self.has_somebody) {
            return Ok(None);
        }
        self.has_somebody |= rules::is_enough_once(self.kind, element);
        let mut attributes = Vec::new();
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Refused::Damaged)?;
            if attributes.len() >= limits::ATTRIBUTES {
                return Err(Refused::Bomb);
            }
            let name = attribute.key.into_inner();
            if let Some(prefix) = name.strip_prefix("xmlns:").filter(|_| LINKS.contains(&&*attribute.value)) {
                self.prefixes.insert(prefix.to_owned());
            }
            attributes.push((name, attribute.value));
        }
        let mut written = tag.name().into_inner().to_owned();
        for (name, value) in attributes {
            let (prefix, local) = name.split_once(':').unwrap_or(("", name));
            let is_link = self.prefixes.contains(prefix) || name == "o:relid";
            if is_link && !value.is_empty() && !self.links.contains(&*value) {
                if rules::stays_unlinked(self.kind, element) {
                    continue;
                }
                return Ok(None);
            }
            let value = match rules::attribute(self.kind, element, name, &value) {
                Value::Gone => continue,
                Value::Now(value) => value,
                Value::AsItIs if rules::may_name_a_file(element, local) && paths::is_of_a_file(&value) => "",
                Value::AsItIs if rules::may_hold_a_path(local) && paths::is_of_a_computer(&value) => "",
                Value::AsItIs => &value,
            };
            let value = value.replace('"', "&quot;");
            written.extend([" ", name, "=\"", &value, "\""]);
        }
        Ok(Some(written))
    }
}
