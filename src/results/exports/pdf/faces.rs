//! The two weights of Sarabun that reports are set in; both hold Thai and Latin.

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Strong,
}

/// From the line letters stand on, in units of the font; the same in both.
pub const ASCENT: i32 = 1_068;
pub const DESCENT: i32 = 232;
pub const CAPITALS: i32 = 700;

impl Weight {
    pub const fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("fonts/sarabun-400.ttf"),
            Self::Strong => include_bytes!("fonts/sarabun-600.ttf"),
        }
    }

    /// The six letters before it say that it is not the whole font.
    pub const fn name(self) -> &'static [u8] {
        match self {
            Self::Regular => b"CLRJAI+Sarabun-Regular",
            Self::Strong => b"CLRJAI+Sarabun-SemiBold",
        }
    }

    /// Inside the file.
    pub const fn tag(self) -> &'static [u8] {
        match self {
            Self::Regular => b"R",
            Self::Strong => b"S",
        }
    }

    /// How thick its stems are, for readers that have to put another font in its place.
    pub const fn stem(self) -> f32 {
        match self {
            Self::Regular => 80.0,
            Self::Strong => 125.0,
        }
    }
}
