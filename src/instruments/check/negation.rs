//! Words that turn a question around, in Thai and in English.
//!
//! Does not understand sentences: it knows words, and where they are known to be harmless.

use crate::language::Language;

/// Each of these turns what follows it into its opposite.
const THAI_NEGATORS: [&str; 6] = ["ไม่", "มิได้", "มิใช่", "ปราศจาก", "ไร้", "ปฏิเสธ"];

/// What begins like a negation and is none: not more than, not only, no matter.
const THAI_HARMLESS: [&str; 10] =
    ["ไม่เกิน", "ไม่น้อยกว่า", "ไม่ต่ำกว่า", "ไม่มากกว่า", "ไม่ว่า", "ไม่เพียง", "ไม่เฉพาะ", "ไม่แสวงหากำไร", "ไม่ประสงค์", "ไร้สาย"];

/// What may follow “หรือไม่” where that only makes a question of a sentence.
const THAI_AFTER_WHETHER: [&str; 4] = ["เพียงใด", "อย่างไร", "และ", "ครับ"];

/// Deeds and states that nobody wants more of.
const THAI_BAD: [&str; 22] = [
    "เลือกปฏิบัติ",
    "เรียกรับ",
    "ประโยชน์ส่วนตัว",
    "ประโยชน์ส่วนตน",
    "ละเว้น",
    "ละเลย",
    "ทุจริต",
    "สินบน",
    "เอื้อประโยชน์",
    "พวกพ้อง",
    "ผิด",
    "มิชอบ",
    "ล่าช้า",
    "บกพร่อง",
    "กลั่นแกล้ง",
    "คุกคาม",
    "ข่มขู่",
    "รังแก",
    "เรื่องส่วนตัว",
    "ยากลำบาก",
    "ไม่เป็นธรรม",
    "แทรกแซง",
];

/// Fighting a bad deed is a good one.
const THAI_AGAINST: [&str; 12] =
    ["ป้องกัน", "ต่อต้าน", "ต้าน", "ปราบปราม", "แก้ไข", "แก้ปัญหา", "ร้องเรียน", "แจ้ง", "เบาะแส", "ตรวจสอบ", "ลงโทษ", "เฝ้าระวัง"];

/// Between two negations, these part them.
const THAI_CUTS: [&str; 4] = ["และ", "หรือ", "แต่", "เพราะ"];
const ENGLISH_CUTS: [&str; 5] = ["and", "or", "but", "if", "because"];

const ENGLISH_NEGATORS: [&str; 11] =
    ["not", "no", "never", "without", "none", "neither", "cannot", "nobody", "nothing", "hardly", "unable"];

/// A negation, and what makes none of it.
const ENGLISH_HARMLESS: [&str; 12] = [
    "not only",
    "not more than",
    "no more than",
    "not less than",
    "no less than",
    "not later than",
    "no later than",
    "no matter",
    "or not",
    "no gift policy",
    "not applicable",
    "not for profit",
];

/// Beginnings of words.
const ENGLISH_BAD: [&str; 22] = [
    "discriminat",
    "brib",
    "personal gain",
    "personal benefit",
    "private gain",
    "private benefit",
    "corrupt",
    "unfair",
    "unjust",
    "improper",
    "inappropriate",
    "unlawful",
    "dishonest",
    "unclear",
    "misus",
    "abus",
    "neglect",
    "wrong",
    "favouritism",
    "harass",
    "bully",
    "delay",
];

const ENGLISH_AGAINST: [&str; 9] = ["prevent", "report", "anti", "against", "combat", "fight", "complain", "tackl", "detect"];

/// Said after a negation, these make two.
const ENGLISH_OPPOSITES: [&str; 8] =
    ["unfair", "unjust", "improper", "inappropriate", "unlawful", "dishonest", "unclear", "impossible"];

/// How many negations stand in a text.
pub fn negations(text: &str, language: Language) -> usize {
    match language {
        Language::Thai => thai_negations(text),
        Language::English => english_negations(&lower(text)),
    }
}

/// Whether two plain negations, “ไม่” and “not”, stand in one clause.
pub fn is_doubly_negated(text: &str, language: Language) -> bool {
    match language {
        Language::Thai => {
            let places = thai_places(text, "ไม่");
            let between = |pair: &[usize]| match pair {
                [one, two] => text.get(*one..*two).unwrap_or_default(),
                _ => "",
            };
            places.windows(2).map(between).any(|between| !between.is_empty() && !is_cut(between))
        }
        Language::English => {
            let text = without_harmless(&lower(text));
            let clauses = text.split(|letter: char| ",;:.?!()".contains(letter)).flat_map(|clause| {
                let words: Vec<_> = words(clause).collect();
                let clauses = words.split(|word| ENGLISH_CUTS.contains(word));
                clauses.map(|clause| clause.iter().filter(|word| is_plain_not(word)).count()).collect::<Vec<_>>()
            });
            clauses.max() > Some(1)
        }
    }
}

/// Whether a new clause begins in this.
fn is_cut(between: &str) -> bool {
    THAI_CUTS.iter().any(|cut| between.contains(cut))
        || between.contains(|letter: char| letter.is_whitespace() || letter.is_ascii_punctuation())
}

fn is_plain_not(word: &str) -> bool {
    ["not", "cannot", "never"].contains(&word) || word.ends_with("n't")
}

