//! The report of a real department for the first half of 2566: entered row by row, and taken away again.

use super::scene::*;
use crate::{house::House, pages::is_well_made};

const ROWS: &str = include_str!("rows-of-2566.tsv");
const OPENING: &str = include_str!("opening-of-2566.txt");
const CLOSING: &str = "จัดทำโดย\r\nสำนักงานเลขาธิการกรม กรมองค์การระหว่างประเทศ\r\nกระทรวงการต่างประเทศ\r\n11 ม.ค. 2567";
const KINDS: [&str; 6] = ["other", "election", "seminar", "lecture", "clinic", "training"];
/// As periods are written again.
const PERIODS: [&str; 6] = [
    "ต.ค. 2565 – มี.ค. 2566",
    "16 – 24 ม.ค. 2566",
    "3 – 5 ก.พ. 2566",
    "ตลอดทั้งปีงบประมาณ พ.ศ. 2566",
    "22 ก.พ. 2566",
    "ตลอดทั้งปีงบประมาณ พ.ศ. 2566",
];

/// Title, time, what was done, what came of it.
fn rows() -> Vec<[&'static str; 4]> {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        let mut row = [(); 4].map(|()| cells.next().unwrap().trim());
        row[0] = row[0].split_once(". ").unwrap().1;
        row
    };
    ROWS.lines().map(row).collect()
}

fn enters(scene: &Scene) {
    for (place, (row, kind)) in rows().into_iter().zip(KINDS).enumerate() {
        let [title, period, summary, result] = row;
        // The whole year, which the paper says on its first page.
        let period = if period == "ตลอดทั้งปีงบประมาณ" {
            "ตลอดทั้งปีงบประมาณ 2566"
        } else {
            period
        };
        let place = (place + 1).to_string();
        scene.writes(&[
            ("kind", kind),
            ("title_thai", title),
            ("period", period),
            ("summary", summary),
            ("result", result),
            ("place", &place),
        ]);
    }
    let address = "/activities/report/words?year=2566&half=first";
    let done = scene.coordinator.fills_in(address, &[("opening", OPENING), ("closing", CLOSING)]);
    assert_eq!(done.leads_to(), "/activities/report?year=2566&half=first&done=saved");
}

#[test]
fn all_rows_come_out_again_on_the_page_and_in_every_file_without_markup() {
    let house = House::open();
    let scene = Scene::new(&house);
    enters(&scene);
    let page = scene.viewer.opens(&report(2566, "first"));
    is_well_made(page.is(200), "th");
    let mut lines = vec![
        "ประจำปีงบประมาณ พ.ศ. 2566 (ต.ค. 2565 – มี.ค. 2566)".to_owned(),
        "มาตรการ/กิจกรรมที่ดำเนินการ".to_owned(),
        "ช่วงเวลาการดำเนินการ".to_owned(),
        "สรุปผลการดำเนินการ".to_owned(),
        "ผลลัพธ์/ความพอใจของการดำเนินการ".to_owned(),
        CLOSING.to_owned(),
    ];
    lines.extend(OPENING.split("\n\n").map(str::to_owned));
    for (number, ([title, _, summary, result], period)) in (1..).zip(rows().into_iter().zip(PERIODS)) {
        lines.extend([format!("{number}. {title}"), period.to_owned(), summary.to_owned()]);
        let result = result.strip_prefix("<ul style=\"list-style-type: none\">").unwrap_or(result);
        lines.push(result.to_owned());
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    stands_everywhere(&scene.viewer, &page, |kind| report_file(kind, 2566, "first"), &lines);

    // The bullets of the second row have their own lines, in Word too.
    let word = paragraphs(&scene.viewer.downloads(&report_file("docx", 2566, "first")));
    assert!(word.iter().any(|line| line.starts_with("- สร้างขวัญและกำลังใจ") && line.ends_with("เป็นแบบอย่าง")), "{word:?}");
    assert!(word.iter().any(|line| line.starts_with("- เปิดโอกาสให้บุคลากรกรม")), "{word:?}");
    let cells = cells(&scene.viewer.downloads(&report_file("xlsx", 2566, "first")));
    assert!(cells.iter().any(|cell| cell.contains("เป็นแบบอย่าง\n- เปิดโอกาส")), "{cells:?}");
    is_well_made(&scene.viewer.opens("/en/activities/report?year=2567&half=second"), "en");
}

#[test]
fn half_a_year_has_what_was_done_in_it_and_keeps_its_own_words() {
    let house = House::open();
    let scene = Scene::new(&house);
    enters(&scene);
    let first = scene.coordinator.opens(&report(2566, "first"));
    first.says("6. การจัดการบรรยาย").says("11 ม.ค. 2567");
    let second = scene.coordinator.opens(&report(2566, "second"));
    second.says("1. กิจกรรมเสวนาวิชาการ").says("2. การจัดการบรรยาย").does_not_say("การสัมมนา").does_not_say("จัดทำโดย");
    second.says("(เม.ย. – ก.ย. 2566)");
    let whole = scene.coordinator.opens(&report(2566, "whole"));
    whole.says("1. การเข้าร่วม").says("6. การจัดการบรรยาย").does_not_say("จัดทำโดย");
    scene.coordinator.opens(&report(2567, "whole")).says("ยังไม่มีกิจกรรมในช่วงเวลานี้");
    for wrong in [report(2566, "third"), report(1, "first"), "/activities?year=x".to_owned()] {
        scene.coordinator.opens(&wrong).is(404);
    }
    scene.coordinator.opens(&report_file("csv", 2566, "first")).is(404);
    scene.coordinator.opens("/activities?year=2566").says("16 – 24 ม.ค. 2566").says("การคัดเลือก");
    scene.coordinator.opens("/activities").says("ยังไม่มีกิจกรรมในปีงบประมาณนี้").does_not_say("สัมมนากรรม");
}

#[test]
fn what_was_cleaned_is_said_and_shown() {
    let house = House::open();
    let scene = Scene::new(&house);
    let pasted = "<p>คะแนน&nbsp;IIT &lt; 85</p><ul style=\"x\"><li>ข้อ <b>หนึ่ง</b></li></ul>\u{200b}";
    let done = scene.coordinator.fills_in(NEW, &fields(&[("result", pasted)]));
    assert!(done.leads_to().ends_with("?done=cleaned"), "{}", done.leads_to());
    let form = scene.coordinator.opens(done.leads_to());
    form.says("เอาออกให้ ตรวจดู");
    assert_eq!(written(&form, "result"), "คะแนน IIT < 85\n- ข้อ หนึ่ง");
    assert!(form.body.contains("คะแนน IIT &lt; 85\n- ข้อ หนึ่ง"), "what is kept");
    // A sentence with such a sign is no markup, and is left alone.
    let done = scene.coordinator.fills_in(NEW, &fields(&[("result", "คะแนน < 85 และ > 70")]));
    assert!(done.leads_to().ends_with("?done=saved"), "{}", done.leads_to());
    scene.coordinator.opens(&report(2566, "first")).says("คะแนน < 85 และ > 70");
}
