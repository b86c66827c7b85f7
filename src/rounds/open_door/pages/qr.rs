//! An address as a QR code for paper, at least 28 mm wide however it is printed.

use maud::{Markup, PreEscaped, html};
use qrcode::{EcLevel, QrCode, render::svg};

/// 28 mm are 106 px of CSS; a poster is read from further away. More does not fit on a phone.
const SIDE: u32 = 200;

/// With its quiet zone; nothing if the address does not fit into any code.
pub fn picture(address: &str, meaning: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else { return html! {} };
    let drawn = code.render::<svg::Color>().min_dimensions(SIDE, SIDE).quiet_zone(true).build();
    // The library writes an XML head, which has no place inside a page.
    let svg = drawn.find("<svg").and_then(|start| drawn.get(start..)).unwrap_or_default();
    html! { div role="img" aria-label=(meaning) { (PreEscaped(svg)) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_wide_enough_to_be_read_from_paper() {
        let drawn = picture("https://clear.example/o/0198b7ab-8d13-4c1d-9b7e-2f8a6d1c3e55", "x").into_string();
        let width: u32 = drawn.split("width=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap().parse().unwrap();
        assert!((SIDE..=254).contains(&width) && !drawn.contains("<?xml"), "{width}");
    }
}
