//! Tables as departments have them on paper: entered, and found again line for line, as a page, a document and a workbook.

use clearjai::ids::PlanId;

use super::scene::*;
use crate::{
    house::{House, Visitor},
    pages::is_well_made,
    results::answered::Crew,
};

const MEASURE: &str = "การสร้างการมีส่วนร่วมในองค์การและการพัฒนาศักยภาพบุคลากร";
const TOPICS: &str = "- การสื่อสารภายในองค์กร\r\n- การสร้างการมีส่วนร่วมในองค์การ";
/// As they stand in the paper, with the places of their months: ต.ค. is 0.
const STEPS: [(&str, &[&str]); 3] = [
    ("๑. จัดกิจกรรมเผยแพร่/ประชาสัมพันธ์มาตรการการใช้ทรัพย์สินราชการผ่านช่องทางที่เข้าถึงได้", &["8"]),
    ("๒. การสื่อสาร/แจ้งข้อมูลในหัวข้อที่ยังมีระดับคะแนนต่ำ", &["9"]),
    ("๓. ประชาสัมพันธ์ข่าวสาร \"คุณธรรม สุจริต\"", &["11", "10"]),
];
const MONTHS: [&str; 12] = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."];

/// The plan of a finance division for five months of 2564.
fn of_months(coordinator: &Visitor) -> PlanId {
    let title = "แผนขับเคลื่อนนโยบาย มาตรการ และการสร้างความรู้ความเข้าใจให้กับบุคลากรกองคลัง";
    let plan = makes(
        coordinator,
        &[
            ("title_thai", title),
            ("policy", "การเพิ่มการรับรู้ภายในที่มีต่อหน่วยงานตนเอง"),
            ("year", "๒๕๖๔"),
            ("first", "5"),
            ("last", "9"),
        ],
    );
    let measure = adds_measure(coordinator, plan, &[("letter", ""), ("text", MEASURE), ("topics", TOPICS)]);
    for (text, months) in STEPS {
        adds_step(coordinator, plan, measure, months, &[("text", text), ("budget", "-")]);
    }
    plan
}

fn rows_of_months() -> Grid {
    let row = |first: [&str; 2], step: &str, ticks: &[usize]| {
        let mut row: Vec<String> = first.map(ToOwned::to_owned).to_vec();
        row.push(step.to_owned());
        row.extend((0..12).map(|place| if ticks.contains(&place) { "✓".to_owned() } else { String::new() }));
        row.extend(["-".to_owned(), "กลุ่มพัสดุ".to_owned()]);
        row
    };
    let topics = TOPICS.replace('\r', "");
    let text = |number: usize| format!("{}. {}", number, STEPS[number - 1].0.split_once(' ').unwrap().1);
    vec![row([MEASURE, &topics], &text(1), &[8]), row(["", ""], &text(2), &[9]), row(["", ""], &text(3), &[10, 11])]
}

