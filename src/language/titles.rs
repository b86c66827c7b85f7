//! Titles in front of names, which lists of staff leave out of their order.
//!
//! Promises that something is left as a name. Whether "นางนวล" is Mrs Nuan or a woman of that name
//! nobody can tell from the text; here it is Mrs Nuan. Expects single spaces and no invisible
//! characters; never alters what is shown or stored as a name.

/// As they begin a name, spaces and all; any number of them, besides abbreviations like "พ.ต.อ.".
pub(super) const RANKS: &str = "ดร |ว่าที่|ร้อยตรี|ร้อยโท|ร้อยเอก|พันโท|พันเอก|จ่าสิบตรี|จ่าสิบโท|จ่าสิบเอก|สิบตรี|สิบโท|สิบเอก|\
    ดาบตำรวจ|จ่าสิบตำรวจ|สิบตำรวจตรี|สิบตำรวจโท|สิบตำรวจเอก|ร้อยตำรวจตรี|ร้อยตำรวจโท|ร้อยตำรวจเอก|\
    พันตำรวจตรี|พันตำรวจโท|พันตำรวจเอก|(หญิง)|หม่อมหลวง|หม่อมราชวงศ์|นายแพทย์|แพทย์หญิง|ทันตแพทย์|ทันตแพทย์หญิง|\
    สัตวแพทย์|สัตวแพทย์หญิง|เภสัชกร|เภสัชกรหญิง|ศาสตราจารย์|รองศาสตราจารย์|ผู้ช่วยศาสตราจารย์|\
    Dr.|Dr |Prof.|Prof |Asst.|Assoc.|Acting ";

/// At most one of them: after it, the same letters begin the name.
pub(super) const ADDRESSES: &str = "นาย|นาง|นางสาว|น.ส.|น. ส.|น.ส |นส.|Mr.|Mr |Mrs.|Mrs |Ms.|Ms |Miss |Miss.";

/// After a rank only: "นางสาวหญิง ใจดี" is called so, and "ดร. หญิง ใจดี", who would have no second name.
const WOMAN: &str = "หญิง";

/// "ว่าที่ พ.ต.ต. (หญิง) ผศ. ดร." are seven.
const MOST: usize = 12;

/// As people are called: "นางสาวสมศรี ใจดี" is "สมศรี ใจดี".
pub fn without_title(name: &str) -> &str {
    apart(name).1
}

/// What stands in front, possibly nothing, and the name.
pub(super) fn apart(name: &str) -> (&str, &str) {
    let mut rest = name;
    let mut addressed = false;
    for _ in 0..MOST {
        let title = before(name, rest);
        let rank = shortest(RANKS.split('|').filter_map(|rank| after(rank, rest)));
        let address = shortest(ADDRESSES.split('|').filter_map(|address| after(address, rest))).filter(|_| !addressed);
        let woman = after(WOMAN, rest).filter(|left| left.contains(' ') && !title.is_empty() && !addressed);
        addressed |= address.is_some();
        match shortest([rank, address, woman, after_abbreviation(rest)].into_iter().flatten()) {
            Some(left) => rest = left,
            None => break,
        }
    }
    (before(name, rest), rest)
}

fn before<'a>(name: &'a str, rest: &str) -> &'a str {
    name.split_at(name.len() - rest.len()).0.trim_end()
}

fn shortest<'a>(rests: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    rests.min_by_key(|rest| rest.len())
}

/// What follows the title, unless the title is only the beginning of a word.
fn after<'a>(title: &str, text: &'a str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(title.len())?;
    head.eq_ignore_ascii_case(title).then(|| rest.trim_start()).filter(|rest| begins_a_word(rest))
}

/// What follows the "พ." of "พ.ต.อ.สมชาย".
fn after_abbreviation(text: &str) -> Option<&str> {
    let (letters, rest) = text.split_once('.')?;
    let consonants = !letters.is_empty() && letters.chars().all(|letter| ('ก'..='ฮ').contains(&letter));
    Some(rest.trim_start()).filter(|rest| consonants && begins_a_word(rest))
}

