//! The department's settings, on their page and everywhere they show.

use crate::house::House;

fn fields<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("name_thai", "กรมตัวอย่าง"),
        ("name_english", "Department of Examples"),
        ("contact_thai", "สำนักงานเลขานุการกรม โทร. 1234"),
        ("contact_english", "Office of the Secretary, tel. 1234"),
        ("k", "5"),
        ("retention", "60"),
        ("first_language", "th"),
        ("offers_english", "yes"),
        ("second_factor", "yes"),
    ];
    for (name, value) in changes {
        fields.retain(|(field, _)| field != name);
        if !value.is_empty() || *name == "name_thai" {
            fields.push((name, value));
        }
    }
    fields
}

#[test]
fn what_is_saved_shows_on_every_page_at_once() {
    let house = House::open();
    let admin = house.administrator();
    admin.fills_in("/admin/settings", &fields(&[])).is(303);
    house.servers_read_settings();
    let visitor = house.visitor();
    visitor.opens("/").says("กรมตัวอย่าง").says("โทร. 1234");
    visitor.opens("/en/").says("Department of Examples").says("tel. 1234");
    visitor.opens("/nowhere").says("โทร. 1234");
    admin.opens("/admin/log").says("เปลี่ยนการตั้งค่า").says("name, contact");
}

#[test]
fn a_change_at_one_server_shows_at_the_other() {
    let house = House::open();
    let other = house.beside();
    let admin = house.administrator();
    admin.fills_in("/admin/settings", &fields(&[])).is(303);
    other.servers_read_settings();
    other.visitor().opens("/").says("กรมตัวอย่าง");
}

#[test]
fn nobody_can_set_a_group_smaller_than_three() {
    let house = House::open();
    let admin = house.administrator();
    for k in ["2", "0", "-5", "101", "many", "๒"] {
        admin.fills_in("/admin/settings", &fields(&[("k", k)])).is(422).says("ใส่จำนวนตั้งแต่ 3 ถึง 100");
    }
    admin.fills_in("/admin/settings", &fields(&[("k", "๑๐")])).is(303);
    assert_eq!(admin.opens("/admin/settings").field("k"), "10");
}

#[test]
fn every_fault_of_the_form_is_named_at_once_and_nothing_is_saved() {
    let house = House::open();
    let admin = house.administrator();
    let page = admin.fills_in("/admin/settings", &fields(&[("name_thai", ""), ("k", "1"), ("retention", "1000")]));
    page.is(422).says("มี 3 จุดที่ต้องแก้").says("ใส่ชื่อหน่วยงานภาษาไทย").says("ใส่จำนวนเดือนตั้งแต่ 1 ถึง 120");
    assert_eq!(admin.opens("/admin/settings").field("k"), "5");
}

#[test]
fn without_english_pages_offer_no_other_language() {
    let house = House::open();
    let admin = house.administrator();
    admin.fills_in("/admin/settings", &fields(&[("offers_english", "")])).is(303);
    house.servers_read_settings();
    assert!(house.visitor().opens("/").addresses("/en").is_empty());
    assert!(!house.visitor().opens("/en/privacy").addresses("/privacy").is_empty(), "the way back is always open");
}

#[test]
fn a_logo_is_a_small_picture_and_nothing_else() {
    let house = House::open();
    let admin = house.administrator();
    let png = b"\x89PNG\r\n\x1a\n a small picture".to_vec();

    admin
        .uploads("/admin/settings", "/admin/settings/logo", "picture", "logo.png", b"<svg onload=alert(1)>")
        .is(422)
        .says("ไม่ใช่ภาพ");
    admin.uploads("/admin/settings", "/admin/settings/logo", "picture", "logo.png", &vec![0; 200_000]).is(422).says("ใหญ่เกิน");
    admin.uploads("/admin/settings", "/admin/settings/logo", "picture", "", b"").is(422).says("เลือกไฟล์ภาพก่อน");
    admin.uploads("/admin/settings", "/admin/settings/logo", "picture", "logo.png", &vec![0; 2_000_000]).is(413);
    house.visitor().opens("/logo").is(404);

    admin.uploads("/admin/settings", "/admin/settings/logo", "picture", "logo.png", &png).is(303);
    house.servers_read_settings();
    let front = house.visitor().opens("/");
    let address = front.body.split("<img class=\"mark\" src=\"").nth(1).unwrap().split('"').next().unwrap();
    let logo = house.visitor().opens(address);
    logo.is(200);
    assert_eq!(logo.header("content-type"), "image/png");
    assert_eq!(logo.header("x-content-type-options"), "nosniff");
    assert!(logo.header("cache-control").contains("immutable"));
    let older = house.visitor().opens("/logo?v=another");
    assert_eq!(older.header("cache-control"), "no-store", "under the name of another picture this one is not kept");

    let page = admin.opens("/admin/settings");
    admin.sends_multipart(&page, "/admin/settings/logo", &[("remove", "yes")]).is(303);
    house.visitor().opens("/logo").is(404);
}
