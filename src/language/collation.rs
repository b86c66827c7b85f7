//! Keys by which a database sorts names as a Thai dictionary does, whatever it knows of Thai.
//!
//! Promises that comparing the bytes of two keys compares the texts: by letters first, then by
//! tone marks and accents, then by case. A space is smaller than any letter, so that "สม รักดี"
//! stands before "สมใจ กล้าหาญ"; Thai comes before Latin, as CLDR has it. Knows no page and no table.
//!
//! A new CLDR or another list of titles may give other keys: whoever stores them stores
//! [`KEY_EDITION`] too, and makes all of them anew when it is another.

use super::{breaks::plain, titles, typing::well_typed};
use icu_collator::{
    Collator, CollatorBorrowed,
    options::{AlternateHandling, CollatorOptions, Strength},
};
use icu_locale_core::locale;
use std::sync::LazyLock;

/// Which keys these are; raised when a test says that they are no longer those of before.
pub const KEY_EDITION: i32 = 1;

/// More than a hundred Thai characters; what differs only after that has the same key.
const LONGEST: usize = 400;

/// Smaller than any byte of a key, so that what is appended counts only among equals.
const END: u8 = 0;

static DICTIONARY: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    // The default for Thai passes over spaces, and would mix given names with family names.
    options.alternate_handling = Some(AlternateHandling::NonIgnorable);
    match Collator::try_new(locale!("th").into(), options) {
        Ok(collator) => collator,
        Err(fault) => unreachable!("the data is compiled in: {fault}"),
    }
});

/// Sorts as the text does. Equal keys: the same text but for slips of typing, Thai for Arabic
/// digits, and characters that are not seen.
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len());
    let Ok(()) = DICTIONARY.write_sort_key_to(&well_typed(text), &mut key);
    key.truncate(LONGEST);
    key
}

