//! Plans kept: made, changed by two people at once, moved about, removed; who may do so, and what is typed wrong.

use super::scene::*;
use crate::{
    house::House,
    pages::is_well_made,
    results::answered::{Crew, Said, counted},
};

/// Not of one mind, or figures would be bands: 66.67 and 33.33.
const SAID: [&Said; 3] = [&[("i1", "4"), ("i2", "2")], &[("i1", "3"), ("i2", "1")], &[("i1", "2"), ("i2", "3")]];

#[test]
fn a_plan_is_made_once_however_often_the_button_is_pressed() {
    let house = House::open();
    let crew = Crew::of(&house);
    is_well_made(crew.coordinator.opens("/plans").is(200).says("ยังไม่มีแผน"), "th");
    let form = crew.coordinator.opens(NEW);
    is_well_made(form.is(200), "th");
    assert_eq!(form.field("year"), "2570");
    let fields = plan_fields(&[]);
    let first = crew.coordinator.sends(&form, NEW, &fields).leads_to().to_owned();
    assert_eq!(crew.coordinator.sends(&form, NEW, &fields).leads_to(), first);
    let plan = plan_in(&first);
    let empty = crew.coordinator.opens(&first);
    is_well_made(empty.is(200).says("สร้างแผนแล้ว").says("แผนนี้ยังไม่มีมาตรการ"), "th");
    let address = plan_address(plan, "/measures/new");
    let form = crew.coordinator.opens(&address);
    is_well_made(form.is(200), "th");
    for _ in 0..2 {
        crew.coordinator.sends(&form, &address, &measure_fields(&[])).is(303);
    }
    let all = measures(&crew.coordinator, plan);
    assert_eq!(all.len(), 1);
    let address = measure_address(plan, all[0], "/steps/new");
    let form = crew.coordinator.opens(&address);
    is_well_made(form.is(200), "th");
    for _ in 0..2 {
        crew.coordinator.sends(&form, &address, &step_fields(&[("months", "3")])).is(303);
    }
    let all = steps(&crew.coordinator, plan);
    assert_eq!(all.len(), 1);
    let address = step_address(plan, all[0], "/progress");
    let form = crew.coordinator.opens(&address);
    is_well_made(form.is(200), "th");
    let told = [("done", "3"), ("status", "under_way"), ("month", "3"), ("text", "ประชุมแล้วครั้งหนึ่ง")];
    for _ in 0..2 {
        crew.coordinator.sends(&form, &address, &told).is(303);
    }
    let page = crew.coordinator.opens(&plan_address(plan, ""));
    assert_eq!(page.text().matches("ประชุมแล้วครั้งหนึ่ง").count(), 1);
    page.says("ทำแล้ว").says("กำลังทำ").says("ม.ค. 2570 · chai บันทึกเมื่อ").says("งบประมาณ - · ผู้รับผิดชอบ กลุ่มพัสดุ");
    for address in ["", "/edit", "/removal"] {
        is_well_made(&crew.coordinator.opens(&format!("/en{}", plan_address(plan, address))), "en");
    }
    assert_eq!(crew.times_in_diary("สร้างแผนปรับปรุง"), 1);
    assert_eq!(crew.times_in_diary("แก้มาตรการในแผนปรับปรุง"), 1);
    assert_eq!(crew.times_in_diary("แก้กิจกรรมในแผนปรับปรุง"), 1);
    let diary = crew.admin.opens("/admin/log");
    diary.says("บันทึกความก้าวหน้าของแผนปรับปรุง").does_not_say("ประชุม").does_not_say("สร้างเครือข่าย");
    crew.coordinator.opens("/plans").says("แผนปี 2570").does_not_say("ยังไม่มีแผน");
}

