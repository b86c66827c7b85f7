//! Words of a text that are covered up. Everything that shows or writes a text goes through here.
//!
//! Promises that a word is found however it is written: in either Unicode form, in capitals, with Thai digits,
//! with characters in it that nobody sees, or broken over two lines. Never changes the text.

use std::ops::Range;

use crate::language::sort_key;

/// Stands for any number of words, so that it tells no length.
pub const MARK: &str = "▇▇▇";

/// A stretch of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'text> {
    Said(&'text str),
    Covered,
}

/// The text in pieces, with every place covered at which one of these words stands.
pub fn shown<'text>(text: &'text str, covered: &[String]) -> Vec<Piece<'text>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for place in places(text, covered) {
        pieces.extend(text.get(at..place.start).filter(|said| !said.is_empty()).map(Piece::Said));
        pieces.push(Piece::Covered);
        at = place.end;
    }
    pieces.extend(text.get(at..).filter(|said| !said.is_empty()).map(Piece::Said));
    pieces
}

/// The same in one line of text, for files.
pub fn written(text: &str, covered: &[String]) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Said(said) => (*said).to_owned(),
        Piece::Covered => MARK.to_owned(),
    };
    shown(text, covered).iter().map(piece).collect()
}

/// Whether the text has this word.
pub fn occurs(text: &str, word: &str) -> bool {
    !places(text, &[word.to_owned()]).is_empty()
}

/// Whether two words cover the same.
pub fn is_same(word: &str, other: &str) -> bool {
    let keys = |word: &str| letters(word).into_iter().map(|letter| letter.key).collect::<Vec<_>>();
    keys(word) == keys(other)
}

/// From the first to the last, none touching another.
fn places(text: &str, covered: &[String]) -> Vec<Range<usize>> {
    if covered.is_empty() {
        return Vec::new();
    }
    let letters = letters(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in covered {
        let word: Vec<Vec<u8>> = self::letters(word).into_iter().map(|letter| letter.key).collect();
        if word.is_empty() {
            continue;
        }
        for here in letters.windows(word.len()) {
            let (Some(first), Some(last)) = (here.first(), here.last()) else { continue };
            if here.iter().zip(&word).all(|(letter, wanted)| letter.key == *wanted) {
                found.push(first.place.start..last.place.end);
            }
        }
    }
    found.sort_by_key(|place| (place.start, place.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for place in found {
        match apart.last_mut().filter(|last| place.start <= last.end) {
            Some(last) => last.end = last.end.max(place.end),
            None => apart.push(place),
        }
    }
    apart
}

/// A letter with every mark on it, as it sorts; and where it stands.
struct Letter {
    key: Vec<u8>,
    place: Range<usize>,
}

fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut place: Option<Range<usize>> = None;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        let goes_on = is_mark(letter)
            || (letter.is_whitespace() && before.is_whitespace())
            || (letter == 'เ' && before == 'เ')
            || (letter == 'า' && before == '\u{E4D}');
        before = match letter {
            _ if is_unseen(letter) => before,
            'เ' if goes_on => 'แ',
            _ => letter,
        };
        match place.as_mut().filter(|_| goes_on) {
            Some(place) => place.end = end,
            None => letters.extend(place.replace(at..end).and_then(|place| read(text, place))),
        }
    }
    letters.extend(place.and_then(|place| read(text, place)));
    letters
}

/// `None`: nobody sees it.
fn read(text: &str, place: Range<usize>) -> Option<Letter> {
    let letter = text.get(place.clone())?;
    if letter.starts_with(char::is_whitespace) {
        return Some(Letter { key: sort_key(" "), place });
    }
    let seen: String = letter.to_lowercase().chars().filter(|part| !is_unseen(*part)).collect();
    let key = sort_key(&seen);
    (!key.is_empty() && !seen.is_empty()).then_some(Letter { key, place })
}

/// Stands on, under or within the letter before it.
const fn is_mark(letter: char) -> bool {
    is_unseen(letter)
        || matches!(
            letter,
            '\u{E31}' | '\u{E33}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'
                | '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}'
        )
}

/// Takes no place in a line.
const fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{0}'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn covered(text: &str, words: &[&str]) -> String {
        written(text, &words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn every_occurrence_is_covered_and_nothing_else() {
        assert_eq!(covered("คุณสมชายดี แต่สมชายงานมาก", &["สมชาย"]), "คุณ▇▇▇ดี แต่▇▇▇งานมาก");
        assert_eq!(covered("คุณสมชายดี", &["สมหญิง"]), "คุณสมชายดี");
        assert_eq!(covered("คุณสมชายดี", &[]), "คุณสมชายดี");
        assert_eq!(covered("ก่อน", &["ก"]), "ก่อน", "a letter with a mark is another letter");
    }

    #[test]
    fn a_word_is_found_however_it_is_written() {
        for (text, word) in [
            ("Jose\u{301} said so", "Jos\u{e9}"),
            ("Jos\u{e9} said so", "Jose\u{301}"),
            ("JOSÉ said so", "josé"),
            ("น\u{E49}ำฝนมา", "น\u{E33}\u{E49}ฝน"),
            ("น\u{E4D}\u{E32}พลมา", "น\u{E33}พล"),
            ("เเก้วมา", "แก้ว"),
            ("สม\u{200B}ช\u{2060}าย มา", "สมชาย"),
            ("สมชายมา", "ส\u{FEFF}มชาย\u{200D}"),
            ("โทร ๐๘๑-๒๓๔", "081-234"),
            ("สมชาย\u{A0} \n ใจดี มา", "สมชาย ใจดี"),
        ] {
            assert!(covered(text, &[word]).contains(MARK), "{word:?} in {text:?}");
            assert!(!occurs(text, "อื่น"), "{text:?}");
        }
    }

    #[test]
    fn words_that_overlap_are_one_mark() {
        assert_eq!(covered("นายสมชาย ใจดี มา", &["นายสมชาย", "สมชาย ใจดี"]), "▇▇▇ มา");
        assert_eq!(covered("กากากา", &["กากา"]), "▇▇▇");
        assert!(is_same("สมชาย", "สม\u{200B}ชาย") && !is_same("สมชาย", "สมชัย"));
    }

    proptest! {
        #[test]
        fn what_is_left_is_as_it_was_and_the_word_is_gone(before in "[ก-ฮ ]{0,8}", word in "[ข-ฮ]{2,5}", after in "[ก-ฮ ]{0,8}") {
            let text = format!("{before}{word}{after}");
            let words = vec![word.clone()];
            let pieces = shown(&text, &words);
            prop_assert!(pieces.contains(&Piece::Covered));
            for piece in &pieces {
                if let Piece::Said(said) = piece {
                    prop_assert!(text.contains(said) && !said.contains(&word));
                }
            }
        }

        #[test]
        fn any_text_and_any_word_leave_no_trace_of_the_word(text in "\\PC{0,40}", word in "\\PC{1,6}") {
            for piece in shown(&text, std::slice::from_ref(&word)) {
                if let Piece::Said(said) = piece {
                    prop_assert!(!occurs(said, &word), "{word:?} in {said:?}");
                }
            }
        }
    }
}
