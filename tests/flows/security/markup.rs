//! What somebody wrote, or put into an address, is text on every page.

use super::ways::{NASTY, NASTY_IN_ADDRESSES, everybody, has_no_markup_of_theirs, leads_home, nasty, plausible, reached, ways};
use crate::{campaigns::scene::Scene, house::House};

#[test]
fn what_stands_in_an_address_is_never_markup() {
    let house = House::open();
    let all = everybody(&house);
    let names = ["to", "done", "q", "page", "unit", "topic", "state", "order", "year", "from", "kind", "back", "group"];
    let query = names.map(|name| format!("{name}={NASTY_IN_ADDRESSES}")).join("&");
    for way in ways(&plausible).into_iter().chain(ways(&nasty)).filter(|way| way.is_read) {
        for visitor in &all {
            let page = visitor.opens(&format!("{}?{query}", way.address));
            has_no_markup_of_theirs(&page);
            leads_home(&page);
            assert!(page.status < 500, "{}: {}", page.address, page.text());
        }
    }
}

#[test]
fn names_of_people_units_rounds_and_the_department_are_text_wherever_they_stand() {
    let house = House::open();
    let scene = Scene::open(&house);
    house.courier_runs();
    // As somebody would who got around every form.
    let text = NASTY.replace('\'', "''");
    for (table, columns) in [
        ("people", &["name"][..]),
        ("units", &["name_thai", "name_english"]),
        ("strata", &["name_thai", "name_english"]),
        ("surveys", &["name_thai", "name_english"]),
        ("accounts", &["name"]),
        ("holidays", &["name_thai", "name_english"]),
        ("department", &["name_thai", "name_english", "contact_thai", "contact_english"]),
        ("diary", &["actor_name", "subject"]),
        ("instruments", &["title_thai", "title_english"]),
    ] {
        let set: Vec<String> = columns.iter().map(|column| format!("{column} = '{text}'")).collect();
        house.place().in_the_register(&format!("UPDATE {table} SET {}", set.join(", ")));
    }
    house.wait_for(clearjai::department::hang(&house.rooms.db, &house.rooms.sign, &house.rooms.strictness)).unwrap();
    let mut shown = 0;
    scene.is_awake();
    for visitor in [&scene.admin, &scene.coordinator, &scene.hr] {
        let pages = reached(visitor, &["/home".to_owned(), "/en/home".to_owned(), clearjai::web::at::round(scene.id)]);
        for page in pages.values() {
            has_no_markup_of_theirs(page);
            leads_home(page);
            shown += page.body.matches("&lt;script&gt;alert(1)").count();
        }
    }
    assert!(shown > 50, "the names were shown {shown} times only");
}
