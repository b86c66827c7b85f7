//! Where the objects of a PDF lie when its own lists are missing or wrong: wherever one begins.

use super::{
    document::{Document, Place, Places},
    object::{Object, named},
    parse::Parser,
};
use crate::enclosures::{Refused, limits};

/// The places, and the catalogue.
pub(super) fn read(document: &Document<'_>) -> Result<(Places, u32), Refused> {
    let file = document.file;
    document.spend(file.len())?;
    let (mut places, mut root) = (Places::new(), None);
    let word = b"obj";
    for (at, _) in file.windows(word.len()).enumerate().filter(|(_, bytes)| bytes == word) {
        let Some((begins, number)) = heading(file, at) else { continue };
        places.insert(number, Place::At(begins));
        if places.len() > limits::OBJECTS {
            return Err(Refused::Bomb);
        }
        let object = match document.at(begins) {
            Ok((_, object)) => object,
            Err(Refused::Damaged) => continue,
            Err(refused) => return Err(refused),
        };
        if let Object::Stream(dict, data) = &object
            && named(dict, "Type") == Some(b"ObjStm")
        {
            match document.packed(dict, data) {
                Ok(packed) => places.extend(packed.numbers().map(|inner| (inner, Place::In { stream: number }))),
                Err(Refused::Damaged) => {}
                Err(refused) => return Err(refused),
            }
        }
        let Some(dict) = object.dict() else { continue };
        match named(dict, "Type") {
            Some(b"Catalog") => root = Some(number),
            Some(b"XRef") => {
                if dict.contains_key(b"Encrypt".as_slice()) {
                    return Err(Refused::Locked);
                }
                if let Some(Object::Ref(number)) = dict.get(b"Root".as_slice()) {
                    root = Some(*number);
                }
            }
            _ => {}
        }
    }
    let word = b"trailer";
    for (at, _) in file.windows(word.len()).enumerate().filter(|(_, bytes)| bytes == word) {
        let mut parser = Parser::new(file, at + word.len());
        let trailer = parser.object();
        document.spend(parser.at - at)?;
        let Ok(Object::Dict(trailer)) = trailer else { continue };
        if trailer.contains_key(b"Encrypt".as_slice()) {
            return Err(Refused::Locked);
        }
        if let Some(Object::Ref(number)) = trailer.get(b"Root".as_slice()) {
            root = Some(*number);
        }
    }
    root.map(|root| (places, root)).ok_or(Refused::Damaged)
}

/// Where the object begins whose heading ends with the word here, and its number.
fn heading(file: &[u8], at: usize) -> Option<(usize, u32)> {
    let before = file.get(at.saturating_sub(32)..at)?;
    let trimmed = before.trim_ascii_end();
    let generation = trimmed.iter().rposition(|byte| !byte.is_ascii_digit())?;
    let gap = trimmed.get(..=generation)?;
    let front = gap.trim_ascii_end();
    if trimmed.len() == before.len() || generation + 1 == trimmed.len() || front.len() == gap.len() {
        return None;
    }
    let begins = front.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |place| place + 1);
    let number = std::str::from_utf8(front.get(begins..)?).ok()?.parse().ok()?;
    Some((at - before.len() + begins, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_and_ends_are_none() {
        assert_eq!(heading(b"x\n12 0 obj", 7), Some((2, 12)));
        assert_eq!(heading(b"7 0\nobj", 4), Some((0, 7)));
        assert_eq!(heading(b"12 0 endobj", 8), None);
        assert_eq!(heading(b"x 0 obj", 4), None);
    }
}
