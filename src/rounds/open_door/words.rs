//! The sentences for those who come in.

use crate::language::{Language, fill, th};

pub struct Words {
    /// What results behind an open link are not.
    pub label: &'static str,
    pub asks: fn(department: &str) -> String,
    pub questions: fn(count: usize) -> String,
    pub until: fn(moment: &str) -> String,
    pub extended: fn(before: &str, after: &str) -> String,
    pub opens: fn(moment: &str) -> String,
    pub closed: fn(moment: &str) -> String,
    pub closed_title: &'static str,
    pub not_open_title: &'static str,
    pub where_answers_go: &'static str,
    pub no_name: &'static str,
    pub work: &'static str,
    pub shown_from: fn(k: i32) -> String,
    pub limit: &'static str,
    pub start: &'static str,
    pub working: &'static str,
    pub ready: &'static str,
    pub failed: &'static str,
    pub without_script: &'static str,
    pub poster: &'static str,
    pub poster_lead: &'static str,
    pub no_window: &'static str,
    pub surveys: &'static str,
    pub scan: &'static str,
    pub code: &'static str,
    pub roll_only: &'static str,
    pub drawn_only: &'static str,
    pub has_slip: fn(host: &str) -> String,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

pub fn label(language: Language) -> &'static str {
    words(language).label
}

static THAI: Words = Words {
    label: th!("ลิงก์เปิด ไม่ใช่หนึ่งคนหนึ่งคำตอบ"),
    asks: |department| fill(th!("{} ขอความเห็นของท่าน"), &[&department]),
    questions: |count| fill(th!("{} ข้อ"), &[&count]),
    until: |moment| fill(th!("ตอบได้ถึง {}"), &[&moment]),
    extended: |before, after| fill(th!("ขยายเวลาจาก {} เป็น {}"), &[&before, &after]),
    opens: |moment| fill(th!("เปิดรับ {}"), &[&moment]),
    closed: |moment| fill(th!("ปิดรับเมื่อ {}"), &[&moment]),
    closed_title: th!("ปิดรับแล้ว"),
    not_open_title: th!("ยังไม่เปิดรับ"),
    where_answers_go: th!("คำตอบของท่านจะไปไหน"),
    no_name: th!("ไม่ถามชื่อและอีเมล และไม่บันทึกว่าเปิดจากเครื่องใด"),
    work: th!("เครื่องของท่านจะคำนวณสั้น ๆ หนึ่งครั้ง เพื่อกันโปรแกรมที่ส่งคำตอบทีละมาก ๆ"),
    shown_from: |k| fill(th!("แสดงผลเมื่อมีผู้ตอบอย่างน้อย {} คน"), &[&k]),
    limit: th!("ใครมีลิงก์ก็ตอบได้ และนับหนึ่งชุดต่อหนึ่งเบราว์เซอร์ ผลจึงไม่ใช่หนึ่งคนหนึ่งคำตอบ"),
    start: th!("เริ่มตอบ"),
    working: th!("กำลังเตรียมเบราว์เซอร์ของท่าน ใช้เวลาสักครู่"),
    ready: th!("เบราว์เซอร์นี้พร้อมแล้ว เริ่มตอบได้"),
    failed: th!("เตรียมไม่สำเร็จ โปรดเปิดหน้านี้ใหม่อีกครั้ง"),
    without_script: th!("ต้องเปิด JavaScript ในเบราว์เซอร์จึงจะเริ่มตอบได้ ถ้าเปิดไม่ได้ โปรดติดต่อหน่วยงานตามที่อยู่ท้ายหน้านี้"),
    poster: th!("โปสเตอร์"),
    poster_lead: th!("พิมพ์หน้านี้ลงกระดาษ A4 ด้วยคำสั่งพิมพ์ของเบราว์เซอร์ ไม่มีข้อมูลของบุคคลในหน้านี้"),
    no_window: th!("ยังไม่ได้กำหนดวันปิดรับ โปสเตอร์จึงยังไม่บอกวัน"),
    surveys: th!("แบบสำรวจ"),
    scan: th!("สแกน หรือพิมพ์ที่อยู่นี้ในเบราว์เซอร์"),
    code: th!("คิวอาร์โค้ดไปยังที่อยู่ข้างล่าง"),
    drawn_only: th!("ผู้มีสิทธิตอบจับสลิปจากกล่องด้วยตนเอง รหัสไม่ผูกกับชื่อ ที่อยู่นี้บอกรายละเอียดของแบบสำรวจ"),
    has_slip: |host| fill(th!("มีสลิปแล้ว เปิด {} แล้วพิมพ์รหัส 16 หลัก"), &[&host]),
    roll_only: th!("ผู้มีสิทธิตอบจะได้รับลิงก์ของตนเอง ที่อยู่นี้บอกรายละเอียดของแบบสำรวจ"),
};

static ENGLISH: Words = Words {
    label: "Open link, not one person one answer",
    asks: |department| format!("{department} asks for your opinion"),
    questions: |count| if count == 1 { "1 question".to_owned() } else { format!("{count} questions") },
    until: |moment| format!("Open until {moment}"),
    extended: |before, after| format!("Extended from {before} to {after}"),
    opens: |moment| format!("Opens {moment}"),
    closed: |moment| format!("Closed {moment}"),
    closed_title: "This survey is closed",
    not_open_title: "Not open yet",
    where_answers_go: "Where your answers go",
    no_name: "Nobody asks for your name or e-mail, and no record is kept of the device you use.",
    work: "Your device does a short sum once, which keeps programs from sending answers in heaps.",
    shown_from: |k| format!("Results are shown once at least {k} people have answered."),
    limit: "Whoever has the link can answer, and each browser counts once. The results are not one person one answer.",
    start: "Start",
    working: "Preparing your browser. This takes a moment.",
    ready: "This browser is ready. You can start.",
    failed: "That did not work. Please open this page again.",
    without_script: "JavaScript must be on in your browser before you can start. If that cannot be, please contact the office named at the foot of this page.",
    poster: "Poster",
    poster_lead: "Print this page on A4 with your browser’s print command. It holds nothing about any person.",
    no_window: "No closing day is set yet, so the poster tells none.",
    surveys: "Surveys",
    scan: "Scan, or type this address into a browser",
    code: "QR code of the address below",
    drawn_only: "Those who may answer draw a slip from a box. Codes are not tied to names. This address tells about the survey.",
    has_slip: |host| format!("If you have a slip, open {host} and type its 16 digits."),
    roll_only: "Those who may answer get a link of their own. This address tells about the survey.",
};
