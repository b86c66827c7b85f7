//! Links on paper, for those whom no letter reaches.

use super::scene::*;
use crate::{house::House, pages::is_well_made};

#[test]
fn slips_with_names_lead_in_and_make_the_link_of_the_letter_void() {
    let house = House::open();
    let scene = Scene::new(&house);
    house.place().in_the_register("UPDATE people SET email = NULL WHERE number = '3'");
    let id = scene.opened(&[]);
    let slips = format!("/hr/sessions/{id}/slips");
    is_well_made(scene.hr.opens("/hr/sessions").is(200).says("คลินิกเคลียร์ใจ ครั้งที่ 1"), "th");
    is_well_made(scene.hr.opens(&slips).is(200).says("ขณะนี้ 1 คน"), "th");
    is_well_made(scene.hr.opens(&format!("/en{slips}")).is(200), "en");
    let by_letter = house.letter_to("p4@example.go.th").link();
    let chosen = [("who", "everybody")];
    let check = scene.hr.opens(&format!("{slips}/check?who=everybody"));
    is_well_made(check.is(200).says("สลิป 54 ใบ กระดาษ A4 จำนวน 7 แผ่น").says("มี 53 คน ที่ได้รหัส"), "th");
    let sheets = scene.hr.sends(&check, &slips, &chosen);
    is_well_made(sheets.is(200).says("ขอเชิญร่วม คลินิกเคลียร์ใจ ครั้งที่ 1").says("บุคคล 3"), "th");
    assert_eq!(sheets.body.matches("class=\"digits\"").count(), 54);
    let again = scene.hr.sends(&check, &slips, &chosen);
    assert_eq!(again.leads_to(), format!("{slips}?done=before"));
    let somebody = house.visitor();
    somebody.opens(by_letter.split('#').next().unwrap()).is(404);
    let code = sheets.body.split("class=\"digits\"").nth(1).unwrap().split('>').nth(1).unwrap().split('<').next().unwrap();
    let digits = code.replace(' ', "");
    somebody.opens(&format!("/c/{digits}")).is(200);
    // Typed at the front page, it leads to the same place.
    let front = somebody.opens("/");
    let led = if front.field_if_any("code").is_some() { somebody.posts("/t", &[("code", code)]) } else { front };
    assert_eq!(led.leads_to(), format!("/c/{digits}"));
    let diary = scene.admin.opens("/admin/log");
    diary.says("พิมพ์สลิปของคลินิก").says("54 · everybody").does_not_say("บุคคล 3");
}

#[test]
fn whoever_chooses_nobody_is_told_so() {
    let house = House::open();
    let scene = Scene::new(&house);
    let id = scene.opened(&[]);
    let check = format!("/hr/sessions/{id}/slips/check");
    scene.hr.opens(&format!("{check}?who=unreached")).is(422).says("ไม่มีผู้ได้รับเชิญที่ตรงกับที่เลือก");
    scene.hr.opens(&format!("{check}?who=person&number=99999")).is(422).says("ไม่พบรหัสพนักงานนี้ในผู้ได้รับเชิญ");
    scene.hr.opens(&check).is(422).says("เลือกหนึ่งข้อ");
    scene.coordinator.fills_in(&at(id, "/cancellation"), &[]).is(303);
    house.courier_runs();
    scene.hr.opens(&format!("/hr/sessions/{id}/slips")).is(200).says("ไม่ได้เปิดอยู่");
    scene.hr.opens(&format!("{check}?who=everybody")).is(303);
}
