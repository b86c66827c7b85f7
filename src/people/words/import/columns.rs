//! The second step: what each column is.

use crate::{
    language::{Era, Language, buddhist, dates, fill, th},
    sheets::{Encoding, Kind},
};
use jiff::civil::Date;

pub struct Words {
    pub read_as: &'static str,
    pub file: &'static str,
    pub kind: &'static str,
    pub encoding: &'static str,
    pub sheet: &'static str,
    pub rows: &'static str,
    pub rows_below: fn(&str, u32) -> String,
    pub lead: &'static str,
    pub other_sheets: fn(&str, &str) -> String,
    pub headings: &'static str,
    pub headings_hint: &'static str,
    pub headings_wrong: &'static str,
    pub columns: &'static str,
    pub column: fn(&str, &str) -> String,
    pub no_heading: &'static str,
    pub nothing_in_it: &'static str,
    pub not_used: &'static str,
    pub category: &'static str,
    pub category_hint: &'static str,
    pub category_wrong: &'static str,
    pub era: fn(&str) -> String,
    pub era_unknown: fn(Era) -> &'static str,
    pub preview: &'static str,
    pub row: &'static str,
    pub name: &'static str,
    pub unit: &'static str,
    pub started: &'static str,
    pub no_start: &'static str,
    pub waits_for_era: &'static str,
    pub waits_for_columns: &'static str,
    pub go_on: &'static str,
    pub drop: &'static str,
}

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Thai => &THAI,
        Language::English => &ENGLISH,
    }
}

pub fn kind_in_words(language: Language, kind: Kind) -> &'static str {
    match (language, kind) {
        (_, Kind::Xlsx) => "Excel (.xlsx)",
        (Language::Thai, Kind::Csv { delimiter: ';', .. }) => th!("CSV คั่นด้วยอัฒภาค (;)"),
        (Language::Thai, Kind::Csv { delimiter: '\t', .. }) => th!("CSV คั่นด้วยแท็บ"),
        (Language::Thai, Kind::Csv { delimiter: '|', .. }) => th!("CSV คั่นด้วยขีดตั้ง (|)"),
        (Language::Thai, Kind::Csv { .. }) => th!("CSV คั่นด้วยจุลภาค (,)"),
        (Language::English, Kind::Csv { delimiter: ';', .. }) => "CSV with semicolons",
        (Language::English, Kind::Csv { delimiter: '\t', .. }) => "CSV with tabs",
        (Language::English, Kind::Csv { delimiter: '|', .. }) => "CSV with bars",
        (Language::English, Kind::Csv { .. }) => "CSV with commas",
    }
}

pub fn encoding_in_words(language: Language, encoding: Encoding) -> &'static str {
    match (language, encoding) {
        (_, Encoding::Utf8) => "UTF-8",
        (_, Encoding::Utf16) => "UTF-16",
        (Language::Thai, Encoding::Windows874) => th!("Windows-874 (ภาษาไทยของ Excel)"),
        (Language::English, Encoding::Windows874) => "Windows-874 (Thai Excel)",
    }
}

/// A day with everything that tells its era: "1 ต.ค. 2510 (ค.ศ. 1967)".
pub fn day_in_era(language: Language, era: Era, day: Date) -> String {
    match (language, era) {
        (Language::Thai, Era::Buddhist) => dates::short(day, language),
        (Language::Thai, Era::Common) => fill(th!("{} (ค.ศ._{})"), &[&dates::short(day, language), &day.year()]),
        // May break before the bracket: it stands beside a radio button on a phone.
        (Language::English, _) => fill("{} (B.E.\u{A0}{})", &[&dates::short(day, language), &buddhist(day.year())]),
    }
}

