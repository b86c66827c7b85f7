//! The outlines of a font file, and the same font with more glyphs, each put together from several.
//!
//! A Thai vowel or tone mark stands where shaping puts it, left of its place in the line. Programs that take
//! text out of a PDF see a gap there, or one glyph that means two things, and write "ชื่ชื่อ" or "ปั๊ ม". A
//! cluster that is one glyph, with one text, leaves them nothing to guess. Does not know any text.

use std::collections::{BTreeMap, BTreeSet};

use super::bytes::{long, put, reach, word};

/// Of a font, by its number.
pub type Glyph = u16;

/// A glyph at a place, in units of the font from where the cluster begins.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    pub glyph: Glyph,
    pub right: i16,
    pub up: i16,
}

/// Left, low, right and high.
pub type Reach = [i16; 4];

pub type Tables = BTreeMap<[u8; 4], Vec<u8>>;

pub struct Outlines<'a> {
    tables: BTreeMap<[u8; 4], &'a [u8]>,
    outlines: Vec<&'a [u8]>,
}

/// In glyphs put together: how one of them is written, and that another follows.
const WIDE_OFFSETS: u16 = 0x0003;
const ANOTHER: u16 = 0x0020;

impl<'a> Outlines<'a> {
    /// None: no TrueType font.
    pub fn read(file: &'a [u8]) -> Option<Self> {
        let directory = file.get(12..12 + usize::from(word(file, 4)?) * 16)?;
        let mut tables = BTreeMap::new();
        for entry in directory.chunks_exact(16) {
            let (from, length) = (long(entry, 8)?, long(entry, 12)?);
            tables.insert(*entry.first_chunk()?, file.get(from..from + length)?);
        }
        let (drawn, places) = (*tables.get(b"glyf")?, *tables.get(b"loca")?);
        let is_short = word(tables.get(b"head")?, 50)? == 0;
        let places: Option<Vec<usize>> = if is_short {
            places.chunks_exact(2).map(|half| word(half, 0).map(|half| usize::from(half) * 2)).collect()
        } else {
            places.chunks_exact(4).map(|place| long(place, 0)).collect()
        };
        let places = places?;
        let outlines: Option<_> = places.iter().zip(places.iter().skip(1)).map(|(from, to)| drawn.get(*from..*to)).collect();
        Some(Self { tables, outlines: outlines? })
    }

    /// How many glyphs the font has of its own; those put together are numbered from here.
    pub fn count(&self) -> usize {
        self.outlines.len()
    }

    /// What a PDF needs of the font: the outlines of these glyphs, and of these clusters behind them.
    pub fn with(&self, glyphs: impl IntoIterator<Item = Glyph>, clusters: &[&[Part]]) -> Option<Tables> {
        let needed = self.needed(glyphs.into_iter().chain(clusters.iter().flat_map(|parts| parts.iter().map(|it| it.glyph))));
        let table = |name: &[u8; 4]| self.tables.get(name).map(|table| table.to_vec());
        let (mut drawn, mut places, mut metrics) = (Vec::new(), vec![0], table(b"hmtx")?);
        for (number, outline) in (0..).zip(&self.outlines) {
            if needed.contains(&number) {
                drawn.extend_from_slice(outline);
            }
            places.push(drawn.len());
        }
        for parts in clusters {
            let reach = self.reach_of(parts);
            drawn.extend_from_slice(&together(parts, reach));
            places.push(drawn.len());
            // Where the outline begins; how wide the glyph is, the PDF says.
            metrics.extend_from_slice(reach.first()?.to_be_bytes().as_slice());
        }
        let mut loca = Vec::with_capacity(places.len() * 4);
        for place in &places {
            loca.extend_from_slice(&u32::try_from(*place).ok()?.to_be_bytes());
        }
        let mut head = table(b"head")?;
        put(&mut head, 50, 1)?;
        let maxp = self.limits(places.len() - 1, clusters)?;
        let others = [(*b"glyf", drawn), (*b"head", head), (*b"hmtx", metrics), (*b"loca", loca), (*b"maxp", maxp)];
        Some(Tables::from([(*b"hhea", table(b"hhea")?)]).into_iter().chain(others).collect())
    }

