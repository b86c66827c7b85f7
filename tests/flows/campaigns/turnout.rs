//! How many have taken part: what HR and coordinators see of it, and when.

use clearjai::{
    ids::SurveyId,
    instruments::{Assessment, Instrument},
};

use crate::{
    eligible::crew::*,
    house::{House, Page, Visitor},
    pages::is_well_made,
    rounds::desk::*,
    wall::respondent::{Respondent, links},
};

struct Scene<'house> {
    admin: Visitor<'house>,
    coordinator: Visitor<'house>,
    hr: Visitor<'house>,
    id: SurveyId,
}

/// A round of 36 people in two groups, open from 1 to 14 December.
fn open_round<'house>(house: &'house House, form: &Instrument) -> Scene<'house> {
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(house);
    let form = shelves(house, form);
    chooses(&coordinator, id, form).is(303);
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    comes(house, 1, 9, 0);
    house.timetable_runs();
    house.leaves_letters();
    Scene { admin, coordinator, hr, id }
}

impl Scene<'_> {
    /// Whoever was signed out by the hours that passed signs in again.
    fn is_awake(&self) -> &Self {
        let people = [(&self.admin, "anan"), (&self.coordinator, "chai"), (&self.hr, "busaba")];
        for (visitor, name) in people {
            if !visitor.opens("/home").header("location").is_empty() {
                visitor.is_in(&format!("{name}@example.go.th"));
            }
        }
        self
    }
}

fn pulse() -> Instrument {
    form("แบบวัดชีพจร")
}

/// These people collect, as their browsers would.
fn collect(house: &House, links: &[String]) {
    for link in links {
        Respondent::with(house, link).collects();
    }
}

/// A page without what is drawn anew for every form.
fn settled(page: &Page) -> String {
    page.is(200);
    let mut parts = page.body.split("name=\"key\" value=\"");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |all, part| all + part.split_once('"').unwrap().1)
}

/// Every page on which HR or a coordinator could look for a sign of somebody's handing in.
fn watched(scene: &Scene) -> Vec<(String, String)> {
    let id = scene.id;
    let shared = [format!("/rounds/{id}/participation"), format!("/rounds/{id}"), "/rounds".into(), format!("/surveys/{id}")];
    let hr = ["/hr".into(), eligible(id), "/hr/roster".into(), "/home".into()];
    let by_hr = shared.iter().chain(&hr).map(|address| scene.hr.opens(address));
    let by_coordinator = shared.iter().map(|address| scene.coordinator.opens(address));
    by_hr.chain(by_coordinator).map(|page| (page.address.clone(), settled(&page))).collect()
}

/// At least so many, as the participation page says it; none while it shows no number.
fn shown(scene: &Scene) -> Option<u32> {
    let text = scene.is_awake().hr.opens(&format!("/rounds/{}/participation", scene.id)).is(200).text();
    let number = text.split("ส่งแล้วอย่างน้อย ").nth(1)?.split(' ').next()?;
    Some(number.parse().unwrap())
}

#[test]
fn when_somebody_hands_in_no_page_changes_until_six_and_then_by_a_step() {
    let house = House::open();
    let scene = open_round(&house, &pulse());
    let links = links(&house, scene.id);
    comes(&house, 2, 6, 0);
    house.timetable_runs();
    assert_eq!(shown(&scene), None);

    let mut before = None;
    for (day, more) in [(2, 3), (3, 9), (4, 2), (5, 1), (6, 12)] {
        comes(&house, day, 10, 0);
        house.timetable_runs();
        let pages = watched(scene.is_awake());
        let from: usize = [(2, 0), (3, 3), (4, 12), (5, 14), (6, 15)].iter().find(|(it, _)| *it == day).unwrap().1;
        collect(&house, &links[from..from + more]);
        house.timetable_runs();
        for ((address, was), (_, is)) in pages.iter().zip(watched(&scene)) {
            assert!(*was == is, "{address} changed while people handed in on day {day}");
        }
        comes(&house, day + 1, 5, 50);
        house.timetable_runs();
        assert_eq!(shown(&scene), before, "not before six on day {}", day + 1);
        comes(&house, day + 1, 6, 0);
        house.timetable_runs();
        let now = shown(&scene);
        let (was, is) = (before.unwrap_or(0), now.unwrap_or(0));
        assert!(is == was || is >= was + 5, "{was} then {is}");
        assert!(usize::try_from(is).unwrap() <= from + more, "at least {is}, of {}", from + more);
        before = now;
    }
    assert!(before.unwrap() >= 18, "27 have collected, and 10 at most may be kept back: {before:?}");
}

#[test]
fn everyone_has_handed_in_and_still_k_of_them_stay_unseen() {
    let house = House::open();
    let scene = open_round(&house, &pulse());
    collect(&house, &links(&house, scene.id));
    comes(&house, 2, 6, 0);
    house.timetable_runs();
    let shown = shown(&scene).unwrap();
    assert!((26..=31).contains(&shown), "{shown}");
    scene.hr.opens("/hr").says(&format!("ส่งแล้วอย่างน้อย {shown} จาก 36 คน")).does_not_say("36 จาก 36");
    let page = scene.coordinator.opens(&format!("/rounds/{}/participation", scene.id));
    page.does_not_say("14 จาก 14").does_not_say("22 จาก 22").says("แยกตามกลุ่ม");
    is_well_made(&page, "th");
}

