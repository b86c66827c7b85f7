//! Activities written down, changed, removed: once, by those who may, and by nobody over somebody else's words.

use clearjai::{
    accounts::Actor,
    activities::{self, ACTIVITIES_MOST, Hand, Refusal},
};

use super::scene::*;
use crate::{house::House, pages::is_well_made};

#[test]
fn an_activity_is_kept_once_however_often_the_button_is_pressed() {
    let house = House::open();
    let scene = Scene::new(&house);
    let form = scene.coordinator.opens(NEW);
    is_well_made(form.is(200), "th");
    let led_to = [(); 2].map(|()| scene.coordinator.sends(&form, NEW, &fields(&[])).leads_to().to_owned());
    assert_eq!(led_to[0], led_to[1]);
    let address = led_to[0].split('?').next().unwrap();
    is_well_made(scene.coordinator.opens(address).is(200), "th");
    is_well_made(scene.coordinator.opens(&format!("/en{address}")).is(200), "en");
    assert_eq!(scene.times_in_diary("เพิ่มกิจกรรม"), 1);
    // As it stands, saving changes nothing.
    scene.coordinator.fills_in(address, &fields(&[])).is(303);
    scene.coordinator.fills_in(address, &fields(&[("venue", "ห้อง 2")])).is(303);
    assert_eq!(scene.times_in_diary("แก้กิจกรรม"), 1);
    let removal = format!("{address}/removal");
    let asked = scene.coordinator.opens(&removal);
    is_well_made(asked.is(200), "th");
    for _ in 0..2 {
        assert_eq!(scene.coordinator.sends(&asked, &removal, &[]).leads_to(), "/activities?done=removed");
    }
    scene.coordinator.opens(address).is(404);
    assert_eq!(scene.times_in_diary("ลบกิจกรรม"), 1);
}

#[test]
fn every_form_of_a_period_is_read_back_as_it_was_understood() {
    let house = House::open();
    let scene = Scene::new(&house);
    let read = [
        ("22 ก.พ. 2566", "22 ก.พ. 2566 อยู่ในปีงบประมาณ 2566"),
        ("๒๒ กุมภาพันธ์ ๒๕๖๖", "22 ก.พ. 2566 อยู่ในปีงบประมาณ 2566"),
        ("22/2/2566", "22 ก.พ. 2566 อยู่ในปีงบประมาณ 2566"),
        ("2023-02-22", "22 ก.พ. 2566 อยู่ในปีงบประมาณ 2566"),
        ("16 -24 ม.ค. 2566", "16 – 24 ม.ค. 2566 อยู่ในปีงบประมาณ 2566"),
        ("16 ธ.ค. 2565 - 3 ม.ค. 2566", "16 ธ.ค. 2565 – 3 ม.ค. 2566 อยู่ในปีงบประมาณ 2566"),
        ("ต.ค. 2565 - มี.ค. 2566", "ต.ค. 2565 – มี.ค. 2566 อยู่ในปีงบประมาณ 2566"),
        ("ต.ค. 2566", "ต.ค. 2566 อยู่ในปีงบประมาณ 2567"),
        ("ตลอดปีงบประมาณ 2566", "ตลอดทั้งปีงบประมาณ พ.ศ. 2566 อยู่ในปีงบประมาณ 2566"),
    ];
    let address = scene.writes(&[]);
    for (typed, understood) in read {
        scene.coordinator.fills_in(&address, &fields(&[("period", typed)])).is(303);
        scene.coordinator.opens(&address).says(&format!("อ่านว่า {understood}"));
    }
    let refused = [
        ("", "ใส่ช่วงเวลา"),
        ("22 ก.พ.", "อ่านช่วงเวลานี้ไม่ได้"),
        ("3 – 5 ก.พ.", "ใส่ปีด้วย"),
        ("3 ก.พ. 66", "ใส่ปีให้ครบ 4 หลัก"),
        ("5 – 3 ก.พ. 2566", "วันสิ้นสุดอยู่ก่อนวันเริ่ม"),
        ("30 ก.พ. 2566", "ไม่มีวันนี้ในปฏิทิน"),
        ("เร็ว ๆ นี้", "อ่านช่วงเวลานี้ไม่ได้"),
    ];
    for (typed, why) in refused {
        let page = scene.coordinator.fills_in(&address, &fields(&[("period", typed)]));
        page.is(422).says(why);
        assert_eq!(page.field("period"), typed);
    }
}

