//! Questionnaires, as coordinators make them: from a model, item by item, in another order, from files.

pub mod desk;

use clearjai::{
    authoring,
    instruments::{Asks, Code, Instrument, Item, Part, Polarity, Text},
};

use self::desk::*;
use crate::{house::House, pages::is_well_made};

#[test]
fn only_coordinators_write_questionnaires() {
    let house = House::open();
    let admin = house.administrator();
    let coordinator = house.member(&admin, "chai", &["coordinator"]);
    let hr = house.member(&admin, "busaba", &["hr"]);
    let id = put(&house, &small());
    let own = of(id, "");
    let pages = [
        "",
        "/about",
        "/preview",
        "/paper",
        "/file.json",
        "/items/new",
        "/items/i1",
        "/parts/new",
        "/parts/d1",
        "/scales",
        "/scales/s",
    ];
    for address in pages
        .map(|page| format!("{own}{page}"))
        .iter()
        .chain(["/instruments".to_owned(), "/instruments/import".to_owned()].iter())
    {
        admin.opens(address).is(403);
        hr.opens(address).is(403);
        assert!(house.visitor().opens(address).leads_to().starts_with("/signin?to="), "{address}");
        coordinator.opens(address).is(200);
    }
    for deed in ["/order", "/copy", "/version", "/away", "/losses", "/items/i1/removal", "/parts/d1/removal"] {
        hr.posts(&format!("{own}{deed}"), &[]).is(403);
        coordinator.posts(&format!("{own}{deed}"), &[]).is(400);
    }
    for page in [
        "",
        "/about",
        "/preview",
        "/items/new?kind=ballot",
        "/items/new?kind=scale",
        "/items/i1",
        "/items/i1/removal",
        "/parts/d1",
        "/scales",
        "/scales/s",
    ] {
        is_well_made(coordinator.opens(&format!("{own}{page}")).is(200), "th");
        is_well_made(coordinator.opens(&format!("/en{own}{page}")).is(200), "en");
    }
    house.visitor().opens("/instruments/schema.json").is(200);
    coordinator.opens(&format!("{own}/items/nowhere")).is(404);
    coordinator.opens(&format!("{own}/scales/nowhere")).is(404);
}

#[test]
fn a_copy_of_a_model_is_made_once_and_edited() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let library = chai.opens("/instruments");
    library.says("ยังไม่มีแบบสอบถามของหน่วยงาน").says("ตรวจสอบกับคู่มือของปีนั้น");
    let model = library.addresses("/instruments/models/")[0].clone();
    chai.opens(&model).is(200).says("ใช้แบบนี้");
    let made = chai.sends(&library, &model, &[]);
    assert_eq!(chai.sends(&library, &model, &[]).leads_to(), made.leads_to(), "pressed twice, it is one copy");
    let outline = chai.goes_on(&made);
    outline.is(200).says("ทำสำเนาแล้ว").says("15 ข้อ").says("รายการตรวจ");
    assert_eq!(all(&house).len(), 1);

    let id = all(&house)[0].id;
    let form = chai.opens(&of(id, "/items/i1"));
    form.is(200).says("ตัวอย่างบนมือถือ");
    let saved = sends(&chai, &form, &[("text_th", "ท่านเห็นว่างานนี้เป็นอย่างไร"), ("do", "save")]);
    assert_eq!(saved.leads_to(), format!("{}?done=saved#item-i1", of(id, "")));
    assert!(chai.goes_on(&saved).body.contains("id=\"item-i1\""), "the address leads to the question");
    assert_eq!(read(&house, id).item(&Code::from("i1")).unwrap().text.th, "ท่านเห็นว่างานนี้เป็นอย่างไร");
    admin.opens("/admin/log").says("แก้แบบสอบถาม");
    chai.opens("/instruments").does_not_say("ยังไม่มีแบบสอบถามของหน่วยงาน");
}

