//! Where lines of Thai may end: `th!` for our sentences, done while compiling.
//!
//! Browsers find Thai words by dictionary and make mistakes. `th!` and [`joined`] put U+2060 (no
//! break) and U+200B (break) into protected words and U+00A0 into spaces that hold together, and
//! alter nothing else. For our own words only: never for what users wrote, for codes, addresses,
//! CSV, subjects of letters or anything stored; [`plain`] takes the characters out again.

use super::{
    protected_words::{at_start, mark},
    spaces::hold,
};

/// Our words with line breaks put right, as a `&'static str`; costs nothing when running.
///
/// In the literal `~` forbids a break, `|` allows one and `_` is a space that holds.
macro_rules! th {
    ($text:literal) => {{
        use $crate::language::breaks::{Sentence, room};
        const JOINED: &str = Sentence::<{ room($text) }>::joined($text).text();
        JOINED
    }};
}
pub(crate) use th;

/// The same for a sentence put together while running, apart from the marks.
///
/// `~`, `|` and `_` stay what they are: they may have come with a value.
pub fn joined(text: &str) -> String {
    let mut joined = Vec::with_capacity(text.len() + text.len() / 4);
    let mut rest = text.as_bytes();
    while let [byte, after @ ..] = rest {
        if let Some((read, marked)) = at_start(rest) {
            for byte in marked {
                joined.extend_from_slice(mark(*byte).unwrap_or(&[*byte]));
            }
            rest = rest.split_at(read).1;
            continue;
        }
        if *byte == b' ' && hold(before(text, rest), after) {
            joined.extend_from_slice("\u{A0}".as_bytes());
        } else {
            joined.push(*byte);
        }
        rest = after;
    }
    String::from_utf8(joined).unwrap_or_else(|_| text.to_owned())
}

/// Without what steers line breaks: for letters, CSV, titles and comparisons.
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| !matches!(letter, '\u{2060}' | '\u{200B}'))
        .map(|letter| if letter == '\u{A0}' { ' ' } else { letter })
        .collect()
}

/// Enough bytes for what `th!` adds to a sentence; more marks than that do not compile.
pub const fn room(text: &str) -> usize {
    text.len() + text.len() / 2 + 16
}

/// A sentence of `th!` in the room made for it.
pub struct Sentence<const ROOM: usize> {
    bytes: [u8; ROOM],
    length: usize,
}

impl<const ROOM: usize> Sentence<ROOM> {
    /// For constants only: panics, that is, does not compile, when the room is too small.
    // Looks unlike `joined` because calling functions is what takes time in constants.
    pub const fn joined(text: &str) -> Self {
        let mut bytes = [0; ROOM];
        let mut free: &mut [u8] = &mut bytes;
        let mut rest = text.as_bytes();
        while let [byte, after @ ..] = rest {
            if *byte == 0xE0
                && let Some((read, marked)) = at_start(rest)
            {
                free = unfold(marked, free);
                rest = rest.split_at(read).1;
                continue;
            }
            if matches!(*byte, b'~' | b'|' | b'_') {
                free = unfold(&[*byte], free);
            } else if *byte == b' ' && hold(before(text, rest), after) {
                free = unfold(b"_", free);
            } else if let [slot, others @ ..] = free {
                *slot = *byte;
                free = others;
            } else {
                panic!("more marks than there is room for");
            }
            rest = after;
        }
        let length = ROOM - free.len();
        Self { bytes, length }
    }

    pub const fn text(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => panic!("whole characters go in and come out"),
        }
    }
}

/// The text before its end.
const fn before<'a>(text: &'a str, end: &[u8]) -> &'a [u8] {
    text.as_bytes().split_at(text.len() - end.len()).0
}

