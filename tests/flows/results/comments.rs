//! Comments: read in no order that tells anything, noted at, covered up; and the diary tells no word of them.

use clearjai::ids::SurveyId;

use super::answered::*;
use crate::{
    house::{House, Page, Visitor},
    pages::is_well_made,
    wall::respondent::{Respondent, links},
};

const PLAIN: &Said = &[("i1", "3"), ("i2", "4")];

/// Twelve people, of whom six wrote something.
const ANSWERS: [&Said; 12] = [
    &[("i1", "1"), ("i2", "2"), ("i3", "คุณสมชาย\nไม่ประกาศแผน")],
    &[("i1", "2"), ("i2", "2"), ("i3", "ขอให้ Jose\u{301} ตอบเร็วขึ้น")],
    &[("i1", "3"), ("i2", "2"), ("i3", "สม\u{200B}ชายกับสมหญิงช่วยงานดี"), ("i4", "ที่จอดรถ")],
    &[("i1", "4"), ("i2", "1"), ("i4", "หัวหน้ารับฟัง")],
    &[("i1", "4"), ("i2", "2"), ("i3", "<b>ขั้นตอนยืม</b>ของ")],
    PLAIN,
    PLAIN,
    PLAIN,
    PLAIN,
    PLAIN,
    PLAIN,
    PLAIN,
];

fn comments(id: SurveyId) -> String {
    format!("/rounds/{id}/results/comments")
}

/// The addresses of the pages of comments, as the list has them.
fn listed(page: &Page, id: SurveyId) -> Vec<String> {
    page.addresses(&format!("{}/", comments(id)))
}

/// The page of the comment that says so.
fn about(coordinator: &Visitor, id: SurveyId, words: &str) -> String {
    let pages = listed(&coordinator.opens(&comments(id)), id);
    pages.into_iter().find(|page| coordinator.opens(page).text().contains(words)).unwrap()
}

#[test]
fn those_who_read_results_read_comments_in_an_order_that_tells_nothing() {
    let house = House::open();
    let crew = Crew::of(&house);
    let id = crew.opens_round(&[]);
    crew.staff_answer(id, &ANSWERS);
    crew.come_back();
    for reader in [&crew.coordinator, &crew.viewer] {
        reader.opens(&comments(id)).is(409).says("ระหว่างเปิดรับ").does_not_say("ประกาศแผน");
    }
    crew.it_is_counted(14);

    for reader in [&crew.coordinator, &crew.viewer] {
        let (thai, english) = (reader.opens(&comments(id)), reader.opens(&format!("/en{}", comments(id))));
        is_well_made(thai.is(200), "th");
        is_well_made(english.is(200), "en");
        thai.says("คุณสมชาย ไม่ประกาศแผน").says("หัวหน้ารับฟัง").says("<b>ขั้นตอนยืม</b>ของ").says("เรียงแบบสุ่ม").says("6 ข้อความ");
        assert!(!thai.body.contains("<b>ขั้น"));
        // Not of which unit, and not when.
        thai.does_not_say("สลก.").does_not_say("หน่วยงานอื่น").does_not_say("ธ.ค.");
    }
    let pages = listed(&crew.coordinator.opens(&comments(id)), id);
    assert_eq!(pages.len(), 6);
    assert!(pages.is_sorted(), "by random numbers: {pages:?}");
    assert!(listed(&crew.viewer.opens(&comments(id)), id).is_empty(), "only coordinators note anything");
    crew.viewer.opens(&pages[0]).is(403);
    crew.viewer.posts(&comments(id), &[]).is(403);
    for other in [&crew.hr, &crew.admin] {
        other.opens(&comments(id)).is(403);
        other.opens(&pages[0]).is(403);
    }
    assert!(house.visitor().opens(&comments(id)).leads_to().starts_with("/signin"));

    let of_one = crew.viewer.opens(&format!("{}?item=i4", comments(id)));
    of_one.says("2 ข้อความ").says("ที่จอดรถ").does_not_say("ประกาศแผน");
    crew.viewer.opens(&format!("{}?item=i4&marked=yes", comments(id))).says("ไม่มีความเห็นตามที่เลือก");
}

#[test]
fn of_fewer_than_twice_k_people_nobody_reads_a_word() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &ANSWERS[..8]);
    let page = crew.coordinator.opens(&comments(id));
    page.is(200).says("อย่างน้อย 10 คน").does_not_say("ประกาศแผน");
    assert!(listed(&page, id).is_empty());
}

#[test]
fn where_it_was_announced_a_comment_tells_its_group_and_nowhere_else() {
    let house = House::open();
    let everybody: Vec<&Said<'_>> = (0..36).map(|number| ANSWERS[number % 5]).collect();
    let (crew, id) = counted(&house, &[("comments", "groups")], &everybody);
    let page = crew.viewer.opens(&comments(id));
    page.is(200).says("แสดงความเห็นแยกกลุ่ม").says("สลก. + คลัง + พัสดุ").says("หน่วยงานอื่น");
}

