//! The sentences of the pages about letters.

use crate::{
    campaigns::Kind,
    language::{Language, fill, th},
};

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub no_letters: &'static str,
    pub over: &'static str,
    pub once_open: &'static str,
    pub invitation: &'static str,
    pub reminder: &'static str,
    pub is_standard: &'static str,
    pub is_changed: &'static str,
    pub english_not_offered: &'static str,
    pub edit: &'static str,
    pub preview: &'static str,
    pub preview_lead: &'static str,
    pub not_open_yet: &'static str,
    pub no_number_yet: &'static str,
    pub from: &'static str,
    pub subject: &'static str,
    pub body: &'static str,
    pub body_hint: &'static str,
    pub as_text: &'static str,
    pub save: &'static str,
    pub look: &'static str,
    pub to_standard: &'static str,
    pub to_myself: &'static str,
    pub to_myself_meaning: fn(address: &str) -> String,
    pub variables: &'static str,
    pub now: &'static str,
    pub saved: &'static str,
    pub standard_again: &'static str,
    pub trial_posted: &'static str,
    pub looked_at: &'static str,
}

impl Words {
    pub const fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Invitation => self.invitation,
            Kind::Reminder => self.reminder,
        }
    }
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    title: th!("ข้อความในจดหมาย"),
    lead: th!("คำเชิญและคำเตือนส่งเป็นภาษาที่บุคลากรแต่ละคนเลือกไว้ ไม่มีชื่อบุคคลในจดหมาย"),
    no_letters: th!("รอบนี้ไม่มีลิงก์ส่วนตัวที่ส่งทางอีเมล จึงไม่มีจดหมายถึงบุคคล"),
    over: th!("รอบนี้ปิดรับแล้ว แก้ข้อความในจดหมายไม่ได้"),
    once_open: th!("จดหมายที่ยังไม่ได้ส่งจะใช้ข้อความใหม่ และบันทึกการใช้งานจะระบุว่ามีการแก้"),
    invitation: th!("คำเชิญ"),
    reminder: th!("คำเตือน"),
    is_standard: th!("ข้อความมาตรฐาน"),
    is_changed: th!("แก้ไขแล้ว"),
    english_not_offered: th!("รอบนี้ยังไม่มีชื่อภาษาอังกฤษ ทุกคนจะได้รับภาษาไทย จนกว่าจะใส่ชื่อหรือแก้ข้อความภาษาอังกฤษ"),
    edit: th!("แก้ข้อความ"),
    preview: th!("จดหมายที่ผู้รับจะเห็น"),
    preview_lead: th!("ลิงก์ในตัวอย่างนี้เปิดแบบสอบถามไม่ได้"),
    not_open_yet: th!("เมื่อเปิดรับแล้ว ท้ายจดหมายจะมีเอกลักษณ์แบบสอบถามและลายนิ้วมือกุญแจ"),
    no_number_yet: th!("ยังไม่มีตัวเลขผู้ตอบที่แสดงได้ บรรทัดที่บอกจำนวนจึงไม่แสดง"),
    from: th!("จาก"),
    subject: th!("เรื่อง"),
    body: th!("ข้อความ"),
    body_hint: th!("เว้นหนึ่งบรรทัดเพื่อขึ้นย่อหน้าใหม่ ไม่เกิน 4,000 ตัวอักษร"),
    as_text: th!("แบบข้อความล้วน"),
    save: th!("บันทึกข้อความ"),
    look: th!("ดูตัวอย่างโดยยังไม่บันทึก"),
    to_standard: th!("กลับไปใช้ข้อความมาตรฐาน"),
    to_myself: th!("ส่งตัวอย่างถึงตนเอง"),
    to_myself_meaning: |address| fill(th!("ส่งข้อความที่บันทึกไว้ไปยัง {} เรื่องขึ้นต้นด้วย TEST"), &[&address]),
    variables: th!("ตัวแปรที่ใช้ได้"),
    now: th!("ในรอบนี้:"),
    saved: th!("บันทึกข้อความแล้ว"),
    standard_again: th!("กลับไปใช้ข้อความมาตรฐานแล้ว"),
    trial_posted: th!("ฝากจดหมายตัวอย่างถึงท่านแล้ว ปกติถึงภายในหนึ่งนาที"),
    looked_at: th!("นี่คือตัวอย่างของข้อความที่พิมพ์ ยังไม่ได้บันทึก"),
};

static ENGLISH: Words = Words {
    title: "What letters say",
    lead: "Invitations and reminders go out in the language that each person has chosen. No letter has anybody’s name in it.",
    no_letters: "In this round nobody has a link of their own that is sent by e-mail, so there are no letters.",
    over: "This round is closed: its letters cannot be changed.",
    once_open: "Letters that are not sent yet will say the new text, and the log will say that it was changed.",
    invitation: "Invitation",
    reminder: "Reminder",
    is_standard: "Standard text",
    is_changed: "Changed",
    english_not_offered: "This round has no English name yet. Everybody is written to in Thai until it has one, or until the English text is changed.",
    edit: "Change the text",
    preview: "What the reader sees",
    preview_lead: "The links in this sample open no questionnaire.",
    not_open_yet: "Once the round is open, the fingerprints of the questionnaire and of the key stand at the foot.",
    no_number_yet: "There is no number of answers to tell yet, so the line with it is left out.",
    from: "From",
    subject: "Subject",
    body: "Text",
    body_hint: "An empty line begins a new paragraph. At most 4,000 characters.",
    as_text: "As plain text",
    save: "Save the text",
    look: "Look at it without saving",
    to_standard: "Back to the standard text",
    to_myself: "Send a test to myself",
    to_myself_meaning: |address| format!("Sends the text as it is saved to {address}. Its subject begins with TEST."),
    variables: "Variables that can be used",
    now: "In this round:",
    saved: "The text is saved.",
    standard_again: "The standard text is used again.",
    trial_posted: "The test is in the outbox. It usually arrives within a minute.",
    looked_at: "This is what you typed. It is not saved yet.",
};
