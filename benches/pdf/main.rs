//! How long the report of a department of 60 units takes as a PDF, and how large it is.
//!
//! `cargo bench --bench pdf`. Says how far below its target each figure stays; fails over none.

use std::{error::Error, time::Instant};

use clearjai::{
    language::Language,
    results::{
        exports::pdf::pdf,
        figure::{Figure, Score},
        report::{Against, AgainstRow, Block, Column, Document, Fact, Row, Segment, Signature, Spread, SpreadRow, Table},
    },
};

const UNITS: i64 = 60;
const ITEMS: i64 = 30;
const RUNS: usize = 21;

/// Milliseconds.
const TARGET: f64 = 2_000.0;

fn main() -> Result<(), Box<dyn Error>> {
    let report = report();
    let mut took = Vec::new();
    let mut bytes = 0;
    for _ in 0..RUNS {
        let start = Instant::now();
        bytes = pdf(&report)?.len();
        took.push(start.elapsed().as_secs_f64() * 1_000.0);
    }
    let first = took.first().copied().unwrap_or_default();
    took.sort_by(f64::total_cmp);
    let middle = took.get(RUNS / 2).copied().unwrap_or_default();
    for (what, milliseconds) in [("the first", first), ("the middle one", middle)] {
        println!("PDF of {UNITS} units, {what} of {RUNS}: {milliseconds:.1} ms, {:.4} of 2 s", milliseconds / TARGET);
    }
    println!("    its size: {bytes} bytes");
    Ok(())
}

fn report() -> Document {
    let mut blocks = vec![
        Block::Facts(vec![
            fact("คะแนนรวม", "93.00"),
            fact("เทียบเป้าหมาย", "+0.50"),
            fact("ผู้ตอบ", "1,246"),
            fact("น้ำหนักของ 1 คน", "±0.08"),
        ]),
        Block::Heading("ข้อค้นพบ".to_owned()),
        Block::List(
            (1..=12)
                .map(|item| format!("ข้อ {item} ขั้นตอนขอยืมทรัพย์สินไปใช้ปฏิบัติงานสะดวก ต่ำกว่าเป้า 3.12 คะแนน ซึ่งมากกว่าน้ำหนักของ 1 คน"))
                .collect(),
        ),
        Block::Note("หน่วยงานที่มีผู้ตอบไม่ถึง 5 คนจะไม่แสดงผล และซ่อนเพิ่มอีก 1 หน่วยงาน เพื่อไม่ให้คำนวณย้อนกลับได้".to_owned()),
        against("4 ใน 5 ตัวชี้วัดถึงเป้าหมาย", "การใช้ทรัพย์สินของราชการ", 5),
    ];
    blocks.extend((0..5).map(|_| spread()));
    blocks.push(table("คะแนนรายข้อ", "มีการนำทรัพย์สินของราชการไปใช้ประโยชน์ส่วนตัว", ITEMS));
    blocks.push(Block::PageBreak);
    blocks.push(against("เทียบหน่วยงาน", "สำนักงานเลขานุการกรม กลุ่มที่", UNITS));
    blocks.push(table("คะแนนตามหน่วยงาน", "สำนักงานเลขานุการกรม กลุ่มที่", UNITS));
    blocks.extend((0..10).map(|_| Block::Paragraph("คะแนนคิดจากคำตอบทุกข้อที่มีผู้ตอบ ปัดเศษครั้งเดียวเมื่อแสดงผล ".repeat(6))));
    Document {
        language: Language::Thai,
        title: "ผลแบบวัดการรับรู้ภายใน รอบที่ 2 ปีงบประมาณ 2569".to_owned(),
        lines: vec!["กรมตัวอย่าง".to_owned()],
        running: "กรมตัวอย่าง · เอกสารภายใน".to_owned(),
        thai_digits: true,
        is_landscape: false,
        blocks,
        signatures: vec![Signature { role: "ผู้จัดทำ".to_owned() }, Signature { role: "ผู้อนุมัติ".to_owned() }],
    }
}

fn fact(label: &str, value: &str) -> Fact {
    Fact {
        label: label.to_owned(), value: value.to_owned(), remark: "ค่าเฉลี่ยของ 5 ตัวชี้วัด".to_owned()
    }
}

fn against(heading: &str, label: &str, count: i64) -> Block {
    let target = Score::from_hundredths(9_250);
    let rows = (1..=count).map(|number| {
        let score = Score::from_hundredths(8_600 + number * 7 % 1_300);
        AgainstRow {
            label: format!("{label} {number}"),
            before: Some(Score::from_hundredths(8_900)),
            value: score.shown(1),
            change: "+0.5".to_owned(),
            is_met: Some(!score.minus(&target).is_negative()),
            figure: Figure::Exact(score),
            remark: "12 คน".to_owned(),
        }
    });
    Block::Against(Against {
        heading: heading.to_owned(),
        caption: "แกนเริ่มที่ 80 เพื่อให้เห็นความต่าง".to_owned(),
        lowest: 80,
        highest: 100,
        target: Some(target.clone()),
        before: None,
        now: "รอบ 2".to_owned(),
        rows: rows.collect(),
    })
}

fn spread() -> Block {
    let rows = (1..=ITEMS / 5).map(|number| SpreadRow {
        label: format!("ข้อ {number} ขออนุญาตยืมทรัพย์สินอย่างถูกต้อง"),
        is_reversed: false,
        segments: [3, 7, 24, 66].map(|part| Segment { per_cent: Score::whole(part), people: 12 }).to_vec(),
        value: "90.37".to_owned(),
        remark: "1,245 คน".to_owned(),
    });
    Block::Spread(Spread {
        heading: "คำตอบแยกเป็นสองขั้ว".to_owned(),
        caption: "ทุกข้อวางทิศเดียวกัน ขวาคือคะแนนสูง".to_owned(),
        legend: ["0 คะแนน", "33.33", "66.67", "100 คะแนน"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
        is_stacked: false,
    })
}

fn table(caption: &str, label: &str, count: i64) -> Block {
    let heads = [("รายการ", false), ("ผู้ตอบ", true), ("ไม่ตอบ", true), ("คะแนน", true), ("รอบก่อน", true), ("ต่าง", true)];
    let row = |number| Row {
        cells: [format!("{label} {number}").as_str(), "1,245", "3", "90.37", "89.87", "+0.50"].map(str::to_owned).to_vec(),
        is_strong: false,
    };
    Block::Table(Table {
        caption: caption.to_owned(),
        columns: heads.map(|(heading, is_figure)| Column::new(heading, is_figure)).to_vec(),
        rows: (1..=count).map(row).collect(),
        note: "ปัดเศษครั้งเดียวเมื่อแสดงผล".to_owned(),
        ..Table::default()
    })
}