#[test]
fn a_blank_questionnaire_gets_its_first_part_and_its_first_question() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    chai.fills_in("/instruments/new", &[("title_th", ""), ("code", "X 1")]).is(422).says("ใส่ชื่อ").says("ใช้อักษรอังกฤษตัวเล็ก");
    let made = chai.fills_in("/instruments/new", &[("title_th", "ชีพจร"), ("title_en", "Pulse"), ("code", "pulse")]);
    let id = all(&house)[0].id;
    chai.goes_on(&made).says("สร้างแล้ว").says("ยังไม่มีคำถาม");
    chai.fills_in(&of(id, "/parts/new"), &[("code", "d1"), ("title_th", "งาน")]).is(303);

    let form = chai.opens(&of(id, "/items/new?kind=yes_no&part=d1"));
    let fields = [("text_th", "หัวหน้ารับฟังหรือไม่"), ("polarity", "straight"), ("do", "save")];
    let added = sends(&chai, &form, &fields);
    assert_eq!(added.leads_to(), format!("{}?done=added#item-i1", of(id, "")));
    assert_eq!(sends(&chai, &form, &fields).leads_to(), added.leads_to(), "pressed twice, it is one question");
    let instrument = read(&house, id);
    assert_eq!((instrument.questions(), instrument.scales.len(), instrument.scales[0].levels.len()), (1, 1, 2));
    // The English text is missing, which is said, and does not stop anything.
    chai.opens(&of(id, "")).says("ยังไม่มีภาษาอังกฤษครบ").does_not_say("ต้องแก้ก่อนใช้");
}

#[test]
fn the_preview_and_more_rows_save_nothing_and_lose_nothing() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &small());
    let form = chai.opens(&of(id, "/items/new?kind=single"));
    let typed = [("text_th", "ท่านชอบสีใด"), ("choice-0_th", "แดง"), ("choice-1_th", "เขียว")];
    let seen = sends(&chai, &form, &[&typed[..], &[("do", "preview")]].concat());
    seen.is(200).says("ยังไม่ได้บันทึก").says("เขียว");
    assert!(seen.body.contains("type=\"radio\""));
    assert_eq!(seen.field("choice-1_th"), "เขียว");
    let more = sends(&chai, &seen, &[("do", "rows")]);
    assert_eq!((more.field("choices"), more.field("choice-0_th").as_str()), ("5".to_owned(), "แดง"));
    assert_eq!(read(&house, id), small());
    let wrong = sends(&chai, &more, &[("code", "i1"), ("choice-0-code", "a b"), ("do", "save")]);
    wrong.is(422).says("มีรหัสนี้แล้ว").says("ใช้อักษรอังกฤษตัวเล็ก");
    assert_eq!(wrong.field("choice-1_th"), "เขียว");
    is_well_made(&wrong, "th");
    sends(&chai, &wrong, &[("code", "colour"), ("choice-0-code", ""), ("do", "save")]).is(303);
    let item = read(&house, id).item(&Code::from("colour")).unwrap().clone();
    assert_eq!(item.choices().iter().map(|choice| choice.code.as_str()).collect::<Vec<_>>(), ["c1", "c2"]);
}

#[test]
fn items_move_by_buttons_and_the_page_says_where_they_went() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &small());
    let page = chai.opens(&of(id, ""));
    let order = |page, step| chai.goes_on(&chai.sends(page, &of(id, "/order"), &[("move", step)]));
    let moved = order(&page, "down:i2");
    moved.is(200).says("ย้ายแล้ว อยู่ที่ข้อ 2 ในตอนที่ 2");
    assert!(moved.body.contains("value=\"down:i2\" autofocus"), "the same button has the focus again");
    assert_eq!(codes(&read(&house, id)), ["i1", "i2", "i3"]);
    assert_eq!(read(&house, id).parts[1].items.len(), 2);
    // The same press sent twice moves once.
    chai.sends(&page, &of(id, "/order"), &[("move", "down:i2")]).is(303);
    assert_eq!(codes(&read(&house, id)), ["i1", "i2", "i3"]);
    order(&moved, "before:i3:i1").says("อยู่ที่ข้อ 1 ในตอนที่ 1");
    order(&moved, "part-down:d1").says("เป็นตอนที่ 2");
    assert_eq!(codes(&read(&house, id)), ["i2", "i3", "i1"]);
    chai.sends(&moved, &of(id, "/order"), &[("move", "sideways")]).is(400);
    chai.sends(&moved, &of(id, "/order"), &[("move", "up:nowhere")]).is(409);
    chai.sends(&moved, &of(id, "/order"), &[("move", "before:i1:i2#x&y")]).is(400);
    // i3 is shown by what i1 answers, which comes after it now.
    chai.opens(&of(id, "")).says("ซึ่งมาทีหลัง");
    assert!(read(&house, id).item(&Code::from("i3")).unwrap().show_if.is_some());
}

