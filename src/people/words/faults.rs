//! What is wrong with a file, a column, a row or a person: what happened, and what to do.
//!
//! Shared by pages and the command line, which takes the English ones.

use crate::{
    language::{Language, Unreadable, dates, fill, th},
    people::{
        Refusal, Unfit, Unlikely,
        import::{Faulty, Field, LayoutFault, Reason},
    },
    sheets::{self, Found},
    tidy::Untidy,
};

pub fn field_in_words(language: Language, field: Field) -> &'static str {
    match (language, field) {
        (Language::Thai, Field::Number) => th!("รหัสพนักงาน"),
        (Language::Thai, Field::Title) => th!("คำนำหน้า"),
        (Language::Thai, Field::Name) => th!("ชื่อ หรือชื่อและนามสกุล"),
        (Language::Thai, Field::Surname) => th!("นามสกุล"),
        (Language::Thai, Field::Unit) => th!("หน่วยงาน"),
        (Language::Thai, Field::Category) => th!("ประเภทบุคลากร"),
        (Language::Thai, Field::Email) => th!("อีเมล"),
        (Language::Thai, Field::Language) => th!("ภาษา"),
        (Language::Thai, Field::Started) => th!("วันเริ่มงาน"),
        (Language::English, Field::Number) => "Employee number",
        (Language::English, Field::Title) => "Title",
        (Language::English, Field::Name) => "Name, or given name",
        (Language::English, Field::Surname) => "Surname",
        (Language::English, Field::Unit) => "Unit",
        (Language::English, Field::Category) => "Category",
        (Language::English, Field::Email) => "E-mail",
        (Language::English, Field::Language) => "Language",
        (Language::English, Field::Started) => "Start date",
    }
}

pub fn layout_fault_in_words(language: Language, fault: LayoutFault) -> String {
    match (language, fault) {
        (Language::Thai, LayoutFault::Missing(field)) => {
            fill(th!("ยังไม่ได้บอกว่าคอลัมน์ไหนคือ “{}”"), &[&field_in_words(language, field)])
        }
        (Language::Thai, LayoutFault::Twice(field)) => {
            fill(th!("มีสองคอลัมน์ที่เลือกเป็น “{}” เลือกได้คอลัมน์เดียว"), &[&field_in_words(language, field)])
        }
        (Language::Thai, LayoutFault::EraMissing) => th!("บอกว่าปีที่เขียนสองหลักเป็น พ.ศ. หรือ ค.ศ.").to_owned(),
        (Language::Thai, LayoutFault::CategoryMissing) => th!("ไฟล์ไม่มีคอลัมน์ประเภทบุคลากร บอกว่าคนใหม่ในไฟล์เป็นประเภทใด").to_owned(),
        (Language::English, LayoutFault::Missing(field)) => fill("Say which column is “{}”", &[&field_in_words(language, field)]),
        (Language::English, LayoutFault::Twice(field)) => {
            fill("Two columns are chosen as “{}”. Choose one", &[&field_in_words(language, field)])
        }
        (Language::English, LayoutFault::EraMissing) => "Say whether years of two digits are B.E. or C.E.".to_owned(),
        (Language::English, LayoutFault::CategoryMissing) => {
            "The file has no column for the category. Say what newcomers in the file are".to_owned()
        }
    }
}

