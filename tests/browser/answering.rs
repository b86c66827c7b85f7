//! Answering and handing in, against doors that a test keeps in the page: what people see while a network fails, a
//! page is loaded again, a receipt is used.

use clearjai::web::assets;
use thirtyfour::prelude::Key;

use crate::{browser::Browser, story::story};

const PAGE: &str = include_str!("answering.html");
const DOORS: &str = include_str!("answering.js");
const BYTES: &str = assets::url("bytes.js");
const RECEIPTS: &str = assets::url("receipt.js");

const RECEIPT: &str = "return document.querySelector('[data-receipt]').textContent";
const SHOWN: &str =
    "return [...document.querySelectorAll('[data-page]')].filter(it => !it.hidden).map(it => it.dataset.page).join()";
const SAYS: &str = "return [...document.querySelectorAll('[data-page=sending] [data-say]')].filter(it => !it.hidden).map(it => it.dataset.say).join()";
const ERRORS: &str = "return [...document.querySelectorAll('[data-fault] a, .errsum h2')].map(it => it.textContent).join('|')";
const READ: &str =
    "return [...document.querySelectorAll('[data-read]:not([hidden]) [data-answer]')].map(it => it.textContent).join('|')";
const FOCUS: &str = "return (({ id, className, tagName }) => id || className || tagName)(document.activeElement)";
const KEPT: &str = "return Object.keys({ ...sessionStorage, ...localStorage }).filter(it => it.startsWith('clearjai'))\
                     .map(it => it.split(' ')[1]).sort().join()";
const BALLOTS: &str = "return Object.keys(fake.keep('urn')).length";

/// Somebody at the page of a link, with nothing but what the browser kept.
async fn opens(browser: &Browser, link: &str, mode: &str, hash: &str) {
    browser.open_page(&format!("/en/?{link}{hash}")).await;
    comes_back(browser, link, mode).await;
}

async fn comes_back(browser: &Browser, link: &str, mode: &str) {
    let page = serde_json::json!(PAGE.replace("LINK", link).replace("MODE", mode));
    let script = format!(
        "const done = arguments[0];
         (async () => {{
            document.querySelector('main').innerHTML = {page};
            const bytes = await import('{BYTES}');
            {DOORS}
            await import('{}');
         }})().then(() => done(''), fault => done('failed: ' + fault));",
        assets::ANSWER
    );
    assert_eq!(browser.ask_and_wait::<String>(&script).await, "");
}

async fn reloads(browser: &Browser, link: &str, mode: &str) {
    browser.turning_the_page(async { browser.driver.refresh().await.expect("the page reloads") }).await;
    comes_back(browser, link, mode).await;
}

async fn ask(browser: &Browser, script: &str) -> String {
    browser.ask(script).await
}

/// What is pressed stands on the page that is shown.
async fn presses(browser: &Browser, what: &str) {
    browser.click(&format!("[data-page]:not([hidden]) [data-go={what}]")).await;
}

async fn is_at(browser: &Browser, page: &str) {
    browser.until(&SHOWN.replace("join()", &format!("join() === '{page}'"))).await;
}

async fn says(browser: &Browser, what: &str) {
    browser.until(&SAYS.replace("join()", &format!("join() === '{what}'"))).await;
}

/// Both pages that everybody sees.
async fn answers(browser: &Browser) {
    browser.click("#i1-1").await;
    browser.click("#i2\\.a-2").await;
    presses(browser, "next").await;
    is_at(browser, "3").await;
    browser.click("#i4-1").await;
    presses(browser, "next").await;
    is_at(browser, "check").await;
}

