//! The sentences of this room: what was lost on the way, and why a file was refused.

use super::{Loss, LossKind, Place, Refused};
use crate::{
    instruments,
    language::{Language, fill, th},
};

pub struct Words {
    place_file: &'static str,
    place_sheet: &'static str,
    place_row: &'static str,
    place_question: &'static str,
    place_group: &'static str,
    type_left_out: &'static str,
    would_identify: &'static str,
    became_short_text: &'static str,
    became_single_choices: &'static str,
    group_flattened: &'static str,
    asked_once: &'static str,
    empty_group: &'static str,
    condition_left_out: &'static str,
    constraint_left_out: &'static str,
    setting_left_out: &'static str,
    look_left_out: &'static str,
    renamed: &'static str,
    language_left_out: &'static str,
    language_assumed: &'static str,
    list_missing: &'static str,
    choice_twice: &'static str,
    other_added: &'static str,
    placeholder_kept: &'static str,
    markup_left_out: &'static str,
    unreadable_cell: &'static str,
    sheet_left_out: &'static str,
    table_left_out: &'static str,
    stray: &'static str,
    text_twice: &'static str,
    text_cut: &'static str,
    never_shown: &'static str,
    empty: &'static str,
    too_large: &'static str,
    other_kind: &'static str,
    old_excel: &'static str,
    password_protected: &'static str,
    damaged: &'static str,
    bomb: &'static str,
    entities: &'static str,
    too_deep: &'static str,
    undecodable: &'static str,
    not_xlsform: &'static str,
    not_limesurvey: &'static str,
    no_question: &'static str,
    newer: &'static str,
    malformed: &'static str,
    too_many: &'static str,
    control: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

/// Where it stood, what was done, and what stood there.
pub fn loss_in_words(language: Language, loss: &Loss) -> String {
    let place = place_in_words(language, &loss.place);
    let what = kind_in_words(language, loss.what);
    if loss.quoted.is_empty() { format!("{place}: {what}") } else { format!("{place}: {what}: {}", loss.quoted) }
}

pub fn place_in_words(language: Language, place: &Place) -> String {
    let words = words(language);
    match place {
        Place::File => words.place_file.to_owned(),
        Place::Sheet(sheet) => fill(words.place_sheet, &[sheet]),
        Place::Row { sheet, number } => fill(words.place_row, &[sheet, number]),
        Place::Question(name) => fill(words.place_question, &[name]),
        Place::Group(name) => fill(words.place_group, &[name]),
    }
}

pub fn kind_in_words(language: Language, kind: LossKind) -> &'static str {
    let words = words(language);
    match kind {
        LossKind::TypeLeftOut => words.type_left_out,
        LossKind::WouldIdentify => words.would_identify,
        LossKind::BecameShortText => words.became_short_text,
        LossKind::BecameSingleChoices => words.became_single_choices,
        LossKind::GroupFlattened => words.group_flattened,
        LossKind::AskedOnce => words.asked_once,
        LossKind::EmptyGroup => words.empty_group,
        LossKind::ConditionLeftOut => words.condition_left_out,
        LossKind::ConstraintLeftOut => words.constraint_left_out,
        LossKind::SettingLeftOut => words.setting_left_out,
        LossKind::LookLeftOut => words.look_left_out,
        LossKind::Renamed => words.renamed,
        LossKind::LanguageLeftOut => words.language_left_out,
        LossKind::LanguageAssumed => words.language_assumed,
        LossKind::ListMissing => words.list_missing,
        LossKind::ChoiceTwice => words.choice_twice,
        LossKind::OtherAdded => words.other_added,
        LossKind::PlaceholderKept => words.placeholder_kept,
        LossKind::MarkupLeftOut => words.markup_left_out,
        LossKind::UnreadableCell => words.unreadable_cell,
        LossKind::SheetLeftOut => words.sheet_left_out,
        LossKind::TableLeftOut => words.table_left_out,
        LossKind::Stray => words.stray,
        LossKind::TextTwice => words.text_twice,
        LossKind::TextCut => words.text_cut,
        LossKind::NeverShown => words.never_shown,
    }
}

