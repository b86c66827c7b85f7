//! What a report says, in both languages, and what it leaves out.

use super::rounds::{before, finance, imprint};
use crate::{
    language::{Language, plain},
    results::{
        Round,
        exports::{Kind, csv, docx, json, named, xlsx},
        figure::{Figure, Score},
        report::{Block, Document, Options, document},
    },
    sheets::{self, Cell},
};

fn report(round: &Round, earlier: &[Round], options: &Options, language: Language) -> Document {
    document(round, earlier, options, language, &imprint())
}

/// Everything that is written, line by line.
fn text(document: &Document) -> String {
    let mut lines = vec![document.title.clone()];
    lines.extend(document.lines.clone());
    for block in &document.blocks {
        match block {
            Block::Heading(text) | Block::Paragraph(text) | Block::Note(text) => lines.push(text.clone()),
            Block::List(list) => lines.extend(list.clone()),
            Block::Facts(facts) => {
                lines.extend(facts.iter().map(|fact| format!("{} {} {}", fact.label, fact.value, fact.remark)));
            }
            Block::Table(table) => {
                lines.push(table.caption.clone());
                lines.push(table.columns.iter().map(|column| column.heading.as_str()).collect::<Vec<_>>().join(" | "));
                lines.extend(table.rows.iter().map(|row| row.cells.join(" | ")));
                lines.push(table.note.clone());
            }
            Block::Against(against) => lines.push(against.heading.clone()),
            Block::Spread(spread) => lines.push(spread.heading.clone()),
            Block::PageBreak => {}
        }
    }
    lines.extend(document.signatures.iter().map(|signature| signature.role.clone()));
    plain(&lines.join("\n"))
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Number(text) => text.to_owned(),
        _ => String::new(),
    }
}