#[test]
fn only_coordinators_write_and_only_those_who_read_results_read() {
    let house = House::open();
    let scene = Scene::new(&house);
    let address = scene.writes(&[]);
    let others = [house.member(&scene.admin, "busaba", &["hr"]), house.member(&scene.admin, "duang", &["desk"])];
    let read = [LIST.to_owned(), report(2566, "first"), report_file("docx", 2566, "first"), format!("{address}/summary")];
    let write = [NEW.to_owned(), address.clone(), format!("{address}/removal"), "/activities/report/words?year=2566".to_owned()];
    for page in read.iter().chain(&write) {
        for other in &others {
            other.opens(page).is(403);
        }
        scene.admin.is_in("anan@example.go.th").opens(page).is(403);
        assert!(house.visitor().opens(page).leads_to().contains("/signin"), "{page}");
        scene.coordinator.opens(page).is(200);
    }
    for page in &read {
        scene.viewer.opens(page).is(200);
    }
    let (list, key) = (scene.viewer.opens("/activities?year=2566"), scene.viewer.opens("/account"));
    list.does_not_say("เพิ่มกิจกรรม");
    assert!(!list.body.contains(&format!("href=\"{address}\"")), "readers are led to the paper");
    for page in write.iter().map(String::as_str).chain(["/activities/report/rows"]) {
        if page != "/activities/report/rows" {
            scene.viewer.opens(page).is(403);
        }
        scene.viewer.sends(&key, page, &fields(&[])).is(403);
    }
    for nothing in ["", "/removal", "/summary", "/summary/file/docx"] {
        scene.coordinator.opens(&format!("/activities/00000000-0000-4000-8000-000000000000{nothing}")).is(404);
    }
}

#[test]
fn whoever_writes_second_is_told_and_loses_nothing() {
    let house = House::open();
    let scene = Scene::new(&house);
    let address = scene.writes(&[]);
    let (first, second) = (scene.coordinator.opens(&address), scene.coordinator.opens(&address));
    scene.coordinator.sends(&first, &address, &fields(&[("summary", "คำของคนแรก")])).is(303);
    let told = scene.coordinator.sends(&second, &address, &fields(&[("summary", "คำของคนที่สอง")]));
    is_well_made(told.is(422), "th");
    told.says("มีผู้แก้กิจกรรมนี้ระหว่างที่ท่านพิมพ์").says("คำของคนแรก").says("คำของคนที่สอง");
    scene.coordinator.sends(&told, &address, &fields(&[("summary", "คำของทั้งสอง")])).is(303);
    scene.coordinator.opens(&report(2566, "first")).says("คำของทั้งสอง").does_not_say("คำของคนแรก");

    let words = "/activities/report/words?year=2566&half=first";
    let (first, second) = (scene.coordinator.opens(words), scene.coordinator.opens(words));
    is_well_made(first.is(200), "th");
    scene.coordinator.sends(&first, words, &[("opening", "คำนำแรก")]).is(303);
    let told = scene.coordinator.sends(&second, words, &[("opening", "คำนำที่สอง"), ("closing", "ท้าย")]);
    told.is(422).says("มีผู้แก้ระหว่างที่ท่านพิมพ์").says("คำนำแรก").says("คำนำที่สอง");
    scene.coordinator.sends(&told, words, &[("opening", "คำนำที่สอง"), ("closing", "ท้าย")]).is(303);
    scene.coordinator.opens(&report(2566, "first")).says("คำนำที่สอง").says("ท้าย").does_not_say("คำนำแรก");
    assert_eq!(scene.times_in_diary("แก้รายงานกิจกรรม"), 2);
    let long = "ก".repeat(8_001);
    scene.coordinator.fills_in(words, &[("opening", &long)]).is(422).says("ยาวได้ไม่เกิน 8,000 ตัวอักษร");
}

