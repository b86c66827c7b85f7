//! The sentences of what came of a session.

use crate::language::{Language, digits::grouped, fill, th};

pub struct Words {
    pub title: &'static str,
    pub attendance: &'static str,
    pub here: fn(u32) -> String,
    pub elsewhere: fn(u32) -> String,
    pub total: fn(u64) -> String,
    pub summary: &'static str,
    pub decisions: &'static str,
    pub what: &'static str,
    pub who: &'static str,
    pub until: &'static str,
    pub no_day: &'static str,
    pub evaluation: &'static str,
    /// The mean, how many answered, and on how many levels.
    pub told: fn(&str, u32, &str) -> String,
    pub between: fn(&str, &str) -> String,
    pub levels: fn(u32, u32) -> String,
    pub too_few: fn(u32) -> String,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

fn people(number: impl Into<i64>) -> String {
    grouped(number.into())
}

fn range(from: u32, to: u32) -> String {
    if from == to { from.to_string() } else { format!("{from}\u{2060}–\u{2060}{to}") }
}

static THAI: Words = Words {
    title: th!("หลังจบคลินิกครั้งนี้"),
    attendance: th!("ผู้เข้าร่วม"),
    here: |count| fill(th!("ในห้อง {}_คน"), &[&people(count)]),
    elsewhere: |count| fill(th!("จากที่อื่น {}_คน"), &[&people(count)]),
    total: |count| fill(th!("รวม {}_คน"), &[&people(i64::try_from(count).unwrap_or(i64::MAX))]),
    summary: th!("สรุป"),
    decisions: th!("ข้อตกลง"),
    what: th!("สิ่งที่จะทำ"),
    who: th!("ผู้รับผิดชอบ"),
    until: th!("ภายใน"),
    no_day: th!("ไม่กำหนดวัน"),
    evaluation: th!("ความพึงพอใจ"),
    told: |mean, n, levels| fill(th!("{} จาก 100 (n = {}, {})"), &[&mean, &people(n), &levels]),
    between: |least, most| fill(th!("ระหว่าง {} ถึง {}"), &[&least, &most]),
    levels: |from, to| fill(th!("{} ระดับ"), &[&range(from, to)]),
    too_few: |k| fill(th!("ผู้ตอบน้อยเกินกว่าจะแสดงคะแนนโดยไม่เปิดเผยตัวตน (ต้องมีอย่างน้อย {}_คน)"), &[&k]),
};

static ENGLISH: Words = Words {
    title: "After the session",
    attendance: "Attendance",
    here: |count| fill("{} in the room", &[&people(count)]),
    elsewhere: |count| fill("{} elsewhere", &[&people(count)]),
    total: |count| fill("{} in all", &[&people(i64::try_from(count).unwrap_or(i64::MAX))]),
    summary: "Summary",
    decisions: "Decisions",
    what: "What will be done",
    who: "By whom",
    until: "Until",
    no_day: "No day set",
    evaluation: "Satisfaction",
    told: |mean, n, levels| fill("{} of 100 (n = {}, {})", &[&mean, &people(n), &levels]),
    between: |least, most| fill("between {} and {}", &[&least, &most]),
    levels: |from, to| fill("{} levels", &[&range(from, to)]),
    too_few: |k| fill("Too few answers to show a score without revealing people (at least {} needed)", &[&k]),
};
