//! The page of whoever leads the session, made for a phone in one hand.

use maud::{Markup, html};

use crate::{
    ids::MeetingId,
    language::plain,
    live::{
        board::{Board, Said},
        room::Room,
        words::words,
    },
    papers::InBoth,
    web::{
        Page, Visit, Width, assets, at,
        parts::{self, Tone},
    },
};

const SCRIPT: &str = assets::url("live-host.js");

pub struct Hosted<'page> {
    pub room: &'page Room,
    pub board: &'page Board,
}

pub fn index(visit: &Visit, rooms: &[Room]) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.host_list) }
        @if rooms.is_empty() {
            (parts::empty(say.host_none, &html! { p.small.muted { (say.host_none_lead) } }))
        } @else {
            ul.list {
                @for room in rooms {
                    li.card.snug {
                        div.row.between {
                            a href=(visit.to(&at::live_host(room.meeting, ""))) { (room.title.say(visit.language)) }
                            @if room.is_open { (parts::tag(Tone::Good, say.is_open)) } @else { (parts::tag(Tone::Plain, say.is_over)) }
                        }
                    }
                }
            }
        }
    };
    visit.page(say.host_list, Width::Column, &main)
}

/// Before the room is opened.
pub fn to_open(visit: &Visit, meeting: MeetingId, title: &InBoth, is_moderated: bool) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s { h1 { (say.host) } p { (title.say(visit.language)) } }
        section.card.stack {
            p { (say.open_lead) }
            p { (if is_moderated { say.promised_moderated } else { say.promised_open }) }
            (visit.form(&at::live_host(meeting, ""), &html! { button.btn.wide name="open" value="yes" { (say.open) } }))
        }
    };
    visit.page(say.host, Width::Column, &main)
}

pub fn host(visit: &Visit, hosted: &Hosted) -> Page {
    let say = words(visit.language);
    let Hosted { room, board } = hosted;
    let meeting = room.meeting;
    let main = html! {
        div.stack-s {
            h1 { (room.title.say(visit.language)) }
            p.h3.b { (room.code.spaced()) }
            div.row {
                a href=(visit.to(&at::live(room.code.as_str(), "/screen"))) { (say.to_screen) }
                a href=(visit.to(&at::live(room.code.as_str(), ""))) { (say.to_phone) }
            }
        }
        div.stack-l #live-host data-live-host=(at::live_host(meeting, "/events")) {
            section.card.stack aria-labelledby="now" {
                h2 #now { (say.now) }
                @match &board.now {
                    Some(now) => p.h3 dir="auto" { (now.text) },
                    None => p.muted { (say.nothing_now) },
                }
                (visit.form(&at::live_host(meeting, ""), &html! {
                    @if let Some(now) = &board.now { input type="hidden" name="after" value=(now.id); }
                    div.acts {
                        @if !board.shown.is_empty() { button.btn #next name="next" value="yes" { (if board.now.is_some() { say.next } else { say.first }) } }
                        @if let Some(now) = &board.now {
                            button.btn.alt name="answered" value=(now.id) { (say.is_answered) }
                            button.btn.alt name="show" value=(now.id) { (say.put_back) }
                        }
                    }
                }))
            }
            @if room.is_moderated {
                (list(visit, meeting, "waiting", say.waiting, say.nothing_waits, &board.waiting, &[("show", say.show), ("hide", say.hide)]))
            }
            (list(visit, meeting, "shown", say.shown, say.nothing_shown, &board.shown, &[("now", say.answer_now), ("answered", say.is_answered), ("hide", say.hide)]))
            @if !board.answered.is_empty() {
                (list(visit, meeting, "answered", say.answered, "", &board.answered, &[("show", say.show_again)]))
            }
            @if !board.hidden.is_empty() {
                (list(visit, meeting, "hidden", say.hidden, "", &board.hidden, &[("show", say.show)]))
            }
        }
        p { a href=(visit.to(&at::live_host(meeting, ""))) { (say.reload) } }
        p { a href=(visit.to(&at::live_host(meeting, "/end"))) { (say.end) } }
        script type="module" src=(SCRIPT) {}
    };
    visit.page(say.host, Width::Column, &main)
}

fn list(visit: &Visit, meeting: MeetingId, id: &str, title: &str, empty: &str, all: &[Said], steps: &[(&str, &str)]) -> Markup {
    let say = words(visit.language);
    html! {
        section.stack aria-labelledby=(id) {
            h2 id=(id) { (title) " (" (all.len()) ")" }
            @if all.is_empty() { p.muted { (empty) } }
            @else {
                (visit.form(&at::live_host(meeting, ""), &html! {
                    ul.list {
                        @for said in all {
                            li.card.qa id={ "q-" (said.id) } {
                                p dir="auto" { (said.text) }
                                p.small.muted { ((say.votes)(&said.votes)) }
                                div.row {
                                    @for (name, label) in steps {
                                        button.btn.alt.s id={ (name) "-" (said.id) } name=(name) value=(said.id) { (label) span.vh { " " (plain(&said.text)) } }
                                    }
                                }
                            }
                        }
                    }
                }))
            }
        }
    }
}

pub fn ask_to_end(visit: &Visit, room: &Room) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s { h1 { (say.end) } p { (room.title.say(visit.language)) } }
        section.card.danger.stack {
            p { (say.end_lead) }
            (visit.form(&at::live_host(room.meeting, "/end"), &html! { button.btn.bad.wide { (say.end_now) } }))
            p { a href=(visit.to(&at::live_host(room.meeting, ""))) { (say.back) } }
        }
    };
    visit.page(say.end, Width::Column, &main)
}
