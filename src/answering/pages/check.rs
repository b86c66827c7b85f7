//! The check page for a browser without scripts: every answer read back, and what makes the ballot drawn.

use maud::{Markup, html};

use super::sheet::{all_carried, language_switch};
use crate::{
    answering::{luggage::Luggage, sitting::Sitting, turning::Turning, words},
    asking::{self, anchor},
    instruments::Item,
    web::{Page, Visit, Width, parts},
};

pub fn check(visit: &Visit, sitting: &Sitting, turning: &Turning, luggage: &Luggage) -> Page {
    let say = words::handing_in(visit.language);
    let change = |item: &Item, words: &Markup| {
        let address = format!("{}#{}", sitting.way.page(turning.page_of(item)), anchor(item));
        html! { button.link formaction=(visit.to(&address)) name="go" value="change" { (words) } }
    };
    let main = html! {
        form.stack-l method="post" action=(visit.to(&sitting.way.page("send"))) novalidate {
            (all_carried(turning, luggage))
            (asking::review(turning.instrument, visit.language, &turning.answers, &change))
            div.stack {
                (parts::warning(say.server_seals))
                button.btn.wide name="go" value="send" { (asking::words(visit.language).send) }
                p.small.muted { (say.after_sending) }
            }
            (language_switch(visit.language))
        }
    };
    visit.standing_at("").page(words::start(visit.language).title, Width::Column, &main)
}
