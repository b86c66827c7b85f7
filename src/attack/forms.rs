//! Filling in the forms of the house, and keeping what comes back.

use data_encoding::BASE64URL_NOPAD;

use super::{
    NotCarriedOut,
    browser::{Browser, Page},
    truth::Truth,
};

/// Opens the page of a form and sends it.
pub fn fill_in(truth: &mut Truth, browser: &mut Browser, address: &str, fields: &[(&str, &str)]) -> Result<Page, NotCarriedOut> {
    fill_in_at(truth, browser, address, address, fields)
}

pub fn fill_in_at(
    truth: &mut Truth,
    browser: &mut Browser,
    on: &str,
    to: &str,
    fields: &[(&str, &str)],
) -> Result<Page, NotCarriedOut> {
    let page = browser.get(on)?;
    send(truth, browser, &page, to, fields)
}

pub fn send(
    truth: &mut Truth,
    browser: &mut Browser,
    page: &Page,
    to: &str,
    fields: &[(&str, &str)],
) -> Result<Page, NotCarriedOut> {
    let key = page.field("key").ok_or_else(|| NotCarriedOut::Stuck(format!("opened a form ({})", page.status)))?;
    // The random bytes at the beginning are kept to know a form that was sent twice. What makes
    // the key ours is behind them.
    if let Ok(bytes) = BASE64URL_NOPAD.decode(key.as_bytes()) {
        truth.keep("a form key", bytes.get(16..).unwrap_or_default());
    }
    let fields = [&[("key", key)], fields].concat();
    Ok(browser.post(to, &fields)?)
}

pub fn keep_cookies(truth: &mut Truth, browser: &Browser) {
    let kinds = [
        ("clearjai", "the token of a session"),
        ("clearjai-device", "the cookie of a device"),
        ("clearjai-guest", "the cookie of a guest"),
    ];
    for (name, what) in kinds {
        if let Some(value) = browser.cookies.get(name) {
            truth.keep_token(what, value);
        }
    }
}

pub fn expect(status: u16, deed: &str, page: &Page) -> Result<(), NotCarriedOut> {
    if page.status == status { Ok(()) } else { Err(NotCarriedOut::Stuck(format!("{deed} ({})", page.status))) }
}

/// The token and the path of the link in a letter.
pub fn link_in(text: &str) -> Option<(&str, &str)> {
    let link = text.split_whitespace().find_map(|word| word.strip_prefix("http://audit.example"))?;
    link.rsplit_once('/').map(|(_, token)| (token, link))
}