#[test]
fn the_page_says_how_old_its_figures_are_how_long_is_left_and_what_is_needed() {
    let house = House::open();
    let scene = open_round(&house, &pulse());
    let address = format!("/rounds/{}/participation", scene.id);
    let first = scene.is_awake().hr.opens(&address);
    first.says("ยังไม่ได้นับ จะนับครั้งแรกเวลา 06.00 น. ของวันที่ 2 ธ.ค. 2569").says("เหลืออีก 13 วัน เป็นวันทำการ 7 วัน");
    first.says("ขั้นต่ำตามเกณฑ์ 30 คน").says("ยังเร็วเกินไปที่จะบอก").does_not_say("ใกล้ปิดรับแล้ว");
    is_well_made(&first, "th");
    collect(&house, &links(&house, scene.id)[..20]);
    for day in [2, 3, 4] {
        comes(&house, day, 6, 0);
        house.timetable_runs();
    }
    // The 7th and the 10th are holidays: 8, 9, 11 and 14 are left.
    let page = scene.is_awake().hr.opens(&address);
    page.says("ข้อมูล ณ 06.00 น. ของวันที่ 4 ธ.ค. 2569").says("เหลืออีก 10 วัน เป็นวันทำการ 4 วัน");
    page.says("ใกล้ปิดรับแล้ว แต่จำนวนที่แสดงยังไม่ถึงขั้นต่ำ").says("ขอให้หัวหน้าชวนทุกคนพร้อมกัน").says("ถึงวันปิดรับน่าจะได้");
    page.does_not_say("IIT");
    let english = scene.coordinator.opens(&format!("/en{address}"));
    is_well_made(english.says("As of 06:00 on 4 Dec 2026").says("10 days left, of which 4 working days").says("At least"), "en");
    scene.hr.opens(&format!("/rounds/{}", scene.id)).says("ดูการมีส่วนร่วม");
    assert!(scene.hr.opens("/home").addresses("/hr").contains(&"/hr".to_owned()));
}

#[test]
fn where_the_assessment_counts_the_survey_the_page_says_what_no_answers_would_cost() {
    let house = House::open();
    let scene = open_round(&house, &Instrument { assessment: Some(Assessment::Iit), ..pulse() });
    comes(&house, 9, 6, 0);
    house.timetable_runs();
    let address = format!("/rounds/{}/participation", scene.id);
    let sentence = "ถ้าไม่มีคำตอบเลย IIT นับเป็น 0 และคะแนนรวมจะไม่เกิน 70.00";
    scene.is_awake().coordinator.opens(&address).says(sentence);
    // With a rating table for the year the level is said too: 70.00 is still the last but one.
    house.place().in_the_register("UPDATE yardsticks SET last_year = 2570 WHERE first_year = 2566");
    scene.coordinator.opens(&address).says("คะแนนรวมจะไม่เกิน 70.00 และได้ไม่เกินระดับ “ต้องปรับปรุง”");
    scene.hr.opens(&format!("/en{address}")).says("the total cannot pass 70.00");
}

#[test]
fn each_survey_is_counted_once_a_day_by_one_server_and_once_more_after_the_close() {
    let house = House::open();
    let other = house.beside();
    let scene = open_round(&house, &pulse());
    let counts = |expected: i64| {
        let place = house.place();
        place.in_the_register(&format!(
            "CREATE TABLE proof (days INTEGER CHECK (days = {expected})); INSERT INTO proof SELECT count(*) FROM turnout; DROP TABLE proof"
        ));
    };
    counts(0);
    let links = links(&house, scene.id);
    for (day, hour, minute, so_far) in
        [(2, 6, 0, 1), (2, 6, 5, 1), (2, 23, 0, 1), (3, 5, 59, 1), (3, 6, 1, 2), (14, 6, 0, 3), (14, 16, 31, 3), (15, 5, 0, 3)]
    {
        comes(&house, day, hour, minute);
        house.timetable_runs();
        other.timetable_runs();
        counts(so_far);
        if (day, hour) == (14, 6) {
            collect(&house, &links[..20]);
        }
    }
    assert_eq!(shown(&scene), None);
    for (day, hour) in [(15, 6), (16, 6), (17, 12)] {
        comes(&house, day, hour, 0);
        house.timetable_runs();
        counts(4);
    }
    assert!(shown(&scene).unwrap() >= 11, "what came on the last day is counted on the morning after");
    scene.hr.opens(&format!("/rounds/{}/participation", scene.id)).says("ปิดรับแล้ว").says("ข้อมูล ณ 06.00 น. ของวันที่ 15 ธ.ค. 2569");
    scene.hr.opens("/hr").says("ตอนนี้ไม่มีรอบที่เปิดรับ");
    let schedule = scene.admin.opens("/admin/schedule");
    schedule.says("นับจำนวนผู้ส่งวันละครั้ง").says("counted");
}

#[test]
fn only_hr_and_coordinators_see_it_and_there_is_nothing_to_see_before_the_opening() {
    let house = House::open();
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let viewer = house.member(&admin, "nok", &["viewer"]);
    hr.opens("/hr").is(200).says("ยังไม่มีรายชื่อบุคลากร นำเข้ารายชื่อก่อน");
    let id = demo(&house);
    hr.opens("/hr").says("ตอนนี้ไม่มีรอบที่เปิดรับ");
    let address = format!("/rounds/{id}/participation");
    for visitor in [&hr, &coordinator] {
        visitor.opens(&address).is(404);
    }
    for visitor in [&admin, &viewer] {
        visitor.opens(&address).is(403);
        visitor.opens("/hr").is(403);
    }
    coordinator.opens("/hr").is(403);
}
