//! Where the objects of a PDF lie, by its own lists, the latest first.

use super::{
    document::{Document, Place, Places},
    object::{Dict, Object},
    parse::Parser,
};
use crate::enclosures::{Refused, limits};
use std::collections::HashSet;

/// The places, and the latest trailer.
pub(super) fn read<'file>(document: &Document<'file>) -> Result<(Places, Dict<'file>), Refused> {
    let file = document.file;
    let word = b"startxref";
    let at = file.windows(word.len()).rposition(|bytes| bytes == word).ok_or(Refused::Damaged)?;
    let mut next = vec![Parser::new(file, at + word.len()).number().ok_or(Refused::Damaged)?];
    let (mut places, mut latest, mut seen) = (Places::new(), None, HashSet::new());
    while let Some(at) = next.pop() {
        if !seen.insert(at) {
            continue;
        }
        let mut parser = Parser::new(file, at);
        let trailer = if parser.word("xref") {
            let trailer = table(&mut parser, &mut places);
            document.spend(parser.at.saturating_sub(at))?;
            trailer?
        } else {
            stream(document, at, &mut places)?
        };
        // What both kinds of list tell, the one for newer programs first.
        next.extend(trailer.get(b"Prev".as_slice()).and_then(Object::as_number));
        next.extend(trailer.get(b"XRefStm".as_slice()).and_then(Object::as_number));
        if trailer.contains_key(b"Encrypt".as_slice()) {
            return Err(Refused::Locked);
        }
        latest.get_or_insert(trailer);
        if places.len() > limits::OBJECTS {
            return Err(Refused::Bomb);
        }
    }
    latest.map(|trailer| (places, trailer)).ok_or(Refused::Damaged)
}

fn table<'file>(parser: &mut Parser<'file>, places: &mut Places) -> Result<Dict<'file>, Refused> {
    while !parser.word("trailer") {
        let first = parser.number().ok_or(Refused::Damaged)?;
        let count = parser.number().ok_or(Refused::Damaged)?;
        for object in first..first.saturating_add(count) {
            let at = parser.number().ok_or(Refused::Damaged)?;
            parser.number().ok_or(Refused::Damaged)?;
            let place = if parser.word("n") { Place::At(at) } else { Place::Free };
            if place == Place::Free && !parser.word("f") {
                return Err(Refused::Damaged);
            }
            places.entry(u32::try_from(object).map_err(|_| Refused::Damaged)?).or_insert(place);
            if places.len() > limits::OBJECTS {
                return Err(Refused::Bomb);
            }
        }
    }
    match parser.object()? {
        Object::Dict(trailer) => Ok(trailer),
        _ => Err(Refused::Damaged),
    }
}

fn stream<'file>(document: &Document<'file>, at: usize, places: &mut Places) -> Result<Dict<'file>, Refused> {
    let Object::Stream(dict, data) = document.at(at)?.1 else { return Err(Refused::Damaged) };
    let data = document.unpacked(&dict, &data)?;
    let numbers = |key: &str| match dict.get(key.as_bytes()) {
        Some(Object::Array(all)) => all.iter().map(Object::as_number).collect::<Option<Vec<_>>>().ok_or(Refused::Damaged),
        _ => Ok(Vec::new()),
    };
    let widths = numbers("W")?;
    let &[kind, second, third] = widths.as_slice() else { return Err(Refused::Damaged) };
    let mut ranges = numbers("Index")?;
    if ranges.is_empty() {
        ranges = vec![0, dict.get(b"Size".as_slice()).and_then(Object::as_number).ok_or(Refused::Damaged)?];
    }
    if [kind, second, third].into_iter().any(|width| width > 8) || second == 0 {
        return Err(Refused::Damaged);
    }
    let mut rows = data.chunks_exact(kind + second + third);
    for range in ranges.chunks_exact(2) {
        let &[first, count] = range else { return Err(Refused::Damaged) };
        for (object, row) in (first..first.saturating_add(count)).zip(rows.by_ref()) {
            let value = |from: usize, length: usize| {
                let bytes = row.get(from..from + length).unwrap_or_default();
                bytes.iter().fold(0_usize, |value, byte| value.wrapping_shl(8) | usize::from(*byte))
            };
            let place = match if kind == 0 { 1 } else { value(0, kind) } {
                1 => Place::At(value(kind, second)),
                2 => Place::In { stream: u32::try_from(value(kind, second)).map_err(|_| Refused::Damaged)? },
                _ => Place::Free,
            };
            places.entry(u32::try_from(object).map_err(|_| Refused::Damaged)?).or_insert(place);
            if places.len() > limits::OBJECTS {
                return Err(Refused::Bomb);
            }
        }
    }
    Ok(dict)
}
