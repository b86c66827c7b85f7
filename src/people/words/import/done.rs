//! The last step: what was done, and undoing it.

use super::people;
use crate::{
    language::{Language, fill, th},
    people::import::NotUndone,
};

pub struct Words {
    pub title: fn(usize) -> String,
    pub only_departures: fn(usize) -> String,
    pub new: &'static str,
    pub changed: &'static str,
    pub departed: &'static str,
    pub new_units: &'static str,
    pub file_gone: &'static str,
    pub see_roster: &'static str,
    pub see_units: &'static str,
    pub undo_title: &'static str,
    pub undo_lead: fn(&str) -> String,
    pub undo: &'static str,
    pub was_undone: fn(&str) -> String,
    pub too_late: &'static str,
    pub another: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

/// Why an import stays; nothing of faults of the database.
pub fn not_undone_in_words(language: Language, fault: &NotUndone) -> String {
    match (language, fault) {
        (Language::Thai, NotUndone::Over) => th!("ย้อนไม่ได้แล้ว เพราะเกิน 24 ชั่วโมง หรือย้อนไปแล้ว").to_owned(),
        (Language::Thai, NotUndone::ChangedSince { count }) => fill(
            th!("ย้อนไม่ได้ เพราะ {} ถูกแก้หลังการนำเข้า การย้อนจะทับสิ่งที่แก้ โปรดแก้เป็นรายคน"),
            &[&people(language, *count)],
        ),
        (Language::Thai, NotUndone::OnARoll) => {
            th!("ย้อนไม่ได้ เพราะคนที่นำเข้าอยู่ในบัญชีผู้มีสิทธิของแบบสำรวจแล้ว").to_owned()
        }
        (Language::Thai, NotUndone::InTheWay) => {
            th!("ย้อนไม่ได้ เพราะอีเมลเดิมมีคนอื่นใช้แล้ว หรือหน่วยงานเดิมถูกลบ โปรดแก้เป็นรายคน").to_owned()
        }
        (Language::English, NotUndone::Over) => "It cannot be undone: 24 hours have passed, or it is undone already".to_owned(),
        (Language::English, NotUndone::ChangedSince { count }) => fill(
            "It cannot be undone: {} changed since, which undoing would overwrite. Please change people one by one",
            &[&people(language, *count)],
        ),
        (Language::English, NotUndone::OnARoll) => "It cannot be undone: people it brought stand on the roll of a survey".to_owned(),
        (Language::English, NotUndone::InTheWay) => {
            "It cannot be undone: somebody else has an e-mail address of before, or a unit of before is removed. Please change people one by one"
                .to_owned()
        }
        (_, NotUndone::Database(_)) => String::new(),
    }
}

static THAI: Words = Words {
    title: |count| fill(th!("นำเข้าแล้ว {}"), &[&people(Language::Thai, count)]),
    only_departures: |count| fill(th!("บันทึกว่าพ้นจากหน่วยงานแล้ว {}"), &[&people(Language::Thai, count)]),
    new: th!("เพิ่มใหม่"),
    changed: th!("แก้ข้อมูล"),
    departed: th!("พ้นจากหน่วยงาน"),
    new_units: th!("หน่วยงานใหม่"),
    file_gone: th!("ระบบลบไฟล์ที่อัปโหลดแล้ว"),
    see_roster: th!("ดูรายชื่อ"),
    see_units: th!("ดูหน่วยงาน"),
    undo_title: th!("ย้อนการนำเข้า"),
    undo_lead: |until| fill(th!("ย้อนได้ถึง {} ทุกคนจะกลับเป็นอย่างก่อนนำเข้า และคนที่เพิ่มใหม่จะออกจากรายชื่อ"), &[&until]),
    undo: th!("ย้อนการนำเข้านี้"),
    was_undone: |when| fill(th!("ย้อนการนำเข้านี้แล้วเมื่อ {} รายชื่อกลับเป็นอย่างเดิม"), &[&when]),
    too_late: th!("เกิน 24 ชั่วโมงแล้ว ย้อนการนำเข้านี้ไม่ได้"),
    another: th!("นำเข้าไฟล์อื่น"),
};

static ENGLISH: Words = Words {
    title: |count| fill("Imported: {}", &[&people(Language::English, count)]),
    only_departures: |count| fill("Noted as departed: {}", &[&people(Language::English, count)]),
    new: "New",
    changed: "Changed",
    departed: "Departed",
    new_units: "New units",
    file_gone: "The uploaded file is deleted",
    see_roster: "See the roster",
    see_units: "See the units",
    undo_title: "Undo the import",
    undo_lead: |until| fill("It can be undone until {}. Everyone will be as before, and newcomers leave the roster.", &[&until]),
    undo: "Undo this import",
    was_undone: |when| fill("This import was undone on {}. The roster is as it was before", &[&when]),
    too_late: "More than 24 hours have passed: this import can no longer be undone",
    another: "Import another file",
};