fn sheets_of(book: &[u8]) -> String {
    let tables = sheets::read_sheets(book).unwrap();
    let rows = tables.iter().flat_map(|table| &table.rows);
    rows.map(|row| row.cells().map(written).collect::<Vec<_>>().join(" | ")).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn says(text: &str, words: &str) {
    assert!(text.contains(words), "“{words}” is missing in:\n{text}");
}

#[test]
fn the_result_is_told_in_one_paragraph_with_what_went_into_it() {
    let text = text(&report(&finance(), &[before()], &Options::default(), Language::Thai));
    says(&text, "คะแนนรวม 91.61 จาก 100 คะแนน ไม่ถึงเป้าหมายที่กำหนด (ไม่น้อยกว่า 92.50) ต่ำกว่าเป้า 0.89");
    says(&text, "มีผู้ตอบ 46 คน จากผู้มีสิทธิตอบ 54 คน (ร้อยละ 85.19) ครบตามจำนวนขั้นต่ำ 30 คน รอบ 1/2564 ได้ 90.00 รอบนี้เพิ่มขึ้น 1.61");
    says(&text, "ตัวชี้วัด | คะแนน | รอบ 1/2564 | เปลี่ยน | ห่างเป้า");
    says(&text, "การใช้ทรัพย์สินของราชการ | 87.99 | 90.00 | −2.01 | −4.51");
    says(&text, "1 ใน 5 ตัวชี้วัดถึงเป้าหมาย ห่างที่สุดคือ “การใช้ทรัพย์สินของราชการ”");
    says(&text, "ข้อค้นพบ");
    says(&text, "ต่ำกว่าเป้าหมาย 92.50 4 ข้อ เรียงจากห่างที่สุด: ข้อ 4 (4.51)");
    says(&text, "คะแนนรวม 91.61 คือ (97.11 + 90.08 + 91.04 + 87.99 + 91.81) ÷ 5");
    says(&text, "คะแนนรวมก่อนปัดเศษคือ 45803/500");
    says(&text, "1 | ข้อ 4 คำถามที่ 4 (ทิศกลับ) | 87.99 | −4.51");
    says(&text, "กองคลัง | 40 | 91.9 | −0.60");
    says(&text, "กลุ่มพัสดุ | – | ซ่อน | –");
    says(&text, "https://clear.example/surveys/1/bulletin");
    says(&text, "ผู้จัดทำ\nผู้ตรวจ\nผู้อนุมัติ");
}

#[test]
fn the_same_is_told_in_english() {
    let text = text(&report(&finance(), &[], &Options::default(), Language::English));
    says(&text, "The overall score is 91.61 of 100. It does not meet the target (at least 92.50) and is 0.89 below it. 46 of 54");
    says(&text, "Indicator | Score | To target");
    let of_users = ["กรมตัวอย่าง", "คำถาม"];
    let thai = text.lines().filter(|line| of_users.iter().all(|theirs| !line.contains(theirs)));
    let thai: Vec<_> = thai.filter(|line| line.contains("คะแนน") || line.contains("เป้า")).collect();
    assert!(thai.is_empty(), "{thai:?}");
}

#[test]
fn what_is_left_out_is_not_there_and_what_is_signed_is_chosen() {
    let bare = report(&finance(), &[], &Options::named(["approver", "nonsense"]), Language::Thai);
    let (bare, whole) = (text(&bare), text(&report(&finance(), &[], &Options::default(), Language::Thai)));
    for left_out in ["ผลรายข้อ", "ผลรายหน่วยงาน", "จำนวนคน (ร้อยละของผู้ตอบ)", "ผู้จัดทำ"]
    {
        says(&whole, left_out);
        assert!(!bare.contains(left_out), "{left_out}");
    }
    says(&bare, "ผู้อนุมัติ");
}

#[test]
fn no_data_too_few_a_range_and_nothing_each_have_words_of_their_own() {
    let mut round = finance();
    let figures = [
        Figure::NoData,
        Figure::TooFew,
        Figure::Within { least: Score::whole(80), most: Score::whole(100) },
        Figure::Exact(Score::whole(0)),
    ];
    for (part, figure) in round.released.figures.parts.iter_mut().zip(figures) {
        part.figure = figure;
    }
    let said = text(&report(&round, &[], &Options::default(), Language::Thai));
    says(&said, "คะแนนรวมนี้ไม่รวม “การใช้งบประมาณ” ซึ่งแสดงไม่ได้โดยไม่เปิดเผยตัวตน");
    says(&said, "การปฏิบัติหน้าที่ | ยังไม่มีคำตอบ | –");
    says(&said, "การใช้งบประมาณ | ผู้ตอบน้อยเกินไป | –");
    says(&said, "การใช้อำนาจ | 80–100 | –");
    says(&said, "การใช้ทรัพย์สินของราชการ | 0.00 | −92.50");
    says(&said, "ผู้ตอบน้อยเกินกว่าจะแสดงผลโดยไม่เปิดเผยตัวตน (ต้องมีอย่างน้อย 5 คน)");

    round.released.figures.counted = 0;
    round.released.figures.overall = Figure::NoData;
    let said = text(&report(&round, &[before()], &Options::default(), Language::Thai));
    says(&said, "\nไม่มีคำตอบ หรือมีน้อยกว่า 5 ชุด จึงไม่มีการเปิดอ่าน\n");
}

#[test]
fn of_fewer_than_k_nothing_tells_how_many_there_were() {
    let mut round = finance();
    round.released.figures = crate::results::disclose::of_too_few(&round.released.paper, Some(54));
    let said = text(&report(&round, &[], &Options::default(), Language::Thai));
    says(&said, "ผู้ตอบ น้อยกว่า 5 คน ไม่มีคำตอบ หรือมีน้อยกว่า 5 ชุด จึงไม่มีการเปิดอ่าน");
    for nothing in ["ผู้ตอบ 0", "ร้อยละ 0.00"] {
        assert!(!said.contains(nothing), "{nothing} in {said}");
    }
    let book = sheets_of(&xlsx(&round, &[], Language::Thai, &imprint()).unwrap());
    says(&book, "น้อยกว่า 5 คน");
    assert!(!book.contains(" | 0"), "{book}");
    let told: serde_json::Value = serde_json::from_slice(&json(&round, imprint().paper)).unwrap();
    assert_eq!(told["counted"], serde_json::Value::Null);
}

#[test]
fn where_nothing_is_rated_nobody_is_told_that_nobody_answered() {
    let mut round = finance();
    for item in round.released.figures.parts.iter_mut().flat_map(|part| &mut part.items) {
        item.figure = None;
    }
    round.released.figures.overall = Figure::NoData;
    let said = text(&report(&round, &[], &Options::default(), Language::Thai));
    says(&said, "\nแบบสอบถามนี้ไม่มีข้อที่คิดเป็นคะแนน มีผู้ตอบ 46 คน");
    says(&said, "คะแนน – แบบสอบถามนี้ไม่มีข้อที่คิดเป็นคะแนน");
    assert!(!said.contains("ยังไม่มีคำตอบ"), "{said}");
}

#[test]
fn of_several_indicators_alike_each_is_named_and_behind_a_range_none() {
    let mut round = finance();
    round.released.figures.parts[1].figure = round.released.figures.parts[3].figure.clone();
    let said = text(&report(&round, &[], &Options::default(), Language::Thai));
    says(&said, "1 ใน 5 ตัวชี้วัดถึงเป้าหมาย ห่างที่สุดคือ “การใช้งบประมาณ” และ “การใช้ทรัพย์สินของราชการ”");
    round.occasion.target = None;
    let said = text(&report(&round, &[], &Options::default(), Language::Thai));
    says(&said, "สูงสุดคือ “การปฏิบัติหน้าที่” 97.11 ต่ำสุดคือ “การใช้งบประมาณ” และ “การใช้ทรัพย์สินของราชการ” 87.99");
    round.released.figures.parts[4].figure = Figure::Within { least: Score::whole(70), most: Score::whole(100) };
    assert!(!text(&report(&round, &[], &Options::default(), Language::Thai)).contains(" ต่ำสุดคือ “"));
}

#[test]
fn every_file_tells_the_figures_of_the_report() {
    let (round, earlier) = (finance(), [before()]);
    let book = xlsx(&round, &earlier, Language::Thai, &imprint()).unwrap();
    let book = sheets_of(&book);
    says(&book, "การใช้ทรัพย์สินของราชการ |  | 87.99 | 90 | -2.01 | 92.5 | -4.51 | ไม่");
    assert!(!book.contains(['\u{2060}', '\u{200b}', '\u{a0}']), "what steers line breaks stays on pages");

    let table = String::from_utf8(csv(&round, Language::Thai)).unwrap();
    says(&table, "part,p4,,,,การใช้ทรัพย์สินของราชการ,,,,exact,87.99,,,92.50,,4.51,no,,\r\n");
    says(&table, "choice,p1,i1,,4,มากที่สุด,,,,,,,,,,,,40,86.96\r\n");
    says(&table, "group,,,,,กลุ่มพัสดุ,,,,hidden,,,,,,,,,\r\n");
    assert!(table.lines().all(|line| line.split(',').count() == 19), "{table}");
    let mut cold = finance();
    cold.released.figures.parts[0].figure = Figure::Exact(Score::from_hundredths(-150));
    says(&String::from_utf8(csv(&cold, Language::Thai)).unwrap(), ",exact,-1.50,,,");

    let told: serde_json::Value = serde_json::from_slice(&json(&round, imprint().paper)).unwrap();
    assert_eq!(told["overall"], serde_json::json!({ "state": "exact", "exact": "45803/500", "shown": "91.61" }));
    assert_eq!(told["parts"][3]["items"][0]["questions"][0]["polarity"], "reversed");
    assert_eq!(told["groups"]["hidden"][0]["strata"][0]["name"]["th"], "กลุ่มพัสดุ");
}

/// As long as may be typed, with everything that some reader takes for more than text.
const HOSTILE: &str = "=1+1</w:t>\u{1}]]>&\"'@SUM(A1)|%\u{202e}<script>\r\n\u{fffe}";

#[test]
fn titles_are_only_titles_in_every_file() {
    let mut round = finance();
    let long = HOSTILE.repeat(2_000);
    round.occasion.name.th.clone_from(&long);
    round.released.paper.instrument.parts[0].title.th.clone_from(&long);
    round.released.paper.instrument.parts[0].items[0].text.th = format!("={HOSTILE}");
    round.released.paper.strata[0].name.th = format!("-{HOSTILE}");
    let options = Options::default();

    let book = xlsx(&round, &[], Language::Thai, &imprint()).unwrap();
    let sheets = sheets::read_sheets(&book).unwrap();
    let cells: Vec<String> = sheets.iter().flat_map(|table| &table.rows).flat_map(|row| row.cells().map(written)).collect();
    assert!(cells.iter().any(|cell| cell.starts_with("==1+1</w:t>]]>&\"'@SUM")), "{cells:?}");
    let table = csv(&round, Language::Thai);
    let mut reader = ::csv::ReaderBuilder::new().from_reader(table.get(3..).unwrap());
    for record in reader.records() {
        let record = record.unwrap();
        assert_eq!(record.len(), 19);
        assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{record:?}");
    }
    let told: serde_json::Value = serde_json::from_slice(&json(&round, imprint().paper)).unwrap();
    assert_eq!(told["name"]["th"], long, "JSON keeps every letter");

    let file = docx(&report(&round, &[], &options, Language::Thai)).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    for place in 0..zip.len() {
        let mut part = String::new();
        std::io::Read::read_to_string(&mut zip.by_index(place).unwrap(), &mut part).unwrap();
        let mut reader = quick_xml::Reader::from_str(&part);
        reader.config_mut().check_end_names = true;
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
        assert!(!part.contains("<script>") && !part.contains(['\u{1}', '\u{fffe}', '\u{2060}']));
    }

    let (plain, own) = named(&round.occasion, Kind::Docx, Language::Thai);
    assert_eq!(plain, "results-2564-2.docx");
    assert!(
        own.ends_with(" 2564-2.docx") && own.chars().count() < 80 && !own.contains(['/', '<', '"', '\r', '\u{202e}', '%']),
        "{own}"
    );
}

#[test]
fn the_same_round_gives_the_same_bytes() {
    let round = finance();
    let twice = |make: &dyn Fn() -> Vec<u8>| assert_eq!(make(), make());
    twice(&|| xlsx(&round, &[], Language::Thai, &imprint()).unwrap());
    twice(&|| docx(&report(&round, &[], &Options::default(), Language::Thai)).unwrap());
    twice(&|| csv(&round, Language::Thai));
    twice(&|| json(&round, imprint().paper));
}
