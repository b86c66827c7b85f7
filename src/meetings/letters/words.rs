//! The sentences of letters about a session.

use crate::language::{Language, fill};

pub struct Words {
    pub subject: fn(title: &str) -> String,
    pub invites: fn(department: &str, title: &str) -> String,
    pub answered_by: fn(&str) -> String,
    pub both: &'static str,
    pub by_seat: &'static str,
    pub by_name: &'static str,
    pub open: &'static str,
    pub calendar: &'static str,
    pub yours_alone: &'static str,
    pub fingerprint: &'static str,
    pub cancelled_subject: fn(title: &str) -> String,
    pub cancelled: fn(department: &str, title: &str) -> String,
    pub cancelled_kept: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    subject: |title| format!("ขอเชิญ: {title}"),
    invites: |department, title| {
        if department.is_empty() {
            format!("ขอเชิญท่านร่วม {title}")
        } else {
            format!("{department} ขอเชิญท่านร่วม {title}")
        }
    },
    answered_by: |who| format!("ผู้ตอบ: {who}"),
    both: "สงสัยขั้นตอน ติดขัดเรื่องงาน หรือมีเรื่องอยากให้ผู้บริหารรู้ ส่งเรื่องได้ทั้งแบบบอกชื่อและไม่บอกชื่อ ถ้าไม่บอกชื่อ ระบบไม่เก็บว่าท่านเป็นใคร",
    by_seat: "สงสัยขั้นตอน ติดขัดเรื่องงาน หรือมีเรื่องอยากให้ผู้บริหารรู้ ถามได้โดยไม่ต้องบอกชื่อ ระบบไม่เก็บว่าท่านเป็นใคร",
    by_name: "ส่งเรื่องล่วงหน้าได้โดยบอกชื่อ ผู้ตอบเห็นชื่อท่าน กระดานไม่แสดงชื่อ",
    open: "เปิดหน้าของท่าน",
    calendar: "ใส่ปฏิทิน:",
    yours_alone: "ลิงก์นี้เป็นของท่านคนเดียว ไม่ควรส่งต่อ",
    fingerprint: "รหัสตรวจสอบของประกาศ:",
    cancelled_subject: |title| format!("ยกเลิก: {title}"),
    cancelled: |department, title| {
        if department.is_empty() {
            format!("{title} ถูกยกเลิก")
        } else {
            format!("{department} ขอแจ้งว่า {title} ถูกยกเลิก")
        }
    },
    cancelled_kept: "ลิงก์ที่ส่งถึงท่านก่อนหน้านี้ใช้ไม่ได้แล้ว เรื่องที่ส่งมาแล้วยังอยู่ และยังอ่านคำตอบได้ด้วยใบรับ",
};

static ENGLISH: Words = Words {
    subject: |title| fill("Invitation: {}", &[&title]),
    invites: |department, title| {
        if department.is_empty() {
            format!("You are invited to {title}.")
        } else {
            format!("{department} invites you to {title}.")
        }
    },
    answered_by: |who| fill("Answered by: {}", &[&who]),
    both: "Unsure of a step, stuck, or something managers should know? You can write with your name or without it. Without it, we do not keep who you are.",
    by_seat: "Unsure of a step, stuck, or something managers should know? You can ask without your name; we do not keep who you are.",
    by_name: "You can write beforehand with your name. The person replying sees it, the board does not.",
    open: "Open your page",
    calendar: "For your calendar:",
    yours_alone: "This link is yours alone. Please do not pass it on.",
    fingerprint: "Fingerprint of the notice:",
    cancelled_subject: |title| fill("Cancelled: {}", &[&title]),
    cancelled: |department, title| {
        if department.is_empty() { format!("{title} is cancelled.") } else { format!("{department}: {title} is cancelled.") }
    },
    cancelled_kept: "The link you were sent no longer works. What was sent in already is kept, and replies can still be read with the receipt.",
};
