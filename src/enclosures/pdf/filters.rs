//! Streams unpacked: as far as a list of objects needs it, or a photograph that is packed once more.

use super::object::{Dict, Object};
use crate::enclosures::{Refused, inflate, limits};

/// The filters of a stream with what they are told, the outermost first.
pub(super) type Filters<'file> = Vec<(Vec<u8>, Option<Dict<'file>>)>;

/// None of the lists may be referred to, since a reader needs them to find its way.
pub(super) fn filters<'file>(filter: Option<&Object<'file>>, told: Option<&Object<'file>>) -> Result<Filters<'file>, Refused> {
    let one = |object: Option<&Object<'file>>| object.and_then(Object::dict).cloned();
    match filter {
        None => Ok(Vec::new()),
        Some(Object::Name(name)) => {
            let told = if let Some(Object::Array(all)) = told { all.first() } else { told };
            Ok(vec![(name.clone(), one(told))])
        }
        Some(Object::Array(names)) => names
            .iter()
            .enumerate()
            .map(|(place, name)| {
                let told = if let Some(Object::Array(all)) = told { all.get(place) } else { told };
                Ok((name.as_name().ok_or(Refused::Damaged)?.to_vec(), one(told)))
            })
            .collect(),
        Some(_) => Err(Refused::Damaged),
    }
}

pub(super) fn unpacked(data: &[u8], filters: &[(Vec<u8>, Option<Dict<'_>>)]) -> Result<Vec<u8>, Refused> {
    let mut data = data.to_vec();
    for (name, told) in filters {
        data = match name.as_slice() {
            b"FlateDecode" | b"Fl" => predicted(inflate::inflated(&data, limits::LOOKED_AT)?, told.as_ref())?,
            b"ASCIIHexDecode" | b"AHx" => hexadecimal(&data),
            b"ASCII85Decode" | b"A85" => eighty_five(&data).ok_or(Refused::Damaged)?,
            _ => return Err(Refused::FileInside),
        };
    }
    Ok(data)
}

/// Undoes what was done to rows so that they pack better.
fn predicted(data: Vec<u8>, told: Option<&Dict<'_>>) -> Result<Vec<u8>, Refused> {
    let number = |key: &str, usual: usize| {
        let value = told.and_then(|told| told.get(key.as_bytes()));
        value.and_then(Object::as_number).unwrap_or(usual)
    };
    match number("Predictor", 1) {
        1 => return Ok(data),
        10..=15 => {}
        _ => return Err(Refused::Damaged),
    }
    let (colours, depth, columns) = (number("Colors", 1), number("BitsPerComponent", 8), number("Columns", 1));
    if colours > 64 || depth > 32 || columns > 1_000_000 {
        return Err(Refused::Damaged);
    }
    let step = (colours * depth).div_ceil(8).max(1);
    let length = (colours * depth * columns).div_ceil(8).max(1);
    let mut out: Vec<u8> = Vec::with_capacity(data.len());
    for row in data.chunks(length + 1) {
        let Some((&kind, row)) = row.split_first() else { break };
        let begins = out.len();
        for (place, byte) in row.iter().enumerate() {
            let at = |back: usize| out.get(back).copied().unwrap_or_default();
            let left = if place >= step { at(begins + place - step) } else { 0 };
            let above = if begins >= length { at(begins - length + place) } else { 0 };
            let corner = if place >= step && begins >= length { at(begins - length + place - step) } else { 0 };
            let guess = match kind {
                1 => left,
                2 => above,
                3 => left.midpoint(above),
                4 => nearest(left, above, corner),
                _ => 0,
            };
            out.push(byte.wrapping_add(guess));
        }
    }
    Ok(out)
}

fn nearest(left: u8, above: u8, corner: u8) -> u8 {
    let sum = i16::from(left) + i16::from(above) - i16::from(corner);
    [left, above, corner].into_iter().min_by_key(|byte| (sum - i16::from(*byte)).abs()).unwrap_or_default()
}

fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|byte| **byte != b'>').filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u32> = digits.collect();
    let byte = |pair: &[u32]| u8::try_from(pair.iter().fold(0, |byte, digit| byte << 4 | digit)).unwrap_or_default();
    digits.chunks(2).map(|pair| if pair.len() == 1 { byte(pair) << 4 } else { byte(pair) }).collect()
}

fn eighty_five(data: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut group: Vec<u32> = Vec::with_capacity(5);
    for byte in data {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(u32::from(byte - b'!')),
            byte if byte.is_ascii_whitespace() || *byte == 0 => {}
            _ => return None,
        }
        if group.len() == 5 {
            out.extend(four(&group)?);
            group.clear();
        }
    }
    if group.len() > 1 {
        let count = group.len() - 1;
        group.resize(5, 84);
        out.extend(four(&group)?.into_iter().take(count));
    }
    Some(out)
}

fn four(group: &[u32]) -> Option<[u8; 4]> {
    group.iter().try_fold(0_u32, |sum, digit| sum.checked_mul(85)?.checked_add(*digit)).map(u32::to_be_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_become_bytes_again() {
        assert_eq!(hexadecimal(b"41 4z2 5>99"), b"ABP");
        assert_eq!(eighty_five(b"87cUR\nD]~>").unwrap(), b"Hello");
        assert_eq!(eighty_five(b"z").unwrap(), [0; 4]);
    }

    #[test]
    fn rows_are_put_back_by_what_stands_left_and_above() {
        let number = |value: i64| Object::Int(value);
        let told: Dict<'_> = [(b"Predictor".to_vec(), number(12)), (b"Columns".to_vec(), number(3))].into();
        let rows = vec![2, 1, 2, 3, 2, 1, 1, 1, 1, 5, 1, 1, 4, 0, 0, 1];
        assert_eq!(predicted(rows, Some(&told)).unwrap(), [1, 2, 3, 2, 3, 4, 5, 6, 7, 5, 6, 8]);
    }
}
