//! A fault planted for each check, which the check must find.

use serde_json::Value;

use crate::{
    aria, axe,
    focus::Focus,
    layout,
    screen::NARROW,
    story::{story, story_with_axe},
};

#[test]
fn axe_finds_a_field_without_a_label() {
    story_with_axe("axe_finds_a_field_without_a_label", async |_, browser, axe| {
        browser.open_page("/signin").await;
        axe::bring(browser, axe).await;
        assert_eq!(axe::violations(browser).await, [""; 0]);
        browser.ask::<Value>("document.querySelector('label').remove()").await;
        let found = axe::violations(browser).await;
        assert!(found.iter().any(|it| it.starts_with("label ") && it.contains("#email")), "{found:?}");

        browser.open_page("/signin").await;
        axe::bring(browser, axe).await;
        browser.ask::<Value>("document.querySelector('.muted').style.color = '#bbb'").await;
        let found = axe::violations(browser).await;
        assert!(found.iter().any(|it| it.starts_with("color-contrast ")), "{found:?}");
    });
}

#[test]
fn what_is_too_wide_is_found() {
    story("what_is_too_wide_is_found", async |_, browser| {
        browser.screen(NARROW).await;
        for fault in [
            "document.querySelector('h1').style.width = '400px'",
            "document.querySelector('h1').style.whiteSpace = 'nowrap'; document.querySelector('h1').textContent = 'x'.repeat(80)",
            "const it = document.querySelector('h1').style; it.overflow = 'hidden'; it.width = '20px'; it.whiteSpace = 'nowrap'",
        ] {
            browser.open_page("/signin").await;
            assert_eq!(layout::faults(browser).await, [""; 0]);
            browser.ask::<Value>(fault).await;
            assert!(!layout::faults(browser).await.is_empty(), "{fault}");
        }
    });
}

#[test]
fn a_focus_without_a_ring_is_found() {
    story("a_focus_without_a_ring_is_found", async |_, browser| {
        browser.open_page("/signin").await;
        browser.ask::<Value>("document.querySelector('.brand').style.outline = 'none'").await;
        browser.tab().await.expect("the first stop").must_be_clear();
        assert!(browser.tab().await.is_some_and(|brand| brand.ring == 0.0));
        browser
            .ask::<Value>("const it = document.querySelector('#email').style; it.position = 'absolute'; it.left = '-999em'")
            .await;
        browser.tab().await.expect("the language").must_be_clear();
        assert!(browser.tab().await.is_some_and(|email| email.on == "#email" && !email.is_seen));
        browser.ask::<Value>("document.querySelector('form .field + .field').style.overflow = 'hidden'").await;
        assert!(browser.tab().await.is_some_and(|password| password.on == "#password" && password.is_seen && password.is_cut));
    });
}

#[test]
fn among_all_stops_of_the_tab_key_one_without_a_ring_is_found_and_one_that_is_left_out_is_missed() {
    story("among_all_stops_of_the_tab_key_one_without_a_ring_is_found", async |_, browser| {
        browser.open_page("/signin").await;
        let whole = browser.stops_of_tab(30).await;
        assert!(whole.len() > 4 && whole.iter().all(Focus::is_clear), "{whole:?}");
        assert_eq!(browser.stops_of_tab(30).await, whole, "asked again it is the same");

        browser.ask::<Value>("document.querySelector('#email').style.outline = 'none'").await;
        let unclear: Vec<_> = browser.stops_of_tab(30).await.into_iter().filter(|focus| !focus.is_clear()).collect();
        assert!(matches!(&unclear[..], [email] if email.on == "#email" && email.ring == 0.0), "{unclear:?}");

        browser.ask::<Value>("document.querySelector('#password').tabIndex = -1").await;
        let stops = browser.stops_of_tab(30).await;
        assert_eq!(stops.len(), whole.len() - 1);
        assert!(stops.iter().all(|focus| focus.on != "#password"), "{stops:?}");
    });
}

#[test]
fn a_name_that_is_missing_is_missing_in_the_tree() {
    story("a_name_that_is_missing_is_missing_in_the_tree", async |_, browser| {
        browser.open_page("/en/signin").await;
        let before = aria::tree(browser).await;
        assert!(before.contains("heading \"Sign in\" level=1") && before.contains("textbox \"E-mail\""), "{before}");
        browser.ask::<Value>("document.querySelector('label').remove()").await;
        assert!(!aria::tree(browser).await.contains("textbox \"E-mail\""));
    });
}

#[test]
fn what_the_content_policy_forbids_is_complained_about() {
    story("what_the_content_policy_forbids_is_complained_about", async |_, browser| {
        browser.open_page("/signin").await;
        assert_eq!(browser.complaints().await, [""; 0]);
        browser.ask::<Value>("document.querySelector('h1').setAttribute('style', 'color: red')").await;
        let complaints = browser.complaints().await;
        assert!(complaints.iter().any(|it| it.contains("Content Security Policy")), "{complaints:?}");
    });
}
