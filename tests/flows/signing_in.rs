//! The door: the first administrator, passwords, guessing, forgotten passwords.

use std::time::Duration;

use crate::house::{House, PASSWORD};

const MINUTE: Duration = Duration::from_secs(60);

#[test]
fn the_first_administrator_is_made_by_the_one_time_address_and_never_again() {
    let house = House::open();
    let address = house.setup_address();
    let somebody = house.visitor();
    for _ in 0..3 {
        somebody.glances_at(&address).is(200);
        somebody.opens(&address).says("สร้างบัญชีผู้ดูแลระบบคนแรก");
    }
    let fields = [("name", "อนันต์"), ("email", "anan@example.go.th"), ("password", PASSWORD)];
    let page = somebody.opens(&address);
    assert_eq!(somebody.sends(&page, &address, &fields).leads_to(), "/signin?done=password-set");
    somebody.opens(&address).is(410).says("ลิงก์นี้ใช้ไม่ได้แล้ว");
    somebody.sends(&page, &address, &[("name", "b"), ("email", "b@example.go.th"), ("password", PASSWORD)]).is(410);
    somebody.signs_in("b@example.go.th", PASSWORD).is(422);
    somebody.is_in("anan@example.go.th");
}

#[test]
fn a_form_with_faults_names_them_all_and_keeps_what_was_typed_but_never_a_password() {
    let house = House::open();
    let address = house.setup_address();
    let page = house.visitor().fills_in(&address, &[("name", ""), ("email", "no-address"), ("password", "short-pw")]);
    page.is(422).says("มี 3 จุดที่ต้องแก้").says("ใส่ชื่อ").says("ใส่อีเมลให้ครบ").says("อย่างน้อย 12 ตัวอักษร");
    assert_eq!(page.field("email"), "no-address");
    assert!(!page.body.contains("short-pw"));
    assert!(page.body.contains("<title>มีข้อที่ต้องแก้: "));
    assert!(page.body.contains("aria-invalid=\"true\""));
}

#[test]
fn a_wrong_password_an_unknown_address_and_a_closed_account_get_the_same_answer() {
    let house = House::open();
    let admin = house.administrator();
    house.member(&admin, "closed", &["viewer"]);
    let people = admin.opens("/admin/people");
    let closed = people
        .addresses("/admin/people/")
        .into_iter()
        .find(|address| address.len() > 20 && admin.opens(address).text().contains("closed@example.go.th"));
    let page = admin.opens(&closed.clone().unwrap());
    admin.sends(&page, &format!("{}/closing", closed.unwrap()), &[]).is(303);

    let answers =
        [("anan@example.go.th", "wrong password"), ("nobody@example.go.th", PASSWORD), ("closed@example.go.th", PASSWORD)].map(
            |(email, password)| {
                let answer = house.visitor().signs_in(email, password);
                answer.is(422);
                answer.text()
            },
        );
    assert!(answers[0].contains("อีเมลหรือรหัสผ่านไม่ถูกต้อง"));
    assert!(answers.iter().all(|answer| *answer == answers[0]));
}

#[test]
fn guessing_has_to_wait_and_nobody_else_has_to() {
    let house = House::open();
    let admin = house.administrator();
    house.member(&admin, "busaba", &["viewer"]);
    house.member(&admin, "chai", &["viewer"]);
    let email = "busaba@example.go.th";

    let stranger = house.visitor();
    for _ in 0..5 {
        stranger.signs_in(email, "a wrong guess").says("อีเมลหรือรหัสผ่านไม่ถูกต้อง");
    }
    stranger.signs_in(email, "a wrong guess").is(429).says("ลองผิดหลายครั้ง");
    // Even the right password has to wait, or guessing would go on.
    stranger.signs_in(email, PASSWORD).says("ลองผิดหลายครั้ง");
    // Others behind the same address of the network are not touched, from the same browser even.
    stranger.is_in("chai@example.go.th");
}

#[test]
fn a_device_on_which_somebody_signed_in_before_is_not_locked_out_by_strangers() {
    let house = House::open();
    let admin = house.administrator();
    let owner = house.member(&admin, "busaba", &["viewer"]);
    let email = "busaba@example.go.th";
    for _ in 0..5 {
        house.visitor().signs_in(email, "a wrong guess").is(422);
    }
    house.visitor().signs_in(email, PASSWORD).is(429).says("ลองผิดหลายครั้ง");
    owner.is_in(email);
    // Strangers' waiting ends by itself.
    house.turn(15 * MINUTE);
    house.visitor().is_in(email);
}