#[test]
fn the_table_of_months_comes_out_again_line_for_line() {
    let house = House::open();
    let crew = Crew::of(&house);
    let plan = of_months(&crew.coordinator);
    let address = plan_address(plan, "/form/months");
    let page = crew.viewer.opens(&address);
    is_well_made(page.is(200), "th");
    page.says("แผนขับเคลื่อนนโยบาย มาตรการ และการสร้างความรู้ความเข้าใจให้กับบุคลากรกองคลัง");
    page.says("นโยบาย: การเพิ่มการรับรู้ภายในที่มีต่อหน่วยงานตนเอง").says("ระยะเวลาดำเนินการ (มี.ค. 64 – ก.ค. 64)");
    page.says(&MONTHS.join(" "));
    crew.viewer
        .opens(&format!("/en{address}"))
        .is(200)
        .says("Topics of knowledge")
        .says("When (Mar 21 – Jul 21)")
        .says("Oct Nov Dec");
    assert!(page.body.contains("landscape"), "it is printed on its side");

    let (docx, xlsx) = (crew.viewer.downloads(&format!("{address}/docx")), crew.viewer.downloads(&format!("{address}/xlsx")));
    let grids = [table_of_page(&page), table_of_docx(&docx), lines_of_xlsx(&xlsx)];
    for grid in &grids {
        assert_eq!(from(grid, MEASURE, 17), rows_of_months(), "{grid:?}");
        let head: Vec<&str> =
            grid.iter().find(|row| row.contains(&"ต.ค.".to_owned())).unwrap()[3..15].iter().map(String::as_str).collect();
        assert_eq!(head, MONTHS, "in fiscal order");
        let over = grid.iter().find(|row| row.first().is_some_and(|cell| cell == "มาตรการ")).unwrap();
        assert_eq!([&over[1], &over[2], &over[3]], ["ประเด็นความรู้", "กิจกรรมดำเนินการ", "ระยะเวลาดำเนินการ (มี.ค. 64 – ก.ค. 64)"]);
        assert_eq!([&over[15], &over[16]], ["งบประมาณ", "ผู้รับผิดชอบ"]);
    }
    assert!(grids[2].iter().any(|row| row.first().is_some_and(|cell| cell.contains("การเพิ่มการรับรู้ภายใน"))));
    // A paper that counts in Thai digits.
    let thai = crew.viewer.opens(&format!("{address}?digits=thai"));
    thai.says("๑. จัดกิจกรรมเผยแพร่").says("(มี.ค. ๖๔ – ก.ค. ๖๔)").does_not_say("1. จัด");
    let name = crew.viewer.opens(&format!("{address}/docx")).header("content-disposition").to_owned();
    assert!(name.contains("filename=\"plan-2564-months.docx\""), "{name}");
    for wrong in ["/form/nothing", "/form/months/exe", "/form/months/csv"] {
        crew.viewer.opens(&plan_address(plan, wrong)).is(404);
    }
}

/// Letter, measures, reason; the topics stand beside all of them.
const PIRAB: [(&str, &[&str], &str); 4] = [
    (
        "P",
        &[
            "เสริมสร้างการมีส่วนร่วมในการกำกับติดตามการดำเนินงาน คุณธรรมและความโปร่งใสในหน่วยงาน",
            "สร้างเครือข่ายความร่วมมือกับหน่วยงานภายในและภายนอกในการดำเนินงาน คุณธรรมและความโปร่งใส",
        ],
        "เพื่อให้ผู้มีส่วนได้ส่วนเสียภายใน/ภายนอก มีความเข้าใจในกระบวนการทำงานของหน่วยงาน และเกิดความเชื่อมั่นต่อการดำเนินงานด้านคุณธรรมและความโปร่งใส รวมถึงสร้างความร่วมมือที่เอื้อต่อการพัฒนาระบบงานอย่างต่อเนื่อง",
    ),
    (
        "R",
        &["กำกับ ติดตามการดำเนินงาน คุณธรรมและความโปร่งใสของ ครป. และรายงานต่อผู้บริหาร อย่างสม่ำเสมอ"],
        "เพื่อให้การขับเคลื่อนงานคุณธรรมและความโปร่งใสมีประสิทธิภาพ ลดช่องว่างที่เกิดจากความซับซ้อนของหลักเกณฑ์และระเบียบที่มีการปรับปรุงใหม่ และสร้างระบบติดตามที่โปร่งใสและตรวจสอบได้",
    ),
    (
        "A",
        &["สื่อสารผลการประเมิน IIT/EIT และมาตรการแก้ไข ผ่านช่องทางออนไลน์และประชุมภายใน"],
        "เพื่อให้ผู้มีส่วนได้ส่วนเสียภายใน/ภายนอก เข้าใจ รับรู้ และสามารถเข้าถึงข้อมูล ความรู้ได้ง่ายขึ้น สร้างความโปร่งใสและความมั่นใจต่อการดำเนินงานของหน่วยงาน รวมถึงลดความสับสนที่อาจเกิดขึ้นจากการสื่อสารไม่ชัดเจน",
    ),
    (
        "B",
        &["พัฒนาทักษะการสื่อสารและการให้บริการที่เป็นธรรมแก่เจ้าหน้าที่"],
        "เพื่อเสริมสร้างศักยภาพบุคลากรให้สามารถปฏิบัติงานตามหลักคุณธรรมและความโปร่งใสได้อย่างมีประสิทธิภาพ ลดความเสี่ยงต่อการเลือกปฏิบัติ และเพิ่มความมั่นใจในการให้บริการที่เท่าเทียมแก่ผู้รับบริการและผู้มีส่วนได้ส่วนเสีย",
    ),
];
const KNOWLEDGE: [&str; 4] = [
    "1. แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (Internal Integrity and Transparency Assessment: IIT)",
    "2. แผนปฏิบัติการ ส่งเสริมคุณธรรม จริยธรรมและป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569",
    "3. ข้อมูลความรู้ด้านแผนงาน งบประมาณ",
    "4. กระบวนการของหน่วยงาน",
];

