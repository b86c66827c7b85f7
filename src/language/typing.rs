//! Slips of typing Thai that nobody sees: other characters, or another order, for the same look.
//!
//! Promises that what is spelt right stays as it is, and that doing it twice changes nothing more.
//! Does not correct spelling, spaces or repeated marks: those can be seen.

/// With ำ and แ in one piece, and vowels before tone marks, as the Thai standard keyboard puts them.
pub fn well_typed(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    let mut marks: Vec<char> = Vec::new();
    for letter in text.chars() {
        if place(letter).is_some() {
            marks.push(letter);
            continue;
        }
        marks.sort_by_key(|mark| place(*mark));
        if letter == 'า' && marks.pop_if(|mark| *mark == NIKHAHIT).is_some() {
            marks.push('ำ');
            continue;
        }
        typed.extend(marks.drain(..));
        if letter == 'เ' && typed.ends_with('เ') {
            typed.pop();
            typed.push('แ');
        } else {
            typed.push(letter);
        }
    }
    marks.sort_by_key(|mark| place(*mark));
    typed.extend(marks);
    typed
}

const NIKHAHIT: char = '\u{E4D}';

/// Where a mark stands among those of one consonant; ำ is the last, for it begins with a mark.
fn place(letter: char) -> Option<u8> {
    match letter {
        '\u{E31}' | '\u{E34}'..='\u{E3A}' => Some(0), // vowels above and below
        '\u{E47}'..='\u{E4C}' | '\u{E4E}' => Some(1), // tone marks, ็ and ์
        NIKHAHIT => Some(2),
        'ำ' => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_looks_the_same_becomes_the_same() {
        let slips = [
            ("เเก้ว", "แก้ว"),
            ("น\u{E4D}\u{E32}พล", "นำพล"),
            ("ก\u{E4D}\u{E48}\u{E32}", "ก่ำ"),
            ("ก\u{E48}\u{E4D}\u{E32}", "ก่ำ"),
            ("น\u{E33}\u{E49}ผึ้ง", "น้ำผึ้ง"),
            ("ส\u{E34}ทธ\u{E4C}\u{E34}", "สิทธิ์"),
            ("ข\u{E49}\u{E36}น", "ขึ้น"),
            ("ก\u{E49}\u{E38}ง", "กุ้ง"),
            ("พาห\u{E4D}\u{E38}", "พาห\u{E38}\u{E4D}"),
        ];
        for (slip, right) in slips {
            assert_eq!(well_typed(slip), right);
        }
    }

    #[test]
    fn what_is_spelt_right_is_left_alone() {
        let right = "นางสาวศิริพร สิงห์คำ เกษม แก้วมณี ก๊กเอ๋ย น้ำผึ้ง กุ้ง เป็ด ฤๅษี ตํ เอเชีย Ångström 😀 ๑๒";
        assert_eq!(well_typed(right), right);
    }

    proptest! {
        #[test]
        fn doing_it_twice_changes_nothing_more(thai in "[เแกาำะิุ็่์ํ ]{0,12}", text in any::<String>()) {
            for text in [thai, text] {
                let once = well_typed(&text);
                prop_assert_eq!(well_typed(&once), once.as_str());
            }
        }

        #[test]
        fn text_without_thai_is_left_alone(text in "[^ก-๛]{0,40}") {
            prop_assert_eq!(well_typed(&text), text.as_str());
        }
    }
}
