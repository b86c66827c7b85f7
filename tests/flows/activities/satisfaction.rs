//! Figures of satisfaction from elsewhere: kept with what they need, refused where no answers give them.

use super::scene::*;
use crate::{house::House, pages::is_well_made};

fn figure<'it>(changes: &[(&'it str, &'it str)]) -> Vec<(&'it str, &'it str)> {
    let usual = [("satisfaction", "elsewhere"), ("per_cent", "88.60"), ("n", "69"), ("levels", "5"), ("asked", "one")];
    let mut all: Vec<_> = usual.into_iter().filter(|(name, _)| changes.iter().all(|(other, _)| other != name)).collect();
    all.extend(changes);
    fields(&all)
}

#[test]
fn no_69_answers_to_one_question_of_five_levels_give_88_60_and_it_is_said_why_and_what_else_it_could_be() {
    let house = House::open();
    let scene = Scene::new(&house);
    let refused = scene.coordinator.fills_in(NEW, &figure(&[]));
    is_well_made(refused.is(422), "th");
    refused.says("ผู้ตอบ 69 คน คำถาม 1 ข้อ 5 ระดับ เฉลี่ยได้ 88.60 ไม่ได้").says("88.41 และ 88.70").says("ถ้าเฉลี่ยจากหลายข้อ");
    assert_eq!((refused.field("per_cent"), written(&refused, "title_thai")), ("88.60".into(), "การประชุมเชิงปฏิบัติการ".into()));
    let english = scene.coordinator.fills_in(&format!("/en{NEW}"), &figure(&[("asked", "several"), ("questions", "2")]));
    english.is(422).says("69 answers to 2 question(s) on 5 levels never give 88.60");
    scene.coordinator.opens("/activities?year=2566").says("ยังไม่มีกิจกรรม");

    let kept =
        scene.coordinator.fills_in(NEW, &figure(&[("asked", "several"), ("questions", "3")])).is(303).leads_to().to_owned();
    let form = scene.coordinator.opens(&kept);
    assert_eq!((form.field("per_cent"), form.field("n"), form.field("levels")), ("88.60".into(), "69".into(), "5".into()));
    scene.coordinator.opens(&report(2566, "first")).says("88.60 % (n = 69, 5 ระดับ) เฉลี่ยจาก 3 ข้อ");
    scene.coordinator.fills_in(&kept, &figure(&[("asked", "unknown"), ("source", "ใบประเมิน")])).is(303);
    let told = scene.coordinator.opens(&report(2566, "first"));
    told.says("88.60 % (n = 69, 5 ระดับ) ไม่ทราบจำนวนข้อที่ถาม").says("ที่มา: ใบประเมิน").does_not_say("เฉลี่ยจาก 3 ข้อ");
    // What one question can give needs no word more.
    scene.coordinator.fills_in(&kept, &figure(&[("per_cent", "๘๘.๔๑ %")])).is(303);
    scene.coordinator.opens("/activities?year=2566").says("88.41 % (n = 69, 5 ระดับ)").does_not_say("ไม่ทราบ");
}

#[test]
fn fewer_decimals_say_less_and_are_shown_again_as_they_were_typed() {
    let house = House::open();
    let scene = Scene::new(&house);
    let refused = scene.coordinator.fills_in(NEW, &figure(&[("per_cent", "88.6")]));
    refused.is(422).says("เฉลี่ยได้ 88.6 ไม่ได้").says("88.4 และ 88.7");
    let kept = scene.writes(&figure(&[("per_cent", "88.4")]));
    assert_eq!(scene.coordinator.opens(&kept).field("per_cent"), "88.4");
    scene.coordinator.opens(&report(2566, "first")).says("88.4 % (n = 69, 5 ระดับ)").does_not_say("88.40");
    scene.coordinator.fills_in(&kept, &figure(&[("per_cent", "89")])).is(303);
    scene.coordinator.opens(&report(2566, "first")).says("89 % (n = 69, 5 ระดับ)");
}

#[test]
fn a_figure_that_was_typed_where_nobody_was_asked_is_never_thrown_away_unsaid() {
    let house = House::open();
    let scene = Scene::new(&house);
    for from in ["none", "", "elsewher"] {
        let refused = scene.coordinator.fills_in(NEW, &figure(&[("satisfaction", from), ("source", "ใบประเมิน")]));
        is_well_made(refused.is(422), "th");
        refused.says("เลือกว่าคะแนนมาจากไหน");
        assert!(refused.body.contains("id=\"satisfaction-fault\""), "{from}");
        assert_eq!((refused.field("per_cent"), refused.field("source")), ("88.60".into(), "ใบประเมิน".into()));
    }
    scene.coordinator.opens("/activities?year=2566").says("ยังไม่มีกิจกรรม");
    scene.writes(&[("satisfaction", "none"), ("per_cent", ""), ("n", " ")]);
}

#[test]
fn a_figure_is_never_kept_without_how_many_answered_on_how_many_levels() {
    let house = House::open();
    let scene = Scene::new(&house);
    for (missing, value) in
        [("n", ""), ("n", "0"), ("levels", ""), ("levels", "12"), ("levels", "1"), ("asked", ""), ("per_cent", "100.5")]
    {
        let refused = scene.coordinator.fills_in(NEW, &figure(&[(missing, value)]));
        assert!(refused.is(422).body.contains(&format!("id=\"{missing}-fault\"")), "{missing} {value}");
    }
    scene.coordinator.opens("/activities?year=2566").says("ยังไม่มีกิจกรรม").does_not_say("88.60");
}
