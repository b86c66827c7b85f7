//! Two questions in one, and key phrases that stand elsewhere.

use super::{Place, What, finding::Findings};
use crate::{
    instruments::{Instrument, Item, Text},
    language::{Language, plain},
};

/// Who is asked whether staff “explain and correct” cannot answer if they only explain. The second
/// of two verbs follows one of these at once.
const THAI_JOINS: [&str; 3] = ["และ", "หรือ", "ตลอดจน"];
const THAI_VERBS: [&str; 32] = [
    "เข้าใจ",
    "เข้าถึง",
    "เคย",
    "เชื่อ",
    "เปิดเผย",
    "เปิดโอกาส",
    "เผยแพร่",
    "เรียก",
    "แก้ไข",
    "แจ้ง",
    "ให้",
    "ใช้",
    "ได้รับ",
    "ได้ใช้",
    "จัดทำ",
    "จัดให้",
    "ชี้แจง",
    "ดำเนินการ",
    "ตรวจสอบ",
    "ตอบ",
    "ติดตาม",
    "ทราบ",
    "ประชาสัมพันธ์",
    "ปฏิบัติ",
    "ปรับปรุง",
    "พอใจ",
    "มี",
    "รับฟัง",
    "รายงาน",
    "รู้",
    "ลงโทษ",
    "สามารถ",
];

/// Anything joined by these is a second thing, whatever it is.
const THAI_ALSO: [&str; 2] = ["รวมถึง", "รวมทั้ง"];

const ENGLISH_JOINS: [&str; 4] = [" and ", " or ", " and do ", " and does "];
const ENGLISH_VERBS: [&str; 26] = [
    "answer",
    "ask",
    "check",
    "correct",
    "disclose",
    "explain",
    "follow",
    "get",
    "give",
    "handle",
    "has",
    "have",
    "improve",
    "inform",
    "is",
    "know",
    "listen",
    "manage",
    "publish",
    "punish",
    "receive",
    "report",
    "respond",
    "serve",
    "understand",
    "use",
];

pub fn check(instrument: &Instrument, findings: &mut Findings) {
    for item in instrument.items().filter(|item| !item.is_heading()) {
        let place = Place::Item(item.code.clone());
        two_questions(&item.text, &place, findings);
        key_phrase(item, &place, findings);
        for sub in item.rated().map_or(&[][..], |rated| &rated.subs) {
            two_questions(&sub.text, &Place::sub(&item.code, &sub.code), findings);
        }
    }
}

fn key_phrase(item: &Item, place: &Place, findings: &mut Findings) {
    for language in Language::ALL {
        let phrase = plain(item.key_phrase.exactly(language));
        if !plain(item.text.exactly(language)).contains(&phrase) {
            findings.add(place.clone(), What::KeyPhraseElsewhere(language));
        }
    }
}

fn two_questions(text: &Text, place: &Place, findings: &mut Findings) {
    for language in Language::ALL {
        if asks_twice(text.exactly(language), language) {
            findings.add(place.clone(), What::TwoQuestions(language));
        }
    }
}

fn asks_twice(text: &str, language: Language) -> bool {
    if text.matches('?').count() > 1 {
        return true;
    }
    let joined = |joins: &[&str], starts: &dyn Fn(&str) -> bool| {
        joins.iter().any(|join| text.match_indices(*join).any(|(at, _)| starts(text.split_at(at + join.len()).1.trim_start())))
    };
    match language {
        Language::Thai => {
            THAI_ALSO.iter().any(|word| text.contains(word))
                || joined(&THAI_JOINS, &|rest| THAI_VERBS.iter().any(|verb| rest.starts_with(verb)))
        }
        Language::English => {
            let is_verb = |word: &str| ENGLISH_VERBS.iter().any(|verb| word == *verb || word.strip_suffix('s') == Some(verb));
            text.contains("as well as")
                || joined(&ENGLISH_JOINS, &|rest| rest.split(|letter: char| !letter.is_alphabetic()).next().is_some_and(is_verb))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_verbs_are_two_questions_and_two_nouns_are_not() {
        for (text, twice) in [
            ("หน่วยงานชี้แจงและแก้ไขปัญหามากน้อยเพียงใด", true),
            ("หน่วยงานชี้แจงขั้นตอน รวมถึงค่าใช้จ่าย", true),
            ("ทราบไหม? ใช้ไหม?", true),
            ("ขั้นตอนและระยะเวลาชัดเจนเพียงใด", false),
            ("หน่วยงานชี้แจงมากน้อยเพียงใด?", false),
        ] {
            assert_eq!(asks_twice(text, Language::Thai), twice, "{text}");
        }
        for (text, twice) in [
            ("Does the office explain and correct its rules?", true),
            ("Do staff inform visitors and handles complaints?", true),
            ("Is it open? Is it clear?", true),
            ("Are steps and times clear?", false),
            ("Is the island sandy or rocky?", false),
        ] {
            assert_eq!(asks_twice(text, Language::English), twice, "{text}");
        }
    }
}