#[test]
fn of_a_group_with_fewer_than_twice_k_nobody_reads_a_comment_not_even_without_its_name() {
    let house = House::open();
    let crew = Crew::of(&house);
    let id = crew.opens_round(&[("comments", "groups")]);
    let (mut few, mut many) = (0, 0);
    for link in links(&house, id) {
        let one = Respondent::with(&house, &link);
        let is_small = one.paper.stratum(one.stratum).unwrap().name.th == "หน่วยงานอื่น";
        let (count, most, text) =
            if is_small { (&mut few, 9, "ห้องมืด") } else { (&mut many, 12, "ห้องเย็น") };
        if *count < most {
            let said = [("i1", "3"), ("i2", "2"), ("i3", text)];
            assert_eq!(one.ballot(&said).goes_in(&house).0, 201);
            *count += 1;
        }
    }
    assert_eq!((few, many), (9, 12));
    crew.it_is_counted(14);
    crew.viewer.opens(&comments(id)).is(200).says("12 ข้อความ").says("ห้องเย็น").does_not_say("ห้องมืด");
}

#[test]
fn a_comment_is_marked_and_given_a_theme_once_however_often_it_is_pressed() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &ANSWERS);
    let address = about(&crew.coordinator, id, "ที่จอดรถ");
    let text = address.rsplit('/').next().unwrap();

    let list = crew.coordinator.opens(&format!("{}?item=i4", comments(id)));
    for _ in 0..2 {
        let pressed = crew.coordinator.sends(&list, &format!("{}?item=i4", comments(id)), &[("mark", text)]);
        assert_eq!(pressed.leads_to(), format!("{}?item=i4", comments(id)), "it leads back to what was looked at");
    }
    assert_eq!(crew.times_in_diary("ทำเครื่องหมายหรือใส่ประเด็นที่ความเห็น"), 1);
    crew.viewer.opens(&format!("{}?marked=yes", comments(id))).says("1 ข้อความ").says("ที่จอดรถ").says("ทำเครื่องหมายไว้");

    let page = crew.coordinator.opens(&address);
    is_well_made(page.is(200), "th");
    is_well_made(crew.coordinator.opens(&format!("/en{address}")).is(200), "en");
    let saved = crew.coordinator.sends(&page, &address, &[("do", "theme"), ("theme", "  อาคาร ")]);
    assert_eq!(saved.leads_to(), format!("{address}?done=saved"));
    crew.coordinator.sends(&page, &address, &[("do", "theme"), ("theme", &"ก".repeat(41))]).is(422).says("ไม่เกิน 40 ตัวอักษร");
    crew.viewer
        .opens(&format!("{}?theme=%E0%B8%AD%E0%B8%B2%E0%B8%84%E0%B8%B2%E0%B8%A3", comments(id)))
        .says("1 ข้อความ")
        .says("ที่จอดรถ");
    // What was used once is offered again.
    let other = about(&crew.coordinator, id, "หัวหน้ารับฟัง");
    assert!(crew.coordinator.opens(&other).body.contains("<option value=\"อาคาร\">"));

    crew.coordinator.sends(&list, &comments(id), &[("unmark", text)]).is(303);
    crew.viewer.opens(&format!("{}?marked=yes", comments(id))).says("ไม่มีความเห็นตามที่เลือก");
    crew.coordinator.opens(&format!("{}/{}", comments(id), house.rooms.chance.dice().id::<clearjai::ids::SurveyId>())).is(404);
    let log = crew.admin.opens("/admin/log");
    log.says("แบบวัด 1/2570").does_not_say("อาคาร").does_not_say("ที่จอดรถ");
    assert!(!log.body.contains(text), "the register names nothing that is in the urn");
}

