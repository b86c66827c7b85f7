//! How much each part counts, and the floor of indicators, as an editor writes them for a year.

use clearjai::{language::FiscalYear, yardsticks};

use crate::{
    house::{House, Page, Visitor},
    pages::is_well_made,
    yardsticks::{addresses, saves},
};

/// Of the years 2566 to 2569.
fn table(coordinator: &Visitor) -> String {
    addresses(coordinator).into_iter().next().unwrap()
}

fn declares(coordinator: &Visitor, year: u16, part: &str, score: &str) -> Page {
    let low = [("label_1", "การใช้งบประมาณ"), ("figure_1", "86"), ("label_2", "การใช้อำนาจ"), ("figure_2", "84")];
    let fields = [&[("from", "declared"), ("score", score), ("source", "ประกาศ")], &low[..]].concat();
    coordinator.fills_in(&format!("/ita/years/{year}/{part}"), &fields)
}

fn declares_all(coordinator: &Visitor, year: u16) {
    for (part, score) in [("iit", "80"), ("eit", "90"), ("oit", "100")] {
        declares(coordinator, year, part, score).is(303);
    }
}

#[test]
fn the_total_of_a_year_follows_the_weights_of_its_own_table() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    for year in [2569, 2570] {
        declares_all(&coordinator, year);
    }
    coordinator.opens("/ita/years/2569").says("91.00").says("24.00 / 30").says("40.00 / 40").says("0.30 × 80.00 + 0.30 × 90.00");
    coordinator.opens("/ita/years/2570").does_not_say("91.00");

    let changes =
        [("weight_iit", "๕๐"), ("weight_eit", "25"), ("weight_oit", "25"), ("floor", "๘๖.๕๐"), ("title_thai", "เกณฑ์ปี 2570")];
    let copy = format!("{}/copy", table(&coordinator));
    let drawn = coordinator.opens(&copy);
    assert_eq!(
        (drawn.field("weight_iit"), drawn.field("weight_oit"), drawn.field("floor")),
        ("30".into(), "40".into(), "85".into())
    );
    assert_eq!(saves(&coordinator, &copy, &changes).leads_to(), "/yardsticks?done=copied");
    let page = coordinator.opens("/ita/years/2570");
    is_well_made(page.is(200), "th");
    page.says("87.50").says("IIT เต็ม 50").says("40.00 / 50").says("22.50 / 25").says("25.00 / 25");
    page.says("0.50 × 80.00 + 0.25 × 90.00 + 0.25 × 100.00").says("ผ่าน เพราะ IIT 80.00 < 85");
    page.says("ตัวชี้วัดที่ต่ำกว่า 86.5").says("86.00 IIT · การใช้งบประมาณ").says("84.00 OIT · การใช้อำนาจ");
    coordinator.opens("/en/ita/years/2570").says("Indicators below 86.5").says("IIT of 50");
    coordinator.opens("/ita").says("2570 87.50 ผ่าน 80.00 90.00 100.00").says("2569 91.00 ผ่าน 80.00 90.00 100.00");
    admin.opens("/admin/log").says("แก้เกณฑ์วัดผล เกณฑ์ปี 2570");

    // The year it was copied from is as it was, until its own is changed.
    let page = coordinator.opens("/ita/years/2569");
    page.says("91.00").says("ตัวชี้วัดที่ต่ำกว่า 85").says("84.00 IIT").does_not_say("86.00 IIT");
    saves(&coordinator, &table_of(&coordinator, "2566 ถึง 2569"), &[("weight_iit", "40"), ("weight_oit", "30"), ("floor", "")])
        .is(303);
    let page = coordinator.opens("/ita/years/2569");
    page.says("89.00").says("32.00 / 40").does_not_say("ตัวชี้วัดที่ต่ำกว่า").does_not_say("84.00 IIT");
    assert_eq!(coordinator.opens(&table_of(&coordinator, "2566 ถึง 2569")).field("floor"), "", "no floor is kept as none");
    coordinator.opens("/ita/years/2570").says("87.50");
}

/// By the years that it says it holds for, in the list.
fn table_of(coordinator: &Visitor, years: &str) -> String {
    let list = coordinator.opens("/yardsticks");
    let row = list.body.split("<tr>").find(|row| row.contains(years) && row.contains("td class=\"nb\"")).expect(years);
    let from = row.split("href=\"").nth(1).unwrap();
    from.split('"').next().unwrap().to_owned()
}

