//! The file: pages, fonts, and which text each drawing of a font stands for. Knows no report.

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::{
    Content, Filter, Finish as _, Name, Pdf, Rect, Ref, Str, TextStr,
    types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap},
};

use super::{
    bytes::font_file,
    case::{Case, Cluster},
    faces::{ASCENT, CAPITALS, DESCENT},
    lengths::{HEIGHT, WIDTH, points},
    outlines::{Outlines, Part},
};

const IDENTITY: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Hands out the numbers of objects.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

/// None: more than a file can hold.
pub fn file(title: &str, language: &str, cases: &[Case], pages: Vec<Content>) -> Option<Vec<u8>> {
    let (mut pdf, mut numbers) = (Pdf::new(), Numbers(0));
    let (catalog, tree, about) = (numbers.next(), numbers.next(), numbers.next());
    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr(language));
    root.viewer_preferences().display_doc_title(true);
    root.finish();
    pdf.document_info(about).title(TextStr(title)).producer(TextStr("ClearJai"));
    let mut fonts = Vec::new();
    for case in cases.iter().filter(|case| !case.clusters().is_empty()) {
        fonts.push((Name(case.weight.tag()), font(&mut pdf, &mut numbers, case)?));
    }
    let sheets: Vec<(Ref, Ref)> = pages.iter().map(|_| (numbers.next(), numbers.next())).collect();
    for ((page, content), drawn) in sheets.iter().zip(pages) {
        let mut sheet = pdf.page(*page);
        sheet.parent(tree).contents(*content).media_box(Rect::new(0.0, 0.0, points(WIDTH), points(HEIGHT)));
        sheet.resources().fonts().pairs(fonts.iter().copied());
        sheet.finish();
        pdf.stream(*content, &packed(&drawn.finish())?).filter(Filter::FlateDecode);
    }
    pdf.pages(tree).kids(sheets.iter().map(|(page, _)| *page)).count(i32::try_from(sheets.len()).ok()?);
    Some(pdf.finish())
}

fn font(pdf: &mut Pdf, numbers: &mut Numbers, case: &Case) -> Option<Ref> {
    let [font, inner, describes, program, texts, glyphs] = [(); 6].map(|()| numbers.next());
    let name = Name(case.weight.name());
    let (font_program, numbering) = drawings(case)?;
    pdf.type0_font(font).base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(inner).to_unicode(texts);
    let mut cid = pdf.cid_font(inner);
    cid.subtype(CidFontType::Type2).base_font(name).system_info(IDENTITY).font_descriptor(describes);
    cid.default_width(0.0).cid_to_gid_map_stream(glyphs);
    cid.widths().consecutive(1, case.clusters().iter().map(|(_, width)| units(*width)));
    cid.finish();
    pdf.font_descriptor(describes)
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(-700.0, -600.0, 1_400.0, 1_300.0))
        .italic_angle(0.0)
        .ascent(units(ASCENT))
        .descent(-units(DESCENT))
        .cap_height(units(CAPITALS))
        .stem_v(case.weight.stem())
        .font_file2(program);
    let length = i32::try_from(font_program.len()).ok()?;
    pdf.stream(program, &packed(&font_program)?).filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
    pdf.stream(glyphs, &packed(&numbering)?).filter(Filter::FlateDecode);
    let mut meanings = UnicodeCmap::<u16>::new(Name(b"ClearJai"), IDENTITY);
    for (number, (Cluster { text, .. }, _)) in (1..).zip(case.clusters()) {
        meanings.pair_with_multiple(number, text.chars());
    }
    pdf.stream(texts, &packed(&meanings.finish())?).filter(Filter::FlateDecode);
    Some(font)
}

/// The font program, and which of its glyphs each number of the case is.
fn drawings(case: &Case) -> Option<(Vec<u8>, Vec<u8>)> {
    let outlines = Outlines::read(case.weight.file())?;
    let (mut single, mut put_together, mut numbering) = (Vec::new(), Vec::new(), vec![0, 0]);
    for (cluster, _) in case.clusters() {
        let glyph = if let [Part { glyph, right: 0, up: 0 }] = cluster.parts.as_slice() {
            single.push(*glyph);
            *glyph
        } else {
            put_together.push(cluster.parts.as_slice());
            u16::try_from(outlines.count() + put_together.len() - 1).ok()?
        };
        numbering.extend_from_slice(&glyph.to_be_bytes());
    }
    Some((font_file(&outlines.with(single, &put_together)?)?, numbering))
}

fn units(units: i32) -> f32 {
    i16::try_from(units).map(f32::from).unwrap_or_default()
}

/// None cannot happen in memory.
fn packed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}