#[test]
fn whoever_changes_what_somebody_else_has_changed_is_told_and_loses_nothing() {
    let house = House::open();
    let crew = Crew::of(&house);
    let one = &crew.coordinator;
    let plan = makes(one, &[]);
    let measure = adds_measure(one, plan, &[("text", "มาตรการเดิม")]);
    let step = adds_step(one, plan, measure, &["2"], &[("text", "กิจกรรมเดิม")]);
    let other = house.member(&crew.admin, "ploy", &["coordinator"]);

    let address = measure_address(plan, measure, "");
    let (theirs, mine) = (one.opens(&address), other.opens(&address));
    one.sends(&theirs, &address, &measure_fields(&[("text", "ของคนแรก")])).is(303);
    let told = other.sends(&mine, &address, &measure_fields(&[("text", "ของคนที่สอง")]));
    is_well_made(told.is(422), "th");
    told.says("มีผู้แก้เรื่องนี้ระหว่างที่ท่านพิมพ์").says("ของคนแรก").says("ของคนที่สอง");
    other.sends(&told, &address, &measure_fields(&[("text", "ของทั้งสอง")])).is(303);
    one.opens(&plan_address(plan, "")).says("ของทั้งสอง").does_not_say("ของคนแรก");

    let address = step_address(plan, step, "");
    let (theirs, mine) = (one.opens(&address), other.opens(&address));
    one.sends(&theirs, &address, &step_fields(&[("text", "กิจกรรมของคนแรก")])).is(303);
    let told = other.sends(&mine, &address, &step_fields(&[("text", "กิจกรรมของคนที่สอง")]));
    is_well_made(told.is(422).says("กิจกรรมของคนแรก").says("กิจกรรมของคนที่สอง"), "th");

    let address = plan_address(plan, "/edit");
    let (theirs, mine) = (one.opens(&address), other.opens(&address));
    one.sends(&theirs, &address, &plan_fields(&[("title_thai", "ชื่อของคนแรก")])).is(303);
    other.sends(&mine, &address, &plan_fields(&[("title_thai", "ชื่อของคนที่สอง")])).is(422).says("ชื่อของคนแรก");

    // Notes are added to each other: neither takes the place of another, as long as nothing else is changed.
    let address = step_address(plan, step, "/progress");
    let (theirs, mine) = (one.opens(&address), other.opens(&address));
    let note = |text| [("status", "planned"), ("month", "2"), ("text", text)];
    one.sends(&theirs, &address, &note("บันทึกแรก")).is(303);
    other.sends(&mine, &address, &note("บันทึกที่สอง")).is(303);
    one.opens(&plan_address(plan, "")).says("บันทึกแรก").says("บันทึกที่สอง");
    let (theirs, mine) = (one.opens(&address), other.opens(&address));
    one.sends(&theirs, &address, &[("status", "done"), ("done", "2")]).is(303);
    is_well_made(other.sends(&mine, &address, &[("status", "put_off"), ("text", "เลื่อน"), ("month", "2")]).is(422), "th");

    // What was changed since it was looked at is not removed unseen.
    let address = measure_address(plan, measure, "/removal");
    let mine = other.opens(&address);
    is_well_made(mine.is(200).says("ลบมาตรการนี้หรือไม่"), "th");
    one.fills_in(&measure_address(plan, measure, ""), &measure_fields(&[("text", "แก้อีกครั้ง")])).is(303);
    let told = other.sends(&mine, &address, &[]);
    is_well_made(told.is(422).says("แก้อีกครั้ง"), "th");
    other.sends(&told, &address, &[]).is(303);
    one.opens(&plan_address(plan, "")).does_not_say("แก้อีกครั้ง");
    one.opens(&step_address(plan, step, "")).is(404);
    one.opens(&measure_address(plan, measure, "")).is(404);
    let address = plan_address(plan, "/removal");
    let page = one.opens(&address);
    for _ in 0..2 {
        assert_eq!(one.sends(&page, &address, &[]).leads_to(), "/plans?done=removed");
    }
    one.opens(&plan_address(plan, "")).is(404);
}

#[test]
fn measures_and_steps_stand_where_they_are_put() {
    let house = House::open();
    let crew = Crew::of(&house);
    let plan = makes(&crew.coordinator, &[]);
    let all = ["หนึ่ง", "สอง", "สาม"].map(|text| adds_measure(&crew.coordinator, plan, &[("text", text)]));
    let address = measure_address(plan, all[2], "");
    assert_eq!(crew.coordinator.opens(&address).field("place"), "3");
    crew.coordinator.fills_in(&address, &measure_fields(&[("text", "สาม"), ("place", "๑")])).is(303);
    assert_eq!(measures(&crew.coordinator, plan), [all[2], all[0], all[1]]);
    crew.coordinator.opens(&plan_address(plan, "")).says("1. สาม").says("2. หนึ่ง").says("3. สอง");
    let of = ["ก่อน", "หลัง"].map(|text| adds_step(&crew.coordinator, plan, all[0], &[], &[("text", text)]));
    crew.coordinator.fills_in(&step_address(plan, of[0], ""), &step_fields(&[("text", "ก่อน"), ("place", "9")])).is(303);
    assert_eq!(steps(&crew.coordinator, plan), [of[1], of[0]]);
    crew.coordinator.fills_in(&step_address(plan, of[0], "/removal"), &[]).is(303);
    assert_eq!(steps(&crew.coordinator, plan), [of[1]]);
}

