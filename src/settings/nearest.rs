//! Which setting was meant by a name that is none.

use super::known::{SETTINGS, bare};

/// Names from other programs, and what they are called here.
const CALLED_OTHERWISE: &[(&str, &str)] = &[
    ("ADDRESS", "CLEARJAI_BIND"),
    ("DATABASE_URL", "CLEARJAI_REGISTER_URL"),
    ("HOST", "CLEARJAI_BIND"),
    ("LISTEN", "CLEARJAI_BIND"),
    ("PORT", "CLEARJAI_BIND"),
    ("URL", "CLEARJAI_PUBLIC_URL"),
];

/// The setting that was probably meant, if any comes close.
pub(super) fn nearest(unknown: &str) -> Option<&'static str> {
    let written = bare(&unknown.to_ascii_uppercase().replace('-', "_")).to_owned();
    if let Some((_, name)) = CALLED_OTHERWISE.iter().find(|(other, _)| *other == written) {
        return Some(name);
    }
    SETTINGS
        .iter()
        .map(|known| (distance(&written, bare(known.name)), known.name))
        .filter(|(distance, name)| is_close(*distance, &written, bare(name)))
        .min()
        .map(|(_, name)| name)
}

fn is_close(distance: usize, written: &str, name: &str) -> bool {
    let first_word = |name: &str| name.split('_').next().map(str::to_owned);
    let is_a_slip = distance <= (written.len() / 3).max(2) && distance < written.len();
    is_a_slip || (written.contains('_') && first_word(written) == first_word(name))
}

/// How many letters to add, drop or change to come from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (count, letter) in from.chars().enumerate() {
        let mut left = count + 1;
        let mut next = vec![left];
        for ((other, above_left), above) in to.chars().zip(&row).zip(row.iter().skip(1)) {
            let change = above_left + usize::from(letter != other);
            left = change.min(left + 1).min(above + 1);
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