pub fn refused_in_words(language: Language, refused: &Refused) -> String {
    let words = words(language);
    let megabytes = |bytes: &usize| bytes / (1024 * 1024);
    match refused {
        Refused::Empty => words.empty.to_owned(),
        Refused::TooLarge { limit } => fill(words.too_large, &[&megabytes(limit)]),
        Refused::OtherKind => words.other_kind.to_owned(),
        Refused::OldExcel => words.old_excel.to_owned(),
        Refused::PasswordProtected => words.password_protected.to_owned(),
        Refused::Damaged => words.damaged.to_owned(),
        Refused::Bomb => words.bomb.to_owned(),
        Refused::Entities => words.entities.to_owned(),
        Refused::TooDeep { .. } => words.too_deep.to_owned(),
        Refused::Undecodable => words.undecodable.to_owned(),
        Refused::NotXlsForm => words.not_xlsform.to_owned(),
        Refused::NotLimeSurvey => words.not_limesurvey.to_owned(),
        Refused::NoQuestion => words.no_question.to_owned(),
        Refused::Instrument(instruments::Refused::Newer(_)) => words.newer.to_owned(),
        Refused::Instrument(instruments::Refused::Malformed(fault)) => fill(words.malformed, &[&fault.line()]),
        Refused::Instrument(instruments::Refused::TooLarge | instruments::Refused::TooMany { .. }) => words.too_many.to_owned(),
        Refused::Instrument(instruments::Refused::Control) => words.control.to_owned(),
    }
}

