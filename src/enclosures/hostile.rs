//! Cleaning twice is cleaning once, and no bytes make it panic or take long.

use super::{Kind, clean, office::made as office, pdf, pictures::made as pictures};
use crate::clock::Clock;
use proptest::{collection::vec, prelude::*};
use std::time::Duration;

fn samples() -> Vec<(Kind, Vec<u8>)> {
    vec![
        (Kind::Jpeg, pictures::jpeg(Some(6))),
        (Kind::Png, pictures::png(b"")),
        (Kind::Pdf, pdf::made()),
        (Kind::Pdf, pdf::made_packed()),
        (Kind::Docx, office::docx()),
        (Kind::Xlsx, office::xlsx()),
        (Kind::Pptx, office::pptx()),
    ]
}

#[test]
fn cleaning_twice_is_cleaning_once() {
    for (kind, file) in samples() {
        let once = clean(&file).unwrap();
        assert_eq!(once.kind, kind);
        assert_eq!(clean(&once.bytes).unwrap(), once);
    }
}

/// Cleans it, and again what came out, within a time that nobody notices.
fn survives(file: &[u8]) -> Result<(), TestCaseError> {
    let begun = Clock::System.now();
    if let Ok(once) = clean(file) {
        prop_assert_eq!(clean(&once.bytes), Ok(once));
    }
    prop_assert!(Clock::System.now().since(begun) < Duration::from_secs(10));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_are_too_much(bytes in vec(any::<u8>(), 0..600), start in 0_usize..5) {
        let starts: [&[u8]; 5] = [b"", b"\xFF\xD8\xFF\xE0", b"\x89PNG\r\n\x1A\n", b"%PDF-1.7\n1 0 obj\n<<", b"PK\x03\x04"];
        survives(&[starts[start], &bytes].concat())?;
    }

    #[test]
    fn no_change_is_too_much(sample in 0_usize..7, changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut file = samples().swap_remove(sample).1;
        for (place, byte) in changes {
            let place = place.index(file.len());
            file[place] = byte;
        }
        survives(&file)?;
    }

    #[test]
    fn no_cut_is_too_much(sample in 0_usize..7, from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>()) {
        let file = samples().swap_remove(sample).1;
        let (from, to) = (from.index(file.len()), to.index(file.len()));
        survives(&file[..from.max(to)])?;
        survives(&[&file[..from.min(to)], &file[from.max(to)..]].concat())?;
    }

    #[test]
    fn no_markup_is_too_much(text in "[<>/a:\"'=&;! f-]{0,60}") {
        let kinds = [("word/document.xml", "wordprocessingml.document.main+xml")];
        survives(&office::with_more("word/document.xml", &kinds, &[("word/document.xml", text.as_bytes())]))?;
    }
}
