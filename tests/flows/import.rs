//! A file of staff on its way into the roster, as HR takes it there in the browser.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::Duration,
};

use clearjai::{
    ids::ImportId,
    people::{
        self, Filter,
        import::{Doing, Hold},
    },
    sheets,
};

use crate::house::{House, Page, Visitor};

const PAGE: &str = "/hr/roster/import";

/// Headings that are understood without a question.
const HEADINGS: &str = "รหัสพนักงาน,ชื่อ-สกุล,หน่วยงาน,ประเภทบุคลากร,วันที่เริ่มงาน,อีเมล\n";

fn uploads(hr: &Visitor, name: &str, file: &[u8]) -> Page {
    hr.uploads(PAGE, PAGE, "file", name, file)
}

fn list(rows: &str) -> Vec<u8> {
    format!("\u{feff}{HEADINGS}{rows}").into_bytes()
}

/// What the selects of the page of columns say, as a browser would send it.
fn chosen(page: &Page) -> Vec<(String, String)> {
    let selects = page.body.split("<select").skip(1);
    let value = |text: &str, mark: &str| text.split(mark).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("").to_owned();
    selects
        .map(|select| {
            let select = select.split("</select>").next().unwrap();
            let option = select.split("<option").find(|option| option.split('>').next().unwrap().contains(" selected"));
            (value(select, "name=\""), value(option.unwrap_or_default(), "value=\""))
        })
        .collect()
}

