//! An address as a QR code for paper, dark on white with its quiet zone, at least 28 mm wide however it is printed.

use std::fmt::Write as _;

use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// 28 mm are 106 px of CSS; a poster is read from further away. More does not fit on a phone.
const SIDE: usize = 200;

/// Modules of white around a code, without which it is not found.
const QUIET: usize = 4;

/// `meaning`: for those who hear the page. Nothing if the address does not fit into any code.
pub fn qr_code(address: &str, meaning: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else { return html! {} };
    let side = code.width() + 2 * QUIET;
    html! {
        div role="img" aria-label=(meaning) {
            svg width=(SIDE) height=(SIDE) viewBox=(format_args!("0 0 {side} {side}")) shape-rendering="crispEdges" {
                path d=(dark_runs(&code));
            }
        }
    }
}

/// A bar for every run of dark modules in a row, which is a quarter of what a square for each would be.
fn dark_runs(code: &QrCode) -> String {
    let colours = code.to_colors();
    let mut path = String::new();
    for (y, row) in (QUIET..).zip(colours.chunks(code.width().max(1))) {
        let mut x = QUIET;
        for run in row.chunk_by(PartialEq::eq) {
            if run.first() == Some(&Color::Dark) {
                // Writing into a string cannot fail.
                let _ = write!(path, "M{x} {y}h{0}v1h-{0}z", run.len());
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_drawn_with_white_around_it_and_every_dark_module_once() {
        let address = "https://clear.example/t/4821093755621408";
        let drawn = qr_code(address, "x").into_string();
        let code = QrCode::with_error_correction_level(address, EcLevel::M).unwrap();
        assert!(drawn.contains(&format!("viewBox=\"0 0 {0} {0}\"", code.width() + 8)), "{drawn}");
        let path = drawn.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
        let mut dark = 0;
        for run in path.split('M').skip(1) {
            let (place, long) = run.split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let [x, y, long] = [x, y, long.split('v').next().unwrap()].map(|number| number.parse::<usize>().unwrap());
            assert!(x >= 4 && y >= 4 && x + long <= code.width() + 4 && y < code.width() + 4, "{run}");
            assert!((x..x + long).all(|x| code[(x - 4, y - 4)] == Color::Dark), "{run}");
            dark += long;
        }
        assert_eq!(dark, code.to_colors().into_iter().filter(|colour| *colour == Color::Dark).count());
    }
}
