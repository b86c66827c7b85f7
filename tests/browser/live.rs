//! Live questions in a real browser: what others do is seen as it happens, and what is typed here stays.

use crate::{browser::Browser, house::House, story::story};

/// Somebody with another browser says "me too" to the last question of the list, or does a step as the host.
const ANOTHER_PRESSES: &str = "
    const done = arguments[0];
    const last = document.querySelector('[data-live-list]').lastElementChild.dataset.id;
    (async () => {
        const page = new DOMParser().parseFromString(
            await (await fetch(location.pathname, { credentials: 'omit' })).text(), 'text/html');
        const fields = new URLSearchParams(new FormData(page.querySelector('[data-live-votes]')));
        fields.set('vote', last);
        await fetch(location.pathname, { method: 'POST', body: fields, credentials: 'omit', redirect: 'manual' });
        done(last);
    })();";

const FIRST: &str = "return document.querySelector('[data-live-list]').firstElementChild.dataset.id";
const PHONE: &str = "a[href*='/live/']:not([href*='/desk/']):not([href$='/screen'])";

#[test]
fn questions_rise_while_somebody_types_and_nothing_typed_is_lost() {
    story("questions_rise_while_somebody_types_and_nothing_typed_is_lost", async |house, browser| {
        let host = leads(house, browser).await;
        browser.turning_the_page(browser.click(PHONE)).await;
        browser.click("textarea").await;
        browser.types("half a question").await;
        let last: String = browser.ask_and_wait(ANOTHER_PRESSES).await;
        let of_last = format!("document.querySelector('[data-id=\"{last}\"] [data-live-count]').textContent");
        browser.until(&format!("return {of_last} === '2'")).await;
        for _ in 0..3 {
            let _last: String = browser.ask_and_wait(ANOTHER_PRESSES).await;
        }
        assert_eq!(browser.ask::<String>("return document.querySelector('textarea').value").await, "half a question");
        assert_eq!(browser.ask::<String>("return document.activeElement.tagName").await, "TEXTAREA");

        // A press stays on the page, and the button keeps the focus while its question rises.
        browser.ask::<()>("document.documentElement.dataset.same = 'yes'").await;
        browser.click("[data-live-list] li:last-child button").await;
        browser.until("return document.querySelector('[data-live-list] [aria-pressed=true]') !== null").await;
        let mine: String = browser.ask("return document.querySelector('[aria-pressed=true]').value").await;
        for _ in 0..4 {
            browser
                .ask::<()>(&format!("const it = document.querySelector('[data-id=\"{mine}\"]'); it.parentElement.append(it)"))
                .await;
            let _mine: String = browser.ask_and_wait(ANOTHER_PRESSES).await;
        }
        browser.ask::<()>(&format!("document.querySelector('[data-id=\"{mine}\"] button').focus()")).await;
        browser.until(&format!("{FIRST} === '{mine}'")).await;
        assert_eq!(browser.ask::<String>("return document.activeElement.value").await, mine);
        assert_eq!(browser.ask::<String>("return document.documentElement.dataset.same").await, "yes");
        browser.ask::<()>("document.querySelector('[aria-pressed=true]').click()").await;
        browser.until("return document.querySelector('[aria-pressed=true]') === null").await;

        // It ends, and what was typed is still there.
        browser.ask_and_wait::<bool>(&ENDS.replace("HOST", &host)).await;
        browser.until("return !document.querySelector('[data-live-ended]').hidden").await;
        assert_eq!(browser.ask::<String>("return document.querySelector('textarea').value").await, "half a question");
        browser.turning_the_page(browser.click("form:not([data-live-votes]) button.btn")).await;
        assert!(browser.text("main").await.contains("half a question"));
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

/// By the host, who is signed in in the same browser.
const ENDS: &str = "
    const done = arguments[0];
    (async () => {
        const page = new DOMParser().parseFromString(await (await fetch('HOST/end')).text(), 'text/html');
        const form = page.querySelector('main form');
        const answer = await fetch('HOST/end', { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
        done(answer.type === 'opaqueredirect');
    })();";

#[test]
fn the_wall_and_the_host_see_a_question_come_without_touching_anything() {
    story("the_wall_and_the_host_see_a_question_come_without_touching_anything", async |house, browser| {
        let host = leads(house, browser).await;
        let waiting = "document.querySelectorAll('[aria-labelledby=waiting] li').length";
        assert_eq!(browser.ask::<usize>(&format!("return {waiting}")).await, 1);
        let room: String = browser.ask(&format!("return document.querySelector(\"{PHONE}\").getAttribute('href')")).await;
        browser.ask::<()>("document.documentElement.dataset.same = 'yes'").await;
        browser.ask_and_wait::<bool>(&ASKS.replace("ROOM", &room)).await;
        browser.until(&format!("return {waiting} === 2")).await;
        assert_eq!(browser.ask::<String>("return document.documentElement.dataset.same").await, "yes");

        browser.open_page(&format!("{room}/screen")).await;
        let before = browser.text("[data-live-now]").await;
        browser.ask_and_wait::<bool>(&NEXT.replace("HOST", &host)).await;
        browser
            .until(&format!("return document.querySelector('[data-live-now]').textContent !== {}", serde_json::json!(before)))
            .await;
        assert!(browser.count(".wall svg").await == 1 && browser.count(".wall button").await == 0);
    });
}

const ASKS: &str = "
    const done = arguments[0];
    (async () => {
        const page = new DOMParser().parseFromString(await (await fetch('ROOM', { credentials: 'omit' })).text(), 'text/html');
        const fields = new URLSearchParams(new FormData(page.querySelector('form:not([data-live-votes])')));
        fields.set('text', 'From another phone?');
        const answer = await fetch('ROOM', { method: 'POST', body: fields, credentials: 'omit', redirect: 'manual' });
        done(answer.type === 'opaqueredirect');
    })();";

const NEXT: &str = "
    const done = arguments[0];
    (async () => {
        const page = new DOMParser().parseFromString(await (await fetch('HOST')).text(), 'text/html');
        const fields = new URLSearchParams(new FormData(page.querySelector('#live-host form')));
        fields.set('next', 'yes');
        const answer = await fetch('HOST', { method: 'POST', body: fields, redirect: 'manual' });
        done(answer.type === 'opaqueredirect');
    })();";

#[test]
fn without_scripts_a_phone_asks_presses_and_watches() {
    story("without_scripts_a_phone_asks_presses_and_watches", async |house, browser| {
        leads(house, browser).await;
        browser.turning_the_page(browser.click(PHONE)).await;
        let room = browser.here().await;
        browser.without_scripts(true).await;
        browser.open_page(&room).await;
        assert!(browser.text("main").await.contains("Scripts are off"));
        browser.click("[data-live-list] li:last-child button").await;
        browser.open_page(&room).await;
        assert_eq!(browser.count("[data-live-list] [aria-pressed=true]").await, 1);
        browser.open_page(&format!("{room}?watch=yes")).await;
        assert!(browser.count("textarea").await == 0 && browser.text("main").await.contains("every 10 seconds"));
        browser.without_scripts(false).await;
    });
}

/// Signs in as the desk and opens the page of the demo's room, in English. Says its address.
async fn leads(house: &House, browser: &Browser) -> String {
    browser.signs_in("/en/signin", house.person("desk")).await;
    browser.open_page("/en/desk/live").await;
    browser.turning_the_page(browser.click("a[href*='/desk/live/']")).await;
    browser.here().await
}