#[test]
fn a_reversed_question_without_meanings_is_listed_until_they_are_written() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &small());
    let form = chai.opens(&of(id, "/items/i1"));
    sends(&chai, &form, &[("polarity", "reversed"), ("do", "save")]).is(303);
    chai.opens(&of(id, "")).says("เขียนความหมายของทุกระดับ").says("ทิศกลับ").says("ต้องแก้ก่อนใช้");
    let form = chai.opens(&of(id, "/items/i1"));
    let meanings =
        [("meaning-1_th", "ไม่มี"), ("meaning-1_en", "None"), ("meaning-2_th", "มี"), ("meaning-2_en", "Some"), ("do", "save")];
    sends(&chai, &form, &meanings).is(303);
    chai.opens(&of(id, "")).does_not_say("เขียนความหมายของทุกระดับ");
    let rated = read(&house, id).item(&Code::from("i1")).unwrap().rated().unwrap().clone();
    assert_eq!((rated.polarity, rated.meanings.len()), (Polarity::Reversed, 2));

    // A scale that came into use stays, and nobody is told that it went.
    let outline = chai.opens(&of(id, ""));
    chai.sends(&outline, &of(id, "/scales/s/removal"), &[]).is(409).says("จึงยังไม่ได้ทำ");
    assert_eq!(read(&house, id).scales.len(), 1);

    // Three levels instead of two: the meanings go, and the page asks first.
    let scale = chai.opens(&of(id, "/scales/s"));
    let three = [("code", "s"), ("level-1_th", "ก"), ("level-2_th", "ข"), ("level-3_th", "ค")];
    let mark = scale.field("mark");
    let asked = chai.sends(&scale, &of(id, "/scales/s"), &[&three[..], &[("mark", &mark), ("confirmed", "0")]].concat());
    asked.is(200).says("จำนวนระดับเปลี่ยนไป").says("1 ข้อ");
    assert_eq!(read(&house, id).scales[0].levels.len(), 2);
    // Another question has got meanings since: what was confirmed is not what would be lost.
    let form = chai.opens(&of(id, "/items/i2"));
    sends(&chai, &form, &meanings).is(303);
    let confirmed = asked.field("confirmed");
    let asked = chai.sends(&asked, &of(id, "/scales/s"), &[&three[..], &[("mark", &mark), ("confirmed", &confirmed)]].concat());
    asked.is(200).says("2 ข้อ");
    let confirmed = asked.field("confirmed");
    chai.sends(&asked, &of(id, "/scales/s"), &[&three[..], &[("mark", &mark), ("confirmed", &confirmed)]].concat()).is(303);
    assert!(read(&house, id).item(&Code::from("i1")).unwrap().rated().unwrap().meanings.is_empty());
}

#[test]
fn a_condition_is_put_together_and_follows_a_code_that_changes() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &small());
    let form = chai.opens(&of(id, "/items/i2"));
    sends(&chai, &form, &[("when-0-of", "i1"), ("when-0-is", "equal"), ("when-0-value", "9"), ("do", "save")])
        .is(422)
        .says("ไม่มีคำตอบนี้");
    sends(&chai, &form, &[("when-0-of", "i1"), ("when-0-is", "equal"), ("when-0-value", "มี"), ("do", "save")]).is(303);
    chai.opens(&of(id, "")).says("เงื่อนไข:");
    let first = chai.opens(&of(id, "/items/i1"));
    sends(&chai, &first, &[("code", "first"), ("do", "save")]).is(303);
    let second = read(&house, id).item(&Code::from("i2")).unwrap().clone();
    assert_eq!(second.show_if.unwrap().looks_at()[0].0, &Code::from("first"));
    let page = chai.opens(&of(id, "/items/first/removal"));
    page.says("เงื่อนไขเหล่านี้ดูข้อนี้อยู่").says("ข้อ 2").says("ข้อ 3");
    chai.sends(&page, &of(id, "/items/first/removal"), &[("mark", &page.field("mark"))]).is(303);
    assert_eq!(codes(&read(&house, id)), ["i2", "i3"]);
    chai.opens(&of(id, "")).says("ซึ่งไม่มีแล้ว");
}

