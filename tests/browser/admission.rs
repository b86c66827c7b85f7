//! The open link in a real browser: it solves the challenge, is let in, and does not ask again.

use crate::{browser::Browser, house::House, pages::OPEN_LINK, story::story};

/// FIPS 180-4 and what needs two blocks; hashes checked with other tools.
const VECTORS: [(&str, &str); 5] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ),
    (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ),
    ("ใจ", "c17e6180186729558eb0eb33c50ad4937ea672113be896d14716676c78c82ff8"),
];

const HASHES: &str = "
    const done = arguments[0];
    import(document.querySelector('script[src*=admission]').src).then(it =>
        done(TEXTS.map(text => it.digest(text).map(word => (word >>> 0).toString(16).padStart(8, '0')).join(''))));";

/// Milliseconds for each of some challenges, and the longest time for which the page could do nothing else.
const SOLVES: &str = "
    const done = arguments[0];
    import(document.querySelector('script[src*=admission]').src).then(async it => {
        const times = [];
        let last = performance.now(), stuck = 0;
        const beat = setInterval(() => { const now = performance.now(); stuck = Math.max(stuck, now - last); last = now; }, 1);
        for (let at = 0; at < 8; at++) {
            const begun = performance.now();
            await it.solve({ challenge: 'challenge ' + at, bits: 14, parts: 8 });
            times.push(performance.now() - begun);
        }
        clearInterval(beat);
        done([times, stuck]);
    });";

const ASKED: &str =
    "return performance.getEntriesByType('resource').map(it => new URL(it.name).pathname).filter(it => it.startsWith('/api/'))";
const READY: &str = "return document.querySelector('[data-say=ready]')?.hidden === false";

#[test]
fn a_browser_solves_the_challenge_and_does_not_ask_twice() {
    story("a_browser_solves_the_challenge_and_does_not_ask_twice", async |house, browser| {
        let address = open_link(house, browser).await;
        browser.open_page(&address).await;
        browser.until(READY).await;
        assert_eq!(browser.ask::<Vec<String>>(ASKED).await.len(), 2, "a challenge and its answer");
        assert_eq!(browser.ask::<usize>("return Object.keys(localStorage).length").await, 1);
        browser.open_page(&address).await;
        browser.until(READY).await;
        assert_eq!(browser.ask::<Vec<String>>(ASKED).await, [""; 0], "it is kept");

        let texts: Vec<_> = VECTORS.iter().map(|(text, _)| *text).collect();
        let hashes: Vec<String> = browser.ask_and_wait(&HASHES.replace("TEXTS", &serde_json::json!(texts).to_string())).await;
        for ((text, expected), hash) in VECTORS.iter().zip(&hashes) {
            assert_eq!(hash, expected, "SHA-256 of {text:?}");
        }

        for slower in [1, 6] {
            browser.devtools("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": slower })).await;
            let (times, stuck): (Vec<f64>, f64) = browser.ask_and_wait(SOLVES).await;
            let mean = times.iter().sum::<f64>() / 8.0;
            println!("{slower} times slower: {mean:.0} ms on average, {stuck:.0} ms without a pause: {times:.0?}");
        }
        browser.devtools("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": 1 })).await;
    });
}

#[test]
fn without_scripts_the_page_says_what_is_needed() {
    story("without_scripts_the_page_says_what_is_needed", async |house, browser| {
        let address = open_link(house, browser).await;
        browser.without_scripts(true).await;
        browser.open_page(&address).await;
        assert!(browser.text("main").await.contains("JavaScript must be on"));
    });
}

/// The address of the demo's open link, in English.
async fn open_link(house: &House, browser: &Browser) -> String {
    browser.signs_in("/en/signin", house.person("coordinator")).await;
    browser.open_page("/en/rounds").await;
    format!("/en/o/{}", browser.id_behind(OPEN_LINK).await)
}
