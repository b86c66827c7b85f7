//! Whatever programs note in an office file goes, and what is seen stays.

use super::made;
use crate::enclosures::{Kind, Refused, clean};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Names and contents of all parts, and of those of a workbook inside, as text.
fn unpacked(file: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(file)).unwrap();
    let mut all = Vec::new();
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if bytes.starts_with(b"PK") {
            all.extend(unpacked(&bytes));
        }
        all.push((name, String::from_utf8_lossy(&bytes).into_owned()));
    }
    all
}

fn cleaned(file: &[u8], kind: Kind) -> Vec<(String, String)> {
    let clean = clean(file).unwrap();
    assert_eq!(clean.kind, kind);
    assert_eq!(super::super::clean(&clean.bytes).unwrap(), clean);
    for pattern in [&b"SOMCHAI"[..], b"2026"] {
        assert!(!clean.bytes.windows(pattern.len()).any(|bytes| bytes == pattern));
    }
    let parts = unpacked(&clean.bytes);
    for (name, text) in &parts {
        for trace in ["SOMCHAI", "2026-11-23", "50AAC4A1", "file:"] {
            assert!(!name.contains(trace) && !text.contains(trace), "{trace} in {name}: {text}");
        }
    }
    parts
}

fn part<'parts>(parts: &'parts [(String, String)], name: &str) -> &'parts str {
    &parts.iter().find(|(own, _)| own == name).unwrap_or_else(|| panic!("{name} is missing: {parts:?}")).1
}

