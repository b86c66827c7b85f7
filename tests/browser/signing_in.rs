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
fn a_password_can_be_looked_at_while_it_is_typed_and_is_sent_hidden() {
    story("a_password_can_be_looked_at_while_it_is_typed_and_is_sent_hidden", async |house, browser| {
        let person = &house.people()[0];
        browser.open_page("/en/signin").await;
        browser.fill_in("email", &person.email).await;
        browser.fill_in("password", &person.password).await;
        let kind = "return document.getElementById('password').type";
        assert_eq!(browser.ask::<String>(kind).await, "password");
        browser.click("button[data-show]").await;
        assert_eq!(browser.ask::<String>(kind).await, "text");
        assert_eq!(browser.text("button[data-show]").await, "Hide the password");
        browser.click("button[data-show]").await;
        assert_eq!(browser.ask::<String>(kind).await, "password");

        // Whoever sends it while it is seen leaves nothing to be seen, nor to be offered as a text by the browser.
        browser.click("button[data-show]").await;
        let sent = "const field = document.getElementById('password');
            field.form.addEventListener('submit', () => sessionStorage.setItem('sent-as', field.type));";
        browser.ask::<serde_json::Value>(sent).await;
        browser.turning_the_page(browser.click("form .btn")).await;
        assert_eq!(browser.here().await, "/en/home");
        assert_eq!(browser.ask::<String>("return sessionStorage.getItem('sent-as')").await, "password");
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
        match language {
            Language::Thai => "[แสดงรหัสผ่าน]".to_owned(),
            Language::English => "[Show the password]".to_owned(),
        },
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
