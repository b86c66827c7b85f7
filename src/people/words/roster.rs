//! The list of people, duplicates, and the file to download.

use jiff::civil::Date;

use crate::language::{FiscalYear, Language, dates, digits::grouped, fill, th};

pub struct Words {
    pub roster: &'static str,
    pub roster_lead: &'static str,
    pub import: &'static str,
    pub add: &'static str,
    pub download: &'static str,
    pub download_these: fn(i64) -> String,
    pub file_name: &'static str,
    pub empty: &'static str,
    pub sample: &'static str,
    pub nothing_found: &'static str,
    pub clear: &'static str,
    pub search: &'static str,
    pub find: &'static str,
    pub filters: &'static str,
    pub show: &'static str,
    pub all: &'static str,
    pub unit_and_below: &'static str,
    pub email_yes: &'static str,
    pub email_no: &'static str,
    pub who: &'static str,
    pub present: &'static str,
    pub departed: &'static str,
    pub order: &'static str,
    pub by_name: &'static str,
    pub by_number: &'static str,
    pub by_start: &'static str,
    pub totals: &'static str,
    pub may_answer: &'static str,
    pub without_email: &'static str,
    pub gets_slip: &'static str,
    pub started_before: fn(Date) -> String,
    pub found: fn(i64) -> String,
    pub name: &'static str,
    pub number: &'static str,
    pub unit: &'static str,
    pub category: &'static str,
    pub email: &'static str,
    pub language: &'static str,
    pub started: &'static str,
    pub service: &'static str,
    pub eligible: &'static str,
    pub not_yet: &'static str,
    pub enough_from: fn(Date) -> String,
    pub start_unknown: &'static str,
    pub departed_on: fn(Date) -> String,
    pub departure: &'static str,
    pub no_email: &'static str,
    pub thai: &'static str,
    pub english: &'static str,
    pub twins: &'static str,
    pub twins_lead: &'static str,
    pub no_twins: &'static str,
    pub twins_cut: fn(usize) -> String,
    pub keep_this: fn(&str) -> String,
    pub added: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

/// "สิทธิตอบ ปีงบประมาณ 2570".
pub fn standing_in_words(language: Language, year: FiscalYear) -> String {
    match language {
        Language::Thai => format!("{} {}", words(language).may_answer, year.name(language)),
        Language::English => format!("May answer in {}", year.name(language).to_lowercase()),
    }
}

/// "9 ปี 1 เดือน".
pub fn service_in_words(language: Language, (years, months): (i32, i32)) -> String {
    let count = |count: i32, one: &str, more: &str| format!("{count}\u{A0}{}", if count == 1 { one } else { more });
    let (year, month) = match language {
        Language::Thai => (count(years, th!("ปี"), th!("ปี")), count(months, th!("เดือน"), th!("เดือน"))),
        Language::English => (count(years, "year", "years"), count(months, "month", "months")),
    };
    match (years, months, language) {
        (0, 0, Language::Thai) => th!("ไม่ถึง 1_เดือน").to_owned(),
        (0, 0, Language::English) => "under 1\u{A0}month".to_owned(),
        (0, ..) => month,
        (_, 0, _) => year,
        _ => format!("{year} {month}"),
    }
}

static THAI: Words = Words {
    roster: th!("รายชื่อบุคลากร"),
    roster_lead: th!("ผู้ที่ปฏิบัติงานในหน่วยงาน ใช้กำหนดว่าใครมีสิทธิตอบแบบสำรวจ ไม่มีคำตอบของใครอยู่ในนี้"),
    import: th!("นำเข้ารายชื่อ"),
    add: th!("เพิ่มทีละคน"),
    download: th!("ดาวน์โหลดรายชื่อ (CSV)"),
    download_these: |count| fill(th!("ดาวน์โหลด {}_คนที่พบ (CSV)"), &[&grouped(count)]),
    file_name: "roster",
    empty: th!("ยังไม่มีรายชื่อบุคลากร นำเข้าจากไฟล์ Excel หรือ CSV ได้ทั้งหน่วยงาน หรือเพิ่มทีละคน"),
    sample: th!("ดาวน์โหลดไฟล์ตัวอย่าง"),
    nothing_found: th!("ไม่พบใครตามที่ค้นหาหรือกรองไว้"),
    clear: th!("ล้างการค้นหาและตัวกรอง"),
    search: th!("ค้นหาชื่อ รหัสพนักงาน หรืออีเมล"),
    find: th!("ค้นหา"),
    filters: th!("ตัวกรองและการเรียงลำดับ"),
    show: th!("แสดงตามที่เลือก"),
    all: th!("ทั้งหมด"),
    unit_and_below: th!("หน่วยงาน รวมหน่วยงานย่อย"),
    email_yes: th!("มีอีเมล"),
    email_no: th!("ไม่มีอีเมล"),
    who: th!("สถานะ"),
    present: th!("ปฏิบัติงานอยู่"),
    departed: th!("พ้นจากหน่วยงานแล้ว"),
    order: th!("เรียงตาม"),
    by_name: th!("ชื่อ"),
    by_number: th!("รหัสพนักงาน"),
    by_start: th!("วันเริ่มงาน อยู่นานก่อน"),
    totals: th!("ยอดรวมของรายชื่อ"),
    may_answer: th!("สิทธิตอบ"),
    without_email: th!("ไม่มีอีเมล"),
    gets_slip: th!("ใช้สลิปกระดาษ"),
    started_before: |day| fill(th!("เริ่มงานก่อน {}"), &[&dates::short(day, Language::Thai)]),
    found: |count| fill(th!("พบ {}_คน"), &[&grouped(count)]),
    name: th!("ชื่อ-สกุล"),
    number: th!("รหัสพนักงาน"),
    unit: th!("หน่วยงาน"),
    category: th!("ประเภทบุคลากร"),
    email: th!("อีเมล"),
    language: th!("ภาษา"),
    started: th!("วันเริ่มงาน"),
    service: th!("อายุงาน"),
    eligible: th!("มีสิทธิ"),
    not_yet: th!("ยังไม่ถึงเกณฑ์"),
    enough_from: |day| fill(th!("อายุงานครบ {}"), &[&dates::short(day, Language::Thai)]),
    start_unknown: th!("ไม่ทราบวันเริ่มงาน"),
    departed_on: |day| fill(th!("พ้นเมื่อ {}"), &[&dates::short(day, Language::Thai)]),
    departure: th!("วันที่พ้นจากหน่วยงาน"),
    no_email: th!("ไม่มี (ใช้สลิป)"),
    thai: "ไทย",
    english: "อังกฤษ",
    twins: th!("ชื่อที่อาจซ้ำ"),
    twins_lead: th!("ผู้ที่ปฏิบัติงานอยู่และชื่อ-สกุลตรงกันทุกตัวอักษร อาจเป็นคนเดียวที่บันทึกไว้สองครั้ง หรือเป็นคนละคนที่ชื่อเหมือนกัน ตรวจให้แน่ใจก่อนรวม"),
    no_twins: th!("ไม่มีใครที่ชื่อ-สกุลตรงกัน"),
    twins_cut: |count| fill(th!("แสดง {}_ชื่อแรก รวมหรือแก้ชื่อเหล่านี้แล้วชื่อที่เหลือจะแสดง"), &[&count]),
    keep_this: |number| fill(th!("เก็บรายการนี้ รวม {} เข้ามา"), &[&number]),
    added: th!("เพิ่มในรายชื่อแล้ว"),
};

static ENGLISH: Words = Words {
    roster: "Staff",
    roster_lead: "Everyone who works in the department. Decides who may answer a survey; nobody's answers are here.",
    import: "Import a list",
    add: "Add one person",
    download: "Download the list (CSV)",
    download_these: |count| fill("Download the {} found (CSV)", &[&grouped(count)]),
    file_name: "roster",
    empty: "Nobody is on the list yet. Import everyone from an Excel or CSV file, or add people one by one.",
    sample: "Download a sample file",
    nothing_found: "Nobody fits this search and these filters.",
    clear: "Clear search and filters",
    search: "Search name, employee number or e-mail",
    find: "Search",
    filters: "Filters and order",
    show: "Show",
    all: "All",
    unit_and_below: "Unit, with units below it",
    email_yes: "Has e-mail",
    email_no: "No e-mail",
    who: "Status",
    present: "Works here",
    departed: "Has left",
    order: "Order by",
    by_name: "Name",
    by_number: "Employee number",
    by_start: "Start date, longest service first",
    totals: "Totals of the list",
    may_answer: "May answer",
    without_email: "No e-mail",
    gets_slip: "Get a paper slip",
    started_before: |day| fill("Started before {}", &[&dates::short_with_era(day, Language::English)]),
    found: |count| fill("{} found", &[&grouped(count)]),
    name: "Name",
    number: "Employee number",
    unit: "Unit",
    category: "Category",
    email: "E-mail",
    language: "Language",
    started: "Start date",
    service: "Service",
    eligible: "May answer",
    not_yet: "Not yet",
    enough_from: |day| fill("Enough from {}", &[&dates::short(day, Language::English)]),
    start_unknown: "Start date unknown",
    departed_on: |day| fill("Left {}", &[&dates::short_with_era(day, Language::English)]),
    departure: "Departure",
    no_email: "None (gets a slip)",
    thai: "Thai",
    english: "English",
    twins: "Possible duplicates",
    twins_lead: "People who work here and have the same name, letter by letter. They may be one person entered twice, or two people of one name. Make sure before you merge.",
    no_twins: "No two people have the same name.",
    twins_cut: |count| fill("The first {} names are shown. Merge or correct these, and the others will appear.", &[&count]),
    keep_this: |number| fill("Keep this, merge {} into it", &[&number]),
    added: "Added to the list",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::plain;

    #[test]
    fn service_is_said_in_years_and_months_without_noughts() {
        let said = |language, years, months| plain(&service_in_words(language, (years, months)));
        assert_eq!(said(Language::Thai, 9, 1), "9 ปี 1 เดือน");
        assert_eq!(said(Language::Thai, 1, 0), "1 ปี");
        assert_eq!(said(Language::Thai, 0, 0), "ไม่ถึง 1 เดือน");
        assert_eq!(said(Language::English, 1, 11), "1 year 11 months");
        assert_eq!(said(Language::English, 0, 1), "1 month");
    }
}
