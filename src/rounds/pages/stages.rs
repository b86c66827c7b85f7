//! Asked once more, before something is done that cannot be taken back.

use maud::html;

use super::heading::{self, Head};
use crate::{
    rounds::words::stages::words,
    web::{Page, Visit, Width, at},
};

pub fn publication(visit: &Visit, head: &Head) -> Page {
    let say = words(visit.language);
    let sentences = [say.publication_lead, say.publication_stays];
    question(visit, head, say.publication, &sentences, (&at::round_publication(head.survey.id), "btn", say.publish), say.not_yet)
}

pub fn removal(visit: &Visit, head: &Head) -> Page {
    let say = words(visit.language);
    let sentences = [say.removal_lead, say.removal_stays];
    question(visit, head, say.removal, &sentences, (&at::round_removal(head.survey.id), "btn bad", say.remove), say.keep)
}

fn question(
    visit: &Visit,
    head: &Head,
    title: &str,
    sentences: &[&str],
    (address, class, label): (&str, &str, &str),
    keep: &str,
) -> Page {
    let main = html! {
        (heading::of_page(visit, head, title, ""))
        section.card.danger.stack {
            @for sentence in sentences { p { (sentence) } }
            div.acts {
                (visit.button(address, class, label))
                a.btn.alt href=(visit.to(&at::round(head.survey.id))) { (keep) }
            }
        }
    };
    visit.page(title, Width::Column, &main)
}
