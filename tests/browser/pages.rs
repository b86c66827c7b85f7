//! The one list of pages: what an anonymous visitor can see, then what an administrator can see.
//!
//! A page that is not here is not looked at by `every_page.rs`.

use std::time::Duration;

use clearjai::language::Language;
use tokio::time::sleep;

use crate::{browser::Browser, house::House};

const A_MOMENT: Duration = Duration::from_millis(200);

pub struct Page {
    /// Also the name of its snapshots and pictures.
    pub name: &'static str,
    way: Way,
    /// Those signed in as an administrator see it; everybody else sees it signed out.
    is_for_administrators: bool,
}

/// How one gets there; addresses without the language.
enum Way {
    Open(&'static str),
    /// Opened again until it says this: something happens in the house's own time.
    Await(&'static str, &'static str),
    /// The page, then a link on it.
    Follow(&'static str, &'static str),
    /// The page, then its form, with this written into these fields.
    Send(&'static str, &'static str, &'static [(&'static str, &'static str)]),
    /// By the link in a letter to somebody just invited.
    Letter,
}

use Way::{Await, Follow, Letter, Open, Send};

const FOR_EVERYONE: [(&str, Way); 11] = [
    ("front", Open("/")),
    ("sign-in", Open("/signin")),
    ("sign-in-with-faults", Send("/signin", "main form", &[("email", "somsri")])),
    ("forgotten", Open("/forgotten")),
    ("forgotten-with-faults", Send("/forgotten", "main form", &[])),
    ("forgotten-sent", Open("/forgotten?done=sent")),
    ("privacy", Open("/privacy")),
    ("accessibility", Open("/accessibility")),
    ("contact", Open("/contact")),
    ("not-found", Open("/nowhere")),
    ("link-spent", Open("/reset/x")),
];

const FOR_ADMINISTRATORS: [(&str, Way); 19] = [
    ("home", Open("/home")),
    ("account", Open("/account")),
    ("account-with-faults", Send("/account", "form[action$='/account']", &[("name", "")])),
    ("password-with-faults", Send("/account", "form[action$='/account/password']", &[("password", "short")])),
    ("second-factor", Open("/account/second-factor")),
    ("second-factor-with-faults", Send("/account/second-factor", "main form", &[("code", "12")])),
    ("people", Open("/admin/people")),
    ("new-person", Open("/admin/people/new")),
    ("new-person-with-faults", Send("/admin/people/new", "main form", &[])),
    ("person", Follow("/admin/people", "tbody tr:nth-child(2) a")),
    ("settings", Open("/admin/settings")),
    ("settings-saved", Open("/admin/settings?done=saved")),
    ("settings-with-faults", Send("/admin/settings", "main form", &[("name_thai", ""), ("k", "1")])),
    ("logo-with-faults", Send("/admin/settings", "form[action$='/logo']", &[])),
    ("mail", Open("/admin/mail")),
    ("schedule", Await("/admin/schedule", "whole")),
    ("backup", Open("/admin/backup")),
    ("diary", Open("/admin/log")),
    ("invitation", Letter),
];

/// Every page, in the order in which they are visited.
pub fn all() -> impl Iterator<Item = Page> {
    let page = |(name, way), is_for_administrators| Page { name, way, is_for_administrators };
    let everyone = FOR_EVERYONE.into_iter().map(move |it| page(it, false));
    everyone.chain(FOR_ADMINISTRATORS.into_iter().map(move |it| page(it, true)))
}

/// Every page that shows a form again, with what is wrong with it.
pub fn with_faults() -> impl Iterator<Item = Page> {
    all().filter(|page| page.name.ends_with("-with-faults"))
}

impl Page {
    /// Goes there, and through the front door first if need be.
    pub async fn visit(&self, house: &House, browser: &Browser, language: Language) {
        if self.is_for_administrators && browser.count("form.signout").await == 0 {
            browser.signs_in("/signin", house.administrator()).await;
        }
        let to = |address: &str| format!("{}{address}", language.prefix());
        match self.way {
            Open(address) => browser.open_page(&to(address)).await,
            Await(address, words) => loop {
                browser.open_page(&to(address)).await;
                if browser.text("main").await.contains(words) {
                    break;
                }
                sleep(A_MOMENT).await;
            },
            Follow(address, link) => {
                browser.open_page(&to(address)).await;
                browser.turning_the_page(browser.click(link)).await;
            }
            Send(address, form, fields) => {
                browser.open_page(&to(address)).await;
                for (field, text) in fields {
                    browser.fill_in(field, text).await;
                }
                browser.turning_the_page(browser.click(&format!("{form} button.btn"))).await;
            }
            Letter => {
                let email = format!("somsri-{}@demo.clearjai.example", language.code());
                browser.open_page("/admin/people/new").await;
                browser.fill_in("name", "สมศรี มาใหม่").await;
                browser.fill_in("email", &email).await;
                browser.click("label[for=roles]").await;
                browser.turning_the_page(browser.click("main form button.btn")).await;
                let link = loop {
                    match house.link_in_a_letter_to(&email, "/invitation/") {
                        Some(link) => break link,
                        None => sleep(A_MOMENT).await,
                    }
                };
                browser.open_page(&to(&link)).await;
            }
        }
    }

    /// `sign-in-th`
    pub fn name_in(&self, language: Language) -> String {
        format!("{}-{}", self.name, language.code())
    }
}
