//! A report on paper: sheets of A4, no more of them than its parts need, and nothing on them but the report.

use data_encoding::BASE64;
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    pages::OVER,
    screen::{SHEET, Scheme},
    story::story,
};

const IS_THERE: &str = "return document.querySelector('.report') !== null";
/// What stands on the paper: hidden parts have no text.
const ON_PAPER: &str = "return document.body.innerText";
const SIGNERS: &str = "with=preparer&with=reviewer&with=approver";

#[test]
fn a_report_prints_on_a4_with_all_its_parts_and_without_its_form() {
    story("a_report_prints_on_a4_with_all_its_parts_and_without_its_form", async |house, browser| {
        browser.signs_in("/signin", house.person("coordinator")).await;
        browser.scheme(Scheme::Light).await;
        browser.screen(SHEET).await;
        browser.open_page("/rounds").await;
        let report = format!("/rounds/{}/report", browser.id_behind(OVER).await);
        // The demo counts its answers within some seconds.
        browser.open_page(&report).await;
        for _ in 0..100 {
            if browser.ask::<bool>(IS_THERE).await {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
            browser.open_page(&report).await;
        }
        let whole = sheets(browser).await;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let said: String = browser.ask(ON_PAPER).await;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
        for part in ["เอกสารภายใน", "คะแนนรวม", "ผลรายข้อ", "วิธีคิดคะแนน", "ลงชื่อ"]
        {
            assert!(said.replace('\u{2060}', "").contains(part), "“{part}” is missing on paper: {said}");
        }
        assert!(!said.contains("DOCX"), "the form is not printed: {said}");
        browser.open_page(&format!("{report}?options=yes&{SIGNERS}")).await;
        let short = sheets(browser).await;
        // Fifteen questions with their charts and counts; and the score, its measures and how it was reckoned alone.
        assert!((3..=8).contains(&whole) && (1..=3).contains(&short), "{whole} and {short} sheets");
    });
}

/// How many come out of the printer, every one of them A4.
async fn sheets(browser: &Browser) -> usize {
    let printed = browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": true })).await;
    let pdf = BASE64.decode(printed.get("data").and_then(Value::as_str).unwrap_or_default().as_bytes()).expect("a printed page");
    let text = String::from_utf8_lossy(&pdf);
    let sheets = text.matches("/Type /Page").count() - text.matches("/Type /Pages").count();
    let a4 = text.matches("/MediaBox [0 0 594.95996 841.91998]").count();
    assert_eq!(a4, sheets, "every sheet is A4");
    sheets
}
