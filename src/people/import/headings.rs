//! Headings by which columns are recognised, as Thai and English files write them.
//!
//! Data, to be added to. A heading is compared without spaces, dots and brackets, and in small
//! letters; the longest beginning that fits decides.

use super::Field;

/// The heading is one of these, once it is folded.
const EXACT: &[(Field, &[&str])] = &[
    (
        Field::Number,
        &[
            "รหัส",
            "รหัสพนักงาน",
            "รหัสบุคลากร",
            "รหัสเจ้าหน้าที่",
            "รหัสประจำตัว",
            "เลขประจำตัว",
            "เลขประจำตัวพนักงาน",
            "เลขประจำตัวเจ้าหน้าที่",
            "เลขที่ตำแหน่ง",
            "ตำแหน่งเลขที่",
            "employeenumber",
            "employeeno",
            "employeeid",
            "employeecode",
            "empno",
            "empid",
            "empcode",
            "staffid",
            "staffno",
            "staffnumber",
            "staffcode",
            "number",
            "id",
            "code",
        ],
    ),
    (Field::Title, &["คำนำหน้า", "คำนำหน้าชื่อ", "คำนำหน้านาม", "ยศ", "title", "prefix"]),
    (
        Field::Name,
        &[
            "ชื่อ",
            "ชื่อตัว",
            "ชื่อสกุล",
            "ชื่อ-สกุล",
            "ชื่อ–สกุล",
            "ชื่อนามสกุล",
            "ชื่อ-นามสกุล",
            "ชื่อ–นามสกุล",
            "ชื่อและนามสกุล",
            "ชื่อและสกุล",
            "ชื่อเต็ม",
            "ชื่อพนักงาน",
            "ชื่อบุคลากร",
            "ชื่อเจ้าหน้าที่",
            "รายชื่อ",
            "name",
            "fullname",
            "firstname",
            "givenname",
            "employeename",
            "staffname",
        ],
    ),
    (Field::Surname, &["สกุล", "นามสกุล", "ชื่อสกุลเดิม", "surname", "lastname", "familyname"]),
    (
        Field::Unit,
        &[
            "หน่วยงาน",
            "หน่วยงานย่อย",
            "หน่วย",
            "สังกัด",
            "กอง",
            "สำนัก",
            "สำนัก/กอง",
            "กอง/สำนัก",
            "กลุ่ม",
            "กลุ่มงาน",
            "ฝ่าย",
            "ฝ่าย/กลุ่ม",
            "ฝ่าย/กลุ่มงาน",
            "แผนก",
            "ส่วนงาน",
            "ส่วน",
            "สำนักงาน",
            "unit",
            "department",
            "dept",
            "division",
            "section",
            "office",
            "organization",
            "organisation",
        ],
    ),
    (
        Field::Category,
        &[
            "ประเภท",
            "ประเภทบุคลากร",
            "ประเภทพนักงาน",
            "ประเภทการจ้าง",
            "ประเภทเจ้าหน้าที่",
            "ประเภทตำแหน่ง",
            "สถานะการจ้าง",
            "category",
            "type",
            "employmenttype",
            "stafftype",
            "staffcategory",
        ],
    ),
    (
        Field::Email,
        &[
            "อีเมล",
            "อีเมล์",
            "อีเมลล์",
            "ไปรษณีย์อิเล็กทรอนิกส์",
            "จดหมายอิเล็กทรอนิกส์",
            "email",
            "e-mail",
            "mail",
            "emailaddress",
            "e-mailaddress",
        ],
    ),
    (Field::Language, &["ภาษา", "ภาษาของจดหมาย", "language", "lang"]),
    (
        Field::Started,
        &[
            "วันเริ่มงาน",
            "วันที่เริ่มงาน",
            "วันเริ่มปฏิบัติงาน",
            "วันที่เริ่มปฏิบัติงาน",
            "วันที่เริ่มปฏิบัติราชการ",
            "วันเริ่มปฏิบัติราชการ",
            "วันบรรจุ",
            "วันที่บรรจุ",
            "วันเดือนปีที่บรรจุ",
            "วันเข้ารับราชการ",
            "วันที่เข้ารับราชการ",
            "วันเข้าทำงาน",
            "วันที่เข้าทำงาน",
            "วันเริ่มจ้าง",
            "วันที่เริ่มจ้าง",
            "วันเริ่มสัญญา",
            "วันที่เริ่มสัญญา",
            "วันเดือนปีที่เริ่มงาน",
            "เริ่มงาน",
            "เริ่มปฏิบัติงาน",
            "startdate",
            "started",
            "start",
            "hiredate",
            "hired",
            "datehired",
            "datestarted",
            "joindate",
            "joined",
            "dateofemployment",
        ],
    ),
];

