//! How large, how dark and in what colours a report is set. The colours are those of the pages in the light.

use super::{
    faces::{ASCENT, DESCENT, Weight},
    lengths::{Length, POINT, at_size, millimetres},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub weight: Weight,
    pub size: Length,
    /// From line to line. Thai has marks above and below, so no less than one and a half.
    pub leading: Length,
    pub colour: Colour,
}

/// Red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

pub const TOP: Length = millimetres(18);
pub const RIGHT: Length = millimetres(16);
pub const BOTTOM: Length = millimetres(18);
pub const LEFT: Length = millimetres(20);

pub const INK: Colour = Colour([0x15, 0x25, 0x2B]);
pub const PALE_INK: Colour = Colour([0x4C, 0x5D, 0x64]);
pub const HAIRLINE: Colour = Colour([0xD9, 0xDC, 0xD6]);
pub const BORDER: Colour = Colour([0x73, 0x84, 0x8B]);
pub const BRAND: Colour = Colour([0x0B, 0x55, 0x63]);
pub const SUNK: Colour = Colour([0xEF, 0xEE, 0xE8]);
pub const WARNING: Colour = Colour([0x9A, 0x3F, 0x0A]);
pub const WARNING_TINT: Colour = Colour([0xFF, 0xF3, 0xD6]);
pub const WHITE: Colour = Colour([0xFF, 0xFF, 0xFF]);

/// From the lowest score to the highest.
pub const SCALE: [Colour; 5] =
    [WARNING, Colour([0xD9, 0x8A, 0x4B]), Colour([0xC9, 0xCD, 0xC8]), Colour([0x4A, 0x9B, 0xA8]), BRAND];

pub const TITLE: Style = style(Weight::Strong, 18, 27);
pub const HEADING: Style = style(Weight::Strong, 13, 20);
pub const BODY: Style = style(Weight::Regular, 11, 18);
pub const CAPTION: Style = style(Weight::Regular, 10, 15).pale();
pub const CELL: Style = style(Weight::Regular, 10, 15);
pub const STRONG_CELL: Style = style(Weight::Strong, 10, 15);
pub const KEY: Style = style(Weight::Strong, 20, 30);
pub const SMALL: Style = style(Weight::Regular, 9, 14).pale();

const fn style(weight: Weight, size: i32, leading: i32) -> Style {
    Style { weight, size: size * POINT, leading: leading * POINT, colour: INK }
}

impl Style {
    pub const fn pale(self) -> Self {
        self.in_colour(PALE_INK)
    }

    pub const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    pub const fn strong(self) -> Self {
        Self { weight: Weight::Strong, ..self }
    }

    /// From the top of a line to where its letters stand.
    pub fn baseline(&self) -> Length {
        (self.leading - at_size(ASCENT + DESCENT, self.size)) / 2 + at_size(ASCENT, self.size)
    }
}

impl Colour {
    /// As the file wants it.
    pub fn shares(self) -> [f32; 3] {
        self.0.map(|light| f32::from(light) / 255.0)
    }

    /// Whether white reads better on it than ink.
    pub fn is_dark(self) -> bool {
        let [red, green, blue] = self.0.map(u32::from);
        red * 3 + green * 6 + blue < 1_250
    }

    /// The colour of one of so many levels.
    pub fn of_level(level: usize, levels: usize) -> Self {
        let steps = levels.saturating_sub(1).max(1);
        let place = (level * 4 + steps / 2) / steps;
        SCALE.get(place).copied().unwrap_or(BRAND)
    }
}
