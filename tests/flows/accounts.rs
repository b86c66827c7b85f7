//! Accounts: invitations, roles, closing, and who may open what.

use crate::house::{House, PASSWORD, Visitor};

/// The page of somebody, for administrators.
fn page_of(admin: &Visitor, email: &str) -> String {
    admin
        .opens("/admin/people")
        .addresses("/admin/people/")
        .into_iter()
        .filter(|address| !address.ends_with("/new"))
        .find(|address| admin.opens(address).text().contains(email))
        .unwrap()
}

#[test]
fn an_invitation_sets_a_password_once_and_opening_it_changes_nothing() {
    let house = House::open();
    let admin = house.administrator();
    let fields = [("name", "บุษบา"), ("email", "busaba@example.go.th"), ("language", "en"), ("roles", "viewer")];
    admin.fills_in("/admin/people/new", &fields).is(303);
    let letter = house.letter_to("busaba@example.go.th");
    assert!(letter.text().contains("อนันต์ invites you"), "{}", letter.text());
    let link = letter.link();
    assert!(link.starts_with("/en/invitation/"), "{link}");

    let busaba = house.visitor();
    for _ in 0..10 {
        busaba.glances_at(&link).is(200);
        busaba.opens(&link).is(200);
    }
    busaba.fills_in(&link, &[("password", "busaba-25699")]).is(422).says("Too easy to guess");
    busaba.fills_in(&link, &[("password", PASSWORD)]).is(303);
    busaba.opens(&link).is(410);
    busaba.is_in("busaba@example.go.th");
}

#[test]
fn pressing_twice_invites_once() {
    let house = House::open();
    let admin = house.administrator();
    let page = admin.opens("/admin/people/new");
    let fields = [("name", "บุษบา"), ("email", "busaba@example.go.th"), ("language", "th"), ("roles", "viewer")];
    let first = admin.sends(&page, "/admin/people/new", &fields);
    let second = admin.sends(&page, "/admin/people/new", &fields);
    assert_eq!(first.leads_to(), second.leads_to());
    house.courier_runs();
    assert_eq!(house.letters().len(), 1);
}

#[test]
fn an_address_has_one_account_however_it_is_written() {
    let house = House::open();
    let admin = house.administrator();
    let fields = [("name", "x"), ("email", " ANAN@Example.go.th "), ("language", "th"), ("roles", "viewer")];
    admin.fills_in("/admin/people/new", &fields).is(422).says("มีบัญชีที่ใช้อีเมลนี้แล้ว");
}

#[test]
fn only_administrators_open_the_pages_that_run_the_house() {
    let house = House::open();
    let admin = house.administrator();
    let pages = [
        "/admin/people",
        "/admin/people/new",
        "/admin/settings",
        "/admin/log",
        "/admin/mail",
        "/admin/schedule",
        "/admin/backup",
    ];
    for page in pages {
        admin.opens(page).is(200);
        let stranger = house.visitor().opens(page);
        assert!(stranger.leads_to().starts_with("/signin?to="), "{page}");
    }
    for role in ["hr", "coordinator", "desk", "viewer"] {
        let member = house.member(&admin, role, &[role]);
        member.opens("/home").is(200);
        for page in pages {
            member.opens(page).is(403).says("หน้านี้สำหรับผู้มีหน้าที่เท่านั้น");
            member.opens(&format!("/en{page}")).is(403).says("This page is for those in charge of it");
        }
    }
}

#[test]
fn a_post_needs_the_same_permission_as_its_page() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "busaba", &["viewer"]);
    let key = member.opens("/account").field("key");
    let target = page_of(&admin, "anan@example.go.th");
    for address in [
        "/admin/people/new".to_owned(),
        target.clone(),
        format!("{target}/closing"),
        format!("{target}/second-factor/end"),
        "/admin/settings".to_owned(),
        "/admin/mail/test".to_owned(),
        "/admin/backup".to_owned(),
    ] {
        member.posts(&address, &[("key", &key), ("roles", "admin")]).is(403);
        house.visitor().posts(&address, &[("key", &key)]).is(303);
    }
}

