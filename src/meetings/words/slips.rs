//! The sentences about links on paper, where they differ from those of surveys; and what stands on the slips.

use crate::language::{Language, fill, th};

pub struct Words {
    pub not_open: &'static str,
    pub no_links: &'static str,
    pub everybody: &'static str,
    pub number_unknown: &'static str,
    pub nobody: &'static str,
    pub newcomers: &'static str,
    pub newcomers_lead: fn(usize) -> String,
    pub nobody_new: &'static str,
    pub invite: &'static str,
    pub invited: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    not_open: th!("คลินิกครั้งนี้ไม่ได้เปิดอยู่ จึงไม่มีสลิปให้พิมพ์"),
    no_links: th!("คลินิกครั้งนี้ใครก็ส่งเรื่องได้ จึงไม่มีลิงก์ส่วนตัวและไม่มีสลิป"),
    everybody: th!("ทุกคนที่ได้รับเชิญ"),
    number_unknown: th!("ไม่พบรหัสพนักงานนี้ในผู้ได้รับเชิญ"),
    nobody: th!("ไม่มีผู้ได้รับเชิญที่ตรงกับที่เลือก"),
    newcomers: th!("ผู้ที่เข้ามาใหม่"),
    newcomers_lead: |people| fill(th!("มี {}_คนที่ตรงกับผู้ได้รับเชิญ แต่ยังไม่มีลิงก์ เพราะเข้ามาหลังวันเปิด"), &[&people]),
    nobody_new: th!("ทุกคนที่ตรงกับผู้ได้รับเชิญมีลิงก์แล้ว"),
    invite: th!("เชิญผู้ที่เข้ามาใหม่"),
    invited: th!("เชิญแล้ว ผู้ที่มีอีเมลได้จดหมาย ผู้ที่ไม่มีให้พิมพ์สลิป"),
};

static ENGLISH: Words = Words {
    not_open: "This session is not open, so there are no slips to print.",
    no_links: "Anybody can write to this session, so it has no personal links and no slips.",
    everybody: "Everybody who is invited",
    number_unknown: "Nobody with this number is invited",
    nobody: "Nobody who is invited fits this choice",
    newcomers: "Newcomers",
    newcomers_lead: |people| {
        let people = if people == 1 { "1 person is".to_owned() } else { format!("{people} people are") };
        format!("{people} meant and without a link, because they came after the opening.")
    },
    nobody_new: "Everybody who is meant has a link.",
    invite: "Invite newcomers",
    invited: "Invited. Those with an address get a letter; print slips for the others.",
};

/// What stands on a slip, whoever prints it: in Thai, with a line in English.
pub struct Printed {
    pub asks: fn(department: &str, title: &str) -> String,
    pub how: fn(host: &str) -> String,
    pub named: &'static str,
    pub keep: &'static str,
    pub ask: fn(contact: &str) -> String,
    pub in_english: fn(host: &str) -> String,
}

pub static PRINTED: Printed = Printed {
    asks: |department, title| fill(th!("{} ขอเชิญร่วม {}"), &[&department, &title]),
    how: |host| fill(th!("สแกนภาพ หรือเปิด {} แล้วพิมพ์ตัวเลขนี้"), &[&host]),
    named: th!("ถามได้โดยไม่ต้องบอกชื่อ ระบบไม่เก็บว่าเรื่องใดเป็นของใคร"),
    keep: th!("โปรดอย่าให้ผู้อื่นใช้หรือถ่ายภาพ"),
    ask: |contact| fill(th!("สอบถาม {}"), &[&contact]),
    in_english: |host| format!("Scan, or open {host} and type the digits."),
};