#[test]
fn of_two_who_edit_the_later_is_told_and_may_still_win() {
    let house = House::open();
    let admin = house.administrator();
    let (chai, malee) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "malee", &["coordinator"]));
    let id = put(&house, &small());
    let (first, second) = (chai.opens(&of(id, "/items/i1")), malee.opens(&of(id, "/items/i1")));
    sends(&chai, &first, &[("text_th", "ของชัย"), ("do", "save")]).is(303);
    let told = sends(&malee, &second, &[("text_th", "ของมาลี"), ("do", "save")]);
    told.is(200).says("มีผู้อื่นแก้ข้อนี้").says("ของชัย").says("ของมาลี");
    assert_eq!(read(&house, id).item(&Code::from("i1")).unwrap().text.th, "ของชัย");
    sends(&malee, &told, &[("do", "save")]).is(303);
    assert_eq!(read(&house, id).item(&Code::from("i1")).unwrap().text.th, "ของมาลี");

    let form = chai.opens(&of(id, "/items/i1"));
    // What somebody wrote meanwhile does not go unread.
    let page = malee.opens(&of(id, "/items/i1/removal"));
    sends(&chai, &form, &[("text_th", "ของชัยอีก"), ("do", "save")]).is(303);
    let told = malee.sends(&page, &of(id, "/items/i1/removal"), &[("mark", &page.field("mark"))]);
    told.is(200).says("ยังไม่ได้ลบ").says("ของชัยอีก");
    let form = chai.opens(&of(id, "/items/i1"));
    malee.sends(&told, &of(id, "/items/i1/removal"), &[("mark", &told.field("mark"))]).is(303);
    let told = sends(&chai, &form, &[("text_th", "กลับมา"), ("do", "save")]);
    told.is(200).says("ลบหรือเปลี่ยนรหัส");
    sends(&chai, &told, &[("do", "save")]).is(303);
    assert_eq!(read(&house, id).item(&Code::from("i1")).unwrap().text.th, "กลับมา");
}

#[test]
fn an_old_form_does_not_take_a_question_back_to_the_part_it_was_in() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &small());
    let (form, outline) = (chai.opens(&of(id, "/items/i1")), chai.opens(&of(id, "")));
    chai.sends(&outline, &of(id, "/order"), &[("move", "into:i1:d2")]).is(303);
    sends(&chai, &form, &[("text_th", "ใหม่"), ("do", "save")]).is(303);
    assert_eq!(codes(&read(&house, id)), ["i2", "i3", "i1"]);
    let form = chai.opens(&of(id, "/items/i1"));
    sends(&chai, &form, &[("part", "d1"), ("do", "save")]).is(303);
    assert_eq!(codes(&read(&house, id)), ["i2", "i1", "i3"]);
}

#[test]
fn meanings_for_another_number_of_levels_are_cleared_and_that_is_said() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &small());
    let form = chai.opens(&of(id, "/items/i1"));
    sends(&chai, &form, &[("meaning-1_th", "ต่ำ"), ("meaning-2_th", "สูง"), ("do", "save")]).is(303);
    let form = chai.opens(&of(id, "/items/i1"));
    let told = sends(&chai, &form, &[("scale", "+amount"), ("do", "save")]);
    told.is(422).says("จำนวนระดับต่างจากเดิม");
    assert_eq!(told.field("meaning-1_th"), "");
    sends(&chai, &told, &[("do", "save")]).is(303);
    let rated = read(&house, id).item(&Code::from("i1")).unwrap().rated().unwrap().clone();
    assert_eq!((rated.scale.as_str(), rated.meanings.len()), ("amount", 0));
    // Two levels that do not say yes and no are no scale for such a question.
    assert_eq!(drawn_scale(&chai.opens(&of(id, "/items/new?kind=yes_no"))), "+yes_no");
}

