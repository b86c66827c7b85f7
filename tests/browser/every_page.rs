//! Every page of the list, in both languages, visited once: rules, edges, what is read aloud, the keyboard, the console.

use std::collections::BTreeMap;

use crate::{
    aria, axe,
    browser::Browser,
    house::House,
    layout, pages,
    screen::{DESKTOP, NARROW, PHONE, Scheme, Screen},
    snapshot::Snapshots,
    stable::stable,
    story::{shots, story_with_axe},
};
use clearjai::language::Language;

/// Everything that was found, by whom, and where: a fault of the frame stands on every page.
#[derive(Default)]
struct Found(BTreeMap<(&'static str, String), Vec<String>>);

impl Found {
    fn add(&mut self, by: &'static str, place: &str, faults: Vec<String>) {
        for fault in faults {
            self.0.entry((by, fault)).or_default().push(place.to_owned());
        }
    }

    fn must_be_nothing(self) {
        let told =
            |((by, fault), places): (&(&str, String), &Vec<String>)| format!("{by}: {fault}\n    at {}", places.join(", "));
        let faults: Vec<_> = self.0.iter().map(told).collect();
        assert!(faults.is_empty(), "\n{} found:\n  {}\n", faults.len(), faults.join("\n  "));
    }
}

#[test]
fn every_page_in_thai_holds_before_rules_edges_ears_keys_and_the_console() {
    story_with_axe("every_page_in_thai_holds_before_rules_edges_ears_keys_and_the_console", async |house, browser, axe| {
        Box::pin(every_page_holds(house, browser, axe, Language::Thai)).await;
    });
}

#[test]
fn every_page_in_english_holds_before_rules_edges_ears_keys_and_the_console() {
    story_with_axe("every_page_in_english_holds_before_rules_edges_ears_keys_and_the_console", async |house, browser, axe| {
        Box::pin(every_page_holds(house, browser, axe, Language::English)).await;
    });
}

/// Goes there once, and looks at it in every way: what changes the page comes last.
async fn every_page_holds(house: &House, browser: &Browser, axe: &str, language: Language) {
    let mut snapshots = Snapshots::of(language);
    let mut found = Found::default();
    for page in pages::all() {
        browser.looks_as(DESKTOP, Scheme::Light).await;
        page.visit(house, browser, language).await;
        let name = page.name_in(language);

        found.add("the browser complains", &name, browser.complaints().await);
        if !page.changes_by_the_calendar() {
            snapshots.compare(&name, &stable(&aria::tree(browser).await, house.folder()));
        }
        found.add("a link leads nowhere", &name, browser.ask_and_wait(DEAD_LINKS).await);
        if let Some(folder) = shots() {
            for (screen, scheme) in PICTURES {
                browser.looks_as(screen, scheme).await;
                browser.picture(&folder.join(format!("{name}-{}-{}.png", screen.width, scheme.name()))).await;
            }
        }
        axe::bring(browser, axe).await;
        for (screen, scheme) in LOOKS {
            browser.looks_as(screen, scheme).await;
            let look = format!("{name} {} {}", scheme.name(), screen.width);
            found.add("a rule of axe is broken", &look, axe::violations(browser).await);
        }
        for screen in [DESKTOP, PHONE] {
            browser.screen(screen).await;
            found.add("the keyboard", &format!("{name} {}", screen.width), unreached(browser).await);
        }
        browser.screen(NARROW).await;
        found.add("it does not fit", &name, layout::faults(browser).await);
        layout::spread_text(browser).await;
        found.add("it does not fit", &format!("{name} spread"), layout::faults(browser).await);
    }
    found.must_be_nothing();
    snapshots.must_be_the_same();
}

const LOOKS: [(Screen, Scheme); 3] = [(NARROW, Scheme::Light), (PHONE, Scheme::Dark), (DESKTOP, Scheme::Light)];

const PICTURES: [(Screen, Scheme); 4] =
    [(PHONE, Scheme::Light), (DESKTOP, Scheme::Light), (PHONE, Scheme::Dark), (DESKTOP, Scheme::Dark)];

/// What can be pressed or filled in; of radio buttons, one for each group.
const REACHABLE: &str = "
    const names = new Set();
    return [...document.querySelectorAll('a[href], button:enabled, summary, input:not([type=hidden]), textarea, select, [tabindex=\"0\"]')]
        .filter(it => it.checkVisibility() && (it.type !== 'radio' || (!names.has(it.name) && names.add(it.name)))).length;";

async fn unreached(browser: &Browser) -> Vec<String> {
    let reachable: usize = browser.ask(REACHABLE).await;
    let stops = browser.stops_of_tab(reachable + 1).await;
    let unclear = stops.iter().filter(|focus| !focus.is_clear()).map(|focus| format!("not clearly seen: {focus:?}"));
    let mut faults: Vec<String> = unclear.collect();
    if stops.len() != reachable {
        faults.push(format!("Tab stops {} times for {reachable} things", stops.len()));
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
