//! A text of several lines, perhaps pasted from a web page or a word processor, as plain lines.
//!
//! Promises that nothing of the markup is left, that whoever pasted it can be told so, and that a text that is tidy
//! stays as it is.

use super::{
    line::{is_invisible, is_unprintable},
    markup::without_markup,
};
use crate::language::well_typed;

/// Marked up more often than that, it is somebody's game.
const MOST_LAYERS: usize = 64;
/// Before a bullet.
const DEEPEST: usize = 8;
/// What word processors put before the items of a list; the last ones are of fonts of symbols.
const BULLETS: [char; 11] = ['•', '·', '●', '▪', '■', '◦', '‣', '∙', '\u{F0B7}', '\u{F0A7}', '\u{F0D8}'];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    pub text: String,
    /// Something that was no text was taken out.
    pub was_cleaned: bool,
}

/// Lines without spaces at their ends, one empty line at most between others, `- ` before what was a bullet.
pub fn pasted(typed: &str) -> Pasted {
    let mut clean = Pasted { text: typed.replace("\r\n", "\n").replace('\r', "\n"), was_cleaned: false };
    // What was marked up twice is marked up still, and what stood in two lines may have been one tag.
    for _ in 0..MOST_LAYERS {
        let next = once(&clean.text);
        if next.text == clean.text {
            break;
        }
        clean = Pasted { was_cleaned: clean.was_cleaned || next.was_cleaned, ..next };
    }
    clean
}

fn once(typed: &str) -> Pasted {
    let text = without_markup(typed);
    let seen: String = text.chars().filter(|letter| *letter == '\n' || *letter == '\t' || is_seen(*letter)).collect();
    let was_cleaned = text != typed || seen != text;
    let mut lines: Vec<String> = Vec::new();
    for line in seen.split(['\n', '\u{2028}', '\u{2029}']).map(tidy) {
        let is_second_gap = line.is_empty() && lines.last().is_none_or(String::is_empty);
        if !is_second_gap {
            lines.push(line);
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    Pasted { text: lines.join("\n"), was_cleaned }
}

fn is_seen(letter: char) -> bool {
    !(is_invisible(letter) || is_unprintable(letter))
}

fn tidy(line: &str) -> String {
    let line = well_typed(line);
    let deep = line.chars().take_while(|letter| letter.is_whitespace()).count().min(DEEPEST);
    let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let item = words.strip_prefix(BULLETS).or_else(|| words.strip_prefix("- ")).or_else(|| words.strip_prefix("– "));
    match item.map(str::trim) {
        Some("") => String::new(),
        Some(item) => format!("{}- {item}", " ".repeat(deep)),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_web_page_left_becomes_lines() {
        let cases = [
            (
                r#"<ul style="list-style-type: none"> - สร้างขวัญและกำลังใจ - เปิดโอกาสให้บุคลากร"#,
                "- สร้างขวัญและกำลังใจ\n- เปิดโอกาสให้บุคลากร",
            ),
            ("<p>หนึ่ง&nbsp;สอง</p><p>สาม</p>", "หนึ่ง สอง\nสาม"),
            ("<ul><li>ก</li><li>ข - ค</li></ul>ง", "- ก\n- ข - ค\nง"),
            ("ก<br/>ข<BR>ค", "ก\nข\nค"),
            ("<o:p></o:p><span lang=TH style='font-family:\"TH Sarabun\"'>ก</span>", "ก"),
            ("<!-- [if] -->ก<style>p > b { x }</style><script>alert(1)</script>", "ก"),
            ("&lt;b&gt;หนา&lt;/b&gt; &#8220;ก&#x201d;", "หนา “ก”"),
            ("•\tก\r\n\u{F0B7} ข\r\n  - ค", "- ก\n- ข\n  - ค"),
            ("ก\u{200B}ข\u{FEFF}\u{AD}\u{202E}", "กข"),
        ];
        for (typed, plain) in cases {
            assert_eq!(pasted(typed).text, plain, "{typed}");
            assert!(pasted(typed).was_cleaned || typed.starts_with('•'), "{typed}");
        }
    }

    #[test]
    fn sentences_with_signs_stay_as_they_are() {
        for text in [
            "คะแนน < 85 และ > 70",
            "a <b and c> d",
            "1<2, 3>2 & 4",
            "ถ้า x <y ก็ตาม",
            "R&D; AT&T",
            "ก - ข - ค",
            "- ข้อแรก\n - ย่อย\n\nท้าย",
            "ติดต่อ <somchai@example.go.th>",
        ] {
            assert_eq!(pasted(text), Pasted { text: text.to_owned(), was_cleaned: false });
        }
    }

    #[test]
    fn lines_are_tidied_without_a_word_about_it() {
        let tidied = pasted("  ก   ข \r\n\r\n\r\n\r\nค\n\n");
        assert_eq!(tidied, Pasted { text: "ก ข\n\nค".to_owned(), was_cleaned: false });
        assert_eq!(pasted("-").text, "-");
    }

    proptest! {
        #[test]
        fn what_is_clean_stays_as_it_is(typed in "(<ul( style=\"x\")?>|</?p>|<li>|&nbsp;|&lt;|&amp;|&gt;| - |<b>|<|>|-|•|ก|b|\\PC|\n| ){0,24}") {
            let once = pasted(&typed).text;
            let again = pasted(&once);
            prop_assert_eq!(&again.text, &once);
        }
    }
}