#[test]
fn the_table_of_pirab_comes_out_again_line_for_line() {
    let house = House::open();
    let crew = Crew::of(&house);
    let plan = makes(&crew.coordinator, &[("title_thai", "มาตรการแก้ไขเพื่อปิด GAP"), ("year", "2569")]);
    let mut number = 0;
    for (letter, measures, reason) in PIRAB {
        for (place, text) in measures.iter().enumerate() {
            number += 1;
            let typed = format!("{number}. {text}");
            let (reason, topics) =
                (if place == 0 { reason } else { "" }, if number == 1 { KNOWLEDGE.join("\r\n") } else { String::new() });
            adds_measure(
                &crew.coordinator,
                plan,
                &[("letter", letter), ("text", &typed), ("reason", reason), ("topics", &topics)],
            );
        }
    }
    let mut expected = Grid::new();
    let (headings, mut number) = (["P : Partnership", "R : Regulate", "A : Advocate", "B : Build Capacity"], 0);
    for ((_, measures, reason), heading) in PIRAB.iter().zip(headings) {
        let lines: Vec<String> = measures
            .iter()
            .map(|text| {
                number += 1;
                format!("{number}. {text}")
            })
            .collect();
        let topics = if expected.is_empty() { KNOWLEDGE.join("\n") } else { String::new() };
        expected.push(vec![heading.to_owned(), lines.join("\n"), (*reason).to_owned(), topics]);
    }
    let address = plan_address(plan, "/form/pirab");
    let page = crew.viewer.opens(&address);
    is_well_made(page.is(200), "th");
    let (docx, xlsx) = (crew.viewer.downloads(&format!("{address}/docx")), crew.viewer.downloads(&format!("{address}/xlsx")));
    for grid in [table_of_page(&page), table_of_docx(&docx), lines_of_xlsx(&xlsx)] {
        assert_eq!(from(&grid, "P : Partnership", 4), expected, "{grid:?}");
        let head = grid.iter().find(|row| row.first().is_some_and(|cell| cell == "PIRAB")).unwrap();
        assert_eq!(head[1..], ["มาตรการ", "เหตุผลในการกำหนดมาตรการ", "ประเด็นความรู้"]);
    }
    // There is no measure under I, and the page of the plan says so.
    crew.coordinator.opens(&plan_address(plan, "")).says("ยังไม่มีมาตรการในกลุ่ม I").does_not_say("กลุ่ม P");
    // One reason holds for what comes below it, also under another letter.
    let last = *measures(&crew.coordinator, plan).last().unwrap();
    let text = PIRAB[3].1[0];
    crew.coordinator
        .fills_in(&measure_address(plan, last, ""), &measure_fields(&[("letter", "B"), ("text", text), ("place", "5")]))
        .is(303);
    let page = crew.viewer.opens(&address);
    assert!(page.body.contains("rowspan=\"2\""), "the reason above goes down");
    page.does_not_say("ศักยภาพบุคลากรให้สามารถ");
}

#[test]
fn a_plan_without_measures_prints_that_there_are_none() {
    let house = House::open();
    let crew = Crew::of(&house);
    let plan = makes(&crew.coordinator, &[]);
    for form in ["months", "pirab"] {
        let page = crew.viewer.opens(&plan_address(plan, &format!("/form/{form}")));
        is_well_made(page.is(200).says("แผนนี้ยังไม่มีมาตรการ"), "th");
        for kind in ["docx", "xlsx"] {
            assert!(crew.viewer.downloads(&plan_address(plan, &format!("/form/{form}/{kind}"))).starts_with(b"PK"));
        }
    }
}
