//! What stands in a letter for a variable, and at its foot. Plain: letters take no invisible characters.

use crate::language::{Language, fill};

pub struct Values {
    pub start: &'static str,
    pub at_least: fn(i32) -> String,
    pub no_close: &'static str,
    pub no_contact: &'static str,
    pub paper: &'static str,
    pub key: &'static str,
    pub compare: &'static str,
    /// Before the subject of a letter that somebody sends to themselves.
    pub trial: fn(subject: &str) -> String,
}

pub fn values(language: Language) -> &'static Values {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Values = Values {
    start: "เริ่มตอบ",
    at_least: |number| fill("อย่างน้อย {} คน", &[&number]),
    no_close: "(ยังไม่กำหนดวันปิดรับ)",
    no_contact: "หน่วยงานที่ส่งจดหมายนี้",
    paper: "เอกลักษณ์แบบสอบถาม",
    key: "ลายนิ้วมือกุญแจ",
    compare: "ค่าเดียวกันอยู่ที่",
    trial: |subject| fill("TEST ทดลองส่ง: {}", &[&subject]),
};

static ENGLISH: Values = Values {
    start: "Start",
    at_least: |number| format!("at least {number}"),
    no_close: "(no closing day yet)",
    no_contact: "the office that sends this letter",
    paper: "Fingerprint of the questionnaire",
    key: "Fingerprint of the key",
    compare: "The same values stand at",
    trial: |subject| format!("TEST: {subject}"),
};
