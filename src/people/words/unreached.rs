//! Addresses that no letter reaches.

use crate::{
    language::{Language, th},
    mail::AddressFault,
};

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub nobody: &'static str,
    pub see: &'static str,
    pub tag: &'static str,
    pub reason: &'static str,
    pub found: &'static str,
    pub correct: &'static str,
    pub what_to_do: &'static str,
    pub try_one: &'static str,
    pub try_all: &'static str,
    pub tried: &'static str,
    pub reasons: fn(AddressFault) -> &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    title: th!("อีเมลที่ส่งไม่ถึง"),
    lead: th!("เซิร์ฟเวอร์ปลายทางแจ้งว่าส่งจดหมายถึงอีเมลเหล่านี้ไม่ได้ แก้อีเมลให้ถูกต้อง หรือพิมพ์สลิปให้แทน"),
    nobody: th!("ไม่มีอีเมลที่ส่งไม่ถึง"),
    see: th!("ดูอีเมลที่ส่งไม่ถึง"),
    tag: th!("จดหมายส่งไม่ถึง"),
    reason: th!("เหตุ"),
    found: th!("ทราบเมื่อ"),
    correct: th!("แก้อีเมล"),
    what_to_do: th!("แก้อีเมลด้านล่างให้ถูกต้อง เมื่ออีเมลเปลี่ยน ข้อความนี้จะหายไปเอง"),
    try_one: th!("ลองอีกครั้ง"),
    try_all: th!("ลองส่งอีกครั้งทั้งหมด"),
    tried: th!("จะลองส่งอีกครั้ง ผู้ที่ยังไม่ได้รับคำเชิญจะได้รับเอง"),
    reasons: |fault| match fault {
        AddressFault::Unknown => th!("ไม่มีตู้จดหมายนี้"),
        AddressFault::Closed => th!("ตู้จดหมายนี้ปิดแล้ว"),
        AddressFault::Full => th!("ตู้จดหมายเต็ม"),
        AddressFault::Refused => th!("เซิร์ฟเวอร์ปลายทางไม่รับจดหมาย"),
    },
};

static ENGLISH: Words = Words {
    title: "Addresses that letters do not reach",
    lead: "The other mail server has said that letters to these addresses do not arrive. Correct the address, or print a slip instead.",
    nobody: "There is no address that letters do not reach.",
    see: "See addresses that letters do not reach",
    tag: "letters do not reach this address",
    reason: "Reason",
    found: "Known since",
    correct: "Correct the address",
    what_to_do: "Correct the address below. When it changes, this note goes away by itself.",
    try_one: "Try again",
    try_all: "Try all of them again",
    tried: "Letters will be tried again. Whoever has no invitation yet gets one by itself",
    reasons: |fault| match fault {
        AddressFault::Unknown => "there is no such mailbox",
        AddressFault::Closed => "the mailbox is closed",
        AddressFault::Full => "the mailbox is full",
        AddressFault::Refused => "the other mail server takes no letters for it",
    },
};
