//! Files as people have them, with what tells who made them; and adding one with a receipt.

use super::scene::opens;
use crate::house::{Page, Visitor};

pub const AUTHOR: &str = "SOMCHAI-METADATA";
/// A place as a camera notes it: degrees, minutes, and hundredths of seconds, each as a fraction.
pub const PLACE: [u8; 24] = [13, 0, 0, 0, 1, 0, 0, 0, 45, 0, 0, 0, 1, 0, 0, 0, 0xE5, 8, 0, 0, 100, 0, 0, 0];

fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len() + 2).unwrap();
    [&[0xFF, marker], &length.to_be_bytes()[..], content].concat()
}

/// All that is drawn of the picture below, which is eight by eight dots of grey.
pub fn drawn() -> Vec<u8> {
    let mut counts = [0; 17];
    counts[1] = 1;
    let tables = |class: u8| segment(0xC4, &[&[class], &counts[1..], &[0]].concat());
    [
        segment(0xDB, &[&[0][..], &[16; 64]].concat()),
        segment(0xC0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
        tables(0),
        tables(0x10),
        segment(0xDA, &[1, 1, 0, 0, 63, 0]),
        vec![0x7F, 0x00, 0x3F, 0xFF, 0xD9],
    ]
    .concat()
}

/// A picture that says where it was taken, and by whom.
pub fn photograph() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let author = [AUTHOR.as_bytes(), b"\0"].concat();
    // Two entries from 8 on, then the name at 38, then what the GPS says.
    let gps = 38 + u32::try_from(author.len()).unwrap();
    let exif = [
        b"Exif\0\0II*\0\x08\0\0\0\x02\0".to_vec(),
        entry(0x013B, 2, u32::try_from(author.len()).unwrap(), 38),
        entry(0x8825, 4, 1, gps),
        vec![0; 4],
        author,
        vec![1, 0],
        entry(2, 5, 3, gps + 18),
        vec![0; 4],
        PLACE.to_vec(),
    ]
    .concat();
    let xmp = [b"http://ns.adobe.com/xap/1.0/\0", AUTHOR.as_bytes()].concat();
    let before = [vec![0xFF, 0xD8], segment(0xE1, &exif), segment(0xE1, &xmp), segment(0xFE, AUTHOR.as_bytes())].concat();
    [before, drawn(), AUTHOR.as_bytes().to_vec()].concat()
}

/// A page with a question, and its author.
pub fn document(question: &str) -> Vec<u8> {
    let words = format!("BT /F1 24 Tf 20 150 Td ({question}) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>\nstream\n{words}\nendstream", words.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
        format!("<</Author({AUTHOR})>>"),
    ];
    let objects = (1..).zip(objects).map(|(number, object): (u32, _)| format!("{number} 0 obj\n{object}\nendobj\n"));
    format!("%PDF-1.4\n{}trailer\n<</Root 1 0 R/Info 6 0 R>>\n%%EOF\n", objects.collect::<String>()).into_bytes()
}

pub fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Opens the receipt and adds a file there.
pub fn adds(visitor: &Visitor, receipt: &str, name: &str, file: &[u8]) -> Page {
    adds_at(visitor, &opens(visitor, receipt), receipt, name, file)
}

pub fn adds_at(visitor: &Visitor, page: &Page, receipt: &str, name: &str, file: &[u8]) -> Page {
    visitor.sends_with_file(page, "/clinic/mine/files", &[("code", receipt)], ("file", name), file)
}
