//! Who may answer a survey: the rule and the groups.

pub mod crew;

use clearjai::ids::SurveyId;
use jiff::civil::date;

use self::crew::*;
use crate::{
    house::{House, Page},
    pages::is_well_made,
};

#[test]
fn only_hr_sees_who_may_answer_and_everyone_sees_how_many() {
    let house = House::open();
    let admin = house.administrator();
    let id = demo(&house);
    let hr = house.member(&admin, "busaba", &["hr"]);
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    for address in ["eligible", "rule", "groups", "roll", "roll/people"].map(|page| format!("/hr/rounds/{id}/{page}")) {
        coordinator.opens(&address).is(403);
        admin.opens(&address).is(403);
        assert!(house.visitor().opens(&address).leads_to().starts_with("/signin?to="), "{address}");
        coordinator.posts(&address, &[]).is(if address.ends_with("eligible") { 405 } else { 403 });
    }
    confirms(&hr, id).is(303);
    for address in ["eligible", "rule", "groups", "roll", "roll/people"].map(|page| format!("/hr/rounds/{id}/{page}")) {
        is_well_made(hr.opens(&address).is(200), "th");
        hr.opens(&format!("/en{address}")).is(200).says("Who may answer");
    }
    is_well_made(house.visitor().opens(&format!("/surveys/{id}")).is(200), "th");
    let unknown: SurveyId = house.rooms.chance.dice().id();
    hr.opens(&eligible(unknown)).is(404);
    hr.opens(&eligible(id).replace(&id.to_string(), "x")).is(404);
    house.visitor().opens(&format!("/surveys/{unknown}")).is(404);
}

#[test]
fn of_fifty_four_the_eighteen_hired_during_the_year_are_told_from_when_on_they_may_answer() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(&house);
    let page = hr.opens(&eligible(id));
    page.is(200)
        .says("ปีงบประมาณ 2570 เริ่ม 1 ต.ค. 2569 ผู้มีสิทธิคือผู้เริ่มงานก่อน 1 ต.ค. 2568 (อายุงานเกิน 1 ปี)")
        .says("มีสิทธิตอบ 36 จาก 54 คนในรายชื่อ")
        .says("ต้องได้อย่างน้อย 30 จาก 36 คน")
        .says("ไม่มีใครเริ่มงานใกล้วันตัดสิทธิ")
        .says("สลก. + คลัง + พัสดุ 14")
        .says("หน่วยงานอื่น กนผ. + กบช. + กมฐ. 22")
        .says("คลัง มีผู้มีสิทธิ 2 คน น้อยกว่า 10 จึงรวมกับ พัสดุ (2 คน) ซึ่งอยู่ใต้ สลก. เหมือนกัน")
        .says("k = 5")
        .says("ยืนยันรายชื่อ 36 คน")
        .says("สลก. หน่วยงาน สลก. 14 10")
        .says("หน้า 1 จาก 2");

    let not_yet = hr.opens(&format!("{}?reason=not_yet", eligible(id)));
    assert_eq!(not_yet.text().matches("มีสิทธิเมื่อนับถึง").count(), 18);
    // Hired on 12 October 2569, after the day of counting; and on 26 March 2569, before it.
    not_yet.says("6 พ.ย. 2569 ยังไม่ถึง เริ่มงานหลังวันนับอายุงาน มีสิทธิเมื่อนับถึง 7 พ.ย. 2570");
    not_yet.says("7 ก.ย. 2569 ยังไม่ถึง มีสิทธิเมื่อนับถึง 8 ก.ย. 2570");
    let may = hr.opens(&format!("{}?reason=eligible&page=9", eligible(id)));
    assert_eq!(may.addresses("/hr/roster/people/").len(), 36);
    let second = hr.opens(&format!("{}?reason=all&page=2", eligible(id)));
    assert_eq!(second.addresses("/hr/roster/people/").len(), 4);
    let in_english = hr.opens(&format!("/en{}?reason=not_yet", eligible(id)));
    in_english
        .says("Fiscal year 2570 starts on 1 Oct 2026 (B.E. 2569). Those who started before 1 Oct 2025 (B.E. 2568) may answer")
        .says("Not yet may answer when counted on 8 Sep 2027 (B.E. 2570)");
}

