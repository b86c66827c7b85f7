//! Why somebody cannot begin, and why nothing was sent: what happened, that nothing is lost, and what to do.

use maud::html;

use super::{sheet::all_carried, start::titled};
use crate::{
    answering::{luggage::Luggage, sitting::Sitting, turning::Turning, words},
    credentials::issue::NoEntry,
    web::{Page, Visit, Width, at, parts},
};

/// A link that leads nowhere, or nowhere any more. What the database says is for others.
pub fn no_entry(visit: &Visit, refusal: &NoEntry) -> Page {
    let say = words::start(visit.language);
    let masthead = visit.premises.sign.now();
    let contact = masthead.contact(visit.language);
    let (title, sentence) = match refusal {
        NoEntry::Replaced => (say.replaced_title, (say.replaced)(contact)),
        _ => (say.unknown_title, say.unknown.to_owned()),
    };
    let main = html! {
        h1 { (title) }
        (parts::note(&sentence))
        @if !matches!(refusal, NoEntry::Replaced) { p { a href=(visit.to(at::HOME)) { (say.type_again) } } }
    };
    let visit = visit.standing_at("");
    match refusal {
        NoEntry::Replaced => visit.page_gone(title, &main),
        _ => visit.page_missing(title, &main),
    }
}

/// The same form once more, with the reason. `code` is that of the protocol.
pub fn not_sent(visit: &Visit, sitting: &Sitting, form: Option<(&Turning, &Luggage)>, code: &str) -> Page {
    let say = words::handing_in(visit.language);
    let sentence = words::refusal(visit.language).into_iter().find(|(known, _)| *known == code).map_or("", |(_, said)| said);
    let may_help = matches!(code, "failed" | "busy" | "too_large");
    let main = html! {
        (titled(visit, sitting, say.not_sent_title))
        (parts::warning(sentence))
        @if let Some((turning, luggage)) = form.filter(|_| may_help) {
            form.stack method="post" action=(visit.to(&sitting.way.page("send"))) novalidate {
                (all_carried(turning, luggage))
                div.nav2 {
                    button.btn name="go" value="send" { (say.send_again) }
                    button.btn.alt formaction=(visit.to(&sitting.way.page("check"))) name="go" value="show" { (say.back_to_check) }
                }
            }
        }
        @if code == "already_collected" {
            p { a.btn.alt href=(visit.to(&at::replace(sitting.survey.id))) { (words::start(visit.language).replace) } }
        }
        p { a href=(visit.to(&sitting.way.start())) { (words::start(visit.language).back_to_start) } }
    };
    visit.standing_at("").page(say.not_sent_title, Width::Column, &main)
}
