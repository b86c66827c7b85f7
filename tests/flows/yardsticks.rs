//! What results are measured by: the tables and rules that come along, and what coordinators make of them.

use clearjai::{language::FiscalYear, yardsticks};

use crate::{
    eligible::crew::{demo, eligible},
    house::{House, Page, Visitor},
    pages::is_well_made,
};

/// Addresses of all yardsticks: both rating tables, the later years first, then the sample rule.
pub fn addresses(coordinator: &Visitor) -> Vec<String> {
    coordinator.opens("/yardsticks").is(200).addresses("/yardsticks/")
}

/// The form as it stands, with these fields typed anew.
pub fn saves(coordinator: &Visitor, address: &str, changes: &[(&str, &str)]) -> Page {
    let page = coordinator.opens(address);
    let mut fields: Vec<(String, String)> = Vec::new();
    for name in page.body.split(" name=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        if ["key", "is_confirmed", "viewport", "color-scheme"].contains(&name) || fields.iter().any(|(known, _)| known == name) {
            continue;
        }
        let select = page.body.split(&format!("<select class=\"inp\" id=\"{name}\"")).nth(1);
        let value = match select.and_then(|rest| rest.split("</select>").next()) {
            Some(options) => {
                let chosen = options.split("<option ").find(|option| option.contains(" selected"));
                chosen.and_then(|option| option.split('"').nth(1)).unwrap_or_default().to_owned()
            }
            None => page.fields(name).into_iter().next().unwrap_or_default(),
        };
        fields.push((name.to_owned(), value));
    }
    fields.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    let mut all: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    all.extend(changes);
    coordinator.sends(&page, address, &all)
}

#[test]
fn only_coordinators_see_what_results_are_measured_by() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let hr = house.member(&admin, "busaba", &["hr"]);
    let list = coordinator.opens("/yardsticks");
    list.is(200).says("ระดับผลการประเมิน ปี 2566 ถึง 2569 2566 ถึง 2569 ตรวจสอบกับคู่มือของปีนั้น").says("จำนวนผู้ตอบขั้นต่ำ ตั้งแต่ 2562");
    let addresses = addresses(&coordinator);
    assert_eq!(addresses.len(), 3);
    for address in addresses.iter().flat_map(|address| [address.clone(), format!("{address}/copy")]).chain(["/yardsticks".into()])
    {
        is_well_made(coordinator.opens(&address).is(200), "th");
        is_well_made(coordinator.opens(&format!("/en{address}")).is(200), "en");
        for other in [&admin, &hr] {
            other.opens(&address).is(403);
            other.posts(&address, &[]).is(if address == "/yardsticks" { 405 } else { 403 });
        }
    }
    coordinator.opens(&format!("/yardsticks/{}", clearjai::ids::YardstickId::random(&mut house.rooms.chance.dice()))).is(404);
}

#[test]
fn a_table_as_it_stands_is_kept_and_one_with_a_hole_is_not() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let [now, before, _] = addresses(&coordinator).try_into().unwrap();
    assert_eq!(saves(&coordinator, &now, &[]).leads_to(), "/yardsticks?done=saved");
    assert_eq!(saves(&coordinator, &before, &[]).leads_to(), "/yardsticks?done=saved");
    admin.opens("/admin/log").does_not_say("แก้เกณฑ์วัดผล");

    saves(&coordinator, &now, &[("to_4", "84.98")]).is(422).says("คะแนนรวม 84.99 ที่แบบวัดต่ำสุดได้ 0.00 ยังไม่มีระดับ");
    saves(&coordinator, &now, &[("to_4", "85")]).is(422).says("คะแนนบางค่าอยู่ทั้งในระดับนี้และระดับที่ 3");
    saves(&coordinator, &now, &[("from_2", "96")]).is(422).says("ไม่มีคะแนนใดได้ระดับนี้");
    saves(&coordinator, &now, &[("from_1", "เก้าสิบ"), ("first_year", "x")])
        .is(422)
        .says("ใส่คะแนนตั้งแต่ 0 ถึง 100")
        .says("ใส่ปีงบประมาณเป็นตัวเลขสี่หลัก");
    saves(&coordinator, &now, &[("thai_1", "")]).is(422).says("ใส่ชื่อระดับภาษาไทย");

    saves(&coordinator, &now, &[("from_1", "๙๖"), ("is_confirmed", "yes")]).is(303);
    let changed = coordinator.opens(&now);
    assert_eq!(changed.field("from_1"), "96");
    coordinator.opens("/yardsticks?done=saved").says("บันทึกเกณฑ์แล้ว").says("2566 ถึง 2569 ตรวจแล้ว");
    admin.opens("/admin/log").says("แก้เกณฑ์วัดผล ระดับผลการประเมิน ปี 2566 ถึง 2569");
    let year = FiscalYear::new(2569).unwrap();
    let table = house.wait_for(async { house.rooms.db.read_register(move |conn| yardsticks::rating(conn, year)).await });
    let figures = ["95.99", "99"].map(|text| text.parse().unwrap());
    assert_eq!(table.unwrap().unwrap().rate(&figures, figures[1]).unwrap().name.th, "ผ่านดี");
}

