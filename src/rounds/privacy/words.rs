//! The sentences of the privacy check. People in small numbers are never counted out loud.

use crate::language::{Language, fill, th};

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub by_roll: &'static str,
    pub by_rule: &'static str,
    pub open_link: &'static str,
    pub nothing_asked: &'static str,
    pub nothing_to_count: &'static str,
    pub unknown_asked: &'static str,
    pub asked: &'static str,
    pub question: &'static str,
    pub about: &'static str,
    pub category: &'static str,
    pub unit: &'static str,
    pub service: &'static str,
    pub unbounded: &'static str,
    pub groups: &'static str,
    pub group: &'static str,
    pub size: &'static str,
    pub at_risk: &'static str,
    pub nobody: &'static str,
    pub small: &'static str,
    pub small_lead: &'static str,
    pub no_choice: &'static str,
    pub cures: &'static str,
    pub cures_lead: &'static str,
    pub no_cure: &'static str,
    pub passed: fn(k: u32) -> String,
    pub refused: fn(k: u32, people: u32) -> String,
    pub because_of: fn(number: usize) -> String,
    pub number: fn(number: usize) -> String,
    pub ways: fn(ways: u64) -> String,
    pub nobody_fits: fn(choices: &str) -> String,
    pub others: fn(how_many: &str) -> String,
    pub more: fn(cells: u32) -> String,
    pub merge: fn(number: usize, choices: &str) -> String,
    pub merge_with_others: fn(number: usize, choices: &str) -> String,
    pub at_most: fn(number: usize, choices: u64) -> String,
    pub leave_out: fn(number: usize) -> String,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

/// What stands in the way of opening, for a list of obstacles.
pub fn singled_out(language: Language, k: u32, people: u32) -> String {
    (words(language).refused)(k, people)
}

/// People of whom no smaller number than k is told: in steps of k.
pub fn so_many(language: Language, k: u32, people: u32) -> String {
    let steps = people - people.checked_rem(k).unwrap_or(0);
    match (language, people) {
        (_, 0) => words(language).nobody.to_owned(),
        (Language::Thai, _) if people < k => fill(th!("น้อยกว่า {} คน"), &[&k]),
        (Language::English, _) if people < k => format!("fewer than {k}"),
        (Language::Thai, _) => fill(th!("อย่างน้อย {} คน"), &[&steps]),
        (Language::English, _) => format!("at least {steps}"),
    }
}

static THAI: Words = Words {
    title: th!("ตรวจคำถามที่อาจชี้ตัวผู้ตอบ"),
    lead: th!("นับจากผู้มีสิทธิตอบก่อนเปิดรับ ไม่ได้นับจากคำตอบ"),
    by_roll: th!("นับจากรายชื่อผู้มีสิทธิที่ยืนยันแล้ว"),
    by_rule: th!("ยังไม่ได้ยืนยันรายชื่อ จึงนับจากผู้มีสิทธิตามเกณฑ์และรายชื่อบุคลากรวันนี้"),
    open_link: th!("รอบนี้ใช้ลิงก์เปิด จึงไม่มีรายชื่อให้นับล่วงหน้า ควรถามเรื่องของผู้ตอบเท่าที่จำเป็น"),
    nothing_asked: th!("ไม่พบคำถามที่ถามเรื่องตัวผู้ตอบ"),
    nothing_to_count: th!("ยังไม่มีผู้มีสิทธิให้นับ"),
    unknown_asked: th!("มีคำถามที่รายชื่อบุคลากรไม่มีข้อมูล จึงนับล่วงหน้าไม่ได้ ผู้ที่มีลักษณะไม่เหมือนคนอื่นอาจถูกชี้ตัวได้ ควรถามเท่าที่จำเป็น"),
    asked: th!("คำถามเกี่ยวกับผู้ตอบ"),
    question: th!("คำถาม"),
    about: th!("เทียบกับ"),
    category: th!("ประเภทบุคลากร"),
    unit: th!("หน่วยงาน"),
    service: th!("อายุงาน"),
    unbounded: th!("ไม่มีในรายชื่อ ตอบได้ไม่จำกัด"),
    groups: th!("แยกตามกลุ่ม"),
    group: th!("กลุ่ม"),
    size: th!("ผู้มีสิทธิ (คน)"),
    at_risk: th!("ผู้ที่อาจถูกชี้ตัว"),
    nobody: th!("ไม่มี"),
    small: th!("กลุ่มย่อยที่เล็กเกินไป"),
    small_lead: th!("แต่ละบรรทัดคือผู้มีสิทธิที่จะตอบเหมือนกัน ซึ่งมีน้อยเกินกว่าจะซ่อนกันได้"),
    no_choice: th!("ไม่ตรงกับตัวเลือกใด"),
    cures: th!("วิธีแก้"),
    cures_lead: th!("ทำครบทุกข้อแล้วจะไม่มีกลุ่มย่อยที่เล็กเกินไป ท่านเลือกวิธีอื่นได้ แล้วเปิดหน้านี้ตรวจอีกครั้ง"),
    no_cure: th!("กลุ่มผู้มีสิทธิเล็กเกินไป แก้ที่คำถามไม่ได้ ให้รวมกลุ่มก่อน"),
    passed: |k| fill(th!("ทุกกลุ่มย่อยมีอย่างน้อย {} คน คำถามไม่ชี้ตัวใคร"), &[&k]),
    refused: |k, people| {
        let people = so_many(Language::Thai, k, people);
        fill(th!("คำถามเกี่ยวกับผู้ตอบอาจชี้ตัวผู้มีสิทธิ {} ต้องแก้คำถามก่อนจึงจะเปิดรับได้"), &[&people])
    },
    because_of: |number| fill(th!("ข้อ {} เป็นเหตุมากที่สุด"), &[&number]),
    number: |number| fill(th!("ข้อ {}"), &[&number]),
    ways: |ways| fill(th!("ไม่มีในรายชื่อ ตอบได้ {} แบบ"), &[&ways]),
    nobody_fits: |choices| fill(th!("ไม่มีผู้มีสิทธิที่ตรงกับ {}"), &[&choices]),
    others: |how_many| fill(th!("ผู้ที่ไม่ตรงกับตัวเลือกใด {}"), &[&how_many]),
    more: |cells| fill(th!("และอีก {} กลุ่มย่อย"), &[&cells]),
    merge: |number, choices| fill(th!("ข้อ {} รวม {} เป็นตัวเลือกเดียว"), &[&number, &choices]),
    merge_with_others: |number, choices| {
        fill(th!("ข้อ {} รวม {} กับผู้ที่ไม่ตรงกับตัวเลือกใด เป็นตัวเลือกเดียว เช่น “อื่น ๆ”"), &[&number, &choices])
    },
    at_most: |number, choices| fill(th!("ข้อ {} ให้มีไม่เกิน {} ตัวเลือก"), &[&number, &choices]),
    leave_out: |number| fill(th!("ตัดข้อ {} ออก"), &[&number]),
};