static THAI: Words = Words {
    place_file: th!("ทั้งไฟล์"),
    place_sheet: th!("แผ่นงาน {}"),
    place_row: th!("แผ่นงาน {} แถว {}"),
    place_question: th!("คำถาม {}"),
    place_group: th!("กลุ่มคำถาม {}"),
    type_left_out: th!("ไม่นำเข้า เพราะระบบนี้ไม่มีคำถามชนิดนี้"),
    would_identify: th!("ตั้งใจไม่นำเข้า เพราะบอกได้ว่าใครเป็นผู้ตอบ"),
    became_short_text: th!("เปลี่ยนเป็นคำถามที่ตอบด้วยข้อความสั้น"),
    became_single_choices: th!("เปลี่ยนเป็นคำถามเลือกหนึ่งข้อทีละข้อ เพราะมีจำนวนระดับที่มาตรวัดรองรับไม่ได้"),
    group_flattened: th!("กลุ่มที่อยู่ในกลุ่มอื่น แยกเป็นอีกส่วนหนึ่ง"),
    asked_once: th!("คำถามที่ให้ตอบซ้ำหลายรอบ จะถามเพียงครั้งเดียว"),
    empty_group: th!("ไม่นำเข้ากลุ่มนี้ เพราะไม่เหลือคำถาม"),
    condition_left_out: th!("ไม่นำเข้าเงื่อนไขนี้ คำถามจะแสดงเสมอ"),
    constraint_left_out: th!("ไม่นำเข้าข้อกำหนดของคำตอบ"),
    setting_left_out: th!("ไม่นำเข้าการตั้งค่านี้"),
    look_left_out: th!("ไม่นำเข้าการตั้งค่ารูปแบบการแสดงผล"),
    renamed: th!("เปลี่ยนรหัส"),
    language_left_out: th!("ไม่นำเข้าข้อความภาษานี้"),
    language_assumed: th!("ข้อความที่ไม่ใช่ภาษาไทยหรืออังกฤษ หรือไม่ระบุภาษา ใช้เป็นข้อความของภาษาหลัก โปรดตรวจสอบ"),
    list_missing: th!("ไม่พบรายการตัวเลือก จึงเปลี่ยนเป็นคำถามที่ตอบด้วยข้อความสั้น"),
    choice_twice: th!("ตัวเลือกซ้ำในรายการเดียวกัน นำเข้าเพียงครั้งเดียว"),
    other_added: th!("เพิ่มตัวเลือก “อื่น ๆ” และคำถามให้ระบุ"),
    placeholder_kept: th!("ข้อความนี้มีช่องที่เติมจากคำตอบอื่น ระบบคงไว้ตามเดิม โปรดแก้ไข"),
    markup_left_out: th!("ไม่นำเข้ารูปภาพ ลิงก์ หรือชุดคำสั่งในข้อความ"),
    unreadable_cell: th!("อ่านค่าในช่องนี้ไม่ได้ เพราะเป็นสูตรที่ยังไม่คำนวณหรือคำนวณผิดพลาด"),
    sheet_left_out: th!("ไม่นำเข้าแผ่นงานนี้"),
    table_left_out: th!("ไม่นำเข้าข้อมูลส่วนนี้ของไฟล์"),
    stray: th!("ไม่นำเข้า เพราะไม่เกี่ยวข้องกับคำถามใด"),
    text_twice: th!("มีข้อความภาษาเดียวกันมากกว่าหนึ่งช่อง ไม่นำเข้าข้อความนี้"),
    text_cut: th!("ข้อความยาวเกินกว่าที่ระบบรองรับ ส่วนท้ายถูกตัดออก โปรดแก้ไข"),
    never_shown: th!("ไม่นำเข้า เพราะไม่เคยแสดงให้ผู้ใดเห็น"),
    empty: th!("ไฟล์นี้ว่างเปล่า"),
    too_large: th!("ไฟล์ใหญ่เกินไป ต้องไม่เกิน {} เมกะไบต์"),
    other_kind: th!("ไฟล์นี้ไม่ใช่แบบสอบถาม ระบบรับไฟล์ JSON ของระบบนี้ ไฟล์ XLSForm (.xlsx) และไฟล์ LimeSurvey (.lss)"),
    old_excel: th!("ไฟล์นี้เป็นรูปแบบเก่าของ Excel (.xls) โปรดเปิดแล้วบันทึกเป็น .xlsx ก่อนนำเข้า"),
    password_protected: th!("ไฟล์นี้มีรหัสผ่าน โปรดนำรหัสผ่านออกก่อนนำเข้า"),
    damaged: th!("ไฟล์นี้เสียหายหรือไม่ครบ โปรดดาวน์โหลดหรือบันทึกใหม่"),
    bomb: th!("ข้อมูลในไฟล์มีมากกว่าที่แบบสอบถามควรมี จึงไม่อ่าน"),
    entities: th!("ไฟล์นี้มีคำสั่งที่แบบสอบถามไม่จำเป็นต้องมี จึงไม่อ่าน"),
    too_deep: th!("โครงสร้างของไฟล์ซ้อนกันลึกเกินไป จึงไม่อ่าน"),
    undecodable: th!("ข้อความในไฟล์ไม่ได้เข้ารหัสแบบ UTF-8 โปรดบันทึกใหม่เป็น UTF-8"),
    not_xlsform: th!("ไฟล์ Excel นี้ไม่ใช่ XLSForm เพราะไม่มีแผ่นงาน survey ที่มีคอลัมน์ type"),
    not_limesurvey: th!("ไฟล์นี้ไม่ใช่แบบสำรวจทั้งฉบับของ LimeSurvey โปรดส่งออกเป็นโครงสร้างแบบสำรวจ (.lss)"),
    no_question: th!("ไม่พบคำถามในไฟล์นี้"),
    newer: th!("ไฟล์นี้สร้างจากระบบรุ่นใหม่กว่า โปรดปรับรุ่นระบบก่อน"),
    malformed: th!("ไฟล์ JSON นี้ไม่เป็นไปตามรูปแบบของระบบ โปรดตรวจสอบบรรทัดที่ {}"),
    too_many: th!("แบบสอบถามในไฟล์มีคำถาม ตัวเลือก หรือข้อความมากเกินกว่าที่ระบบรองรับ"),
    control: th!("มีอักขระควบคุมที่มองไม่เห็นในข้อความหรือรหัส ลบออกแล้วนำเข้าใหม่"),
};

