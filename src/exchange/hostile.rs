//! Files that nobody should make: bombs, cut ones, and those of another kind.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{Refused, limesurvey, read_any, xlsform};
use crate::instruments::{Asks, Instrument, Item, Part, Text};

const ROOT: &str = r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const LINKS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet1.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook><sheets><sheet name="survey" sheetId="1" r:id="r1"/></sheets></workbook>"#;

fn workbook(book: &str, sheet: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in [("_rels/.rels", ROOT), ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", LINKS)] {
        zip.start_file(name, deflated).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.start_file("xl/sheet1.xml", deflated).unwrap();
    sheet(&mut zip);
    zip.finish().unwrap().into_inner()
}

fn sheet(rows: &str) -> Vec<u8> {
    workbook(BOOK, |zip| zip.write_all(format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes()).unwrap())
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<_> = cells.iter().map(|cell| format!(r#"<c t="inlineStr"><is><t>{cell}</t></is></c>"#)).collect();
    format!("<row>{}</row>", cells.concat())
}

fn form() -> Vec<u8> {
    let item = Item::new("i1", Text::new("ถาม", "Ask"), Asks::ShortText { longest: 10 });
    let part = Part { code: "d1".into(), items: vec![item], ..Part::default() };
    xlsform::write(&Instrument { parts: vec![part], ..Instrument::new("a", Text::new("ก", "A")) }).unwrap()
}

#[test]
fn a_zip_bomb_is_refused() {
    // A megabyte again and again: the file is small, what comes out of it is not.
    let bomb = workbook(BOOK, |zip| {
        zip.write_all(b"<worksheet><sheetData>").unwrap();
        let rows = row(&["text", &"a".repeat(1_000)]).repeat(1_000);
        for _ in 0..260 {
            zip.write_all(rows.as_bytes()).unwrap();
        }
    });
    assert!(bomb.len() < 4 * 1024 * 1024, "{}", bomb.len());
    assert!(matches!(read_any(&bomb, "a.xlsx", None), Err(Refused::Bomb)));
}

#[test]
fn a_form_of_too_many_cells_is_refused() {
    let wide = row(&["type", "name"]) + &row(&["x"; 100]).repeat(2_001);
    assert!(matches!(xlsform::read(&sheet(&wide), "a.xlsx", None), Err(Refused::Bomb)));
    let high = row(&["type", "name"]) + &row(&["text"]).repeat(501);
    assert!(matches!(xlsform::read(&sheet(&high), "a.xlsx", None), Err(Refused::Instrument(_))));
}

#[test]
fn entities_are_refused_in_workbooks_and_surveys() {
    let lol =
        r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>"#;
    let book = workbook(&format!("{lol}{BOOK}"), |zip| zip.write_all(b"<worksheet/>").unwrap());
    assert!(matches!(read_any(&book, "a.xlsx", None), Err(Refused::Damaged)));
    let survey = |head: &str, text: &str| {
        let title = format!(
            "<surveys_languagesettings><rows><row><surveyls_title>{text}</surveyls_title></row></rows></surveys_languagesettings>"
        );
        format!("<?xml version=\"1.0\"?>{head}<document><LimeSurveyDocType>Survey</LimeSurveyDocType>{title}</document>")
    };
    for (head, text) in [(lol, "&c;"), (r#"<!DOCTYPE x SYSTEM "file:///etc/passwd">"#, ""), ("", "&own;")] {
        assert!(matches!(read_any(survey(head, text).as_bytes(), "a.lss", None), Err(Refused::Entities)), "{head}");
    }
    assert!(matches!(read_any(survey("", "&amp;&#3585;").as_bytes(), "a.lss", None), Err(Refused::NoQuestion)));
}

#[test]
fn deep_large_and_endless_surveys_are_refused() {
    let deep = format!("<document>{}", "<a>".repeat(1_000_000));
    assert!(matches!(limesurvey::read(deep.as_bytes()), Err(Refused::TooDeep { .. })));
    let text = format!("<document><a>{}</a></document>", "x".repeat(300_000));
    assert!(matches!(limesurvey::read(text.as_bytes()), Err(Refused::Bomb)));
    let rows = format!("<document><a><rows>{}</rows></a></document>", "<row/>".repeat(60_001));
    assert!(matches!(limesurvey::read(rows.as_bytes()), Err(Refused::Bomb)));
    assert!(matches!(limesurvey::read(&vec![b' '; 17 * 1024 * 1024]), Err(Refused::TooLarge { .. })));
}

#[test]
fn a_file_cut_short_is_refused_wherever_it_is_cut() {
    let form = form();
    for at in (1..form.len()).step_by(97) {
        assert!(read_any(&form[..at], "a.xlsx", None).is_err(), "{at}");
    }
    let survey = "<document><LimeSurveyDocType>Survey</LimeSurveyDocType><groups><rows><row><gid>1</gid></row></rows></groups><questions><rows><row><qid>1</qid><gid>1</gid><type>S</type></row></rows></questions></document>";
    assert!(limesurvey::read(survey.as_bytes()).is_ok());
    for at in 0..survey.len() {
        assert!(limesurvey::read(&survey.as_bytes()[..at]).is_err(), "{at}");
    }
}

#[test]
fn a_workbook_that_is_no_form_says_so() {
    assert!(matches!(xlsform::read(&sheet(&row(&["a", "b"])), "a.xlsx", None), Err(Refused::NotXlsForm)));
    assert!(matches!(xlsform::read(&sheet(&row(&["type", "name"])), "a.xlsx", None), Err(Refused::NoQuestion)));
    assert!(matches!(
        read_any(b"<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>", "a.lsg", None),
        Err(Refused::NotLimeSurvey)
    ));
}
