//! The apostrophe that keeps a spreadsheet from taking a cell for a formula.
//!
//! Only in CSV, which has no other way to say "this is text". Taken away again, it gives exactly what was
//! written, for it is doubled where somebody wrote one of their own.

use std::borrow::Cow;

const GUARD: char = '\'';
const SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The cell with a guard in front, if a spreadsheet might calculate it.
pub fn neutral(cell: &str) -> Cow<'_, str> {
    if is_guarded_or_formula(cell) { Cow::Owned(format!("{GUARD}{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell as it was before [`neutral`].
pub fn without_guard(cell: &str) -> &str {
    cell.strip_prefix(GUARD).filter(|rest| is_guarded_or_formula(rest)).unwrap_or(cell)
}

fn is_guarded_or_formula(cell: &str) -> bool {
    cell.trim_start_matches(GUARD).starts_with(SIGNS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_might_be_calculated_is_guarded() {
        assert_eq!(neutral("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        for sign in SIGNS {
            assert_eq!(neutral(&sign.to_string()), format!("'{sign}"));
        }
        for harmless in ["", "'", "a=b", "สมชาย", "081-234-5678", "'ก", " =1"] {
            assert_eq!(neutral(harmless), harmless);
        }
    }

    #[test]
    fn an_apostrophe_of_their_own_stays() {
        assert_eq!(without_guard("'ตำรา"), "'ตำรา");
        assert_eq!(neutral("'=1"), "''=1");
        assert_eq!(without_guard("''=1"), "'=1");
    }

    proptest! {
        #[test]
        fn a_guard_taken_away_leaves_what_was_there(cell in "'{0,3}[=+@\t\r-]?.*") {
            let guarded = neutral(&cell);
            prop_assert!(!guarded.starts_with(SIGNS));
            prop_assert_eq!(without_guard(&guarded), cell.as_str());
        }
    }
}