/// Why a file was not understood.
pub fn refused_file_in_words(language: Language, refusal: sheets::Refusal) -> String {
    use sheets::Refusal as R;
    let english = language == Language::English;
    let say = |thai: &str, in_english: &str| if english { in_english.to_owned() } else { thai.to_owned() };
    match refusal {
        R::Empty => say(th!("ไฟล์ว่าง ไม่มีข้อมูลสักแถว เลือกไฟล์ที่มีรายชื่อ"), "The file is empty. Choose the file with the list of staff"),
        R::TooLarge { limit } => {
            let megabytes = limit / (1024 * 1024);
            fill(
                &say(
                    th!("ไฟล์ใหญ่เกิน {} เมกะไบต์ แบ่งเป็นหลายไฟล์ หรือลบแผ่นงานที่ไม่ใช้"),
                    "The file is larger than {} MB. Split it, or remove sheets that are not needed",
                ),
                &[&megabytes],
            )
        }
        R::OldExcel => say(
            th!("ไฟล์ Excel แบบเก่า (.xls) เปิดใน Excel แล้วบันทึกเป็น .xlsx ก่อน"),
            "This is an old Excel file (.xls). Open it in Excel and save it as .xlsx first",
        ),
        R::PasswordProtected => say(
            th!("ไฟล์ใส่รหัสผ่านไว้ เปิดใน Excel เอารหัสผ่านออก แล้วอัปโหลดใหม่"),
            "The file is protected by a password. Remove the password in Excel and upload it again",
        ),
        R::NotATable(found) => {
            let what = found_in_words(language, found);
            fill(&say(th!("ไฟล์นี้เป็น{} ใช้ไฟล์ Excel (.xlsx) หรือ CSV"), "This file is {}. Use Excel (.xlsx) or CSV"), &[&what])
        }
        R::Damaged => say(
            th!("ไฟล์เสียหาย อ่านไม่ได้ เปิดใน Excel แล้วบันทึกใหม่เป็น .xlsx"),
            "The file is damaged. Open it in Excel and save it anew as .xlsx",
        ),
        R::Bomb { .. } => say(
            th!("ไฟล์นี้คลายออกมาแล้วใหญ่ผิดปกติ ระบบจึงไม่เปิด คัดลอกเฉพาะรายชื่อไปไว้ในไฟล์ใหม่"),
            "The file unpacks to far more than a list of staff needs, so it is not opened. Copy the list alone into a new file",
        ),
        R::TooManyRows { limit } => fill(
            &say(th!("มีมากกว่า {} แถว แบ่งเป็นหลายไฟล์"), "There are more than {} rows. Split the file"),
            &[&crate::language::digits::grouped(i64::try_from(limit).unwrap_or(i64::MAX))],
        ),
        R::TooManyColumns { limit } => fill(
            &say(th!("มีมากกว่า {} คอลัมน์ ลบคอลัมน์ที่ไม่ใช้ก่อน"), "There are more than {} columns. Remove those that are not needed"),
            &[&limit],
        ),
        R::CellTooLong { row } => fill(
            &say(
                th!("แถวที่_{} มีช่องที่ยาวผิดปกติ ตรวจเครื่องหมายคำพูดหรือข้อความในแถวนั้น"),
                "Row {} has a cell that is far too long. Look at its quotation marks and its text",
            ),
            &[&row],
        ),
        R::UnclosedQuote { row } => fill(
            &say(
                th!("แถวที่_{} เปิดเครื่องหมายคำพูดแล้วไม่ปิด แก้แล้วอัปโหลดใหม่"),
                "A quotation mark in row {} is never closed. Mend it and upload the file again",
            ),
            &[&row],
        ),
        R::Undecodable => say(
            th!("อ่านตัวอักษรในไฟล์ไม่ได้ บันทึกเป็น “CSV UTF-8” หรือ .xlsx แล้วลองใหม่"),
            "The letters of this file cannot be read. Save it as “CSV UTF-8” or .xlsx and try again",
        ),
    }
}

