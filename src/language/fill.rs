//! Values in our sentences: `{}` after `{}`.
//!
//! Does not know languages, plurals or the order of words: a sentence that varies by more than
//! its values is a function in the room's `words.rs`.

use std::fmt::Display;

/// The sentence with its placeholders replaced in order; a value's own `{}` stays.
///
/// Values and placeholders must be equal in number. If not, a debug build stops; a release build
/// leaves out what is missing, because half a sentence is better than no page.
pub fn fill(template: &str, values: &[&dyn Display]) -> String {
    debug_assert_eq!(template.matches("{}").count(), values.len(), "as many values as placeholders: {template}");
    let mut values = values.iter();
    let mut pieces = template.split("{}");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        if let Some(value) = values.next() {
            filled.push_str(&value.to_string());
        }
        filled.push_str(piece);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_order_where_the_placeholders_were() {
        assert_eq!(fill("ตอนที่ {} จาก {}", &[&1, &"5"]), "ตอนที่ 1 จาก 5");
        assert_eq!(fill("{}{}", &[&'a', &'b']), "ab");
        assert_eq!(fill("ส่งคำตอบ", &[]), "ส่งคำตอบ");
    }

    #[test]
    fn a_placeholder_inside_a_value_is_not_replaced() {
        assert_eq!(fill("{} / {}", &[&"{}", &2]), "{} / 2");
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "as many values as placeholders")]
    fn a_missing_value_is_noticed_while_developing() {
        fill("{} จาก {}", &[&1]);
    }
}
