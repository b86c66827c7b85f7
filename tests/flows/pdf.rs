//! A report as a PDF: A4, its fonts inside, every sheet numbered, and text that comes out as it went in.
//!
//! What is copied out is asked of `pdftotext` (poppler-utils); without it that is passed over, unless
//! `CLEARJAI_TEST_REQUIRE` is set. `CLEARJAI_TEST_SHOTS`: a folder for the reports, to be looked at.

use std::{
    env, fs,
    io::Write as _,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use clearjai::{
    language::{Language, plain},
    results::{
        exports::pdf::pdf,
        figure::{Figure, Score},
        report::{Against, AgainstRow, Before, Block, Column, Document, Fact, Row, Segment, Signature, Spread, SpreadRow, Table},
    },
};

use proptest::prelude::*;

use crate::{house::House, rounds::desk::*, wall::respondent::*};

/// Clusters of every kind: marks above each other, below, beside high letters, and ำ with a tone.
const THAI: [&str; 8] = [
    "ชื่อหน่วยงาน การปฏิบัติหน้าที่ ทำได้ดี ที่ดี เป็นผู้ให้",
    "น้ำหนักของ 1 คน ต่ำกว่าเป้า 3.12 กรุณา ปั๊ม ญี่ปุ่น ฐานข้อมูล",
    "ปำ ป้ำ ฟำ กฎุ ฤๅษี ฬำ สำนักงาน กำลัง ค่ำ จำนวน ผู้ไม่ประสงค์",
    "ปี่ ปู่ ฝั่ง ฟื้น พึ่ง ก๊วยเตี๋ยว เก้าอี้ กี๊ ป๊ะ ป๋า เสื้อ ครึ่ง ที่ตั้งอยู่ ต้นทุน",
    "ญู ฐู ฎุ ฏู กู่ รู้ อยู่ ผู้รับผิดชอบ หนี้สิน ปัญหาต่าง ๆ ท่านทั้งหลาย ฯลฯ",
    "ITA 2569 ทำได้ดี ที่สำนักงาน น้ำ",
    "“ไม่ทราบ / ขอไม่ตอบ” – 92.50 % ± 1 − 2 ≥ 85 ≤ 3 × 4 · … AVATAR office fi",
    "Gérard’s café: ไม่มีในแบบอักษร 漢 😀",
];

fn document(blocks: Vec<Block>) -> Document {
    Document {
        language: Language::Thai,
        title: "ผลแบบวัดการรับรู้ภายใน รอบที่ 2 ปีงบประมาณ 2569".to_owned(),
        lines: vec!["กรมตัวอย่าง".to_owned(), "เก็บคำตอบ 1–30 มิ.ย. 2569".to_owned()],
        running: "กรมตัวอย่าง · เอกสารภายใน · พิมพ์เมื่อ 1 ก.ค. 2569".to_owned(),
        thai_digits: false,
        is_landscape: false,
        blocks,
        signatures: Vec::new(),
    }
}

fn paragraphs(texts: &[&str]) -> Document {
    document(texts.iter().map(|text| Block::Paragraph((*text).to_owned())).collect())
}

fn score(hundredths: i64) -> Score {
    Score::from_hundredths(hundredths)
}

fn against(rows: &[(&str, Option<i64>, Figure)]) -> Block {
    let target = score(9_250);
    let rows = rows.iter().map(|(label, before, figure)| {
        let is_met = figure.exact().map(|now| !now.minus(&target).is_negative());
        AgainstRow {
            label: (*label).to_owned(),
            before: before.map(score),
            figure: figure.clone(),
            value: figure.exact().map_or_else(|| "ซ่อน".to_owned(), |now| now.shown(2)),
            change: before
                .and_then(|before| Some(format!("({})", figure.exact()?.minus(&score(before)).shown_signed(2))))
                .unwrap_or_default(),
            is_met,
            remark: match is_met {
                Some(true) => "ถึงเป้า",
                Some(false) => "ต่ำกว่าเป้า",
                None => "ผู้ตอบน้อยเกินกว่าจะแสดง",
            }
            .to_owned(),
        }
    });
    Block::Against(Against {
        heading: "4 ใน 5 ตัวชี้วัดถึงเป้าหมาย เหลือ “การใช้ทรัพย์สินของราชการ”".to_owned(),
        caption: "คะแนนเต็ม 100 แกนเริ่มที่ 80 เพื่อให้เห็นความต่าง".to_owned(),
        lowest: 80,
        highest: 100,
        target: Some(target.clone()),
        before: Some(Before { label: "รอบ 1 (ม.ค. 2569)".to_owned() }),
        now: "รอบ 2".to_owned(),
        rows: rows.collect(),
    })
}

fn spread(is_stacked: bool, rows: &[(&str, &[i64])]) -> Block {
    let rows = rows.iter().map(|(label, parts)| SpreadRow {
        label: (*label).to_owned(),
        is_reversed: false,
        segments: parts.iter().map(|part| Segment { per_cent: Score::whole(*part), people: 5 }).collect(),
        value: if parts.is_empty() { "ซ่อน".to_owned() } else { "90.37".to_owned() },
        remark: "45 คน".to_owned(),
    });
    Block::Spread(Spread {
        heading: "ข้อ 12 คะแนนต่ำสุด และคำตอบแยกเป็นสองขั้ว".to_owned(),
        caption: "ทุกข้อวางทิศเดียวกัน ขวาคือคะแนนสูง".to_owned(),
        legend: ["0 คะแนน", "33.33", "66.67", "100 คะแนน"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
        is_stacked,
    })
}

fn table(columns: &[(&str, bool)], rows: &[Vec<&str>]) -> Block {
    Block::Table(Table {
        caption: "คะแนนตามหน่วยงาน".to_owned(),
        columns: columns.iter().map(|(heading, is_figure)| Column::new(*heading, *is_figure)).collect(),
        rows: rows
            .iter()
            .map(|cells| Row {
                cells: cells.iter().map(|it| (*it).to_owned()).collect(),
                is_strong: cells.first() == Some(&"รวม"),
            })
            .collect(),
        note: "หน่วยงานที่มีผู้ตอบไม่ถึง 5 คนจะไม่แสดงผล".to_owned(),
        ..Table::default()
    })
}

/// Everything that a report may hold.
fn everything() -> Document {
    let exact = |hundredths| Figure::Exact(score(hundredths));
    let fact = |label: &str, value: &str, remark: &str| Fact {
        label: label.to_owned(),
        value: value.to_owned(),
        remark: remark.to_owned(),
    };
    let mut report = document(vec![
        Block::Facts(vec![
            fact("คะแนนรวม", "93.00", "ค่าเฉลี่ยของ 5 ตัวชี้วัด รอบ 1 ได้ 91.20"),
            fact("เทียบเป้าหมาย 92.50", "+0.50", "ถึงเป้า แต่มี 1 ตัวชี้วัดยังไม่ถึง"),
            fact("ผู้ตอบ", "46 จาก 54 คน", "ร้อยละ 85.19 ของผู้มีสิทธิ"),
            fact("น้ำหนักของ 1 คน", "±2.17", "1 คนเปลี่ยนคำตอบ คะแนนรายข้อขยับได้มากสุดเท่านี้"),
        ]),
        Block::Heading("ข้อค้นพบ".to_owned()),
        Block::List(
            ["ตัวชี้วัดที่ 4 ต่ำกว่าเป้า 3.12 คะแนน", "ขั้นตอนขอยืมทรัพย์สินไปใช้ปฏิบัติงานสะดวก ได้ 90.37 คะแนน จากผู้ตอบ 45 คน ซึ่งต่ำกว่าทุกข้อในตัวชี้วัดเดียวกัน"]
                .map(str::to_owned)
                .to_vec(),
        ),
        Block::Note("หาสาเหตุก่อนสรุป ข้อ 12 เป็นข้อเชิงลบ ร้อยละ 76 ตอบ “น้อยที่สุดหรือไม่มีเลย” แต่ร้อยละ 11 ตอบ “มากที่สุด” เป็นไปได้ทั้งมีผู้พบเหตุจริง และมีผู้อ่านกลับด้าน".to_owned()),
        against(&[
            ("1. การปฏิบัติหน้าที่", Some(9_640), exact(9_620)),
            ("2. การใช้งบประมาณ", Some(8_990), exact(9_275)),
            ("3. การใช้อำนาจ", Some(9_080), exact(9_310)),
            ("4. การใช้ทรัพย์สินของราชการ", Some(8_760), exact(8_938)),
            ("5. การแก้ไขปัญหาการทุจริต", None, Figure::Within { least: score(9_000), most: score(9_600) }),
            ("ศูนย์เทคโนโลยีสารสนเทศ", None, Figure::TooFew),
        ]),
        spread(false, &[
            ("ข้อ 10 ขั้นตอนขอยืมทรัพย์สินไปใช้ปฏิบัติงานสะดวก", &[0, 3, 24, 73]),
            ("ข้อ 11 ขออนุญาตยืมทรัพย์สินอย่างถูกต้อง", &[0, 0, 18, 82]),
            ("ข้อ 12 มีการนำทรัพย์สินของราชการไปใช้ประโยชน์ส่วนตัว", &[11, 2, 11, 76]),
            ("ข้อ 13", &[]),
        ]),
        spread(true, &[("ข้อ 10", &[10, 20, 30, 40]), ("ข้อ 11", &[25, 25, 25, 25])]),
        Block::PageBreak,
        table(&[("หน่วยงาน", false), ("ผู้ตอบ", true), ("คะแนน", true)], &[
            vec!["กองนโยบายและแผน", "12", "95.1"],
            vec!["สำนักงานเลขานุการกรม", "9", "93.4"],
            vec!["รวม", "46", "93.0"],
        ]),
    ]);
    report.signatures = ["ผู้จัดทำ", "ผู้ตรวจสอบ", "อธิบดีกรมตัวอย่าง"].map(|role| Signature { role: role.to_owned() }).to_vec();
    report
}

fn drawn(name: &str, document: &Document) -> Vec<u8> {
    let bytes = pdf(document).unwrap();
    if let Ok(folder) = env::var("CLEARJAI_TEST_SHOTS") {
        fs::write(format!("{folder}/{name}.pdf"), &bytes).unwrap();
    }
    bytes
}

/// How often something stands in a file, outside of what is packed.
fn count(bytes: &[u8], what: &str) -> usize {
    String::from_utf8_lossy(bytes).matches(what).count()
}

/// What somebody copies out of it, by each of the ways of `pdftotext`, and by none where it is missing.
fn copied(name: &str, document: &Document) -> Vec<String> {
    copied_from(&drawn(name, document))
}

fn copied_from(bytes: &[u8]) -> Vec<String> {
    let each = [vec!["-layout"], vec!["-raw"], vec![]].into_iter().map_while(|mode| {
        let command = Command::new("pdftotext").args(&mode).args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
        let Ok(mut command) = command else {
            assert_eq!(env::var("CLEARJAI_TEST_REQUIRE").unwrap_or_default(), "", "pdftotext is missing");
            println!("passed over: pdftotext is missing");
            return None;
        };
        let mut input = command.stdin.take().unwrap();
        let writing = thread::spawn({
            let bytes = bytes.to_vec();
            move || input.write_all(&bytes).unwrap()
        });
        let said = command.wait_with_output().unwrap();
        writing.join().unwrap();
        assert!(said.status.success(), "{said:?}");
        Some(String::from_utf8(said.stdout).unwrap())
    });
    each.collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn every_sheet_is_a4_with_both_fonts_inside() {
    let file = drawn("everything", &everything());
    assert!(file.starts_with(b"%PDF-1.7"));
    let sheets = count(&file, "/MediaBox [0 0 595.28125 841.875]");
    assert_eq!((sheets, count(&file, "/Type /Page\n"), count(&file, "/MediaBox")), (3, 3, 3));
    assert_eq!((count(&file, "/FontFile2"), count(&file, "/ToUnicode"), count(&file, "/BaseFont /CLRJAI+Sarabun-")), (2, 2, 4));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert!(drawn("everything", &everything()) == drawn("everything", &everything()));
}

#[test]
fn thai_is_copied_out_as_it_was_written() {
    for text in copied("thai", &paragraphs(&THAI)) {
        let lines = lines(&text);
        for sentence in THAI {
            assert!(lines.contains(&sentence), "{sentence} is missing from:\n{text}");
        }
    }
}

#[test]
fn everything_that_a_report_says_can_be_copied_out() {
    let report = everything();
    for text in copied("everything", &report) {
        for said in [
            "ผลแบบวัดการรับรู้ภายใน รอบที่ 2 ปีงบประมาณ 2569",
            "เก็บคำตอบ 1–30 มิ.ย. 2569",
            "น้ำหนักของ 1 คน",
            "±2.17",
            "ข้อค้นพบ",
            "ตัวชี้วัดที่ 4 ต่ำกว่าเป้า 3.12 คะแนน",
            "4 ใน 5 ตัวชี้วัดถึงเป้าหมาย เหลือ “การใช้ทรัพย์สินของราชการ”",
            "96.20 (−0.20)",
            "ผู้ตอบน้อยเกินกว่าจะแสดง",
            "100 คะแนน",
            "สำนักงานเลขานุการกรม",
            "หน่วยงานที่มีผู้ตอบไม่ถึง 5 คนจะไม่แสดงผล",
            "อธิบดีกรมตัวอย่าง",
        ] {
            assert!(text.contains(said), "{said} is missing from:\n{text}");
        }
        assert_eq!(text.matches("กรมตัวอย่าง · เอกสารภายใน · พิมพ์เมื่อ 1 ก.ค. 2569").count(), 3, "{text}");
    }
}

#[test]
fn nothing_that_somebody_wrote_is_a_command() {
    let long = ["ก".repeat(700), "W".repeat(700)].concat();
    let hostile = [
        "#read(\"/etc/passwd\") $x^2$ *bold* _low_ @ref <label> // ~ `code`",
        "(Tj) ET Q endstream endobj %%EOF \\) /JavaScript (app.alert(1)) << >> [ ]",
        "\\input{/etc/passwd} {{7*7}} <script>alert(1)</script> =1+1",
        "ที่\u{0}\u{7}\u{1b}[31mดี",
        "น้ำ\u{200b}หนัก\u{2060}ของ\u{ad}คน",
        long.as_str(),
    ];
    let report = paragraphs(&hostile);
    let file = drawn("hostile", &report);
    for command in ["/JavaScript", "/JS", "/OpenAction", "/AA", "/URI", "/Launch", "/EmbeddedFile"] {
        assert_eq!(count(&file, command), 0, "{command}");
    }
    assert_eq!(count(&file, "%%EOF"), 1);
    for text in copied("hostile", &report) {
        let text = without_spaces(&text);
        for sentence in hostile {
            let visible: String = without_spaces(sentence).chars().filter(|it| !it.is_control() && *it != '\u{ad}').collect();
            let visible = plain(&visible);
            assert!(text.contains(&visible), "{visible} is missing from {text}");
        }
    }
}

#[test]
fn digits_are_thai_in_running_text_only_and_only_if_asked_for() {
    let mut report = everything();
    report.thai_digits = true;
    report.blocks.push(Block::Paragraph("ดูได้ที่ https://survey.example.org/p/12 ภายใน 30 วัน".to_owned()));
    for text in copied("thai-digits", &report) {
        for said in ["รอบที่ ๒ ปีงบประมาณ ๒๕๖๙", "ต่ำกว่าเป้า ๓.๑๒ คะแนน", "https://survey.example.org/p/12", "ภายใน ๓๐ วัน"]
        {
            assert!(text.contains(said), "{said} is missing from:\n{text}");
        }
        for said in ["96.20 (−0.20)", "92.50", "95.1", "±2.17", "45 คน"] {
            assert!(text.contains(said), "{said} is missing from:\n{text}");
        }
    }
    for text in copied("arabic-digits", &everything()) {
        assert!(!text.contains(|letter| ('๐'..='๙').contains(&letter)), "{text}");
    }
}

#[test]
fn a_long_table_goes_on_under_its_heading_and_loses_no_row() {
    let units: Vec<String> = (1..=120).map(|number| format!("หน่วยงานที่ตั้งอยู่ลำดับ{number:03}")).collect();
    let rows: Vec<Vec<&str>> = units.iter().map(|unit| vec![unit.as_str(), "12", "95.1"]).collect();
    let report = document(vec![table(&[("หน่วยงาน", false), ("ผู้ตอบ", true), ("คะแนน", true)], &rows)]);
    let sheets = count(&drawn("long-table", &report), "/MediaBox");
    assert!(sheets > 2);
    for text in copied("long-table", &report) {
        let places: Vec<Option<usize>> = units.iter().map(|unit| text.find(unit.as_str())).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
        assert_eq!(text.matches("คะแนนตามหน่วยงาน").count(), 1);
        let headings = text.split('\u{c}').filter(|sheet| sheet.contains("ผู้ตอบ") && sheet.contains("หน่วยงานที่ตั้ง")).count();
        assert_eq!(headings, sheets, "{text}");
        for number in 1..=sheets {
            assert!(without_spaces(&text).contains(&format!("{number}/{sheets}")), "{text}");
        }
    }
}

#[test]
fn what_is_longer_than_a_sheet_goes_on_on_the_next() {
    let words: Vec<String> = (1..=900).map(|number| format!("ถ้อยคำที่{number:03}")).collect();
    let long = words.join(" ");
    let short = "คะแนน";
    let exact = Figure::Exact(score(9_000));
    for (name, block) in [
        ("long-paragraph", Block::Paragraph(long.clone())),
        ("long-note", Block::Note(long.clone())),
        ("long-item", Block::List(vec![long.clone()])),
        ("long-cell", table(&[(short, false), (short, true)], &[vec![long.as_str(), "1"]])),
        ("long-heading", table(&[(long.as_str(), false), (short, true)], &[vec![short, "1"]])),
        ("long-label", against(&[(long.as_str(), None, exact)])),
        ("long-question", spread(false, &[(long.as_str(), &[10, 20, 30, 40])])),
    ] {
        let report = document(vec![Block::Heading(short.to_owned()), block]);
        for text in copied(name, &report) {
            let places: Vec<Option<usize>> = (1..=900).map(|number| text.find(&format!("ถ้อยคำที่{number:03}"))).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{name}: {text}");
        }
    }
}

#[test]
fn an_empty_report_is_a_sheet_and_empty_parts_are_no_harm() {
    let nothing = || Against {
        heading: String::new(),
        caption: String::new(),
        lowest: 100,
        highest: 100,
        target: None,
        before: None,
        now: String::new(),
        rows: Vec::new(),
    };
    let empty =
        Spread { heading: String::new(), caption: String::new(), legend: Vec::new(), rows: Vec::new(), is_stacked: false };
    let bare = Table {
        caption: String::new(),
        columns: Vec::new(),
        rows: vec![Row { cells: Vec::new(), is_strong: true }],
        ..Table::default()
    };
    let parts = vec![
        Block::Heading(String::new()),
        Block::List(Vec::new()),
        Block::Facts(Vec::new()),
        Block::Table(bare),
        Block::Against(nothing()),
        Block::Spread(empty),
        Block::PageBreak,
        Block::PageBreak,
    ];
    assert_eq!(count(&drawn("empty", &document(Vec::new())), "/MediaBox"), 1);
    assert_eq!(count(&drawn("empty-parts", &document(parts)), "/MediaBox"), 2);
}

#[test]
fn a_coordinator_takes_the_report_of_a_round_away() {
    let house = House::open();
    let id = open_round(&house);
    for link in links(&house, id).iter().take(15) {
        assert_eq!(Respondent::with(&house, link).ballot(&[("i1", "4"), ("i2", "2")]).goes_in(&house).0, 201);
    }
    comes(&house, 14, 16, 30);
    for wait in [0, 11, 1] {
        house.turn(Duration::from_secs(wait * 60));
        house.timetable_runs();
    }
    let coordinator = house.visitor();
    coordinator.is_in("chai@example.go.th");
    let address = format!("/rounds/{id}/results/file/pdf");
    let page = coordinator.opens(&address);
    assert_eq!((page.is(200).header("content-type"), page.header("cache-control")), ("application/pdf", "no-store"));
    let named = page.header("content-disposition");
    assert!(named.starts_with("attachment; filename=\"results-2570-1.pdf\""), "{named}");
    let bytes = coordinator.downloads(&address);
    if let Ok(folder) = env::var("CLEARJAI_TEST_SHOTS") {
        fs::write(format!("{folder}/round.pdf"), &bytes).unwrap();
    }
    for text in copied_from(&bytes) {
        for said in ["คะแนนรวม 66.67 จาก 100 คะแนน", "มีผู้ตอบ 15 คน จากผู้มีสิทธิตอบ 36 คน (ร้อยละ 41.67)", "ผู้จัดทำ"]
        {
            assert!(text.contains(said), "{said} is missing from:\n{text}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_drawn(text in any::<String>(), thai in "[ก-๛ a-z0-9\\u{200B}\\u{2060}]{0,300}") {
        let rows = [vec![text.as_str(), thai.as_str()], vec![thai.as_str()]];
        let mut report = document(vec![
            Block::Heading(text.clone()),
            Block::Note(thai.clone()),
            table(&[(thai.as_str(), false), (text.as_str(), true)], &rows),
            against(&[(thai.as_str(), None, Figure::NoData)]),
        ]);
        report.thai_digits = true;
        prop_assert!(pdf(&report).is_ok());
    }
}
