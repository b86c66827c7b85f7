//! The parts of the document, zipped. The same report gives the same bytes.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{body, fixed, xml::escaped};
use crate::results::report::Document;

pub fn docx(document: &Document) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let core = fixed::CORE.replace("{title}", &escaped(&document.title));
    let header = fixed::HEADER.replace("{line}", &escaped(&document.running(&document.running)));
    let parts = [
        ("[Content_Types].xml", fixed::CONTENT_TYPES.to_owned()),
        ("_rels/.rels", fixed::RELATIONS.to_owned()),
        ("docProps/core.xml", core),
        ("word/_rels/document.xml.rels", fixed::DOCUMENT_RELATIONS.to_owned()),
        ("word/styles.xml", fixed::styles()),
        ("word/numbering.xml", fixed::NUMBERING.to_owned()),
        ("word/header1.xml", header),
        ("word/footer1.xml", fixed::FOOTER.to_owned()),
        ("word/document.xml", body::document(document)),
    ];
    for (name, part) in parts {
        zip.start_file(name, options)?;
        zip.write_all(part.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
