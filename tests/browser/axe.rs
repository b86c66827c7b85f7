//! The rules of axe-core, all of them, on the page as it stands.
//!
//! WebDriver runs its scripts beside the page, so the content policy stays as strict as it is.

use crate::browser::Browser;

/// Every rule that is on by itself, and the size of what is pressed, which is not.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const where = violation => violation.nodes.map(node => node.target.join(' ') + ': ' + node.any.concat(node.all, node.none)
        .map(check => check.message).join('; '));
    axe.run({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] })
        .then(found => done(found.violations.map(it => `${it.id} (${it.help}): ` + where(it).join(' | '))))
        .catch(fault => done(['axe failed: ' + fault]));";

/// Puts axe-core beside the page that is open; it is gone with the page.
pub async fn bring(browser: &Browser, source: &str) {
    browser.ask::<serde_json::Value>(source).await;
}

/// What breaks a rule, a line for each rule.
pub async fn violations(browser: &Browser) -> Vec<String> {
    browser.ask_and_wait(RUN).await
}
