//! Markup, event by event, without entities that could be made to grow.

use crate::enclosures::Refused;
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesStart, Event},
};
use std::borrow::Cow;

/// In UTF-8, or by its mark in UTF-16.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Refused> {
    let wide = |bytes: &[u8], number: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().copied().map(number).collect();
        String::from_utf16(&units).ok().filter(|_| rest.is_empty()).map(Cow::Owned)
    };
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => std::str::from_utf8(rest).ok().map(Cow::Borrowed),
    };
    text.ok_or(Refused::Damaged)
}

pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = false;
    reader
}

pub(super) fn next<'text>(reader: &mut Reader<&'text [u8]>) -> Result<Event<'text>, Refused> {
    match reader.read_event().map_err(|_| Refused::Damaged)? {
        Event::DocType(_) => Err(Refused::Damaged),
        Event::GeneralRef(entity) if !entity.is_char_ref() && resolve_xml_entity(&entity).is_none() => Err(Refused::Damaged),
        event => Ok(event),
    }
}

/// Every element that begins, with or without content.
pub(super) fn elements(text: &str, mut take: impl FnMut(&BytesStart<'_>) -> Result<(), Refused>) -> Result<(), Refused> {
    let mut reader = reader(text);
    loop {
        match next(&mut reader)? {
            Event::Start(tag) | Event::Empty(tag) => take(&tag)?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<String, Refused> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Refused::Damaged)?;
        if attribute.key.into_inner() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Refused::Damaged)?;
            return Ok(value.into_owned());
        }
    }
    Ok(String::new())
}

/// For an attribute in double quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace(['\t', '\r', '\n'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_read_however_its_letters_are_written() {
        let wide: Vec<u8> = "\u{FEFF}<ก/>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in ["<ก/>".as_bytes(), "\u{FEFF}<ก/>".as_bytes(), &wide] {
            assert_eq!(text(bytes).unwrap(), "<ก/>");
        }
        assert_eq!(text(&wide[..5]), Err(Refused::Damaged));
        assert_eq!(text(b"\xFF"), Err(Refused::Damaged));
    }
}