#[test]
fn a_word_changed_in_one_measure_moves_none_though_others_went_meanwhile() {
    let house = House::open();
    let crew = Crew::of(&house);
    let one = &crew.coordinator;
    let plan = makes(one, &[]);
    let [first, second, _] = ["ก", "ข", "ค"].map(|text| adds_measure(one, plan, &[("text", text)]));
    let address = measure_address(plan, second, "");
    let drawn = one.opens(&address);
    assert_eq!((drawn.field("place"), drawn.field("stood")), ("2".to_owned(), "2".to_owned()));
    one.fills_in(&measure_address(plan, first, "/removal"), &[]).is(303);
    one.sends(&drawn, &address, &measure_fields(&[("text", "ขข"), ("place", "2"), ("stood", "2")])).is(303);
    let text = one.opens(&plan_address(plan, "")).text();
    assert!(text.find("1. ขข") < text.find("2. ค"), "{text}");
}

#[test]
fn what_was_told_of_a_month_is_never_told_of_another_year_nor_removed_unseen() {
    let house = House::open();
    let crew = Crew::of(&house);
    let one = &crew.coordinator;
    let plan = makes(one, &[]);
    let measure = adds_measure(one, plan, &[("text", "มาตรการ")]);
    let step = adds_step(one, plan, measure, &["2"], &[("text", "กิจกรรม")]);
    let edit = plan_address(plan, "/edit");
    let other_year = |year: &'static str| one.fills_in(&edit, &plan_fields(&[("year", year)]));
    other_year("2571").is(303);
    other_year("2570").is(303);
    let removal = plan_address(plan, "/removal");
    let looked_at = one.opens(&removal);
    let note = [("status", "planned"), ("month", "2"), ("text", "ทำแล้วครึ่งหนึ่ง")];
    one.fills_in(&step_address(plan, step, "/progress"), &note).is(303);
    other_year("2571").is(422).says("เปลี่ยนปีไม่ได้");
    one.sends(&looked_at, &removal, &[]).is(422);
    one.opens(&plan_address(plan, "")).says("ทำแล้วครึ่งหนึ่ง");
    one.fills_in(&removal, &[]).is(303);
}

#[test]
fn only_coordinators_keep_plans_and_only_they_and_viewers_read_them() {
    let house = House::open();
    let crew = Crew::of(&house);
    let desk = house.member(&crew.admin, "duang", &["desk"]);
    let plan = makes(&crew.coordinator, &[]);
    let measure = adds_measure(&crew.coordinator, plan, &[]);
    let step = adds_step(&crew.coordinator, plan, measure, &["2"], &[("email", "owner@example.go.th")]);
    let read =
        ["/plans".to_owned(), plan_address(plan, ""), plan_address(plan, "/form/months"), plan_address(plan, "/form/pirab/docx")];
    let kept = [
        NEW.to_owned(),
        plan_address(plan, "/edit"),
        plan_address(plan, "/removal"),
        plan_address(plan, "/measures/new"),
        measure_address(plan, measure, ""),
        measure_address(plan, measure, "/removal"),
        measure_address(plan, measure, "/steps/new"),
        step_address(plan, step, ""),
        step_address(plan, step, "/removal"),
        step_address(plan, step, "/progress"),
    ];
    for address in &read {
        assert_eq!(crew.viewer.opens(address).status, 200, "{address}");
    }
    for address in read.iter().chain(&kept) {
        for visitor in [&crew.hr, &crew.admin, &desk] {
            assert_eq!(visitor.opens(address).status, 403, "{address}");
        }
        assert!(house.visitor().opens(address).leads_to().contains("/signin"), "{address}");
    }
    let posted = kept.into_iter().chain([measure_address(plan, measure, "/poll")]);
    for address in posted {
        let page = crew.viewer.opens("/account");
        crew.viewer.sends(&page, &address, &[("mark", "1")]).is(403);
        if !address.ends_with("/poll") {
            crew.viewer.opens(&address).is(403);
        }
    }
    // Whoever only reads is shown no button, and where the owner is written to stands on no page of theirs.
    let page = crew.viewer.opens(&plan_address(plan, ""));
    page.does_not_say("เพิ่มมาตรการ").does_not_say("ถามบุคลากร").does_not_say("owner@").says("รับจดหมายติดตาม");
    assert!(house.place().all_rows().values().flatten().all(|row| !row.contains("owner@example")), "it is sealed");
    crew.coordinator.opens(&step_address(plan, step, "")).is(200);
    for wrong in ["/plans/x", &plan_address(house.rooms.chance.dice().id(), "")] {
        crew.coordinator.opens(wrong).is(404);
    }
    crew.coordinator.opens(&measure_address(plan, house.rooms.chance.dice().id(), "")).is(404);
}

