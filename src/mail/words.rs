//! What stands on every letter. Letters take no invisible characters: some readers show them.

use crate::language::Language;

pub struct Words {
    pub service: &'static str,
    pub automatic: &'static str,
    pub ask: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &Words {
            service: "เคลียร์ใจ", automatic: "จดหมายนี้ส่งโดยระบบอัตโนมัติ ไม่ต้องตอบกลับ", ask: "สอบถาม"
        },
        Language::English => &Words {
            service: "ClearJai",
            automatic: "This letter was sent automatically; no reply is needed.",
            ask: "Questions:",
        },
    }
}