/// Sends the columns as they are guessed, but for these fields.
fn says_columns(hr: &Visitor, page: &Page, changes: &[(&str, &str)]) -> Page {
    let mut fields = chosen(page);
    fields.extend(["headings", "headings_drawn"].map(|name| (name.to_owned(), page.field(name))));
    for (name, value) in changes {
        fields.retain(|(other, _)| other != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    hr.sends(page, &page.address, &fields)
}

/// From the file to the page of the check.
#[track_caller]
fn checks(hr: &Visitor, file: &[u8]) -> Page {
    let columns = hr.goes_on(&uploads(hr, "รายชื่อ.csv", file));
    let page = hr.goes_on(&says_columns(hr, columns.is(200), &[]));
    page.is(200);
    page
}

fn presses_import(hr: &Visitor, page: &Page, fields: &[(&str, &str)]) -> Page {
    let plan = page.field("plan");
    let mut all = vec![("plan", plan.as_str())];
    all.extend(fields);
    hr.sends(page, page.address.split('?').next().unwrap(), &all)
}

/// The whole way, to the page that says what was done.
#[track_caller]
fn imports(hr: &Visitor, file: &[u8], fields: &[(&str, &str)]) -> Page {
    let page = checks(hr, file);
    let done = hr.goes_on(&presses_import(hr, &page, fields));
    done.is(200);
    done
}

fn step(page: &Page, step: &str) -> String {
    format!("{}/{step}", page.address.split('?').next().unwrap().rsplit_once('/').unwrap().0)
}

fn id(page: &Page) -> ImportId {
    page.address.split("/import/").nth(1).unwrap().split('/').next().unwrap().parse().unwrap()
}

/// Everyone on the roster, as one line each.
fn roster(house: &House) -> Vec<String> {
    let everyone = house.wait_for(house.rooms.db.read_register(|conn| people::page(conn, &Filter::default(), 0, 1000))).unwrap();
    let mut lines: Vec<_> = everyone
        .iter()
        .map(|one| {
            let email = one.email.as_ref().map(|email| email.reveal().to_owned()).unwrap_or_default();
            let started = one.started.map(|day| day.to_string()).unwrap_or_default();
            format!("{} {} {} {started} {email}", one.number.as_str(), one.name.as_str(), one.unit.as_str())
        })
        .collect();
    lines.sort();
    lines
}

fn two_people(house: &House, hr: &Visitor) {
    let rows = "1,สมศรี ใจงาม,กองคลัง,ข้าราชการ,1 ต.ค. 2560,somsri@example.go.th\n2,สมชาย รักงาน,กองคลัง,ข้าราชการ,16/1/2566,\n";
    imports(hr, &list(rows), &[]).says("นำเข้าแล้ว 2 คน");
    assert_eq!(roster(house).len(), 2);
}

#[test]
fn the_sample_goes_all_the_way_and_back() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    hr.opens(PAGE).is(200).says("ขั้นที่ 1 จาก 4").says("ไม่เกิน 32 เมกะไบต์").does_not_say("การนำเข้าล่าสุด");
    let sample = hr.glances_at(&format!("{PAGE}/sample"));
    assert!(sample.header("content-disposition").starts_with("attachment; filename=\"staff-sample.xlsx\""));
    assert!(sample.header("content-type").contains("spreadsheetml"));

    let columns = hr.goes_on(&uploads(&hr, "C:\\งาน\\รายชื่อ 2569.xlsx", &people::import::sample().unwrap()));
    columns
        .is(200)
        .says("รายชื่อ 2569.xlsx")
        .does_not_say("งาน\\")
        .says("Excel (.xlsx)")
        .says("บุคลากร")
        .says("3 แถว หัวตารางอยู่แถวที่ 1");
    columns.says("นางสาวสมศรี ใจงาม").says("1 ต.ค. 2560 อายุงาน 9 ปี 1 เดือน");
    let page = hr.goes_on(&says_columns(&hr, &columns, &[]));
    page.is(200).says("ขั้นที่ 3 จาก 4").says("จะเพิ่มหน่วยงานใหม่ 2 แห่ง").says("1 คน ไม่มีอีเมล จะได้รับสลิป").says("นำเข้า 3 คน");
    assert!(roster(&house).is_empty(), "nothing changes before the button is pressed");

    let done = hr.goes_on(&presses_import(&hr, &page, &[]));
    done.is(200).says("นำเข้าแล้ว 3 คน").says("ย้อนได้ถึง 22 พ.ย. 2569");
    assert_eq!(roster(&house).len(), 3);
    assert!(roster(&house)[1].contains("นายสมชาย รักงาน กองคลัง 2023-01-16 somchai@example.go.th"), "{:?}", roster(&house));
    hr.opens(&step(&done, "check")).leads_to();
    hr.opens(PAGE).says("การนำเข้าล่าสุด").says("รายชื่อ 2569.xlsx เมื่อ");

    let undone = hr.sends(&done, &step(&done, "undo"), &[]);
    assert_eq!(undone.leads_to(), "/hr/roster/import?done=undone");
    hr.goes_on(&undone).says("ย้อนการนำเข้าแล้ว").does_not_say("การนำเข้าล่าสุด");
    assert!(roster(&house).is_empty());
    assert_eq!(hr.sends(&done, &step(&done, "undo"), &[]).leads_to(), "/hr/roster/import?done=undone", "pressed twice");
    hr.opens(&done.address).is(200).says("ย้อนการนำเข้านี้แล้วเมื่อ");
    let diary = admin.opens("/admin/log");
    assert_eq!(diary.text().matches("+3 ~0 −0").count(), 1, "{}", diary.text());
    diary.does_not_say("สมศรี");
}

#[test]
fn csv_of_thai_excel_with_titles_above_the_headings_is_understood() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let text = "บัญชีรายชื่อ\n\nที่;เลขประจำตัวเจ้าหน้าที่;ชื่อ;สกุล;สังกัด;ประเภท;วันบรรจุ\n1;7;สมศรี;ใจงาม;กองคลัง;ข้าราชการ;๑ ต.ค. ๒๕๖๐\n";
    // Windows-874 has the Thai letters of Unicode in order, one byte each.
    let windows = |letter: char| u8::try_from(u32::from(letter)).or_else(|_| u8::try_from(u32::from(letter) - 0xd60)).unwrap();
    let file: Vec<u8> = text.chars().map(windows).collect();
    let columns = hr.goes_on(&uploads(&hr, "a.csv", &file));
    columns.says("CSV คั่นด้วยอัฒภาค").says("Windows-874").says("หัวตารางอยู่แถวที่ 3").says("1 แถว");
    assert_eq!(chosen(&columns)[0].1, "", "a running number is not used");
    let page = hr.goes_on(&says_columns(&hr, &columns, &[]));
    hr.goes_on(&presses_import(&hr, &page, &[])).says("นำเข้าแล้ว 1 คน");
    assert!(roster(&house)[0].starts_with("7 สมศรี ใจงาม กองคลัง 2017-10-01"));
}