/// The first word of a text that makes one ask which way it runs.
pub fn negative_word(text: &str, language: Language) -> Option<&'static str> {
    let text = lower(text);
    let (bad, against): (&[&'static str], &[&str]) = match language {
        Language::Thai => (&THAI_BAD, &THAI_AGAINST),
        Language::English => (&ENGLISH_BAD, &ENGLISH_AGAINST),
    };
    let is_fought = |before: &str| against.iter().any(|word| before.contains(word));
    let found = bad.iter().find(|word| {
        text.match_indices(**word).any(|(at, _)| {
            let (before, after) = text.split_at(at);
            let begins = language == Language::Thai || !before.ends_with(char::is_alphabetic);
            // “รับผิดชอบ”: responsible.
            begins && !is_fought(before) && !after.starts_with("ผิดชอบ")
        })
    });
    let negator = || match language {
        Language::Thai => (thai_negations(&text) > 0).then_some("ไม่"),
        Language::English => (english_negations(&text) > 0).then_some("not"),
    };
    found.copied().or_else(negator)
}

fn thai_negations(text: &str) -> usize {
    THAI_NEGATORS.iter().map(|negator| thai_places(text, negator).len()).sum()
}

/// Where it stands and negates.
fn thai_places(text: &str, negator: &str) -> Vec<usize> {
    let negates = |at: &usize| {
        let (before, after) = text.split_at(*at);
        !THAI_HARMLESS.iter().any(|harmless| after.starts_with(harmless)) && !is_whether(before, after)
    };
    text.match_indices(negator).map(|(at, _)| at).filter(negates).collect()
}

/// “หรือไม่” at the end of a question; but not in “น้อยที่สุดหรือไม่มีเลย”.
fn is_whether(before: &str, after: &str) -> bool {
    let rest = after.strip_prefix("ไม่").unwrap_or(after);
    let ends = !rest.starts_with(|letter| ('\u{E01}'..='\u{E4F}').contains(&letter));
    before.ends_with("หรือ") && (ends || THAI_AFTER_WHETHER.iter().any(|word| rest.starts_with(word)))
}

fn english_negations(text: &str) -> usize {
    let text = without_harmless(text);
    let words: Vec<_> = words(&text).collect();
    let negates = |word: &&str| ENGLISH_NEGATORS.contains(word) || word.ends_with("n't");
    let opposites = words.windows(2).filter(|pair| matches!(pair, [one, two] if negates(one) && ENGLISH_OPPOSITES.contains(two)));
    words.iter().filter(|word| negates(word)).count() + opposites.count()
}

fn without_harmless(text: &str) -> String {
    ENGLISH_HARMLESS.iter().fold(text.to_owned(), |text, harmless| text.replace(harmless, " "))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
}

/// With straight apostrophes.
fn lower(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wood_is_no_negation_and_neither_is_a_question_mark() {
        for (text, count) in [
            ("หน่วยงานดูแลต้นไม้และเครื่องใช้ไม้", 0),
            ("ท่านทราบหรือไม่", 0),
            ("ท่านทราบหรือไม่ อย่างไร", 0),
            ("ใช้เวลาไม่เกิน 15 นาที", 0),
            ("น้อยที่สุดหรือไม่มีเลย", 1),
            ("เจ้าหน้าที่ไม่ให้บริการ", 1),
            ("ไม่มีเจ้าหน้าที่คนใดไม่ให้บริการ", 2),
            ("หน่วยงานไม่ปฏิเสธคำขอ", 2),
        ] {
            assert_eq!(negations(text, Language::Thai), count, "{text}");
        }
    }

    #[test]
    fn english_negations_are_counted_as_words() {
        for (text, count) in [
            ("Do staff know the notice?", 0),
            ("Did it take no more than 15 minutes?", 0),
            ("Have you heard of it or not?", 0),
            ("Staff do not serve visitors", 1),
            ("Staff don’t refuse without cause", 2),
            ("The rules are not unclear", 2),
            ("Nothing is never done", 2),
        ] {
            assert_eq!(negations(text, Language::English), count, "{text}");
        }
    }

    #[test]
    fn only_two_plain_negations_in_one_clause_are_certain() {
        for (text, is_certain) in [
            ("ไม่มีเจ้าหน้าที่คนใดไม่ให้บริการ", true),
            ("หน่วยงานไม่ปฏิเสธคำขอ", false),
            ("ท่านไม่พอใจหรือไม่สะดวกเรื่องใด", false),
            ("เจ้าหน้าที่ไม่ตอบ ไม่รับสาย", false),
            ("ท่านไม่ทราบหรือไม่", false),
        ] {
            assert_eq!(is_doubly_negated(text, Language::Thai), is_certain, "{text}");
        }
        for (text, is_certain) in [
            ("Staff do not say what they don’t know", true),
            ("Staff do not answer, and do not call back", false),
            ("Staff don’t refuse without cause", false),
            ("Not only that, staff never do not answer", true),
        ] {
            assert_eq!(is_doubly_negated(text, Language::English), is_certain, "{text}");
        }
    }

    #[test]
    fn a_bad_deed_is_noticed_unless_it_is_fought() {
        for (text, word) in [
            ("เจ้าหน้าที่เรียกรับเงินมากน้อยเพียงใด", Some("เรียกรับ")),
            ("มีการเลือกปฏิบัติ", Some("เลือกปฏิบัติ")),
            ("เจ้าหน้าที่มีความรับผิดชอบ", None),
            ("หน่วยงานป้องกันการทุจริต", None),
            ("หน่วยงานมีการทุจริต", Some("ทุจริต")),
            ("เจ้าหน้าที่ไม่ตอบ", Some("ไม่")),
            ("หน่วยงานชี้แจงงบประมาณ", None),
        ] {
            assert_eq!(negative_word(text, Language::Thai), word, "{text}");
        }
        for (text, word) in [
            ("Staff take bribes", Some("brib")),
            ("Staff report corruption", None),
            ("Discrimination happens here", Some("discriminat")),
            ("Staff tribal costumes", None),
        ] {
            assert_eq!(negative_word(text, Language::English), word, "{text}");
        }
    }
}
