//! The first visit: how often the browser asks, how much it loads, whether things jump.

use clearjai::language::Language;
use serde::Deserialize;

use crate::{browser::Browser, screen::PHONE, story::story};

/// ux.md, section 8, in bytes: `kB` there are thousands.
const MOST_REQUESTS: usize = 6;
const MOST_BYTES: u64 = 60_000;
const MOST_SHIFT: f64 = 0.02;

#[derive(Debug, Deserialize)]
struct Visit {
    /// Address and bytes of each request.
    loaded: Vec<(String, u64)>,
    shift: f64,
}

const VISIT: &str = "
    const done = arguments[0];
    let shift = 0;
    const add = entries => { for (const entry of entries) if (!entry.hadRecentInput) shift += entry.value; };
    const observer = new PerformanceObserver(list => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    document.fonts.ready.then(() => setTimeout(() => {
        add(observer.takeRecords());
        const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        done({ loaded: entries.map(entry => [new URL(entry.name).pathname, entry.transferSize]), shift });
    }, 300));";

#[test]
fn the_first_visit_asks_six_times_at_most_and_loads_60_kb() {
    story("the_first_visit_asks_six_times_at_most_and_loads_60_kb", async |_, browser| {
        for language in Language::ALL {
            // Nothing is kept from before: the profile is fresh, or as good as new.
            browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
            browser.screen(PHONE).await;
            let visit = measure(browser, &format!("{}/signin", language.prefix())).await;
            let bytes: u64 = visit.loaded.iter().map(|(_, bytes)| bytes).sum();
            println!(
                "{}: {} requests, {bytes} bytes, shift {:.4}: {:?}",
                language.code(),
                visit.loaded.len(),
                visit.shift,
                visit.loaded
            );
            assert!(visit.loaded.iter().all(|(_, bytes)| *bytes > 0), "nothing comes out of a cache: {visit:?}");
            assert!(visit.loaded.len() <= MOST_REQUESTS, "{visit:?}");
            assert!(bytes <= MOST_BYTES, "{bytes} bytes: {visit:?}");
            assert!(visit.shift < MOST_SHIFT, "{visit:?}");
        }
    });
}

async fn measure(browser: &Browser, address: &str) -> Visit {
    browser.open_page(address).await;
    browser.ask_and_wait(VISIT).await
}
