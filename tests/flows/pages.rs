//! Every page in every language, what goes with every answer, and pages for when something fails.

use std::collections::BTreeSet;

use crate::house::{House, Page, Visitor};

/// Every page that stands at an address of its own: for everyone, and for administrators.
const FOR_EVERYONE: [&str; 12] = [
    "/",
    "/signin",
    "/forgotten",
    "/privacy",
    "/accessibility",
    "/contact",
    "/results",
    "/clinic",
    "/clinic/ask",
    "/clinic/check",
    "/clinic/receipt",
    "/live",
];
const FOR_ADMINISTRATORS: [&str; 9] = [
    "/home",
    "/account",
    "/admin/people",
    "/admin/people/new",
    "/admin/settings",
    "/admin/mail",
    "/admin/schedule",
    "/admin/backup",
    "/admin/log",
];

/// For those who keep the roster.
const FOR_HR: [&str; 11] = [
    "/hr/roster",
    "/hr/roster/new",
    "/hr/roster/twins",
    "/hr/undeliverable",
    "/hr/roster/import",
    "/hr/units",
    "/hr/units/new",
    "/hr",
    "/hr/holidays",
    "/hr/sessions",
    "/rounds",
];
const FOR_COORDINATORS: [&str; 21] = [
    "/rounds/new",
    "/desk/sessions",
    "/desk/sessions/new",
    "/scores",
    "/plans",
    "/plans/new",
    "/yardsticks",
    "/instruments",
    "/instruments/new",
    "/instruments/import",
    "/instruments/models/pulse",
    "/work",
    "/agenda/years/2570",
    "/ita",
    "/ita/years/2569",
    "/ita/years/2569/iit",
    "/ita/check",
    "/activities",
    "/activities/new",
    "/activities/report",
    "/activities/report/words",
];

/// For those who answer in the clinic.
const FOR_THE_DESK: [&str; 1] = ["/desk/live"];

fn in_both_languages(visitor: &Visitor, address: &str) -> [Page; 2] {
    [visitor.opens(address), visitor.opens(&format!("/en{address}"))]
}

#[track_caller]
pub fn is_well_made(page: &Page, language: &str) {
    assert!(page.body.contains(&format!("<html lang=\"{language}\">")), "{}", page.address);
    assert_eq!(page.body.matches("<h1").count(), 1, "{} has one heading", page.address);
    assert!(page.body.contains("<a class=\"skip\" href=\"#main\">"), "{}", page.address);
    assert!(
        !page.body.contains("style=\"") && !page.body.contains("<script>") && !page.body.contains(" onclick"),
        "{}",
        page.address
    );
    let title = page.body.split("<title>").nth(1).unwrap().split('<').next().unwrap();
    assert!(!title.contains('\u{2060}') && !title.contains('\u{200b}'), "{title}");
    let ids: Vec<_> = page.body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{}: every id once: {ids:?}", page.address);
    for label in page.body.split("<label for=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&label), "{}: the label of {label} has its field", page.address);
    }
    if language == "en" {
        let thai = page.text().chars().filter(|letter| ('\u{e00}'..='\u{e7f}').contains(letter)).count();
        // The name of the person, of the language, and what was typed in Thai.
        assert!(thai < 200, "{} is in English, but has {thai} Thai letters", page.address);
    }
}

#[test]
fn every_page_is_drawn_in_every_language() {
    let house = House::open();
    let visitor = house.visitor();
    for address in FOR_EVERYONE {
        let [thai, english] = in_both_languages(&visitor, address);
        is_well_made(thai.is(200), "th");
        is_well_made(english.is(200), "en");
        assert_ne!(thai.text(), english.text());
    }
    let admin = house.administrator();
    for address in FOR_ADMINISTRATORS {
        let [thai, english] = in_both_languages(&admin, address);
        is_well_made(thai.is(200), "th");
        is_well_made(english.is(200), "en");
    }
    let hr = house.member(&admin, "ratana", &["hr"]);
    for address in FOR_HR {
        let [thai, english] = in_both_languages(&hr, address);
        is_well_made(thai.is(200), "th");
        is_well_made(english.is(200), "en");
    }
    let coordinator = house.member(&admin, "chaiwat", &["coordinator"]);
    for address in FOR_COORDINATORS {
        let [thai, english] = in_both_languages(&coordinator, address);
        is_well_made(thai.is(200), "th");
        is_well_made(english.is(200), "en");
    }
    let desk = house.member(&admin, "duang", &["desk"]);
    for address in FOR_THE_DESK {
        let [thai, english] = in_both_languages(&desk, address);
        is_well_made(thai.is(200), "th");
        is_well_made(english.is(200), "en");
    }
    let newcomer = house.member(&admin, "busaba", &["viewer"]);
    let [thai, english] = in_both_languages(&newcomer, "/account/second-factor");
    is_well_made(thai.is(200), "th");
    is_well_made(english.is(200), "en");
}

