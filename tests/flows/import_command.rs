//! Taking a file of staff into the roster from the command line.

use crate::people::Department;

const HEADINGS: &str = "รหัสพนักงาน,ชื่อ-สกุล,หน่วยงาน,ประเภทบุคลากร,อีเมล,วันที่เริ่มงาน";

fn csv(rows: &[&str]) -> Vec<u8> {
    format!("\u{FEFF}{HEADINGS}\r\n{}\r\n", rows.join("\r\n")).into_bytes()
}

const SOMSRI: &str = "1001,นางสาวสมศรี ใจงาม,สลก.,ข้าราชการ,somsri@example.go.th,๑ ต.ค. ๒๕๖๐";
const MALI: &str = "1002,นางมาลี ตั้งใจ,กองคลัง,พนักงานราชการ,,16/1/2566";

#[test]
fn a_file_is_looked_at_first_then_imported_and_the_second_time_nothing_changes() {
    let department = Department::new();
    let file = department.file("staff.csv", &csv(&[SOMSRI, MALI]));

    let said = department.does(&["import", &file, "--dry-run"]);
    assert!(said.contains("2 new, 0 changed") && said.contains("new unit: กองคลัง"), "{said}");
    assert!(department.list().contains("Nobody is on the roster yet"));

    let said = department.does(&["import", &file, "--yes"]);
    assert!(said.contains("Imported: 2 new, 0 changed."), "{said}");
    let list = department.list();
    assert!(list.contains("นางสาวสมศรี ใจงาม") && list.contains("1 ต.ค. 2560") && list.contains("somsri@example.go.th"), "{list}");
    assert!(list.contains("16 ม.ค. 2566"), "{list}");

    let said = department.does(&["import", &file, "--yes"]);
    assert!(said.contains("0 new, 0 changed") && said.contains("2 unchanged") && said.contains("nothing to change"), "{said}");
    assert_eq!(department.diary().matches("Imported a file into the roster").count(), 1);
}

#[test]
fn a_thai_windows_file_with_semicolons_is_read_as_it_was_meant() {
    let department = Department::new();
    let utf8 = String::from_utf8(csv(&[SOMSRI])).unwrap().trim_start_matches('\u{FEFF}').replace(',', ";");
    // Windows-874 has the Thai letters where Unicode has them, less 0xE00 and with 0xA0 added.
    let bytes: Vec<u8> = utf8
        .chars()
        .map(|letter| match u32::from(letter) {
            thai @ 0xE01..=0xE5B => u8::try_from(thai - 0xE00 + 0xA0).unwrap(),
            ascii => u8::try_from(ascii).unwrap(),
        })
        .collect();
    let said = department.does(&["import", &department.file("staff.csv", &bytes), "--yes"]);
    assert!(said.contains("Windows874") && said.contains("';'") && said.contains("1 new"), "{said}");
    assert!(department.list().contains("นางสาวสมศรี ใจงาม"));
}

#[test]
fn nobody_missing_from_the_file_is_removed_and_what_it_leaves_empty_is_not_forgotten() {
    let department = Department::new();
    department.does(&["import", &department.file("all.csv", &csv(&[SOMSRI, MALI])), "--yes"]);
    let said = department.does(&["import", &department.file("one.csv", &csv(&["1001,นางสาวสมศรี ใจงาม,สลก.,,,"])), "--yes"]);
    assert!(said.contains("1 unchanged, 1 missing from the file (they stay)"), "{said}");
    let list = department.list();
    assert!(list.contains("นางมาลี ตั้งใจ") && list.contains("somsri@example.go.th") && list.contains("1 ต.ค. 2560"), "{list}");
}

#[test]
fn one_faulty_row_stops_everything_unless_it_is_left_out() {
    let department = Department::new();
    for (row, reason) in [
        ("1003,นายก,สลก.,ข้าราชการ,,1/10/2999", "neither B.E. nor C.E."),
        ("1003,นายก,สลก.,ข้าราชการ,,1 ต.ค. 2640", "lies in the future"),
        ("1003,นายก,สลก.,ข้าราชการ,,1 ต.ค. 2480", "more than 60 years"),
        ("1003,นายก,สลก.,ข้าราชการ,,2560-31-01", "day and month swapped"),
        ("1003,นายก,สลก.,ข้าราชการ,somsri,1/10/2560", "Not an e-mail address"),
        ("1003,,สลก.,ข้าราชการ,,1/10/2560", "Empty, and needed"),
        ("1101700203450,นายก,สลก.,ข้าราชการ,,1/10/2560", "citizen id"),
        ("1001,นายก,สลก.,ข้าราชการ,,1/10/2560", "same employee number as in row 2"),
        ("1003,นายก,สลก.,ข้าราชการ,SOMSRI@example.go.th,1/10/2560", "same e-mail address as in row 2"),
    ] {
        let file = department.file("staff.csv", &csv(&[SOMSRI, row, MALI]));
        let output = department.run(&["people", "import", &file, "--yes"]);
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(2), "{row}");
        assert!(said.contains(reason) && said.contains("row 3"), "{row}: {said}");
        assert!(department.list().contains("Nobody is on the roster yet"), "{row}");
    }
    let file = department.file("staff.csv", &csv(&[SOMSRI, "1003,นายก,สลก.,ข้าราชการ,,1/10/2999", MALI]));
    let said = department.does(&["import", &file, "--yes", "--skip-faulty"]);
    assert!(said.contains("Imported: 2 new"), "{said}");
    assert!(!department.list().contains("นายก "));
}

