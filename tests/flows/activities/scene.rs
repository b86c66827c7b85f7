//! Somebody who writes activities down and somebody who reads them; what stands on paper, in every form of it.

use std::{
    io::{Cursor, Read as _, Write as _},
    process::{Command, Stdio},
};

use clearjai::sheets::{self, Cell};

use crate::house::{House, Page, Visitor};

pub const LIST: &str = "/activities";
pub const NEW: &str = "/activities/new";

pub struct Scene<'house> {
    pub admin: Visitor<'house>,
    pub coordinator: Visitor<'house>,
    pub viewer: Visitor<'house>,
}

impl<'house> Scene<'house> {
    pub fn new(house: &'house House) -> Self {
        let admin = house.administrator();
        let (coordinator, viewer) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "nok", &["viewer"]));
        Self { admin, coordinator, viewer }
    }

    /// Says its address.
    #[track_caller]
    pub fn writes(&self, changes: &[(&str, &str)]) -> String {
        let done = self.coordinator.fills_in(NEW, &fields(changes));
        done.leads_to().split('?').next().unwrap().to_owned()
    }

    pub fn times_in_diary(&self, deed: &str) -> usize {
        self.admin.is_in("anan@example.go.th").opens("/admin/log").text().matches(deed).count()
    }
}

/// The least that an activity says; `changes` take the place of it.
pub fn fields<'it>(changes: &[(&'it str, &'it str)]) -> Vec<(&'it str, &'it str)> {
    let usual = [
        ("kind", "meeting"),
        ("title_thai", "การประชุมเชิงปฏิบัติการ"),
        ("period", "22 ก.พ. 2566"),
        ("summary", "ประชุมแล้ว"),
        ("satisfaction", "none"),
    ];
    let is_changed = |name: &str| changes.iter().any(|(other, _)| *other == name);
    usual.into_iter().filter(|(name, _)| !is_changed(name)).chain(changes.iter().copied()).collect()
}

pub fn report(year: i16, half: &str) -> String {
    format!("/activities/report?year={year}&half={half}")
}

pub fn report_file(kind: &str, year: i16, half: &str) -> String {
    format!("/activities/report/file/{kind}?year={year}&half={half}")
}

/// What stands in a field of several lines.
#[track_caller]
pub fn written(page: &Page, name: &str) -> String {
    let areas = page.body.split("<textarea ").skip(1).filter_map(|rest| rest.split("</textarea>").next());
    let found = areas.filter_map(|area| area.split_once('>')).find(|(tag, _)| tag.contains(&format!("name=\"{name}\"")));
    let text = found.unwrap_or_else(|| panic!("{} has no field {name}", page.address)).1;
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// What is read, whatever breaks its lines.
pub fn run_together(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\u{2060}' | '\u{200b}' | '\u{a0}')).collect()
}

/// The paragraphs of a document.
pub fn paragraphs(docx: &[u8]) -> Vec<String> {
    let mut xml = String::new();
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let paragraphs = xml.split("<w:p>").skip(1).map(|paragraph| {
        let texts = paragraph.split("<w:t xml:space=\"preserve\">").skip(1).filter_map(|rest| rest.split("</w:t>").next());
        texts.collect::<String>().replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    });
    paragraphs.collect()
}

/// All cells of a workbook.
pub fn cells(workbook: &[u8]) -> Vec<String> {
    let sheets = sheets::read_sheets(workbook).unwrap();
    let rows = sheets.iter().flat_map(|sheet| &sheet.rows);
    rows.flat_map(|row| row.cells().map(|cell: Cell| cell.text().into_owned()).collect::<Vec<_>>()).collect()
}

/// What somebody copies out of a PDF; nothing where `pdftotext` is missing.
pub fn copied(pdf: &[u8]) -> Option<String> {
    let command = Command::new("pdftotext").args(["-raw", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut command) = command else {
        assert_eq!(std::env::var("CLEARJAI_TEST_REQUIRE").unwrap_or_default(), "", "pdftotext is missing");
        return None;
    };
    let (mut input, pdf) = (command.stdin.take().unwrap(), pdf.to_vec());
    let writing = std::thread::spawn(move || input.write_all(&pdf).unwrap());
    let said = command.wait_with_output().unwrap();
    writing.join().unwrap();
    // What stands at the head and the foot of every sheet parts what goes on on the next.
    let is_beside =
        |line: &str| line.contains("เอกสารภายใน") || line.split_once(" / ").is_some_and(|(number, _)| number.len() < 3);
    let text = String::from_utf8(said.stdout).unwrap().replace('\u{c}', "\n");
    Some(text.lines().filter(|line| !is_beside(line.trim())).collect::<Vec<_>>().join("\n"))
}

/// The same content on the page and in every file: each of these is somewhere in all of them.
#[track_caller]
pub fn stands_everywhere(visitor: &Visitor, page: &Page, file: impl Fn(&str) -> String, lines: &[&str]) {
    let word = paragraphs(&visitor.downloads(&file("docx"))).join("\n");
    let sheet = cells(&visitor.downloads(&file("xlsx"))).join("\n");
    let mut all = vec![("page", page.text()), ("docx", word), ("xlsx", sheet)];
    if cfg!(feature = "pdf") {
        all.extend(copied(&visitor.downloads(&file("pdf"))).map(|text| ("pdf", text)));
    }
    for (name, text) in &all {
        let text = run_together(text);
        for line in lines {
            assert!(text.contains(&run_together(line)), "“{line}” is not in {name}: {text}");
        }
        for residue in ["<ul", "</", "style=", "&nbsp;", "&lt;", "list-style"] {
            assert!(!text.contains(residue), "{residue} is in {name}: {text}");
        }
    }
}
