//! Whatever people write: it is shown as it was written, and does nothing else.

use super::scene::{Clinic, cards, does, opens, queue};

const NASTY: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

#[test]
fn markup_in_every_field_stays_text() {
    let clinic = Clinic::open();
    let receipt = clinic.asks_by_name(&format!("มาลี {NASTY}"), NASTY);
    let nameless = clinic.asks_by_seat(NASTY);
    clinic.monday_comes();
    let desk = clinic.desk();
    for matter in queue(&desk, "new") {
        let fields: [&[(&str, &str)]; 5] = [
            &[("do", "note"), ("note", NASTY)],
            &[("do", "pass"), ("office", NASTY), ("passed", NASTY)],
            &[("do", "ask"), ("ask", NASTY)],
            &[
                ("do", "both"),
                ("answering", NASTY),
                ("reply", NASTY),
                ("title", NASTY),
                ("question", NASTY),
                ("board_answer", NASTY),
            ],
            &[("do", "changed"), ("change", NASTY)],
        ];
        for deed in fields {
            does(&desk, &matter, deed).is(303);
        }
        is_harmless(&desk.opens(&matter).body);
        is_harmless(&does(&desk, &matter, &[("do", "take"), ("due", NASTY)]).body);
    }
    let visitor = clinic.nobody();
    is_harmless(&desk.opens("/desk?state=answered").body);
    for address in cards(&visitor).iter().map(String::as_str).chain(["/clinic", "/clinic?q=%3Cscript%3Ealert(1)%3C/script%3E"]) {
        is_harmless(&visitor.opens(address).body);
    }
    for code in [&receipt, &nameless] {
        let page = opens(&visitor, code);
        is_harmless(&page.body);
        is_harmless(&visitor.sends(&page, "/clinic/mine", &[("code", code), ("do", "reply"), ("reply", NASTY)]).body);
    }
    let page = opens(&visitor, &nameless);
    is_harmless(&visitor.sends(&page, "/clinic/mine", &[("code", &nameless), ("do", "reveal"), ("name", NASTY)]).body);
    is_harmless(&opens(&visitor, NASTY).body);
}

#[track_caller]
fn is_harmless(body: &str) {
    assert!(!body.contains("<script>alert") && !body.contains("<img src=x"), "{body}");
}

#[test]
fn ten_thousand_characters_emoji_thai_marks_and_other_directions_come_through_whole() {
    let clinic = Clinic::open();
    let long = "ก่ำ🙏".repeat(2_000);
    assert_eq!(long.chars().count(), 8_000);
    let long = format!("{long}{}", "ข".repeat(2_000));
    let receipt = clinic.asks_by_seat(&long);
    let turned = clinic.asks_by_seat("ปกติ \u{202E}กลับทิศ\nบรรทัดสอง");
    clinic.monday_comes();
    let visitor = clinic.nobody();
    assert!(opens(&visitor, &receipt).body.contains(&long));
    let page = opens(&visitor, &turned);
    assert!(page.body.contains("<p dir=\"auto\"><bdi>ปกติ \u{202E}กลับทิศ</bdi><br><bdi>บรรทัดสอง</bdi></p>"), "{}", page.body);
    let desk = clinic.desk();
    let matters = queue(&desk, "new");
    let answer = "ค".repeat(10_000);
    let title = [
        ("do", "both"),
        ("answering", "ฝ่ายคลัง"),
        ("reply", answer.as_str()),
        ("title", "ยาว"),
        ("question", answer.as_str()),
        ("board_answer", answer.as_str()),
    ];
    does(&desk, &matters[0], &title).is(303);
    assert!(visitor.opens(&cards(&visitor)[0]).body.contains(&answer));
    // A line for everybody may not turn the page around.
    let turned = [("do", "show"), ("answering", ""), ("title", "\u{202E}หัวเรื่อง"), ("question", ""), ("board_answer", "")];
    does(&desk, &matters[1], &turned).is(422).says("อักขระที่แสดงไม่ได้");
}

#[test]
fn what_may_tell_who_wrote_it_is_marked_for_the_desk() {
    let clinic = Clinic::open();
    clinic.asks_by_seat("หัวหน้าห้อง 204 ไม่เซ็นใบลา");
    clinic.monday_comes();
    let desk = clinic.desk();
    let page = desk.opens(&queue(&desk, "new")[0]);
    assert!(page.body.contains("<mark>หัวหน้า</mark>") && page.body.contains("<mark>204</mark>"));
    page.says("คำที่อาจบอกตัวตน");
}
