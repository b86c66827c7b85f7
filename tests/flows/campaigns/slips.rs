//! Codes on paper: printed with names, drawn from a box, typed at the front page; and reminders refused.

use std::collections::BTreeSet;

use clearjai::{
    ids::SurveyId,
    people::{self, EmployeeNumber},
};

use crate::{
    answering::round::{Reader, bytes, collected},
    eligible::crew::{confirms, demo},
    house::{House, Page, Visitor},
    pages::is_well_made,
    rounds::desk::*,
};

/// A round from 1 to 14 December 2569 that is open, with HR signed in; and the administrator, who is not.
fn open<'house>(house: &'house House, door: &str) -> (Visitor<'house>, SurveyId, Visitor<'house>) {
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = demo(house);
    let asked = shelves(house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, id, asked).is(303);
    coordinator.fills_in(&page(id, "settings"), &settings(&[("door", door)])).is(303);
    confirms(&hr, id).is(303);
    hr.opens(&slips(id)).is(200).says("จึงพิมพ์สลิปได้ตั้งแต่เวลาเปิดรับ");
    hr.opens(&format!("{}/check?who=everybody", slips(id))).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    comes(house, 1, 9, 0);
    house.timetable_runs();
    hr.is_in("busaba@example.go.th");
    (hr, id, admin)
}

fn slips(id: SurveyId) -> String {
    format!("/hr/rounds/{id}/slips")
}

/// Through both pages, to the sheets.
fn prints(hr: &Visitor, id: SurveyId, chosen: &[(&str, &str)]) -> Page {
    let query: Vec<_> = chosen.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let check = hr.opens(&format!("{}/check?{}", slips(id), query.join("&")));
    hr.sends(check.is(200), &slips(id), chosen)
}

fn codes(sheets: &Page) -> Vec<String> {
    let written = sheets.body.split("class=\"digits\"").skip(1);
    let code = |rest: &str| rest.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
    written.map(code).collect()
}

fn start_of(code: &str) -> String {
    format!("/t/{}", code.replace(' ', ""))
}

#[test]
fn slips_with_names_stand_eight_to_a_sheet_by_unit_and_name_and_each_opens_the_survey() {
    let house = House::open();
    let (hr, id, admin) = open(&house, "roll");
    let page = hr.opens(&slips(id));
    is_well_made(page.is(200).says("ขณะนี้ 36 คน"), "th");
    is_well_made(hr.opens(&format!("/en{}", slips(id))).is(200), "en");
    // Nobody has an address here, so everybody was given nothing yet.
    let check = hr.opens(&format!("{}/check?who=unreached", slips(id)));
    is_well_made(check.is(200).says("สลิป 36 ใบ กระดาษ A4 จำนวน 5 แผ่น").says("ยังไม่มีใครในชุดนี้ได้รหัสไปก่อน"), "th");
    is_well_made(hr.opens(&format!("/en{}/check?who=unreached", slips(id))).is(200), "en");

    let sheets = prints(&hr, id, &[("who", "unreached")]);
    is_well_made(sheets.is(200), "th");
    assert_eq!((sheets.body.matches("class=\"sheet\"").count(), sheets.body.matches("<svg width").count()), (5, 36));
    assert_eq!(sheets.header("cache-control"), "no-store");
    let codes = codes(&sheets);
    assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), 36);
    for code in &codes {
        let fours: Vec<_> = code.split(' ').collect();
        assert!(
            fours.len() == 4 && fours.iter().all(|four| four.len() == 4 && four.bytes().all(|it| it.is_ascii_digit())),
            "{code}"
        );
    }
    sheets.says("ตอบได้ถึง 14 ธ.ค. 2569 16.30 น.").says("คำตอบเก็บแยกจากชื่อ").says("บุคคล 0");
    let units: Vec<_> = sheets.body.split(" · หน่วยงาน ").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    let mut in_order = units.clone();
    in_order.dedup();
    assert_eq!((units.len(), in_order.len()), (36, 6), "unit by unit: {in_order:?}");
    house.visitor().opens(&start_of(&codes[0])).is(200).says("เริ่มตอบ").does_not_say("บุคคล 0");
    admin.is_in("anan@example.go.th");
    admin.opens("/admin/log").says("พิมพ์สลิป").says("แบบวัด 1/2570 · 36 · unreached").does_not_say(&codes[0]);
}