#[test]
fn nobody_removes_what_somebody_else_wrote_meanwhile_without_seeing_it() {
    let house = House::open();
    let scene = Scene::new(&house);
    let address = scene.writes(&[]);
    let removal = format!("{address}/removal");
    let asked = scene.coordinator.opens(&removal);
    scene.coordinator.fills_in(&address, &fields(&[("summary", "คำที่เขียนระหว่างนั้น")])).is(303);
    let told = scene.coordinator.sends(&asked, &removal, &[]);
    is_well_made(told.is(422), "th");
    told.says("มีผู้แก้กิจกรรมนี้ระหว่างนั้น").says("คำที่เขียนระหว่างนั้น");
    // Without saying what was seen, too.
    scene.coordinator.sends(&told, &removal, &[("mark", "")]).is(422);
    scene.coordinator.opens(&address).is(200);
    assert_eq!(scene.times_in_diary("ลบกิจกรรม"), 0);
    assert_eq!(scene.coordinator.sends(&told, &removal, &[]).leads_to(), "/activities?done=removed");
    scene.coordinator.opens(&address).is(404);
}

#[test]
fn a_fiscal_year_has_room_for_so_many_and_nothing_typed_is_lost_where_it_is_full() {
    let house = House::open();
    let scene = Scene::new(&house);
    let address = scene.writes(&[]);
    let (now, master, chance) = (house.clock.now(), house.rooms.master.clone(), house.rooms.chance.clone());
    let filled = house.rooms.db.register(move |conn| {
        let hand = Hand { master: &master, by: &Actor::the_program(), now };
        let first = activities::all(conn)?.remove(0).wanted;
        for _ in 1..ACTIVITIES_MOST {
            activities::add(conn, &hand, &first, &mut chance.dice())?;
        }
        Ok::<_, Refusal>(())
    });
    house.wait_for(filled).unwrap();
    let full = scene.coordinator.fills_in(NEW, &fields(&[("summary", "ครั้งที่ 301"), ("venue", "ห้องเดิม")]));
    is_well_made(full.is(422), "th");
    full.says("ปีงบประมาณนี้มีกิจกรรมครบ 300 กิจกรรมแล้ว");
    assert_eq!((written(&full, "summary"), full.field("venue")), ("ครั้งที่ 301".into(), "ห้องเดิม".into()));
    // What is in it may be changed; what is of another year may not be moved into it.
    scene.coordinator.fills_in(&address, &fields(&[("venue", "ห้อง 2")])).is(303);
    let other = scene.writes(&[("period", "22 ก.พ. 2567")]);
    scene.coordinator.fills_in(&other, &fields(&[("venue", "ห้อง 2")])).is(422).says("มีกิจกรรมครบ 300");
}

#[test]
fn all_that_is_wrong_is_said_at_once_and_nothing_typed_is_lost() {
    let house = House::open();
    let scene = Scene::new(&house);
    let long = "ก".repeat(4_001);
    let wrong = [
        ("kind", "x"),
        ("title_thai", " "),
        ("period", "?"),
        ("place", "0"),
        ("attendance", "หลายคน"),
        ("summary", &long),
        ("satisfaction", "round"),
        ("speaks_for", "meeting-1"),
        ("venue", "ห้องเดิม"),
    ];
    let page = scene.coordinator.fills_in(NEW, &fields(&wrong));
    is_well_made(page.is(422), "th");
    for field in ["kind", "title_thai", "period", "place", "attendance", "summary"] {
        assert!(page.body.contains(&format!("id=\"{field}-fault\"")), "{field}");
    }
    assert_eq!((page.field("venue"), page.field("attendance")), ("ห้องเดิม".into(), "หลายคน".into()));
}

#[test]
fn what_somebody_wrote_is_text_and_never_a_command() {
    let house = House::open();
    let scene = Scene::new(&house);
    let evil = "\"'> &copy <img src=x onerror alert(1) =1+1 {{7}} 2<3";
    let address = scene.writes(&[("title_thai", evil), ("summary", evil), ("venue", evil)]);
    for page in [report(2566, "first"), format!("{address}/summary"), "/activities?year=2566".to_owned(), address] {
        let page = scene.coordinator.opens(&page);
        assert!(!page.body.contains("<img"), "{}", page.address);
        page.is(200);
    }
    scene.coordinator.opens(&report(2566, "first")).says(evil);
    let cells = cells(&scene.coordinator.downloads(&report_file("xlsx", 2566, "first")));
    assert!(cells.iter().any(|cell| cell.contains("=1+1")), "{cells:?}");
}
