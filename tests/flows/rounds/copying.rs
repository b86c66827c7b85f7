//! A new round: like the last one unless somebody says otherwise; and what changed since that.

use clearjai::authoring;

use super::desk::*;
use crate::{eligible::crew::*, house::House};

#[test]
fn a_new_round_is_like_the_last_one_in_questions_promises_and_rule() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let first = demo(&house);
    let asked = shelves(&house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, first, asked).is(303);
    let promises = settings(&[("k", "6"), ("comments", "groups"), ("target", "85"), ("grace", "30"), ("one_by_one", "yes")]);
    coordinator.fills_in(&page(first, "settings"), &promises).is(303);
    sets_rule(&hr, first, &[("years", "2")]).is(303);

    let page_of_new = coordinator.opens("/rounds/new");
    page_of_new.says("แบบวัด รอบที่ 1/2570");
    assert!(page_of_new.body.contains(&format!("value=\"round:{first}\" selected")), "it begins like the last round");
    assert_eq!((page_of_new.field("year").as_str(), page_of_new.field("round").as_str()), ("2570", "2"));
    assert_eq!(page_of_new.field("name_thai"), "แบบวัด");
    let fields =
        [("beginning", format!("round:{first}")), ("year", "2570".into()), ("round", "2".into()), ("name_thai", "แบบวัด".into())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let made: Vec<_> = (0..2).map(|_| coordinator.sends(&page_of_new, "/rounds/new", &fields).leads_to().to_owned()).collect();
    assert_eq!(made[0], made[1], "pressed twice, it is made once");
    assert!(made[0].ends_with("?done=planned"), "{made:?}");
    coordinator.opens(&made[0]).says("สร้างรอบแล้ว").says("แบบวัดชีพจร").says("≥ 85.00");
    let second = id_in(&made[0]);
    assert_eq!(coordinator.opens("/rounds").addresses(&round(second)).len(), 1);

    let settings_page = coordinator.opens(&page(second, "settings"));
    for (field, value) in [("k", "6"), ("target", "85.00"), ("grace", "30"), ("round", "2")] {
        assert_eq!(settings_page.field(field), value);
    }
    assert!(settings_page.body.contains("value=\"groups\" checked"));
    hr.opens(&eligible(second)).says("อายุงานเกิน 2 ปี").does_not_say("จัดทำเมื่อ");
    coordinator.opens(&page(second, "form")).says("เทียบกับ แบบวัด รอบที่ 1/2570").says("คำถามเหมือนรอบก่อนทุกข้อ");

    // The department asks for larger groups meanwhile: the next copy has them.
    let k = [("name_thai", "กรม"), ("k", "8"), ("retention", "60"), ("first_language", "th"), ("offers_english", "yes")];
    admin.fills_in("/admin/settings", &k).is(303);
    let third = coordinator.opens("/rounds/new");
    assert_eq!(third.field("round"), "3");
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, if *name == "round" { "3" } else { *value })).collect();
    let third = id_in(coordinator.sends(&third, "/rounds/new", &fields).leads_to());
    coordinator.opens(&round(third)).says("น้อยกว่า 8 คน");
    let below = settings(&[("k", "7"), ("round", "3")]);
    coordinator.fills_in(&page(third, "settings"), &below).is(422).says("ใส่จำนวนตั้งแต่ 8 ถึง 100");
}

#[test]
fn a_question_that_changed_since_the_round_before_is_marked_as_not_to_be_compared() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let first = demo(&house);
    ready(&house, &coordinator, &hr, first);
    let fields =
        [("beginning", format!("round:{first}")), ("year", "2570".into()), ("round", "2".into()), ("name_thai", "แบบวัด".into())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let second = id_in(coordinator.fills_in("/rounds/new", &fields).leads_to());

    // The first round is scheduled: its version stays, and the second makes the next one.
    let form = coordinator.opens(&page(second, "form"));
    form.says("แก้ไม่ได้แล้ว").says("ทำฉบับถัดไปเพื่อแก้");
    let made: Vec<_> =
        (0..2).map(|_| coordinator.sends(&form, &page(second, "form"), &[("next", "yes")]).leads_to().to_owned()).collect();
    assert_eq!(made[0], made[1]);
    let next = made[0].strip_prefix("/instruments/").unwrap().parse().unwrap();
    coordinator.opens(&page(second, "form")).says("ฉบับที่ 2").says("ร่างของรอบนี้").says("คำถามเหมือนรอบก่อนทุกข้อ");
    rewords(&house, next, "ท่านได้รับข้อมูลครบถ้วน").unwrap();
    coordinator
        .opens(&page(second, "form"))
        .says("มี 1 ข้อที่ไม่ควรเทียบผลกับรอบก่อน")
        .says("ข้อ 1 ท่านได้รับข้อมูลครบถ้วน ถ้อยคำภาษาไทยเปลี่ยน ไม่ควรเทียบ")
        .does_not_say("ข้อ 2");
    coordinator.opens(&format!("/en{}", page(second, "form"))).says("The Thai wording changed").says("Should not be compared");
}

#[test]
fn a_round_may_begin_otherwise_and_what_is_wrong_is_said() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let form = shelves(&house, &form("แบบวัดชีพจร"));
    let new = |beginning: &str, round: &str| {
        let fields =
            [("beginning", beginning), ("year", "๒๕๗๐"), ("round", round), ("name_thai", "แบบ"), ("name_english", "Form")];
        coordinator.fills_in("/rounds/new", &fields)
    };
    let empty = id_in(new("empty", "1").leads_to());
    coordinator.opens(&round(empty)).says("ยังไม่มีคำถาม");
    let chosen = id_in(new(&format!("version:{form}"), "2").leads_to());
    coordinator.opens(&round(chosen)).says("แบบวัดชีพจร");
    let unknown: clearjai::ids::SurveyId = house.rooms.chance.dice().id();
    for beginning in ["", "nothing", "round:x", "starter:none", &format!("round:{unknown}"), &format!("version:{unknown}")] {
        let refused = new(beginning, "3");
        refused.is(422).says("เลือกว่าจะเริ่มจากอะไร");
        assert_eq!(refused.field("name_english"), "Form");
    }
    new("empty", "1").is(422).says("รอบนี้มีแบบสำรวจชื่อนี้แล้ว");
    new("empty", "13").is(422).says("ใส่รอบเป็นตัวเลขตั้งแต่ 1 ถึง 12");
    // The copy of a round is its own: the library's stays as it is.
    let own = coordinator.opens(&page(chosen, "form")).addresses("/instruments/");
    let own = own[0].trim_start_matches("/instruments/").parse().unwrap();
    rewords(&house, form, "ถ้อยคำอื่น").unwrap();
    let asks = |id| house.wait_for(house.rooms.db.read_register(move |conn| authoring::find(conn, id))).unwrap().unwrap();
    assert_eq!(asks(form).instrument.parts[0].items[0].text.th, "ถ้อยคำอื่น");
    assert_eq!(asks(own).instrument.parts[0].items[0].text.th, "ท่านได้รับข้อมูลที่จำเป็นต่องาน");
}