#[test]
fn printing_anew_makes_the_code_before_void_and_says_so_beforehand() {
    let house = House::open();
    let (hr, id, _) = open(&house, "roll");
    let one = [("who", "person"), ("number", "0")];
    let first = prints(&hr, id, &one);
    let [old] = &codes(first.says("บุคคล 0"))[..] else { panic!("{}", first.text()) };
    let check = hr.opens(&format!("{}/check?who=person&number=0", slips(id)));
    is_well_made(check.is(200).says("ในชุดนี้มี 1 คน ที่ได้รหัสทางจดหมายหรือสลิปไปแล้ว"), "th");
    // Looking, however often, makes nothing void.
    house.visitor().opens(&start_of(old)).is(200).says("เริ่มตอบ");

    let second = hr.sends(&check, &slips(id), &one);
    let [new] = &codes(&second)[..] else { panic!("{}", second.text()) };
    assert_ne!(old, new);
    house.visitor().opens(&start_of(old)).is(410).says("มีการออกลิงก์ใหม่ให้ท่าน").says("สลิปใบล่าสุด");
    house.visitor().opens(&start_of(new)).is(200).says("เริ่มตอบ");

    // The same form sent again, as a reload does, prints nothing and shows nothing.
    let again = hr.sends(&check, &slips(id), &one);
    hr.goes_on(again.is(303)).is(200).says("สลิปชุดนั้นทำไปแล้ว");
    house.visitor().opens(&start_of(new)).is(200).says("เริ่มตอบ");
}

