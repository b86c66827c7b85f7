//! Numbers inside a font file, and tables as a font file. Does not know what they mean.

use super::outlines::{Reach, Tables};

pub fn word(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|two| u16::from_be_bytes(*two))
}

pub fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..)?.first_chunk()?;
    usize::try_from(u32::from_be_bytes(*four)).ok()
}

/// None: there is no such place.
pub fn put(bytes: &mut [u8], at: usize, number: u16) -> Option<()> {
    *bytes.get_mut(at..)?.first_chunk_mut()? = number.to_be_bytes();
    Some(())
}

/// How far an outline reaches; none where it is empty.
pub fn reach(outline: &[u8]) -> Option<Reach> {
    let edge = |at| word(outline, at).map(u16::cast_signed);
    Some([edge(2)?, edge(4)?, edge(6)?, edge(8)?])
}

/// None: too large for one.
pub fn font_file(tables: &Tables) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = u16::try_from(count.checked_ilog2()?).ok()?;
    let span = 16_u16 << power;
    let mut file = vec![0, 1, 0, 0];
    file.extend([count, span, power, count * 16 - span].iter().flat_map(|word| word.to_be_bytes()));
    let mut from = file.len() + tables.len() * 16;
    for (name, table) in tables {
        file.extend_from_slice(name);
        for number in [sum(table), u32::try_from(from).ok()?, u32::try_from(table.len()).ok()?] {
            file.extend_from_slice(&number.to_be_bytes());
        }
        from += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        file.extend_from_slice(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    Some(file)
}

fn sum(table: &[u8]) -> u32 {
    let mut sum = 0_u32;
    for chunk in table.chunks(4) {
        let four = chunk.iter().chain([0; 3].iter()).take(4).fold(0, |four: u32, byte| four << 8 | u32::from(*byte));
        sum = sum.wrapping_add(four);
    }
    sum
}