#[test]
fn what_is_typed_wrong_is_said_at_its_field_and_nothing_is_lost() {
    let house = House::open();
    let crew = Crew::of(&house);
    let one = &crew.coordinator;
    let typed = plan_fields(&[("title_thai", ""), ("year", "70"), ("first", "9"), ("last", "2"), ("policy", "นโยบายของเรา")]);
    let refused = one.fills_in(NEW, &typed);
    is_well_made(refused.is(422), "th");
    refused.says("ใส่ชื่อแผน").says("ใส่ปีงบประมาณเป็น พ.ศ. สี่หลัก").says("เดือนสุดท้ายต้องไม่มาก่อนเดือนแรก");
    assert_eq!(refused.field("policy"), "นโยบายของเรา");
    let plan = makes(one, &[]);
    let address = plan_address(plan, "/measures/new");
    let typed = measure_fields(&[
        ("letter", "Z"),
        ("text", " - "),
        ("about", "x/item:i1"),
        ("done_day", "1"),
        ("done_month", "2"),
        ("done_year", "70"),
        ("topics", "หัวข้อที่ไม่หาย"),
    ]);
    let refused = one.fills_in(&address, &typed);
    is_well_made(refused.is(422), "th");
    refused.says("เขียนมาตรการ").says("เลือกจากรายการ").says("หัวข้อที่ไม่หาย");
    assert_eq!(refused.field("done_year"), "70");
    let measure = adds_measure(one, plan, &[]);
    let long = "ก".repeat(1_001);
    let typed = step_fields(&[
        ("text", &long),
        ("owner", ""),
        ("email", "owner"),
        ("status", "x"),
        ("link", "javascript:alert(1)"),
        ("months", "4"),
    ]);
    let refused = one.fills_in(&measure_address(plan, measure, "/steps/new"), &typed);
    is_well_made(refused.is(422), "th");
    refused.says("ยาวได้ไม่เกิน 1,000 ตัวอักษร").says("ใส่ผู้รับผิดชอบ").says("ใส่อีเมลให้ครบ").says("ใส่ลิงก์ที่ขึ้นต้นด้วย");
    assert!(refused.body.contains("id=\"months-4\" value=\"4\" checked"), "what was ticked stays ticked");
    let step = adds_step(one, plan, measure, &["4"], &[]);
    let refused = one.fills_in(&step_address(plan, step, "/progress"), &[("status", "planned"), ("text", "ไม่บอกเดือน")]);
    is_well_made(refused.is(422).says("เลือกเดือนที่บันทึกนี้พูดถึง").says("ไม่บอกเดือน"), "th");
}

#[test]
fn hostile_text_is_shown_as_it_is_and_does_nothing() {
    let house = House::open();
    let crew = Crew::of(&house);
    let one = &crew.coordinator;
    let hostile = "<script>alert(1)</script> \"><img src=x onerror=alert(1)>";
    let plan = makes(one, &[("title_thai", hostile), ("title_english", hostile), ("policy", hostile)]);
    let texts = [("text", hostile), ("reason", hostile), ("topics", hostile)];
    let measure = adds_measure(one, plan, &texts);
    let link = "https://example.go.th/'onmouseover='alert(1)";
    let step = adds_step(
        one,
        plan,
        measure,
        &["1"],
        &[("text", hostile), ("budget", hostile), ("owner", hostile), ("evidence", hostile), ("link", link)],
    );
    one.fills_in(&step_address(plan, step, "/progress"), &[("status", "planned"), ("month", "1"), ("text", hostile)]).is(303);
    let addresses = [
        "/plans".to_owned(),
        plan_address(plan, ""),
        plan_address(plan, "/edit"),
        plan_address(plan, "/removal"),
        plan_address(plan, "/form/months"),
        plan_address(plan, "/form/pirab"),
        measure_address(plan, measure, ""),
        measure_address(plan, measure, "/removal"),
        measure_address(plan, measure, "/steps/new"),
        step_address(plan, step, ""),
        step_address(plan, step, "/removal"),
        step_address(plan, step, "/progress"),
    ];
    for address in &addresses {
        let page = one.opens(address);
        is_well_made(page.is(200), "th");
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{address}");
        page.says("<script>alert(1)</script>");
    }
    for kind in ["docx", "xlsx"] {
        assert!(one.downloads(&plan_address(plan, &format!("/form/pirab/{kind}"))).starts_with(b"PK"));
    }
    one.fills_in(&plan_address(plan, "/edit"), &plan_fields(&[("title_thai", "\u{202E}ชื่อ")])).is(422).says("มีอักขระที่แสดงไม่ได้");
}

