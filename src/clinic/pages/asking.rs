//! Asking, reading back, the receipt. These forms have no key and set no cookie: what they carry is the right to send
//! them.

use maud::{Markup, html};

use super::{
    files,
    pieces::{day, said, when},
};
use crate::{
    clinic::{board::topic_name, posted::Posted, words::asking::words},
    language::plain,
    web::{
        Faults, Icon, Page, Visit, Width, assets, at,
        parts::{self, Choice, Field, fault_at},
    },
};

/// Everything a form of asking carries, as it was typed or handed on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    pub topic: String,
    pub text: String,
    /// `yes`, `no` or nothing.
    pub named: String,
    pub board: String,
    pub once: String,
    pub voucher: String,
    pub message: String,
    pub signature: String,
    pub work: String,
    pub answer: String,
    /// `yes`: with a seat that lies on the device.
    pub device: String,
}

/// By which right it would be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    Voucher,
    Seat,
    Device,
    Door,
}

impl Typed {
    fn has_name(&self) -> bool {
        !self.voucher.is_empty()
    }

    fn has_nameless(&self) -> bool {
        !self.message.is_empty() || !self.work.is_empty() || self.device == "yes"
    }

    /// Whether somebody has to choose.
    pub fn is_either(&self) -> bool {
        self.has_name() && self.has_nameless()
    }

    pub fn right(&self) -> Option<Right> {
        if self.has_name() && (self.named == "yes" || !self.has_nameless()) {
            return Some(Right::Voucher);
        }
        if !self.message.is_empty() {
            return Some(Right::Seat);
        }
        if self.device == "yes" {
            return Some(Right::Device);
        }
        (!self.work.is_empty()).then_some(Right::Door)
    }
}

pub fn choose(visit: &Visit, open: &[Posted]) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.ask) }
        @if open.is_empty() {
            (parts::empty(say.none_open, &html! { p.small.muted { (say.none_open_lead) } p { a href=(visit.to(at::CLINIC)) { (crate::clinic::words::board::words(visit.language).back) } } }))
        } @else {
            h2 { (say.which_session) }
            ul.list.plain {
                @for posted in open {
                    li { div.card.stack-s {
                        h3 { a href=(visit.to(&at::clinic_ask_at(posted.notice.meeting))) { bdi { (posted.notice.title.say(visit.language)) } } }
                        @if let Some(when) = when(posted, visit.language) { p.small { (when) } }
                        @if let Some(closes) = posted.closes { p.small.muted { ((say.open_until)(&day(closes, visit.language))) } }
                    } }
                }
            }
        }
    };
    visit.page(say.ask, Width::Column, &main)
}

fn protected(visit: &Visit, channel: Option<&str>) -> Markup {
    let say = words(visit.language);
    html! {
        @if let Some(channel) = channel {
            p.note.warn { (Icon::Warning) span {
                (say.protected) " "
                @if channel.starts_with("https://") || channel.starts_with("http://") { a href=(channel) rel="noreferrer" { bdi { (channel) } } }
                @else { bdi { (channel) } }
            } }
        }
    }
}