static THAI: Words = Words {
    read_as: th!("อ่านไฟล์ได้ดังนี้"),
    file: th!("ไฟล์"),
    kind: th!("ชนิด"),
    encoding: th!("รหัสอักขระ"),
    sheet: th!("แผ่นงาน"),
    rows: th!("ข้อมูล"),
    rows_below: |rows, headings| fill(th!("{} หัวตารางอยู่แถวที่_{}"), &[&rows, &headings]),
    lead: th!("ระบบเดาจากหัวตารางไว้ให้แล้ว โปรดตรวจว่าแต่ละคอลัมน์คืออะไร คอลัมน์ที่เลือก “ไม่ใช้” จะไม่ถูกเก็บ"),
    other_sheets: |read, others| {
        fill(
            th!("อ่านเฉพาะแผ่นงาน “{}” แผ่นงานอื่นที่มีรายชื่อยังไม่ได้อ่าน: {} รวมไว้ในแผ่นเดียวก่อน ไม่เช่นนั้นคนในแผ่นอื่นจะนับเป็นไม่อยู่ในไฟล์"),
            &[&read, &others],
        )
    },
    headings: th!("หัวตารางอยู่แถวที่"),
    headings_hint: th!("ถ้าไม่ใช่แถวนี้ พิมพ์เลขแถวแล้วกดปุ่มด้านล่าง ใส่ 0 ถ้าไฟล์ไม่มีหัวตาราง"),
    headings_wrong: th!("ใส่เลขแถวเป็นตัวเลข ใส่ 0 ถ้าไม่มีหัวตาราง"),
    columns: th!("คอลัมน์ในไฟล์"),
    column: |letter, heading| fill(th!("คอลัมน์ {}: {}"), &[&letter, &heading]),
    no_heading: th!("ไม่มีหัวตาราง"),
    nothing_in_it: th!("ไม่มีข้อมูล"),
    not_used: th!("ไม่ใช้"),
    category: th!("ประเภทบุคลากรของคนใหม่ในไฟล์"),
    category_hint: th!("ไฟล์ไม่มีคอลัมน์นี้ จึงใช้คำเดียวกันกับทุกคนที่เพิ่มใหม่ เช่น ข้าราชการ คนที่มีในรายชื่ออยู่แล้วไม่เปลี่ยน"),
    category_wrong: th!("ใส่ประเภทบุคลากรไม่เกิน 100 ตัวอักษร"),
    era: |cell| fill(th!("ปีในไฟล์มีสองหลัก เซลล์แรกคือ “{}” หมายถึงวันใด"), &[&cell]),
    era_unknown: |era| match era {
        Era::Buddhist => th!("เป็นปี พ.ศ."),
        Era::Common => th!("เป็นปี ค.ศ."),
    },
    preview: th!("สามแถวแรก ตามที่ระบบเข้าใจ"),
    row: th!("แถว"),
    name: th!("ชื่อ"),
    unit: th!("หน่วยงาน"),
    started: th!("วันเริ่มงาน"),
    no_start: th!("ไม่ได้ใส่"),
    waits_for_era: th!("รอคำตอบเรื่องปี"),
    waits_for_columns: th!("เลือกคอลัมน์ที่ต้องมีให้ครบก่อน ระบบจึงจะอ่านแถวเป็นคนได้"),
    go_on: th!("ตรวจข้อมูล"),
    drop: th!("ยกเลิกและลบไฟล์"),
};

static ENGLISH: Words = Words {
    read_as: "How the file was read",
    file: "File",
    kind: "Type",
    encoding: "Encoding",
    sheet: "Sheet",
    rows: "Data",
    rows_below: |rows, headings| fill("{}, headings in row {}", &[&rows, &headings]),
    lead: "The headings suggest what each column is. Please check it. A column that is “Not used” is not kept.",
    other_sheets: |read, others| {
        fill(
            "Only the sheet “{}” is read. Other sheets with lists are not: {}. Put them into one sheet first, or the people on them count as missing from the file",
            &[&read, &others],
        )
    },
    headings: "The headings are in row",
    headings_hint: "If they are not, type the row and press the button below; 0 if the file has no headings",
    headings_wrong: "Enter the number of a row, or 0 if there are no headings",
    columns: "Columns of the file",
    column: |letter, heading| fill("Column {}: {}", &[&letter, &heading]),
    no_heading: "no heading",
    nothing_in_it: "Nothing in it",
    not_used: "Not used",
    category: "Category of newcomers in the file",
    category_hint: "The file has no such column, so one word stands for everyone who is new. Who is on the roster already keeps theirs",
    category_wrong: "Enter a category of at most 100 characters",
    era: |cell| fill("Years in the file have two digits. The first cell is “{}”. Which day does it mean?", &[&cell]),
    era_unknown: |era| match era {
        Era::Buddhist => "Years are B.E.",
        Era::Common => "Years are C.E.",
    },
    preview: "The first three rows, as understood",
    row: "Row",
    name: "Name",
    unit: "Unit",
    started: "Start date",
    no_start: "Not given",
    waits_for_era: "Waits for the answer about years",
    waits_for_columns: "Choose every column that is needed; then rows can be read as people",
    go_on: "Check the data",
    drop: "Cancel and delete the file",
};