#[test]
fn one_day_decides_over_or_at_least_and_the_page_says_which_day() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = survey(&house, &[("สลก.", None)]);
    hires_many(&house, "สลก.", 100, 10);
    hires(
        &house,
        &[
            ("1", "สลก.", OFFICIAL, Some(date(2025, 9, 30))),
            ("2", "สลก.", OFFICIAL, Some(date(2025, 10, 1))),
            ("3", "สลก.", OFFICIAL, Some(date(2025, 10, 2))),
            ("4", "สลก.", OFFICIAL, Some(date(2025, 11, 2))),
            ("5", "สลก.", OFFICIAL, None),
        ],
    );
    let over = hr.opens(&eligible(id));
    over.says("มีสิทธิตอบ 11")
        .says("ผู้เริ่มงานห่างจาก 1 ต.ค. 2568 ไม่เกิน 31 วัน")
        .says("บุคคล 1 1 สลก. 30 ก.ย. 2568 มีสิทธิ")
        .says("บุคคล 2 2 สลก. 1 ต.ค. 2568 ยังไม่ถึง มีสิทธิเมื่อนับถึง 2 ต.ค. 2569")
        .says("ไม่มีวันเริ่มงาน 1");

    assert_eq!(sets_rule(&hr, id, &[("comparator", "at_least")]).leads_to(), format!("{}?done=rule", eligible(id)));
    let at_least = hr.opens(&format!("{}?done=rule", eligible(id)));
    at_least
        .says("บันทึกกฎแล้ว")
        .says("ผู้เริ่มงานในวันที่ 1 ต.ค. 2568 หรือก่อนหน้านั้น (อายุงานไม่น้อยกว่า 1 ปี)")
        .says("มีสิทธิตอบ 12")
        .says("บุคคล 2 2 สลก. 1 ต.ค. 2568 มีสิทธิ")
        .says("บุคคล 3 3 สลก. 2 ต.ค. 2568 ยังไม่ถึง มีสิทธิเมื่อนับถึง 2 ต.ค. 2569");
    // The cut-off is 2 October now, so 2 November is 31 days away; before, it was not close.
    let close = |page: &Page| page.text().split("ยืนยันรายชื่อ").next().unwrap().contains("บุคคล 4");
    assert!(close(&at_least) && !close(&over));
    admin.opens("/admin/log").says("เปลี่ยนเกณฑ์ผู้มีสิทธิตอบ แบบวัด");
}

#[test]
fn the_rule_may_count_on_another_day_and_ask_for_categories_and_units() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(&house);
    sets_rule(&hr, id, &[("reference", "opening"), ("years", "0"), ("months", "6")]).is(303);
    hr.opens(&eligible(id)).says("นับอายุงานถึงวันเปิดรับ ซึ่งยังไม่กำหนด จึงใช้วันนี้แทน คือ 21 พ.ย. 2569").says("(อายุงานเกิน 6 เดือน)");
    sets_rule(
        &hr,
        id,
        &[("reference", "day"), ("given_day", "๓๐"), ("given_month", "ก.ย."), ("given_year", "๒๕๖๙"), ("months", "6")],
    )
    .is(303);
    hr.opens(&eligible(id)).says("นับอายุงานถึง 30 ก.ย. 2569 ผู้มีสิทธิคือผู้เริ่มงานก่อน 30 มี.ค. 2568 (อายุงานเกิน 1 ปี 6 เดือน)");
    let form = hr.opens(&format!("/hr/rounds/{id}/rule"));
    assert_eq!(["day", "month", "year"].map(|part| form.field(&format!("given_{part}"))), ["30", "9", "2569"]);

    sets_rule(&hr, id, &[("categories", PROJECT)]).is(303);
    hr.opens(&eligible(id)).says("เฉพาะประเภท ลูกจ้างโครงการ").says("มีสิทธิตอบ 0").says("ประเภทอื่น 36");
    let secretary = unit(&house, "สลก.").to_string();
    sets_rule(&hr, id, &[("units", &secretary), ("categories", OFFICIAL)]).is(303);
    hr.opens(&eligible(id)).says("เฉพาะ สลก. รวมหน่วยงานข้างใต้").says("มีสิทธิตอบ 14").says("หน่วยงานอื่น 33");
    let form = hr.opens(&format!("/hr/rounds/{id}/rule"));
    assert_eq!(form.body.matches(" checked").count(), 4, "two radios, a category and a unit");
}

#[test]
fn a_rule_that_cannot_be_is_refused_with_everything_that_was_typed() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(&house);
    let wrong = [
        ("years", "สอง"),
        ("months", "14"),
        ("comparator", ""),
        ("reference", "day"),
        ("given_day", "31"),
        ("given_month", "9"),
        ("given_year", "2569"),
    ];
    let page = sets_rule(&hr, id, &[&wrong[..], &[("categories", PROJECT)]].concat());
    page.is(422).says("ใส่ปีตั้งแต่ 0 ถึง 60").says("เลือกหนึ่งข้อ").says("เดือนนั้นไม่มีวันที่ 31");
    assert_eq!([page.field("years"), page.field("months"), page.field("given_day")], ["สอง", "14", "31"]);
    assert_eq!(page.body.matches(" checked").count(), 2, "the day that was chosen, and the category");
    is_well_made(&page, "th");
    let given = |day: &str, year: &str| {
        let typed = [("reference", "day"), ("given_day", day), ("given_month", ""), ("given_year", year)];
        sets_rule(&hr, id, &typed)
    };
    given("1 ต.ค. 68", "").is(422).says("วันที่กำหนดเอง: ใส่ปีสี่หลัก");
    given("1", "2568").is(422).says("วันที่กำหนดเอง: ไม่ใช่วันที่");
    given("", "").is(422).says("ใส่วัน เดือน และปี ให้ครบ");
    // A tick that we never drew is not dropped: that would let everyone in.
    sets_rule(&hr, id, &[("units", "everyone")]).is(400);
    hr.opens(&eligible(id)).says("มีสิทธิตอบ 36");
}

