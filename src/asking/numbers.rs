//! What people call a question, `3` or `3.1`, and how they write a number.

use crate::{
    instruments::{Decimal, Instrument, Question},
    language::digits,
};

/// By its place in the instrument; by its code, if a draft asks for what is not there.
pub(super) fn number_of(instrument: &Instrument, question: &Question) -> String {
    let Some((Some(number), item)) = instrument.numbered().find(|(_, item)| item.code == question.item) else {
        return question.item.to_string();
    };
    let subs = item.rated().map(|rated| rated.subs.as_slice()).unwrap_or_default();
    match question.sub.as_ref().and_then(|code| subs.iter().position(|sub| sub.code == *code)) {
        Some(sub) => sub_number(number, sub),
        None => number.to_string(),
    }
}

pub(super) fn sub_number(item: usize, sub: usize) -> String {
    format!("{item}.{}", sub + 1)
}

/// `−1,234.5`
pub(super) fn written(number: Decimal) -> String {
    let text = number.to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |text| ("\u{2212}", text));
    let (whole, behind) = text.split_at(text.find('.').unwrap_or(text.len()));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), digits::grouped);
    format!("{sign}{whole}{behind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_read_them() {
        for (plain, read) in [("1234567.25", "1,234,567.25"), ("-0.5", "\u{2212}0.5"), ("12", "12")] {
            assert_eq!(written(plain.parse().unwrap()), read);
        }
    }
}
