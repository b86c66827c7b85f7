//! The summary of one activity, as a real department wrote it: entered, and taken away again.

use super::scene::*;
use crate::{house::House, pages::is_well_made};

const OBJECTIVE: &str = include_str!("objective-of-2569.txt");
const KEY_POINTS: &str = include_str!("key_points-of-2569.txt");
const GOOD_PRACTICE: &str = include_str!("good_practice-of-2569.txt");

#[test]
fn the_summary_has_its_headings_its_lines_and_a_figure_with_what_it_needs() {
    let house = House::open();
    let scene = Scene::new(&house);
    let address = scene.writes(&[
        ("kind", "lecture"),
        ("title_thai", "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment)"),
        ("period", "29 มกราคม 2569"),
        ("venue", "ห้องอเนกประสงค์ (SPM Hall) อาคาร สอว. 1"),
        ("objective", OBJECTIVE),
        ("method", "การบรรยายให้ความรู้ และถอดบทเรียน"),
        ("key_points", KEY_POINTS),
        ("good_practice", GOOD_PRACTICE),
        ("attendance", "69"),
        ("summary", ""),
        ("satisfaction", "elsewhere"),
        ("per_cent", "88.60"),
        ("n", "69"),
        ("levels", "5"),
        ("asked", "unknown"),
        ("knowledge", "รู้เกณฑ์การประเมิน"),
    ]);
    let page = scene.viewer.opens(&format!("{address}/summary"));
    is_well_made(page.is(200), "th");
    let mut lines = vec![
        "สรุปผลการดำเนินงานกิจกรรม",
        "(Integrity and Transparency Assessment)",
        "เมื่อวันพฤหัสบดีที่ 29 มกราคม พ.ศ. 2569",
        "ณ ห้องอเนกประสงค์ (SPM Hall) อาคาร สอว. 1",
        "วัตถุประสงค์",
        "วิธีดำเนินการ",
        "การบรรยายให้ความรู้ และถอดบทเรียน",
        "สาระสำคัญของความรู้",
        "แนวปฏิบัติที่ดีในการปฏิบัติงาน (Best Practice)",
        "จำนวนบุคลากรที่เข้าร่วมกิจกรรม",
        "จำนวน 69 คน",
        "ความพึงพอใจต่อกิจกรรม",
        "ความพึงพอใจคิดเป็นร้อยละ 88.60 (n = 69, 5 ระดับ)",
        "ไม่ทราบจำนวนข้อที่ถาม",
        "องค์ความรู้",
        "รู้เกณฑ์การประเมิน",
    ];
    for text in [OBJECTIVE, KEY_POINTS, GOOD_PRACTICE] {
        lines.extend(text.lines().filter(|line| !line.trim().is_empty()));
    }
    stands_everywhere(&scene.viewer, &page, |kind| format!("{address}/summary/file/{kind}"), &lines);
    page.does_not_say("ผลลัพธ์");
    // Every bullet has its own line, and those below others stand deeper.
    let word = paragraphs(&scene.viewer.downloads(&format!("{address}/summary/file/docx")));
    assert!(word.iter().any(|line| line == "- ระดับการประเมิน (Rating Score)"), "{word:?}");
    assert!(word.iter().any(|line| line == "  - ผ่านดีเยี่ยม (แบบวัดทุกตัวได้ 95 คะแนนขึ้นไป)"), "{word:?}");
    let english = scene.viewer.opens(&format!("/en{address}/summary"));
    english.says("88.60 % (n = 69, 5 levels), number of questions not known").says("On Thursday 29 January 2026");
    // And the row of the report has the same figure.
    scene.viewer.opens(&report(2569, "first")).says("ผู้เข้าร่วม 69 คน").says("ความพึงพอใจ: 88.60 % (n = 69, 5 ระดับ)");
    let name = scene.viewer.opens(&format!("{address}/summary/file/docx"));
    assert!(name.header("content-disposition").starts_with("attachment; filename=\"activity.docx\"; filename*=UTF-8''%E0"));
}
