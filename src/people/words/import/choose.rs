//! The first step: which file.

use crate::language::{Language, fill, th};

pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub roster: &'static str,
    pub file: &'static str,
    pub file_hint: &'static str,
    pub file_missing: &'static str,
    pub upload: &'static str,
    pub sample: &'static str,
    pub sample_name: &'static str,
    pub what_it_takes: &'static str,
    pub needed: &'static str,
    pub needed_meaning: &'static str,
    pub welcome: &'static str,
    pub welcome_meaning: &'static str,
    pub what_is_kept: &'static str,
    pub never_kept: &'static str,
    pub file_goes: &'static str,
    pub nobody_goes: &'static str,
    pub latest: &'static str,
    pub latest_line: fn(&str, &str, &str) -> String,
    pub see_done: &'static str,
    pub undone: &'static str,
    pub dropped: &'static str,
    pub gone: &'static str,
    pub gone_lead: &'static str,
    pub begin_again: &'static str,
    pub unnamed_file: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

pub const fn language_in_words(language: Language, named: Language) -> &'static str {
    match (language, named) {
        (Language::Thai, Language::Thai) => th!("ไทย"),
        (Language::Thai, Language::English) => th!("อังกฤษ"),
        (Language::English, Language::Thai) => "Thai",
        (Language::English, Language::English) => "English",
    }
}

static THAI: Words = Words {
    title: th!("นำเข้ารายชื่อ"),
    lead: th!("เพิ่มและแก้รายชื่อทั้งหน่วยงานจากไฟล์เดียว ยังไม่มีอะไรเปลี่ยนจนกว่าท่านจะกดนำเข้าในขั้นที่ 3"),
    roster: th!("รายชื่อบุคลากร"),
    file: th!("ไฟล์รายชื่อ"),
    file_hint: th!("Excel (.xlsx) หรือ CSV ไม่เกิน 32 เมกะไบต์ ใช้ไฟล์ที่มีอยู่แล้วได้ หัวตารางไม่ต้องตรงกับตัวอย่าง"),
    file_missing: th!("เลือกไฟล์ก่อน"),
    upload: th!("อัปโหลดไฟล์"),
    sample: th!("ดาวน์โหลดไฟล์ตัวอย่าง (.xlsx)"),
    sample_name: "ตัวอย่างรายชื่อ.xlsx",
    what_it_takes: th!("ในไฟล์มีอะไรบ้าง"),
    needed: th!("ต้องมี"),
    needed_meaning: th!("รหัสพนักงาน ชื่อ หน่วยงาน วันเริ่มงาน"),
    welcome: th!("ไม่บังคับ"),
    welcome_meaning: th!("ประเภทบุคลากร อีเมล (ใช้ส่งคำเชิญ ผู้ไม่มีจะได้รับสลิป) ภาษาของจดหมาย"),
    what_is_kept: th!("ระบบเก็บและไม่เก็บอะไร"),
    never_kept: th!("ไม่เก็บเลขบัตรประชาชนและคอลัมน์อื่น แม้จะอยู่ในไฟล์"),
    file_goes: th!("ตัวไฟล์เข้ารหัสไว้ และลบทันทีที่นำเข้าเสร็จ ถ้าไม่นำเข้า ระบบลบเองหลัง 2 ชั่วโมง"),
    nobody_goes: th!("ผู้ที่ไม่อยู่ในไฟล์ยังอยู่ในรายชื่อตามเดิม เว้นแต่ท่านเลือกว่าพ้นจากหน่วยงานแล้ว"),
    latest: th!("การนำเข้าล่าสุด"),
    latest_line: |file, moment, people| fill(th!("{} เมื่อ {} เปลี่ยนข้อมูล {}"), &[&file, &moment, &people]),
    see_done: th!("ดูว่าเปลี่ยนอะไร"),
    undone: th!("ย้อนการนำเข้าแล้ว รายชื่อกลับเป็นอย่างเดิม"),
    dropped: th!("ลบไฟล์แล้ว ไม่มีอะไรเปลี่ยน"),
    gone: th!("ไม่มีไฟล์นี้แล้ว"),
    gone_lead: th!("ไฟล์ที่ยังไม่ได้นำเข้าจะถูกลบหลัง 2 ชั่วโมง และผลการนำเข้าเปิดดูได้ 1 วัน ถ้ายังต้องการนำเข้า โปรดอัปโหลดไฟล์อีกครั้ง"),
    begin_again: th!("อัปโหลดไฟล์"),
    unnamed_file: th!("(ไฟล์ไม่มีชื่อ)"),
};

static ENGLISH: Words = Words {
    title: "Import a list of staff",
    lead: "Add and change everyone with one file. Nothing changes until you press import in step 3.",
    roster: "Roster",
    file: "File",
    file_hint: "Excel (.xlsx) or CSV, at most 32 MB. Use the file you have: its headings need not be those of the sample",
    file_missing: "Choose a file first",
    upload: "Upload the file",
    sample: "Download a sample (.xlsx)",
    sample_name: "staff-sample.xlsx",
    what_it_takes: "What the file has in it",
    needed: "Needed",
    needed_meaning: "Employee number, name, unit, start date",
    welcome: "Optional",
    welcome_meaning: "Category, e-mail (for invitations; who has none gets a slip of paper), language of letters",
    what_is_kept: "What is kept and what is not",
    never_kept: "Citizen ids and other columns are not kept, even if the file has them",
    file_goes: "The file itself is kept encrypted and deleted as soon as it is imported, or after 2 hours if it is not",
    nobody_goes: "Who is not in the file stays on the roster, unless you say that they have departed",
    latest: "The latest import",
    latest_line: |file, moment, people| fill("{}, {}: {} written", &[&file, &moment, &people]),
    see_done: "See what changed",
    undone: "The import is undone. The roster is as it was before",
    dropped: "The file is deleted. Nothing has changed",
    gone: "This file is gone",
    gone_lead: "Files that are not imported are deleted after 2 hours, and what an import did can be seen for a day. If you still want to import it, please upload the file again.",
    begin_again: "Upload a file",
    unnamed_file: "(file without a name)",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::limits;

    #[test]
    fn the_hint_names_the_limit_that_holds() {
        let megabytes = format!(" {} ", limits::FILE / (1024 * 1024));
        for language in Language::ALL {
            assert!(crate::language::plain(words(language).file_hint).contains(&megabytes));
        }
    }
}
