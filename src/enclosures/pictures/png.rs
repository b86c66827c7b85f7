//! A PNG without what is noted in it: its dots, its palette, what is see-through, how bright it is meant.
//!
//! Behind the dots of a picture that was cut smaller often lies the whole of it, after its end or within its last
//! piece. Therefore the dots are unpacked to see where they end.

use super::{exif, size, size::be32};
use crate::enclosures::{Refused, inflate, limits};
use flate2::Crc;

const BEGINS: &[u8] = b"\x89PNG\r\n\x1A\n";

#[derive(Default)]
struct Parts<'file> {
    header: &'file [u8],
    /// What stands before the dots, in this order.
    gamma: Option<&'file [u8]>,
    standard: Option<&'file [u8]>,
    palette: Option<&'file [u8]>,
    transparency: Option<&'file [u8]>,
    orientation: Option<u8>,
    dots: Vec<u8>,
}

pub(in crate::enclosures) fn clean(file: &[u8]) -> Result<Vec<u8>, Refused> {
    let parts = read(file.strip_prefix(BEGINS).ok_or(Refused::Damaged)?)?;
    let raster = raster(parts.header)?;
    if raster > limits::RASTER {
        return Err(Refused::TooManyDots);
    }
    let ends = inflate::ends(&parts.dots, raster, |_| {}).map_err(|_| Refused::Damaged)?;
    if !ends.marked || ends.unpacked != raster {
        return Err(Refused::Damaged);
    }
    let mut out = BEGINS.to_vec();
    push(&mut out, *b"IHDR", parts.header);
    let notes: [([u8; 4], _); 4] =
        [(*b"gAMA", parts.gamma), (*b"sRGB", parts.standard), (*b"PLTE", parts.palette), (*b"tRNS", parts.transparency)];
    for (kind, content) in notes {
        if let Some(content) = content {
            push(&mut out, kind, content);
        }
    }
    if let Some(way) = parts.orientation {
        push(&mut out, *b"eXIf", &exif::note(way));
    }
    push(&mut out, *b"IDAT", parts.dots.get(..ends.packed).unwrap_or_default());
    push(&mut out, *b"IEND", &[]);
    Ok(out)
}

fn read(mut rest: &[u8]) -> Result<Parts<'_>, Refused> {
    let mut parts = Parts::default();
    loop {
        let length = be32(rest, 0).and_then(|length| usize::try_from(length).ok()).ok_or(Refused::Damaged)?;
        let (named, after) =
            rest.get(4..).and_then(|rest| rest.split_at_checked(length.checked_add(4)?)).ok_or(Refused::Damaged)?;
        let (kind, content) = named.split_first_chunk::<4>().ok_or(Refused::Damaged)?;
        let mut sum = Crc::new();
        sum.update(named);
        if be32(after, 0) != Some(sum.sum()) {
            return Err(Refused::Damaged);
        }
        if kind != b"IHDR" && parts.header.is_empty() {
            return Err(Refused::Damaged);
        }
        match kind {
            b"IHDR" if content.len() == 13 => parts.header = content,
            b"PLTE" if content.len() <= 768 => parts.palette = Some(content),
            b"IDAT" => parts.dots.extend(content),
            b"IEND" => return Ok(parts),
            b"tRNS" if content.len() <= 256 => parts.transparency = Some(content),
            b"gAMA" if content.len() == 4 => parts.gamma = Some(content),
            b"sRGB" if content.len() == 1 => parts.standard = Some(content),
            b"eXIf" => parts.orientation = exif::orientation(content),
            // What has to be understood begins with a capital letter.
            [first, ..] if first.is_ascii_uppercase() => return Err(Refused::Damaged),
            _ => {}
        }
        rest = after.get(4..).unwrap_or_default();
    }
}

/// Where each of the seven rounds of an interlaced picture begins, and how far it steps: across, then down.
const ROUNDS: [[u64; 4]; 7] = [[0, 8, 0, 8], [4, 8, 0, 8], [0, 4, 4, 8], [2, 4, 0, 4], [0, 2, 2, 4], [1, 2, 0, 2], [0, 1, 1, 2]];