#[test]
fn a_fixed_version_cannot_change_and_the_next_one_can() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &small());
    let (form, outline) = (chai.opens(&of(id, "/items/i1")), chai.opens(&of(id, "")));
    house.wait_for(house.rooms.db.register(move |conn| authoring::fix(conn, id))).unwrap();
    sends(&chai, &form, &[("text_th", "อื่น"), ("do", "save")]).is(409).says("ทำฉบับใหม่");
    chai.sends(&outline, &of(id, "/order"), &[("move", "down:i1")]).is(409);
    chai.opens(&of(id, "/items/i1")).is(409);
    let fixed = chai.opens(&of(id, ""));
    fixed.is(200).says("จึงแก้ไม่ได้");
    assert!(fixed.addresses(&of(id, "/items/")).is_empty());
    let next = chai.goes_on(&chai.sends(&fixed, &of(id, "/version"), &[]));
    next.is(200).says("ฉบับที่ 2").says("แก้ฉบับนี้ได้");
    let again = chai.goes_on(&chai.sends(&chai.opens(&of(id, "")), &of(id, "/version"), &[]));
    assert_eq!((again.address, all(&house).len()), (next.address.clone(), 2), "one version is open at a time");
    let open = all(&house).into_iter().map(|one| one.id).find(|other| *other != id).unwrap();
    chai.sends(&next, &of(open, "/version"), &[]).is(409).says("ฉบับนี้ยังแก้ได้");
    assert_eq!(read(&house, id), small());
    chai.opens("/instruments").says("ฉบับก่อนหน้า");
    // Two who put it away at once both mean that it goes.
    for _ in 0..2 {
        let outline = chai.opens(&of(id, ""));
        let fields = [("away", "yes")];
        assert!(chai.sends(&outline, &of(id, "/away"), &fields).leads_to().ends_with("done=away"));
    }
    assert!(all(&house).iter().any(|one| one.id == id && one.is_put_away));
    let outline = chai.opens(&of(id, ""));
    outline.says("นำกลับมาใช้");
    chai.sends(&outline, &of(id, "/away"), &[]).is(400);
    chai.sends(&outline, &of(id, "/away"), &[("away", "no")]).is(303);
    assert!(all(&house).iter().all(|one| !one.is_put_away));
}

#[test]
fn two_hundred_questions_stay_a_small_page_and_one_of_them_is_edited() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &large());
    for page in ["", "/items/i200", "/items/i100", "/parts/d20", "/preview"] {
        let page = chai.opens(&of(id, page));
        page.is(200);
        assert!(page.body.len() < 200_000, "{} has {} bytes", page.address, page.body.len());
        is_well_made(&page, "th");
    }
    let busiest = put(&house, &busiest());
    for prefix in ["", "/en"] {
        let page = chai.opens(&format!("{prefix}{}", of(busiest, "")));
        assert!(page.body.len() < 200_000, "{} has {} bytes", page.address, page.body.len());
    }
    let form = chai.opens(&of(id, "/items/i150"));
    sends(&chai, &form, &[("text_th", "ข้อความใหม่"), ("do", "save")]).is(303);
    assert_eq!(read(&house, id).item(&Code::from("i150")).unwrap().text.th, "ข้อความใหม่");
}

#[test]
fn what_goes_out_in_a_file_comes_back_the_same_and_losses_stand_until_they_are_read() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &small());
    for (file, name) in [("/file.json", "small.json"), ("/file.xlsx", "small.xlsx")] {
        let before = all(&house).len();
        let content = chai.downloads(&of(id, file));
        let imported = chai.uploads("/instruments/import", "/instruments/import", "file", name, &content);
        let page = chai.goes_on(&imported);
        page.is(200).says("นำเข้าแล้ว").does_not_say("อ่านแล้ว");
        let new = all(&house).into_iter().map(|one| one.id).find(|new| page.address.contains(&new.to_string())).unwrap();
        assert_eq!((read(&house, new), all(&house).len()), (small(), before + 1));
    }

    let mut odd = small();
    odd.parts[0].items[0].code = Code::from("I 1");
    let page =
        chai.goes_on(&chai.uploads("/instruments/import", "/instruments/import", "file", "odd.json", odd.to_json().as_bytes()));
    page.says("รหัส “I 1” เปลี่ยนเป็น i_1");
    let copy = page.addresses("/instruments/").into_iter().find(|address| address.ends_with("/copy")).unwrap();
    let made = chai.goes_on(&chai.sends(&chai.opens("/instruments/new"), &copy, &[]));
    assert!(!page.address.contains(&made.address) && !copy.starts_with(&made.address), "{}", made.address);
    made.says("รหัส “I 1” เปลี่ยนเป็น i_1");
    let losses = page.addresses("/instruments/").into_iter().find(|address| address.ends_with("/losses")).unwrap();
    chai.goes_on(&chai.sends(&page, &losses, &[])).is(200).does_not_say("เปลี่ยนเป็น i_1");

    let refused = |name: &str, content: &[u8]| chai.uploads("/instruments/import", "/instruments/import", "file", name, content);
    is_well_made(refused("a.txt", b"hello").is(422), "th");
    refused("a.json", b"{}").is(422);
    refused("big.json", &vec![b' '; 3_000_000]).is(422).says("ใหญ่เกิน");
    chai.sends_multipart(&chai.opens("/instruments/import"), "/instruments/import", &[]).is(422).says("เลือกไฟล์");
    let sample = chai.downloads("/instruments/import/sample");
    assert!(sample.starts_with(b"PK"));
}