#[test]
fn a_round_has_one_plan_which_begins_with_its_lowest_items_and_quotes_their_figures() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &[SAID, SAID, SAID, SAID].concat());
    let round = id.to_string();
    crew.coordinator.opens(&format!("/rounds/{id}")).says("แผนปรับปรุง");
    crew.coordinator.opens(&format!("/rounds/{id}/results")).says("แผนปรับปรุง");
    crew.coordinator.opens("/plans").says("รอบที่ปิดแล้วและยังไม่มีแผน").says("แบบวัด 1/2570");
    let address = crew.coordinator.opens(&format!("/rounds/{id}/plan")).leads_to().to_owned();
    assert_eq!(address, format!("/plans/new?round={id}"));
    assert_eq!(crew.viewer.opens(&format!("/rounds/{id}/plan")).leads_to(), "/plans");
    let form = crew.coordinator.opens(&address);
    is_well_made(form.is(200), "th");
    form.says("เริ่มด้วยมาตรการสำหรับข้อที่คะแนนต่ำที่สุด").says("หัวหน้ารับฟังท่าน").says("33.33");
    let fields = plan_fields(&[("round", &round), ("begin", "item:i2"), ("begin", "item:zz")]);
    let made = crew.coordinator.sends(&form, NEW, &fields);
    let plan = plan_in(made.leads_to());
    // Somebody else had the form open too.
    crew.coordinator.sends(&form, NEW, &plan_fields(&[("round", &round), ("title_thai", "อีกแผน")])).is(422).says("รอบนี้มีแผนแล้ว");
    assert_eq!(crew.coordinator.opens(&address).leads_to(), plan_address(plan, ""));
    assert_eq!(crew.viewer.opens(&format!("/rounds/{id}/plan")).leads_to(), plan_address(plan, ""));
    let page = crew.viewer.opens(&plan_address(plan, ""));
    is_well_made(page.is(200), "th");
    page.says("ยกระดับเรื่อง: 2. หัวหน้ารับฟังท่าน").says("33.33 จาก 100 (n = 12)").does_not_say("ข้อที่คะแนนต่ำที่สุดยังไม่มีมาตรการ");
    page.says("มาตรการที่ยังไม่เลือกกลุ่ม PIRAB: 1");
    is_well_made(crew.viewer.opens(&format!("/en{}", plan_address(plan, ""))).says("33.33 of 100 (n = 12)"), "en");

    // The measure is about something else now, and the lowest item has none.
    let measure = measures(&crew.coordinator, plan)[0];
    let about = |point: &str| format!("{id}/{point}");
    let high = about("item:i1");
    crew.coordinator.fills_in(&measure_address(plan, measure, ""), &measure_fields(&[("about", &high)])).is(303);
    let page = crew.viewer.opens(&plan_address(plan, ""));
    page.says("66.67 จาก 100 (n = 12)").says("ข้อที่คะแนนต่ำที่สุดยังไม่มีมาตรการ: 2. หัวหน้ารับฟังท่าน").says("ยังไม่มีมาตรการในกลุ่ม I, R, A, B");
    // Its indicator covers it.
    let part = about("part:p1");
    crew.coordinator.fills_in(&measure_address(plan, measure, ""), &measure_fields(&[("about", &part)])).is(303);
    crew.viewer.opens(&plan_address(plan, "")).says("50.00 จาก 100 (n = 12)").does_not_say("ข้อที่คะแนนต่ำที่สุดยังไม่มีมาตรการ");
}

#[test]
fn of_too_few_and_of_an_open_round_no_figure_is_quoted() {
    let house = House::open();
    let crew = Crew::of(&house);
    let id = crew.opens_round(&[]);
    crew.staff_answer(id, &[SAID[0]; 4]);
    crew.come_back();
    let round = id.to_string();
    let plan = plan_in(crew.coordinator.fills_in(NEW, &plan_fields(&[("round", &round)])).leads_to());
    let about = format!("{id}/item:i2");
    adds_measure(&crew.coordinator, plan, &[("about", &about)]);
    crew.viewer.opens(&plan_address(plan, "")).says("หัวหน้ารับฟังท่าน").says("ผลของรอบยังไม่ออก").does_not_say("จาก 100");
    crew.it_is_counted(14);
    let page = crew.viewer.opens(&plan_address(plan, ""));
    is_well_made(page.is(200), "th");
    page.says("หัวหน้ารับฟังท่าน").does_not_say("จาก 100").does_not_say("n = ").does_not_say("33.33");
}