static ENGLISH: Words = Words {
    place_file: "The whole file",
    place_sheet: "Sheet {}",
    place_row: "Sheet {}, row {}",
    place_question: "Question {}",
    place_group: "Group {}",
    type_left_out: "left out, since no question of this kind is asked here",
    would_identify: "left out on purpose, since it would tell who answers",
    became_short_text: "became a question answered in a short text",
    became_single_choices: "became single choices, one for each line, since a scale cannot have as many or as few levels",
    group_flattened: "a group inside a group became a part of its own",
    asked_once: "questions that are asked again and again will be asked once",
    empty_group: "this group was left out, since no question of it remains",
    condition_left_out: "this condition was left out; it will always be shown",
    constraint_left_out: "this limit on the answer was left out",
    setting_left_out: "this setting was left out",
    look_left_out: "settings of the look were left out",
    renamed: "the code was changed",
    language_left_out: "texts in this language were left out",
    language_assumed: "texts in another language, or in none that is named, were taken for the main language; please check",
    list_missing: "the list of choices is not in the file; it became a question answered in a short text",
    choice_twice: "the same choice stands twice in a list; it was taken once",
    other_added: "the choice “Other” and a question to specify it were added",
    placeholder_kept: "another answer was to stand in this text; it was kept as it is, please edit it",
    markup_left_out: "pictures, links or scripts in this text were left out",
    unreadable_cell: "this cell could not be read: a formula that was not calculated, or failed",
    sheet_left_out: "this sheet was left out",
    table_left_out: "these data of the file were left out",
    stray: "left out, since it belongs to no question",
    text_twice: "there is more than one text in the same language; this one was left out",
    text_cut: "this text is longer than this system can hold; its end was cut off, please edit it",
    never_shown: "left out, since it was never shown to anybody",
    empty: "The file is empty",
    too_large: "The file is too large; at most {} megabytes are read",
    other_kind: "This file is no questionnaire. JSON of this system, XLSForm (.xlsx) and LimeSurvey (.lss) are accepted",
    old_excel: "This file is in the old form of Excel (.xls). Open it and save it as .xlsx first",
    password_protected: "This file has a password. Take the password off first",
    damaged: "This file is damaged or incomplete. Download or save it again",
    bomb: "There is more in this file than any questionnaire holds, so it was not read",
    entities: "This file holds instructions that no questionnaire needs, so it was not read",
    too_deep: "The parts of this file stand too deep inside each other, so it was not read",
    undecodable: "The text of this file is not in UTF-8. Save it as UTF-8",
    not_xlsform: "This workbook is no XLSForm: it has no sheet named survey with a column named type",
    not_limesurvey: "This file is no whole survey of LimeSurvey. Export the survey structure (.lss)",
    no_question: "There is no question in this file",
    newer: "This file comes from a newer version of the system. Update the system first",
    malformed: "This JSON does not follow the form of this system. Look at line {}",
    too_many: "The questionnaire in this file has more questions, choices or text than this system can hold",
    control: "A text or a code holds an invisible control character. Remove it and import the file again.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_says_where_what_and_which() {
        let place = Place::Row { sheet: "survey".to_owned(), number: 7 };
        let loss = Loss::new(place, LossKind::TypeLeftOut, "geopoint home");
        let said = loss_in_words(Language::English, &loss);
        assert_eq!(said, "Sheet survey, row 7: left out, since no question of this kind is asked here: geopoint home");
        assert!(loss_in_words(Language::Thai, &loss).contains("survey"));
        assert_eq!(
            refused_in_words(Language::English, &Refused::TooLarge { limit: 8 << 20 }),
            "The file is too large; at most 8 megabytes are read"
        );
    }
}