#[test]
fn a_part_goes_with_its_questions_only_when_that_is_said() {
    let house = House::open();
    let admin = house.administrator();
    let chai = house.member(&admin, "chai", &["coordinator"]);
    let id = put(&house, &small());
    let page = chai.opens(&of(id, "/parts/d1"));
    chai.sends(&page, &of(id, "/parts/d1/removal"), &[]).is(409).says("ทำเครื่องหมายเพื่อยืนยัน");
    assert_eq!(read(&house, id), small());
    let (removal, whole) = (of(id, "/parts/d1/removal"), page.field("whole"));
    let form = chai.opens(&of(id, "/items/i1"));
    sends(&chai, &form, &[("text_th", "เพิ่งแก้"), ("do", "save")]).is(303);
    let told = chai.sends(&page, &removal, &[("all", "yes"), ("whole", &whole)]);
    told.is(200).says("ยังไม่ได้ลบ");
    assert_eq!(read(&house, id).items().count(), 3);
    chai.sends(&told, &removal, &[("all", "yes"), ("whole", &told.field("whole"))]).is(303);
    assert_eq!(codes(&read(&house, id)), ["i3"]);
    let about = chai.opens(&of(id, "/about"));
    let mark = about.field("mark");
    let fields = [("mark", mark.as_str()), ("title_th", "ชื่อใหม่"), ("code", "other"), ("assessment", "iit")];
    chai.sends(&about, &of(id, "/about"), &fields).is(303);
    assert_eq!(read(&house, id).title.th, "ชื่อใหม่");
    chai.sends(&about, &of(id, "/about"), &[&fields[..1], &[("title_th", "อีกชื่อ"), ("code", "other")]].concat())
        .is(200)
        .says("มีผู้อื่นแก้");
    assert_eq!(read(&house, id).title.th, "ชื่อใหม่");
}

/// What is chosen on the form of a question.
fn drawn_scale(page: &crate::house::Page) -> String {
    let select = page.body.split("name=\"scale\"").nth(1).unwrap().split("</select>").next().unwrap();
    let chosen = select.split("<option").find(|option| option.contains(" selected")).unwrap();
    chosen.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

/// Two hundred questions in twenty parts.
fn large() -> Instrument {
    let mut instrument = small();
    instrument.parts.clear();
    for part in 1..=20 {
        let items = (1..=10).map(|at| {
            let number = (part - 1) * 10 + at;
            let text = format!("ในรอบปีที่ผ่านมา ท่านเห็นว่าเรื่องที่ {number} ในหน่วยงานของท่านเป็นไปอย่างถูกต้องและเปิดเผย มากน้อยเพียงใด");
            Item { code: Code::new(format!("i{number}")), text: Text::new(text, ""), ..small().parts[0].items[0].clone() }
        });
        let title = Text::new(format!("ตัวชี้วัดที่ {part}"), "");
        instrument.parts.push(Part { code: Code::new(format!("d{part}")), title, items: items.collect(), ..Part::default() });
    }
    assert!(matches!(instrument.parts[0].items[0].asks, Asks::Scale(_)));
    instrument
}
