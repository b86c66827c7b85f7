//! Planning a session: who may, what is wrong with a form, and drafts that come and go.

use super::scene::*;
use crate::{house::House, pages::is_well_made};

#[test]
fn a_session_is_planned_changed_and_removed_and_nobody_hears_of_it() {
    let house = House::open();
    let scene = Scene::new(&house);
    let coordinator = &scene.coordinator;
    coordinator.opens("/desk/sessions").is(200).says("ยังไม่มีคลินิกที่วางแผนไว้");
    let id = scene.plans(&[]);
    is_well_made(coordinator.opens(&at(id, "")).is(200).says("คลินิกเคลียร์ใจ ครั้งที่ 1").says("ที่ ห้องประชุม 2").says("ที่จอดรถ"), "th");
    is_well_made(coordinator.opens(&format!("/en{}", at(id, ""))).is(200).says("Clinic 1"), "en");
    let edited = coordinator
        .fills_in(&at(id, "/plan"), &fields(&[("title_thai", "คลินิกปลายปี"), ("online", "https://meet.example.go.th/a?b=1")]));
    assert_eq!(edited.leads_to(), at(id, "?done=saved"));
    coordinator.opens(&at(id, "/plan")).is(200);
    coordinator.opens(&at(id, "")).says("คลินิกปลายปี").says("https://meet.example.go.th/a?b=1");
    assert_eq!(coordinator.fills_in(&at(id, "/removal"), &[]).leads_to(), "/desk/sessions?done=removed");
    coordinator.opens(&at(id, "")).is(404);
    assert!(scene.in_the_urn(id).is_none() && house.letters().iter().all(|letter| !letter.header("To").starts_with('p')));
    let diary = scene.admin.opens("/admin/log");
    diary.says("วางแผนคลินิกครั้งใหม่").says("แก้แผนคลินิก").says("ลบแผนคลินิก");
}

#[test]
fn what_is_wrong_with_a_form_is_said_at_its_field_and_nothing_typed_is_lost() {
    let house = House::open();
    let scene = Scene::new(&house);
    let bad = [
        ("title_thai", "-"),
        ("until", "13.00"),
        ("online", "javascript:alert(1)"),
        ("closes_day", "20"),
        ("topics", "พัสดุ\nพัสดุ"),
        ("ways", ""),
        ("seats", "99"),
        ("about_thai", "ข้อความที่ไม่หาย"),
    ];
    let page = scene.coordinator.fills_in(NEW, &fields(&bad));
    is_well_made(page.is(422), "th");
    for said in [
        "ใส่ชื่อบรรทัดเดียว",
        "เวลาเลิกต้องอยู่หลังเวลาเริ่ม",
        "ใส่ลิงก์ที่ขึ้นต้นด้วย https://",
        "เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่มรับเรื่อง",
        "ใส่หัวข้อ 1 ถึง 12 หัวข้อ",
        "เลือกอย่างน้อยหนึ่งทาง",
        "ใส่จำนวน 1 ถึง 9",
        "ข้อความที่ไม่หาย",
    ] {
        page.says(said);
    }
    assert_eq!(
        (page.field("online"), page.field("closes_day"), page.field("seats")),
        ("javascript:alert(1)".into(), "20".into(), "99".into())
    );
    scene.coordinator.fills_in(NEW, &fields(&[("units", "x")])).is(400);
    scene.coordinator.opens("/desk/sessions").says("ยังไม่มีคลินิกที่วางแผนไว้");
    // In a year that was meant to be another one.
    scene.coordinator.fills_in(NEW, &fields(&[("closes_year", "2659")])).is(422).says("ไกลเกินหนึ่งปี");
}

#[test]
fn files_are_promised_only_where_somebody_has_a_link() {
    let house = House::open();
    let scene = Scene::new(&house);
    let page = scene.coordinator.fills_in(NEW, &fields(&[("files", "yes"), ("ways", "open_door")]));
    page.is(422).says("เรื่องที่ใครก็ส่งได้แนบไฟล์ไม่ได้");
    assert!(page.body.contains("id=\"files-fault\""), "at its field");
    let id = scene.opened(&[("files", "yes")]);
    scene.coordinator.opens(&at(id, "")).says("แนบไฟล์ได้ ด้วยรหัสใบรับ");
    assert!(scene.in_the_urn(id).is_some_and(|posted| posted.notice.takes_files));
    let without = scene.opened(&[]);
    scene.coordinator.opens(&at(without, "")).does_not_say("แนบไฟล์");
    assert!(scene.in_the_urn(without).is_some_and(|posted| !posted.notice.takes_files));
}

#[test]
fn planning_is_for_coordinators_reading_for_the_desk_and_slips_for_hr() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let desk = house.member(&scene.admin, "desa", &["desk"]);
    desk.opens("/desk/sessions").is(200).says("คลินิกเคลียร์ใจ ครั้งที่ 1").does_not_say("วางแผนครั้งใหม่");
    desk.opens(&at(id, "")).is(200).does_not_say("ยกเลิกคลินิกครั้งนี้");
    for address in [NEW.to_owned(), at(id, "/cancellation"), at(id, "/extension"), "/hr/sessions".to_owned()] {
        desk.opens(&address).is(403);
    }
    for address in ["/desk/sessions".to_owned(), at(id, ""), NEW.to_owned(), at(id, "/opening")] {
        scene.hr.opens(&address).is(403);
        scene.admin.opens(&address).is(403);
    }
    scene.coordinator.opens("/hr/sessions").is(403);
    scene.coordinator.opens(&format!("/hr/sessions/{id}/slips")).is(403);
    let passer_by = house.visitor();
    assert!(passer_by.opens("/desk/sessions").leads_to().starts_with("/signin"));
    for unknown in ["5f0c1a52-6a5e-4c5b-9a8e-0d6b7b9a1111", "x"] {
        scene.coordinator.opens(&format!("/desk/sessions/{unknown}")).is(404);
        scene.hr.opens(&format!("/hr/sessions/{unknown}/slips")).is(404);
    }
}