/// Writes words into the free bytes, marks as what they stand for; gives what is still free.
const fn unfold<'a>(mut marked: &[u8], mut free: &'a mut [u8]) -> &'a mut [u8] {
    while let [byte, rest @ ..] = marked {
        if let Some(character) = mark(*byte) {
            let (slots, others) = free.split_at_mut(character.len());
            slots.copy_from_slice(character);
            free = others;
        } else if let [slot, others @ ..] = free {
            *slot = *byte;
            free = others;
        } else {
            panic!("more marks than there is room for");
        }
        marked = rest;
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIST: &str = include_str!("thai-line-breaks.txt");

    /// What the constants should come to, done slowly and in another way.
    fn reference(text: &str) -> String {
        let mut words: Vec<&str> = LIST.lines().filter(|line| !line.starts_with('#')).collect();
        words.sort_by_key(|word| std::cmp::Reverse(unmarked(word).len()));
        let mut done = String::new();
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let word = words.iter().find(|word| rest.starts_with(&unmarked(word)));
            let (read, written) = match (word, letter) {
                (Some(word), _) => (unmarked(word).len(), with_marks(word)),
                (None, ' ') if space_holds(&text[..text.len() - rest.len()], &rest[1..]) => (1, "\u{A0}".to_owned()),
                (None, _) => (letter.len_utf8(), letter.to_string()),
            };
            done.push_str(&written);
            rest = &rest[read..];
        }
        done
    }

    fn space_holds(before: &str, after: &str) -> bool {
        let digit = |letter: char| letter.is_ascii_digit() || ('๐'..='๙').contains(&letter);
        let counted = "กลุ่ม กิจกรรม ข้อ ครั้ง คน คะแนน ฉบับ ชั่วโมง ชุด ตอน ตัวชี้วัด ตัวเลือก ตัวอักษร \
             นาที น. บาท ปี ไฟล์ มาตรการ รหัส รอบ ระดับ ราย เรื่อง วัน สัปดาห์ หน่วยงาน หน้า หลัก \
             ห้อง แถว แห่ง เดือน";
        let numbered = "ข้อ รอบที่ พ.ศ. ตอนที่ หน้า";
        after.starts_with('ๆ')
            || before.ends_with(digit) && counted.split(' ').any(|word| after.starts_with(word))
            || after.starts_with(digit) && numbered.split(' ').any(|word| before.ends_with(word))
    }

    fn unmarked(word: &str) -> String {
        word.replace(['~', '|', '_'], "")
    }

    fn with_marks(word: &str) -> String {
        word.replace('~', "\u{2060}").replace('|', "\u{200B}").replace('_', "\u{A0}")
    }

    /// The same literal by the constants, by the running code and by the reference.
    macro_rules! each_way {
        ($($text:literal)*) => {
            [$((th!($text), joined($text), reference($text))),*]
        };
    }

    #[test]
    fn constants_running_code_and_reference_agree_on_sentences() {
        let ways = each_way! {
            "ขอความเห็นของท่านเรื่องการทำงานในกรม"
            "มี 15 ข้อ ใช้เวลาประมาณ 5 นาที ตอบได้ถึงวันศุกร์"
            "ดูได้เฉพาะผลรวม กลุ่มที่มีผู้ตอบไม่ถึง 5 คนจะไม่แสดงผล"
            "ข้อ 3 และข้อ ๔ ในตอนที่ 2 หน้า 7 รอบที่ 1 พ.ศ. 2569"
            "ข้อ {} จาก {} ข้อ ในตอนที่ {}"
            "ถามได้โดยไม่ต้องบอกชื่อ แล้วกลับมาอ่านคำตอบด้วยรหัสใบรับ"
            "ปัญหาต่าง ๆ ของหน่วยงาน เช่น การเลือกปฏิบัติ"
            "มากน้อยเพียงใด มากที่สุด น้อยที่สุดหรือไม่มีเลย"
            "ผู้รับผิดชอบ ผู้มีสิทธิ ผู้บริหาร ผู้ดูแล"
            "5 minutes, 3 of 15 · “ไม่ทราบ / ขอไม่ตอบ” – 92.50 %"
            ""
            " "
            "5 "
        };
        for (constant, running, reference) in ways {
            assert_eq!(constant, reference);
            assert_eq!(running, reference);
        }
    }

    #[test]
    fn every_protected_word_is_protected_anywhere_in_a_sentence() {
        for word in LIST.lines().filter(|line| !line.starts_with('#')) {
            let sentence = format!("ใน{}นี้ (5 คน)", unmarked(word));
            let expected = format!("ใน{}นี้ (5\u{A0}คน)", with_marks(word));
            assert_eq!(joined(&sentence), expected);
            assert_eq!(reference(&sentence), expected);
            assert_eq!(plain(&expected), sentence);
        }
    }

    #[test]
    fn marks_are_read_in_literals_and_left_alone_in_composed_text() {
        assert_eq!(th!("ก~ข|ค_ง"), "ก\u{2060}ข\u{200B}ค\u{A0}ง");
        assert_eq!(th!("{}_คน"), "{}\u{A0}คน");
        assert_eq!(joined("/a_b|c~d"), "/a_b|c~d");
    }

    #[test]
    fn the_wrong_word_seen_in_the_prototype_may_break_in_the_right_place() {
        assert_eq!(th!("แล้วกลับมาอ่าน"), "แล้ว\u{200B}กลับมาอ่าน");
    }

    #[test]
    fn text_without_thai_is_left_alone() {
        let english = "15 questions, about 5 minutes: “least or none” – don't know";
        assert_eq!(joined(english), english);
        assert_eq!(th!("5 people, 3 days"), "5 people, 3 days");
    }

    proptest! {
        #[test]
        fn nothing_but_line_breaks_is_altered(text in "([ก-๛ 0-9~_|–]|คำตอบ|ข้อ|5 คน|ต่าง ๆ){0,40}") {
            prop_assert_eq!(plain(&joined(&text)), text.as_str());
            prop_assert_eq!(joined(&text), reference(&text));
        }

        #[test]
        fn any_text_is_taken(text in any::<String>()) {
            prop_assert_eq!(joined(&text), reference(&text));
        }
    }
}