#[test]
fn years_of_two_digits_are_asked_about_with_a_date_of_the_file() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let sheet = ["รหัส", "ชื่อ-สกุล", "หน่วยงาน", "วันเริ่มงาน"].map(str::to_owned).to_vec();
    let row = ["1", "สมศรี ใจงาม", "กองคลัง", "1/10/67"].map(str::to_owned).to_vec();
    let file = sheets::xlsx(&[("บันทึก", vec![vec!["อ่านก่อน".to_owned()]]), ("คน", vec![sheet, row])]).unwrap();
    let columns = hr.goes_on(&uploads(&hr, "คน.xlsx", &file));
    columns
        .says("แผ่นงาน คน")
        .says("เซลล์แรกคือ “1/10/67” หมายถึงวันใด")
        .says("1 ต.ค. 2567")
        .says("1 ต.ค. 2510 (ค.ศ. 1967)")
        .says("รอคำตอบเรื่องปี");
    let again = says_columns(&hr, &columns, &[("category", "ข้าราชการ")]);
    again.is(422).says("มี 1 จุดที่ต้องแก้").says("บอกว่าปีที่เขียนสองหลัก");
    assert_eq!(again.field("category"), "ข้าราชการ", "what was typed is kept");
    says_columns(&hr, &columns, &[("era", "buddhist")]).is(422).says("บอกว่าคนใหม่ในไฟล์เป็นประเภทใด");
    let page = hr.goes_on(&says_columns(&hr, &again, &[("category", "ข้าราชการ"), ("era", "buddhist")]));
    page.says("1 ต.ค. 2567").says("อายุงาน 2 ปี 1 เดือน");
    hr.goes_on(&presses_import(&hr, &page, &[])).says("นำเข้าแล้ว 1 คน");
    assert!(roster(&house)[0].contains("2024-10-01"));
}

#[test]
fn every_file_that_is_no_list_is_refused_in_a_sentence_of_its_own() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let compound = |stream: &str| {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        [&b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"[..], &[0; 600], &name.collect::<Vec<_>>()].concat()
    };
    for (name, file, sentence) in [
        ("a.pdf", b"%PDF-1.7 ...".to_vec(), "ไฟล์นี้เป็นไฟล์ PDF"),
        ("a.xls", compound("Workbook"), "ไฟล์ Excel แบบเก่า (.xls)"),
        ("a.xlsx", compound("EncryptedPackage"), "ไฟล์ใส่รหัสผ่านไว้"),
        ("a.csv", Vec::new(), "ไฟล์ว่าง"),
        ("a.xlsx", b"PK\x03\x04 cut short".to_vec(), "ไฟล์เสียหาย"),
        ("a.xlsx", bomb(), "คลายออกมาแล้วใหญ่ผิดปกติ"),
        ("", Vec::new(), "เลือกไฟล์ก่อน"),
    ] {
        let page = uploads(&hr, name, &file);
        page.is(422).says("มี 1 จุดที่ต้องแก้").says(sentence);
        assert!(page.body.contains("aria-invalid=\"true\""));
    }
    assert!(roster(&house).is_empty());
}

