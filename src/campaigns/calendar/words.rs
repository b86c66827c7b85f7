//! The sentences about holidays.

use crate::language::{Language, buddhist, fill, th};

pub struct Words {
    pub holidays: &'static str,
    pub lead: &'static str,
    pub check_each_year: &'static str,
    pub empty: &'static str,
    pub added: &'static str,
    pub removed: &'static str,
    /// Of a year of the common era.
    pub year: fn(i16) -> String,
    pub day: &'static str,
    pub day_hint: &'static str,
    pub day_missing: &'static str,
    pub day_taken: &'static str,
    pub name_thai: &'static str,
    pub name_english: &'static str,
    pub name_wrong: &'static str,
    pub add: &'static str,
    pub remove: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

static THAI: Words = Words {
    holidays: th!("วันหยุดราชการ"),
    lead: th!("ใช้นับวันทำการ และใช้เลื่อนคำเตือนที่ตั้งให้ส่งเฉพาะวันทำการ วันเสาร์และวันอาทิตย์เป็นวันหยุดเสมอ ไม่ต้องใส่"),
    check_each_year: th!("ตรวจรายการนี้ทุกปี คณะรัฐมนตรีอาจประกาศวันหยุดเพิ่ม และวันหยุดตามจันทรคติเลื่อนไปทุกปี วันหยุดที่ไม่อยู่ในรายการนับเป็นวันทำการ"),
    empty: th!("ยังไม่มีวันหยุดในรายการ"),
    added: th!("เพิ่มวันหยุดแล้ว"),
    removed: th!("ลบวันหยุดแล้ว"),
    year: |year| fill(th!("พ.ศ._{}"), &[&buddhist(year)]),
    day: th!("วันที่"),
    day_hint: th!("เช่น 13 4 2570 หรือวางทั้งวันในช่องแรก เช่น 13 เม.ย. 2570 หรือ 2027-04-13"),
    day_missing: th!("ใส่วันที่"),
    day_taken: th!("วันนี้อยู่ในรายการแล้ว"),
    name_thai: th!("ชื่อวันหยุด (ไทย)"),
    name_english: th!("ชื่อวันหยุด (อังกฤษ)"),
    name_wrong: th!("ใส่ชื่อวันหยุด ไม่เกิน 200 ตัวอักษร"),
    add: th!("เพิ่มวันหยุด"),
    remove: th!("ลบ"),
};

static ENGLISH: Words = Words {
    holidays: "Public holidays",
    lead: "Working days are counted by this list, and reminders that go out on working days only keep to it. Saturday and Sunday are always free and need not be entered.",
    check_each_year: "Check this list every year: the cabinet may add days, and the days that follow the moon move. A day that is not on the list counts as a working day.",
    empty: "There is no holiday on the list yet",
    added: "The holiday is added",
    removed: "The holiday is removed",
    year: |year| fill("{} (B.E. {})", &[&year, &buddhist(year)]),
    day: "Day",
    day_hint: "For example 13 4 2570; or the whole day in the first field, such as 13 Apr 2027 or 2027-04-13",
    day_missing: "Enter the day",
    day_taken: "This day is on the list already",
    name_thai: "Name (Thai)",
    name_english: "Name (English)",
    name_wrong: "Enter the name, of at most 200 characters",
    add: "Add a holiday",
    remove: "Remove",
};
