//! Any bytes as a file that somebody adds: cleaned, and clean when it is cleaned again.
//!
//! The first byte says what the others are: a whole file, or one part of an office file that is otherwise sound, since
//! chance alone never finds the checksums of a zip.

#![no_main]

use std::io::{Cursor, Write as _};

use clearjai::{enclosures, language::Language};
use libfuzzer_sys::fuzz_target;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const TYPES: &str = r#"<Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const ROOT: &str =
    r#"<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>"#;
const LINKS: &str = r#"<Relationships><Relationship Id="r1" Type="http://x/image" Target="media/a.png"/></Relationships>"#;
const DOCUMENT: &str = r#"<w:document xmlns:w="w"><w:body/></w:document>"#;
/// One dot.
const PICTURE: &[u8] = b"\x47\x49\x46\x38\x39\x61\x01\0\x01\0\0\0\0\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3B";

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else { return };
    match kind % 8 {
        0 => add(&document("word/document.xml", rest)),
        1 => add(&document("word/_rels/document.xml.rels", rest)),
        2 => add(&document("[Content_Types].xml", rest)),
        3 => add(&document("word/media/a.png", rest)),
        _ => add(rest),
    }
});

fn document(part: &str, content: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, sound) in [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("word/document.xml", DOCUMENT.as_bytes()),
        ("word/_rels/document.xml.rels", LINKS.as_bytes()),
        ("word/media/a.png", PICTURE),
    ] {
        zip.start_file(name, stored).unwrap();
        zip.write_all(if name == part { content } else { sound }).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn add(file: &[u8]) {
    match enclosures::clean(file) {
        Ok(once) => assert_eq!(enclosures::clean(&once.bytes), Ok(once)),
        Err(refused) => drop(enclosures::words::refused_in_words(Language::Thai, refused)),
    }
}
