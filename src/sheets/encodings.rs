//! Text out of bytes: UTF-8, what Excel calls "Unicode text" (UTF-16), or what it writes on Thai computers.

use super::{Encoding, Found, Refusal};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_874};
use std::borrow::Cow;

pub(super) fn decoded(file: &[u8]) -> Result<(Encoding, Cow<'_, str>), Refusal> {
    let (encoding, text) = if let Some(rest) = file.strip_prefix(b"\xFF\xFE") {
        (Encoding::Utf16, UTF_16LE.decode_without_bom_handling_and_without_replacement(rest))
    } else if let Some(rest) = file.strip_prefix(b"\xFE\xFF") {
        (Encoding::Utf16, UTF_16BE.decode_without_bom_handling_and_without_replacement(rest))
    } else {
        let rest = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
        match str::from_utf8(rest) {
            Ok(text) => (Encoding::Utf8, Some(Cow::Borrowed(text))),
            // No text has it; in UTF-16 without its mark, every other byte is one.
            Err(_) if file.contains(&0) => return Err(Refusal::NotATable(Found::Binary)),
            Err(_) => (Encoding::Windows874, thai(rest)),
        }
    };
    let text = text.ok_or(Refusal::Undecodable)?;
    if text.contains('\0') {
        return Err(Refusal::NotATable(Found::Binary));
    }
    Ok((encoding, text))
}

/// Windows-874, if it makes Thai: nearly every byte stands for something there, so that a list of French
/// names would come out as letters that no Thai wrote.
fn thai(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = WINDOWS_874.decode_without_bom_handling_and_without_replacement(bytes)?;
    let (mut letters, mut misplaced, mut before) = (0_usize, 0_usize, ' ');
    for letter in text.chars() {
        match letter {
            '\u{80}'..='\u{9f}' => return None,
            // Vowels above and below, tone marks: each needs a consonant, or another mark, before it.
            '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' => {
                letters += 1;
                misplaced += usize::from(!is_thai(before));
            }
            _ => letters += usize::from(is_thai(letter)),
        }
        before = letter;
    }
    (misplaced * 10 <= letters).then_some(text)
}

fn is_thai(letter: char) -> bool {
    matches!(letter, '\u{e01}'..='\u{e5b}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "ข้าราชการ"
    const OFFICIALS: &[u8] = b"\xa2\xe9\xd2\xc3\xd2\xaa\xa1\xd2\xc3";

    #[test]
    fn the_three_encodings_of_excel_are_read() {
        assert_eq!(decoded("ก,ข".as_bytes()), Ok((Encoding::Utf8, "ก,ข".into())));
        assert_eq!(decoded(b"\xEF\xBB\xBFa"), Ok((Encoding::Utf8, "a".into())));
        assert_eq!(decoded(b"\xFF\xFE\x01\x0e,\x00"), Ok((Encoding::Utf16, "ก,".into())));
        assert_eq!(decoded(b"\xFE\xFF\x0e\x01\x00,"), Ok((Encoding::Utf16, "ก,".into())));
        assert_eq!(decoded(OFFICIALS), Ok((Encoding::Windows874, "ข้าราชการ".into())));
    }

    #[test]
    fn what_would_come_out_as_gibberish_is_refused() {
        let refused = [
            b"caf\xe9,na\xefve".as_slice(),
            b"M\xfcller",
            b"\x93quoted\x94 \x81",
            b"\xFF\xFEa",
            b"\xFF\xFE\x00\xd8a\x00",
            "ก\u{e9}".as_bytes().get(..4).unwrap(),
        ];
        for bytes in refused {
            assert_eq!(decoded(bytes), Err(Refusal::Undecodable), "{bytes:x?}");
        }
    }

    #[test]
    fn bytes_of_nought_are_no_text() {
        for bytes in [b"a\0b".as_slice(), b"\xe9\0", b"a\0,\0b\0", b"\xFF\xFE\0\0"] {
            assert_eq!(decoded(bytes), Err(Refusal::NotATable(Found::Binary)));
        }
    }
}
