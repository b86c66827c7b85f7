//! What kind of file some bytes are, by how they begin; a name would say less, and may lie.

use super::{Found, Refusal};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Text,
}

/// How files begin that are certainly no table.
const OTHERS: [(&[u8], Found); 13] = [
    (b"%PDF-", Found::Pdf),
    (b"\x89PNG\r\n", Found::Picture),
    (b"\xFF\xD8\xFF", Found::Picture),
    (b"GIF8", Found::Picture),
    (b"RIFF", Found::Picture),
    (b"II*\0", Found::Picture),
    (b"MM\0*", Found::Picture),
    (b"{\\rtf", Found::Document),
    (b"\x1F\x8B", Found::Archive),
    (b"7z\xBC\xAF", Found::Archive),
    (b"Rar!", Found::Archive),
    (b"SQLite format 3", Found::Binary),
    (b"\x7FELF", Found::Binary),
];

/// How Excel of 97 to 2003, and everything with a password, begins.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// How an Excel before that begins: BIFF 2 to 5 without a compound file.
const OLDER_EXCEL: [&[u8]; 3] = [b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"];

/// Many a system exports a "spreadsheet" that is a web page.
const WEB_PAGES: [&str; 9] = ["<!doctype", "<html", "<head", "<body", "<meta", "<style", "<table", "<?xml", "<!--"];

pub(super) fn container(file: &[u8]) -> Result<Container, Refusal> {
    if file.starts_with(COMPOUND) {
        return Err(compound(file));
    }
    if OLDER_EXCEL.iter().any(|start| file.starts_with(start)) {
        return Err(Refusal::OldExcel);
    }
    if file.starts_with(b"PK\x03\x04") || file.starts_with(b"PK\x05\x06") {
        return Ok(Container::Zip);
    }
    if let Some((_, found)) = OTHERS.iter().find(|(start, _)| file.starts_with(start)) {
        return Err(Refusal::NotATable(*found));
    }
    if is_web_page(file) {
        return Err(Refusal::NotATable(Found::WebPage));
    }
    Ok(Container::Text)
}

/// The streams of a compound file tell what it is; their names are in UTF-16.
fn compound(file: &[u8]) -> Refusal {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        file.windows(name.len()).any(|bytes| bytes == name)
    };
    if has("EncryptedPackage") {
        Refusal::PasswordProtected
    } else if has("WordDocument") || has("PowerPoint Document") {
        Refusal::NotATable(Found::Document)
    } else {
        Refusal::OldExcel
    }
}

fn is_web_page(file: &[u8]) -> bool {
    let text = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file).trim_ascii_start();
    WEB_PAGES.iter().any(|tag| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(file: &[u8]) -> Refusal {
        container(file).unwrap_err()
    }

    #[test]
    fn other_files_are_told_by_how_they_begin() {
        assert_eq!(refused(b"%PDF-1.7\n"), Refusal::NotATable(Found::Pdf));
        assert_eq!(refused(b"\x89PNG\r\n\x1a\n"), Refusal::NotATable(Found::Picture));
        assert_eq!(refused(b"\xef\xbb\xbf\r\n <HTML><table>"), Refusal::NotATable(Found::WebPage));
        assert_eq!(refused(b"<?xml version=\"1.0\"?>"), Refusal::NotATable(Found::WebPage));
        assert_eq!(refused(b"\x09\x02\x06\x00\x00\x00"), Refusal::OldExcel);
        assert_eq!(container(b"a,b\n"), Ok(Container::Text));
        assert_eq!(container(b"<5 years,b\n"), Ok(Container::Text));
        assert_eq!(container(b"PK\x03\x04"), Ok(Container::Zip));
    }

    #[test]
    fn compound_files_are_old_excel_or_have_a_password() {
        let with = |name: &str| {
            let mut file = COMPOUND.to_vec();
            file.extend([0; 600]);
            file.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
            file
        };
        assert_eq!(refused(&with("Workbook")), Refusal::OldExcel);
        assert_eq!(refused(&with("EncryptedPackage")), Refusal::PasswordProtected);
        assert_eq!(refused(&with("WordDocument")), Refusal::NotATable(Found::Document));
        assert_eq!(refused(COMPOUND), Refusal::OldExcel);
    }
}
