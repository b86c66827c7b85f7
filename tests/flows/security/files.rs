//! Files of people who mean no good: nothing in them is called, and nothing swells.

use std::{
    io::{Cursor, ErrorKind, Write as _},
    net::TcpListener,
    time::{Duration, Instant},
};

use clearjai::sheets::limits;

use super::ways::{NASTY, has_no_markup_of_theirs};
use crate::house::House;

#[test]
fn no_address_that_somebody_types_or_sends_in_a_file_is_ever_called() {
    let house = House::open();
    let admin = house.administrator();
    let (chai, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "hilda", &["hr"]));
    let ear = TcpListener::bind("127.0.0.1:0").unwrap();
    ear.set_nonblocking(true).unwrap();
    let url = format!("http://{}/x", ear.local_addr().unwrap());

    for doctype in [
        format!("<!DOCTYPE document SYSTEM \"{url}\">"),
        format!("<!DOCTYPE document [<!ENTITY x SYSTEM \"{url}\">]>"),
        format!("<!DOCTYPE document PUBLIC \"-//x//x\" \"{url}\">"),
    ] {
        let survey = format!(
            "<?xml version=\"1.0\"?>{doctype}<document><LimeSurveyDocType>Survey</LimeSurveyDocType><languages><language>th</language></languages>&x;</document>"
        );
        chai.uploads("/instruments/import", "/instruments/import", "file", "a.lss", survey.as_bytes()).is(422);
    }
    let sheet = format!("<worksheet><!DOCTYPE x SYSTEM \"{url}\"></worksheet>");
    for (page, visitor) in [("/instruments/import", &chai), ("/hr/roster/import", &hr)] {
        visitor.uploads(page, page, "file", "a.xlsx", &workbook(&[("xl/worksheets/sheet1.xml", sheet.as_bytes())])).is(422);
    }
    let list = format!("เลขประจำตัว,ชื่อ\n1,\"=WEBSERVICE(\"\"{url}\"\")\"\n");
    let taken = hr.uploads("/hr/roster/import", "/hr/roster/import", "file", "a.csv", list.as_bytes());
    assert!(taken.status < 500);
    let made = chai.fills_in(
        "/plans/new",
        &[("title_thai", &*url), ("title_english", &*url), ("policy", &*url), ("year", "2570"), ("first", "0"), ("last", "11")],
    );
    assert!(made.status < 500);
    admin
        .uploads(
            "/admin/settings",
            "/admin/settings/logo",
            "picture",
            &url,
            format!("<svg><image href=\"{url}\"/></svg>").as_bytes(),
        )
        .is(422);
    house.timetable_runs();
    assert_eq!(ear.accept().map(drop).unwrap_err().kind(), ErrorKind::WouldBlock, "somebody called {url}");
}

fn workbook(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_swells_is_refused_in_no_time_wherever_a_file_is_taken() {
    let house = House::open();
    let admin = house.administrator();
    let (chai, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "hilda", &["hr"]));
    let nothing = vec![b' '; usize::try_from(limits::UNPACKED).unwrap() + 1];
    let links = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    let swells = workbook(&[
        ("[Content_Types].xml", &b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"[..]),
        ("_rels/.rels", links.as_bytes()),
        ("xl/workbook.xml", &nothing[..]),
    ]);
    drop(nothing);
    let entities: Vec<String> =
        (1..30).map(|number| format!("<!ENTITY a{number} \"&a{before};&a{before};\">", before = number - 1)).collect();
    let laughs = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE document [<!ENTITY a0 \"ha\">{}]><document>&a29;</document>",
        entities.join("")
    );
    let deep = format!("{}{}", "<document>".repeat(100_000), "</document>".repeat(100_000));
    let nested = "[".repeat(500_000);
    for (page, visitor) in [("/instruments/import", &chai), ("/hr/roster/import", &hr)] {
        for (name, content) in [
            ("a.xlsx", &swells[..]),
            ("a.lss", laughs.as_bytes()),
            ("b.lss", deep.as_bytes()),
            ("a.json", nested.as_bytes()),
            (NASTY, &b"no such file"[..]),
        ] {
            let began = Instant::now();
            // Quotes end a name in such a form; what is left of it is hostile enough.
            let answer = visitor.uploads(page, page, "file", &name.replace('"', ""), content);
            assert!([303, 413, 422].contains(&answer.status), "{page} {name}: {}", answer.status);
            has_no_markup_of_theirs(&answer);
            assert!(began.elapsed() < Duration::from_secs(10), "{page} {name} took {:?}", began.elapsed());
            if answer.status == 303 {
                has_no_markup_of_theirs(&visitor.goes_on(&answer));
            }
        }
    }
    house.visitor().opens("/readyz").is(200);
}
