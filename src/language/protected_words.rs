//! The words that browsers break wrongly, read from `thai-line-breaks.txt` while compiling.
//!
//! Promises the longest word that a piece of text begins with. Knows nothing of spaces and
//! numbers (`spaces.rs`), nor of where a text comes from. Works on bytes, because only they can be
//! taken apart in constants; a word of the list always ends where a character ends.

const LIST: &[u8] = include_bytes!("thai-line-breaks.txt");
const COUNT: usize = count();

/// As many as there are bits in `BEGINNINGS`.
const GROUPS: usize = 128;

/// By the group of their first letters, and in one group the longest first.
static WORDS: [&[u8]; COUNT] = sorted();
static BY_GROUP: [&[&[u8]]; GROUPS] = by_group();

/// Which groups have words. Nearly every look-up ends here, and that keeps compiling fast.
const BEGINNINGS: u128 = beginnings();

/// The character that a mark of the list stands for.
pub(super) const fn mark(byte: u8) -> Option<&'static [u8]> {
    match byte {
        b'~' => Some("\u{2060}".as_bytes()),
        b'|' => Some("\u{200B}".as_bytes()),
        b'_' => Some("\u{A0}".as_bytes()),
        _ => None,
    }
}

/// The word of the list that `text` begins with, marks and all, and its length without marks.
pub(super) const fn at_start(text: &[u8]) -> Option<(usize, &'static [u8])> {
    let Some(group) = group(text) else {
        return None;
    };
    if (BEGINNINGS >> group) & 1 == 0 {
        return None;
    }
    let (_, groups) = BY_GROUP.split_at(group);
    let &[mut words, ..] = groups else {
        return None;
    };
    while let [word, shorter @ ..] = words {
        if let Some(length) = covered(word, text) {
            return Some((length, word));
        }
        words = shorter;
    }
    None
}

/// Which group a text belongs to, if it begins with three Thai letters, marks apart.
const fn group(text: &[u8]) -> Option<usize> {
    match text {
        [0xE0, _, one, 0xE0, _, two, 0xE0, _, three, ..] | [0xE0, _, one, 0xE0, _, two, b'~' | b'|', 0xE0, _, three, ..] => {
            Some((*one as usize + *two as usize * 5 + *three as usize * 37) % GROUPS)
        }
        _ => None,
    }
}

/// How much of `text` the word takes, if the text begins with it.
const fn covered(mut word: &[u8], text: &[u8]) -> Option<usize> {
    let mut rest = text;
    while let [byte, after @ ..] = word {
        word = after;
        if !matches!(*byte, b'~' | b'|' | b'_') {
            match rest {
                [same, others @ ..] if *same == *byte => rest = others,
                _ => return None,
            }
        }
    }
    Some(text.len() - rest.len())
}

const fn count() -> usize {
    let mut words = 0;
    let mut rest = LIST;
    while !rest.is_empty() {
        let (line, after) = first_line(rest);
        if group(line).is_some() {
            words += 1;
        }
        rest = after;
    }
    words
}

const fn sorted() -> [&'static [u8]; COUNT] {
    let mut words: [&[u8]; COUNT] = [&[]; COUNT];
    let mut known = 0;
    let mut rest = LIST;
    while !rest.is_empty() {
        let (line, after) = first_line(rest);
        if group(line).is_some() {
            insert(&mut words, known, line);
            known += 1;
        }
        rest = after;
    }
    words
}

/// Puts `word` where it belongs among the first `known` words.
const fn insert(words: &mut [&'static [u8]], known: usize, word: &'static [u8]) {
    let (_, free) = words.split_at_mut(known);
    if let [slot, ..] = free {
        *slot = word;
    }
    let mut place = known;
    while place > 0 && belongs_before(word, nth(words, place - 1)) {
        words.swap(place - 1, place);
        place -= 1;
    }
}

const fn belongs_before(word: &[u8], other: &[u8]) -> bool {
    match (group(word), group(other)) {
        (Some(mine), Some(theirs)) if mine != theirs => mine < theirs,
        _ => unmarked_length(word) > unmarked_length(other),
    }
}

const fn unmarked_length(mut word: &[u8]) -> usize {
    let mut length = 0;
    while let [byte, after @ ..] = word {
        if mark(*byte).is_none() {
            length += 1;
        }
        word = after;
    }
    length
}

const fn by_group() -> [&'static [&'static [u8]]; GROUPS] {
    let mut groups: [&[&[u8]]; GROUPS] = [&[]; GROUPS];
    let mut slots: &mut [_] = &mut groups;
    let mut rest: &[&[u8]] = &WORDS;
    let mut current = 0;
    while let [slot, others @ ..] = slots {
        let mut size = 0;
        while size < rest.len() && matches!(group(nth(rest, size)), Some(mine) if mine == current) {
            size += 1;
        }
        let (group, after) = rest.split_at(size);
        *slot = group;
        slots = others;
        rest = after;
        current += 1;
    }
    groups
}

const fn beginnings() -> u128 {
    let mut beginnings = 0;
    let mut words: &[&[u8]] = &WORDS;
    while let [word, others @ ..] = words {
        if let Some(group) = group(word) {
            beginnings |= 1 << group;
        }
        words = others;
    }
    beginnings
}

const fn first_line(text: &[u8]) -> (&[u8], &[u8]) {
    let mut length = 0;
    let mut rest = text;
    while let [byte, after @ ..] = rest {
        if *byte == b'\n' {
            let (line, _) = text.split_at(length);
            return (line, after);
        }
        length += 1;
        rest = after;
    }
    (text, &[])
}

const fn nth<'a>(words: &[&'a [u8]], place: usize) -> &'a [u8] {
    let (_, rest) = words.split_at(place);
    match rest {
        [word, ..] => word,
        [] => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Vec<&'static str> {
        include_str!("thai-line-breaks.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect()
    }

    fn unmarked(word: &str) -> String {
        word.replace(['~', '|', '_'], "")
    }

    #[test]
    fn every_line_of_the_list_is_a_word_found_at_the_start_of_itself() {
        assert_eq!(WORDS.len(), lines().len());
        for line in lines() {
            let text = unmarked(line);
            let found = at_start(text.as_bytes());
            assert_eq!(found, Some((text.len(), line.as_bytes())), "{line}");
        }
    }

    #[test]
    fn of_two_words_with_one_beginning_the_longer_is_found() {
        let (length, word) = at_start("ผู้มีสิทธิ".as_bytes()).unwrap_or_default();
        assert_eq!((length, word), ("ผู้มีสิทธิ".len(), "ผู้มี~สิทธิ".as_bytes()));
        for pair in WORDS.windows(2) {
            if let [one, next] = pair
                && group(one) == group(next)
            {
                assert!(unmarked_length(one) >= unmarked_length(next));
            }
        }
    }

    #[test]
    fn a_word_cut_short_is_no_word() {
        assert_eq!(at_start("เป้าหมา".as_bytes()), None);
        assert_eq!(at_start("".as_bytes()), None);
        assert_eq!(at_start("target".as_bytes()), None);
        assert_eq!(at_start("–".as_bytes()), None);
    }

    #[test]
    fn a_list_never_begins_with_a_mark_nor_has_spaces() {
        for line in lines() {
            assert!(group(line.as_bytes()).is_some(), "{line}");
            assert!(!line.contains(char::is_whitespace), "{line}");
        }
    }
}