pub fn ask(visit: &Visit, posted: &Posted, typed: &Typed, channel: Option<&str>, faults: &Faults) -> Page {
    let (say, language) = (words(visit.language), visit.language);
    let notice = &posted.notice;
    // Seats on the device are found by a script; without them, and without any other right, there is nothing to fill in.
    let waits_for_seats = typed.right().is_none() && notice.ways.by_seat;
    let form = html! {
        (parts::choices("topic", say.topic, false, &notice.topics.iter().map(|topic| choice(&topic.code, topic.name.say(language), "", typed.topic == topic.code)).collect::<Vec<_>>(), faults))
        (protected(visit, channel))
        (Field::new("text", say.text, faults).hint(say.text_hint).value(&typed.text).lines(9))
        (name(visit, typed, faults))
        @if typed.right() != Some(Right::Door) { (files::before_writing(notice, language)) }
        (parts::choices("board", say.board, false, &[
            choice("yes", say.on_board, if is_shown_unread(posted, typed) { say.on_board_unread_means } else { say.on_board_means }, typed.board == "yes"),
            choice("no", say.not_on_board, say.not_on_board_means, typed.board == "no"),
        ], faults))
        button.btn { (say.look) }
    };
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::clinic_session(notice.meeting))) { bdi { (notice.title.say(language)) } } }
            h1 { (say.ask) }
            @if let Some(closes) = posted.closes { p.small.muted { ((say.open_until)(&day(closes, language))) } }
        }
        @if typed.right().is_none() {
            div data-no-seats { (parts::empty(say.need_link, &html! { p { (say.need_link_lead) } (protected(visit, channel)) })) }
        }
        @if typed.right().is_some() || waits_for_seats {
            form.stack method="post" action=(visit.to(at::CLINIC_ASK_CHECK)) novalidate hidden[waits_for_seats]
                data-seats=[notice.ways.by_seat.then(|| notice.meeting.to_string())] {
                (carried(posted, typed))
                (form)
            }
        }
        (resumed(visit, posted))
        script type="module" src=(assets::CLINIC) {}
    };
    visit.standing_at(at::clinic_ask_at(notice.meeting)).page_with_faults(say.ask, Width::Column, faults, &main)
}

fn is_shown_unread(posted: &Posted, typed: &Typed) -> bool {
    posted.notice.is_shown_unread(typed.right() == Some(Right::Door))
}

fn choice<'page>(value: &'page str, label: &'page str, meaning: &'page str, is_chosen: bool) -> Choice<'page> {
    Choice { value, label, meaning, is_chosen, language: None }
}

fn name(visit: &Visit, typed: &Typed, faults: &Faults) -> Markup {
    let say = words(visit.language);
    html! {
        @if typed.is_either() {
            (parts::choices("named", say.name, false, &[
                choice("no", say.without_name, say.without_name_means, typed.named == "no"),
                choice("yes", say.with_name, say.with_name_means, typed.named == "yes"),
            ], faults))
        } @else {
            @let sentence = match typed.right() {
                Some(Right::Voucher) => say.comes_with_name,
                Some(Right::Device) | None => say.seats_here,
                Some(Right::Seat | Right::Door) => say.comes_without_name,
            };
            p.note { (Icon::Lock) span { (sentence) } }
            (fault_at("named", faults))
        }
    }
}

/// What goes along unseen.
fn carried(posted: &Posted, typed: &Typed) -> Markup {
    html! {
        input type="hidden" name="meeting" value=(posted.notice.meeting);
        input type="hidden" name="once" value=(typed.once);
        @if !typed.voucher.is_empty() { input type="hidden" name="voucher" value=(typed.voucher); }
        @if !typed.message.is_empty() {
            input type="hidden" name="message" value=(typed.message);
            input type="hidden" name="signature" value=(typed.signature);
        }
        @if !typed.work.is_empty() {
            input type="hidden" name="work" value=(typed.work);
            input type="hidden" name="answer" value=(typed.answer) data-work=(typed.work);
        }
        input type="hidden" name="device" value=(typed.device);
    }
}

/// What was written goes back and forth as it stands.
fn written(typed: &Typed) -> Markup {
    html! {
        @for (name, value) in [("topic", &typed.topic), ("text", &typed.text), ("named", &typed.named), ("board", &typed.board)] {
            input type="hidden" name=(name) value=(value);
        }
    }
}

