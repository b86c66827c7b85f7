//! A file to start from: the headings we know, and three rows as examples.

use crate::sheets;

const HEADINGS: [&str; 9] = ["รหัสพนักงาน", "คำนำหน้า", "ชื่อ", "นามสกุล", "หน่วยงาน", "ประเภทบุคลากร", "วันที่เริ่มงาน", "อีเมล", "ภาษา"];

const ROWS: [[&str; 9]; 3] = [
    ["1001", "นางสาว", "สมศรี", "ใจงาม", "สำนักงานเลขานุการกรม", "ข้าราชการ", "1 ต.ค. 2560", "somsri@example.go.th", "ไทย"],
    ["1002", "นาย", "สมชาย", "รักงาน", "กองคลัง", "พนักงานราชการ", "16/1/2566", "somchai@example.go.th", "อังกฤษ"],
    ["1003", "นาง", "มาลี", "ตั้งใจ", "กองคลัง", "ลูกจ้างประจำ", "๑ มี.ค. ๒๕๖๘", "", ""],
];

/// The sample as a workbook.
pub fn sample() -> Result<Vec<u8>, sheets::Unwritable> {
    let rows = std::iter::once(&HEADINGS).chain(&ROWS).map(|row| row.map(str::to_owned).to_vec()).collect();
    sheets::xlsx(&[("บุคลากร", rows)])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{super::*, *};

    #[test]
    fn the_sample_is_understood_without_a_question() {
        let table = understand(&sample().unwrap()).unwrap();
        let layout = guess(&table);
        assert_eq!(layout.faults(&table), []);
        let rows: Vec<_> = table.rows.iter().filter(|row| row.number > layout.headings).collect();
        let people: Vec<_> = rows.iter().map(|row| read_row(row, &layout, date(2026, 11, 21)).unwrap()).collect();
        assert_eq!(people.len(), 3);
        assert_eq!(people[0].name.as_str(), "นางสาวสมศรี ใจงาม");
        assert_eq!(people[1].started, Some(date(2023, 1, 16)));
        assert_eq!(people[2].started, Some(date(2025, 3, 1)));
        assert_eq!(people[2].email, Known::NotSaid);
    }
}