#[test]
fn a_forgotten_password_is_set_anew_by_a_link_that_works_once_and_signs_out_everywhere() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "busaba", &["viewer"]);
    let email = "busaba@example.go.th";

    let asked = house.visitor();
    let known = asked.fills_in("/forgotten", &[("email", email)]);
    let unknown = asked.fills_in("/forgotten", &[("email", "nobody@example.go.th")]);
    assert_eq!(known.leads_to(), unknown.leads_to());
    asked.goes_on(&known).says("ดูอีเมลของท่าน");

    let letter = house.letter_to(email);
    let link = letter.link();
    asked.opens(&link).is(200).says("ตั้งรหัสผ่าน");
    asked.glances_at(&link).is(200);
    let new = "ฝนตกหลังคาเรือนไม้";
    assert_eq!(asked.fills_in(&link, &[("password", new)]).leads_to(), "/signin?done=password-set");
    let told = house.letter_to(email).text();
    assert!(told.contains("รหัสผ่านถูกเปลี่ยน") && told.contains("/forgotten") && !told.contains(new), "{told}");
    asked.opens(&link).is(410);
    assert_eq!(member.opens("/home").leads_to(), "/signin");
    house.visitor().signs_in(email, PASSWORD).is(422);
    house.visitor().signs_in(email, new).is(303);
}

#[test]
fn a_link_grows_old_and_a_newer_one_replaces_it() {
    let house = House::open();
    let admin = house.administrator();
    house.member(&admin, "busaba", &["viewer"]);
    let asked = house.visitor();
    asked.fills_in("/forgotten", &[("email", "busaba@example.go.th")]);
    let first = house.letter_to("busaba@example.go.th").link();
    asked.fills_in("/forgotten", &[("email", "busaba@example.go.th")]);
    let second = house.letter_to("busaba@example.go.th").link();
    asked.opens(&first).is(410);
    asked.opens(&second).is(200);
    house.turn(61 * MINUTE);
    asked.opens(&second).is(410);
}

#[test]
fn after_signing_in_people_arrive_where_they_wanted_to_go_and_never_elsewhere() {
    let house = House::open();
    let admin = house.administrator();
    house.member(&admin, "busaba", &["viewer"]);
    let somebody = house.visitor();
    assert_eq!(somebody.opens("/account").leads_to(), "/signin?to=%2Faccount");
    let page = somebody.opens("/signin?to=%2Faccount");
    assert_eq!(page.field("to"), "/account");
    let fields = |to| [("email", "busaba@example.go.th"), ("password", PASSWORD), ("to", to)];
    assert_eq!(somebody.sends(&page, "/signin", &fields("/account")).leads_to(), "/account");

    for elsewhere in ["//evil.example/", "https://evil.example", "/\\evil.example"] {
        let page = somebody.opens("/signin");
        assert_eq!(somebody.sends(&page, "/signin", &fields(elsewhere)).leads_to(), "/home");
    }
    let page = somebody.opens("/signin?to=https%3A%2F%2Fevil.example");
    assert!(page.fields("to").is_empty());
}

#[test]
fn english_visitors_stay_in_english_all_the_way() {
    let house = House::open();
    let admin = house.administrator();
    house.member(&admin, "busaba", &["viewer"]);
    let somebody = house.visitor();
    assert_eq!(somebody.opens("/en/home").leads_to(), "/en/signin");
    let page = somebody.opens("/en/signin");
    page.says("Sign in");
    let answer = somebody.sends(&page, "/en/signin", &[("email", "busaba@example.go.th"), ("password", PASSWORD)]);
    assert_eq!(answer.leads_to(), "/en/home");
    somebody.goes_on(&answer).says("Hello, busaba");
}

#[test]
fn nobodys_mailbox_is_filled_with_links_and_asking_tells_nothing() {
    let house = House::open();
    house.administrator();
    let asked = house.visitor();
    for email in ["anan@example.go.th", "nobody@example.go.th"] {
        for _ in 0..5 {
            asked.fills_in("/forgotten", &[("email", email)]).is(303);
        }
        asked.fills_in("/forgotten", &[("email", email)]).is(429).says("ลองหลายครั้งเกินไป");
    }
    house.courier_runs();
    assert_eq!(house.letters().len(), 5);
}
