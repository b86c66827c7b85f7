//! Arabic and Thai digits, and numbers of people and money.
//!
//! Does not know which part of a text may change: [`thai`] is for a piece of running text that
//! the caller chose. A document once lost a link this way, so never for links, codes, addresses.

const TRUE_MINUS: char = '\u{2212}';

/// With ๐ to ๙ as 0 to 9 and everything else as it was: for whatever people type.
pub fn arabic(text: &str) -> String {
    text.chars().map(|letter| moved(letter, '๐', '0')).collect()
}

/// With 0 to 9 as ๐ to ๙ and everything else as it was: for running text of printed reports.
///
/// Looks at nothing but digits, so the caller must leave links, codes and addresses out.
pub fn thai(text: &str) -> String {
    text.chars().map(|letter| moved(letter, '0', '๐')).collect()
}

/// `12,345`, and `−12,345` with a true minus sign.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 + TRUE_MINUS.len_utf8());
    if number < 0 {
        grouped.push(TRUE_MINUS);
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The digit of the same value in another set, given the noughts of both.
fn moved(letter: char, nought: char, other_nought: char) -> char {
    u32::from(letter)
        .checked_sub(u32::from(nought))
        .filter(|value| *value < 10)
        .and_then(|value| char::from_u32(u32::from(other_nought) + value))
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_digits_change() {
        assert_eq!(arabic("ข้อ ๑๐ จาก ๒๙"), "ข้อ 10 จาก 29");
        assert_eq!(thai("ร้อยละ 92.50 (n = 69)"), "ร้อยละ ๙๒.๕๐ (n = ๖๙)");
        assert_eq!(arabic("๏ ฿ ๚ ½ Ⅳ"), "๏ ฿ ๚ ½ Ⅳ");
    }

    #[test]
    fn thousands_are_parted_by_commas() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(-461_000), "\u{2212}461,000");
        assert_eq!(grouped(i64::MIN), "\u{2212}9,223,372,036,854,775,808");
    }

    proptest! {
        #[test]
        fn a_text_without_thai_digits_survives_both_ways(text in "[^๐-๙]*") {
            prop_assert_eq!(arabic(&thai(&text)), text);
        }

        #[test]
        fn commas_are_all_that_is_added(number in 0_i64..) {
            prop_assert_eq!(grouped(number).replace(',', ""), number.to_string());
        }
    }
}
