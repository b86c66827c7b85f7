//! The department's logo: a small picture, known by what it is and not by what it is called.

use data_encoding::HEXLOWER;
use diesel::{deserialize::FromSqlRow, expression::AsExpression, sql_types::Text};
use sha2::{Digest, Sha256};

/// It stands on every page.
pub const LARGEST: usize = 100 * 1024;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub kind: Kind,
    pub picture: Vec<u8>,
    /// Changes with the picture; names its address.
    pub digest: String,
}

/// No SVG: it may carry scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub enum Kind {
    Png,
    Jpeg,
    Webp,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Png, Self::Jpeg, Self::Webp];

    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }

    fn of(picture: &[u8]) -> Option<Self> {
        match picture {
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Self::Webp),
            _ => None,
        }
    }
}

crate::db::stored_as_text!(Kind, |kind| kind.content_type(), |text| Kind::ALL
    .into_iter()
    .find(|kind| kind.content_type() == text));

/// Why a picture cannot be the logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLogo {
    Nothing,
    TooLarge,
    NotAPicture,
}

impl Logo {
    pub fn parse(picture: Vec<u8>) -> Result<Self, NoLogo> {
        if picture.is_empty() {
            return Err(NoLogo::Nothing);
        }
        if picture.len() > LARGEST {
            return Err(NoLogo::TooLarge);
        }
        let kind = Kind::of(&picture).ok_or(NoLogo::NotAPicture)?;
        let digest = HEXLOWER.encode(Sha256::digest(&picture).first_chunk::<8>().unwrap_or(&[0; 8]));
        Ok(Self { kind, picture, digest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_known_by_its_first_bytes() {
        let png = b"\x89PNG\r\n\x1a\n and more".to_vec();
        assert_eq!(Logo::parse(png).unwrap().kind, Kind::Png);
        assert_eq!(Logo::parse(b"<svg onload=alert(1)>".to_vec()), Err(NoLogo::NotAPicture));
        assert_eq!(Logo::parse(vec![]), Err(NoLogo::Nothing));
        let mut large = b"\x89PNG\r\n\x1a\n".to_vec();
        large.resize(LARGEST + 1, 0);
        assert_eq!(Logo::parse(large), Err(NoLogo::TooLarge));
    }
}