/// A workbook of more parts than any has; `sheets::evil` has those that unpack to gigabytes.
fn bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for part in 0..=sheets::limits::PARTS {
        zip.start_file(format!("xl/media/{part}"), zip::write::SimpleFileOptions::default()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_file_over_the_limit_leads_back_to_the_page_with_its_sentence() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    uploads(&hr, "big.csv", &vec![b'a'; sheets::limits::FILE + 1]).is(422).says("ไฟล์ใหญ่เกิน 32 เมกะไบต์");

    // Of a form that says it is a gigabyte, nothing is read before the answer.
    let mut stream = TcpStream::connect(house.socket()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    let cookie = hr.cookie("clearjai").unwrap();
    write!(
        stream,
        "POST {PAGE} HTTP/1.1\r\nHost: clear.example\r\nCookie: clearjai={cookie}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000000\r\n\r\n--b\r\n"
    )
    .unwrap();
    let mut answer = vec![0; 4096];
    let read = stream.read(&mut answer).unwrap();
    assert!(String::from_utf8_lossy(&answer[..read]).starts_with("HTTP/1.1 422"));
    stream.write_all(&vec![b'a'; 100_000]).unwrap();
}

#[test]
fn columns_that_cannot_be_used_are_named_and_what_was_chosen_stays() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let columns = hr.goes_on(&uploads(&hr, "a.csv", &list("1,สมศรี,กองคลัง,ข้าราชการ,1/10/2560,\n")));
    let twice = says_columns(&hr, &columns, &[("column-5", "name")]);
    twice.is(422).says("มีสองคอลัมน์ที่เลือกเป็น “ชื่อ หรือชื่อและนามสกุล”");
    assert!(twice.body.contains("href=\"#column-5\""));
    assert_eq!(chosen(&twice)[5].1, "name");
    let unmapped = says_columns(&hr, &columns, &[("column-0", ""), ("column-4", "")]);
    unmapped.is(422).says("มี 2 จุดที่ต้องแก้").says("ยังไม่ได้บอกว่าคอลัมน์ไหนคือ “รหัสพนักงาน”").says("“วันเริ่มงาน”");
    says_columns(&hr, &columns, &[("column-3", "")]).is(422).says("บอกว่าคนใหม่ในไฟล์เป็นประเภทใด");
    assert_eq!(hr.opens(&step(&columns, "check")).leads_to(), step(&columns, "columns"), "nothing was said yet");
}

#[test]
fn faulty_rows_stand_first_and_block_unless_they_are_left_out() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    two_people(&house, &hr);
    let before = roster(&house);
    let rows = "3,มาลี,กองคลัง,ข้าราชการ,1/1/2570,\n4,วันดี,กองคลัง,ข้าราชการ,1/1/2500,\n5,ก,กองคลัง,ข้าราชการ,1/1/2560,\n5,ข,กองคลัง,ข้าราชการ,1/1/2560,\n\
        6,ค,กองคลัง,ข้าราชการ,1/1/2560,a@example.go.th\n7,ง,กองคลัง,ข้าราชการ,1/1/2560,A@example.go.th\n8,จ,กองคลัง,ข้าราชการ,13/13/2560,\n\
        1-1017-00203-45-0,ฉ,กองคลัง,ข้าราชการ,1/1/2560,\n9,<script>alert(1)</script>,กองคลัง,ข้าราชการ,1/1/2560,\n";
    let page = checks(&hr, &list(rows));
    page.says("มีปัญหา 8 แถว").says("2 วันเริ่มงาน 1/1/2570 อ่านเป็น 1 ม.ค. 2570 — วันเริ่มงานอยู่ในอนาคต");
    page.says("อายุงานจะเกิน 60 ปี").says("รหัสพนักงานซ้ำกับแถวที่ 5").says("อีเมลซ้ำกับแถวที่ 7").says("ไม่มีเดือนที่ 13").says("เลขบัตรประชาชน");
    assert!(page.body.find("มีปัญหา").unwrap() < page.body.find("เพิ่ม").unwrap());
    assert!(!page.body.contains("<script>alert"));

    let again = presses_import(&hr, &page, &[("all_missing", "yes"), ("on", "1/10/2569")]);
    again.is(422).says("เลือกเว้นแถวที่มีปัญหาไว้");
    assert_eq!(again.field("on"), "1/10/2569");
    assert!(again.body.contains("id=\"all_missing\" value=\"yes\" checked"));
    assert_eq!(roster(&house), before);
    hr.goes_on(&presses_import(&hr, &page, &[("leave_out", "yes")])).says("นำเข้าแล้ว 1 คน");
    assert_eq!(roster(&house).len(), 3);
}