/// `name`: of a voucher, to be seen by the desk.
pub fn check(visit: &Visit, posted: &Posted, typed: &Typed, name: Option<&str>) -> Page {
    let (say, language) = (words(visit.language), visit.language);
    let is_device = typed.right() == Some(Right::Device);
    let topic = topic_name(std::slice::from_ref(posted), &typed.topic);
    let main = html! {
        div.stack-s { h1 { (say.check) } p.b { (say.not_sent) } }
        div.two {
            section.card.stack-s aria-labelledby="on-board" {
                h2 #on-board { (say.on_the_board) }
                @if typed.board == "yes" && is_shown_unread(posted, typed) { p { (say.as_written) } (said(&typed.text)) }
                @else if typed.board == "yes" { p { (say.of_the_desk) } } @else { p { (say.nothing_on_board) } }
            }
            section.card.stack-s aria-labelledby="at-desk" {
                h2 #at-desk { (say.the_desk_sees) }
                dl.dl {
                    div { dt { (say.name) } dd { @match name { Some(name) => bdi { (name) }, None => (say.no_name) } } }
                    @if let Some(topic) = topic { div { dt { (say.topic) } dd { (topic.say(language)) } } }
                    @if name.is_none() { div { dt { (crate::clinic::words::desk::words(language).asked) } dd { (say.month_only) } } }
                }
                (said(&typed.text))
            }
        }
        div.row {
            form method="post" action=(visit.to(at::CLINIC_RECEIPT)) data-send=[is_device.then(|| posted.notice.meeting.to_string())] {
                (carried(posted, typed)) (written(typed))
                button.btn hidden[is_device] { (say.send) }
            }
            form method="post" action=(visit.to(at::CLINIC_ASK)) data-back {
                (carried(posted, typed)) (written(typed))
                button.btn.alt { (say.change) }
            }
        }
        @if is_device { noscript { (parts::warning(say.no_script)) } }
        (resumed(visit, posted))
        script type="module" src=(assets::CLINIC) {}
    };
    visit.standing_at("").page(say.check, Width::Column, &main)
}

/// Where a script says how its sending goes, and shows the receipt.
fn resumed(visit: &Visit, posted: &Posted) -> Markup {
    let say = words(visit.language);
    html! {
        div data-sending=(posted.notice.meeting) {
            p.note role="status" data-say="sending" hidden { (say.sending) }
            @for (code, sentence) in [
                ("closed", say.closed), ("cancelled", say.cancelled), ("used", say.used), ("not_entitled", say.not_entitled),
                ("not_open_yet", say.not_open_yet), ("no_such_session", say.no_session), ("failed", say.busy), ("unfit", say.missing),
            ] { p.note.warn role="alert" data-say=(code) hidden { (Icon::Warning) span { (sentence) } } }
            section.stack hidden data-shown { (code(visit, posted.notice.takes_files)) }
        }
    }
}

/// Filled in by a script, which sends by seats alone.
fn code(visit: &Visit, takes_files: bool) -> Markup {
    let say = words(visit.language);
    html! {
        h2 { (say.receipt) }
        div.panel { p { (say.your_code) } p.code data-receipt {} }
        p.b { (say.shown_once) }
        p { (say.keep_it) }
        p { (say.expect) }
        @if takes_files { (files::now(visit)) }
        p { a.btn href=(visit.to(at::CLINIC)) { (say.done) } }
    }
}

pub fn receipt(visit: &Visit, grouped: Option<&str>, takes_files: bool) -> Page {
    let say = words(visit.language);
    let title = if grouped.is_some() { say.receipt } else { say.once_only };
    let main = html! {
        @match grouped {
            Some(grouped) => {
                h1 { (say.receipt) }
                div.panel { p { (say.your_code) } p.code { (grouped) } }
                p.b { (say.shown_once) }
                p { (say.keep_it) }
                p { (say.expect) }
                @if takes_files { (files::now(visit)) }
                p { a.btn href=(visit.to(at::CLINIC)) { (say.done) } }
            },
            None => {
                h1 { (say.once_only) }
                p { (say.once_only_lead) }
                p { a.btn href=(visit.to(at::CLINIC_CHECK)) { (crate::clinic::words::board::words(visit.language).check) } }
            },
        }
    };
    visit.standing_at(at::CLINIC_RECEIPT).page(&plain(title), Width::Column, &main)
}
