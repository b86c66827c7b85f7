//! A JPEG without what its camera and its editors noted: only what is needed to draw it, up to its first end.
//!
//! The dots are not touched. Kept are tables, frames and scans, Adobe's mark (without it colours of four inks turn
//! over), and which way up the picture is. The colour profile goes: some name the device.

use super::{
    exif::{self, Upright},
    size::{self, be16},
};
use crate::enclosures::Refused;

const END: [u8; 2] = [0xFF, 0xD9];

pub(in crate::enclosures) fn clean(file: &[u8], upright: Upright) -> Result<Vec<u8>, Refused> {
    let mut walk = Walk { file, at: 2, ..Walk::default() };
    while walk.segment()?.is_some() {}
    if !walk.is_drawn {
        return Err(Refused::Damaged);
    }
    let mut out = vec![0xFF, 0xD8];
    if let Some(density) = walk.density {
        push(&mut out, 0xE0, &[b"JFIF\0\x01\x01", &density[..], b"\0\0"].concat());
    }
    if let Some(way) = walk.orientation.filter(|_| upright == Upright::Kept) {
        push(&mut out, 0xE1, &[b"Exif\0\0", &exif::note(way)[..]].concat());
    }
    out.extend(walk.body);
    out.extend(END);
    Ok(out)
}

fn push(out: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    out.extend([0xFF, marker]);
    out.extend(length.to_be_bytes());
    out.extend(content);
}

#[derive(Default)]
struct Walk<'file> {
    file: &'file [u8],
    at: usize,
    body: Vec<u8>,
    density: Option<[u8; 5]>,
    orientation: Option<u8>,
    has_frame: bool,
    is_drawn: bool,
}

impl Walk<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = self.file.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    /// The next segment, and whether there may be another. Many a picture lacks its end, and is drawn all the same.
    fn segment(&mut self) -> Result<Option<()>, Refused> {
        let Some(begins) = self.byte() else { return Ok(None) };
        if begins != 0xFF {
            return Err(Refused::Damaged);
        }
        let marker = loop {
            match self.byte() {
                Some(0xFF) => {}
                Some(marker) => break marker,
                None => return Ok(None),
            }
        };
        match marker {
            0xD9 => return Ok(None),
            0x01 | 0xD0..=0xD7 => return Ok(Some(())),
            0xC0..=0xCF | 0xDA..=0xDD | 0xE0..=0xFE => {}
            _ => return Err(Refused::Damaged),
        }
        let length = usize::from(be16(self.file, self.at).ok_or(Refused::Damaged)?);
        let content = self.file.get(self.at + 2..self.at + length.max(2)).ok_or(Refused::Damaged)?;
        self.at += length.max(2);
        self.take(marker, content)?;
        Ok(Some(()))
    }

    fn take(&mut self, marker: u8, content: &[u8]) -> Result<(), Refused> {
        match marker {
            0xC4 | 0xCC | 0xDB..=0xDD => push(&mut self.body, marker, content),
            0xC0..=0xCF => {
                let (height, width) = be16(content, 1).zip(be16(content, 3)).ok_or(Refused::Damaged)?;
                size::check(width.into(), height.into())?;
                self.has_frame = true;
                push(&mut self.body, marker, content);
            }
            0xDA => {
                if !self.has_frame {
                    return Err(Refused::Damaged);
                }
                push(&mut self.body, marker, content);
                self.scan();
                self.is_drawn = true;
            }
            0xE0 if content.starts_with(b"JFIF\0") => {
                self.density = self.density.or(content.get(7..).and_then(|rest| rest.first_chunk()).copied());
            }
            0xE1 => {
                let tiff = content.strip_prefix(b"Exif\0\0");
                self.orientation = self.orientation.or_else(|| tiff.and_then(exif::orientation));
            }
            0xEE if content.starts_with(b"Adobe") => {
                push(&mut self.body, marker, content.get(..12).ok_or(Refused::Damaged)?);
            }
            _ => {}
        }
        Ok(())
    }

    /// What is drawn, up to the next marker that ends it.
    fn scan(&mut self) {
        let rest = self.file.get(self.at..).unwrap_or_default();
        let ends = |pair: &[u8]| matches!(pair, [0xFF, next] if !matches!(next, 0x00 | 0xD0..=0xD7 | 0xFF));
        let length = rest.windows(2).position(ends).unwrap_or_else(|| rest.strip_suffix(&[0xFF]).unwrap_or(rest).len());
        self.body.extend(rest.get(..length).unwrap_or_default());
        self.at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::{super::made, *};

    fn holds(file: &[u8], text: &[u8]) -> bool {
        file.windows(text.len()).any(|bytes| bytes == text)
    }

    #[test]
    fn nothing_is_left_but_what_draws_it_and_which_way_up_it_is() {
        let file = made::jpeg(Some(6));
        let clean = clean(&file, Upright::Kept).unwrap();
        assert!(holds(&file, made::MARKER) && !holds(&clean, made::MARKER));
        let expected =
            [b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\x01\0\x48\0\x48\0\0\xFF\xE1\0\x22Exif\0\0", &exif::note(6)[..]].concat();
        assert!(clean.starts_with(&expected));
        assert!(holds(&clean, b"\xFF\xEE\0\x0EAdobe\0\x64\0\0\0\0\x01"));
        assert!(clean.ends_with(&[made::SCAN, &END[..]].concat()));
    }

    #[test]
    fn inside_a_document_no_note_is_needed() {
        let clean = clean(&made::jpeg(Some(6)), Upright::Left).unwrap();
        assert!(!holds(&clean, b"Exif"));
        assert!(holds(&clean, made::SCAN));
    }

    #[test]
    fn a_picture_that_lies_right_has_no_note() {
        assert!(!holds(&clean(&made::jpeg(Some(1)), Upright::Kept).unwrap(), b"Exif"));
        assert!(!holds(&clean(&made::jpeg(None), Upright::Kept).unwrap(), b"Exif"));
    }

    #[test]
    fn a_missing_end_is_added_and_a_missing_beginning_refused() {
        let file = clean(&made::jpeg(None), Upright::Kept).unwrap();
        assert_eq!(clean(&file[..file.len() - 2], Upright::Kept).unwrap(), file);
        assert_eq!(clean(&file[..file.len() - made::SCAN.len() - 12], Upright::Kept), Err(Refused::Damaged));
        assert_eq!(clean(b"\xFF\xD8\xFF\xD9", Upright::Kept), Err(Refused::Damaged));
    }

    #[test]
    fn a_picture_of_far_too_many_dots_is_refused() {
        let mut file = made::jpeg(None);
        let frame = file.windows(2).position(|bytes| bytes == [0xFF, 0xC0]).unwrap();
        file[frame + 5..frame + 9].copy_from_slice(&[0x60, 0, 0x60, 0]);
        assert_eq!(clean(&file, Upright::Kept), Err(Refused::TooManyDots));
    }
}