#[test]
fn a_part_that_counts_nothing_is_neither_asked_for_nor_rated() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    saves(&coordinator, &table(&coordinator), &[("weight_iit", "60"), ("weight_eit", "40"), ("weight_oit", "0")]).is(303);
    coordinator.opens("/ita/years/2569").says("คะแนนที่แน่นอนของ IIT, EIT").does_not_say("OIT");
    for part in ["iit", "eit"] {
        declares(&coordinator, 2569, part, "95").is(303);
    }
    coordinator.opens("/ita/years/2569").says("95.00").says("57.00 / 60").says("ผ่านดีเยี่ยม");
}

#[test]
fn weights_that_make_no_hundred_are_refused_and_everything_typed_stands_there_again() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let address = table(&coordinator);
    for address in [address.clone(), format!("{address}/copy")] {
        let typed = [("weight_iit", "30"), ("weight_eit", "๓๐"), ("weight_oit", "30"), ("floor", "80.25"), ("thai_1", "ดีมาก")];
        let page = saves(&coordinator, &address, &typed);
        is_well_made(page.is(422), "th");
        page.says("น้ำหนักสามส่วนรวมกันได้ 90 แก้ให้รวมกันได้ 100");
        assert!(page.body.contains("id=\"weight_iit-fault\""));
        for (field, value) in typed {
            assert_eq!(page.field(field), value, "{field}");
        }
        saves(&coordinator, &format!("/en{address}"), &typed).is(422).says("The three weights add up to 90");

        // All that is wrong is said at once, each beside its field.
        let wrong = [
            ("first_year", "x"),
            ("weight_iit", "101"),
            ("weight_eit", "-1"),
            ("weight_oit", "33.3"),
            ("floor", "85.005"),
            ("from_1", "x"),
        ];
        let page = saves(&coordinator, &address, &wrong);
        page.is(422).says("ใส่น้ำหนักเป็นจำนวนเต็มตั้งแต่ 0 ถึง 100");
        for (field, value) in wrong {
            assert!(page.body.contains(&format!("id=\"{field}-fault\"")), "{field}");
            assert_eq!(page.field(field), value);
        }
        for floor in ["100.01", "-0.01", "แปดสิบ"] {
            let page = saves(&coordinator, &address, &[("floor", floor)]);
            assert!(page.is(422).body.contains("id=\"floor-fault\""), "{floor}");
        }
        // A gap between levels is said beside a wrong sum.
        let page = saves(&coordinator, &address, &[("weight_oit", "41"), ("to_4", "84.98")]);
        page.is(422).says("รวมกันได้ 101").says("คะแนนรวม 84.99 ที่แบบวัดต่ำสุดได้ 0.00 ยังไม่มีระดับ");
    }
    admin.opens("/admin/log").does_not_say("แก้เกณฑ์วัดผล");
    let year = FiscalYear::new(2569).unwrap();
    let table = house.wait_for(async { house.rooms.db.read_register(move |conn| yardsticks::rating(conn, year)).await });
    assert_eq!(table.unwrap().unwrap().weights, yardsticks::Weights { iit: 30, eit: 30, oit: 40 });
}

#[test]
fn where_a_year_has_no_table_its_page_says_what_to_do() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let viewer = house.member(&admin, "busaba", &["viewer"]);
    declares_all(&coordinator, 2570);
    for (reader, may) in [(&coordinator, true), (&viewer, false)] {
        let page = reader.opens("/ita/years/2570");
        is_well_made(page.is(200), "th");
        page.says("ยังไม่มีเกณฑ์ของปีนี้").says("80.00").says("100.00").does_not_say("91.00").does_not_say("ตัวชี้วัดที่ต่ำกว่า");
        // Who may do it is led there.
        assert_eq!(page.text().contains("ไปที่เกณฑ์วัดผล"), may);
        reader.opens("/en/ita/years/2570").says("There is no rating table for this year yet");
        reader.opens("/ita").says("2570 – ยังไม่มีเกณฑ์ 80.00 90.00 100.00");
    }
    saves(&coordinator, &format!("{}/copy", table(&coordinator)), &[]).is(303);
    coordinator.opens("/ita/years/2570").says("91.00").does_not_say("ยังไม่มีเกณฑ์");
}
