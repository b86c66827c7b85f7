//! Every kind of question, over all starters: on a small phone and in print, in Thai and English.

use clearjai::{
    authoring::starters,
    instruments::{Instrument, Text},
    language::Language,
};
use data_encoding::BASE64;
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    house::House,
    layout,
    screen::{SHEET, SMALL_PHONE, Scheme},
    story::story,
};

/// No starter asks everything that can be asked; this one does.
const EVERY_KIND: &str = include_str!("every-kind.json");

#[test]
fn every_kind_of_question_can_be_read_and_answered_on_a_small_phone_and_on_paper() {
    story("every_kind_of_question_can_be_read_and_answered_on_a_small_phone_and_on_paper", async |house, browser| {
        browser.signs_in("/signin", house.person("coordinator")).await;
        browser.scheme(Scheme::Light).await;
        let mut faults = Vec::new();
        for (name, instrument) in instruments() {
            let address = bring(house, browser, &instrument).await;
            for language in Language::ALL {
                let of = format!("{name} {}", language.code());
                browser.screen(SMALL_PHONE).await;
                faults.extend(
                    on_the_phone(house, browser, &address, &instrument, language)
                        .await
                        .into_iter()
                        .map(|it| format!("{of}: {it}")),
                );
                browser.screen(SHEET).await;
                faults.extend(
                    on_paper(house, browser, &address, &instrument, language)
                        .await
                        .into_iter()
                        .map(|it| format!("{of}, paper: {it}")),
                );
            }
        }
        assert!(faults.is_empty(), "{} found:\n  {}", faults.len(), faults.join("\n  "));
    });
}

fn instruments() -> Vec<(String, Instrument)> {
    let starters = starters().into_iter().map(|starter| (starter.code.to_string(), starter.instrument));
    let every_kind = Instrument::from_json(EVERY_KIND).expect("the instrument of every kind is one");
    starters.chain([("every_kind".to_owned(), every_kind)]).collect()
}

/// Imports it as a file, and says where it stands then.
async fn bring(house: &House, browser: &Browser, instrument: &Instrument) -> String {
    let file = house.file("questions.json", &instrument.to_json());
    browser.open_page("/instruments/import").await;
    browser.choose_file("main form input[type=file]", file).await;
    browser.turning_the_page(browser.click("main form button.btn")).await;
    let here = browser.here().await;
    let path = here.split('?').next().unwrap_or_default().to_owned();
    assert!(path.starts_with("/instruments/"), "it was not taken in: {here}");
    path
}

fn said(text: &Text, language: Language) -> String {
    text.say(language).split_whitespace().collect()
}

/// What every text of a page is, without spaces and without marks for line breaks.
const WORDS: &str = "
    return document.querySelector('main').textContent.replace(/[\\s\\u200b\\u2060\\u00a0]/g, '');";

/// Rows that are too low for a finger, and fields without a name.
const ROWS: &str = "
    const faults = [];
    for (const field of document.querySelectorAll('main input:not([type=hidden]), main select, main textarea')) {
        const label = field.labels && field.labels[0];
        const names = (field.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id));
        if (!label && !names.some(it => it && it.textContent.trim())) { faults.push(`nobody says what ${field.name} is`); continue; }
        const box = (['radio', 'checkbox'].includes(field.type) ? label : field).getBoundingClientRect();
        if (box.height < 44) faults.push(`${field.name} is ${Math.round(box.height)} px high`);
        if (['radio', 'checkbox'].includes(field.type) && field.checked) faults.push(`${field.name} is chosen already`);
    }
    return faults;";

async fn on_the_phone(_: &House, browser: &Browser, address: &str, instrument: &Instrument, language: Language) -> Vec<String> {
    let (mut faults, mut words) = (Vec::new(), String::new());
    let mut fields = 0;
    for page in 1..100 {
        browser.open_page(&format!("{}{address}/preview?in={}&page={page}", language.prefix(), language.code())).await;
        let told: String = browser.ask(WORDS).await;
        if words.ends_with(&told) {
            // Beyond the last page the last one is shown again.
            break;
        }
        words.push_str(&told);
        fields += browser.count("main input:not([type=hidden]), main select, main textarea").await;
        faults.extend(layout::faults(browser).await);
        faults.extend(browser.ask::<Vec<String>>(ROWS).await);
    }
    if fields == 0 {
        faults.push("nothing can be answered".to_owned());
    }
    faults.extend(missing(&words, instrument, language));
    faults
}

async fn on_paper(_: &House, browser: &Browser, address: &str, instrument: &Instrument, language: Language) -> Vec<String> {
    browser.open_page(&format!("{}{address}/paper", language.prefix())).await;
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let words: String = browser.ask(WORDS).await;
    let mut faults = missing(&words, instrument, language);
    faults.extend(layout::faults(browser).await);
    let printed = browser.devtools("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": true })).await;
    let pdf = BASE64.decode(printed.get("data").and_then(Value::as_str).unwrap_or_default().as_bytes()).expect("a printed page");
    if !pdf.starts_with(b"%PDF") || pdf.len() < 5_000 {
        faults.push("nothing came out of the printer".to_owned());
    }
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    faults
}

/// What should be read and is not: questions, sub-questions, labels and meanings.
fn missing(words: &str, instrument: &Instrument, language: Language) -> Vec<String> {
    let mut expected = Vec::new();
    for item in instrument.items() {
        expected.push(said(&item.text, language));
        expected.extend(item.choices().iter().flat_map(|choice| [said(&choice.label, language), said(&choice.line, language)]));
        if let Some(rated) = item.rated() {
            expected.extend(instrument.labels(rated).iter().chain(&rated.meanings).map(|text| said(text, language)));
            expected.extend(
                rated.subs.iter().flat_map(|sub| [&sub.text].into_iter().chain(&sub.meanings)).map(|text| said(text, language)),
            );
        }
    }
    expected.into_iter().filter(|text| !words.contains(text.as_str())).map(|text| format!("not there: {text}")).collect()
}
