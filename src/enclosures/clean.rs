//! A file without what it tells about whoever made it.

use super::{Kind, Refused, kinds::Container, limits, office, pdf, pictures};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clean {
    pub kind: Kind,
    pub bytes: Vec<u8>,
}

/// What is cleaned once is the same when it is cleaned again. A file that would not be is read in two ways by one
/// reader, so nobody knows what others find in it.
pub fn clean(file: &[u8]) -> Result<Clean, Refused> {
    if file.is_empty() {
        return Err(Refused::Empty);
    }
    if file.len() > limits::FILE {
        return Err(Refused::TooLarge);
    }
    let once = cleaned(file)?;
    if cleaned(&once.bytes)? == once { Ok(once) } else { Err(Refused::Damaged) }
}

fn cleaned(file: &[u8]) -> Result<Clean, Refused> {
    match Container::of(file)? {
        Container::Jpeg => Ok(Clean { kind: Kind::Jpeg, bytes: pictures::jpeg::clean(file, pictures::Upright::Kept)? }),
        Container::Png => Ok(Clean { kind: Kind::Png, bytes: pictures::png::clean(file)? }),
        Container::Pdf => Ok(Clean { kind: Kind::Pdf, bytes: pdf::clean(file)? }),
        Container::Zip => office::clean(file),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_too_large_or_of_another_kind_is_refused() {
        assert_eq!(clean(b""), Err(Refused::Empty));
        assert_eq!(clean(&vec![0xFF; limits::FILE + 1]), Err(Refused::TooLarge));
        for other in [&b"GIF89a"[..], b"RIFF....WEBP", b"plain text", b"<html>", b"\0\0\0\x18ftypheic", b"MZ"] {
            assert_eq!(clean(other), Err(Refused::OtherKind), "{other:?}");
        }
    }
}