fn found_in_words(language: Language, found: Found) -> &'static str {
    match (language, found) {
        (Language::Thai, Found::Pdf) => th!("ไฟล์ PDF"),
        (Language::Thai, Found::Picture) => th!("รูปภาพ"),
        (Language::Thai, Found::Document) => th!("เอกสารหรือสไลด์"),
        (Language::Thai, Found::OpenDocument) => th!("ไฟล์ OpenDocument"),
        (Language::Thai, Found::WebPage) => th!("หน้าเว็บ"),
        (Language::Thai, Found::Archive) => th!("ไฟล์บีบอัด"),
        (Language::Thai, Found::Binary) => th!("ไฟล์ที่ไม่ใช่ตาราง"),
        (Language::English, Found::Pdf) => "a PDF",
        (Language::English, Found::Picture) => "a picture",
        (Language::English, Found::Document) => "a document or presentation",
        (Language::English, Found::OpenDocument) => "an OpenDocument file",
        (Language::English, Found::WebPage) => "a web page",
        (Language::English, Found::Archive) => "an archive",
        (Language::English, Found::Binary) => "no table",
    }
}

/// Why a row is refused, with the day as it was read where it could be.
pub fn reason_in_words(language: Language, faulty: &Faulty) -> String {
    let read = faulty.day.as_deref().and_then(|day| day.parse().ok()).map(|day| dates::short(day, language));
    let sentence = match faulty.reason {
        Reason::Unfit(unfit) => unfit_in_words(language, unfit),
        Reason::Unreadable(fault) => unreadable_in_words(language, fault),
        Reason::Unlikely(unlikely) => unlikely_in_words(language, unlikely).to_owned(),
        Reason::NumberTwice { other } => match language {
            Language::Thai => fill(th!("รหัสพนักงานซ้ำกับแถวที่_{}"), &[&other]),
            Language::English => fill("The same employee number as in row {}", &[&other]),
        },
        Reason::EmailTwice { other } => match language {
            Language::Thai => fill(th!("อีเมลซ้ำกับแถวที่_{}"), &[&other]),
            Language::English => fill("The same e-mail address as in row {}", &[&other]),
        },
        plain => match (language, plain) {
            (Language::Thai, Reason::NotAnAddress) => th!("ไม่ใช่อีเมล เว้นว่างได้ถ้าไม่มี"),
            (Language::Thai, Reason::NoSuchLanguage) => th!("เขียน “ไทย” หรือ “อังกฤษ” หรือเว้นว่าง"),
            (Language::Thai, Reason::Formula) => th!("ช่องนี้เป็นสูตรที่ไม่มีค่า เปิดใน Excel แล้วบันทึกใหม่"),
            (Language::Thai, Reason::EmailTaken) => th!("คนอื่นในรายชื่อใช้อีเมลนี้อยู่"),
            (Language::Thai, _) => th!("มีหน่วยงานชื่อนี้หลายแห่ง ใช้ชื่อย่อแทน"),
            (Language::English, Reason::NotAnAddress) => "Not an e-mail address. Leave it empty if there is none",
            (Language::English, Reason::NoSuchLanguage) => "Write “Thai” or “English”, or leave it empty",
            (Language::English, Reason::Formula) => "A formula without a value. Open the file in Excel and save it anew",
            (Language::English, Reason::EmailTaken) => "Somebody else on the roster has this address",
            (Language::English, _) => "Several units are called so. Use the short name",
        }
        .to_owned(),
    };
    match (language, read) {
        (_, None) => sentence,
        (Language::Thai, Some(day)) => fill(th!("อ่านเป็น {} — {}"), &[&day, &sentence]),
        (Language::English, Some(day)) => fill("Read as {} — {}", &[&day, &sentence]),
    }
}

