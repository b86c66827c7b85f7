//! The sentences of the frame and of the failure pages.

use crate::language::{Language, fill, th};

pub struct Words {
    pub service: &'static str,
    pub skip: &'static str,
    pub other_language: &'static str,
    pub other_language_meaning: &'static str,
    pub main_menu: &'static str,
    pub sign_in: &'static str,
    pub sign_out: &'static str,
    pub internal_document: &'static str,
    pub privacy: &'static str,
    pub accessibility: &'static str,
    pub contact: &'static str,
    pub faults_in_title: &'static str,
    pub faults_title: fn(usize) -> String,
    pub optional: &'static str,
    pub day: &'static str,
    pub month: &'static str,
    pub year: &'static str,
    pub pages: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub page_of: fn(i64, i64) -> String,
    pub ask: &'static str,
    pub to_the_front_page: &'static str,
    pub wait: fn(u64) -> String,
    pub malformed: FailureWords,
    pub stale_form: FailureWords,
    pub forbidden: FailureWords,
    pub not_found: FailureWords,
    pub method_not_allowed: FailureWords,
    pub refused: FailureWords,
    pub too_large: FailureWords,
    pub too_many: FailureWords,
    pub broken: FailureWords,
    pub unavailable: FailureWords,
}

/// What happened, why, and what to do.
pub struct FailureWords {
    pub title: &'static str,
    pub explanation: &'static str,
    pub what_to_do: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    service: "เคลียร์ใจ",
    skip: th!("ข้ามไปเนื้อหา"),
    other_language: "EN",
    other_language_meaning: "English",
    main_menu: th!("เมนูหลัก"),
    sign_in: th!("เจ้าหน้าที่เข้าสู่ระบบ"),
    sign_out: th!("ออกจากระบบ"),
    internal_document: th!("เอกสารภายใน"),
    privacy: th!("ข้อมูลส่วนบุคคล"),
    accessibility: th!("การเข้าถึงสำหรับทุกคน"),
    contact: th!("ติดต่อ"),
    faults_in_title: th!("มีข้อที่ต้องแก้: "),
    faults_title: |count| fill(th!("ยังไปต่อไม่ได้ มี {}_จุดที่ต้องแก้"), &[&count]),
    optional: th!("ไม่บังคับ"),
    day: th!("วัน"),
    month: th!("เดือน"),
    year: th!("ปี พ.ศ."),
    pages: th!("หน้าอื่นของรายการนี้"),
    previous: th!("ก่อนหน้า"),
    next: th!("ถัดไป"),
    page_of: |page, of| fill(th!("หน้า_{} จาก_{}"), &[&page, &of]),
    ask: th!("ถ้ายังติดขัด ติดต่อ"),
    to_the_front_page: th!("ไปหน้าแรก"),
    wait: |minutes| fill(th!("ระบบขอพักรับคำขอนี้ไว้ประมาณ {} นาที เพื่อกันการเดารหัส"), &[&minutes]),
    malformed: FailureWords {
        title: th!("อ่านคำขอนี้ไม่ได้"),
        explanation: th!("ข้อมูลที่ส่งมาไม่ครบหรือเสียหายระหว่างทาง ยังไม่มีอะไรถูกบันทึก"),
        what_to_do: th!("ย้อนกลับไปหน้าก่อน แล้วลองส่งอีกครั้ง"),
    },
    stale_form: FailureWords {
        title: th!("หน้านี้ค้างไว้นานเกินไป"),
        explanation: th!("แบบฟอร์มหมดอายุ หรือเบราว์เซอร์ไม่รับคุกกี้ ยังไม่มีอะไรถูกบันทึก"),
        what_to_do: th!("ย้อนกลับไปหน้าก่อน โหลดหน้าใหม่ แล้วส่งอีกครั้ง"),
    },
    forbidden: FailureWords {
        title: th!("หน้านี้สำหรับผู้มีหน้าที่เท่านั้น"),
        explanation: th!("บัญชีของท่านไม่มีสิทธิเปิดหน้านี้"),
        what_to_do: th!("ถ้าท่านต้องใช้หน้านี้ในงาน ขอให้ผู้ดูแลระบบเพิ่มสิทธิให้"),
    },
    not_found: FailureWords {
        title: th!("ไม่พบหน้านี้"),
        explanation: th!("ที่อยู่นี้อาจพิมพ์ไม่ครบ หรือหน้านี้ไม่มีแล้ว"),
        what_to_do: th!("ตรวจที่อยู่อีกครั้ง หรือเริ่มจากหน้าแรก"),
    },
    method_not_allowed: FailureWords {
        title: th!("เปิดหน้านี้ตรง ๆ ไม่ได้"),
        explanation: th!("ที่อยู่นี้ใช้รับแบบฟอร์ม ไม่มีหน้าให้ดู"),
        what_to_do: th!("เริ่มจากหน้าแรก แล้วไปตามเมนู"),
    },
    refused: FailureWords {
        title: th!("ทำรายการนี้ตอนนี้ไม่ได้"),
        explanation: th!("สถานะของข้อมูลเปลี่ยนไปแล้ว"),
        what_to_do: th!("โหลดหน้าเดิมใหม่เพื่อดูข้อมูลล่าสุด"),
    },
    too_large: FailureWords {
        title: th!("ข้อมูลที่ส่งมาใหญ่เกินไป"),
        explanation: th!("ระบบไม่รับข้อมูลขนาดนี้ ยังไม่มีอะไรถูกบันทึก"),
        what_to_do: th!("ย่อข้อความหรือใช้ไฟล์ที่เล็กลง แล้วส่งอีกครั้ง"),
    },
    too_many: FailureWords {
        title: th!("ลองหลายครั้งเกินไป"),
        explanation: th!("ระบบขอพักรับคำขอนี้ไว้สักครู่"),
        what_to_do: th!("รอสักครู่แล้วลองอีกครั้ง คนอื่นในหน่วยงานยังใช้งานได้ตามปกติ"),
    },
    broken: FailureWords {
        title: th!("ระบบขัดข้อง"),
        explanation: th!("เกิดข้อผิดพลาดที่เราไม่ได้คาดไว้ สิ่งที่บันทึกไว้แล้วยังอยู่ครบ"),
        what_to_do: th!("ลองใหม่ใน 1 นาที"),
    },
    unavailable: FailureWords {
        title: th!("ระบบไม่ว่างชั่วคราว"),
        explanation: th!("มีผู้ใช้มาก หรือฐานข้อมูลยังไม่พร้อม สิ่งที่บันทึกไว้แล้วยังอยู่ครบ"),
        what_to_do: th!("ลองใหม่ใน 1 นาที"),
    },
};