#[test]
fn who_is_missing_stays_unless_somebody_says_that_they_have_departed() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    two_people(&house, &hr);
    let file = list("3,มาลี ตั้งใจ,กองคลัง,ข้าราชการ,1/10/2560,\n");
    let page = checks(&hr, &file);
    page.says("ไม่อยู่ในไฟล์ 2 คน").says("สมชาย รักงาน");
    assert!(!page.body.contains("checked"), "nobody is ticked");
    hr.goes_on(&presses_import(&hr, &page, &[("on", "nonsense")])).says("นำเข้าแล้ว 1 คน");
    assert_eq!(roster(&house).len(), 3, "the day does not matter while nobody departs");

    let page = checks(&hr, &file);
    page.says("บันทึกผู้ที่พ้นจากหน่วยงาน");
    presses_import(&hr, &page, &[]).is(422).says("ไม่มีอะไรต้องนำเข้า");
    let ticks = page.fields("departed");
    presses_import(&hr, &page, &[("departed", &ticks[0]), ("on", "1/10/69")]).is(422).says("ใส่ปีให้ครบสี่หลัก");
    presses_import(&hr, &page, &[("departed", &ticks[0]), ("on", "1/10/2599")]).is(422).says("อยู่ในอนาคต");
    let done = hr.goes_on(&presses_import(&hr, &page, &[("departed", &ticks[0]), ("on", "1/10/2569")]));
    done.says("บันทึกว่าพ้นจากหน่วยงานแล้ว 1 คน");
    assert_eq!(roster(&house).len(), 2);

    // Who is in a file again is back.
    let back = checks(&hr, &list("2,สมชาย รักงาน,กองคลัง,ข้าราชการ,16/1/2566,\n"));
    back.says("1 คน เคยบันทึกว่าพ้นจากหน่วยงาน").says("กลับเข้ารายชื่อ");
    hr.goes_on(&presses_import(&hr, &back, &[])).says("นำเข้าแล้ว 1 คน");
    assert_eq!(roster(&house).len(), 3);
}

#[test]
fn undoing_is_refused_once_somebody_was_edited_and_after_a_day() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    two_people(&house, &hr);
    let done = imports(&hr, &list("1,สมศรี ใจงามยิ่ง,กองแผน,ข้าราชการ,1 ต.ค. 2560,\n"), &[]);
    house.place().in_the_register("UPDATE people SET import_id = NULL, category = 'อื่น' WHERE number = '1'");
    let refused = hr.sends(&done, &step(&done, "undo"), &[]);
    refused.is(422).says("1 คน ถูกแก้หลังการนำเข้า").says("นำเข้าแล้ว 1 คน");
    assert!(refused.addresses("/en/").is_empty(), "this page cannot be opened in another language");

    let done = imports(&hr, &list("1,สมศรี ใจงาม,กองคลัง,ข้าราชการ,1 ต.ค. 2560,\n"), &[]);
    house.turn(Duration::from_secs(25 * 60 * 60));
    hr.is_in("busaba@example.go.th");
    let done = hr.opens(&done.address);
    done.is(200).says("เกิน 24 ชั่วโมงแล้ว");
    let page = hr.opens("/account");
    hr.sends(&page, &step(&done, "undo"), &[]).is(422).says("ย้อนไม่ได้แล้ว");
}

#[test]
fn undoing_does_not_take_an_address_from_who_has_it_now() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    two_people(&house, &hr);
    let done = imports(&hr, &list("1,สมศรี ใจงาม,กองคลัง,ข้าราชการ,1 ต.ค. 2560,new@example.go.th\n"), &[]);
    house.place().in_the_register("UPDATE people SET import_id = NULL, email = 'somsri@example.go.th' WHERE number = '2'");
    hr.sends(&done, &step(&done, "undo"), &[]).is(422).says("อีเมลเดิมมีคนอื่นใช้แล้ว");
}

#[test]
fn pressed_twice_on_two_servers_nothing_happens_twice() {
    let house = House::open();
    let other = house.beside();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let file = list("1,สมศรี ใจงาม,กองคลัง,ข้าราชการ,1 ต.ค. 2560,\n");

    let form = hr.opens(PAGE);
    let kept = hr.sends_file(&form, PAGE, "file", "a.csv", &file);
    assert_eq!(hr.sends_file(&form, PAGE, "file", "a.csv", &file).leads_to(), kept.leads_to(), "one file is kept");
    let page = checks(&hr, &file);
    let elsewhere = other.visitor();
    elsewhere.takes_cookie("clearjai", &hr.cookie("clearjai").unwrap());
    let first = presses_import(&hr, &page, &[]);
    let second = presses_import(&hr, &page, &[]);
    let third = presses_import(&elsewhere, &page, &[]);
    assert_eq!(first.leads_to(), step(&page, "done"));
    assert_eq!(second.leads_to(), step(&page, "done"));
    assert_eq!(third.leads_to(), step(&page, "done"));
    elsewhere.goes_on(&third).says("นำเข้าแล้ว 1 คน");
    assert_eq!(roster(&house).len(), 1);
    assert_eq!(admin.opens("/admin/log").text().matches("+1 ~0 −0").count(), 1);
}

