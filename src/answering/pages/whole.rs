//! All pages of questions, the check page, sending and the receipt in one document, for browsers with scripts:
//! `answer.js` shows one at a time, and nothing leaves the device before "send" is pressed.

use maud::{Markup, html};
use serde_json::json;

use super::{
    facts::nobody_sees,
    sent::{receipt, what_happens},
    sheet::empty,
};
use crate::{
    answering::{
        sitting::{Posted, Sitting},
        way::Way,
        words,
    },
    asking::{self, Fields, PageOf, condition_for_scripts},
    instruments::{Answers, Item},
    language::plain,
    web::{Icon, Page, Visit, Width, assets, at, parts},
};

pub fn whole(visit: &Visit, sitting: &Sitting, posted: &Posted) -> Page {
    let say = words::handing_in(visit.language);
    let paper = &posted.paper;
    let pages = asking::pages_of(&paper.instrument, paper.one_by_one);
    let main = html! {
        div data-sitting=(on_the_page(visit, sitting)) data-faults-title=(plain(say.faults_title)) {
            @if sitting.way.is_replacing() { (receipt_to_type(visit)) }
            @for (number, page) in (1..).zip(&pages) { (questions(visit, sitting, posted, number, page)) }
            (check(visit, &pages, posted))
            (sending(visit, sitting))
            (sent(visit, sitting, paper.k))
            (templates(visit))
        }
        noscript {
            (parts::warning(words::start(visit.language).needs_script))
            p { a href=(visit.to(&sitting.way.start())) { (words::start(visit.language).to_start) } }
        }
        script type="module" src=(assets::ANSWER) {}
    };
    visit.page(words::start(visit.language).title, Width::Column, &main)
}

/// What the script is told about where it is.
fn on_the_page(visit: &Visit, sitting: &Sitting) -> String {
    let link = if let Way::Personal(link) = &sitting.way { Some(link) } else { None };
    let ballots = visit.premises.hosts.ballots.as_deref().unwrap_or_default();
    let mode = if sitting.way.is_replacing() { "replace" } else { "hand_in" };
    json!({ "survey": sitting.survey.id, "stratum": sitting.stratum, "link": link, "mode": mode, "ballots": ballots }).to_string()
}

fn questions(visit: &Visit, sitting: &Sitting, posted: &Posted, number: usize, page: &PageOf) -> Markup {
    let say = words::handing_in(visit.language);
    let (answers, fields) = (Answers::default(), Fields::default());
    let sheet = empty(&posted.paper.instrument, visit.language, &answers, &fields);
    let title = format!("{}: {}", page.progress(visit.language), page.part.title.say(visit.language));
    let is_first = number == 1 && !sitting.way.is_replacing();
    html! {
        section.stack-l data-page=(number) data-title=(plain(&title)) data-show-if=[condition_for_scripts(page.part.show_if.as_ref())]
            hidden {
            (asking::part(&sheet, page))
            div.nav2 {
                button.btn type="button" data-go="next" { (say.next) }
                @if !is_first { button.btn.alt type="button" data-go="back" { (say.back) } }
            }
            @if number == 1 { (own_device(visit)) }
            (nobody_sees(visit.language, posted.paper.k))
            p.small.muted { (say.check_later) " " (say.keeps_here) }
        }
    }
}

/// Only then drafts outlive the page.
fn own_device(visit: &Visit) -> Markup {
    let say = words::start(visit.language);
    html! {
        div.choice {
            input type="checkbox" id="own-device" data-own-device;
            label for="own-device" { (say.own_device) span { (say.own_device_meaning) } }
        }
    }
}