/// Beginnings of longer headings: "วันที่เริ่มงาน (พ.ศ.)", "ชื่อหน่วยงานที่สังกัด".
const BEGINNINGS: &[(Field, &[&str])] = &[
    (
        Field::Number,
        &[
            "รหัสพนักงาน",
            "รหัสบุคลากร",
            "รหัสเจ้าหน้าที่",
            "เลขประจำตัวพนักงาน",
            "เลขประจำตัวเจ้าหน้าที่",
            "employeen",
            "employeei",
            "staffn",
            "staffi",
        ],
    ),
    (Field::Unit, &["หน่วยงาน", "ชื่อหน่วยงาน", "สังกัด"]),
    (Field::Name, &["ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อสกุล", "ชื่อนามสกุล", "fullname"]),
    (Field::Category, &["ประเภท"]),
    (Field::Email, &["อีเมล", "email", "e-mail"]),
    (Field::Started, &["วันเริ่ม", "วันที่เริ่ม", "วันบรรจุ", "วันที่บรรจุ", "startdate", "hiredate"]),
];

/// Never one of ours, whatever it begins like: what the register must not hold, or is of no use.
const NEVER: &[&str] =
    &["เลขประจำตัวประชาชน", "รหัสประชาชน", "รหัสบัตรประชาชน", "เลขบัตรประชาชน", "citizenid", "nationalid", "idcard"];

/// What a column with this heading is; `None` if we have not heard of it.
pub fn recognise(heading: &str) -> Option<Field> {
    let heading = folded(heading);
    if NEVER.iter().any(|never| heading.starts_with(never)) {
        return None;
    }
    let exact = EXACT.iter().find(|(_, names)| names.contains(&heading.as_str()));
    exact.map(|(field, _)| *field).or_else(|| {
        let fitting = BEGINNINGS.iter().flat_map(|(field, names)| names.iter().map(move |name| (*field, *name)));
        let longest = fitting.filter(|(_, name)| heading.starts_with(name)).max_by_key(|(_, name)| name.len());
        longest.map(|(field, _)| field)
    })
}

fn folded(heading: &str) -> String {
    let letters = heading
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '.' | ':' | '*' | '_' | '\u{200B}' | '\u{FEFF}'));
    let folded: String = letters.collect::<String>().to_lowercase();
    match folded.split_once('(') {
        Some((before, _)) if !before.is_empty() => before.to_owned(),
        _ => folded,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_thai_and_english_files_are_recognised() {
        for (heading, field) in [
            ("รหัสพนักงาน", Field::Number),
            ("เลขประจำตัว เจ้าหน้าที่", Field::Number),
            ("Employee No.", Field::Number),
            ("คำนำหน้า", Field::Title),
            ("ชื่อ - สกุล", Field::Name),
            ("ชื่อ", Field::Name),
            ("นามสกุล", Field::Surname),
            ("Last Name", Field::Surname),
            ("สังกัด (กอง/สำนัก)", Field::Unit),
            ("ประเภทบุคลากร", Field::Category),
            ("E-mail", Field::Email),
            ("อีเมล์ราชการ", Field::Email),
            ("วันที่เริ่มงาน (วัน/เดือน/ปี พ.ศ.)", Field::Started),
            ("START_DATE", Field::Started),
            ("ภาษา", Field::Language),
        ] {
            assert_eq!(recognise(heading), Some(field), "{heading}");
        }
    }

    #[test]
    fn a_citizen_id_and_what_we_have_not_heard_of_are_no_columns_of_ours() {
        for heading in ["เลขประจำตัวประชาชน", "Citizen ID", "รหัสบัตรประชาชน", "เงินเดือน", "ลำดับ", "", "(1)"]
        {
            assert_eq!(recognise(heading), None, "{heading}");
        }
    }
}
