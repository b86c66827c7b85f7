//! A figure reported elsewhere, worked out again.

use crate::{
    house::{House, Page, Visitor},
    pages::is_well_made,
    yardsticks::{addresses, saves},
};

const FINANCE: [(&str, &str); 5] =
    [("figure_1", "๙๗.๑๑"), ("figure_2", "๙๐.๐๘"), ("figure_3", "๙๑.๐๔"), ("figure_4", "๘๗.๙๙"), ("figure_5", "๙๑.๘๑")];

fn checks(reader: &Visitor, prefix: &str, more: &[(&str, &str)]) -> Page {
    let fields = [&[("rule", "mean"), ("label_4", "การใช้ทรัพย์สินของราชการ")], &FINANCE[..], more].concat();
    reader.fills_in(&format!("{prefix}/ita/check"), &fields)
}

#[test]
fn the_figure_of_a_finance_division_is_flagged_and_explained_and_nothing_is_kept() {
    let house = House::open();
    let admin = house.administrator();
    let viewer = house.member(&admin, "busaba", &["viewer"]);
    let page = checks(&viewer, "", &[("reported", "๙๒.๕๑"), ("target", "๙๒.๕๐")]);
    is_well_made(page.is(200), "th");
    page.says("ไม่ตรงกัน: รายงานว่า 92.51 แต่คำนวณได้ 91.61 ต่างกัน +0.90")
        .says("92.51 คือค่าเฉลี่ยของ 4 ตัวที่ไม่รวมตัวต่ำสุด (การใช้ทรัพย์สินของราชการ 87.99)")
        .says("91.61 ไม่ผ่านเป้าหมาย 92.50 แม้ค่าที่รายงาน 92.51 จะผ่าน");
    // What was typed stands there again.
    assert_eq!((page.field("figure_4"), page.field("reported")), ("๘๗.๙๙".to_owned(), "๙๒.๕๑".to_owned()));
    let page = checks(&viewer, "/en", &[("reported", "92.51"), ("target", "92.50")]);
    is_well_made(page.is(200), "en");
    page.says("92.51 is the mean of the 4 without the lowest").says("91.61 misses the target of 92.50");
    checks(&viewer, "", &[("reported", "91.61"), ("target", "85")]).is(200).says("ตรงกัน").says("91.61 ผ่านเป้าหมาย 85.00");

    assert_eq!(viewer.opens("/ita/check").is(200).field("figure_1"), "");
    admin.opens("/admin/log").does_not_say("ITA");
}

#[test]
fn a_total_is_checked_with_its_weights() {
    let house = House::open();
    let admin = house.administrator();
    let viewer = house.member(&admin, "busaba", &["viewer"]);
    // Unless another is chosen, it is the latest year that has a table; this one has none.
    let page = viewer.opens("/ita/check");
    page.says("2569 (IIT 30 · EIT 30 · OIT 40)").does_not_say("2570");
    assert!(page.body.contains("<option value=\"2569\" selected>"), "{}", page.body);
    let total =
        [("rule", "total"), ("year", "2569"), ("figure_1", "80"), ("figure_2", "90"), ("figure_3", "100"), ("reported", "90.00")];
    viewer.fills_in("/ita/check", &total).is(200).says("คำนวณได้ 91.00").says("90.00 คือค่าเฉลี่ยที่ไม่ได้ถ่วงน้ำหนัก");
    let two = [("rule", "total"), ("year", "2569"), ("figure_1", "80"), ("figure_2", "90")];
    viewer.fills_in("/ita/check", &two).is(422).says("คะแนนรวม ITA ต้องมีสามค่า");
    let nowhere = [("rule", "total"), ("year", "2570"), ("figure_1", "80"), ("figure_2", "90"), ("figure_3", "100")];
    assert!(viewer.fills_in("/ita/check", &nowhere).is(422).body.contains("id=\"year-fault\""));

    // Of each year, those that it has.
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let table = addresses(&coordinator).into_iter().next().unwrap();
    let changes = [("weight_iit", "50"), ("weight_eit", "25"), ("weight_oit", "25")];
    saves(&coordinator, &format!("{table}/copy"), &changes).is(303);
    let page = viewer.fills_in("/ita/check", &nowhere);
    page.is(200).says("คำนวณได้ 87.50").says("2570 (IIT 50 · EIT 25 · OIT 25)");
    viewer.fills_in("/ita/check", &total).is(200).says("คำนวณได้ 91.00");
}

#[test]
fn what_is_no_score_is_pointed_out_at_its_line() {
    let house = House::open();
    let admin = house.administrator();
    let viewer = house.member(&admin, "busaba", &["viewer"]);
    let typed = [("rule", "mean"), ("figure_1", "100.1"), ("figure_2", "x"), ("label_3", "ไม่มีคะแนน"), ("reported", "เก้า")];
    let page = viewer.fills_in("/ita/check", &typed);
    is_well_made(page.is(422), "th");
    page.says("ใส่คะแนนตั้งแต่ 0 ถึง 100 ทศนิยมไม่เกิน 6 ตำแหน่ง");
    for field in ["figure_1", "figure_2", "figure_3", "reported"] {
        assert!(page.body.contains(&format!("id=\"{field}-fault\"")), "{field}");
    }
    viewer.fills_in("/ita/check", &[("figure_1", "90"), ("figure_2", "80")]).is(422).says("เลือกหนึ่งข้อ");
    viewer.fills_in("/ita/check", &[("rule", "mean"), ("figure_1", "90")]).is(422).says("ใส่อย่างน้อยสองค่า");
}
