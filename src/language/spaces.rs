//! Which single spaces in our words hold two things together, so that no line ends there.
//!
//! Promises: before ๆ, between a number and the Thai word it counts, and between words such as
//! "ข้อ" and the number after them. A number has Arabic or Thai digits. A placeholder `{}` is not
//! a number: where a value will stand, the writer of a sentence decides with `_`.

/// What numbers count. A longer word that begins with one of these is held too, which does no
/// harm: a line only ends a little earlier.
const COUNTED: &[&[u8]] = &bytes([
    "กลุ่ม",
    "กิจกรรม",
    "ข้อ",
    "ครั้ง",
    "คน",
    "คะแนน",
    "ฉบับ",
    "ชั่วโมง",
    "ชุด",
    "ตอน",
    "ตัวชี้วัด",
    "ตัวเลือก",
    "ตัวอักษร",
    "นาที",
    "น.",
    "บาท",
    "ปี",
    "ไฟล์",
    "มาตรการ",
    "รหัส",
    "รอบ",
    "ระดับ",
    "ราย",
    "เรื่อง",
    "วัน",
    "สัปดาห์",
    "หน่วยงาน",
    "หน้า",
    "หลัก",
    "ห้อง",
    "แถว",
    "แห่ง",
    "เดือน",
]);

/// What is followed by its number.
const NUMBERED: &[&[u8]] = &bytes(["ข้อ", "รอบที่", "พ.ศ.", "ตอนที่", "หน้า"]);

/// Whether the space between these two halves of a text holds them together.
pub(super) const fn hold(before: &[u8], after: &[u8]) -> bool {
    match (before, after) {
        (_, [0xE0, 0xB9, 0x86, ..]) => true, // ๆ
        ([.., b'0'..=b'9'] | [.., 0xE0, 0xB9, 0x90..=0x99], [0xE0, ..]) => starts_with_any(after, COUNTED),
        ([.., 0xE0, _, _] | [.., b'.'], [b'0'..=b'9', ..] | [0xE0, 0xB9, 0x90..=0x99, ..]) => ends_with_any(before, NUMBERED),
        _ => false,
    }
}

/// Function calls are what takes time in constants, so most words are told apart without one.
const fn starts_with_any(text: &[u8], mut words: &[&[u8]]) -> bool {
    let [_, half, place, ..] = text else {
        return false;
    };
    while let [word, others @ ..] = words {
        if let [_, same_half, same_place, ..] = word
            && *same_place == *place
            && *same_half == *half
            && starts_with(text, word)
        {
            return true;
        }
        words = others;
    }
    false
}

const fn ends_with_any(text: &[u8], mut words: &[&[u8]]) -> bool {
    while let [word, others @ ..] = words {
        let mut rest = (text, *word);
        while let ([text @ .., byte], [word @ .., same]) = rest
            && *byte == *same
        {
            rest = (text, word);
        }
        if rest.1.is_empty() {
            return true;
        }
        words = others;
    }
    false
}

const fn starts_with(mut text: &[u8], mut word: &[u8]) -> bool {
    while let [byte, word_after @ ..] = word {
        match text {
            [same, text_after @ ..] if *same == *byte => text = text_after,
            _ => return false,
        }
        word = word_after;
    }
    true
}

const fn bytes<const COUNT: usize>(words: [&'static str; COUNT]) -> [&'static [u8]; COUNT] {
    let mut bytes: [&[u8]; COUNT] = [&[]; COUNT];
    let mut slots: &mut [_] = &mut bytes;
    let mut words: &[_] = &words;
    while let [slot, later @ ..] = slots
        && let [word, others @ ..] = words
    {
        *slot = word.as_bytes();
        slots = later;
        words = others;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(before: &str, after: &str) -> bool {
        hold(before.as_bytes(), after.as_bytes())
    }

    #[test]
    fn a_number_is_held_to_the_thai_word_it_counts() {
        assert!(held("มี 5", "คน"));
        assert!(held("1,000", "ตัวอักษร"));
        assert!(held("13.30", "น."));
        assert!(held("๕", "นาที"));
        assert!(!held("31", "จาก"));
        assert!(!held("ห้า", "คน"));
    }

    #[test]
    fn a_number_is_not_held_to_an_english_word() {
        assert!(!held("5", "minutes"));
        assert!(!held("5", "people"));
    }

    #[test]
    fn words_that_are_numbered_are_held_to_digits_only() {
        for word in NUMBERED {
            let word = str::from_utf8(word).unwrap_or_default();
            assert!(held(word, "3"), "{word}");
            assert!(held(&format!("ดู{word}"), "๓"), "{word}");
            assert!(!held(word, "{}"), "{word}");
            assert!(!held(word, "นี้"), "{word}");
        }
    }

    #[test]
    fn the_sign_of_repetition_is_held_to_its_word() {
        assert!(held("ต่าง", "ๆ"));
    }

    #[test]
    fn nothing_is_held_to_nothing() {
        assert!(!held("", ""));
        assert!(!held("ข้อ", ""));
        assert!(!held("5", ""));
    }
}