#[test]
fn no_page_about_slips_changes_when_somebody_has_answered() {
    let house = House::open();
    let (hr, id, _) = open(&house, "roll");
    let everybody = [("who", "everybody")];
    let printed = codes(&prints(&hr, id, &everybody));
    let looks = |hr: &Visitor| {
        let pages = ["", "/check?who=everybody", "/check?who=unreached", "/check?who=person&number=0"];
        pages.map(|page| hr.opens(&format!("{}{page}", slips(id))).text())
    };
    let before = looks(&hr);
    answers(&house, &printed[0]);
    assert_eq!(collected(&house, id), 1);
    assert_eq!(looks(&hr), before);
    let sheets = prints(&hr, id, &everybody);
    assert_eq!(codes(&sheets).len(), printed.len());
    // Whoever kept a copy of the sheet learns no more from the codes themselves.
    let [of_one_who_has, of_one_who_has_not] = [&codes(&sheets)[0], &codes(&sheets)[1]].map(|code| {
        let pages = ["", "/stored", "/stop", "/answer"];
        let visitor = house.visitor();
        pages.map(|page| visitor.opens(&format!("{}{page}", start_of(code))).text())
    });
    let without_ids = |pages: [String; 4]| {
        let is_id = |word: &str| word.len() == 36 && word.matches('-').count() == 4;
        pages.map(|page| page.split_whitespace().filter(|word| !is_id(word)).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(without_ids(of_one_who_has), without_ids(of_one_who_has_not));
    // Only by trying to hand in, which they would notice who had not.
    let mut reader = Reader::begins(&house, &start_of(&codes(&sheets)[0]));
    reader.next(&[("i1", "3"), ("i2", "1")]);
    let refused = reader.presses("go", "send", &[]);
    assert!(!refused.body.contains("data-receipt"), "{}", refused.text());
}

fn answers(house: &House, code: &str) {
    let mut reader = Reader::begins(house, &start_of(code));
    reader.next(&[("i1", "3"), ("i2", "1")]);
    reader.presses("go", "send", &[]).says("รหัสใบรับ");
}

#[test]
fn what_cannot_be_printed_is_said_at_its_field() {
    let house = House::open();
    let (hr, id, _) = open(&house, "roll");
    for (chosen, sentence) in [
        ("", "เลือกหนึ่งข้อ"),
        ("who=unit", "เลือกหน่วยงาน"),
        ("who=unit&unit=x", "เลือกหน่วยงาน"),
        ("who=person", "ใส่รหัสพนักงาน"),
        ("who=person&number=2", "ไม่พบรหัสพนักงานนี้ในบัญชีผู้มีสิทธิ"),
        ("who=person&number=999", "ไม่พบรหัสพนักงานนี้ในบัญชีผู้มีสิทธิ"),
    ] {
        is_well_made(hr.opens(&format!("{}/check?{chosen}", slips(id))).is(422).says(sentence), "th");
    }
    house.visitor().opens(&slips(id)).is(303);
    house.visitor().posts(&slips(id), &[("who", "everybody")]).is(303);
    comes(&house, 14, 16, 30);
    hr.is_in("busaba@example.go.th");
    hr.opens(&slips(id)).is(200).says("รหัสใช้ไม่ได้อีก");
    hr.opens(&format!("{}/check?who=everybody", slips(id))).is(303);
}

#[test]
fn drawn_slips_are_as_many_as_people_belong_to_nobody_and_are_the_same_when_printed_again() {
    let house = House::open();
    let (hr, id, _) = open(&house, "drawn");
    is_well_made(hr.opens(&slips(id)).is(200).says("จับจากกล่อง"), "th");
    is_well_made(hr.opens(&format!("/en{}", slips(id))).is(200), "en");
    let check = hr.opens(&format!("{}/check?group=", slips(id)));
    is_well_made(check.is(200).says("สลิป 36 ใบ").says("ต้องทำลายแผ่นเดิมก่อน"), "th");
    let sheets = prints(&hr, id, &[("group", "")]);
    sheets.is(200).says("รหัสนี้ไม่ผูกกับชื่อ ระบบไม่รู้แม้กระทั่งว่าใครตอบแล้ว").does_not_say("บุคคล 0");
    let first = codes(&sheets);
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), 36);
    let second = codes(&prints(&hr, id, &[("group", "")]));
    assert_ne!(first, second, "in another order");
    assert_eq!(first.iter().collect::<BTreeSet<_>>(), second.iter().collect::<BTreeSet<_>>());

    let start = start_of(&first[0]);
    let visitor = house.visitor();
    let page = visitor.opens(&start);
    is_well_made(page.is(200).says("ระบบไม่รู้แม้กระทั่งว่าใครตอบแล้ว").says("ไม่มีใครถูกเตือน").does_not_say("ไม่ต้องการคำเตือน"), "th");
    is_well_made(visitor.opens(&format!("/en{start}")).is(200).says("We do not even know who has answered"), "en");
    is_well_made(visitor.opens(&format!("{start}/stop")).is(200).says("เตือนใครไม่ได้อยู่แล้ว").does_not_say("รับคำเตือนตามเดิม"), "th");
    is_well_made(
        visitor.opens(&format!("{start}/stored")).is(200).says("ระบบไม่รู้ว่ารหัสนี้อยู่กับใคร").says("ค่าขณะนี้: •••").says("ไม่แสดงที่นี่"),
        "th",
    );
    let before = bytes(&house);
    visitor.posts(&format!("{start}/stop"), &[("stop", "yes")]).is(200).says("เตือนใครไม่ได้อยู่แล้ว");
    visitor.posts(&format!("{start}/stop"), &[("List-Unsubscribe", "One-Click")]).is(200);
    assert_eq!(bytes(&house), before);
    answers(&house, &first[0]);
    // Whoever printed it cannot look up how many were used.
    visitor.opens(&start).is(200).says("เริ่มตอบ");
    visitor.opens(&start_of(&first[1])).is(200).says("เริ่มตอบ");

    visitor.opens(&format!("/surveys/{id}")).says("ด้วยสลิปที่จับจากกล่อง").says("เตือนใครไม่ได้");
    hr.opens(&format!("/surveys/{id}/poster")).is(200).says("จับสลิปจากกล่องด้วยตนเอง").says("แล้วพิมพ์รหัส 16 หลัก");
}

