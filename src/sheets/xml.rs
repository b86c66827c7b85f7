//! The XML inside a workbook, event by event, with every byte counted as it is unpacked.
//!
//! Nothing is believed: no declared size, no declared entity. A document type is refused outright, so that
//! no entity can be made to grow.

use super::{Refusal, limits};
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesRef, BytesStart, Event},
};
use std::{
    cell::Cell,
    io::{self, BufRead, BufReader, Read},
    rc::Rc,
};

pub(super) struct Xml<'part> {
    reader: Reader<Counted<'part>>,
    buffer: Vec<u8>,
}

impl<'part> Xml<'part> {
    /// `left` is what may still come out of the whole workbook.
    pub(super) fn new(part: Box<dyn Read + 'part>, left: Rc<Cell<u64>>) -> Self {
        let part = BufReader::with_capacity(32 * 1024, part);
        let mut reader = Reader::from_reader(Counted { part, left, event: limits::EVENT });
        let config = reader.config_mut();
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Self { reader, buffer: Vec::with_capacity(1024) }
    }

    pub(super) fn next(&mut self) -> Result<Event<'_>, Refusal> {
        self.buffer.clear();
        self.reader.get_mut().event = limits::EVENT;
        match self.reader.read_event_into(&mut self.buffer).map_err(|fault| refusal(&fault))? {
            Event::DocType(_) => Err(Refusal::Damaged),
            event => Ok(event),
        }
    }

    /// Adds the text inside an element to `text`, until the element ends: all of its runs, without the
    /// hints how to pronounce it.
    pub(super) fn text_until(&mut self, end: &str, text: &mut String) -> Result<(), Refusal> {
        let (mut is_text, mut is_hint) = (false, false);
        let mut run = String::new();
        loop {
            match self.next()? {
                Event::Start(tag) => match tag.local_name().into_inner() {
                    "t" => is_text = true,
                    "rPh" => is_hint = true,
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().into_inner() {
                    "t" => {
                        is_text = false;
                        text.push_str(&super::escapes::unescaped(&run));
                        run.clear();
                    }
                    "rPh" => is_hint = false,
                    name if name == end => return Ok(()),
                    _ => {}
                },
                Event::Eof => return Err(Refusal::Damaged),
                event if is_text && !is_hint => add(&event, &mut run)?,
                _ => {}
            }
            if text.len() + run.len() > limits::KEPT {
                return Err(Refusal::Bomb { limit: limits::KEPT as u64 });
            }
        }
    }

    /// Reads what is left, for the checksum at its end.
    pub(super) fn finish(mut self) -> Result<(), Refusal> {
        let part = self.reader.get_mut();
        loop {
            part.event = limits::EVENT;
            let length = part.fill_buf().map_err(|fault| io_refusal(&fault))?.len();
            if length == 0 {
                return Ok(());
            }
            part.consume(length);
        }
    }
}

/// Adds what a piece of text stands for.
pub(super) fn add(event: &Event<'_>, text: &mut String) -> Result<(), Refusal> {
    match event {
        Event::Text(piece) => text.push_str(&piece.xml10_content()),
        Event::CData(piece) => text.push_str(&piece.xml10_content()),
        Event::GeneralRef(entity) => text.push_str(&character(entity)?),
        _ => {}
    }
    Ok(())
}

fn character(entity: &BytesRef<'_>) -> Result<String, Refusal> {
    if let Some(known) = resolve_xml_entity(entity) {
        return Ok(known.to_owned());
    }
    entity.resolve_char_ref().ok().flatten().map(String::from).ok_or(Refusal::Damaged)
}

/// An attribute by its name, whatever its namespace.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Refusal::Damaged)?;
        if attribute.key.local_name().into_inner() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Refusal::Damaged)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

fn refusal(fault: &quick_xml::Error) -> Refusal {
    match fault {
        quick_xml::Error::Io(fault) => io_refusal(fault),
        _ => Refusal::Damaged,
    }
}

fn io_refusal(fault: &io::Error) -> Refusal {
    fault.get_ref().and_then(|inner| inner.downcast_ref::<Refusal>()).copied().unwrap_or(Refusal::Damaged)
}

/// Bytes counted as they are unpacked: of the event that is being read, and of the workbook.
struct Counted<'part> {
    part: BufReader<Box<dyn Read + 'part>>,
    left: Rc<Cell<u64>>,
    event: u64,
}

impl BufRead for Counted<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let most = self.event.min(self.left.get());
        let bytes = self.part.fill_buf()?;
        if most == 0 && !bytes.is_empty() {
            return Err(io::Error::other(Refusal::Bomb { limit: limits::UNPACKED }));
        }
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        Ok(bytes.get(..most).unwrap_or(bytes))
    }

    fn consume(&mut self, amount: usize) {
        self.part.consume(amount);
        let amount = amount as u64;
        self.event = self.event.saturating_sub(amount);
        self.left.set(self.left.get().saturating_sub(amount));
    }
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let amount = self.fill_buf()?.read(into)?;
        self.consume(amount);
        Ok(amount)
    }
}