#[test]
fn a_roster_that_changed_after_the_check_is_noticed() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    two_people(&house, &hr);
    let page = checks(&hr, &list("1,สมศรี ใจดี,กองคลัง,ข้าราชการ,1 ต.ค. 2560,\n"));
    house.place().in_the_register("UPDATE people SET email = 'other@example.go.th' WHERE number = '1'");
    let before = roster(&house);
    let again = hr.goes_on(&presses_import(&hr, &page, &[]));
    again.is(200).says("รายชื่อเปลี่ยนไปหลังจากที่ท่านตรวจ");
    assert_eq!(roster(&house), before);
    // What was shown before is not what would be done now, so the old page does nothing either.
    hr.goes_on(&presses_import(&hr, &page, &[])).says("รายชื่อเปลี่ยนไป");
    hr.goes_on(&presses_import(&hr, &again, &[])).says("นำเข้าแล้ว 1 คน");
    assert!(roster(&house)[0].contains("สมศรี ใจดี"));
}

#[test]
fn an_import_that_fails_half_way_leaves_nothing_behind() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    two_people(&house, &hr);
    let before = roster(&house);
    let page = checks(&hr, &list("1,สมศรี ใจดี,กองใหม่,ข้าราชการ,1 ต.ค. 2560,\n3,มาลี,กองใหม่,ข้าราชการ,1 ต.ค. 2560,\n"));
    house.place().in_the_register("ALTER TABLE import_changes RENAME TO hidden");
    let failed = presses_import(&hr, &page, &[]);
    failed.is(500).says("ระบบขัดข้อง").does_not_say("import_changes");
    house.place().in_the_register("ALTER TABLE hidden RENAME TO import_changes");
    assert_eq!(roster(&house), before);
    let units = house.wait_for(house.rooms.db.read_register(people::all_units)).unwrap();
    assert_eq!(units.len(), 1, "the new unit went as well");
    hr.goes_on(&presses_import(&hr, &page, &[])).says("นำเข้าแล้ว 2 คน");
}

#[test]
fn while_a_long_work_goes_on_its_page_says_how_far_it_is() {
    let house = House::open_alone(&[]);
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let columns = hr.goes_on(&uploads(&hr, "a.csv", &list("1,สมศรี ใจงาม,กองคลัง,ข้าราชการ,1/10/2560,\n")));
    let work = house.rooms.works.take_up(id(&columns), Doing::Checking).unwrap();
    work.progress.begin(100_000);
    work.progress.step(1500);
    let waiting = hr.goes_on(&says_columns(&hr, &columns, &[]));
    waiting.is(200).says("กำลังตรวจข้อมูล").says("1,500 จาก 100,000 แถว");
    assert_eq!(waiting.header("refresh"), "2");
    hr.opens(&format!("/en{}", step(&columns, "check"))).says("1,500 of 100,000 rows");
    drop(work);
    let page = hr.opens(&waiting.address);
    page.says("นำเข้า 1 คน");
    let work = house.rooms.works.take_up(id(&columns), Doing::Importing).unwrap();
    let waiting = hr.goes_on(&presses_import(&hr, &page, &[]));
    waiting.says("กำลังนำเข้า").says("กำลังอ่านไฟล์");
    assert_eq!(waiting.header("refresh"), "2");
    drop(work);
    hr.goes_on(&hr.opens(&waiting.address)).says("นำเข้า 1 คน");
    assert!(roster(&house).is_empty());
}

