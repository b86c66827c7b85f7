//! The page on which a report is put together and printed.

use crate::{
    language::{Language, th},
    results::report::Extra,
};

pub struct PageWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub in_line: &'static str,
    pub back: &'static str,
    pub holds: &'static str,
    pub extra: fn(Extra) -> &'static str,
    pub thai_digits_meaning: &'static str,
    pub show: &'static str,
    pub files: &'static str,
    pub docx: &'static str,
    pub xlsx: &'static str,
    pub csv: &'static str,
    pub json: &'static str,
    pub pdf: &'static str,
    pub sign: &'static str,
    pub name: &'static str,
    pub position: &'static str,
    pub date: &'static str,
    pub still_open: &'static str,
    pub not_yet: &'static str,
    pub no_pdf: &'static str,
    pub to_report: &'static str,
}

pub fn page(language: Language) -> &'static PageWords {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: PageWords = PageWords {
    title: th!("พิมพ์รายงาน"),
    lead: th!("เลือกสิ่งที่จะใส่ ดูตัวอย่างด้านล่าง แล้วใช้คำสั่งพิมพ์ของเบราว์เซอร์ กระดาษ A4 แบบฟอร์มนี้จะไม่ถูกพิมพ์"),
    in_line: th!("เปิดในเบราว์เซอร์เพื่อพิมพ์ กดเมนูของ LINE แล้วเลือกเปิดในเบราว์เซอร์"),
    back: th!("กลับไปที่ผล"),
    holds: th!("สิ่งที่จะใส่ในรายงาน"),
    extra: |extra| match extra {
        Extra::Items => th!("ตารางรายข้อ"),
        Extra::Spreads => th!("การกระจายของคำตอบ"),
        Extra::Units => th!("ผลรายหน่วยงาน"),
        Extra::ThaiDigits => th!("ใช้เลขไทย"),
        Extra::Preparer => th!("บรรทัดลงนามผู้จัดทำ"),
        Extra::Reviewer => th!("บรรทัดลงนามผู้ตรวจ"),
        Extra::Approver => th!("บรรทัดลงนามผู้อนุมัติ"),
    },
    thai_digits_meaning: th!("เฉพาะในเนื้อความ ตาราง รหัส และที่อยู่ใช้เลขอารบิก"),
    show: th!("ปรับรายงาน"),
    files: th!("ดาวน์โหลดเป็นไฟล์"),
    docx: th!("Word (DOCX) สำหรับแก้ไข"),
    xlsx: th!("Excel (XLSX)"),
    csv: "CSV",
    json: "JSON",
    pdf: "PDF",
    sign: th!("ลงชื่อ"),
    name: th!("ชื่อ"),
    position: th!("ตำแหน่ง"),
    date: th!("วันที่"),
    still_open: th!("ระหว่างเปิดรับ แสดงเฉพาะจำนวนผู้ตอบ คะแนนจะแสดงเมื่อปิดรับ"),
    not_yet: th!("ปิดรับแล้ว กำลังเปิดและนับคำตอบ โปรดกลับมาดูอีกครั้งในไม่กี่นาที"),
    no_pdf: th!("โปรแกรมที่ติดตั้งไว้นี้ไม่ได้ทำไฟล์ PDF เอง เปิดหน้ารายงานแล้วใช้คำสั่งพิมพ์ของเบราว์เซอร์ เลือกบันทึกเป็น PDF"),
    to_report: th!("ไปที่หน้ารายงาน"),
};

static ENGLISH: PageWords = PageWords {
    title: "Print the report",
    lead: "Choose what it is to hold, look at it below, then use your browser’s print command, on A4. This form is not printed.",
    in_line: "Open this page in your browser to print it: choose that in LINE’s menu.",
    back: "Back to the results",
    holds: "What the report holds",
    extra: |extra| match extra {
        Extra::Items => "Tables of questions",
        Extra::Spreads => "Spread of answers",
        Extra::Units => "Results by unit",
        Extra::ThaiDigits => "Thai digits",
        Extra::Preparer => "A line to sign for who prepared it",
        Extra::Reviewer => "A line to sign for who reviewed it",
        Extra::Approver => "A line to sign for who approved it",
    },
    thai_digits_meaning: "In running text only; tables, codes and addresses keep Arabic digits",
    show: "Change the report",
    files: "Download as a file",
    docx: "Word (DOCX), to edit",
    xlsx: "Excel (XLSX)",
    csv: "CSV",
    json: "JSON",
    pdf: "PDF",
    sign: "Signed",
    name: "Name",
    position: "Position",
    date: "Date",
    still_open: "While open, only the number of answers is shown. Scores appear after closing.",
    not_yet: "The round is closed and its answers are being opened and counted. Please come back in a few minutes.",
    no_pdf: "This installation makes no PDF files itself. Open the report and use your browser’s print command, saving as PDF.",
    to_report: "To the report",
};
