//! The roll of a survey: drawn up, drawn up anew, added to; and what everyone may see of it.

use clearjai::{clock::DAY, people::Standing};
use jiff::civil::date;

use crate::{eligible::crew::*, house::House, pages::is_well_made};

#[test]
fn the_roll_is_drawn_up_once_and_everyone_may_see_its_size() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(&house);
    let public = format!("/surveys/{id}");
    let before = house.visitor().opens(&public);
    before
        .is(200)
        .says("แบบวัด")
        .says("ปีงบประมาณ 2570 (1 ต.ค. 2569 – 30 ก.ย. 2570) รอบที่ 1")
        .says("ยังไม่สรุปรายชื่อ")
        .does_not_say("36");
    assert_eq!(hr.opens(&format!("/hr/rounds/{id}/roll")).leads_to(), eligible(id));
    assert_eq!(hr.opens(&format!("/hr/rounds/{id}/roll/people")).leads_to(), eligible(id));

    let form = hr.opens(&eligible(id));
    let address = format!("/hr/rounds/{id}/roll");
    for _click in 0..2 {
        assert_eq!(hr.sends(&form, &address, &[]).leads_to(), format!("{}?done=drawn-up", eligible(id)));
    }
    let drawn = admin.opens("/admin/log").text();
    assert_eq!(drawn.matches("แบบวัด: 36").count(), 1, "{drawn}");
    hr.opens(&format!("{}?done=drawn-up", eligible(id)))
        .says("จัดทำบัญชีผู้มีสิทธิแล้ว")
        .says("จัดทำเมื่อ 21 พ.ย. 2569 มี 36 คน")
        .says("ตรงกับรายชื่อและกฎวันนี้")
        .does_not_say("ยืนยันรายชื่อ");
    house
        .visitor()
        .opens(&public)
        .says("36 คน")
        .says("21 พ.ย. 2569")
        .says("สลก. + คลัง + พัสดุ 14")
        .says("หน่วยงานอื่น กนผ. + กบช. + กมฐ. 22")
        .says("น้อยกว่า 5 คนจะไม่แสดงแยก")
        .does_not_say("เพิ่มหลังจัดทำบัญชี")
        .does_not_say("บุคคล 1");
    house
        .visitor()
        .opens(&format!("/en{public}"))
        .says("Integrity survey")
        .says("36 people")
        .says("Other units กนผ. + กบช. + กมฐ. 22");

    // Somebody with the old page is asked first.
    let other = house.member(&admin, "dao", &["hr"]);
    let old = other.opens("/account");
    assert_eq!(other.sends(&old, &address, &[]).leads_to(), address);
    assert_eq!(admin.opens("/admin/log").text().matches("แบบวัด: 36").count(), 1);
}

#[test]
fn drawn_up_anew_it_says_first_who_comes_and_who_goes() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(&house);
    confirms(&hr, id).is(303);
    hires(&house, &[("900", "กบช.", OFFICIAL, Some(LONG_AGO)), ("901", "กบช.", PROJECT, Some(date(2026, 11, 2)))]);
    departs(&house, "0");
    house.turn(DAY);
    hr.is_in("busaba@example.go.th");
    hr.opens(&eligible(id)).says("มี 36 คน").says("จะมีผู้มีสิทธิเพิ่ม 1 คน และออกจากบัญชี 1 คน");
    sets_rule(&hr, id, &[("categories", OFFICIAL)]).is(303);
    hr.opens(&eligible(id)).says("กฎเปลี่ยนไปหลังจัดทำบัญชี");
    sets_rule(&hr, id, &[("years", "3")]).is(303);

    let address = format!("/hr/rounds/{id}/roll");
    let question = hr.opens(&address);
    question
        .says("เมื่อ 21 พ.ย. 2569")
        .says("จาก 36 เป็น 36 คน")
        .says("เพิ่มเข้า 1 คน บุคคล 900 900")
        .says("ออกเพราะพ้นจากหน่วยงาน 1 คน บุคคล 0 0");
    is_well_made(&question, "th");
    for _click in 0..2 {
        hr.sends(&question, &address, &[("anew", "yes")]).is(303);
    }
    hr.opens(&eligible(id)).says("จัดทำเมื่อ 22 พ.ย. 2569 มี 36 คน").says("ตรงกับรายชื่อและกฎวันนี้");
    assert_eq!(standing(&house, id, "0"), Standing::NotOnRoll);
    assert!(matches!(standing(&house, id, "900"), Standing::OnRoll { has_collected: false, .. }));

    // Once the survey is open it stays, and the answer is the same whether anybody has collected.
    house.place().in_the_register("UPDATE rolls SET is_open = TRUE");
    let refused = || hr.sends(&hr.opens(&address), &address, &[("anew", "yes")]).is(409).text();
    let before = refused();
    assert!(before.contains("แบบสำรวจเปิดแล้ว"), "{before}");
    house.place().in_the_register("UPDATE roll SET has_collected = TRUE");
    assert_eq!(refused(), before);
    assert!(matches!(standing(&house, id, "900"), Standing::OnRoll { has_collected: true, .. }));
}

#[test]
fn when_somebody_leaves_the_number_that_is_shown_does_not_move() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(&house);
    confirms(&hr, id).is(303);
    assert!(matches!(standing(&house, id, "1"), Standing::OnRoll { has_collected: false, .. }));
    departs(&house, "1");
    assert_eq!(standing(&house, id, "1"), Standing::Left);
    house.visitor().opens(&format!("/surveys/{id}")).says("36 คน").says("สลก. + คลัง + พัสดุ 14");
    hr.opens(&eligible(id))
        .says("มี 36 คน")
        .says("มีผู้พ้นจากหน่วยงาน 1 คน")
        .says("จำนวนที่แสดงไม่ลดลงเมื่อมีผู้พ้นจากหน่วยงาน")
        .does_not_say("บุคคล 1 1");
}

#[test]
fn who_was_left_out_may_be_added_and_everyone_sees_that() {
    let house = House::open();
    let admin = house.administrator();
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(&house);
    confirms(&hr, id).is(303);
    let address = format!("/hr/rounds/{id}/roll/people");
    let form = hr.opens(&address);
    form.says("หน้าสาธารณะบอกจำนวนที่เพิ่มภายหลัง");
    departs(&house, "4");
    for (number, sentence) in
        [("", "ว่างอยู่"), ("0", "อยู่ในบัญชีแล้ว"), ("777", "ไม่มีใครใช้รหัสนี้"), ("4", "บันทึกการพ้น"), ("1101700203450", "เลขบัตรประชาชน")]
    {
        let refused = hr.fills_in(&address, &[("number", number)]);
        refused.is(422).says(sentence);
        assert_eq!(refused.field("number"), number);
    }
    // Number 2 was hired during the year and works in a unit of the first group.
    for _click in 0..2 {
        let added = hr.sends(&form, &address, &[("number", "๒")]);
        hr.goes_on(&added).says("เพิ่มในบัญชีแล้ว").says("มี 37 คน ในจำนวนนี้ 1 คนเพิ่มภายหลัง");
    }
    assert!(matches!(standing(&house, id, "2"), Standing::OnRoll { .. }));
    house.visitor().opens(&format!("/surveys/{id}")).says("37 คน ในจำนวนนี้ 1 คนเพิ่มหลังจัดทำบัญชี").says("สลก. + คลัง + พัสดุ 15");
    admin.opens("/admin/log").says("แบบวัด: 2 → 37");
}