#[test]
fn fewer_than_twice_k_are_one_group_and_fewer_than_k_cannot_be_asked() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = survey(&house, &[("สลก.", None), ("คลัง", None)]);
    hr.opens(&eligible(id)).is(200).says("ยังไม่มีใครในรายชื่อ");
    hires_many(&house, "สลก.", 100, 4);
    let page = hr.opens(&eligible(id));
    page.says("มีผู้มีสิทธิ 4 คน น้อยกว่า 5 คน จึงเปิดแบบสำรวจไม่ได้").does_not_say("ยืนยันรายชื่อ 4");
    let address = format!("/hr/rounds/{id}/roll");
    assert!(page.addresses(&address).is_empty());
    hr.sends(&page, &address, &[]).is(409).says("น้อยกว่า 5 คน");
    hr.sends(&page, &address, &[("anew", "yes")]).is(409);
    let groups = format!("/hr/rounds/{id}/groups");
    hr.opens(&groups).is(200).says("จึงเปิดแบบสำรวจไม่ได้");
    hr.sends(&page, &groups, &[(&format!("group-{}", unit(&house, "สลก.")), "1")]).is(409);
    house.visitor().opens(&format!("/surveys/{id}")).is(200).says("ยังไม่สรุปรายชื่อ");

    hires_many(&house, "คลัง", 200, 4);
    hr.opens(&groups).says("พอสำหรับกลุ่มเดียวเท่านั้น");
    hr.opens(&eligible(id)).says("ผู้มีสิทธิทั้งหมด 8 คน น้อยกว่า 10 คน จึงมีกลุ่มเดียวคือทั้งหน่วยงาน");
    confirms(&hr, id).is(303);
    house.visitor().opens(&format!("/surveys/{id}")).says("ทั้งหน่วยงาน คลัง + สลก. 8");
}

#[test]
fn hr_may_choose_the_groups_but_none_too_small() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = survey(&house, &[("ก.", None), ("ข.", None), ("ค.", Some("ก.")), ("ง.", None)]);
    for (from, (unit, count)) in (100..).step_by(100).zip([("ก.", 12), ("ข.", 12), ("ค.", 4), ("ง.", 0)]) {
        hires_many(&house, unit, from, count);
    }
    let address = format!("/hr/rounds/{id}/groups");
    let of = |name: &str| format!("group-{}", unit(&house, name));
    let (one, two, three, none) = (of("ก."), of("ข."), of("ค."), of("ง."));
    let form = hr.opens(&address);
    form.says("ก. · 12 คน").says("ค. · 4 คน").does_not_say("ง. ·").does_not_say("กลุ่ม 3");

    let refused = hr.sends(&form, &address, &[(&one, "1"), (&two, "1"), (&three, "2")]);
    refused.is(422).says("ค.: กลุ่มนี้มี 4 คน ต้องมีอย่างน้อย 10 คน ขาดอีก 6 คน").does_not_say("ก.: กลุ่มนี้");
    assert!(refused.body.contains(&format!("href=\"#{three}\"")));
    assert!(refused.body.contains("<option value=\"2\" selected>"));
    is_well_made(&refused, "th");
    hr.sends(&form, &address, &[(&one, "1"), (&two, "1"), (&three, "999999999")]).is(422).says("ค.: เลือกว่าอยู่กลุ่มใด");
    hr.opens(&eligible(id)).does_not_say("ฝ่ายบุคคลจัดเอง");

    let taken = hr.sends(&form, &address, &[(&one, "1"), (&two, "2"), (&three, "2"), (&none, "1")]);
    assert_eq!(taken.leads_to(), format!("{}?done=groups", eligible(id)));
    hr.goes_on(&taken).says("บันทึกการจัดกลุ่มแล้ว").says("กลุ่มเหล่านี้ฝ่ายบุคคลจัดเอง").says("ข. + ค. 16");

    // Somebody is hired in a unit that no group has, so the groups fit no more.
    hires_many(&house, "ง.", 400, 1);
    let page = hr.opens(&eligible(id));
    page.says("กลุ่มที่จัดไว้ใช้กับรายชื่อวันนี้ไม่ได้แล้ว").says("ง. มีผู้มีสิทธิแล้ว แต่ยังไม่อยู่ในกลุ่มใด").does_not_say("ยืนยันรายชื่อ 29");
    hr.sends(&page, &format!("/hr/rounds/{id}/roll"), &[]).is(409).says("กลุ่มที่จัดไว้");
    hr.opens(&address).is(200).says("เลือกกลุ่ม");
    hr.sends(&page, &address, &[("by", "rule")]).is(303);
    hr.opens(&eligible(id)).says("ยืนยันรายชื่อ 29 คน").does_not_say("ฝ่ายบุคคลจัดเอง");
}
