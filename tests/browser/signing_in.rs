//! Everyone comes in and goes out again without touching the mouse.

use clearjai::language::Language;
use thirtyfour::prelude::Key;

use crate::{
    browser::Browser,
    house::SignIn,
    screen::{DESKTOP, PHONE},
    story::story,
};

#[test]
fn every_role_signs_in_and_out_with_the_keyboard_alone_on_a_phone_and_on_a_desktop() {
    story("every_role_signs_in_and_out_with_the_keyboard_alone_on_a_phone_and_on_a_desktop", async |house, browser| {
        assert_eq!(house.people().len(), 5, "one for each role");
        for screen in [PHONE, DESKTOP] {
            browser.screen(screen).await;
            for language in Language::ALL {
                for person in house.people() {
                    comes_and_goes(browser, language, person).await;
                }
            }
        }
    });
}

#[test]
fn a_new_password_can_be_looked_at_while_it_is_typed_and_is_sent_hidden() {
    story("a_new_password_can_be_looked_at_while_it_is_typed_and_is_sent_hidden", async |house, browser| {
        browser.signs_in("/en/signin", &house.people()[0]).await;
        browser.open_page("/en/account").await;
        browser.fill_in("password", "something longer than before").await;
        let kind = "return document.getElementById('password').type";
        assert_eq!(browser.ask::<String>(kind).await, "password");
        for (said, then) in [("Hide the password", "text"), ("Show the password", "password"), ("Hide the password", "text")] {
            browser.click("button[data-show]").await;
            assert_eq!(browser.ask::<String>(kind).await, then);
            assert_eq!(browser.text("button[data-show]").await, said);
        }

        // Whoever sends it while it is seen leaves nothing to be seen, nor to be offered as a text by the browser.
        let sent = "const field = document.getElementById('password');
            field.form.addEventListener('submit', () => sessionStorage.setItem('sent-as', field.type));";
        browser.ask::<serde_json::Value>(sent).await;
        browser.turning_the_page(browser.click("section[aria-labelledby=change-password] .btn")).await;
        assert_eq!(browser.ask::<String>("return sessionStorage.getItem('sent-as')").await, "password");
        assert_eq!(browser.ask::<String>(kind).await, "password");
    });
}

async fn comes_and_goes(browser: &Browser, language: Language, person: &SignIn) {
    let (here, there) = (language.prefix(), language.other().prefix());
    browser.open_page(&format!("{here}/signin")).await;
    for stop in [
        "#main".to_owned(),
        format!("{here}/"),
        format!("{there}/signin"),
        "#email".to_owned(),
        "#password".to_owned(),
        format!("post {here}/signin"),
        format!("{here}/forgotten"),
        format!("{here}/privacy"),
        format!("{here}/accessibility"),
        format!("{here}/contact"),
    ] {
        let focus = browser.tab().await.unwrap_or_default();
        assert_eq!(focus.on, stop, "in the order of the page");
        focus.must_be_clear();
        match stop.as_str() {
            "#email" => browser.types(&*person.email).await,
            "#password" => browser.types(&*person.password).await,
            _ => {}
        }
    }
    // Back up to the password; Enter there sends the form.
    browser.tab_back_to("#password").await;
    browser.turning_the_page(browser.types(Key::Enter)).await;
    assert_eq!(browser.here().await, format!("{here}/home"), "{} is in", person.email);

    browser.tab_to(&format!("{here}/account")).await;
    browser.turning_the_page(browser.types(Key::Enter)).await;
    assert_eq!(browser.here().await, format!("{here}/account"));

    browser.tab_to(&format!("post {here}/signout")).await;
    browser.turning_the_page(browser.types(Key::Enter)).await;
    assert_eq!(browser.here().await, format!("{here}/signin?done=signed-out"));
    browser.open_page(&format!("{here}/home")).await;
    assert_eq!(browser.here().await, format!("{here}/signin"), "{} is out", person.email);
}