pub fn unfit_in_words(language: Language, unfit: Unfit) -> String {
    match (language, unfit) {
        (Language::Thai, Unfit::Untidy(Untidy::Missing)) => th!("ว่างอยู่ ต้องใส่").to_owned(),
        (Language::Thai, Unfit::Untidy(Untidy::TooLong { most })) => fill(th!("ยาวเกิน {} ตัวอักษร"), &[&most]),
        (Language::Thai, Unfit::Untidy(Untidy::Unprintable)) => th!("มีอักขระที่มองไม่เห็น พิมพ์ใหม่แทนการคัดลอก").to_owned(),
        (Language::Thai, Unfit::NotANumber) => th!("ใช้ได้เฉพาะตัวอักษร ตัวเลข และ - . / _ และขึ้นต้นด้วยตัวอักษรหรือตัวเลข").to_owned(),
        (Language::Thai, Unfit::CitizenId) => th!("ดูเหมือนเลขบัตรประชาชน ซึ่งระบบไม่เก็บ ใช้รหัสของหน่วยงาน").to_owned(),
        (Language::English, Unfit::Untidy(Untidy::Missing)) => "Empty, and needed".to_owned(),
        (Language::English, Unfit::Untidy(Untidy::TooLong { most })) => fill("Longer than {} characters", &[&most]),
        (Language::English, Unfit::Untidy(Untidy::Unprintable)) => {
            "Holds a character that cannot be shown. Type it anew instead of copying it".to_owned()
        }
        (Language::English, Unfit::NotANumber) => "Only letters, digits and - . / _, and a letter or a digit first".to_owned(),
        (Language::English, Unfit::CitizenId) => {
            "Looks like a citizen id, which is never kept. Use the department's own number".to_owned()
        }
    }
}

pub fn unreadable_in_words(language: Language, fault: Unreadable) -> String {
    match (language, fault) {
        (Language::Thai, Unreadable::Empty) => th!("ว่างอยู่").to_owned(),
        (Language::Thai, Unreadable::NoSuchDay { day }) => fill(th!("เดือนนั้นไม่มีวันที่_{}"), &[&day]),
        (Language::Thai, Unreadable::NoSuchMonth { month }) => {
            fill(th!("ไม่มีเดือนที่_{} สลับวันกับเดือนหรือไม่ ต้องเป็นวัน/เดือน/ปี"), &[&month])
        }
        (Language::Thai, Unreadable::UnknownMonth) => th!("ไม่มีเดือนชื่อนี้").to_owned(),
        (Language::Thai, Unreadable::YearOutOfRange { year }) => fill(th!("ปี {} ไม่ใช่ทั้ง พ.ศ. และ ค.ศ. ที่เป็นไปได้"), &[&year]),
        (Language::Thai, Unreadable::NoSuchTime) => th!("ไม่มีเวลานี้").to_owned(),
        (Language::Thai, Unreadable::Contradictory) => th!("วันในสัปดาห์หรือปีขัดกันเอง").to_owned(),
        (Language::Thai, _) => th!("ไม่ใช่วันที่ เขียนแบบ 1 ต.ค. 2560 หรือ 1/10/2560").to_owned(),
        (Language::English, Unreadable::Empty) => "Empty".to_owned(),
        (Language::English, Unreadable::NoSuchDay { day }) => fill("That month has no day {}", &[&day]),
        (Language::English, Unreadable::NoSuchMonth { month }) => {
            fill("There is no month {}. Are day and month swapped? It must be day/month/year", &[&month])
        }
        (Language::English, Unreadable::UnknownMonth) => "No month has that name".to_owned(),
        (Language::English, Unreadable::YearOutOfRange { year }) => fill("{} is no likely year, neither B.E. nor C.E.", &[&year]),
        (Language::English, Unreadable::NoSuchTime) => "No clock shows that time".to_owned(),
        (Language::English, Unreadable::Contradictory) => "The weekday or the years contradict each other".to_owned(),
        (Language::English, _) => "Not a date. Write it like 1 Oct 2017 or 1/10/2560".to_owned(),
    }
}

