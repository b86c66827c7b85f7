//! Where the focus is, whether one sees it, and how the Tab key moves it.

use serde::Deserialize;
use serde_json::Value;
use thirtyfour::prelude::Key;

use crate::browser::Browser;

/// Where the focus is.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Focus {
    /// `/address` of a link, `#id` of a field, `post /address` of a button, `[label]` of a region.
    pub on: String,
    /// How thick the ring around it is, in pixels.
    pub ring: f64,
    /// Whether it is on the screen, with nothing in front of it.
    pub is_seen: bool,
    /// Whether something it scrolls in cuts its ring off.
    pub is_cut: bool,
}

/// More stops than any page has.
const FAR: usize = 200;

/// The ring of a radio button or a tick is drawn around its label.
const FOCUS: &str = "
    const it = document.activeElement;
    if (!it || it === document.body) return null;
    const painted = it.matches('[type=radio], [type=checkbox]') ? it.nextElementSibling : it;
    const style = getComputedStyle(painted);
    const box = painted.getClientRects()[0] ?? new DOMRect();
    const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
    const front = document.elementFromPoint(x, y);
    const rim = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) - 1;
    const cuts = around => {
        const edge = around.getBoundingClientRect();
        return getComputedStyle(around).overflow !== 'visible' && (box.left - rim < edge.left || box.right + rim > edge.right
            || box.top - rim < edge.top || box.bottom + rim > edge.bottom);
    };
    const around = it => it && it !== document.body ? [it, ...around(it.parentElement)] : [];
    const on = it.matches('button') ? 'post ' + (it.getAttribute('formaction') ?? it.form?.getAttribute('action') ?? it.textContent.trim())
        : it.getAttribute('href') ?? (it.matches('input, textarea, select') ? '#' + it.id : `[${it.ariaLabel ?? it.id}]`);
    return {
        on,
        ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
        is_seen: box.width > 1 && box.height > 1 && painted.contains(front),
        is_cut: around(painted.parentElement).some(cuts),
    };";

impl Focus {
    /// A ring of three pixels, all of it on the screen.
    pub fn is_clear(&self) -> bool {
        self.ring >= 3.0 && self.is_seen && !self.is_cut
    }

    pub fn must_be_clear(&self) {
        assert!(self.is_clear(), "the focus is not clearly seen: {self:?}");
    }
}

/// Wherever a script has put the focus, it begins at the top; each stop of the Tab key is written down when the key is let
/// go. What comes round again is the first stop, after the browser's own.
const WRITE_DOWN_STOPS: &str = "
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    const seen = new Set();
    const stops = window.stopsOfTab = [];
    window.leavesOff?.abort();
    window.leavesOff = new AbortController();
    const focus = () => { FOCUS };
    addEventListener('keyup', () => {
        const stop = focus();
        if (!stop || seen.has(document.activeElement)) return;
        seen.add(document.activeElement);
        stops.push(stop);
    }, { capture: true, signal: window.leavesOff.signal });";

impl Browser {
    /// Where Tab stops when it is pressed so many times, from the top of the page; each place once.
    pub async fn stops_of_tab(&self, times: usize) -> Vec<Focus> {
        self.ask::<Value>(&WRITE_DOWN_STOPS.replace("FOCUS", FOCUS)).await;
        self.types("\u{E004}".repeat(times)).await;
        self.ask("return window.stopsOfTab").await
    }

    pub async fn focus(&self) -> Option<Focus> {
        self.ask(FOCUS).await
    }

    /// The next stop of the Tab key.
    pub async fn tab(&self) -> Option<Focus> {
        self.types(Key::Tab).await;
        self.focus().await
    }

    /// Presses Tab until the focus is there. On the way it must always be seen.
    pub async fn tab_to(&self, place: &str) {
        let mut passed = Vec::new();
        while passed.len() < FAR {
            if let Some(focus) = self.tab().await {
                focus.must_be_clear();
                if focus.on == place {
                    return;
                }
                passed.push(focus.on);
            }
        }
        panic!("at {} Tab never comes to {place}: {passed:?}", self.here().await);
    }

    /// The same the other way round, with Shift.
    pub async fn tab_back_to(&self, place: &str) {
        for _ in 0..FAR {
            self.types_with_shift(Key::Tab).await;
            if self.focus().await.is_some_and(|focus| focus.on == place) {
                return;
            }
        }
        panic!("at {} Shift and Tab never come to {place}", self.here().await);
    }
}