    /// These, the empty box, and those they are put together from.
    fn needed(&self, glyphs: impl Iterator<Item = Glyph>) -> BTreeSet<Glyph> {
        let mut needed = BTreeSet::new();
        let mut open: Vec<Glyph> = glyphs.chain([0]).collect();
        while let Some(glyph) = open.pop() {
            if needed.insert(glyph) {
                open.extend(self.outlines.get(usize::from(glyph)).copied().map(parts_of).unwrap_or_default());
            }
        }
        needed
    }

    fn reach_of(&self, parts: &[Part]) -> Reach {
        let mut all: Option<Reach> = None;
        for part in parts {
            let Some([left, low, right, high]) = self.outlines.get(usize::from(part.glyph)).copied().and_then(reach) else {
                continue;
            };
            let (left, right) = (left.saturating_add(part.right), right.saturating_add(part.right));
            let (low, high) = (low.saturating_add(part.up), high.saturating_add(part.up));
            let [a, b, c, d] = all.unwrap_or([left, low, right, high]);
            all = Some([a.min(left), b.min(low), c.max(right), d.max(high)]);
        }
        all.unwrap_or_default()
    }

    /// How much a reader must be ready for.
    fn limits(&self, glyphs: usize, clusters: &[&[Part]]) -> Option<Vec<u8>> {
        let mut limits = self.tables.get(b"maxp")?.to_vec();
        let most = clusters.iter().map(|parts| parts.len()).max().unwrap_or_default();
        let most = u16::try_from(most).ok()?;
        put(&mut limits, 4, u16::try_from(glyphs).ok()?)?;
        for (simple, put_together) in [(6, 10), (8, 12)] {
            let single = word(&limits, simple)?.max(word(&limits, put_together)?);
            put(&mut limits, put_together, single.saturating_mul(most.max(1)))?;
        }
        let (parts, depth) = (word(&limits, 28)?.max(most), word(&limits, 30)? + 1);
        put(&mut limits, 28, parts)?;
        put(&mut limits, 30, depth)?;
        Some(limits)
    }
}

fn together(parts: &[Part], reach: Reach) -> Vec<u8> {
    let mut outline = (-1_i16).to_be_bytes().to_vec();
    outline.extend(reach.iter().flat_map(|edge| edge.to_be_bytes()));
    for (number, part) in (1..).zip(parts) {
        let flags = if number < parts.len() { WIDE_OFFSETS | ANOTHER } else { WIDE_OFFSETS };
        let words = [flags, part.glyph, part.right.cast_unsigned(), part.up.cast_unsigned()];
        outline.extend(words.iter().flat_map(|word| word.to_be_bytes()));
    }
    outline
}

/// The glyphs that an outline is put together from; none where it is drawn itself.
fn parts_of(outline: &[u8]) -> Vec<Glyph> {
    const WIDE: u16 = 0x0001;
    const SCALES: [(u16, usize); 3] = [(0x0008, 2), (0x0040, 4), (0x0080, 8)];
    let (mut parts, mut at) = (Vec::new(), 10);
    if word(outline, 0).is_none_or(|contours| contours.cast_signed() >= 0) {
        return parts;
    }
    while let (Some(flags), Some(glyph)) = (word(outline, at), word(outline, at + 2)) {
        parts.push(glyph);
        let scale = SCALES.iter().find(|(flag, _)| flags & flag != 0).map_or(0, |(_, bytes)| *bytes);
        at += 4 + scale + if flags & WIDE != 0 { 4 } else { 2 };
        if flags & ANOTHER == 0 {
            break;
        }
    }
    parts
}