pub fn unlikely_in_words(language: Language, unlikely: Unlikely) -> &'static str {
    match (language, unlikely) {
        (Language::Thai, Unlikely::StartsInFuture) => th!("วันเริ่มงานอยู่ในอนาคต ตรวจปี หรือเพิ่มเมื่อถึงวันแรก"),
        (Language::Thai, Unlikely::ServesTooLong) => th!("อายุงานจะเกิน 60 ปี ตรวจปี"),
        (Language::Thai, Unlikely::DepartsInFuture) => th!("วันที่พ้นอยู่ในอนาคต บันทึกเมื่อถึงวันนั้น หรือตรวจปี"),
        (Language::Thai, Unlikely::DepartsBeforeStart) => th!("วันที่พ้นอยู่ก่อนวันเริ่มงาน ตรวจวันที่"),
        (Language::English, Unlikely::StartsInFuture) => {
            "The start date lies in the future. Check the year, or add them on their first day"
        }
        (Language::English, Unlikely::ServesTooLong) => "That would be more than 60 years of service. Check the year",
        (Language::English, Unlikely::DepartsInFuture) => {
            "The departure lies in the future. Note it on that day or later, or check the year"
        }
        (Language::English, Unlikely::DepartsBeforeStart) => "The departure is before the start date. Check the dates",
    }
}

/// Why a deed about people or units was not done; nothing of faults of the database.
pub fn refusal_in_words(language: Language, refusal: &Refusal) -> String {
    let sentence = match (language, refusal) {
        (Language::Thai, Refusal::NumberTaken) => th!("มีคนใช้รหัสพนักงานนี้แล้ว"),
        (Language::Thai, Refusal::EmailTaken) => th!("มีคนใช้อีเมลนี้แล้ว"),
        (Language::Thai, Refusal::ShortNameTaken) => th!("มีหน่วยงานใช้ชื่อย่อนี้แล้ว"),
        (Language::Thai, Refusal::NoSuchUnit) => th!("ไม่มีหน่วยงานนี้แล้ว เลือกใหม่"),
        (Language::Thai, Refusal::NoSuchPerson) => th!("ไม่มีใครใช้รหัสพนักงานนี้"),
        (Language::Thai, Refusal::Departed { .. }) => th!("บันทึกการพ้นจากหน่วยงานไว้แล้ว"),
        (Language::Thai, Refusal::UnitBelowItself) => th!("หน่วยงานขึ้นกับตัวเองหรือกับหน่วยงานข้างใต้ไม่ได้"),
        (Language::Thai, Refusal::UnitInUse) => th!("ลบไม่ได้ ยังมีคน หน่วยงานย่อย หรือบัญชีผู้มีสิทธิอยู่กับหน่วยงานนี้"),
        (Language::Thai, Refusal::SamePerson) => th!("เป็นคนเดียวกันอยู่แล้ว ใส่รหัสของอีกรายการ"),
        (Language::Thai, Refusal::BothOnRoll) => {
            th!("ทั้งสองรายการอยู่ในบัญชีผู้มีสิทธิของแบบสำรวจเดียวกัน รวมได้หลังปิดรับแบบ")
        }
        (_, Refusal::Day(unlikely)) => unlikely_in_words(language, *unlikely),
        (Language::English, Refusal::NumberTaken) => "Somebody has this employee number already",
        (Language::English, Refusal::EmailTaken) => "Somebody has this e-mail address already",
        (Language::English, Refusal::ShortNameTaken) => "A unit has this short name already",
        (Language::English, Refusal::NoSuchUnit) => "There is no such unit any more. Choose again",
        (Language::English, Refusal::NoSuchPerson) => "Nobody has this employee number",
        (Language::English, Refusal::Departed { .. }) => "Their departure is noted already",
        (Language::English, Refusal::UnitBelowItself) => "A unit cannot belong to itself or to a unit below it",
        (Language::English, Refusal::UnitInUse) => "It cannot be removed: people, units or a roll stand on it",
        (Language::English, Refusal::SamePerson) => "Both are one entry. Enter the number of the other one",
        (Language::English, Refusal::BothOnRoll) => {
            "Both stand on the roll of one survey. They can be merged after it has closed"
        }
        (_, Refusal::Database(_)) => "",
    };
    sentence.to_owned()
}