#[test]
fn what_another_server_works_on_is_waited_for_and_taken_over_when_that_one_has_died() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let page = checks(&hr, &list("1,สมศรี ใจงาม,กองคลัง,ข้าราชการ,1/10/2560,\n"));
    let (db, clock, chance) = (&house.rooms.db, &house.clock, &house.rooms.chance);
    let hold = || house.wait_for(Hold::take(db, clock, chance, id(&page), Doing::Importing)).unwrap();
    let _dies_with_it = hold().expect("nobody has it");
    assert!(hold().is_none(), "one at a time");
    let waiting = hr.goes_on(&presses_import(&hr, &page, &[]));
    waiting.is(200).says("กำลังนำเข้า");
    assert_eq!(waiting.header("refresh"), "2");
    assert!(roster(&house).is_empty(), "it was left to the other server");

    house.turn(Duration::from_secs(21));
    let again = hr.goes_on(&hr.opens(&waiting.address));
    again.says("นำเข้า 1 คน");
    hr.goes_on(&presses_import(&hr, &again, &[])).says("นำเข้าแล้ว 1 คน");
    assert_eq!(roster(&house).len(), 1);
}

#[test]
fn a_file_that_is_dropped_or_forgotten_or_never_was_leads_to_a_new_one() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let file = list("1,สมศรี ใจงาม,กองคลัง,ข้าราชการ,1/10/2560,\n");
    let columns = hr.goes_on(&uploads(&hr, "a.csv", &file));
    let dropped = hr.sends(&columns, &step(&columns, "drop"), &[]);
    assert_eq!(dropped.leads_to(), "/hr/roster/import?done=dropped");
    hr.goes_on(&dropped).says("ลบไฟล์แล้ว ไม่มีอะไรเปลี่ยน");
    let page = checks(&hr, &file);
    house.turn(Duration::from_secs(3 * 60 * 60));
    house.timetable_runs();
    hr.is_in("busaba@example.go.th");
    let unknown = "/hr/roster/import/00000000-0000-4000-8000-000000000000";
    for address in
        [columns.address.clone(), page.address.clone(), step(&page, "columns"), step(&page, "done"), format!("{unknown}/check")]
    {
        hr.opens(&address).is(410).says("ไม่มีไฟล์นี้แล้ว");
        hr.opens(&format!("/en{address}")).is(410).says("This file is gone");
    }
    let form = hr.opens(PAGE);
    for what in ["columns", "check", "undo"] {
        hr.sends(&form, &format!("{unknown}/{what}"), &[]).is(410);
    }
    hr.sends(&form, &format!("{unknown}/drop"), &[]).is(303);
    hr.opens(&format!("{PAGE}/nonsense/check")).is(404);
}

#[test]
fn every_step_is_told_in_english_too() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let page = format!("/en{PAGE}");
    hr.opens(&page).says("Step 1 of 4");
    hr.uploads(&page, &page, "file", "a.pdf", b"%PDF-").is(422).says("This file is a PDF");
    let file = b"employee no,name,unit,category,start date,language\n1,Somsri,Finance,Official,1/10/17,thai\n2,Somchai,Finance,Official,x,\n";
    let columns = hr.goes_on(&hr.uploads(&page, &page, "file", "a.csv", file));
    columns.says("Match the columns").says("1 Oct 1974 (B.E. 2517)").says("1 Oct 2017 (B.E. 2560)");
    let check = hr.goes_on(&says_columns(&hr, &columns, &[("era", "common")]));
    check.says("1 row is faulty").says("Not a date").says("Import 1 person").says("9 years 1 month of service");
    presses_import(&hr, &check, &[]).is(422).says("Tick that faulty rows are left out");
    let done = hr.goes_on(&presses_import(&hr, &check, &[("leave_out", "yes")]));
    done.is(200).says("Imported: 1 person").says("It can be undone until 22 Nov 2026");
    for page in [&columns, &check, &done] {
        let ids: Vec<_> = page.body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let once: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), once.len(), "{ids:?}");
        assert_eq!(page.body.matches("<h1").count(), 1);
        let text = page.text().replace("ไทย ภาษาไทย", "");
        assert!(!text.chars().any(|letter| ('ก'..='ฮ').contains(&letter)), "{text}");
        for label in page.body.split("<label for=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.contains(&label), "{label}");
        }
    }
}

#[test]
fn only_hr_takes_files_in() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    for address in [PAGE.to_owned(), format!("{PAGE}/sample"), format!("{PAGE}/00000000-0000-4000-8000-000000000000/check")] {
        assert!(house.visitor().opens(&address).leads_to().starts_with("/signin"));
        admin.opens(&address).is(403);
        coordinator.opens(&address).is(403);
    }
    let page = coordinator.opens("/account");
    coordinator.sends_multipart(&page, PAGE, &[]).is(403);
}

