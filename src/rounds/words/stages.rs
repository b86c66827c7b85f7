//! The sentences that ask before something is done that cannot be taken back.

use crate::language::{Language, th};

pub struct Words {
    pub removal: &'static str,
    pub removal_lead: &'static str,
    pub removal_stays: &'static str,
    pub remove: &'static str,
    pub keep: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    removal: th!("ลบร่างนี้"),
    removal_lead: th!("คำถามที่ทำไว้สำหรับรอบนี้โดยเฉพาะ กฎ กลุ่ม และบัญชีผู้มีสิทธิของรอบนี้ จะถูกลบไปด้วย"),
    removal_stays: th!("ลบแล้วเรียกคืนไม่ได้ รอบอื่นและแบบสอบถามของหน่วยงานยังอยู่"),
    remove: th!("ลบร่าง"),
    keep: th!("เก็บไว้"),
};

static ENGLISH: Words = Words {
    removal: "Remove this draft",
    removal_lead: "The questions made for this round alone, its rule, its groups and its roll go with it.",
    removal_stays: "They cannot be brought back. Other rounds and the department's questionnaires stay.",
    remove: "Remove the draft",
    keep: "Keep it",
};