#[test]
fn years_of_two_digits_are_asked_about_and_never_guessed() {
    let department = Department::new();
    let file = department.file("staff.csv", &csv(&["1001,นางสาวสมศรี ใจงาม,สลก.,ข้าราชการ,,1/10/60"]));
    department.refuses(&["import", &file, "--yes"], "--era be or --era ce");
    department.does(&["import", &file, "--yes", "--era", "be"]);
    assert!(department.list().contains("1 ต.ค. 2560"));
}

#[test]
fn headings_that_are_not_recognised_can_be_named() {
    let department = Department::new();
    let content = "no,who,where,kind,first day\r\n1001,Somsri,สลก.,ข้าราชการ,1 Oct 2017\r\n";
    let file = department.file("staff.csv", content.as_bytes());
    department.refuses(&["import", &file, "--yes"], "--column number=");
    let columns = ["number=no", "name=who", "unit=where", "started=first day"].map(|column| ["--column", column]).concat();
    let arguments = [&["import", &file, "--yes"], columns.as_slice()].concat();
    department.refuses(&arguments, "--category");
    department.refuses(&[arguments.as_slice(), &["--column", "boss=who"]].concat(), "no field “boss”");
    department.refuses(&[arguments.as_slice(), &["--column", "email=mail"]].concat(), "no heading “mail”");
    department.does(&[arguments.as_slice(), &["--category", "ข้าราชการ"]].concat());
    assert!(department.list().contains("Somsri"));
}

#[test]
fn what_is_no_list_of_staff_is_refused_in_a_sentence_of_its_own() {
    let department = Department::new();
    for (name, content, words) in [
        ("empty.csv", b"".as_slice(), "The file is empty"),
        ("staff.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "This file is a PDF"),
        ("staff.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This file is a picture"),
        ("staff.xlsx", b"PK\x03\x04 and then nothing", "The file is damaged"),
    ] {
        department.refuses(&["import", &department.file(name, content), "--yes"], words);
    }
    department.refuses(&["import", "/nowhere/staff.csv", "--yes"], "cannot be read");
    let file = department.file("staff.csv", &csv(&[SOMSRI]));
    department.refuses(&["import", &file], "nobody is here to ask");
}

/// Made by openpyxl, msoffcrypto-tool, xlwt and odfpy, not by us: see `files/README.md`.
const FILES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/flows/files");

#[test]
fn files_that_other_programs_wrote_are_read_or_refused_for_what_they_are() {
    let department = Department::new();
    for (name, words) in
        [("locked.xlsx", "protected by a password"), ("old.xls", "old Excel file (.xls)"), ("sheet.ods", "an OpenDocument file")]
    {
        department.refuses(&["import", &format!("{FILES}/{name}"), "--yes"], words);
    }
    // A sheet of notes first, a title above the headings, columns that are none of ours, a Thai date
    // format, a date typed in B.E. into a C.E. cell, a bare serial, a formula nobody has worked out.
    let said = department.does(&["import", &format!("{FILES}/staff-by-openpyxl.xlsx"), "--yes", "--skip-faulty"]);
    assert!(
        said.contains("sheet “บุคลากร”") && said.contains("row 7, E-mail") && said.contains("A formula without a value"),
        "{said}"
    );
    let list = department.list();
    for words in ["นางสาวสมศรี ใจงาม", "นายสมชาย รักงาน", "นางมาลี ตั้งใจ", "somsri@example.go.th"]
    {
        assert!(list.contains(words), "{list}");
    }
    assert_eq!(list.matches("1 ต.ค. 2560").count(), 3, "{list}");
    assert!(!list.contains("30000"));
}

#[test]
fn whoever_reads_only_the_beginning_hears_no_complaint() {
    let department = Department::new();
    let mut program = department.command(&["people", "units"]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    drop(program.stdout.take());
    assert_eq!(String::from_utf8(program.wait_with_output().unwrap().stderr).unwrap(), "");
    let mut program = department.command(&["diary", "verify"]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    drop(program.stdout.take());
    let ended = program.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(ended.stderr).unwrap(), "");
    assert_ne!(ended.status.code(), Some(101));
}
