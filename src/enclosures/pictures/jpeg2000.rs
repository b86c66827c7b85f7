//! A JPEG 2000 inside a PDF, as some scanners write it, without boxes of notes and without comments.

use super::size::{self, be16, be32};
use crate::enclosures::Refused;

const CODE: &[u8] = b"\xFF\x4F\xFF\x51";

pub(in crate::enclosures) fn clean(file: &[u8]) -> Result<Vec<u8>, Refused> {
    if file.starts_with(CODE) { code(file).ok_or(Refused::Damaged) } else { boxes(file).ok_or(Refused::Damaged) }
}

fn boxes(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    while !rest.is_empty() {
        let (kind, content) = next(&mut rest)?;
        match kind {
            b"jP  " | b"ftyp" => push(&mut out, kind, content)?,
            b"jp2h" => push(&mut out, kind, &header(content)?)?,
            b"jp2c" => {
                push(&mut out, kind, &code(content)?)?;
                return Some(out);
            }
            _ => {}
        }
    }
    None
}

/// The next box.
fn next<'file>(rest: &mut &'file [u8]) -> Option<(&'file [u8], &'file [u8])> {
    let (length, kind) = (be32(rest, 0)?, rest.get(4..8)?);
    let (header, length) = match length {
        0 => (8, rest.len()),
        1 => (16, usize::try_from(u64::from_be_bytes(*rest.get(8..)?.first_chunk()?)).ok()?),
        length => (8, usize::try_from(length).ok()?),
    };
    let content = rest.get(header..length)?;
    *rest = rest.get(length..)?;
    Some((kind, content))
}

/// How large it is and how its colours are meant; a profile, which may name a device, becomes the usual colours.
fn header(mut rest: &[u8]) -> Option<Vec<u8>> {
    let (mut out, mut colours) = (Vec::new(), 3);
    while !rest.is_empty() {
        let (kind, content) = next(&mut rest)?;
        match kind {
            b"ihdr" => {
                size::check(be32(content, 4)?, be32(content, 0)?).ok()?;
                colours = be16(content, 8)?;
                push(&mut out, kind, content)?;
            }
            b"colr" if content.first() != Some(&1) => push(&mut out, kind, if colours < 3 { GREY } else { RED_GREEN_BLUE })?,
            b"bpcc" | b"colr" | b"pclr" | b"cmap" | b"cdef" => push(&mut out, kind, content)?,
            _ => {}
        }
    }
    Some(out)
}

const GREY: &[u8] = &[1, 0, 0, 0, 0, 0, 17];
const RED_GREEN_BLUE: &[u8] = &[1, 0, 0, 0, 0, 0, 16];

fn push(out: &mut Vec<u8>, kind: &[u8], content: &[u8]) -> Option<()> {
    out.extend(u32::try_from(content.len() + 8).ok()?.to_be_bytes());
    out.extend(kind);
    out.extend(content);
    Some(())
}

/// Comments stand before the first tile.
fn code(file: &[u8]) -> Option<Vec<u8>> {
    let mut out = file.get(..2)?.to_vec();
    let mut at = 2;
    loop {
        let marker = be16(file, at)?;
        if marker == 0xFF90 {
            out.extend(file.get(at..)?);
            return Some(out);
        }
        let next = at + 2 + usize::from(be16(file, at + 2)?.max(2));
        if marker != 0xFF64 {
            out.extend(file.get(at..next)?);
        }
        at = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_go_and_the_picture_stays() {
        let drawn = |comment: &[u8]| [b"\xFF\x4F\xFF\x51\0\x04ab", comment, b"\xFF\x90\0\x04abtiles"].concat();
        let comment = b"\xFF\x64\0\x0B\0\x01SOMCHAI";
        assert_eq!(clean(&drawn(comment)).unwrap(), drawn(b""));
        let mut header = Vec::new();
        push(&mut header, b"ihdr", b"\0\0\0\x01\0\0\0\x01\0\x01\x07\x07\0\0").unwrap();
        push(&mut header, b"colr", b"\x02\0\0SOMCHAI").unwrap();
        let mut file = Vec::new();
        for (kind, content) in [
            (b"jP  ", &b"\r\n\x87\n"[..]),
            (b"jp2h", &header),
            (b"xml ", b"SOMCHAI"),
            (b"uuid", b"SOMCHAI"),
            (b"jp2c", &drawn(comment)),
        ] {
            push(&mut file, kind, content).unwrap();
        }
        let clean = super::clean(&file).unwrap();
        assert!(!clean.windows(7).any(|bytes| bytes == b"SOMCHAI"));
        assert_eq!(super::clean(&clean).unwrap(), clean);
        assert!(clean.windows(11).any(|bytes| bytes == [b"colr", GREY].concat()));
        assert!(clean.ends_with(&drawn(b"")));
    }
}