fn begins_a_word(rest: &str) -> bool {
    let dependent = |letter| matches!(letter, 'ฯ'..='ฺ' | 'ๅ'..='๎');
    rest.starts_with(|first: char| first == '(' || first.is_alphanumeric() && !dependent(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn titles_are_taken_off_with_and_without_a_space() {
        let names = "นาย|สมชาย ใจดี;นาย |สมชาย ใจดี;นาง|สมศรี ใจดี;นางสาว|แก้ว ใจดี;นางสาว |แก้ว ใจดี;\
            น.ส.|แก้ว ใจดี;น.ส. |แก้ว ใจดี;น. ส. |แก้ว ใจดี;น.ส |แก้ว ใจดี;นส.|แก้ว ใจดี;ดร.|สมชาย ใจดี;\
            ด.ร. |สมชาย ใจดี;ดร |สมชาย ใจดี;ว่าที่ ร.ต.|สมชาย ใจดี;ว่าที่ ร.ต.หญิง |สมศรี ใจดี;\
            ว่าที่ร้อยตรี |สมชาย ใจดี;ว่าที่ร้อยตรีหญิง |สมศรี ใจดี;ว่าที่ ร้อยตรี หญิง |สมศรี ใจดี;พ.ต.อ.|เกษม ใจดี;\
            พ.ต.อ. (หญิง) |สมศรี ใจดี;พล.ต.ต.หญิง |สมศรี ใจดี;ร.ต.หญิง|สมศรี ใจดี;ม.ร.ว.|เกษม ใจดี;ผศ.ดร.|เกษม ใจดี;\
            นาย ดร.|สมชาย ใจดี;นายแพทย์|สมชาย ใจดี;Mr. |Somchai Jaidee;Mr.|Somchai Jaidee;MRS |Somsri Jaidee;\
            Ms. |Somsri Jaidee;Miss |Somsri Jaidee;dr. |Somchai Jaidee;Asst. Prof. Dr. |J. Smith;นาย |Smith";
        for name in names.split(';') {
            let (title, rest) = name.split_once('|').unwrap();
            assert_eq!(apart(&name.replace('|', "")), (title.trim_end(), rest));
        }
    }

    #[test]
    fn names_that_merely_begin_like_a_title_are_kept() {
        let names = "นายิกา ใจดี;นางิ;ดรุณี ใจดี;หญิง ใจดี;สมชาย ใจดี;J. Smith;Missaka Perera;Drew Smith;Mrinal Roy;\
            นาย;นาง;ดร.;;น.์;กานดา น.ส.";
        for name in names.split(';') {
            assert_eq!(apart(name), ("", name));
        }
    }

    #[test]
    fn the_shorter_title_is_tried_when_the_longer_one_ends_inside_a_word() {
        assert_eq!(apart("นางสาวิตรี ใจดี"), ("นาง", "สาวิตรี ใจดี"));
    }

    #[test]
    fn a_name_like_a_title_is_kept_after_a_title() {
        assert_eq!(apart("นางนางนวล ใจดี"), ("นาง", "นางนวล ใจดี"));
        assert_eq!(apart("น.ส. หญิง ใจดี"), ("น.ส.", "หญิง ใจดี"));
        assert_eq!(apart("นางสาวหญิง ใจ ดี"), ("นางสาว", "หญิง ใจ ดี"));
        assert_eq!(apart("ดร. หญิง ใจดี"), ("ดร.", "หญิง ใจดี"));
    }

    proptest! {
        #[test]
        fn something_is_left_as_a_name_and_nothing_is_lost(
            name in "(นาย|นาง|สาว|หญิง|น\\.ส\\.|ดร|Mr|[.ก-๛a-z]| [a-zก-ฮ]){0,9}",
        ) {
            let (title, rest) = apart(&name);
            prop_assert_eq!(rest.is_empty(), name.is_empty());
            prop_assert!(name.starts_with(title) && name.ends_with(rest));
            prop_assert_eq!(name.trim_end().len(), name.len() - rest.len() + rest.trim_end().len());
        }
    }
}
