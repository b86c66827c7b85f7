//! The page on the wall: large, without anything to press, and with the way in for phones.
//!
//! It has no frame, for it is read from afar. Without scripts it is loaded anew by itself.

use maud::{DOCTYPE, html};

use crate::{
    language::plain,
    live::{board::Board, room::Room, words::words},
    web::{Page, Visit, assets, at, qr_code},
};

const SCRIPT: &str = assets::url("live.js");
const STYLE: &str = assets::url("live.css");

/// More would be too small to read.
pub const ON_THE_WALL: usize = 6;

pub fn screen(visit: &Visit, room: &Room, board: &Board) -> Page {
    let say = words(visit.language);
    let title = room.title.say(visit.language);
    let origin = &visit.premises.hosts.public;
    let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host);
    let [phone, door] = [at::live(room.code.as_str(), ""), at::LIVE.to_owned()].map(|address| visit.to(&address));
    let drawn = html! {
        (DOCTYPE)
        html lang=(visit.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="robots" content="noindex";
                title { (plain(title)) }
                link rel="stylesheet" href=(assets::STYLE);
                link rel="stylesheet" href=(STYLE);
                noscript { meta http-equiv="refresh" content="5"; }
            }
            body.wall {
                a.skip href="#main" { (say.questions) }
                main #main data-live=(at::live(room.code.as_str(), "/events")) data-most=(ON_THE_WALL) {
                    header {
                        div {
                            h1 { (title) }
                            @if room.is_open {
                                p.now-label { (say.now) }
                                p.muted data-live-nothing hidden[board.now.is_some()] { (say.nothing_now) }
                                p.now-said dir="auto" data-live-now hidden[board.now.is_none()] { @if let Some(now) = &board.now { (now.text) } }
                            } @else {
                                p.now-said { (say.ended) }
                            }
                        }
                        @if room.is_open {
                            aside {
                                p.b { (say.scan) }
                                div.qr { (qr_code(&format!("{origin}{phone}"), &plain(say.qr))) }
                                p { ((say.or_open)(&format!("{host}{door}"), "")) }
                                p.code { (room.code.spaced()) }
                            }
                        }
                    }
                    @if room.is_open {
                        h2 { (say.up_next) }
                        p.muted data-live-none hidden[!board.shown.is_empty()] { (say.no_questions) }
                        ol data-live-list {
                            @for said in board.shown.iter().take(ON_THE_WALL) {
                                li data-id=(said.id) { b data-live-count { (said.votes) } span dir="auto" data-live-text { (said.text) } }
                            }
                        }
                        template data-live-question { li data-id="" { b data-live-count { "0" } span dir="auto" data-live-text {} } }
                        p.lost data-live-lost hidden { (say.cut_off) }
                    }
                }
                @if room.is_open { script type="module" src=(SCRIPT) {} }
            }
        }
    };
    Page::Ok().content_type("text/html; charset=utf-8").body(drawn.into_string())
}
