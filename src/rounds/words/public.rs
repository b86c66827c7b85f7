//! The sentences of a round's public page.

use crate::language::{Language, th};

pub struct Words {
    pub round: &'static str,
    pub stage: &'static str,
    pub window: &'static str,
    pub door: &'static str,
    pub door_open: &'static str,
    pub smallest: &'static str,
    pub release: &'static str,
    pub comments: &'static str,
    pub not_open_yet: &'static str,
    pub bulletin: &'static str,
    pub results: &'static str,
    pub replace: &'static str,
    pub about_answers: &'static str,
    pub fingerprints: &'static str,
    pub fingerprints_lead: &'static str,
    pub paper: &'static str,
    pub key: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    round: th!("รอบนี้"),
    stage: th!("สถานะ"),
    window: th!("เปิดรับ"),
    door: th!("ใครตอบได้"),
    door_open: th!("ผลของรอบนี้จะมีป้ายบอกว่ามาจากลิงก์เปิดทุกที่ที่แสดง"),
    smallest: th!("กลุ่มเล็กที่สุดที่แสดงผล"),
    release: th!("เปิดนับคำตอบ"),
    comments: th!("ความเห็นที่พิมพ์เป็นข้อความ"),
    not_open_yet: th!("สิ่งเหล่านี้อาจเปลี่ยนได้จนกว่าจะเปิดรับ เมื่อเปิดรับแล้ว เปลี่ยนได้อย่างเดียวคือขยายเวลา"),
    bulletin: th!("ประกาศการนับคำตอบ"),
    results: th!("ผลของรอบนี้ และสิ่งที่จะทำ"),
    replace: th!("ส่งใหม่แทนคำตอบเดิมด้วยรหัสใบรับ"),
    about_answers: th!("คำตอบของท่าน: เก็บอะไร ใครเห็น"),
    fingerprints: th!("ค่าสำหรับเทียบกับจดหมาย"),
    fingerprints_lead: th!("ทุกคนเห็นค่าเดียวกันที่หน้านี้ ค่าในจดหมายและในประกาศการนับคำตอบต้องตรงกับค่าเหล่านี้"),
    paper: th!("เอกลักษณ์แบบสอบถาม"),
    key: th!("ลายนิ้วมือกุญแจ"),
};

static ENGLISH: Words = Words {
    round: "This round",
    stage: "Stage",
    window: "Open",
    door: "Who may answer",
    door_open: "Wherever results of this round are shown, they are labelled so.",
    smallest: "Smallest group shown",
    release: "Answers",
    comments: "Comments",
    not_open_yet: "This may still change until the round opens. From then on only the close can be put off.",
    bulletin: "Bulletin of the count",
    results: "Results of this round, and what will be done",
    replace: "Replace answers that were sent, with the receipt",
    about_answers: "Your answers: what is kept, who sees it",
    fingerprints: "To compare with the letter",
    fingerprints_lead: "Everybody sees the same values on this page. Those in the letters and in the bulletin of the count must be these.",
    paper: "Fingerprint of the questionnaire",
    key: "Fingerprint of the key",
};