#[test]
fn pages_say_it_when_something_cannot_be_done_in_both_languages() {
    let house = House::open();
    let visitor = house.visitor();
    for (address, status, thai, english) in [
        ("/nowhere", 404, "ไม่พบหน้านี้", "There is no such page"),
        ("/signout", 405, "เปิดหน้านี้ตรง ๆ ไม่ได้", "This address cannot be opened directly"),
        ("/reset/x", 410, "ลิงก์นี้ใช้ไม่ได้แล้ว", "This link no longer works"),
        ("/setup/x", 410, "ลิงก์นี้ใช้ไม่ได้แล้ว", "This link no longer works"),
        ("/invitation/x", 410, "ลิงก์นี้ใช้ไม่ได้แล้ว", "This link no longer works"),
    ] {
        let [in_thai, in_english] = in_both_languages(&visitor, address);
        is_well_made(in_thai.is(status).says(thai), "th");
        is_well_made(in_english.is(status).says(english), "en");
    }
    visitor.posts("/signin", &[]).is(400).says("หน้านี้ค้างไว้นานเกินไป");
    visitor.posts("/en/signin", &[]).is(400).says("This page was open for too long");
    assert_eq!(visitor.opens("/signout").header("allow"), "POST");
}

#[test]
fn when_the_database_is_gone_people_are_told_to_come_back_and_nothing_is_given_away() {
    let house = House::open();
    let admin = house.administrator();
    house.place().in_the_register("ALTER TABLE department RENAME TO hidden");
    let page = admin.opens("/admin/settings");
    page.is(500).says("ระบบขัดข้อง");
    assert!(!page.body.contains("department") && !page.body.contains("no such table"));
    house.visitor().opens("/readyz").is(500);
    house.visitor().opens("/healthz").is(200);
    house.place().in_the_register("ALTER TABLE hidden RENAME TO department");
    house.visitor().opens("/readyz").is(200);
}

#[test]
fn every_answer_carries_strict_headers_whatever_it_is() {
    let house = House::open();
    let visitor = house.visitor();
    let stylesheet = visitor.opens("/").addresses("/assets/").into_iter().find(|address| address.contains("/style.")).unwrap();
    for address in ["/", "/en/", "/nowhere", "/signin", "/healthz", "/home", "/signout", "/assets/none.css", &stylesheet] {
        let page = visitor.opens(address);
        let policy = page.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{address}: {policy}");
        for (header, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-robots-tag", "noindex, nofollow"),
        ] {
            assert_eq!(page.header(header), value, "{address}");
        }
        let cached = page.header("cache-control");
        if address == stylesheet {
            assert_eq!(cached, "public, max-age=31536000, immutable");
        } else {
            assert_eq!(cached, "no-store", "{address}");
        }
    }
}

#[test]
fn a_glance_is_answered_like_a_look_but_without_a_page() {
    let house = House::open();
    let visitor = house.visitor();
    for address in FOR_EVERYONE {
        let glance = visitor.glances_at(address);
        glance.is(200);
        assert!(glance.body.is_empty(), "{address}");
    }
    visitor.glances_at("/nowhere").is(404);
}

#[test]
fn names_and_addresses_from_people_are_never_taken_for_markup() {
    let house = House::open();
    let admin = house.administrator();
    let nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    admin.fills_in("/account", &[("name", nasty), ("language", "th")]).is(303);
    for address in ["/home", "/account", "/admin/people", "/admin/log"] {
        let page = admin.opens(address);
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{address}");
    }
    let page = house.visitor().opens("/signin?to=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&done=%3Cscript%3E");
    assert!(!page.body.contains("<script>alert"));
    admin.fills_in("/admin/people/new", &[("name", nasty), ("email", nasty), ("roles", "<b>")]).is(422);
}

#[test]
fn the_page_leads_to_the_other_language_at_the_same_place() {
    let house = House::open();
    let visitor = house.visitor();
    assert!(visitor.opens("/privacy").addresses("/en/").contains(&"/en/privacy".to_owned()));
    assert!(visitor.opens("/en/privacy").addresses("/privacy").contains(&"/privacy".to_owned()));
    assert_eq!(visitor.opens("/en").leads_to(), "/en/");
}
