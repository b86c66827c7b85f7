//! Whatever is noted in a PDF goes, and its pages stay.

use super::{
    clean,
    document::Document,
    made::{changed, packed, packed_pdf, pdf},
    object::Object,
};
use crate::enclosures::{Refused, pictures::made::SCAN};

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|own| own == text)
}

/// All that stands in a clean PDF, unpacked.
fn all(file: &[u8]) -> Vec<u8> {
    let document = Document::open(file).unwrap();
    let mut all = file.to_vec();
    for number in 1.. {
        match document.load(number).unwrap() {
            Object::Stream(dict, data) if dict.get(b"Filter".as_slice()).is_some_and(|filter| filter.is_name("FlateDecode")) => {
                all.extend(document.unpacked(&dict, &data).unwrap());
            }
            Object::Null => return all,
            _ => {}
        }
    }
    all
}

fn cleaned(file: &[u8]) -> Vec<u8> {
    let clean = clean(file).unwrap();
    assert_eq!(super::clean(&clean).unwrap(), clean);
    let all = all(&clean);
    for trace in ["SOMCHAI", "2026", "JavaScript", "Launch", "XFA", "/ID", "/Info", "Producer", "Metadata", "acsp"] {
        assert!(!holds(&all, trace.as_bytes()), "{trace} in {}", String::from_utf8_lossy(&all));
    }
    all
}

#[test]
fn pages_stay_and_all_else_goes() {
    let all = cleaned(&pdf());
    for said in [
        "(The question)",
        "(a remark)",
        "(A chapter)",
        "http://moph.go.th/",
        "(filled in)",
        "/Name (Layer)",
        "/DeviceRGB",
        "(there)",
    ] {
        assert!(holds(&all, said.as_bytes()), "{said} in {}", String::from_utf8_lossy(&all));
    }
    assert!(holds(&all, SCAN));
    assert_eq!(all.windows(10).filter(|bytes| bytes == b"/Type /Pag").count(), 3);
}

#[test]
fn it_does_not_matter_how_a_file_is_packed_or_whether_its_lists_are_right() {
    let clean = clean(&pdf()).unwrap();
    assert_eq!(super::clean(&packed_pdf()).unwrap(), clean);
    let mut shifted = pdf();
    shifted.splice(9..9, b"% a line more\n".iter().copied());
    assert_eq!(super::clean(&shifted).unwrap(), clean);
    let file = packed_pdf();
    let cut = file.windows(9).rposition(|bytes| bytes == b"startxref").unwrap();
    assert_eq!(super::clean(&file[..cut]).unwrap(), clean);
}

#[test]
fn what_was_replaced_is_gone() {
    let old = changed(&pdf(), 9, "<</Subtype/Text/Rect[1 1 9 9]/Contents(the SOMCHAI draft)>>");
    assert!(holds(&all(&clean(&old).unwrap()), b"draft"));
    let new = changed(&old, 9, "<</Subtype/Text/Rect[1 1 9 9]/Contents(as sent)>>");
    assert!(holds(&cleaned(&new), b"as sent"));
}

#[test]
fn what_is_locked_or_cannot_be_shown_is_refused() {
    let file = pdf();
    let text = |from: &str, to: &str| {
        let mut file = file.clone();
        let at = file.windows(from.len()).position(|bytes| bytes == from.as_bytes()).unwrap();
        file.splice(at..at + from.len(), to.bytes());
        clean(&file)
    };
    assert_eq!(text("trailer\n<<", "trailer\n<</Encrypt 9 0 R"), Err(Refused::Locked));
    assert_eq!(text("/AP<</N 18 0 R>>", ""), Err(Refused::Undrawn));
    assert_eq!(text("/V(SOMCHAI-METADATA)/Rect[10 100 200 120]/AP<</N 18 0 R>>", "").map(drop), Ok(()));
    assert_eq!(text("/Lang(th)", "/Collection<<>>"), Err(Refused::FileInside));
    assert_eq!(text("/Lang(th)", "/NeedsRendering true"), Err(Refused::Undrawn));
    assert_eq!(text("/FlateDecode/DCTDecode", "/LZWDecode/DCTDecode"), Err(Refused::FileInside));
    assert_eq!(clean(b"%PDF-1.7\n"), Err(Refused::Damaged));
}

#[test]
fn a_tree_without_an_end_is_refused() {
    let kids = |kids: &str| clean(&changed(&pdf(), 2, &format!("<</Type/Pages/Kids[{kids}]/Count 1>>")));
    assert_eq!(kids("2 0 R"), Err(Refused::Damaged));
    assert_eq!(kids("3 0 R 3 0 R"), Err(Refused::Damaged));
    assert_eq!(kids(""), Err(Refused::Damaged));
    assert_eq!(clean(&changed(&pdf(), 4, "4 0 R")).map(drop), Ok(()));
}

#[test]
fn pages_that_are_no_pages_are_refused() {
    let stream = |object: u32, dict: &str| clean(&changed(&pdf(), object, &format!("<<{dict}/Length 0>>stream\n\nendstream")));
    assert_eq!(stream(2, "/Type/Pages/Kids[3 0 R]/Count 1"), Err(Refused::Damaged));
    assert_eq!(stream(3, "/Type/Page/Parent 2 0 R"), Err(Refused::Damaged));
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let mut file = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 3 0 R>>\nendobj\n".to_vec();
    let bomb = packed(&vec![b' '; 150 << 20]);
    let packed_at = u8::try_from(file.len()).unwrap();
    file.extend(format!("2 0 obj\n<</Type/ObjStm/N 1/First 9/Filter/FlateDecode/Length {}>>\nstream\n", bomb.len()).bytes());
    file.extend([&bomb[..], b"\nendstream\nendobj\n"].concat());
    let at = file.len();
    file.extend(b"4 0 obj\n<</Type/XRef/Root 1 0 R/Size 4/W[1 1 1]/Length 12>>\nstream\n");
    file.extend([0, 0, 0, 1, 9, 0, 1, packed_at, 0, 2, 2, 0]);
    file.extend(b"\nendstream\nendobj\n");
    assert_eq!(clean(&file), Err(Refused::Bomb));
    file.extend(format!("startxref\n{at}\n%%EOF").bytes());
    assert_eq!(clean(&file), Err(Refused::Bomb));
}
