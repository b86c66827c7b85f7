//! What does not fit: pages that scroll sideways, and words that leave the page or are cut off.

use crate::browser::Browser;

/// Text may be wider than the page only in a region that scrolls by itself. What is for screen readers
/// alone stands in a box of one pixel; what waits for the focus (`.skip`) lies to the left.
const SIDEWAYS: &str = "
    const faults = [];
    const page = document.scrollingElement;
    if (page.scrollWidth > page.clientWidth) faults.push(`the page is ${page.scrollWidth} px wide on ${page.clientWidth}`);
    const scrolls = it => ['auto', 'scroll'].includes(getComputedStyle(it).overflowX);
    const isForEars = it => it.offsetWidth <= 1 && it.offsetHeight <= 1 && getComputedStyle(it).position === 'absolute';
    const ancestors = it => it ? [it, ...ancestors(it.parentElement)] : [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
        const text = words.currentNode.data.trim();
        const around = ancestors(words.currentNode.parentElement);
        if (!text || around.some(it => isForEars(it) || it.matches('.skip') || (scrolls(it) && it !== page))) continue;
        const range = document.createRange();
        range.selectNodeContents(words.currentNode);
        for (const box of range.getClientRects()) {
            const card = around.find(it => it.matches('.card, .note, .btn, .tag, header.top, footer, main'));
            const edge = Math.min(page.clientWidth, card ? card.getBoundingClientRect().right : Infinity);
            const cut = around.find(it => ['hidden', 'clip'].includes(getComputedStyle(it).overflowX)
                && box.right > it.getBoundingClientRect().right + 1);
            if (cut || box.right > edge + 1 || box.left < -1) {
                faults.push(`cut off: ${text.slice(0, 40)} (${Math.round(box.left)} to ${Math.round(box.right)} of ${Math.round(edge)} px)`);
            }
        }
    }
    return faults;";

/// WCAG 2.2, 1.4.12: readers may set these, and nothing may be lost.
const SPACE: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];";

/// Everything that does not fit, each in a line.
pub async fn faults(browser: &Browser) -> Vec<String> {
    browser.ask(SIDEWAYS).await
}

/// Spreads the text of the page that is open, as some readers do.
pub async fn spread_text(browser: &Browser) {
    browser.ask::<serde_json::Value>(SPACE).await;
}
