//! The sentences of this room.

use crate::language::{Language, th};

pub struct Words {
    pub surveys: &'static str,
    pub surveys_lead: &'static str,
    pub none_yet: &'static str,
    pub none_yet_hr: &'static str,
    pub plan: &'static str,
    pub plan_lead: &'static str,
    pub planned: &'static str,
    pub survey: &'static str,
    pub year: &'static str,
    pub year_hint: &'static str,
    pub year_wrong: &'static str,
    pub round: &'static str,
    pub round_wrong: &'static str,
    pub name_thai: &'static str,
    pub name_thai_hint: &'static str,
    pub name_english: &'static str,
    pub name_wrong: &'static str,
    pub name_taken: &'static str,
    pub who_may_answer: &'static str,
    pub public_page: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    surveys: th!("แบบสำรวจ"),
    surveys_lead: th!("เรียงตามปีงบประมาณและรอบ รอบล่าสุดอยู่บน"),
    none_yet: th!("ยังไม่มีแบบสำรวจ เริ่มจากวางแผนรอบแรก"),
    none_yet_hr: th!("ยังไม่มีแบบสำรวจ ผู้ประสานงานเป็นผู้วางแผน"),
    plan: th!("วางแผนแบบสำรวจ"),
    plan_lead: th!("ตั้งปีงบประมาณ รอบ และชื่อ ยังไม่มีใครได้รับอะไรในขั้นนี้"),
    planned: th!("วางแผนแบบสำรวจแล้ว"),
    survey: th!("แบบสำรวจ"),
    year: th!("ปีงบประมาณ (พ.ศ.)"),
    year_hint: th!("ปีงบประมาณ 2569 คือ 1 ต.ค. 2568 ถึง 30 ก.ย. 2569"),
    year_wrong: th!("ใส่ปีงบประมาณเป็นตัวเลขสี่หลัก เช่น 2569"),
    round: th!("รอบที่"),
    round_wrong: th!("ใส่รอบเป็นตัวเลขตั้งแต่ 1 ถึง 12"),
    name_thai: th!("ชื่อแบบสำรวจ (ไทย)"),
    name_thai_hint: th!("เช่น แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"),
    name_english: th!("ชื่อแบบสำรวจ (อังกฤษ)"),
    name_wrong: th!("ใส่ชื่อภาษาไทย ไม่เกิน 200 ตัวอักษร"),
    name_taken: th!("รอบนี้มีแบบสำรวจชื่อนี้แล้ว ใช้ชื่ออื่นหรือรอบอื่น"),
    who_may_answer: th!("ผู้มีสิทธิตอบ"),
    public_page: th!("หน้าสาธารณะ"),
};

static ENGLISH: Words = Words {
    surveys: "Surveys",
    surveys_lead: "By fiscal year and round, the latest first.",
    none_yet: "There is no survey yet. Plan the first round.",
    none_yet_hr: "There is no survey yet. Coordinators plan them.",
    plan: "Plan a survey",
    plan_lead: "Its fiscal year, round and name. Nobody receives anything at this step.",
    planned: "The survey is planned",
    survey: "Survey",
    year: "Fiscal year (B.E.)",
    year_hint: "Fiscal year 2569 is 1 October 2025 to 30 September 2026",
    year_wrong: "Enter the fiscal year in four digits, such as 2569",
    round: "Round",
    round_wrong: "Enter a round from 1 to 12",
    name_thai: "Name of the survey (Thai)",
    name_thai_hint: "As it stands in official papers",
    name_english: "Name of the survey (English)",
    name_wrong: "Enter the Thai name, at most 200 characters",
    name_taken: "This round has a survey of this name already. Use another name or round",
    who_may_answer: "Who may answer",
    public_page: "Public page",
};
