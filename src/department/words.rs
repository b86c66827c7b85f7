//! The sentences of this room.

use super::logo::NoLogo;
use crate::language::{Language, th};

pub struct Words {
    pub settings: &'static str,
    pub settings_lead: &'static str,
    pub department: &'static str,
    pub name_thai: &'static str,
    pub name_english: &'static str,
    pub name_missing: &'static str,
    pub contact_thai: &'static str,
    pub contact_english: &'static str,
    pub contact_hint: &'static str,
    pub too_long: &'static str,
    pub privacy: &'static str,
    pub k: &'static str,
    pub k_hint: &'static str,
    pub k_wrong: &'static str,
    pub retention: &'static str,
    pub retention_hint: &'static str,
    pub retention_wrong: &'static str,
    pub languages: &'static str,
    pub first_language: &'static str,
    pub offers_english: &'static str,
    pub offers_english_meaning: &'static str,
    pub security: &'static str,
    pub second_factor: &'static str,
    pub second_factor_meaning: &'static str,
    pub save: &'static str,
    pub saved: &'static str,
    pub logo: &'static str,
    pub logo_hint: &'static str,
    pub logo_now: &'static str,
    pub upload: &'static str,
    pub remove_logo: &'static str,
    pub logo_changed: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

pub fn no_logo_in_words(language: Language, fault: NoLogo) -> &'static str {
    match (language, fault) {
        (Language::Thai, NoLogo::Nothing) => th!("เลือกไฟล์ภาพก่อน"),
        (Language::Thai, NoLogo::TooLarge) => th!("ภาพใหญ่เกิน 100 กิโลไบต์ ย่อขนาดแล้วลองใหม่"),
        (Language::Thai, NoLogo::NotAPicture) => th!("ไฟล์นี้ไม่ใช่ภาพ PNG JPEG หรือ WebP"),
        (Language::English, NoLogo::Nothing) => "Choose a picture first",
        (Language::English, NoLogo::TooLarge) => "The picture is larger than 100 kB. Make it smaller and try again",
        (Language::English, NoLogo::NotAPicture) => "This file is not a PNG, JPEG or WebP picture",
    }
}

static THAI: Words = Words {
    settings: th!("ตั้งค่า"),
    settings_lead: th!("มีผลกับทุกหน้าภายในไม่กี่วินาที และถูกบันทึกในบันทึกการทำงาน"),
    department: th!("หน่วยงาน"),
    name_thai: th!("ชื่อหน่วยงาน (ไทย)"),
    name_english: th!("ชื่อหน่วยงาน (อังกฤษ)"),
    name_missing: th!("ใส่ชื่อหน่วยงานภาษาไทย ใช้ชื่อเต็มตามคำสั่ง"),
    contact_thai: th!("ผู้ติดต่อ (ไทย)"),
    contact_english: th!("ผู้ติดต่อ (อังกฤษ)"),
    contact_hint: th!("แสดงท้ายทุกหน้าและทุกจดหมาย เช่น สำนักงานเลขานุการกรม โทร. 1234"),
    too_long: th!("ใช้ไม่เกิน 200 ตัวอักษร"),
    privacy: th!("การปกป้องผู้ตอบ"),
    k: th!("กลุ่มเล็กที่สุดที่แสดงผลได้ (คน)"),
    k_hint: th!("ปกติ 5 ต่ำกว่า 3 ไม่ได้ มีผลกับแบบสำรวจที่เปิดหลังจากนี้"),
    k_wrong: th!("ใส่จำนวนตั้งแต่ 3 ถึง 100"),
    retention: th!("เก็บข้อมูลนาน (เดือน)"),
    retention_hint: th!(
        "พ้นกำหนดแล้วลบเอง: คำตอบ ความเห็น และรายชื่อผู้มีสิทธิของรอบที่ปิด เรื่องในคลินิกที่จบแล้ว แผน และผู้ที่ออกจากหน่วยงาน คะแนนที่เผยแพร่แล้วยังอยู่"
    ),
    retention_wrong: th!("ใส่จำนวนเดือนตั้งแต่ 1 ถึง 120"),
    languages: th!("ภาษา"),
    first_language: th!("ภาษาของจดหมายถึงผู้ที่ยังไม่ได้เลือก"),
    offers_english: th!("มีปุ่มเปลี่ยนเป็นภาษาอังกฤษ"),
    offers_english_meaning: th!("ถ้าไม่เลือก หน้าเว็บจะมีภาษาไทยเท่านั้น"),
    security: th!("ความปลอดภัย"),
    second_factor: th!("ผู้ดูแลระบบและฝ่ายบุคคลต้องยืนยันสองขั้น"),
    second_factor_meaning: th!("แนะนำให้เปิด ผู้ที่ยังไม่ได้ตั้งจะถูกพาไปตั้งเมื่อเข้าสู่ระบบ"),
    save: th!("บันทึกการตั้งค่า"),
    saved: th!("บันทึกการตั้งค่าแล้ว"),
    logo: th!("ตราหน่วยงาน"),
    logo_hint: th!("ภาพสี่เหลี่ยมจัตุรัส PNG JPEG หรือ WebP ไม่เกิน 100 กิโลไบต์"),
    logo_now: th!("ตราที่ใช้อยู่"),
    upload: th!("อัปโหลด"),
    remove_logo: th!("ใช้ตราของระบบแทน"),
    logo_changed: th!("เปลี่ยนตราแล้ว"),
};

static ENGLISH: Words = Words {
    settings: "Settings",
    settings_lead: "They show on every page within seconds, and are noted in the diary.",
    department: "Department",
    name_thai: "Name of the department (Thai)",
    name_english: "Name of the department (English)",
    name_missing: "Enter the Thai name, in full as in official orders",
    contact_thai: "Contact (Thai)",
    contact_english: "Contact (English)",
    contact_hint: "Stands at the foot of every page and letter, such as: Office of the Secretary, tel. 1234",
    too_long: "Use at most 200 characters",
    privacy: "Protection of respondents",
    k: "Smallest group that may be shown (people)",
    k_hint: "Usually 5, never below 3. Counts for surveys opened from now on",
    k_wrong: "Enter a number from 3 to 100",
    retention: "Keep data for (months)",
    retention_hint: "After that they are deleted: answers, comments and rolls of rounds that are over, matters of the clinic that are done, plans, and people who have left. Published figures stay",
    retention_wrong: "Enter a number of months from 1 to 120",
    languages: "Languages",
    first_language: "Language of letters to people who have not chosen one",
    offers_english: "Offer pages in English",
    offers_english_meaning: "Otherwise pages are in Thai only",
    security: "Security",
    second_factor: "Administrators and HR sign in with two steps",
    second_factor_meaning: "Recommended. Who has not set it up is led there when signing in",
    save: "Save settings",
    saved: "Settings saved",
    logo: "Logo",
    logo_hint: "A square PNG, JPEG or WebP picture, at most 100 kB",
    logo_now: "The present logo",
    upload: "Upload",
    remove_logo: "Use the service's mark instead",
    logo_changed: "The logo was changed",
};
