//! What is packed in a PDF: photographs without their notes, and nothing that lies elsewhere.

use super::{
    document::Document,
    filters,
    object::{Dict, Object},
};
use crate::enclosures::{Refused, pictures};
use std::borrow::Cow;

type Stream<'file> = (Dict<'file>, Cow<'file, [u8]>);

pub(super) fn clean<'file>(
    document: &Document<'file>,
    mut dict: Dict<'file>,
    data: Cow<'file, [u8]>,
) -> Result<Stream<'file>, Refused> {
    if dict.contains_key(b"F".as_slice()) {
        return Ok((Dict::new(), Cow::Borrowed(&[])));
    }
    // Both may be referred to, down to each of their parts.
    for key in ["Filter", "DecodeParms"] {
        let value = match document.entry(&dict, key)? {
            Object::Array(all) => Object::Array(all.iter().map(|one| document.resolved(one)).collect::<Result<_, _>>()?),
            other => other,
        };
        dict.remove(key.as_bytes());
        if value != Object::Null {
            dict.insert(key.as_bytes().to_vec(), value);
        }
    }
    let mut filters = filters::filters(dict.get(b"Filter".as_slice()), dict.get(b"DecodeParms".as_slice()))?;
    let picture: fn(&[u8]) -> Result<Vec<u8>, Refused> = match filters.last().map(|(name, _)| name.as_slice()) {
        Some(b"DCTDecode" | b"DCT") => |data| pictures::jpeg::clean(data, pictures::Upright::Left),
        Some(b"JPXDecode") => pictures::jpeg2000::clean,
        // Names and keys may stay with what was sealed; it is not read here.
        Some(b"Crypt") => return Err(Refused::Locked),
        _ => return Ok((dict, data)),
    };
    let Some((name, told)) = filters.pop() else { return Ok((dict, data)) };
    document.spend(data.len())?;
    let unpacked = filters::unpacked(&data, &filters)?;
    document.spend(unpacked.len())?;
    dict.insert(b"Filter".to_vec(), Object::Name(name));
    dict.remove(b"DecodeParms".as_slice());
    if let Some(told) = told {
        dict.insert(b"DecodeParms".to_vec(), Object::Dict(told));
    }
    Ok((dict, Cow::Owned(picture(&unpacked)?)))
}
