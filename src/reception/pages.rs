//! The page behind a personal link, in every state, and what follows from it.
//!
//! Nothing in its title or its preview tells whose link it is, or what it is about.

use maud::{Markup, html};

use super::{without_script::Seat, words::words};
use crate::{
    clock::Moment,
    ids::MeetingId,
    meetings::{
        entry::{Early, Entrant},
        words::when::when_in_words,
    },
    notices::Voucher,
    papers,
    web::{Icon, Page, Visit, Width, assets, at, parts},
};

pub fn start(visit: &Visit, entrant: &Entrant, link: &str, now: Moment) -> Page {
    let say = words(visit.language);
    let meeting = &entrant.meeting;
    let answered_by = meeting.plan.answered_by.say(visit.language);
    let about = meeting.plan.about.say(visit.language);
    let main = html! {
        div.stack {
            h1 { (meeting.name(visit.language)) }
            @for line in when_in_words(meeting, visit.language) { p { (line) } }
            @if !answered_by.is_empty() { p { ((say.answered_by)(answered_by)) } }
            @if !about.is_empty() { p { (about) } }
        }
        (where_it_goes(visit, entrant))
        @match entrant.is_let_in(now) {
            Ok(()) => (ways(visit, entrant, link)),
            Err(Early::NotYet) => (parts::note(say.not_yet)),
            Err(Early::NoMore) => (parts::note(say.no_more)),
        }
        (checkable(visit, entrant))
        p.small.muted { (say.yours_alone) " " (say.not_recorded) }
        @if !meeting.plan.is_standing() { p.small { a href=(visit.to(&at::meeting_calendar(meeting.id))) { (say.calendar) } } }
    };
    visit.page(say.title, Width::Column, &main)
}

fn where_it_goes(visit: &Visit, entrant: &Entrant) -> Markup {
    let say = words(visit.language);
    let ways = entrant.meeting.ways();
    let k = entrant.meeting.promised.as_ref().map_or(0, |promised| promised.k);
    html! {
        section.card.stack aria-labelledby="where" {
            h2 #where { (say.where_it_goes) }
            ul.facts {
                @if ways.by_seat {
                    li.fx { (Icon::Done) span { b { (say.unseen[0]) } " " (say.unseen[1]) } }
                    li.fx { (Icon::Done) span { b { (say.letterbox) } " " ((say.letterbox_k)(k)) } }
                }
                @if ways.by_name { li.fx { (Icon::Done) span { b { (say.named[0]) } " " (say.named[1]) } } }
                li.fx { (Icon::Warning) span { b { (say.limit[0]) } " " (say.limit[1]) } }
            }
        }
    }
}

/// Two buttons. Browsers with scripts take the seats themselves; the others have them made here.
fn ways(visit: &Visit, entrant: &Entrant, link: &str) -> Markup {
    let say = words(visit.language);
    let meeting = &entrant.meeting;
    html! {
        @if meeting.ways().by_seat {
            form.stack method="post" action=(visit.to(&at::clinic_link_seats(link))) data-seats=(meeting.id) data-link=(link)
                data-ask=(visit.to(&at::clinic_ask(meeting.id))) novalidate {
                noscript { (parts::warning(say.weaker)) }
                div data-say="weaker" hidden { (parts::warning(say.weaker)) }
                div data-capable hidden { (parts::tick("own", say.own_device, say.own_device_meaning, false)) }
                button.btn.wide { ((say.by_seat)(meeting.plan.seats_each)) }
                div role="status" {
                    p data-say="working" hidden { (say.working) }
                    p data-say="waiting" hidden { (say.waiting) }
                    div data-say="already_taken" hidden { (parts::warning(say.already_taken)) }
                    div data-say="bad_notice" hidden { (parts::warning(say.bad_notice)) }
                    div data-say="closed" hidden { (parts::warning(say.no_more)) }
                    div data-say="no_such_link" hidden { (parts::warning(say.unknown)) }
                    div data-say="failed" hidden { (parts::warning(say.failed)) }
                }
            }
            script type="module" src=(assets::SEATS) {}
        }
        @if meeting.ways().by_name {
            form.stack method="post" action=(visit.to(&at::clinic_link_voucher(link))) novalidate {
                button.btn.alt.wide { (say.by_name) }
            }
        }
    }
}

fn checkable(visit: &Visit, entrant: &Entrant) -> Markup {
    let say = words(visit.language);
    html! {
        @if let Some(promised) = &entrant.meeting.promised {
            details.note {
                summary { (Icon::Info) span { (say.checkable) } }
                div.stack-s {
                    p.small { (say.hash) br; code translate="no" { (papers::in_groups(promised.hash.as_bytes())) } }
                    p.small { (say.checkable_meaning) }
                }
            }
        }
    }
}

/// A link that leads nowhere, or nowhere any more.
pub fn no_entry(visit: &Visit) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.unknown_title) }
        (parts::note(say.unknown))
        p { a href=(visit.to(at::HOME)) { (say.to_front) } }
    };
    visit.standing_at("").page_missing(say.unknown_title, &main)
}

/// Nothing was handed out; `sentence` says why.
pub fn nothing_taken(visit: &Visit, link: &str, sentence: &str) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.title) }
        (parts::warning(sentence))
        p { a href=(visit.to(&at::clinic_link(link))) { (say.back) } }
    };
    visit.standing_at("").page(say.title, Width::Column, &main)
}

/// Seats that were made here: each in a form of its own, to the other side.
pub fn seats(visit: &Visit, meeting: MeetingId, seats: &[Seat]) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.seats_title) }
        (parts::warning(say.weaker))
        p { (say.seats_lead) }
        @for (nth, seat) in (1_usize..).zip(seats) {
            form.stack method="post" action=(visit.to(&at::clinic_ask(meeting))) {
                input type="hidden" name="meeting" value=(meeting);
                input type="hidden" name="message" value=(text(&seat.message));
                input type="hidden" name="signature" value=(text(&seat.signature));
                button.btn { ((say.write_nth)(nth)) }
            }
        }
    };
    visit.standing_at("").page(say.title, Width::Column, &main)
}

fn text(bytes: &papers::Bytes) -> String {
    data_encoding::BASE64URL_NOPAD.encode(&bytes.0)
}

pub fn voucher(visit: &Visit, meeting: MeetingId, name: &str, voucher: &str) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.voucher_title) }
        p { ((say.voucher_lead)(name)) }
        form.stack method="post" action=(visit.to(&at::clinic_ask(meeting))) {
            input type="hidden" name="meeting" value=(meeting);
            input type="hidden" name="voucher" value=(voucher);
            button.btn { (say.write) }
        }
    };
    visit.standing_at("").page(say.title, Width::Column, &main)
}

/// Whose name a voucher carries, for themselves to see.
pub fn name_in(read: Option<Voucher>) -> String {
    read.map(|voucher| voucher.name).unwrap_or_default()
}