#[test]
fn hr_together_with_coordinator_is_allowed_with_a_warning() {
    let house = House::open();
    let admin = house.administrator();
    let both = house.member(&admin, "busaba", &["hr", "coordinator"]);
    both.opens("/home").says("คนเดียวกันเป็นทั้งฝ่ายบุคคลและผู้ประสานงาน");
    let page = page_of(&admin, "busaba@example.go.th");
    admin.opens(&page).says("คนเดียวกันเป็นทั้งฝ่ายบุคคลและผู้ประสานงาน");
    admin.fills_in(&page, &[("roles", "hr")]).is(303);
    admin.opens(&page).does_not_say("คนเดียวกันเป็นทั้งฝ่ายบุคคลและผู้ประสานงาน");
}

#[test]
fn roles_change_at_once_for_people_who_are_signed_in() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "busaba", &["viewer"]);
    member.opens("/admin/people").is(403);
    let page = page_of(&admin, "busaba@example.go.th");
    admin.fills_in(&page, &[("roles", "viewer"), ("roles", "admin")]).is(303);
    // Administrators need a second factor first.
    assert_eq!(member.opens("/admin/people").leads_to(), "/account/second-factor");
    member.switches_second_factor_on();
    member.opens("/admin/people").is(200);
    admin.fills_in(&page, &[]).is(422).says("เลือกหน้าที่อย่างน้อยหนึ่งอย่าง");
}

#[test]
fn a_closed_account_is_out_at_once_and_can_be_opened_again() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "busaba", &["viewer"]);
    let page = page_of(&admin, "busaba@example.go.th");
    let drawn = admin.opens(&page);
    admin.sends(&drawn, &format!("{page}/closing"), &[]).is(303);
    assert_eq!(member.opens("/home").leads_to(), "/signin");
    member.signs_in("busaba@example.go.th", PASSWORD).is(422);
    let drawn = admin.opens(&page);
    admin.sends(&drawn, &format!("{page}/reopening"), &[]).is(303);
    member.is_in("busaba@example.go.th");
}

#[test]
fn the_house_always_keeps_an_administrator_who_can_sign_in() {
    let house = House::open();
    let admin = house.administrator();
    let page = page_of(&admin, "anan@example.go.th");
    admin.fills_in(&page, &[("roles", "viewer")]).is(422).says("ต้องมีผู้ดูแลระบบที่เข้าสู่ระบบได้อย่างน้อยหนึ่งคน");
    let drawn = admin.opens(&page);
    admin.sends(&drawn, &format!("{page}/closing"), &[]).is(409).says("ต้องมีผู้ดูแลระบบ");
    // Somebody who is invited and has not come yet does not count.
    let fields = [("name", "บุษบา"), ("email", "busaba@example.go.th"), ("language", "th"), ("roles", "admin")];
    admin.fills_in("/admin/people/new", &fields).is(303);
    admin.fills_in(&page, &[("roles", "viewer")]).is(422);
    house.courier_runs();
}

#[test]
fn everyone_changes_their_own_name_and_password() {
    let house = House::open();
    let admin = house.administrator();
    let member = house.member(&admin, "busaba", &["viewer"]);
    let elsewhere = house.visitor();
    elsewhere.is_in("busaba@example.go.th");

    member.fills_in("/account", &[("name", "บุษบา ใจงาม"), ("language", "en")]).is(303);
    member.opens("/home").says("สวัสดี คุณบุษบา ใจงาม");
    member.fills_in("/account", &[("name", ""), ("language", "en")]).is(422).says("ใส่ชื่อ");

    let new = "ฝนตกหลังคาเรือนไม้";
    let drawn = member.opens("/account");
    member.sends(&drawn, "/account/password", &[("present", "wrong"), ("password", new)]).is(422).says("รหัสผ่านปัจจุบันไม่ถูกต้อง");
    member.sends(&drawn, "/account/password", &[("present", PASSWORD), ("password", new)]).is(303);
    member.opens("/home").is(200);
    assert_eq!(elsewhere.opens("/home").leads_to(), "/signin");
    let told = house.letter_to("busaba@example.go.th");
    assert!(told.text().contains("your password was changed"), "in the language that was chosen: {}", told.text());
}
