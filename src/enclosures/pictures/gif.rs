//! A GIF inside a document, without comments and whatever programs have put into it.

use crate::enclosures::Refused;

pub(in crate::enclosures) fn clean(file: &[u8]) -> Result<Vec<u8>, Refused> {
    walk(file).ok_or(Refused::Damaged)
}

fn walk(file: &[u8]) -> Option<Vec<u8>> {
    let flags = *file.get(10)?;
    let mut at = 13 + table(flags);
    let mut out = file.get(..at)?.to_vec();
    loop {
        let from = at;
        let is_kept = match *file.get(at)? {
            0x3B => {
                out.push(0x3B);
                return Some(out);
            }
            0x2C => {
                at += 11 + table(*file.get(at + 9)?);
                true
            }
            0x21 => {
                let kind = *file.get(at + 1)?;
                at += 2;
                // How long each picture stands, what shows through, and how often all of it is repeated.
                kind == 0xF9 || (kind == 0xFF && file.get(at..)?.starts_with(b"\x0BNETSCAPE2.0\x03\x01"))
            }
            _ => return None,
        };
        loop {
            let length = usize::from(*file.get(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
        let block = file.get(from..at)?;
        if is_kept {
            out.extend(block);
        }
    }
}

/// Bytes of the colours that follow.
fn table(flags: u8) -> usize {
    if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_what_follows_the_end_go_and_pictures_stay() {
        let begins = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF";
        let drawn = b"\x21\xF9\x04\x01\0\0\0\0\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
        let notes = b"\x21\xFE\x10SOMCHAI-METADATA\0\x21\xFF\x0BXMP DataXMP\x07SOMCHAI\0";
        let file = [&begins[..], notes, drawn, b"SOMCHAI"].concat();
        assert_eq!(clean(&file).unwrap(), [&begins[..], drawn].concat());
        assert_eq!(clean(&file[..file.len() - 10]), Err(Refused::Damaged));
    }
}
