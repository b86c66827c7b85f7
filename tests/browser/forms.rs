//! Forms that come back with faults, and forms that are sent twice.

use clearjai::language::Language;
use thirtyfour::prelude::Key;

use crate::{browser::Browser, pages, story::story};

/// Nothing before it but the line that is printed on paper.
const COMES_FIRST: &str = "
    const seen = [...document.querySelectorAll('main > div > *')].filter(it => getComputedStyle(it).display !== 'none');
    return seen[0].matches('.errsum[role=alert]');";

/// Links in the summary that lead to nothing one can fill in.
const LEADS_NOWHERE: &str = "
    return [...document.querySelectorAll('.errsum a')].map(link => link.getAttribute('href'))
        .filter(href => !document.querySelector(href)?.matches('input, textarea, select'));";

#[test]
fn the_summary_of_faults_takes_the_focus_and_leads_to_the_fields() {
    story("the_summary_of_faults_takes_the_focus_and_leads_to_the_fields", async |house, browser| {
        for page in pages::with_faults() {
            for language in Language::ALL {
                page.visit(house, browser, language).await;
                let name = page.name_in(language);
                browser.until("return document.activeElement.matches('.errsum')").await;
                assert!(browser.ask::<bool>(COMES_FIRST).await, "{name}: the summary comes first");
                let focus = browser.focus().await.unwrap_or_default();
                assert!(focus.ring >= 3.0, "{name}: {focus:?}");
                assert_eq!(browser.ask::<Vec<String>>(LEADS_NOWHERE).await, [""; 0], "{name}");
                assert!(
                    browser.ask::<bool>("return /^(มีข้อที่ต้องแก้|To correct)/.test(document.title.replace(/\\u2060/g, ''))").await,
                    "{name}"
                );

                let link = browser.tab().await.unwrap_or_default();
                browser.types(Key::Enter).await;
                browser.until("return document.activeElement.matches('input, textarea, select')").await;
                assert_eq!(browser.focus().await.unwrap_or_default().on, link.on, "{name}: the link leads to its field");
            }
        }
    });
}

#[test]
fn the_summary_of_faults_comes_first_without_scripts() {
    story("the_summary_of_faults_comes_first_without_scripts", async |house, browser| {
        browser.without_scripts(true).await;
        for page in pages::with_faults() {
            for language in Language::ALL {
                page.visit(house, browser, language).await;
                let name = page.name_in(language);
                assert!(browser.ask::<bool>(COMES_FIRST).await, "{name}: the summary comes first");
                assert!(
                    !browser.ask::<bool>("return document.activeElement.matches('.errsum')").await,
                    "{name}: scripts are off"
                );
            }
        }
    });
}

#[test]
fn two_clicks_on_send_the_invitation_invite_once() {
    story("two_clicks_on_send_the_invitation_invite_once", async |house, browser| {
        browser.signs_in("/en/signin", house.administrator()).await;

        somebody_new(browser, "Two Clicks", "clicks@demo.clearjai.example").await;
        browser.turning_the_page(browser.double_click("main form button.btn")).await;
        browser.until("return location.search === '?done=invited'").await;

        // A hand is slow, and a browser may hold the second one back: two requests at the same moment.
        somebody_new(browser, "Two Requests", "requests@demo.clearjai.example").await;
        let led_to: Vec<String> = browser
            .ask_and_wait(
                "const done = arguments[0], form = document.querySelector('main form');
                for (const box of form.querySelectorAll('#roles')) box.checked = true;
                const send = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
                Promise.all([send(), send()]).then(answers => done(answers.map(it => new URL(it.url).search)));",
            )
            .await;
        assert_eq!(led_to, ["?done=invited"; 2], "both are led to where the first one led");

        browser.open_page("/en/admin/people").await;
        assert_eq!(browser.count("tbody tr").await, house.people().len() + 2);
        browser.open_page("/en/admin/log").await;
        let diary = browser.text("main tbody").await;
        assert_eq!(diary.matches("Invited Two ").count(), 2, "{diary}");

        for email in ["clicks@demo.clearjai.example", "requests@demo.clearjai.example"] {
            gets_one_letter(house, email).await;
        }
    });
}

async fn somebody_new(browser: &Browser, name: &str, email: &str) {
    browser.open_page("/en/admin/people/new").await;
    browser.fill_in("name", name).await;
    browser.fill_in("email", email).await;
    browser.click("label[for=roles]").await;
}

/// The courier goes every two seconds.
async fn gets_one_letter(house: &crate::house::House, email: &str) {
    let to_them = || house.letters().iter().filter(|letter| letter.contains(&format!("To: {email}"))).count();
    for _ in 0..100 {
        if to_them() > 0 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    // Long enough for one more round, which must bring no more.
    tokio::time::sleep(std::time::Duration::from_millis(2_500)).await;
    assert_eq!(to_them(), 1, "letters to {email}");
}
