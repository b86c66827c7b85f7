//! The page on a phone: what is being answered, a field to ask, and what others ask, to say "me too" to.
//!
//! `live.js` draws it again when something changes; without scripts it is loaded again. What is typed is never lost.

use maud::{Markup, html};

use crate::{
    language::plain,
    live::{
        board::{Board, Own, Said},
        browser::Browser,
        question::{LISTED_MOST, TEXT_MOST},
        room::Room,
        words::words,
    },
    web::{
        Faults, Icon, Page, Visit, Width, assets, at,
        parts::{self, Field, Tone},
    },
};

const SCRIPT: &str = assets::url("live.js");

/// What stands on the page of a phone.
pub struct Phone<'page> {
    pub room: &'page Room,
    pub board: &'page Board,
    pub own: &'page Own,
    /// Of this browser, or proposed to it.
    pub browser: Browser,
    pub key: String,
    /// It is loaded anew by itself, and takes no question meanwhile.
    pub is_watching: bool,
}

/// What was typed, and what is wrong with it.
#[derive(Default)]
pub struct Typed<'page> {
    pub text: &'page str,
    pub faults: Faults,
}

/// The way in, by the code.
pub fn door(visit: &Visit, code: &str, faults: &Faults) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.title) }
        form.card.stack method="get" action=(visit.to(at::LIVE)) novalidate {
            (Field::code("code", say.code, faults).hint(say.door_lead).value(code).autocomplete("off"))
            button.btn.wide { (say.go_in) }
        }
        (parts::note(say.kept))
    };
    visit.page_with_faults(say.title, Width::Column, faults, &main)
}

/// After the end; with what somebody has typed in vain.
pub fn ended(visit: &Visit, room: &Room, typed: &str) -> Page {
    let say = words(visit.language);
    let title = room.title.say(visit.language);
    let main = html! {
        h1 { (title) }
        section.card.stack {
            h2 { (say.ended) }
            p { (say.ended_lead) }
            @if !typed.is_empty() {
                p.b { (say.not_taken) }
                p dir="auto" { (typed) }
            }
            p { a href=(visit.to(at::LIVE)) { (say.other_room) } }
        }
    };
    visit.page_gone(title, &main)
}

pub fn phone(visit: &Visit, page: &Phone, typed: &Typed) -> Page {
    let say = words(visit.language);
    let code = page.room.code.as_str();
    let title = page.room.title.say(visit.language);
    let main = html! {
        div.stack-s {
            h1 { (title) }
            p.small.muted { (Icon::Lock) " " (say.kept) }
        }
        @if visit.done() == Some("asked") { (parts::done(if page.room.is_moderated { say.sent_to_host } else { say.sent })) }
        div.stack-l data-live=(at::live(code, "/events")) data-questions=(plain(say.questions)) {
            p.vh role="status" data-live-says {}
            p.note.warn data-live-lost hidden { (Icon::Warning) span { (say.cut_off) } }
            p.note.warn data-live-ended hidden { (Icon::Warning) span { (say.ended_lead) } }
            section.card.stack aria-labelledby="now" {
                h2 #now { (say.now) }
                p data-live-nothing hidden[page.board.now.is_some()] { (say.nothing_now) }
                p.h3.b dir="auto" data-live-now hidden[page.board.now.is_none()] { @if let Some(now) = &page.board.now { (now.text) } }
                p.small.muted data-live-answered data-words=(plain(&(say.answered_count)(&"{}"))) hidden[page.board.answered.is_empty()] {
                    ((say.answered_count)(&page.board.answered.len()))
                }
            }
            @if !page.is_watching { (asking(visit, page, typed)) }
            section.stack aria-labelledby="questions" {
                h2 #questions { (say.questions) }
                (questions(visit, page))
            }
            (without_script(visit, page))
        }
        @if !page.board.answered.is_empty() {
            details.card {
                summary { (say.answered) }
                ul.list { @for said in &page.board.answered { li dir="auto" { (said.text) } } }
            }
        }
        p.small.muted { (say.cookie) }
        script type="module" src=(SCRIPT) {}
    };
    visit.page_with_faults(title, Width::Column, &typed.faults, &main)
}

fn asking(visit: &Visit, page: &Phone, typed: &Typed) -> Markup {
    let say = words(visit.language);
    let hint = (say.question_hint)(&TEXT_MOST);
    html! {
        section.card.stack aria-labelledby="ask" {
            h2 #ask { (say.ask) }
            form.stack method="post" action=(visit.to(&at::live(page.room.code.as_str(), ""))) novalidate {
                (keys(page))
                (Field::new("text", say.your_question, &typed.faults).hint(&hint).value(typed.text).lines(3))
                p.small.muted { (if page.room.is_moderated { say.moderated } else { say.unmoderated }) }
                button.btn.wide { (say.send) }
            }
            @if page.own.waiting > 0 { p.small { ((say.yours_wait)(&page.own.waiting)) } }
        }
    }
}

/// One form around all of them; each button names its question.
fn questions(visit: &Visit, page: &Phone) -> Markup {
    let say = words(visit.language);
    let more = page.board.shown.len().saturating_sub(LISTED_MOST);
    html! {
        p.muted data-live-none hidden[!page.board.shown.is_empty()] { (say.no_questions) }
        form method="post" action=(visit.to(&at::live(page.room.code.as_str(), ""))) data-live-votes {
            (keys(page))
            ol.list data-live-list {
                @for said in page.board.shown.iter().take(LISTED_MOST) { (question(visit, Some(said), page.own.voted.contains(&said.id))) }
            }
            template data-live-question { (question(visit, None, false)) }
        }
        p.small.muted data-live-more data-words=(plain(&(say.more)(&"{}"))) hidden[more == 0] { ((say.more)(&more)) }
    }
}

fn question(visit: &Visit, said: Option<&Said>, is_voted: bool) -> Markup {
    let say = words(visit.language);
    let id = said.map(|said| said.id.to_string()).unwrap_or_default();
    html! {
        li.card.qa id=[said.map(|_| format!("q-{id}"))] data-id=(id) {
            p dir="auto" data-live-text { @if let Some(said) = said { (said.text) } }
            div.qa-foot {
                button.metoo name=(if is_voted { "unvote" } else { "vote" }) value=(id) aria-pressed=(is_voted) {
                    (say.me_too) " " b data-live-count { (said.map_or(0, |said| said.votes)) }
                    span.vh data-live-about { @if let Some(said) = said { (said.text) } }
                }
            }
        }
    }
}

fn keys(page: &Phone) -> Markup {
    html! {
        input type="hidden" name="key" value=(page.key);
        input type="hidden" name="browser" value=(page.browser.write());
    }
}

fn without_script(visit: &Visit, page: &Phone) -> Markup {
    let say = words(visit.language);
    let here = visit.to(&at::live(page.room.code.as_str(), ""));
    html! {
        @if page.is_watching {
            div.row { (parts::tag(Tone::Plain, say.watching)) a href=(here) { (say.to_ask) } }
        } @else {
            noscript {
                div.card.stack {
                    p { (say.without_script) }
                    p { a href=(here) { (say.reload) } }
                    p { a href={ (here) "?watch=yes" } { (say.by_itself) } }
                }
            }
        }
    }
}
