//! While a round is open nobody sees anything of what was answered, whoever they are and wherever they look.

use std::collections::{BTreeMap, BTreeSet};

use clearjai::{ids::SurveyId, web::at};

use super::scene::*;
use crate::{house::House, rounds::desk::*};

/// Files, another language, and a page that draws a new secret whenever it is opened.
const NOT_FOLLOWED: [&str; 3] = ["/en", "/assets/", "/account/second-factor"];

/// Addresses of results, whether a link leads there or not.
fn results(id: SurveyId) -> Vec<String> {
    let below =
        ["", "/items", "/units", "/compare", "/comments", "/file/csv", "/file/xlsx", "/file/json", "/file/docx", "/file/pdf"];
    let mut all: Vec<String> = below.iter().map(|below| at::results(id, below)).collect();
    all.extend([at::report(id), at::published(id), at::published_file(id), at::SCORES.to_owned(), at::YEARS.to_owned()]);
    all
}

/// Every page that anybody gets to by following links, and every address of results; without what is drawn anew
/// for every form.
fn all_that_is_seen(scene: &Scene) -> BTreeMap<(&'static str, String), String> {
    let mut seen = BTreeMap::new();
    for who in WHO {
        let visitor = scene.who(who);
        let starts = ["/".to_owned(), "/home".to_owned(), at::survey(scene.id), at::round(scene.id), at::participation(scene.id)];
        let mut known: BTreeSet<String> = starts.into_iter().chain(results(scene.id)).collect();
        let mut next: Vec<String> = known.iter().cloned().collect();
        while let Some(address) = next.pop() {
            let page = visitor.opens(&address);
            for link in page.addresses("/") {
                let link = link.replace("&amp;", "&").split('#').next().unwrap().to_owned();
                let is_other = NOT_FOLLOWED.iter().any(|other| link.starts_with(other));
                if !is_other && known.insert(link.clone()) {
                    next.push(link);
                }
            }
            let mut parts = page.body.split("name=\"key\" value=\"");
            let first = format!("{} {}", page.status, parts.next().unwrap());
            seen.insert((who, address), parts.fold(first, |all, part| all + part.split_once('"').unwrap().1));
        }
    }
    seen
}

#[test]
fn twenty_five_hand_in_and_no_page_file_or_address_changes_for_anybody() {
    let house = House::open();
    let scene = Scene::open(&house);
    comes(&house, 2, 10, 0);
    // Signing in may take time; what is due then is done before anybody looks.
    scene.is_awake();
    house.timetable_runs();
    let before = all_that_is_seen(&scene);
    scene.hands_in();
    house.timetable_runs();
    let after = all_that_is_seen(&scene);
    assert!(before.len() > 60, "{}", before.len());
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (place, was) in &before {
        let differs = was.split('>').zip(after[place].split('>')).find(|(was, is)| was != is);
        assert!(*was == after[place], "{place:?} changed while people handed in: {differs:?}");
    }
    // Nor is anything there that could tell a figure; where results are served, they say that it is too early.
    let id = scene.id;
    for address in results(id).iter().filter(|address| address.contains(&id.to_string())) {
        for who in ["coordinator", "viewer"] {
            let page = scene.who(who).opens(address);
            let says_when = page.status != 200 || page.text().contains("ปิดรับ");
            assert!(
                [200, 303, 404, 409].contains(&page.status) && says_when,
                "{address} for {who}: {} {}",
                page.status,
                page.text()
            );
        }
        for who in ["HR", "administrator"] {
            let page = scene.who(who).opens(address);
            let is_guarded = address.starts_with("/rounds");
            // What is for everybody says to everybody that it is too early.
            let is_told = [404, 409].contains(&page.status) || (page.status == 200 && page.text().contains("ปิดรับ"));
            assert!(if is_guarded { [403, 404].contains(&page.status) } else { is_told }, "{address} for {who}: {}", page.status);
        }
    }
    assert_eq!(scene.figures(), None);
    assert_eq!(house.wait_for(clearjai::results::settle_all(&house.rooms.db)).unwrap(), 0);
}
