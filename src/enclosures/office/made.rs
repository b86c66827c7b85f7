//! Office files made for tests, with a name in every place where programs put one.

use crate::enclosures::pictures::made::{jpeg, png};
use std::io::{Cursor, Write as _};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

const WORD: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(in crate::enclosures) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let time = DateTime::from_date_and_time(2026, 11, 23, 10, 30, 0).unwrap();
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(time);
    zip.set_comment("SOMCHAI-METADATA").unwrap();
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Links as `word target` or `word target external`, in turn r1, r2 and so on.
pub(in crate::enclosures) fn links(all: &[&str]) -> String {
    let one = |(number, link): (usize, &&str)| {
        let mut words = link.split(' ');
        let [word, target, mode] = [(); 3].map(|()| words.next().unwrap_or_default());
        let mode = if mode.is_empty() { "" } else { r#" TargetMode="External""# };
        format!(r#"<Relationship Id="r{}" Type="{WORD}/{word}" Target="{target}"{mode}/>"#, number + 1)
    };
    let links: String = all.iter().enumerate().map(one).collect();
    format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>"#)
}

pub(in crate::enclosures) fn types(overrides: &[(&str, &str)]) -> String {
    let one = |(part, kind): &(&str, &str)| {
        format!(r#"<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}"/>"#)
    };
    let overrides: String = overrides.iter().map(one).collect();
    format!(
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="bin" ContentType="application/octet-stream"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>{overrides}</Types>"#
    )
}

const PROPERTIES: &str = "<p><creator>SOMCHAI-METADATA</creator></p>";

/// What stands in every file beside the main part.
fn root(main: &str) -> String {
    links(&[
        &format!("officeDocument {main}"),
        "metadata/core-properties docProps/core.xml",
        "extended-properties docProps/app.xml",
        "custom-properties docProps/custom.xml",
        "metadata/thumbnail docProps/thumbnail.jpg",
    ])
}

pub(in crate::enclosures) fn with_more(main: &str, kinds: &[(&str, &str)], parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut all: Vec<(&str, Vec<u8>)> = vec![
        ("docProps/core.xml", PROPERTIES.into()),
        ("docProps/app.xml", PROPERTIES.into()),
        ("docProps/custom.xml", PROPERTIES.into()),
        ("docProps/thumbnail.jpg", jpeg(None)),
        ("forgotten/SOMCHAI-METADATA.xml", PROPERTIES.into()),
        ("[Content_Types].xml", types(kinds).into()),
        ("_rels/.rels", root(main).into()),
    ];
    all.extend(parts.iter().map(|(name, bytes)| (*name, bytes.to_vec())));
    let all: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    packed(&all)
}

pub(in crate::enclosures) fn docx() -> Vec<u8> {
    let chart = links(&["package ../embeddings/book.xlsx"]);
    let document_links = links(&[
        "settings settings.xml",
        "comments comments.xml",
        "image media/SOMCHAI-METADATA.jpg",
        "hyperlink http://moph.go.th/ external",
        "hyperlink file:///C:/Users/SOMCHAI-METADATA/a.docx external",
        "people people.xml",
        "customXml ../customXml/item1.xml",
        "chart charts/chart1.xml",
        "commentsExtensible commentsExtensible.xml",
    ]);
    let settings_links = links(&["attachedTemplate file:///C:/Users/SOMCHAI-METADATA/a.dotx external"]);
    with_more(
        "word/document.xml",
        &[
            ("word/document.xml", "wordprocessingml.document.main+xml"),
            ("word/settings.xml", "wordprocessingml.settings+xml"),
            ("word/comments.xml", "wordprocessingml.comments+xml"),
            ("word/people.xml", "wordprocessingml.people+xml"),
            ("word/charts/chart1.xml", "drawingml.chart+xml"),
        ],
        &[
            ("word/document.xml", include_bytes!("made/document.xml")),
            ("word/_rels/document.xml.rels", document_links.as_bytes()),
            ("word/settings.xml", include_bytes!("made/settings.xml")),
            ("word/_rels/settings.xml.rels", settings_links.as_bytes()),
            ("word/comments.xml", include_bytes!("made/comments.xml")),
            ("word/people.xml", PROPERTIES.as_bytes()),
            ("word/commentsExtensible.xml", PROPERTIES.as_bytes()),
            ("word/media/SOMCHAI-METADATA.jpg", &jpeg(Some(6))),
            ("customXml/item1.xml", PROPERTIES.as_bytes()),
            ("word/charts/chart1.xml", include_bytes!("made/chart.xml")),
            ("word/charts/_rels/chart1.xml.rels", chart.as_bytes()),
            ("word/embeddings/book.xlsx", &xlsx()),
        ],
    )
}

pub(in crate::enclosures) fn xlsx() -> Vec<u8> {
    let book = links(&[
        "worksheet worksheets/sheet1.xml",
        "externalLink externalLinks/externalLink1.xml",
        "connections connections.xml",
    ]);
    let sheet = links(&[
        "printerSettings ../printerSettings/printerSettings1.bin",
        "hyperlink file:///C:/Users/SOMCHAI-METADATA/a.xlsx external",
        "comments ../comments1.xml",
        "drawing ../drawings/drawing1.xml",
        "vmlDrawing ../drawings/vmlDrawing1.vml",
    ]);
    let drawing = links(&["image ../media/image7.png", "image ../media/image8.svg"]);
    let outside = links(&["externalLinkPath file:///C:/Users/SOMCHAI-METADATA/b.xlsx external"]);
    with_more(
        "xl/workbook.xml",
        &[
            ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
            ("xl/worksheets/sheet1.xml", "spreadsheetml.worksheet+xml"),
            ("xl/comments1.xml", "spreadsheetml.comments+xml"),
            ("xl/drawings/drawing1.xml", "drawing+xml"),
            ("xl/drawings/vmlDrawing1.vml", "vmlDrawing"),
            ("xl/externalLinks/externalLink1.xml", "spreadsheetml.externalLink+xml"),
        ],
        &[
            ("xl/workbook.xml", include_bytes!("made/workbook.xml")),
            ("xl/_rels/workbook.xml.rels", book.as_bytes()),
            ("xl/worksheets/sheet1.xml", include_bytes!("made/sheet.xml")),
            ("xl/worksheets/_rels/sheet1.xml.rels", sheet.as_bytes()),
            ("xl/comments1.xml", include_bytes!("made/sheet_comments.xml")),
            ("xl/drawings/drawing1.xml", include_bytes!("made/drawing.xml")),
            ("xl/drawings/_rels/drawing1.xml.rels", drawing.as_bytes()),
            ("xl/drawings/vmlDrawing1.vml", include_bytes!("made/notes.vml")),
            ("xl/media/image7.png", &png(b"")),
            ("xl/media/image8.svg", b"<svg><metadata>SOMCHAI-METADATA</metadata></svg>"),
            ("xl/printerSettings/printerSettings1.bin", b"SOMCHAI-METADATA"),
            ("xl/connections.xml", PROPERTIES.as_bytes()),
            ("xl/externalLinks/externalLink1.xml", include_bytes!("made/outside.xml")),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", outside.as_bytes()),
        ],
    )
}

pub(in crate::enclosures) fn pptx() -> Vec<u8> {
    let show = links(&["slide slides/slide1.xml", "commentAuthors commentAuthors.xml", "tags tags/tag1.xml"]);
    let slide = links(&[
        "comments ../comments/comment1.xml",
        "tags ../tags/tag1.xml",
        "hyperlink file://server/SOMCHAI-METADATA external",
    ]);
    with_more(
        "ppt/presentation.xml",
        &[
            ("ppt/presentation.xml", "presentationml.presentation.main+xml"),
            ("ppt/slides/slide1.xml", "presentationml.slide+xml"),
            ("ppt/commentAuthors.xml", "presentationml.commentAuthors+xml"),
            ("ppt/comments/comment1.xml", "presentationml.comments+xml"),
        ],
        &[
            ("ppt/presentation.xml", include_bytes!("made/presentation.xml")),
            ("ppt/_rels/presentation.xml.rels", show.as_bytes()),
            ("ppt/slides/slide1.xml", include_bytes!("made/slide.xml")),
            ("ppt/slides/_rels/slide1.xml.rels", slide.as_bytes()),
            ("ppt/commentAuthors.xml", include_bytes!("made/comment_authors.xml")),
            ("ppt/comments/comment1.xml", include_bytes!("made/slide_comments.xml")),
            ("ppt/tags/tag1.xml", PROPERTIES.as_bytes()),
        ],
    )
}
