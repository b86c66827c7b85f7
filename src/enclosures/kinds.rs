//! What a file is, by how it begins; a name would say less, and may lie.

use super::Refused;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Jpeg,
    Png,
    Pdf,
    Docx,
    Xlsx,
    Pptx,
}

impl Kind {
    pub const ALL: [Self; 6] = [Self::Jpeg, Self::Png, Self::Pdf, Self::Docx, Self::Xlsx, Self::Pptx];

    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        }
    }

    /// Without a dot.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
        }
    }

    /// Whether a browser may show it within a page; the others are only handed over.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Jpeg,
    Png,
    Pdf,
    Zip,
}

/// How office files of before 2007, and those with a password, begin.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

impl Container {
    pub(super) fn of(file: &[u8]) -> Result<Self, Refused> {
        if file.starts_with(b"\xFF\xD8\xFF") {
            Ok(Self::Jpeg)
        } else if file.starts_with(b"\x89PNG\r\n\x1A\n") {
            Ok(Self::Png)
        } else if file.starts_with(b"%PDF-") {
            Ok(Self::Pdf)
        } else if file.starts_with(b"PK\x03\x04") {
            Ok(Self::Zip)
        } else if file.starts_with(COMPOUND) {
            Err(compound(file))
        } else {
            Err(Refused::OtherKind)
        }
    }
}

/// The streams of a compound file tell what it is; their names are in UTF-16.
fn compound(file: &[u8]) -> Refused {
    let has = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        file.windows(name.len()).any(|bytes| bytes == name)
    };
    if has("EncryptedPackage") {
        Refused::Locked
    } else if ["WordDocument", "Workbook", "Book", "PowerPoint Document"].into_iter().any(has) {
        Refused::OldOffice
    } else {
        Refused::OtherKind
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_old_office_programs_and_with_a_password_are_told_apart() {
        let named = |name: &str| [COMPOUND.to_vec(), name.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
        assert_eq!(Container::of(&named("EncryptedPackage")), Err(Refused::Locked));
        assert_eq!(Container::of(&named("Workbook")), Err(Refused::OldOffice));
        assert_eq!(Container::of(&named("__substg1.0")), Err(Refused::OtherKind));
    }

    #[test]
    fn every_kind_has_an_extension_of_its_own() {
        let mut extensions = Kind::ALL.map(Kind::extension).to_vec();
        extensions.sort_unstable();
        extensions.dedup();
        assert_eq!(extensions.len(), Kind::ALL.len());
    }
}
