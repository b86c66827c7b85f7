//! Pictures made for tests, with a name in every place where one may stand.

use super::png::push;
use flate2::{Compression, write::ZlibEncoder};
use std::io::Write as _;

pub(in crate::enclosures) const MARKER: &[u8] = b"SOMCHAI-METADATA";

/// What is drawn of the JPEG below: eight by eight dots of grey.
pub(in crate::enclosures) const SCAN: &[u8] = &[0x7F, 0x00, 0x3F];

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap();
    [&[0xFF, marker], &length.to_be_bytes()[..], content].concat()
}

fn tiff(orientation: Option<u8>) -> Vec<u8> {
    let count = if orientation.is_some() { 2 } else { 1 };
    let mut tiff = [b"II*\0\x08\0\0\0", &[count, 0][..], b"\x0F\x01\x02\0\x10\0\0\0\x40\0\0\0"].concat();
    if let Some(way) = orientation {
        tiff.extend([0x12, 1, 3, 0, 1, 0, 0, 0, way, 0, 0, 0]);
    }
    [&tiff[..], b"\0\0\0\0", MARKER, MARKER].concat()
}

pub(in crate::enclosures) fn jpeg(orientation: Option<u8>) -> Vec<u8> {
    let noted = |begins: &[u8]| [begins, MARKER].concat();
    let mut counts = [0; 17];
    counts[1] = 1;
    let tables = |class: u8| [&[class], &counts[1..], &[0]].concat();
    let mut parts = vec![vec![0xFF, 0xD8], segment(0xE0, &noted(b"JFIF\0\x01\x02\x01\0\x48\0\x48\x02\x02"))];
    parts.push(segment(0xE0, &noted(b"JFXX\0\x10")));
    parts.push(segment(0xE1, &[b"Exif\0\0", &tiff(orientation)[..]].concat()));
    parts.push(segment(0xE1, &noted(b"http://ns.adobe.com/xap/1.0/\0")));
    for marker in 0xE2..=0xED {
        parts.push(segment(marker, &noted(b"ICC_PROFILE\0\x01\x01")));
    }
    parts.push(segment(0xEE, &noted(b"Adobe\0\x64\0\0\0\0\x01")));
    parts.push(segment(0xEF, MARKER));
    parts.push(segment(0xFE, MARKER));
    parts.push(segment(0xDB, &[&[0][..], &[16; 64]].concat()));
    parts.push(segment(0xC0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]));
    parts.push(segment(0xC4, &tables(0)));
    parts.push(segment(0xC4, &tables(0x10)));
    parts.push(segment(0xFE, MARKER));
    parts.push(segment(0xDA, &[1, 1, 0, 0, 63, 0]));
    parts.push(SCAN.to_vec());
    parts.push(segment(0xFE, MARKER));
    parts.push(vec![0xFF, 0xD9]);
    parts.push(MARKER.to_vec());
    parts.push(vec![0xFF, 0xD8, 0xFF, 0xD9]);
    parts.concat()
}

/// `behind` follows the packed dots within their last piece.
pub(in crate::enclosures) fn png(behind: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    // Two rows of three dots, each a number of the palette.
    encoder.write_all(&[0, 0, 1, 0, 0, 1, 0, 1]).unwrap();
    let dots = encoder.finish().unwrap();
    let mut file = b"\x89PNG\r\n\x1A\n".to_vec();
    push(&mut file, *b"IHDR", b"\0\0\0\x03\0\0\0\x02\x08\x03\0\0\0");
    for kind in [*b"tEXt", *b"zTXt", *b"iTXt", *b"iCCP", *b"tIME", *b"pHYs", *b"prVt", *b"acTL", *b"caBX"] {
        push(&mut file, kind, &[b"Author\0", MARKER].concat());
    }
    push(&mut file, *b"eXIf", &tiff(Some(3)));
    push(&mut file, *b"gAMA", &[0, 0, 0xB1, 0x8F]);
    push(&mut file, *b"sRGB", &[0]);
    push(&mut file, *b"PLTE", b"\0\0\0\xFF\xFF\xFF");
    push(&mut file, *b"tRNS", b"\x80");
    push(&mut file, *b"IDAT", &dots[..5]);
    push(&mut file, *b"IDAT", &[&dots[5..], behind].concat());
    push(&mut file, *b"tEXt", MARKER);
    push(&mut file, *b"IEND", &[]);
    [&file[..], MARKER].concat()
}