#[test]
fn a_document_keeps_its_words_and_tells_nothing_else() {
    let parts = cleaned(&made::docx(), Kind::Docx);
    let document = part(&parts, "word/document.xml");
    for said in ["คำถามของผู้เขียน", "old words", "the ministry", "the other file", "linked words", "&lt;field&gt;", "in a control"]
    {
        assert!(document.contains(said), "{said}");
    }
    assert!(document.contains(r#"<w:del w:id="2" w:author="Author">"#));
    assert!(document.contains(r#"<w:hyperlink r:id="r4">"#) && document.contains("<w:hyperlink><w:r>"));
    assert!(document.contains(r#"<a:blip r:embed="r3"/>"#));
    assert!(part(&parts, "word/comments.xml").contains("a remark"));
    assert!(part(&parts, "word/settings.xml").contains(r#"<w:zoom w:percent="100"/>"#));
    assert!(part(&parts, "word/_rels/document.xml.rels").contains("http://moph.go.th/"));
    assert!(part(&parts, "word/charts/chart1.xml").contains("<c:v>series</c:v>"));
    part(&parts, "word/media/image1.jpeg");
    let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
    for gone in ["docProps", "custom", "people", "forgotten", "commentsExt", "printer"] {
        assert!(!names.iter().any(|name| name.contains(gone)), "{gone} in {names:?}");
    }
}

#[test]
fn a_workbook_keeps_its_cells_and_tells_nothing_else() {
    let file = made::xlsx();
    let parts = cleaned(&file, Kind::Xlsx);
    let sheet = part(&parts, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("คำถาม") && sheet.contains("<f>[1]Sheet1!A1</f><v>42</v>") && sheet.contains(r#"t="str"><v>7</v>"#));
    assert!(!sheet.contains("hyperlink") && sheet.contains(r#"<pageSetup orientation="landscape"/>"#));
    let book = part(&parts, "xl/workbook.xml");
    assert!(book.contains("ข้อมูล") && book.contains("<externalReferences>"));
    assert!(!book.contains("AlternateContent") && !book.contains("definedName"));
    assert!(part(&parts, "xl/externalLinks/_rels/externalLink1.xml.rels").contains("elsewhere.xlsx"));
    assert!(part(&parts, "xl/comments1.xml").contains("<author>Author</author>"));
    assert!(part(&parts, "xl/comments1.xml").contains("a remark"));
    assert!(part(&parts, "xl/drawings/vmlDrawing1.vml").contains("ClientData"));
    let drawing = part(&parts, "xl/drawings/drawing1.xml");
    assert!(drawing.contains(r#"<a:blip r:embed="r1"></a:blip>"#) && drawing.contains(r#"<xdr:cNvPr id="2" name="">"#));
    let rows = |file: &[u8]| crate::sheets::read(file).unwrap().rows.len();
    assert_eq!(rows(&clean(&file).unwrap().bytes), rows(&file));
}

#[test]
fn a_presentation_keeps_its_slides_and_tells_nothing_else() {
    let parts = cleaned(&made::pptx(), Kind::Pptx);
    let slide = part(&parts, "ppt/slides/slide1.xml");
    assert!(slide.contains("คำถามบนสไลด์") && !slide.contains("custData") && !slide.contains("hlinkClick"));
    assert!(part(&parts, "ppt/comments/comment1.xml").contains("a remark"));
    assert!(part(&parts, "ppt/commentAuthors.xml").contains(r#"name="Author" initials="A""#));
}

#[test]
fn people_who_remark_are_not_told_from_each_other() {
    let person =
        |id: u8| format!(r#"<p188:author id="{{{id}AC4A1}}" name="{id}" initials="{id}" userId="{id}@x" providerId="AD"/>"#);
    let authors = format!(r#"<p188:authorLst xmlns:p188="p">{}{}</p188:authorLst>"#, person(1), person(2));
    let comments = r#"<p188:cmLst xmlns:p188="p"><p188:cm id="{3}" authorId="{2AC4A1}" created="2026-11-23"/></p188:cmLst>"#;
    let clean = |part: &str| String::from_utf8(super::markup::clean(part.as_bytes(), Kind::Pptx, &[].into()).unwrap()).unwrap();
    let nobody = "{00000000-0000-0000-0000-000000000000}";
    let expected =
        format!(r#"<p188:author id="{nobody}" name="Author" initials="A" userId="Author" providerId="None"/></p188:authorLst>"#);
    assert!(clean(&authors).ends_with(&format!(r#"xmlns:p188="p">{expected}"#)), "{}", clean(&authors));
    assert!(
        clean(comments).contains(&format!(r#"authorId="{nobody}" created="2000-01-01T00:00:00.000""#)),
        "{}",
        clean(comments)
    );
}

/// A document with one more part, to which it has a link of this kind.
fn with(word: &str, name: &str, bytes: &[u8]) -> Result<crate::enclosures::Clean, Refused> {
    let document = br#"<w:document xmlns:w="w"><w:body/></w:document>"#;
    let links = made::links(&[&format!("{word} {name}")]);
    let kinds = [("word/document.xml", "wordprocessingml.document.main+xml")];
    let path = format!("word/{name}");
    let parts = [("word/document.xml", &document[..]), ("word/_rels/document.xml.rels", links.as_bytes()), (&path, bytes)];
    clean(&made::with_more("word/document.xml", &kinds, &parts))
}

#[test]
fn programs_and_what_cannot_be_cleaned_are_refused() {
    assert!(with("chart", "c.xml", b"<c/>").is_ok());
    assert_eq!(with("vbaProject", "vbaProject.bin", b"x"), Err(Refused::Macros));
    assert_eq!(with("image", "vbaProject.bin", b"x"), Err(Refused::Macros));
    assert_eq!(with("oleObject", "a.bin", b"x"), Err(Refused::FileInside));
    assert_eq!(with("video", "a.mp4", b"x"), Err(Refused::FileInside));
    assert_eq!(with("image", "a.emf", b"\x01\0\0\0"), Err(Refused::FileInside));
    assert_eq!(with("header", "a.bin", b"x"), Err(Refused::FileInside));
    assert_eq!(with("chart", "c.xml", b"<c><p:contentPart/></c>"), Err(Refused::FileInside));
    assert_eq!(with("chart", "c.xml", b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), Err(Refused::Damaged));
    assert_eq!(with("chart", "c.xml", b"<a>&b;</a>"), Err(Refused::Damaged));
    assert_eq!(with("chart", "c.xml", b"<a>"), Err(Refused::Damaged));
    let inner = with("chart", "c.xml", b"<c/>").unwrap().bytes;
    let outer = with("package", "a.xlsx", &inner).unwrap().bytes;
    assert_eq!(with("package", "a.xlsx", &outer), Err(Refused::TooDeep));
}

#[test]
fn a_bomb_and_what_is_no_office_file_are_refused() {
    assert_eq!(clean(&made::packed(&[("a.txt", b"b")])), Err(Refused::OtherKind));
    assert_eq!(clean(b"PK\x03\x04abc"), Err(Refused::Damaged));
    let macros = [("word/document.xml", "wordprocessingml.document.macroEnabled.main+xml")];
    assert_eq!(clean(&made::with_more("word/document.xml", &macros, &[("word/document.xml", b"<a/>")])), Err(Refused::Macros));
    let template = [("word/document.xml", "wordprocessingml.template.main+xml")];
    assert_eq!(
        clean(&made::with_more("word/document.xml", &template, &[("word/document.xml", b"<a/>")])),
        Err(Refused::OtherKind)
    );
    assert_eq!(with("chart", "c.xml", &vec![b' '; 130 << 20]), Err(Refused::Bomb));
    assert_eq!(with("chart", "c.xml", "<a>".repeat(100_000).as_bytes()), Err(Refused::Bomb));
    let many: Vec<String> = (0..3_100).map(|number| format!("{number}.xml")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b"<a/>"[..])).collect();
    assert_eq!(clean(&made::packed(&many)), Err(Refused::Bomb));
}