#[test]
fn what_is_missing_is_said_and_what_is_hidden_is_not_asked() {
    story("what_is_missing_is_said_and_what_is_hidden_is_not_asked", async |_, browser| {
        opens(browser, "L1", "hand_in", "#check").await;
        assert_eq!(ask(browser, SHOWN).await, "1", "nobody is further than their answers");
        presses(browser, "next").await;
        assert_eq!(
            ask(browser, ERRORS).await,
            "2 answers missing|Choose an answer to question 1|Choose an answer to question 2.1"
        );
        assert_eq!(ask(browser, FOCUS).await, "errsum");
        assert_eq!(ask(browser, "return document.title").await, "To correct: First");
        let fault = "return document.getElementById('i1-q').getAttribute('aria-describedby')";
        assert_eq!(ask(browser, fault).await, "i1-fault");
        browser.click(".errsum a").await;
        assert_eq!(ask(browser, FOCUS).await, "i1-1");

        browser.click("#i1-2").await;
        browser.click("#i2\\.a-1").await;
        presses(browser, "next").await;
        is_at(browser, "2").await;
        assert_eq!(ask(browser, FOCUS).await, "H1");
        assert_eq!(ask(browser, "return document.title + location.hash").await, "Second#2");
        browser.click("#i3-1").await;
        browser.types("๑,๒๐๐".to_owned() + Key::Enter).await;
        browser.until("return document.activeElement.className === 'errsum'").await;
        assert_eq!(ask(browser, ERRORS).await, "1 to correct|Question 3: from 0 to 100");
        assert_eq!(ask(browser, "return document.getElementById('i3-1').getAttribute('aria-invalid')").await, "true");
        browser.fill_in("i3-1", "๑๒.๕๐").await;
        browser.types(Key::Enter).await;
        is_at(browser, "3").await;
        assert!(browser.ask::<bool>("return document.getElementById('i5-q').hidden").await, "a number was given");
        for choice in ["#i4-1", "#i4-2", "#i4-3"] {
            browser.click(choice).await;
        }
        presses(browser, "next").await;
        assert_eq!(ask(browser, ERRORS).await, "1 to correct|Question 4: choose at most 2");
        browser.click("#i4-2").await;
        presses(browser, "next").await;
        is_at(browser, "check").await;
        assert_eq!(ask(browser, READ).await, "Much|Little|๑๒.๕๐ baht|ApplesCheese");

        browser.click("[data-read=i1] a").await;
        is_at(browser, "1").await;
        assert_eq!(ask(browser, FOCUS).await, "i1-1");
        presses(browser, "next").await;
        is_at(browser, "check").await;
        browser.driver.back().await.expect("a page before");
        is_at(browser, "1").await;
        browser.click("#i1-1").await;
        reloads(browser, "L1", "hand_in").await;
        assert_eq!(ask(browser, SHOWN).await, "1", "the same place, with the same answers");
        presses(browser, "next").await;
        is_at(browser, "3").await;
        browser.click("#i5-1").await;
        browser.types("first\nsecond".to_owned()).await;
        presses(browser, "next").await;
        is_at(browser, "check").await;
        assert_eq!(ask(browser, READ).await, "Littlehardly ever|Little|ApplesCheese|firstsecond", "the number is hidden again");
        assert!(browser.ask::<bool>("return document.getElementById('part-2').hidden").await);
        assert!(browser.ask::<bool>("return document.querySelector('[data-reversed-note]').hidden").await);
        assert_eq!(ask(browser, "return fake.asked.join()").await, "", "nothing was sent");
        assert_eq!(ask(browser, KEPT).await, "answers");
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

#[test]
fn a_ballot_gets_in_once_whatever_is_lost_on_the_way() {
    story("a_ballot_gets_in_once_whatever_is_lost_on_the_way", async |_, browser| {
        for (link, lost) in [("A1", "credentials"), ("A2", "ballots")] {
            opens(browser, link, "hand_in", "").await;
            answers(browser).await;
            let before: usize = browser.ask(BALLOTS).await;
            ask(browser, &format!("fake.lose = '{lost}'; return ''")).await;
            presses(browser, "send").await;
            says(browser, "waiting").await;
            assert_eq!(ask(browser, KEPT).await, "answers,hand-in");
            // Another page now, with another network.
            reloads(browser, link, "hand_in").await;
            is_at(browser, "sent").await;
            assert_eq!(browser.ask::<usize>(BALLOTS).await, before + 1, "{lost}");
            assert_eq!(ask(browser, KEPT).await, "");
            let receipt = ask(browser, RECEIPT).await;
            assert!(receipt.split(' ').count() == 6 && receipt.replace(' ', "").len() == 24, "{receipt}");
            assert_eq!(ask(browser, "return document.title + location.hash").await, "Sent#sent");
            assert!(!browser.ask::<bool>("return document.getElementById('i1-1').checked").await, "nothing is left in the form");
            reloads(browser, link, "hand_in").await;
            says(browser, "already_collected").await;
        }
    });
}

#[test]
fn a_network_that_comes_back_is_used_at_once_and_door_two_hears_no_link() {
    story("a_network_that_comes_back_is_used_at_once_and_door_two_hears_no_link", async |_, browser| {
        opens(browser, "B-link", "hand_in", "").await;
        answers(browser).await;
        ask(browser, "fake.down = true; return ''").await;
        presses(browser, "send").await;
        says(browser, "waiting").await;
        ask(browser, "fake.down = false; dispatchEvent(new Event('online')); return ''").await;
        is_at(browser, "sent").await;
        let asked: Vec<String> = browser.ask("return fake.asked").await;
        let names: Vec<_> = asked.iter().filter_map(|it| it.split(' ').next()).collect();
        assert_eq!(names[names.len() - 4..], ["papers", "links", "credentials", "ballots"]);
        assert!(asked.iter().all(|it| it.contains(" omit no-referrer no-store ")), "{asked:?}");
        assert!(asked.iter().filter(|it| it.starts_with("ballots")).all(|it| !it.contains("B-link")), "{asked:?}");

        opens(browser, "B-link", "hand_in", "").await;
        answers(browser).await;
        presses(browser, "send").await;
        says(browser, "already_collected").await;
        opens(browser, "C-link", "hand_in", "").await;
        answers(browser).await;
        ask(browser, "fake.refuse = { ballots: 'closed' }; return ''").await;
        presses(browser, "send").await;
        says(browser, "closed").await;
        presses(browser, "check").await;
        is_at(browser, "check").await;
        ask(browser, "fake.refuse = { ballots: 'something_new' }; return ''").await;
        presses(browser, "send").await;
        says(browser, "failed").await;
    });
}

#[test]
fn whoever_has_the_receipt_hands_in_again() {
    story("whoever_has_the_receipt_hands_in_again", async |_, browser| {
        opens(browser, "D", "hand_in", "").await;
        answers(browser).await;
        presses(browser, "send").await;
        is_at(browser, "sent").await;
        let receipt = ask(browser, RECEIPT).await;

        opens(browser, "", "replace", "").await;
        assert_eq!(ask(browser, SHOWN).await, "receipt");
        presses(browser, "next").await;
        browser.until("return document.activeElement.className === 'errsum'").await;
        assert_eq!(ask(browser, ERRORS).await, "1 answer missing|Type 24 digits");
        browser.fill_in("receipt-1", "0000-0000-0000-0000-0000-0000").await;
        presses(browser, "next").await;
        browser.until(&format!("{ERRORS} === '1 to correct|No such ballot'")).await;
        browser.fill_in("receipt-1", &receipt.replace(' ', "-")).await;
        presses(browser, "next").await;
        is_at(browser, "1").await;
        answers(browser).await;
        presses(browser, "send").await;
        is_at(browser, "sent").await;
        assert_eq!(ask(browser, RECEIPT).await, receipt);
        assert_eq!(browser.ask::<usize>(BALLOTS).await, 1);
        let heard: Vec<String> = browser.ask("return fake.asked.filter(it => /^(links|credentials)/.test(it))").await;
        assert_eq!(heard, [""; 0], "door one is not asked");
        assert!(!browser.ask::<bool>("return document.querySelector('[data-page=sent] [data-say=replaced]').hidden").await);
        assert_eq!(ask(browser, KEPT).await, "");
    });
}

#[test]
fn drafts_outlive_the_tab_only_on_a_device_of_ones_own() {
    story("drafts_outlive_the_tab_only_on_a_device_of_ones_own", async |_, browser| {
        let places = "return Object.keys(sessionStorage).filter(it => /answers/.test(it)).length + ' ' \
                      + Object.keys(localStorage).filter(it => /answers/.test(it)).length";
        opens(browser, "E", "hand_in", "").await;
        browser.click("#i1-1").await;
        assert_eq!(ask(browser, places).await, "1 0");
        browser.click("#own").await;
        assert_eq!(ask(browser, places).await, "0 1");
        browser.click("#own").await;
        assert_eq!(ask(browser, places).await, "1 0");

        ask(browser, "Storage.prototype.setItem = () => { throw new Error('full'); }; return ''").await;
        browser.click("#i1-2").await;
        browser.click("#i2\\.a-1").await;
        presses(browser, "next").await;
        is_at(browser, "2").await;
    });
}

#[test]
fn two_tabs_with_one_link_make_one_ballot() {
    story("two_tabs_with_one_link_make_one_ballot", async |_, browser| {
        opens(browser, "F", "hand_in", "").await;
        answers(browser).await;
        ask(browser, "fake.down = true; return ''").await;
        presses(browser, "send").await;
        says(browser, "waiting").await;
        let first = browser.driver.window().await.expect("a tab");
        let second = browser.driver.new_tab().await.expect("another tab");
        browser.driver.switch_to_window(second).await.expect("the other tab");
        opens(browser, "F", "hand_in", "").await;
        answers(browser).await;
        presses(browser, "send").await;
        says(browser, "other_tab").await;
        assert_eq!(ask(browser, "return fake.asked.join()").await, "", "it waits");
        browser.driver.switch_to_window(first).await.expect("the first tab");
        ask(browser, "fake.down = false; document.querySelector('[data-go=retry]').click(); return ''").await;
        is_at(browser, "sent").await;
    });
}

#[test]
fn a_receipt_is_found_in_the_bulletin_without_being_sent() {
    story("a_receipt_is_found_in_the_bulletin_without_being_sent", async |_, browser| {
        browser.open_page("/en/").await;
        let script = format!(
            "const done = arguments[0];
             (async () => {{
                const {{ toBase64 }} = await import('{BYTES}'), {{ messageOf }} = await import('{}');
                const survey = '00112233-4455-6677-8899-aabbccddeeff', seeds = ['111122223333444455556666', '222222223333444455556666'];
                const ballots = await Promise.all(seeds.map(async seed => ({{ message: toBase64(await messageOf(survey, seed)) }})));
                const asked = [];
                window.fetch = async address => {{ asked.push(address); return new Response(JSON.stringify({{ ballots }})); }};
                document.querySelector('main').innerHTML = `<form data-find-receipt='${{survey}}'><input><button>Find</button>
                    <p data-say=found data-place='{{}} of {{}}' hidden></p><p data-say=not_found hidden>none</p>
                    <p data-say=not_digits hidden>no digits</p><p data-say=looking hidden></p><p data-say=failed hidden>failed</p></form>`;
                await import('{}');
                const said = [];
                for (const typed of ['2222 2222 3333 4444 5555 6666', '๑๑๑๑-2222-3333-4444-5555-6666', '0'.repeat(24), '12']) {{
                    document.querySelector('main input').value = typed;
                    document.querySelector('main button').click();
                    await new Promise(go => setTimeout(go, 300));
                    said.push([...document.querySelectorAll('main [data-say]')].filter(it => !it.hidden).map(it => it.textContent).join());
                }}
                return [...said, ...asked];
             }})().then(done, fault => done(['failed: ' + fault]));",
            RECEIPTS,
            assets::FIND_RECEIPT,
        );
        let said: Vec<String> = browser.ask_and_wait(&script).await;
        assert_eq!(said, ["2 of 2", "1 of 2", "none", "no digits", "/api/v1/bulletins/00112233-4455-6677-8899-aabbccddeeff"]);
    });
}

#[test]
fn the_start_page_sends_on_whoever_can_seal_and_tells_the_others() {
    story("the_start_page_sends_on_whoever_can_seal_and_tells_the_others", async |_, browser| {
        let start = |before: &str| {
            format!(
                "const done = arguments[0];
                 {before}
                 document.querySelector('main').innerHTML = `<form data-start method='post' action='/en/weaker' data-capable='/en/?capable'>
                    <input type='checkbox' data-own-device><p data-say='weaker' hidden>weaker</p><button>Start</button></form>`;
                 import('{}').then(() => done(document.querySelector('[data-say]').hidden));",
                assets::START
            )
        };
        browser.open_page("/en/").await;
        assert!(browser.ask_and_wait::<bool>(&start("")).await, "nothing is weaker");
        browser.click("main [data-own-device]").await;
        browser.turning_the_page(browser.click("main button")).await;
        assert_eq!(browser.here().await, "/en/?capable");
        assert_eq!(ask(browser, "return localStorage.getItem('clearjai own device')").await, "yes");

        browser.open_page("/en/").await;
        let plain_http = "Object.defineProperty(window, 'isSecureContext', { value: false });";
        assert!(!browser.ask_and_wait::<bool>(&start(plain_http)).await, "it is said");
        let goes_to = "let gone; const form = document.querySelector('main form');
            form.addEventListener('submit', event => { gone = !event.defaultPrevented && form.action; event.preventDefault(); });
            form.requestSubmit(); return new URL(gone).pathname";
        assert_eq!(ask(browser, goes_to).await, "/en/weaker");
    });
}