/// The same for a person's name: a title in front counts only between people of equal names.
pub fn name_key(name: &str) -> Vec<u8> {
    let words = well_typed(&plain(name));
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ");
    let (title, name) = titles::apart(&words);
    let mut key = sort_key(name);
    if !title.is_empty() {
        key.push(END);
        key.append(&mut sort_key(title));
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sha2::{Digest, Sha256};
    use std::cmp::Ordering;

    /// Checks every two of them, not only neighbours.
    fn in_order(key: fn(&str) -> Vec<u8>, texts: &str) {
        let texts: Vec<&str> = texts.split(" < ").collect();
        for (place, text) in texts.iter().enumerate() {
            for later in &texts[place + 1..] {
                assert!(key(text) < key(later), "{text} < {later}");
            }
        }
    }

    #[test]
    fn leading_vowels_come_after_their_consonant() {
        in_order(sort_key, "กมล < กานดา < กิตติ < เกษม < แก้ว < โกศล < ใกล้รุ่ง < ไกรสร < ขจร < เขมิกา < คมสัน");
        in_order(sort_key, "สมใจ < สมชาย < สายใจ < สุดา < เสกสรร < แสงดาว < โสภา < ไสว < หทัย < อรุณ < เอก < ไอริน < ฮาวา");
        in_order(sort_key, "ทรงพล < เทพ < ธนา < เพ็ญศรี < ไพโรจน์ < ภาณุ < ฤทัย < ลดา < ฦๅชา < วิชัย");
    }

    #[test]
    fn tone_marks_and_the_like_decide_only_between_equals() {
        in_order(sort_key, "ปา < ป่า < ป้า < ป๊า < ป๋า < ปาก < ป้าง");
        in_order(sort_key, "จันทร < จันทร์ < จันทร์ทิพย์ < จันทรา < จันทิมา");
        in_order(sort_key, "เกง < เก็ง < เก่ง < เก้ง < เก๊ง < เก๋ง");
        in_order(sort_key, "นา < น่า < นำ < น้ำ < น้ำผึ้ง < นิด");
    }

    #[test]
    fn given_names_come_before_family_names() {
        in_order(name_key, "สม รักดี < สมใจ กล้าหาญ < สมชาย กล้าหาญ < สมชาย ใจดี");
    }

    #[test]
    fn digits_come_by_value_then_thai_then_latin() {
        in_order(sort_key, "กลุ่ม < กลุ่ม 1 < กลุ่ม ๒ < กลุ่ม 3 < กลุ่ม ก < กลุ่ม A");
        in_order(sort_key, "1 < ๒ < 3 < ก < ฮ < anna < Anna < Änne < Annette < Zoe");
        assert_eq!(sort_key("ฝ่าย ๑๒"), sort_key("ฝ่าย 12"));
    }

    #[test]
    fn slips_of_typing_and_unseen_characters_make_no_difference() {
        assert_eq!(sort_key("เเก้ว น\u{E33}\u{E49}ใส"), sort_key("แก้ว น้ำใส"));
        assert_eq!(sort_key("สม\u{200B}ชาย"), sort_key("สมชาย"));
        assert_eq!(name_key(" นาย\u{200B}สมชาย \u{A0} ใจดี "), name_key("นายสมชาย ใจดี"));
    }

    #[test]
    fn titles_count_only_between_equal_names() {
        in_order(
            name_key,
            "พ.ต.อ.เกษม ใจดี < นางสาวแก้ว ใจดี < น.ส. แก้วตา ใจดี < นายิกา ใจดี < สมชาย ใจดี < ดร.สมชาย ใจดี < \
             นายสมชาย ใจดี < นางสาวสมชาย ใจดีมาก < ว่าที่ ร.ต.หญิง สมศรี ใจดี < Mr. Adam Smith < Eve Smith",
        );
        assert_eq!(name_key("สมชาย ใจดี"), sort_key("สมชาย ใจดี"));
    }

    #[test]
    fn a_key_is_hardly_longer_than_the_letters() {
        assert_eq!(sort_key("").len(), 2);
        assert!(name_key("ว่าที่ร้อยตรีหญิง ศิริลักษณ์ วงศ์สุวรรณกิจเจริญ").len() < 70);
        assert!(sort_key(&"ศิริลักษณ์".repeat(10)).len() < LONGEST);
        assert_eq!(sort_key(&"\u{FDFA}".repeat(9_999)).len(), LONGEST);
        assert!(name_key(&"ก.".repeat(9_999)).len() < 2 * LONGEST);
    }

    /// If this fails, CLDR or the titles have changed: raise [`KEY_EDITION`], put the new figure here.
    #[test]
    fn the_keys_are_those_that_are_stored() {
        let mut all = Sha256::new();
        for letter in (' '..='\u{17F}').chain('\u{E01}'..='\u{E5B}').chain('\u{2010}'..='\u{2060}') {
            all.update(sort_key(&format!("เ{letter}{letter}ำก{letter}่")));
        }
        for title in titles::RANKS.split('|').chain(titles::ADDRESSES.split('|')) {
            all.update(name_key(&format!("{title}สมชาย ใจดี")));
        }
        let figure = data_encoding::HEXLOWER.encode(&all.finalize()[..8]);
        assert_eq!((KEY_EDITION, figure.as_str()), (1, "975801c37afa9a9e"));
    }

    /// The rules of the dictionary for well-formed syllables, done slowly and in another way.
    fn reference(text: &str) -> (Vec<char>, Vec<usize>) {
        let (mut letters, mut marks) = (Vec::new(), Vec::new());
        let mut leading = None;
        for letter in text.chars() {
            match "์็่้๊๋".chars().position(|mark| mark == letter) {
                Some(mark) => *marks.last_mut().unwrap() = mark + 1,
                None if "เแโใไ".contains(letter) => leading = Some(letter),
                None => {
                    let swapped = [Some(letter), leading.take()];
                    letters.extend(swapped.into_iter().flatten());
                    marks.resize(letters.len(), 0);
                }
            }
        }
        (letters, marks)
    }

    fn syllables() -> impl Strategy<Value = String> {
        "([เแโใไ]?[กขคนปมสหอฮ][่้๊๋็]?|[กนปมส][ะาำ]?|[กนปมส][ัิีึืุู][่้๊๋]?[กนม]|[รตค]์){0,4}"
    }

    proptest! {
        #[test]
        fn the_keys_follow_the_rules_of_the_dictionary(one in syllables(), other in syllables()) {
            prop_assert_eq!(sort_key(&one).cmp(&sort_key(&other)), reference(&one).cmp(&reference(&other)));
        }

        #[test]
        fn equal_keys_mean_equal_names(one in "[กเ][าำิ]?[่์]?[น ]?", other in "[กเ][าำิ]?[่์]?[น ]?") {
            prop_assert_eq!(sort_key(&one) == sort_key(&other), well_typed(&one) == well_typed(&other));
        }

        #[test]
        fn keys_compare_as_the_texts_do(one in any::<String>(), other in any::<String>()) {
            let order = DICTIONARY.compare(&well_typed(&one), &well_typed(&other));
            let keys = sort_key(&one).cmp(&sort_key(&other));
            prop_assert!(keys == order || keys == Ordering::Equal && sort_key(&one).len() == LONGEST);
        }

        #[test]
        fn no_key_has_a_byte_as_small_as_the_end(text in any::<String>()) {
            prop_assert!(!sort_key(&text).contains(&END));
        }
    }
}
