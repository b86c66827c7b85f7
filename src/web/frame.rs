//! The page around the page: head, header, menu, error summary, footer.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{
    Faults, Masthead, Viewer, Visit, assets, at,
    icons::{Icon, mark},
    words::words,
};
use crate::language::{Language, plain};

/// The mark once more, inside the page, so that a browser need not ask for it.
const FAVICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 36 36'%3E%3Cpath d='M18 4C9.7 4 3 9.6 3 16.5c0 4 2.2 7.5 5.7 9.8L7.5 32l6.6-3.4c1.3.3 2.6.4 3.9.4 8.3 0 15-5.6 15-12.5S26.3 4 18 4z' fill='%230b5563'/%3E%3Cpath d='m11.5 16.8 4.4 4.4 8.6-9' fill='none' stroke='%23f2b632' stroke-width='3.4' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

/// How wide the page may be: a column to read and fill in, or the whole width for tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    Column,
    Wide,
}

impl Width {
    const fn class(self) -> &'static str {
        match self {
            Self::Column => "col",
            Self::Wide => "wrap",
        }
    }
}

/// What the frame needs to know.
pub struct Frame<'page> {
    pub language: Language,
    pub masthead: &'page Masthead,
    pub viewer: Option<&'page Viewer>,
    /// Without the language.
    pub here: &'page str,
    pub title: &'page str,
    pub width: Width,
    pub faults: &'page Faults,
}

pub fn draw(frame: &Frame, visit: &Visit, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(frame.language.code()) {
            (head(frame))
            body {
                a.skip href="#main" { (words(frame.language).skip) }
                (header(frame, visit))
                main #main {
                    div class=(format_args!("{} stack-l", frame.width.class())) {
                        (print_line(frame))
                        (error_summary(frame))
                        (main)
                    }
                }
                (footer(frame))
            }
        }
    }
}

fn head(frame: &Frame) -> Markup {
    let say = words(frame.language);
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="format-detection" content="telephone=no";
            meta name="robots" content="noindex";
            title {
                @if !frame.faults.is_empty() { (plain(say.faults_in_title)) }
                (plain(frame.title)) " · " (say.service)
            }
            link rel="icon" href=(PreEscaped(FAVICON));
            @if frame.language == Language::Thai {
                link rel="preload" href=(assets::FONT_THAI) as="font" type="font/woff2" crossorigin;
            }
            link rel="preload" href=(assets::FONT_LATIN) as="font" type="font/woff2" crossorigin;
            link rel="stylesheet" href=(assets::STYLE);
            @if !frame.faults.is_empty() {
                script type="module" src=(assets::FOCUS_ERRORS) {}
            }
        }
    }
}

/// Header and footer of those signed in are wide on every page, so that the menu does not jump.
fn outer_width(frame: &Frame) -> &'static str {
    if frame.viewer.is_some() { Width::Wide.class() } else { frame.width.class() }
}

fn header(frame: &Frame, visit: &Visit) -> Markup {
    let say = words(frame.language);
    let other = frame.language.other();
    let home = if frame.viewer.is_some() { at::DESK } else { at::HOME };
    html! {
        header.top {
            div class=(outer_width(frame)) {
                div.top-in {
                    a.brand href=(visit.to(home)) {
                        @match &frame.masthead.logo {
                            Some(logo) => img.mark src=(logo) alt="" width="36" height="36";,
                            None => (mark()),
                        }
                        span.who {
                            b { (say.service) }
                            span { (frame.masthead.name(frame.language)) }
                        }
                    }
                    @if let Some(viewer) = frame.viewer {
                        a.me href=(visit.to(at::ACCOUNT)) aria-current=[(frame.here == at::ACCOUNT).then_some("page")] {
                            (Icon::Person) span { (viewer.name) }
                        }
                    }
                    @if !frame.here.is_empty() && (frame.masthead.offers_english || other == Language::Thai) {
                        a.lang href=(format_args!("{}{}", other.prefix(), frame.here)) lang=(other.code()) hreflang=(other.code()) {
                            (say.other_language)
                            span.vh { " " (say.other_language_meaning) }
                        }
                    }
                }
                @if let Some(viewer) = frame.viewer { (menu(frame, visit, viewer)) }
            }
        }
    }
}

fn menu(frame: &Frame, visit: &Visit, viewer: &Viewer) -> Markup {
    let say = words(frame.language);
    // The longest address that is a beginning of this one: a page below an entry belongs to it.
    // What HR sees of a survey, under /hr/rounds, belongs to the surveys.
    let theirs = frame.here.strip_prefix("/hr").unwrap_or(frame.here);
    let is_below =
        |here: &str, address: &str| here.strip_prefix(address).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let current = viewer
        .menu
        .iter()
        .map(|entry| entry.address)
        .filter(|address| is_below(frame.here, address) || is_below(theirs, address))
        .max_by_key(|address| address.len());
    html! {
        div.menu {
            nav.mainnav aria-label=(plain(say.main_menu)) {
                @for entry in &viewer.menu {
                    a href=(visit.to(entry.address)) aria-current=[(current == Some(entry.address)).then_some("page")] { (entry.label) }
                }
            }
            form.signout method="post" action=(visit.to(at::SIGN_OUT)) {
                (visit.key_field())
                button.link { (say.sign_out) }
            }
        }
    }
}

fn print_line(frame: &Frame) -> Markup {
    html! {
        p.printonly { (frame.masthead.name(frame.language)) " · " (words(frame.language).internal_document) }
    }
}

/// Every fault once more, on top, linked to its field. A script moves the focus here.
fn error_summary(frame: &Frame) -> Markup {
    if frame.faults.is_empty() {
        return html! {};
    }
    html! {
        div.errsum #errors role="alert" tabindex="-1" aria-labelledby="errors-title" {
            h2 #errors-title { ((words(frame.language).faults_title)(frame.faults.iter().len())) }
            ul {
                @for (field, sentence) in frame.faults.iter() {
                    li { a href={ "#" (field) } { (sentence) } }
                }
            }
        }
    }
}

fn footer(frame: &Frame) -> Markup {
    let say = words(frame.language);
    let prefix = frame.language.prefix();
    let contact = frame.masthead.contact(frame.language);
    html! {
        footer.foot {
            div class=(outer_width(frame)) {
                ul {
                    li { a href={ (prefix) (at::PRIVACY) } { (say.privacy) } }
                    li { a href={ (prefix) (at::ACCESSIBILITY) } { (say.accessibility) } }
                    li {
                        a href={ (prefix) (at::CONTACT) } {
                            @if contact.is_empty() { (say.contact) } @else { (say.contact) " " (contact) }
                        }
                    }
                    @if frame.viewer.is_none() && frame.here != at::SIGN_IN {
                        li { a href={ (prefix) (at::SIGN_IN) } { (say.sign_in) } }
                    }
                }
            }
        }
    }
}
