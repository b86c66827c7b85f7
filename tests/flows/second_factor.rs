//! The second factor: required of some, proven at every sign-in, recovered without a phone.

use std::time::Duration;

use crate::house::{House, PASSWORD};

#[test]
fn administrators_and_hr_reach_nothing_else_before_they_have_a_second_factor() {
    let house = House::open();
    let admin = house.visitor();
    admin.fills_in(&house.setup_address(), &[("name", "อนันต์"), ("email", "anan@example.go.th"), ("password", PASSWORD)]).is(303);
    admin.is_in("anan@example.go.th");
    for page in ["/home", "/admin/people", "/admin/settings"] {
        assert_eq!(admin.opens(page).leads_to(), "/account/second-factor");
    }
    admin.opens("/account").is(200);
    let codes = admin.switches_second_factor_on();
    assert_eq!(codes.len(), 10);
    admin.opens("/admin/people").is(200);
    // The secret and the recovery codes are shown once.
    assert_eq!(admin.opens("/account/second-factor").leads_to(), "/account");
    for code in codes {
        admin.opens("/account").does_not_say(&code);
    }
}

#[test]
fn the_password_alone_opens_nothing_when_there_is_a_second_factor() {
    let house = House::open();
    let admin = house.administrator();
    let thief = house.visitor();
    assert_eq!(thief.signs_in("anan@example.go.th", PASSWORD).leads_to(), "/signin/code");
    for page in ["/home", "/account", "/admin/people", "/account/second-factor"] {
        assert!(thief.opens(page).leads_to().starts_with("/signin"), "{page}");
    }
    thief.fills_in("/signin/code", &[("code", "000000")]).is(422).says("รหัสไม่ถูกต้องหรือใช้ไปแล้ว");
    admin.opens("/home").is(200);
}

#[test]
fn a_code_works_once() {
    let house = House::open();
    let admin = house.administrator();
    house.turn(Duration::from_secs(30));
    let code = admin.phone_shows();
    let first = house.visitor();
    first.signs_in("anan@example.go.th", PASSWORD);
    assert_eq!(first.fills_in("/signin/code", &[("code", &code)]).leads_to(), "/home");
    let second = house.visitor();
    second.signs_in("anan@example.go.th", PASSWORD);
    second.fills_in("/signin/code", &[("code", &code)]).is(422);
}

#[test]
fn codes_may_be_typed_with_spaces_and_thai_digits() {
    let house = House::open();
    let admin = house.administrator();
    house.turn(Duration::from_secs(30));
    let code = clearjai::language::digits::thai(&admin.phone_shows());
    let typed: String =
        code.chars().enumerate().map(|(place, digit)| if place == 3 { format!(" {digit}") } else { digit.to_string() }).collect();
    admin.signs_in("anan@example.go.th", PASSWORD);
    assert_eq!(admin.fills_in("/signin/code", &[("code", &typed)]).leads_to(), "/home");
}

#[test]
fn a_recovery_code_works_once_when_the_phone_is_gone() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "busaba", &["viewer"]);
    let codes = member.switches_second_factor_on();
    let email = "busaba@example.go.th";
    member.signs_in(email, PASSWORD);
    assert_eq!(member.fills_in("/signin/code", &[("code", &codes[0])]).leads_to(), "/home");
    member.opens("/account").says("เหลือรหัสสำรอง 9 รหัส");
    member.signs_in(email, PASSWORD);
    member.fills_in("/signin/code", &[("code", &codes[0])]).is(422);

    // New codes end the old ones, and need the password.
    assert_eq!(member.fills_in("/signin/code", &[("code", &codes[1])]).leads_to(), "/home");
    let drawn = member.opens("/account");
    member.sends(&drawn, "/account/recovery-codes", &[("password-for-codes", "wrong")]).is(422);
    member.sends(&drawn, "/account/recovery-codes", &[("password-for-codes", PASSWORD)]).is(200).says("รหัสสำรอง");
    assert!(house.letter_to(email).text().contains("รหัสสำรองถูกออกใหม่"));
    member.signs_in(email, PASSWORD);
    member.fills_in("/signin/code", &[("code", &codes[2])]).is(422);
}

#[test]
fn guessing_at_codes_has_to_wait_too() {
    let house = House::open();
    let admin = house.administrator();
    let guesser = house.visitor();
    guesser.signs_in("anan@example.go.th", PASSWORD);
    for guess in ["000001", "000002", "000003", "000004", "000005"] {
        guesser.fills_in("/signin/code", &[("code", guess)]).is(422);
    }
    house.turn(Duration::from_secs(29));
    let code = admin.phone_shows();
    guesser.fills_in("/signin/code", &[("code", &code)]).is(429).says("ลองผิดหลายครั้ง");
}

#[test]
fn switching_it_off_needs_the_password_and_an_administrator_can_help_when_all_is_lost() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "busaba", &["viewer"]);
    member.switches_second_factor_on();
    let told = house.letter_to("busaba@example.go.th").text();
    assert!(told.contains("การยืนยันขั้นที่สองถูกเปิด") && told.contains("/forgotten"), "{told}");
    let drawn = member.opens("/account");
    member.sends(&drawn, "/account/second-factor/end", &[("password-for-codes", "wrong")]).is(422);
    member.sends(&drawn, "/account/second-factor/end", &[("password-for-codes", PASSWORD)]).is(303);
    let told = house.letter_to("busaba@example.go.th").text();
    assert!(told.contains("การยืนยันขั้นที่สองถูกปิด") && told.contains("/forgotten"), "{told}");
    assert_eq!(member.signs_in("busaba@example.go.th", PASSWORD).leads_to(), "/home");

    member.switches_second_factor_on();
    let page = admin
        .opens("/admin/people")
        .addresses("/admin/people/")
        .into_iter()
        .find(|address| admin.opens(address).text().contains("busaba@example.go.th"))
        .unwrap();
    let drawn = admin.opens(&page);
    let before = house.letters().len();
    admin.sends(&drawn, &format!("{page}/second-factor/end"), &[]).is(303);
    house.courier_runs();
    assert_eq!(house.letters().len(), before + 1, "whoever lost their second factor is told by a letter");
    assert_eq!(house.visitor().signs_in("busaba@example.go.th", PASSWORD).leads_to(), "/home");
}