#[test]
fn a_code_is_typed_at_the_front_page_in_thai_digits_and_no_address_of_a_form_carries_it() {
    let house = House::open();
    let (hr, id, _) = open(&house, "roll");
    let code = codes(&prints(&hr, id, &[("who", "person"), ("number", "0")])).remove(0);
    let visitor = house.visitor();
    let front = visitor.opens("/");
    is_well_made(front.is(200).says("มีรหัสจากสลิป"), "th");
    assert!(!front.headers.contains_key("set-cookie") && front.fields("key").is_empty());
    let thai: String =
        code.chars().map(|digit| digit.to_digit(10).map_or('-', |digit| char::from_u32(0xe50 + digit).unwrap())).collect();
    let led = visitor.posts("/t", &[("code", &format!(" {thai} "))]);
    assert!(!led.headers.contains_key("set-cookie"));
    assert_eq!(led.is(303).leads_to(), start_of(&code));
    visitor.goes_on(&led).is(200).says("เริ่มตอบ");
    assert_eq!(visitor.posts("/en/t", &[("code", &code)]).leads_to(), format!("/en{}", start_of(&code)));

    let wrong = visitor.posts("/t", &[("code", "4821 0937 5562")]);
    is_well_made(wrong.is(422).says("ไม่พบรหัสนี้ ตรวจเลข 16 หลักอีกครั้ง"), "th");
    assert_eq!(wrong.field("code"), "4821 0937 5562");
    is_well_made(visitor.posts("/en/t", &[("code", "")]).is(422).says("Check the 16 digits"), "en");
    let unknown = visitor.posts("/t", &[("code", "0000 0000 0000 0000")]);
    is_well_made(visitor.goes_on(unknown.is(303)).is(404).says("ไม่พบรหัสนี้").says("พิมพ์รหัสอีกครั้ง"), "th");
    assert_eq!(visitor.opens("/t").is(303).leads_to(), "/");
}

#[test]
fn one_click_of_a_mail_program_stops_reminders_and_looking_never_does() {
    let house = House::open();
    let (hr, id, _) = open(&house, "roll");
    let code = codes(&prints(&hr, id, &[("who", "person"), ("number", "0")])).remove(0);
    let stop = format!("{}/stop", start_of(&code));
    let visitor = house.visitor();
    let is_left_alone = || {
        let asked = house.rooms.db.read_register(move |conn| {
            let person = people::find(conn, &EmployeeNumber::parse("0").unwrap())?.unwrap();
            people::entry(conn, id, person.id)
        });
        house.wait_for(asked).unwrap().unwrap().is_left_alone
    };
    let before = bytes(&house);
    visitor.opens(&stop).is(200);
    visitor.glances_at(&stop).is(200);
    visitor.posts(&stop, &[]).is(200).says("ไม่ต้องเตือนอีก");
    visitor.posts(&stop, &[("List-Unsubscribe", "x")]).is(200);
    assert_eq!(bytes(&house), before);
    for _ in 0..2 {
        let answer = visitor.posts(&stop, &[("List-Unsubscribe", "One-Click")]);
        assert_eq!((answer.is(200).body.as_str(), answer.headers.contains_key("set-cookie")), ("ok\n", false));
        assert!(is_left_alone());
    }
    visitor.posts(&stop, &[("stop", "no")]).is(200);
    assert!(!is_left_alone());
    let other = house.visitor();
    other.sends_multipart(&other.opens("/signin"), &stop, &[("List-Unsubscribe", "One-Click")]).is(200);
    assert!(is_left_alone());
    // Whoever keeps the roll sees the same as before.
    hr.opens(&slips(id)).is(200).does_not_say("ขอไม่รับคำเตือน");
    visitor.opens(&start_of(&code)).is(200).says("เริ่มตอบ");
}

#[test]
fn the_way_in_is_chosen_with_the_promises_and_copied_to_the_next_round() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let id = demo(&house);
    coordinator.fills_in(&page(id, "settings"), &settings(&[("door", "drawn")])).is(303);
    let settings_page = coordinator.opens(&page(id, "settings"));
    assert!(settings_page.body.contains("value=\"drawn\" checked"), "{}", settings_page.text());
    settings_page.says("จึงไม่ส่งจดหมายและเตือนใครไม่ได้");
    coordinator.opens(&round(id)).says("ด้วยสลิปที่จับจากกล่อง");
    coordinator.fills_in(&page(id, "settings"), &settings(&[("door", "window")])).is(422).says("เลือกหนึ่งข้อ");
    let new = coordinator.opens("/rounds/new");
    let copied =
        [("beginning", format!("round:{id}")), ("year", "2570".into()), ("round", "2".into()), ("name_thai", "แบบวัด".into())];
    let fields: Vec<_> = copied.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let planned = coordinator.sends(&new, "/rounds/new", &fields);
    let next = id_in(planned.is(303).leads_to());
    coordinator.opens(&round(next)).says("ด้วยสลิปที่จับจากกล่อง");
}
