//! For whoever holds a receipt. The code travels in forms alone, never in an address.

use maud::{Markup, html};

use super::{files, pieces::said};
use crate::{
    clinic::{
        files::Shelf,
        matter::{Kind, Outcome, Remark, State, Thread},
        mine::Mine,
        words::{board, mine::words},
    },
    language::dates,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field, Tone},
    },
};

pub fn check(visit: &Visit, typed: &str, faults: &Faults) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.stack-s { h1 { (say.check) } p { (say.lead) } }
        (visit.form(at::CLINIC_MINE, &html! {
            (Field::code("code", say.code, faults).long().hint(say.code_hint).value(typed))
            button.btn { (say.open) }
        }))
    };
    visit.standing_at(at::CLINIC_CHECK).page_with_faults(say.check, Width::Column, faults, &main)
}

/// What was typed, if something was wrong with it.
#[derive(Default)]
pub struct Typed {
    pub reply: String,
    pub name: String,
    pub done: bool,
}

pub fn mine(visit: &Visit, digits: &str, (mine, shelf): (&Mine, &Shelf), typed: &Typed, faults: &Faults) -> Page {
    let say = words(visit.language);
    let main = html! {
        @if typed.done { (parts::done(say.done)) }
        @match mine {
            Mine::Waiting(lying) => {
                div.stack-s { h1 { (say.mine) } (parts::tag(Tone::Plain, say.waiting)) }
                p { (say.waiting_lead) }
                section.card.stack-s { h2.h3 { (say.you) } (said(&lying.text)) }
                @if lying.asks_leave { (leave(visit, digits)) }
            },
            Mine::Matter(thread) => (matter(visit, digits, thread, typed, faults)),
        }
        (files::shelf(visit, digits, shelf, faults))
        (removal(visit, digits, faults))
        p { a href=(visit.to(at::CLINIC)) { (say.leave) } }
    };
    visit.standing_at("").page_with_faults(say.mine, Width::Column, faults, &main)
}

/// Whether it may be read though few have taken their seats.
fn leave(visit: &Visit, digits: &str) -> Markup {
    let say = words(visit.language);
    html! {
        section.card.stack aria-labelledby="too-few" {
            h2 #too-few { (say.too_few) }
            p { (say.too_few_lead) }
            (visit.form(at::CLINIC_MINE, &html! {
                input type="hidden" name="code" value=(digits);
                button.btn.alt name="do" value="let_go" { (say.let_go) }
            }))
        }
    }
}

fn matter(visit: &Visit, digits: &str, thread: &Thread, typed: &Typed, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let matter = &thread.matter;
    let tone = match matter.state {
        State::Answered => Tone::Good,
        State::Asked => Tone::Watch,
        _ => Tone::Plain,
    };
    let has_answer = thread.remarks.iter().any(|remark| remark.kind == Kind::Answer);
    html! {
        div.stack-s { h1 { (say.mine) } (parts::tag(tone, (say.state)(matter.state))) }
        @if let Some(reason) = matter.held_back { (parts::note(&(say.held_back)((board::words(visit.language).reason)(reason)))) }
        @if matter.merged_into.is_some() { (parts::note(say.merged)) }
        @if let Some(name) = &matter.name { p.small { bdi { ((say.named)(name)) } } }
        div.stack { @for remark in &thread.remarks { (one(visit, remark)) } }
        @if let Some(card) = &thread.card { p { a href=(visit.to(&at::clinic_card(card.id))) { (say.on_board) } } }
        @if has_answer { (helped(visit, digits, matter.outcome)) }
        section.card.stack aria-labelledby="reply-title" {
            h2 #reply-title { (say.reply) }
            (visit.form(at::CLINIC_MINE, &html! {
                input type="hidden" name="code" value=(digits);
                (Field::new("reply", say.reply, faults).hint(say.reply_hint).value(&typed.reply).lines(5))
                button.btn name="do" value="reply" { (say.send) }
            }))
        }
        @if matter.name.is_none() {
            details.note open[faults.at("name").is_some()] {
                summary { (say.reveal) }
                p { (say.reveal_lead) }
                (visit.form(at::CLINIC_MINE, &html! {
                    input type="hidden" name="code" value=(digits);
                    (Field::new("name", say.name, faults).value(&typed.name).autocomplete("name"))
                    button.btn.alt name="do" value="reveal" { (say.give) }
                }))
            }
        }
    }
}

fn one(visit: &Visit, remark: &Remark) -> Markup {
    let say = words(visit.language);
    let heading = match remark.kind {
        Kind::Writer => say.you.to_owned(),
        Kind::Ask => say.desk_asks.to_owned(),
        Kind::Answer => (say.answer)(&remark.said.from),
        Kind::Office | Kind::Note => (say.passed_on)(&remark.said.from),
    };
    html! {
        section.card.stack-s {
            h2.h3 { bdi { (heading) } @if let Some(day) = remark.said_on { " " span.small.muted.nb { (dates::short(day, visit.language)) } } }
            (said(&remark.said.text))
        }
    }
}

fn helped(visit: &Visit, digits: &str, outcome: Option<Outcome>) -> Markup {
    let say = words(visit.language);
    html! {
        section.card.stack aria-labelledby="helped" {
            h2 #helped { (say.helped) }
            @if let Some(outcome) = outcome { p { ((say.said)((say.outcome)(outcome))) } }
            (visit.form(at::CLINIC_MINE, &html! {
                input type="hidden" name="code" value=(digits);
                input type="hidden" name="do" value="say";
                div.row {
                    @for outcome in Outcome::ALL { button.btn.alt.s name="outcome" value=(outcome.code()) { ((say.outcome)(*outcome)) } }
                }
            }))
        }
    }
}

fn removal(visit: &Visit, digits: &str, faults: &Faults) -> Markup {
    let say = words(visit.language);
    let sure = [Choice { value: "yes", label: say.sure, meaning: "", is_chosen: false, language: None }];
    html! {
        details.note open[faults.at("sure").is_some()] {
            summary { (say.remove) }
            p { (say.remove_lead) }
            (visit.form(at::CLINIC_MINE, &html! {
                input type="hidden" name="code" value=(digits);
                (parts::choices("sure", say.remove, true, &sure, faults))
                button.btn.bad name="do" value="remove" { (say.remove_now) }
            }))
        }
    }
}

pub fn removed(visit: &Visit) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.removed) }
        p { (say.removed_lead) }
        p { a href=(visit.to(at::CLINIC)) { (say.leave) } }
    };
    visit.standing_at("").page(say.removed, Width::Column, &main)
}