/// How many bytes the dots take.
fn raster(header: &[u8]) -> Result<u64, Refused> {
    let (width, height) = be32(header, 0).zip(be32(header, 4)).ok_or(Refused::Damaged)?;
    size::check(width, height)?;
    let Some(&[depth, colour, 0, 0, interlaced]) = header.get(8..13) else { return Err(Refused::Damaged) };
    let samples: u64 = match (colour, depth) {
        (0, 1 | 2 | 4 | 8 | 16) | (3, 1 | 2 | 4 | 8) => 1,
        (2, 8 | 16) => 3,
        (4, 8 | 16) => 2,
        (6, 8 | 16) => 4,
        _ => return Err(Refused::Damaged),
    };
    let bits = samples * u64::from(depth);
    let bytes = |across: u64, down: u64| if across == 0 { 0 } else { down * (1 + (across * bits).div_ceil(8)) };
    let (width, height) = (u64::from(width), u64::from(height));
    match interlaced {
        _ if width == 0 || height == 0 => Err(Refused::Damaged),
        0 => Ok(bytes(width, height)),
        1 => {
            let steps = |length: u64, from: u64, by: u64| length.saturating_sub(from).div_ceil(by);
            Ok(ROUNDS.iter().map(|&[x, dx, y, dy]| bytes(steps(width, x, dx), steps(height, y, dy))).sum())
        }
        _ => Err(Refused::Damaged),
    }
}

pub(super) fn push(out: &mut Vec<u8>, kind: [u8; 4], content: &[u8]) {
    let mut sum = Crc::new();
    sum.update(&kind);
    sum.update(content);
    out.extend(u32::try_from(content.len()).unwrap_or(u32::MAX).to_be_bytes());
    out.extend(kind);
    out.extend(content);
    out.extend(sum.sum().to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::{super::made, *};

    #[test]
    fn nothing_is_left_but_dots_colours_and_which_way_up() {
        let file = made::png(&[]);
        let clean = clean(&file).unwrap();
        assert!(!clean.windows(made::MARKER.len()).any(|bytes| bytes == made::MARKER));
        let kinds: Vec<_> = chunks(&clean).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [b"IHDR", b"gAMA", b"sRGB", b"PLTE", b"tRNS", b"eXIf", b"IDAT", b"IEND"]);
        assert_eq!(dots(&clean), dots(&file));
        assert_eq!(super::clean(&clean).unwrap(), clean);
    }

    /// Up to the end.
    fn chunks(file: &[u8]) -> Vec<(&[u8], &[u8])> {
        let (mut chunks, mut at) = (Vec::new(), 8);
        while chunks.last().is_none_or(|(kind, _)| *kind != b"IEND") {
            let length = be32(file, at).unwrap() as usize;
            chunks.push((&file[at + 4..at + 8], &file[at + 8..at + 8 + length]));
            at += 12 + length;
        }
        chunks
    }

    fn dots(file: &[u8]) -> Vec<u8> {
        let packed: Vec<u8> =
            chunks(file).into_iter().filter(|(kind, _)| kind == b"IDAT").flat_map(|(_, content)| content.to_vec()).collect();
        inflate::inflated(&packed, 1 << 20).unwrap()
    }

    #[test]
    fn what_lies_behind_the_dots_goes() {
        let file = made::png(made::MARKER);
        assert_eq!(clean(&file).unwrap(), clean(&made::png(&[])).unwrap());
    }

    #[test]
    fn damage_and_bombs_are_refused() {
        let file = made::png(&[]);
        for length in [0, 8, 20, 60, file.len() / 2] {
            assert_eq!(clean(&file[..length]), Err(Refused::Damaged), "{length}");
        }
        let mut flipped = file.clone();
        flipped[30] ^= 1;
        assert_eq!(clean(&flipped), Err(Refused::Damaged));
        let header = |width: u32, height: u32| [&width.to_be_bytes()[..], &height.to_be_bytes(), b"\x08\x06\0\0\0"].concat();
        assert_eq!(raster(&header(30_000, 30_000)), Err(Refused::TooManyDots));
        assert_eq!(raster(&header(10, 2)), Ok(82));
    }

    #[test]
    fn rounds_of_an_interlaced_picture_add_up() {
        let header = |size: u32| [&size.to_be_bytes()[..], &size.to_be_bytes(), b"\x08\0\0\0\x01"].concat();
        // Eight by eight dots in fifteen rows.
        assert_eq!(raster(&header(8)), Ok(64 + 15));
        assert_eq!(raster(&header(1)), Ok(2));
    }
}
