//! Forms that we did not draw for whoever sends them: none does anything, at any address.

use std::collections::BTreeSet;

use super::ways::{everybody, leads_home, plausible, reached, ways};
use crate::{campaigns::scene::Scene, house::House};

/// What nobody's cookie is asked for, so that there is nothing to be done in anybody's name: answers, the clinic, phones
/// at a session, programs. Each has stories of its own.
fn has_no_cookie_to_misuse(address: &str) -> bool {
    let address = address.strip_prefix("/en").unwrap_or(address);
    ["/t", "/c", "/live", "/api"].iter().any(|begin| address == *begin || address.starts_with(&format!("{begin}/")))
        || address.starts_with("/clinic/")
        || (address.starts_with("/surveys/") && address.contains("/replace"))
}

#[test]
fn no_form_without_a_key_does_anything_at_any_address_whoever_sends_it() {
    let house = House::open();
    let all = everybody(&house);
    let before = house.place().all_rows();
    for way in ways(&plausible).into_iter().filter(|way| way.is_sent && !has_no_cookie_to_misuse(&way.address)) {
        for visitor in &all {
            let answer = visitor.posts(&way.address, &[("name", "x"), ("do", "save"), ("sure", "yes"), ("key", "AAAA")]);
            let is_refused = [400, 403, 404, 410, 413, 422].contains(&answer.status);
            let is_asked_to_sign_in = answer.status == 303 && answer.leads_to().contains("sign");
            let owes_a_second_factor = answer.status == 303 && answer.leads_to().ends_with("/account/second-factor");
            assert!(
                is_refused || is_asked_to_sign_in || owes_a_second_factor,
                "{} took a form that is nobody's: {} {}",
                way.address,
                answer.status,
                answer.header("location")
            );
            leads_home(&answer);
        }
    }
    let after = house.place().all_rows();
    for (table, rows) in &before {
        // When somebody was here last is noted; nothing else is.
        if table != "register.sessions" {
            assert_eq!(rows, &after[table], "{table} was changed by forms without a key");
        }
    }
}

#[test]
fn no_form_that_stands_on_a_page_is_taken_with_the_key_of_somebody_else() {
    let house = House::open();
    let scene = Scene::open(&house);
    house.courier_runs();
    let other = house.visitor().opens("/signin").field("key");
    let mut tried = 0;
    for visitor in [&scene.admin, &scene.coordinator, &scene.hr] {
        scene.is_awake();
        let pages = reached(visitor, &["/home".to_owned(), clearjai::web::at::round(scene.id)]);
        let forms: BTreeSet<String> = pages
            .values()
            .flat_map(|page| page.body.split("method=\"post\" action=\"").skip(1).filter_map(|rest| rest.split('"').next()))
            .filter(|address| !has_no_cookie_to_misuse(address))
            .map(ToOwned::to_owned)
            .collect();
        for address in forms {
            for key in ["", other.as_str()] {
                let answer = visitor.posts(&address, &[("key", key), ("name", "x"), ("do", "save"), ("sure", "yes")]);
                assert!([400, 403, 404, 413, 422].contains(&answer.status), "{address}: {} {}", answer.status, answer.text());
                tried += 1;
            }
        }
    }
    assert!(tried > 40, "only {tried} forms were found");
}
