//! The sentences of letters to those who own a step, without the signs that help lines break on pages.

use crate::language::{Language, fill};

pub struct Words {
    pub subject: &'static str,
    pub subject_again: &'static str,
    pub lead: fn(&str) -> String,
    pub lead_again: fn(&str) -> String,
    pub step: fn(&str, &str) -> String,
    pub open: fn(&str) -> String,
    pub foot: &'static str,
}

pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    subject: "แผนปรับปรุง: โปรดบอกความก้าวหน้าของเดือนก่อน",
    subject_again: "แผนปรับปรุง: เตือนอีกครั้ง ยังไม่มีบันทึกความก้าวหน้า",
    lead: |day| fill("กิจกรรมต่อไปนี้มีเดือนในแผนที่ผ่านไปแล้วและยังไม่มีบันทึก โปรดแจ้งผู้ประสานงานภายในวันที่ {}", &[&day]),
    lead_again: |day| fill("กิจกรรมต่อไปนี้ยังไม่มีบันทึกของเดือนที่ผ่านไป กำหนดแจ้งคือวันที่ {}", &[&day]),
    step: |step, months| fill("{} (เดือน {})", &[&step, &months]),
    open: |title| fill("เปิดแผน: {}", &[&title]),
    foot: "จดหมายนี้ส่งต้นเดือนและก่อนวันที่ 10 เฉพาะเมื่อมีเดือนที่ยังไม่มีบันทึก",
};

static ENGLISH: Words = Words {
    subject: "Improvement plan: how did last month go?",
    subject_again: "Improvement plan: a reminder, nothing is noted yet",
    lead: |day| {
        fill("These steps had a month in the plan that has passed without a note. Please tell the coordinators by {}.", &[&day])
    },
    lead_again: |day| fill("These steps still have no note about the month that has passed. It is due by {}.", &[&day]),
    step: |step, months| fill("{} ({})", &[&step, &months]),
    open: |title| fill("Open the plan: {}", &[&title]),
    foot: "This letter comes at the beginning of a month and before the 10th, and only when a month is without a note.",
};
