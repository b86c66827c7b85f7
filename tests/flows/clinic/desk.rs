//! What the desk does, and who is the desk.

use super::scene::{Clinic, HOUR, TO_MONDAY, cards, does, opens, queue};
use crate::eligible::crew::{hires, survey};

#[test]
fn the_desk_is_for_those_who_answer_and_for_nobody_else() {
    let clinic = Clinic::open();
    clinic.asks_by_seat("ลับ");
    clinic.monday_comes();
    let admin = clinic.house.administrator();
    let desk = clinic.house.member(&admin, "duangjai", &["desk"]);
    let matter = queue(&desk, "new").remove(0);
    for roles in [&["hr"][..], &["coordinator"], &["viewer"]] {
        let member = clinic.house.member(&admin, roles[0], roles);
        member.opens("/desk").is(403);
        member.opens(&matter).is(403);
    }
    admin.opens("/desk").is(403);
    assert!(clinic.nobody().opens("/desk").leads_to().starts_with("/signin"));
    assert!(clinic.nobody().opens(&matter).leads_to().starts_with("/signin"));
    desk.opens("/desk/00000000-0000-4000-8000-000000000000").is(404);
    desk.opens("/home").says("โต๊ะคลินิก");
    clinic.nobody().opens("/desk/none").is(404);
}

#[test]
fn every_deed_is_in_the_diary_without_a_word_of_the_matter() {
    let clinic = Clinic::open();
    let receipt = clinic.asks_by_seat("ความลับของผู้ถาม");
    clinic.asks_by_seat("อีกเรื่อง");
    clinic.monday_comes();
    let admin = clinic.house.administrator();
    let desk = clinic.house.member(&admin, "duangjai", &["desk"]);
    let matters = queue(&desk, "new");
    let is_first = desk.opens(&matters[0]).text().contains("ผู้ถาม ความลับ");
    let (matter, other) = if is_first { (&matters[0], &matters[1]) } else { (&matters[1], &matters[0]) };
    let deeds: [&[(&str, &str)]; 9] = [
        &[("do", "take"), ("due", "30 พ.ย. 2569")],
        &[("do", "note"), ("note", "บันทึกลับของโต๊ะ")],
        &[("do", "pass"), ("office", "กองช่าง"), ("passed", "ขอให้กองช่างตอบ")],
        &[("do", "ask"), ("ask", "ขอรายละเอียด")],
        &[("do", "show"), ("title", "หัวเรื่อง"), ("question", ""), ("board_answer", ""), ("answering", "")],
        &[("do", "answer"), ("answering", "กองช่าง"), ("reply", "ตอบแล้ว")],
        &[("do", "changed"), ("change", "เพิ่มช่องจองออนไลน์")],
        &[("do", "withdraw")],
        &[("do", "hold"), ("reason", "known")],
    ];
    for deed in deeds {
        let done = does(&desk, matter, deed);
        assert_eq!(done.status, 303, "{deed:?}: {}", done.text());
    }
    does(&desk, other, &[("do", "merge"), ("into", matter.trim_start_matches("/desk/"))]).is(303);
    let diary = admin.opens("/admin/log");
    for sentence in [
        "รับเรื่องของคลินิก",
        "จดบันทึกที่เรื่องของคลินิก",
        "ส่งเรื่องของคลินิกต่อให้หน่วยงาน",
        "ถามกลับเรื่องของคลินิก",
        "นำเรื่องของคลินิกขึ้นกระดาน",
        "ตอบเรื่องของคลินิก",
        "แจ้งบนกระดานว่าปรับขั้นตอนแล้ว",
        "นำเรื่องของคลินิกลงจากกระดาน",
        "ไม่ให้เรื่องของคลินิกขึ้นกระดาน",
        "รวมเรื่องของคลินิก",
    ] {
        diary.says(sentence);
    }
    for word in ["ความลับ", "บันทึกลับ", "กองช่าง", "หัวเรื่อง", matter.trim_start_matches("/desk/")]
    {
        diary.does_not_say(word);
    }
    let page = desk.opens(matter);
    page.says("บันทึกลับของโต๊ะ").says("duangjai").says("30 พ.ย. 2569");
    // Its writer reads what was said to them, and no note.
    opens(&clinic.nobody(), &receipt)
        .says("ส่งต่อให้ กองช่าง ตอบ")
        .says("ขอรายละเอียด")
        .says("ไม่ขึ้นกระดาน")
        .says("มีคำตอบอยู่แล้ว")
        .does_not_say("บันทึกลับของโต๊ะ")
        .does_not_say("duangjai");
    clinic.nobody().opens("/clinic").says("เรื่องที่ไม่ขึ้นกระดาน").says("มีคำตอบอยู่แล้ว").says("1 เรื่อง");
}

#[test]
fn pressing_twice_does_it_once_and_an_old_form_changes_nothing_and_loses_nothing() {
    let clinic = Clinic::open();
    clinic.asks_by_seat("เรื่องเดียว");
    clinic.monday_comes();
    let desk = clinic.desk();
    let matter = queue(&desk, "new").remove(0);
    let drawn = desk.opens(&matter);
    let answer = [("do", "answer"), ("answering", "ฝ่ายคลัง"), ("reply", "ตอบครั้งเดียว")];
    desk.sends(&drawn, &matter, &answer).is(303);
    desk.sends(&drawn, &matter, &answer).is(303);
    assert_eq!(desk.opens(&matter).text().matches("ตอบครั้งเดียว").count(), 1);
    let late = desk.sends(&drawn, &matter, &[("do", "answer"), ("answering", "กองกลาง"), ("reply", "คำตอบที่พิมพ์ไว้นาน")]);
    late.is(422).says("มีผู้อื่นแก้เรื่องนี้");
    assert!(late.body.contains("คำตอบที่พิมพ์ไว้นาน"));
    desk.sends(&late, &matter, &[("do", "answer"), ("answering", "กองกลาง"), ("reply", "คำตอบที่พิมพ์ไว้นาน")]).is(303);
}

