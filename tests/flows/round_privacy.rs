//! The check whether questions about those who answer would point to somebody.

use clearjai::{
    accounts::Actor,
    ids::SurveyId,
    instruments::{About, Asks, Choice, Code, Instrument, Item, Part, Text},
    rounds::{self, Hand},
};

use crate::{
    eligible::crew::{LONG_AGO, OFFICIAL, PROJECT, confirms, hires, hires_many, survey},
    house::House,
    pages::is_well_made,
};

fn asks(house: &House, id: SurveyId, items: Vec<Item>) {
    let (now, master, chance) = (house.clock.now(), house.rooms.master.clone(), house.rooms.chance.clone());
    let mut instrument = Instrument::new("x", Text::new("แบบ", "Form"));
    instrument.parts.push(Part { code: Code::from("d"), title: Text::new("ก", "A"), items, ..Part::default() });
    let asked = house.rooms.db.register(move |conn| {
        let by = Actor::the_program();
        rounds::ask_new(conn, &Hand { master: &master, by: &by, now }, id, &instrument, &mut chance.dice())
    });
    house.wait_for(asked).unwrap();
}

fn question(code: &str, about: Option<About>, labels: &[(&str, &str)]) -> Item {
    let choice = |(at, (thai, english)): (usize, &(&str, &str))| Choice {
        code: Code::new(format!("c{at}")),
        label: Text::new(*thai, *english),
        ..Choice::default()
    };
    let choices = labels.iter().enumerate().map(choice).collect();
    Item { about, ..Item::new(code, Text::new("คำถาม", "Question"), Asks::SingleChoice { choices }) }
}

const CATEGORIES: [(&str, &str); 4] =
    [(OFFICIAL, "Official"), (PROJECT, "Project staff"), ("พนักงานราชการ", "Government employee"), ("ลูกจ้างประจำ", "Permanent")];

#[test]
fn it_says_how_many_a_question_points_to_and_what_to_do_but_never_a_small_number() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let id = survey(&house, &[("สลก.", None), ("กนผ.", None)]);
    let address = format!("/rounds/{id}/privacy");
    coordinator.opens(&address).is(200).says("ไม่พบคำถามที่ถามเรื่องตัวผู้ตอบ");
    hires_many(&house, "สลก.", 100, 12);
    hires_many(&house, "กนผ.", 200, 11);
    hires(
        &house,
        &[
            ("1", "กนผ.", PROJECT, Some(LONG_AGO)),
            ("2", "กนผ.", PROJECT, Some(LONG_AGO)),
            ("3", "กนผ.", "จ้างเหมา", Some(LONG_AGO)),
        ],
    );
    asks(&house, id, vec![question("a", None, &[("ก", "A")]), question("b", Some(About::Category), &CATEGORIES)]);

    for is_drawn_up in [false, true] {
        if is_drawn_up {
            confirms(&hr, id).is(303);
        }
        let page = coordinator.opens(&address);
        is_well_made(page.is(200), "th");
        page.says("อาจชี้ตัวผู้มีสิทธิ น้อยกว่า 5 คน ต้องแก้คำถามก่อนจึงจะเปิดรับได้")
            .says("ข้อ 2 เป็นเหตุมากที่สุด")
            .says("ไม่มีผู้มีสิทธิที่ตรงกับ “พนักงานราชการ” “ลูกจ้างประจำ”")
            .says("ผู้ที่ไม่ตรงกับตัวเลือกใด น้อยกว่า 5 คน")
            .says("ข้อ 2 ลูกจ้างโครงการ")
            .says("ตัดข้อ 2 ออก")
            .says(if is_drawn_up {
                "นับจากรายชื่อผู้มีสิทธิที่ยืนยันแล้ว"
            } else {
                "ยังไม่ได้ยืนยันรายชื่อ"
            });
        page.does_not_say("บุคคล 1").does_not_say("บุคคล 3");
        for small in 1..5 {
            page.does_not_say(&format!(" {small} คน"));
        }
        let english = hr.opens(&format!("/en{address}"));
        is_well_made(&english, "en");
        english.says("could point to fewer than 5 of those entitled").says("Leave question 2 out");
    }
    admin.opens(&address).is(403);
    assert!(house.visitor().opens(&address).leads_to().starts_with("/signin"));
    let unknown: SurveyId = house.rooms.chance.dice().id();
    coordinator.opens(&format!("/rounds/{unknown}/privacy")).is(404);
}

#[test]
fn it_passes_what_points_to_nobody_and_warns_of_what_it_cannot_count() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let id = survey(&house, &[("สลก.", None), ("กนผ.", None)]);
    let address = format!("/rounds/{id}/privacy");
    hires_many(&house, "สลก.", 100, 12);
    hires_many(&house, "กนผ.", 200, 11);
    let units = question("u", Some(About::Unit), &[("สลก.", ""), ("หน่วยงาน กนผ.", "")]);
    asks(&house, id, vec![units.clone()]);
    coordinator.opens(&address).says("ทุกกลุ่มย่อยมีอย่างน้อย 5 คน คำถามไม่ชี้ตัวใคร").does_not_say("วิธีแก้");

    let sex = question("s", Some(About::Other), &[("ชาย", ""), ("หญิง", "")]);
    asks(&house, id, vec![units.clone(), sex]);
    let page = coordinator.opens(&address);
    page.says("ไม่มีในรายชื่อ ตอบได้ 2 แบบ").says("จึงนับล่วงหน้าไม่ได้").does_not_say("วิธีแก้").does_not_say("คำถามไม่ชี้ตัวใคร");

    let ages = question("s", Some(About::Other), &[("ก", ""), ("ข", ""), ("ค", ""), ("ง", "")]);
    asks(&house, id, vec![units, ages]);
    coordinator.opens(&address).says("อาจชี้ตัวผู้มีสิทธิ อย่างน้อย 20 คน").says("ข้อ 2 ให้มีไม่เกิน 2 ตัวเลือก");
}