static ENGLISH: Words = Words {
    service: "ClearJai",
    skip: "Skip to content",
    other_language: "ไทย",
    other_language_meaning: "ภาษาไทย",
    main_menu: "Main menu",
    sign_in: "Staff sign-in",
    sign_out: "Sign out",
    internal_document: "Internal document",
    privacy: "Personal data",
    accessibility: "Accessibility",
    contact: "Contact",
    faults_in_title: "To correct: ",
    faults_title: |count| match count {
        1 => "Not yet: 1\u{a0}thing to correct".to_owned(),
        count => fill("Not yet: {}\u{a0}things to correct", &[&count]),
    },
    optional: "optional",
    day: "Day",
    month: "Month",
    year: "Year (B.E.)",
    pages: "Other pages of this list",
    previous: "Previous",
    next: "Next",
    page_of: |page, of| fill("Page {} of {}", &[&page, &of]),
    ask: "Still stuck? Ask",
    to_the_front_page: "To the front page",
    wait: |minutes| match minutes {
        1 => "To stop guessing, this is paused for about a minute.".to_owned(),
        minutes => fill("To stop guessing, this is paused for about {} minutes.", &[&minutes]),
    },
    malformed: FailureWords {
        title: "This request cannot be read",
        explanation: "What was sent is incomplete or was damaged on the way. Nothing was saved.",
        what_to_do: "Go back one page and send it again.",
    },
    stale_form: FailureWords {
        title: "This page was open for too long",
        explanation: "The form has expired, or the browser refuses cookies. Nothing was saved.",
        what_to_do: "Go back one page, reload it, and send it again.",
    },
    forbidden: FailureWords {
        title: "This page is for those in charge of it",
        explanation: "Your account may not open it.",
        what_to_do: "If your work needs this page, ask an administrator for the role.",
    },
    not_found: FailureWords {
        title: "There is no such page",
        explanation: "The address may be incomplete, or the page is gone.",
        what_to_do: "Check the address, or start from the front page.",
    },
    method_not_allowed: FailureWords {
        title: "This address cannot be opened directly",
        explanation: "It receives a form and has no page of its own.",
        what_to_do: "Start from the front page and follow the menu.",
    },
    refused: FailureWords {
        title: "This cannot be done now",
        explanation: "Things have changed in the meantime.",
        what_to_do: "Reload the page to see how they stand.",
    },
    too_large: FailureWords {
        title: "That is more than fits",
        explanation: "The service does not take this much at once. Nothing was saved.",
        what_to_do: "Shorten the text or use a smaller file, and send it again.",
    },
    too_many: FailureWords {
        title: "Too many tries",
        explanation: "This is paused for a moment.",
        what_to_do: "Wait a little and try again. Everyone else can go on working.",
    },
    broken: FailureWords {
        title: "Something failed",
        explanation: "This is our fault, and it was noted. What was saved before is still there.",
        what_to_do: "Try again in a minute.",
    },
    unavailable: FailureWords {
        title: "Not available for a moment",
        explanation: "Many people are here, or the database is not ready. What was saved before is still there.",
        what_to_do: "Try again in a minute.",
    },
};
