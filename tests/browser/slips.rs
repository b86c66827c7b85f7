//! Slips on paper: eight on every sheet, and no sheet more than needed.

use data_encoding::BASE64;
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    screen::{SHEET, Scheme},
    story::story,
};

/// Of the demo's open round: one person, the unit with nine people on the roll, and everybody.
const ONE: &str = "who=person&number=1001";
const NINE: &str = "return 'who=unit&unit=' +
    [...document.querySelectorAll('select[name=unit] option')].find(unit => unit.textContent.includes('กนผ')).value";
const EVERYBODY: &str = "who=everybody";

const ONLY_THE_FIRST_SHEET: &str = "document.querySelectorAll('.sheet ~ .sheet').forEach(sheet => sheet.remove()); return true";

#[test]
fn slips_print_eight_to_a_sheet_of_a4_and_leave_no_sheet_empty() {
    story("slips_print_eight_to_a_sheet_of_a4_and_leave_no_sheet_empty", async |house, browser| {
        browser.signs_in("/signin", house.person("hr")).await;
        browser.scheme(Scheme::Light).await;
        browser.screen(SHEET).await;
        let slips = place(browser).await;
        browser.open_page(&slips).await;
        let nine: String = browser.ask(NINE).await;
        let mut printed = Vec::new();
        for whom in [ONE, &nine, EVERYBODY] {
            browser.open_page(&format!("{slips}/check?{whom}")).await;
            browser.turning_the_page(browser.click("main form button.btn")).await;
            printed.push((browser.count(".slip").await, pages(browser).await));
        }
        browser.ask::<bool>(ONLY_THE_FIRST_SHEET).await;
        printed.push((browser.count(".slip").await, pages(browser).await));
        assert_eq!(printed, [(1, 1), (9, 2), (36, 5), (8, 1)], "slips and sheets");
    });
}

/// The address of the slips of the round that is open.
async fn place(browser: &Browser) -> String {
    browser.open_page("/hr").await;
    browser.ask("return new URL(document.querySelector(\"a[href$='/slips']\").href).pathname").await
}

/// How many sheets come out of the printer. A page of a PDF says `/Type /Page`, the list of them `/Type /Pages`.
async fn pages(browser: &Browser) -> usize {
    let printed = browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": true })).await;
    let pdf = BASE64.decode(printed.get("data").and_then(Value::as_str).unwrap_or_default().as_bytes()).expect("a printed page");
    let text = String::from_utf8_lossy(&pdf);
    text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
}
