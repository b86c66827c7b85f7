//! The bar of a turnout, and what was shown day by day. Words and numbers stand beside them.

use jiff::civil::Date;
use maud::{Markup, html};

/// Of the whole, how much is shown; with a tick at what is needed, if that is asked.
pub fn bar(shown: u32, whole: u32, needed: Option<u32>) -> Markup {
    html! {
        svg width="100%" height="16" aria-hidden="true" focusable="false" {
            rect.b-rest width="100%" height="16" rx="4" {}
            rect.b-p2 width=(per_cent(shown, whole)) height="16" rx="4" {}
            @if let Some(needed) = needed {
                @let at = per_cent(needed, whole);
                line.g-target x1=(at) x2=(at) y1="-4" y2="20" {}
            }
        }
    }
}

/// A column for each day, as high as what was shown.
pub fn columns(days: &[(Date, u32)], whole: u32) -> Markup {
    let count = u32::try_from(days.len()).unwrap_or(u32::MAX).max(1);
    html! {
        svg.clip width="100%" height="96" aria-hidden="true" focusable="false" {
            @for (place, (_, shown)) in (0_u32..).zip(days) {
                rect.b-p2 x=(per_cent(place * 10 + 1, count * 10)) width=(per_cent(8, count * 10))
                    y=(per_cent(whole.saturating_sub(*shown), whole)) height=(per_cent(*shown, whole)) {}
            }
            line.g-axis x1="0" x2="100%" y1="95" y2="95" {}
        }
    }
}

fn per_cent(part: u32, whole: u32) -> String {
    let tenths = u64::from(part.min(whole)) * 1000 / u64::from(whole.max(1));
    format!("{}.{}%", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_of_the_whole_and_never_more() {
        assert_eq!([per_cent(0, 54), per_cent(31, 54), per_cent(54, 54)], ["0.0%", "57.4%", "100.0%"]);
        assert_eq!([per_cent(60, 54), per_cent(1, 0)], ["100.0%", "0.0%"]);
    }
}
