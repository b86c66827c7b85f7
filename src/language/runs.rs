//! Written text taken apart into numbers and what stands between them.
//!
//! Does not know what they mean: `dates_read.rs`, `periods_read.rs` and `fiscal.rs` do.

use super::{Era, digits::arabic, plain};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Run<'a> {
    Number(Number),
    Gap(&'a str),
}

/// A number as written; more than a `u32` can hold counts as the largest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u32,
    pub digits: usize,
}

/// With Arabic digits, in lower case, without invisible characters or outer spaces.
pub(super) fn readable(text: &str) -> String {
    let visible: String = plain(text).chars().filter(|letter| !matches!(letter, '\u{200C}'..='\u{200F}' | '\u{FEFF}')).collect();
    arabic(visible.trim()).to_ascii_lowercase()
}

/// Numbers and gaps in turn; none of them is empty.
pub(super) fn runs(text: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let of_digits = first.is_ascii_digit();
        let end = rest.find(|next: char| next.is_ascii_digit() != of_digits);
        let (run, after) = rest.split_at(end.unwrap_or(rest.len()));
        runs.push(if of_digits { Run::Number(number(run)) } else { Run::Gap(run) });
        rest = after;
    }
    runs
}

fn number(digits: &str) -> Number {
    Number { value: digits.parse().unwrap_or(u32::MAX), digits: digits.len() }
}

/// A gap without spaces, dots, commas, dashes and slashes: "ต. ค." is "ตค".
pub(super) fn letters(gap: &str) -> String {
    gap.replace(|letter: char| letter.is_whitespace() || ".,-/".contains(letter), "")
}

/// The era that some letters end with, and the letters before it.
pub(super) fn split_era(letters: &str) -> (&str, Option<Era>) {
    let signs = [("พศ", Era::Buddhist), ("be", Era::Buddhist), ("คศ", Era::Common), ("ce", Era::Common), ("ad", Era::Common)];
    signs
        .into_iter()
        .find_map(|(sign, era)| letters.strip_suffix(sign).map(|before| (before, Some(era))))
        .unwrap_or((letters, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: u32, digits: usize) -> Run<'static> {
        Run::Number(Number { value, digits })
    }

    #[test]
    fn numbers_and_gaps_come_in_turn() {
        let text = readable("\u{FEFF} วันที่ ๐๑\u{A0}ต.ค.2560 ");
        assert_eq!(runs(&text), [Run::Gap("วันที่ "), number(1, 2), Run::Gap(" ต.ค."), number(2560, 4)]);
        assert_eq!(runs(""), []);
        assert_eq!(runs("99999999999"), [number(u32::MAX, 11)]);
    }

    #[test]
    fn an_era_is_split_from_what_stands_before_it() {
        assert_eq!(split_era(&letters(" ต. ค. พ.ศ. ")), ("ตค", Some(Era::Buddhist)));
        assert_eq!(split_era("adoct"), ("adoct", None));
        assert_eq!(split_era(""), ("", None));
    }
}
