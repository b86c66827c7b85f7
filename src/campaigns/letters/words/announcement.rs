//! The sentences of the announcement, and of the page from which it is copied.

use crate::language::{Language, fill, th};

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub thai: &'static str,
    pub english: &'static str,
    pub hint: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub poster: &'static str,
    pub poster_link: &'static str,
    pub not_settled: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    title: th!("ประกาศสำหรับกลุ่มสนทนา"),
    lead: th!("ข้อความเดียวกันสำหรับทุกคน ไม่มีลิงก์ส่วนตัว วางในกลุ่มสนทนาได้"),
    thai: th!("ภาษาไทย"),
    english: th!("ภาษาอังกฤษ"),
    hint: th!("เลือกข้อความทั้งหมดในช่องนี้ แล้วคัดลอก"),
    copy: th!("คัดลอก"),
    copied: th!("คัดลอกแล้ว"),
    poster: th!("สำหรับติดผนัง"),
    poster_link: th!("โปสเตอร์พร้อมคิวอาร์โค้ด"),
    not_settled: th!("ยังไม่ได้กำหนดเวลาของรอบนี้ ประกาศจึงยังไม่บอกวัน"),
};

static ENGLISH: Words = Words {
    title: "Announcement for chats",
    lead: "The same text for everybody, without anybody’s own link. It can be put into a chat.",
    thai: "Thai",
    english: "English",
    hint: "Select everything in this field, and copy it.",
    copy: "Copy",
    copied: "Copied",
    poster: "For the wall",
    poster_link: "Poster with a QR code",
    not_settled: "No time is set for this round yet, so the announcement tells no day.",
};

/// Plain, to be copied. `closes`: empty while it is not settled; `has_letters`: everybody gets a link of their own.
pub fn announced(language: Language, [survey, round, department, closes, address]: [&str; 5], has_letters: bool) -> String {
    let lines: [String; 4] = match language {
        Language::Thai => [
            fill("{} ขอเชิญบุคลากรตอบ “{}” รอบที่ {}", &[&department, &survey, &round]).trim_start().to_owned(),
            if closes.is_empty() { String::new() } else { fill("ตอบได้ถึง {}", &[&closes]) },
            if has_letters {
                "ผู้มีสิทธิตอบจะได้รับลิงก์ของตนเองทางอีเมลหรือบนกระดาษ โปรดอย่าส่งต่อลิงก์ของท่าน คำตอบเก็บแยกจากชื่อ".to_owned()
            } else {
                "ไม่ถามชื่อ และคำตอบเก็บแยกจากชื่อ".to_owned()
            },
            fill("รายละเอียดและผู้มีสิทธิตอบ: {}", &[&address]),
        ],
        Language::English => [
            fill("{} invites its staff to answer “{}”, round {}.", &[&department, &survey, &round]).trim_start().to_owned(),
            if closes.is_empty() { String::new() } else { format!("Answers are taken until {closes}.") },
            if has_letters {
                "Those who may answer get a link of their own by e-mail or on paper. Please do not forward it. Answers are stored apart from names."
                    .to_owned()
            } else {
                "No names are asked for, and answers are stored apart from names.".to_owned()
            },
            format!("About the survey, and who may answer: {address}"),
        ],
    };
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
