//! Every page of the list, in both languages: rules, edges, what is read aloud, the keyboard, the console.

use std::collections::BTreeMap;

use clearjai::language::Language;
use serde_json::Value;

use crate::{
    aria, axe,
    browser::Browser,
    layout, pages,
    screen::{DESKTOP, NARROW, PHONE, Scheme, Screen},
    snapshot::Snapshots,
    stable::stable,
    story::{shots, story, story_with_axe},
};

/// Everything that was found, and where: a fault of the frame stands on every page.
#[derive(Default)]
struct Found(BTreeMap<String, Vec<String>>);

impl Found {
    fn add(&mut self, place: &str, faults: Vec<String>) {
        for fault in faults {
            self.0.entry(fault).or_default().push(place.to_owned());
        }
    }

    fn must_be_nothing(self) {
        let faults: Vec<_> = self.0.iter().map(|(fault, places)| format!("{fault}\n    at {}", places.join(", "))).collect();
        assert!(faults.is_empty(), "\n{} found:\n  {}\n", faults.len(), faults.join("\n  "));
    }
}

#[test]
fn axe_finds_no_violation_on_any_page() {
    story_with_axe("axe_finds_no_violation_on_any_page", async |house, browser, axe| {
        let mut found = Found::default();
        for page in pages::all() {
            for language in Language::ALL {
                page.visit(house, browser, language).await;
                axe::bring(browser, axe).await;
                for (scheme, screen) in looks() {
                    browser.scheme(scheme).await;
                    browser.screen(screen).await;
                    let look = format!("{} {} {}", page.name_in(language), scheme.name(), screen.width);
                    found.add(&look, axe::violations(browser).await);
                }
            }
        }
        found.must_be_nothing();
    });
}

fn pictures() -> impl Iterator<Item = (Scheme, Screen)> {
    Scheme::BOTH.into_iter().flat_map(|scheme| [PHONE, DESKTOP].map(|screen| (scheme, screen)))
}

/// Every width, and either scheme: what axe looks for depends on one or the other, not on both.
fn looks() -> [(Scheme, Screen); 3] {
    [(Scheme::Light, NARROW), (Scheme::Dark, PHONE), (Scheme::Light, DESKTOP)]
}

#[test]
fn no_page_scrolls_sideways_at_320_px_even_with_spread_text() {
    story("no_page_scrolls_sideways_at_320_px_even_with_spread_text", async |house, browser| {
        let mut found = Found::default();
        browser.screen(NARROW).await;
        for page in pages::all() {
            for language in Language::ALL {
                page.visit(house, browser, language).await;
                let name = page.name_in(language);
                found.add(&name, layout::faults(browser).await);
                layout::spread_text(browser).await;
                found.add(&format!("{name} spread"), layout::faults(browser).await);
            }
        }
        found.must_be_nothing();
    });
}

#[test]
fn a_screen_reader_reads_on_every_page_what_it_read_before() {
    story("a_screen_reader_reads_on_every_page_what_it_read_before", async |house, browser| {
        let mut snapshots = Snapshots::default();
        for page in pages::all().filter(|page| !page.changes_by_the_calendar()) {
            for language in Language::ALL {
                page.visit(house, browser, language).await;
                let tree = aria::tree(browser).await;
                snapshots.compare(&page.name_in(language), &stable(&tree, house.folder()));
            }
        }
        snapshots.must_be_the_same();
    });
}

#[test]
fn the_keyboard_reaches_everything_on_every_page_and_the_focus_is_seen() {
    story("the_keyboard_reaches_everything_on_every_page_and_the_focus_is_seen", async |house, browser| {
        let mut found = Found::default();
        for screen in [PHONE, DESKTOP] {
            browser.screen(screen).await;
            for page in pages::all() {
                page.visit(house, browser, Language::Thai).await;
                found.add(&format!("{} {}", page.name, screen.width), unreached(browser).await);
            }
        }
        found.must_be_nothing();
    });
}

/// Wherever a script has put the focus.
const FROM_THE_TOP: &str = "
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');";

/// What can be pressed or filled in; of radio buttons, one for each group.
const REACHABLE: &str = "
    const names = new Set();
    return [...document.querySelectorAll('a[href], button:enabled, summary, input:not([type=hidden]), textarea, select, [tabindex=\"0\"]')]
        .filter(it => it.checkVisibility() && (it.type !== 'radio' || (!names.has(it.name) && names.add(it.name)))).length;";

async fn unreached(browser: &Browser) -> Vec<String> {
    let reachable: usize = browser.ask(REACHABLE).await;
    browser.ask::<Value>(FROM_THE_TOP).await;
    let (mut faults, mut reached) = (Vec::new(), 0);
    while let Some(focus) = browser.tab().await {
        reached += 1;
        if !focus.is_clear() {
            faults.push(format!("not clearly seen: {focus:?}"));
        }
        if reached > reachable {
            break;
        }
    }
    if reached != reachable {
        faults.push(format!("Tab stops {reached} times for {reachable} things"));
    }
    faults
}

/// Links that answer neither with a page nor as this page did. Those followed before are not followed again.
const DEAD_LINKS: &str = "
    const done = arguments[0];
    const known = new Set(JSON.parse(sessionStorage.getItem('followed') ?? '[]'));
    const own = performance.getEntriesByType('navigation')[0].responseStatus;
    const links = [...document.querySelectorAll('a[href]:not([href^=\"#\"])')].map(link => link.href);
    const fresh = [...new Set(links)].filter(address => !known.has(address));
    sessionStorage.setItem('followed', JSON.stringify([...known, ...fresh]));
    Promise.all(fresh.map(address => fetch(address).then(answer => [new URL(address).pathname, answer.status])))
        .then(answers => done(answers.filter(([, status]) => status !== 200 && status !== own).map(answer => answer.join(' answers '))));";

#[test]
fn every_link_on_every_page_leads_somewhere() {
    story("every_link_on_every_page_leads_somewhere", async |house, browser| {
        let mut found = Found::default();
        for page in pages::all() {
            for language in Language::ALL {
                page.visit(house, browser, language).await;
                found.add(&page.name_in(language), browser.ask_and_wait(DEAD_LINKS).await);
            }
        }
        found.must_be_nothing();
    });
}

#[test]
fn the_browser_has_nothing_to_complain_about_and_every_page_has_its_picture_taken() {
    story("the_browser_has_nothing_to_complain_about_and_every_page_has_its_picture_taken", async |house, browser| {
        let mut found = Found::default();
        for page in pages::all() {
            for language in Language::ALL {
                page.visit(house, browser, language).await;
                let name = page.name_in(language);
                found.add(&name, browser.complaints().await);
                let Some(folder) = shots() else { continue };
                for (scheme, screen) in pictures() {
                    browser.scheme(scheme).await;
                    browser.screen(screen).await;
                    browser.picture(&folder.join(format!("{name}-{}-{}.png", screen.width, scheme.name()))).await;
                }
            }
        }
        found.must_be_nothing();
    });
}