#[test]
fn what_is_missing_is_said_at_its_field_and_the_rest_stays() {
    let clinic = Clinic::open();
    clinic.asks_by_seat("เรื่องเดียว");
    clinic.monday_comes();
    let desk = clinic.desk();
    let matter = queue(&desk, "new").remove(0);
    let faulty = does(
        &desk,
        &matter,
        &[("do", "both"), ("answering", ""), ("reply", "คำตอบที่พิมพ์แล้ว"), ("title", ""), ("question", ""), ("board_answer", "")],
    );
    faulty.is(422).says("พิมพ์ช่องนี้ก่อน");
    assert!(faulty.body.contains("คำตอบที่พิมพ์แล้ว"));
    for field in ["title-fault", "answering-fault"] {
        assert!(faulty.body.contains(field), "{field}");
    }
    does(&desk, &matter, &[("do", "take"), ("due", "วันที่ไม่มี")]).is(422).says("อ่านวันนี้ไม่ได้");
    does(&desk, &matter, &[("do", "hold")]).is(422).says("เลือกหนึ่งข้อ");
    does(&desk, &matter, &[("do", "changed"), ("change", "x")]).is(422).says("ยังไม่อยู่บนกระดาน");
    does(&desk, &matter, &[("do", "merge"), ("into", matter.trim_start_matches("/desk/"))]).is(422).says("รวมกับเรื่องนั้นไม่ได้");
    does(&desk, &matter, &[("do", "nothing")]).is(422);
    assert!(cards(&clinic.nobody()).is_empty());
}

#[test]
fn an_age_counts_in_working_days_from_the_day_the_desk_first_read_it() {
    let clinic = Clinic::open();
    clinic.asks_by_seat("รอมานานแล้ว");
    clinic.monday_comes();
    let desk = clinic.desk();
    let matter = queue(&desk, "new").remove(0);
    desk.opens(&matter);
    clinic.house.turn(std::time::Duration::from_secs(7 * 86_400));
    desk.is_in("duangjai@example.go.th");
    desk.opens("/desk").says("5 วันทำการ");
}

#[test]
fn names_of_the_roster_numbers_and_posts_are_marked_before_the_desk_writes_for_the_board() {
    let clinic = Clinic::open();
    survey(&clinic.house, &[("กค", None)]);
    hires(&clinic.house, &[("1001", "กค", "ข้าราชการ", None), ("1002", "กค", "ข้าราชการ", None)]);
    clinic.asks_by_seat("บุคคลบอกว่าหัวหน้าไม่เซ็น 1002 ครั้ง");
    clinic.monday_comes();
    let desk = clinic.desk();
    let page = desk.opens(&queue(&desk, "new").remove(0));
    for mark in ["<mark>บุคคล</mark>", "<mark>หัวหน้า</mark>", "<mark>1002</mark>"] {
        assert!(page.body.contains(mark), "{mark} in {}", page.body);
    }
}

#[test]
fn once_on_a_working_day_the_desk_is_told_what_waits_and_when_nothing_does_nobody_is() {
    let clinic = Clinic::open();
    let admin = clinic.house.administrator();
    let desk = clinic.house.member(&admin, "duangjai", &["desk"]);
    clinic.house.member(&admin, "prasert", &["desk", "coordinator"]);
    clinic.house.member(&admin, "hathai", &["hr"]);
    let digests = || {
        clinic.house.timetable_runs();
        clinic.house.courier_runs();
        let letters = clinic.house.letters();
        letters.iter().filter(|letter| letter.text().contains("/desk")).map(|letter| letter.header("To")).collect::<Vec<_>>()
    };
    clinic.house.turn(TO_MONDAY);
    assert!(digests().is_empty(), "nothing waits");
    clinic.asks_by_name("มาลี สุขใจ", "เรื่องลับของมาลี");
    clinic.house.turn(HOUR * 24);
    clinic.house.timetable_runs();
    let mut to = digests();
    to.sort();
    assert_eq!(to.len(), 2, "{to:?}");
    assert!(to[0].contains("duangjai") && to[1].contains("prasert"));
    clinic.house.turn(HOUR);
    assert_eq!(digests().len(), 2, "one a day");
    desk.is_in("duangjai@example.go.th");
    let matter = queue(&desk, "new").remove(0);
    does(&desk, &matter, &[("do", "take"), ("due", "24 พ.ย. 2569")]).is(303);
    clinic.house.turn(HOUR * 24);
    let letters_before = digests().len();
    assert_eq!(letters_before, 4);
    let letter = clinic.house.letter_to("duangjai");
    let text = letter.text();
    for said in ["ยังรอคำตอบ 1 เรื่อง", "1 วันทำการ", "เลยวันที่กำหนดไว้ 1 เรื่อง", "ท่านรับไว้ 1 เรื่อง"]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    for never in ["เรื่องลับ", "มาลี"] {
        assert!(!text.contains(never));
    }
    assert!(!clinic.house.letter_to("prasert").text().contains("ท่านรับไว้"));
    desk.is_in("duangjai@example.go.th");
    does(&desk, &matter, &[("do", "answer"), ("answering", "กองคลัง"), ("reply", "ตอบแล้ว")]).is(303);
    clinic.house.turn(HOUR * 24);
    assert_eq!(digests().len(), 4, "nothing waits any more");
}