#[test]
fn in_one_year_there_is_one_yardstick_of_a_kind() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let [now, ..] = <[String; 3]>::try_from(addresses(&coordinator)).unwrap();
    let copy = format!("{now}/copy");
    assert_eq!(coordinator.opens(&copy).field("first_year"), "2570");
    saves(&coordinator, &copy, &[("first_year", "2569")]).is(422).says("บางปีในช่วงนี้มีเกณฑ์อยู่แล้ว");
    saves(&coordinator, &copy, &[("last_year", "2569")]).is(422).says("ปีสุดท้ายมาก่อนปีแรก");
    saves(&coordinator, &now, &[("first_year", "2565")]).is(422).says("ระดับผลการประเมิน ปี 2562 ถึง 2565");

    let page = coordinator.opens(&copy);
    let key = page.field("key");
    let fields = [
        ("key", key.as_str()),
        ("title_thai", "ระดับแบบใหม่"),
        ("first_year", "๒๕๗๐"),
        ("weight_iit", "30"),
        ("weight_eit", "30"),
        ("weight_oit", "40"),
        ("thai_1", "ผ่าน"),
        ("when_1", "total_at_least"),
        ("from_1", "80"),
        // Levels 2 and 3 stay empty.
        ("thai_4", "ไม่ผ่าน"),
        ("when_4", "otherwise"),
    ];
    for _ in 0..2 {
        assert_eq!(coordinator.posts(&copy, &fields).leads_to(), "/yardsticks?done=copied");
    }
    coordinator.opens("/yardsticks?done=copied").says("เพิ่มเกณฑ์แล้ว").says("ระดับแบบใหม่ ตั้งแต่ 2570");
    assert_eq!(addresses(&coordinator).len(), 4);
    saves(&coordinator, &now, &[("last_year", "")]).is(422).says("ระดับแบบใหม่");
}

#[test]
fn the_sample_of_a_survey_follows_the_rule_of_its_year() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(&house);
    hr.opens(&eligible(id)).says("ต้องได้อย่างน้อย 30 จาก 36 คน");
    let [.., sample] = <[String; 3]>::try_from(addresses(&coordinator)).unwrap();
    saves(&coordinator, &sample, &[("per_cent", "101"), ("at_least", "500")])
        .is(422)
        .says("ใส่ร้อยละตั้งแต่ 0 ถึง 100")
        .says("จำนวนมากสุดต้องไม่น้อยกว่าจำนวนอย่างน้อย");
    saves(&coordinator, &sample, &[("at_least", "๒๐")]).is(303);
    hr.opens(&eligible(id)).says("ต้องได้อย่างน้อย 20 จาก 36 คน");
    saves(&coordinator, &sample, &[("last_year", "2569")]).is(303);
    hr.opens(&eligible(id)).says("ต้องได้อย่างน้อย 30 จาก 36 คน");
}