#[test]
fn the_row_of_the_headings_can_be_corrected_and_the_columns_are_guessed_anew() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    // Nothing above is recognised, so the first row is taken for the headings.
    let file = "สำรวจครั้งที่ 1,,,,\nเลขที่,ใคร,ที่ไหน,อะไร,เมื่อใด\n1001,สมศรี ใจงาม,คลัง,ข้าราชการ,1/10/2560\n".as_bytes();
    let page = hr.goes_on(&uploads(&hr, "a.csv", file));
    assert_eq!(page.field("headings"), "1");
    page.does_not_say("ที่ไหน:");
    let page = says_columns(&hr, &page, &[("headings", "๒")]);
    page.is(200).says("คอลัมน์ C: ที่ไหน").says("1 แถว");
    let columns =
        [("column-0", "number"), ("column-1", "name"), ("column-2", "unit"), ("column-3", "category"), ("column-4", "started")];
    let checked = hr.goes_on(&says_columns(&hr, &page, &columns));
    checked.is(200).says("สมศรี ใจงาม");
    says_columns(&hr, &page, &[("headings", "สอง")]).is(422).says("ใส่เลขแถวเป็นตัวเลข");
    // No headings at all: every row is a person.
    says_columns(&hr, &page, &[("headings", "0")]).is(200).says("3 แถว");
}

#[test]
fn undoing_a_later_import_leaves_the_earlier_one_to_be_undone() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let first = imports(&hr, &list("1,สมศรี,คลัง,ข้าราชการ,1/10/2560,\n2,สมชาย,คลัง,ข้าราชการ,1/10/2560,\n"), &[]);
    let after_first = roster(&house);
    let second = imports(&hr, &list("1,สมศรี ใจงาม,คลัง,ข้าราชการ,1/10/2560,\n3,มาลี,คลัง,ข้าราชการ,1/10/2560,\n"), &[]);
    hr.goes_on(&hr.sends(&second, &step(&second, "undo"), &[])).is(200);
    assert_eq!(roster(&house), after_first);
    hr.goes_on(&hr.sends(&first, &step(&first, "undo"), &[])).is(200);
    assert_eq!(roster(&house), Vec::<String>::new());
}

#[test]
fn what_was_edited_by_hand_after_the_check_is_not_overwritten() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    imports(&hr, &list("1,สมศรี,คลัง,ข้าราชการ,1/10/2560,\n"), &[]);
    let page = checks(&hr, &list("1,สมศรี จากไฟล์,คลัง,ข้าราชการ,1/10/2560,\n"));
    house.place().in_the_register("UPDATE people SET name = 'สมศรี แก้มือ', import_id = NULL");
    let again = hr.goes_on(&presses_import(&hr, &page, &[]));
    again.is(200).says("สมศรี แก้มือ");
    assert!(roster(&house)[0].contains("สมศรี แก้มือ"));
}

#[test]
fn a_workbook_with_several_lists_says_which_of_them_is_not_read() {
    let house = House::open();
    let hr = house.member(&house.administrator(), "busaba", &["hr"]);
    let sheet = |number: &str| {
        let headings = HEADINGS.trim().split(',').map(str::to_owned).collect();
        let row = format!("{number},สมศรี ใจงาม,คลัง,ข้าราชการ,1/10/2560,");
        vec![headings, row.split(',').map(str::to_owned).collect::<Vec<_>>()]
    };
    let notes = vec![vec!["อ่านก่อน".to_owned()]];
    let book = sheets::xlsx(&[("คำอธิบาย", notes), ("คลัง", sheet("1")), ("แผน", sheet("2"))]).unwrap();
    let page = hr.goes_on(&uploads(&hr, "a.xlsx", &book));
    page.is(200).says("อ่านเฉพาะแผ่นงาน “คลัง”").says("ยังไม่ได้อ่าน: แผน").does_not_say("ยังไม่ได้อ่าน: คำอธิบาย");
    let book = sheets::xlsx(&[("คลัง", sheet("1"))]).unwrap();
    hr.goes_on(&uploads(&hr, "b.xlsx", &book)).is(200).does_not_say("อ่านเฉพาะแผ่นงาน");
}
