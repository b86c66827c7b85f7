//! Asked once more, before something is done that cannot be taken back.

use maud::html;

use super::heading::{self, Head};
use crate::{
    rounds::words::stages::words,
    web::{Page, Visit, Width, at},
};

pub fn removal(visit: &Visit, head: &Head) -> Page {
    let say = words(visit.language);
    let address = at::round_removal(head.survey.id);
    let main = html! {
        (heading::of_page(visit, head, say.removal, ""))
        section.card.danger.stack {
            p { (say.removal_lead) }
            p { (say.removal_stays) }
            div.acts {
                (visit.button(&address, "btn bad", say.remove))
                a.btn.alt href=(visit.to(&at::round(head.survey.id))) { (say.keep) }
            }
        }
    };
    visit.page(say.removal, Width::Column, &main)
}