/// By somebody who replaces, first of all.
fn receipt_to_type(visit: &Visit) -> Markup {
    let (say, begin) = (words::handing_in(visit.language), words::start(visit.language));
    html! {
        section.stack-l data-page="receipt" data-title=(plain(begin.replace_title)) hidden {
            div.stack-s { h1 { (begin.replace_title) } p { (begin.replace_lead) } }
            div.field #receipt-q data-missing=(begin.receipt_missing) data-wrong-released=(begin.receipt_released)
                data-wrong-no-such-ballot=(begin.receipt_unknown) {
                label for="receipt-typed" { (begin.receipt) }
                p.hint #receipt-hint { (begin.receipt_hint) }
                // Without a name: it is no answer.
                input.inp #receipt-typed type="text" inputmode="numeric" autocomplete="off" aria-describedby="receipt-hint" data-receipt-typed;
            }
            div.nav2 { button.btn type="button" data-go="next" { (say.next) } }
        }
    }
}

fn check(visit: &Visit, pages: &[PageOf], posted: &Posted) -> Markup {
    let say = asking::words(visit.language);
    let change = |item: &Item, words: &Markup| {
        let holds = |page: &PageOf| page.items.iter().any(|(_, here)| here.code == item.code);
        let number = pages.iter().position(holds).map_or(1, |at| at + 1);
        html! { a href={ "#" (number) } data-go=(number) { (words) } }
    };
    html! {
        section.stack-l data-page="check" data-title=(plain(say.check_title)) data-empty=(say.not_answered) hidden {
            (asking::read_back(&posted.paper.instrument, visit.language, &change))
            div.stack {
                button.btn.wide type="button" data-go="send" { (say.send) }
                p.small.muted { (words::handing_in(visit.language).after_sending) }
            }
            p { button.link type="button" data-go="back" { (words::handing_in(visit.language).back) } }
        }
    }
}

fn sending(visit: &Visit, sitting: &Sitting) -> Markup {
    let (say, begin) = (words::handing_in(visit.language), words::start(visit.language));
    html! {
        section.stack-l data-page="sending" data-title=(plain(say.sending_title)) hidden {
            h1 { (say.sending_title) }
            div.stack role="status" {
                @for (code, sentence) in [("signing", say.signing), ("sending", say.sending), ("other_tab", say.other_tab)] {
                    div.stack-s data-say=(code) hidden { (parts::note(sentence)) p.small.muted { (say.sending_lead) } }
                }
                div.stack-s data-say="waiting" hidden {
                    (parts::warning(say.waiting))
                    p { button.btn type="button" data-go="retry" { (say.try_now) } }
                    p.small.muted { (say.sending_lead) }
                }
                @for (code, sentence) in words::refusal(visit.language) {
                    div.stack data-say=(code) hidden {
                        (parts::warning(sentence))
                        @if code == "already_collected" {
                            p { a.btn.alt href=(visit.to(&at::replace(sitting.survey.id))) { (begin.replace) } }
                        }
                        p.row {
                            @if matches!(code, "failed" | "busy" | "too_large") { a.btn href="#check" data-go="check" { (say.back_to_check) } }
                            a href=(visit.to(&sitting.way.start())) { (begin.back_to_start) }
                        }
                    }
                }
            }
        }
    }
}

fn sent(visit: &Visit, sitting: &Sitting, k: u32) -> Markup {
    let say = words::handing_in(visit.language);
    let below = html! {
        p { button.btn.alt.s type="button" data-go="copy" hidden { (say.copy) } }
        p.small role="status" { span data-say="copied" hidden { (say.copied) } }
    };
    html! {
        section.stack-l data-page="sent" data-title=(plain(say.sent_title)) hidden {
            div.panel {
                h1 { (say.sent_title) }
                p data-say="stored" hidden { (say.sent) }
                p data-say="replaced" hidden { (say.replaced) }
            }
            (receipt(visit.language, sitting, "", &below))
            (what_happens(visit, sitting, k))
        }
    }
}

/// What the script draws faults from.
fn templates(visit: &Visit) -> Markup {
    let say = words::handing_in(visit.language);
    html! {
        template data-template="errors" data-missing=(say.missing) data-missing-one=(say.missing_one) data-wrong=(say.wrong) {
            div.errsum role="alert" tabindex="-1" { h2 data-heading {} ul {} }
        }
        template data-template="error" { p.err { (Icon::Warning) span data-text {} } }
    }
}