#[test]
fn covered_words_are_gone_for_every_reader_and_can_be_shown_again() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &ANSWERS);
    let coordinator = &crew.coordinator;
    let covers =
        |address: &str, word: &str| coordinator.sends(&coordinator.opens(address), address, &[("do", "cover"), ("word", word)]);

    let plan = about(coordinator, id, "ประกาศแผน");
    covers(&plan, "สมศรี").is(422).says("ไม่พบคำนี้ในข้อความ");
    covers(&plan, " ").is(422).says("พิมพ์คำก่อน");
    covers(&plan, "คุณ สมชาย").is(422);
    covers(&plan, "คุณสมชาย ไม่").is(303);
    // In another Unicode form, with characters that nobody sees, in other capitals.
    covers(&about(coordinator, id, "ตอบเร็ว"), "JOS\u{c9}").is(303);
    covers(&about(coordinator, id, "ช่วยงานดี"), "สมชาย").is(303);

    for page in
        [crew.viewer.opens(&comments(id)), coordinator.opens(&comments(id)), coordinator.opens(&format!("/en{}", comments(id)))]
    {
        page.says("▇▇▇").says("ประกาศแผน").says("สมหญิงช่วยงานดี").says("ขอให้ ▇▇▇");
        for hidden in ["คุณสมชาย", "Jose", "สม\u{200B}ชาย", "สมชาย"] {
            assert!(!page.body.contains(hidden), "{hidden} in {}", page.address);
        }
    }
    crew.viewer.opens(&comments(id)).says("▇▇▇ (ปกปิด)");
    let shown = coordinator.opens(&plan);
    coordinator.sends(&shown, &plan, &[("uncover", "คุณสมชาย ไม่")]).is(303);
    crew.viewer.opens(&comments(id)).says("คุณสมชาย ไม่ประกาศแผน");
    assert_eq!((crew.times_in_diary("เลิกปกปิดคำในความเห็น"), crew.times_in_diary(" ปกปิดคำในความเห็น")), (1, 3));
    crew.admin.opens("/admin/log").does_not_say("สมชาย").does_not_say("Jos");
}

#[test]
fn two_coordinators_at_once_do_not_undo_what_the_other_did() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &ANSWERS);
    let other = house.member(&crew.admin, "wanida", &["coordinator"]);
    let address = about(&crew.coordinator, id, "ช่วยงานดี");
    let (one, two) = (crew.coordinator.opens(&address), other.opens(&address));
    crew.coordinator.sends(&one, &address, &[("do", "cover"), ("word", "สมชาย")]).is(303);
    other.sends(&two, &address, &[("do", "cover"), ("word", "สมหญิง")]).is(303);
    crew.coordinator.sends(&one, &address, &[("do", "theme"), ("theme", "คน")]).is(303);
    other.sends(&other.opens(&comments(id)), &comments(id), &[("mark", address.rsplit('/').next().unwrap())]).is(303);
    let page = crew.viewer.opens(&format!("{}?marked=yes", comments(id)));
    page.says("▇▇▇ (ปกปิด) กับ ▇▇▇ (ปกปิด) ช่วยงานดี").says("คน").says("1 ข้อความ");
}

#[test]
fn a_deed_that_was_cut_off_after_the_diary_is_completed_by_pressing_again() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &ANSWERS);
    let address = about(&crew.coordinator, id, "ประกาศแผน");
    let page = crew.coordinator.opens(&address);
    let fields = [("do", "cover"), ("word", "สมชาย")];
    let guard = if house.place().is_sqlite() {
        "CREATE TRIGGER power_cut BEFORE INSERT ON text_notes BEGIN SELECT RAISE(ABORT, 'off'); END"
    } else {
        "ALTER TABLE text_notes ADD CONSTRAINT power_cut CHECK (theme = 'off')"
    };
    house.place().in_the_urn(guard);
    crew.coordinator.sends(&page, &address, &fields).is(500);
    assert_eq!(crew.times_in_diary("ปกปิดคำในความเห็น"), 1);
    crew.viewer.opens(&comments(id)).says("คุณสมชาย");
    house.place().in_the_urn(if house.place().is_sqlite() {
        "DROP TRIGGER power_cut"
    } else {
        "ALTER TABLE text_notes DROP CONSTRAINT power_cut"
    });
    crew.coordinator.sends(&page, &address, &fields).is(303);
    crew.viewer.opens(&comments(id)).does_not_say("คุณสมชาย");
    assert_eq!(crew.times_in_diary("ปกปิดคำในความเห็น"), 1);
}

#[test]
fn a_form_that_has_done_its_deed_undoes_nothing_that_was_done_since() {
    let house = House::open();
    let (crew, id) = counted(&house, &[], &ANSWERS);
    let coordinator = &crew.coordinator;
    let address = about(coordinator, id, "ประกาศแผน");
    let covers = || coordinator.sends(&coordinator.opens(&address), &address, &[("do", "cover"), ("word", "สมชาย")]);
    covers().is(303);
    let first = coordinator.opens(&address);
    let uncovers = || coordinator.sends(&first, &address, &[("uncover", "สมชาย")]);
    uncovers().is(303);
    crew.viewer.opens(&comments(id)).says("คุณสมชาย");
    covers().is(303);
    assert_eq!(uncovers().leads_to(), format!("{address}?done=saved"), "it leads to where it led before");
    // The diary says last that it was covered, and so it is.
    crew.viewer.opens(&comments(id)).does_not_say("คุณสมชาย");
    assert_eq!((crew.times_in_diary("เลิกปกปิดคำในความเห็น"), crew.times_in_diary(" ปกปิดคำในความเห็น")), (1, 2));
}