static ENGLISH: Words = Words {
    title: "Questions that could point to somebody",
    lead: "Counted on those entitled to answer, before it opens, and not on answers.",
    by_roll: "Counted on the roll.",
    by_rule: "The roll is not drawn up yet: counted on whom the rule lets in by today's roster.",
    open_link: "This round has an open link, so there is nobody to count beforehand. Ask about people only what you need.",
    nothing_asked: "No question is found that asks about those who answer.",
    nothing_to_count: "There is nobody yet who may answer.",
    unknown_asked: "Some questions ask what the roster does not know, so they cannot be counted beforehand. Whoever is unlike the others may stand out. Ask only what you need.",
    asked: "Questions about those who answer",
    question: "Question",
    about: "Compared with",
    category: "Category of staff",
    unit: "Unit",
    service: "Years of service",
    unbounded: "Not on the roster; any answer",
    groups: "By group",
    group: "Group",
    size: "Entitled",
    at_risk: "Could be pointed to",
    nobody: "nobody",
    small: "Combinations that are too small",
    small_lead: "Each line is people who would answer alike, too few to hide among each other.",
    no_choice: "no choice fits",
    cures: "What to do",
    cures_lead: "With all of this done no combination is too small. You may do something else and check again on this page.",
    no_cure: "The groups of those entitled are too small. The questions cannot cure that: put groups together first.",
    passed: |k| format!("Every combination has at least {k} people. No question points to anybody."),
    refused: |k, people| {
        let people = so_many(Language::English, k, people);
        format!(
            "Questions about those who answer could point to {people} of those entitled. Change them before the round can open."
        )
    },
    because_of: |number| format!("Question {number} does the most of it."),
    number: |number| format!("Question {number}"),
    ways: |ways| format!("Not on the roster; {ways} possible answers"),
    nobody_fits: |choices| format!("Nobody entitled fits {choices}"),
    others: |how_many| format!("No choice fits: {how_many}"),
    more: |cells| format!("and {cells} more"),
    merge: |number, choices| format!("Question {number}: make one choice of {choices}"),
    merge_with_others: |number, choices| {
        format!("Question {number}: make one choice of {choices} and of those whom no choice fits, such as “Other”")
    },
    at_most: |number, choices| format!("Question {number}: offer at most {choices} choices"),
    leave_out: |number| format!("Leave question {number} out"),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_of_people_below_k_is_ever_told() {
        for language in Language::ALL {
            for people in 1..40_u32 {
                let told = so_many(language, 5, people);
                let number: u32 = told.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
                assert!(number.is_multiple_of(5), "{told}");
                assert!(if people < 5 { number == 5 } else { number <= people && people - number < 5 }, "{told}");
            }
        }
    }
}
