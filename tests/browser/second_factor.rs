//! The second factor, from the picture with the code to signing in with it.

use std::time::Duration;

use clearjai::{
    accounts::Totp,
    clock::{Clock, Moment},
};

use crate::{
    axe,
    browser::Browser,
    screen::{DESKTOP, NARROW, Scheme},
    story::{shots, story, story_with_axe},
};

/// Switches it on for somebody who is signed in: the app, and the codes for a day without it.
async fn switch_on(browser: &Browser) -> (Totp, Vec<String>) {
    browser.open_page("/account/second-factor").await;
    let secret: String = browser.text("p.code").await.split_whitespace().collect();
    let app = Totp::from_text(&secret).expect("a secret that an app takes");
    send_code(browser, &app.code_at(now())).await;
    let codes = browser.ask("return [...document.querySelectorAll('.codes li')].map(it => it.textContent)").await;
    (app, codes)
}

async fn send_code(browser: &Browser, code: &str) {
    browser.fill_in("code", code).await;
    browser.turning_the_page(browser.click("main form button.btn")).await;
}

async fn sign_out(browser: &Browser) {
    browser.turning_the_page(browser.click("form.signout button")).await;
}

fn now() -> Moment {
    Clock::System.now()
}

/// The code of this half minute has been used; the next one is good already.
fn next_code(app: &Totp) -> String {
    app.code_at(now().plus(Duration::from_secs(30)))
}

#[test]
fn a_second_factor_is_switched_on_and_asked_for() {
    story("a_second_factor_is_switched_on_and_asked_for", async |house, browser| {
        let person = house.person("coordinator");
        browser.signs_in("/signin", person).await;
        browser.open_page("/account").await;
        browser.turning_the_page(browser.click("main a[href='/account/second-factor']")).await;

        let picture: (f64, f64, usize) = browser
            .ask(
                "const picture = document.querySelector('figure [role=img][aria-label] svg'), box = picture.getBoundingClientRect();
                return [box.width, box.height, picture.querySelector('path').getAttribute('d').split('M').length];",
            )
            .await;
        assert!(picture.0 >= 200.0 && picture.1 >= 200.0 && picture.2 > 100, "big enough to scan: {picture:?}");

        let (app, codes) = switch_on(browser).await;
        assert_eq!(codes.len(), 10, "{codes:?}");
        let digits = |code: &String| code.chars().filter(char::is_ascii_digit).count() == 10;
        assert!(codes.iter().all(digits), "{codes:?}");

        browser.turning_the_page(browser.click("main a.btn")).await;
        assert_eq!(browser.here().await, "/account");
        let first = codes.first().expect("a code");
        assert!(!browser.text("body").await.contains(first), "they are shown once");
        browser.open_page("/account/second-factor").await;
        assert_eq!(browser.here().await, "/account", "there is nothing to switch on any more");

        sign_out(browser).await;
        browser.signs_in("/signin", person).await;
        assert_eq!(browser.here().await, "/signin/code");
        browser.open_page("/home").await;
        assert_eq!(browser.here().await, "/signin", "a password alone opens nothing");

        browser.open_page("/signin/code").await;
        send_code(browser, "000000").await;
        assert_eq!(browser.count(".errsum").await, 1);
        send_code(browser, &next_code(&app)).await;
        assert_eq!(browser.here().await, "/home");

        sign_out(browser).await;
        browser.signs_in("/signin", person).await;
        send_code(browser, first).await;
        assert_eq!(browser.here().await, "/home", "a recovery code does it as well");

        sign_out(browser).await;
        browser.signs_in("/signin", person).await;
        send_code(browser, first).await;
        assert_eq!(browser.count(".errsum").await, 1, "but only once");
    });
}

#[test]
fn axe_finds_no_violation_on_the_way_through_the_second_step() {
    story_with_axe("axe_finds_no_violation_on_the_way_through_the_second_step", async |house, browser, axe| {
        let person = house.person("coordinator");
        browser.signs_in("/signin", person).await;
        switch_on(browser).await;
        look_at(browser, axe, "recovery-codes").await;
        browser.open_page("/account").await;
        look_at(browser, axe, "account-with-second-factor").await;
        sign_out(browser).await;
        browser.signs_in("/en/signin", person).await;
        look_at(browser, axe, "second-step").await;
        send_code(browser, "").await;
        look_at(browser, axe, "second-step-with-faults").await;
    });
}

async fn look_at(browser: &Browser, axe: &str, name: &str) {
    axe::bring(browser, axe).await;
    for (scheme, screen) in [(Scheme::Light, NARROW), (Scheme::Dark, DESKTOP)] {
        browser.scheme(scheme).await;
        browser.screen(screen).await;
        assert_eq!(axe::violations(browser).await, [""; 0], "{name} {scheme:?}");
        if let Some(folder) = shots() {
            browser.picture(&folder.join(format!("{name}-{}-{}.png", screen.width, scheme.name()))).await;
        }
    }
}
