//! What stands on top of the pages about slips: the way back, what it is about, which round.

use maud::{Markup, html};

use crate::{
    people::words::eligible,
    surveys::Survey,
    web::{Visit, at},
};

pub fn heading(visit: &Visit, survey: &Survey, title: &str) -> Markup {
    html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::eligible(survey.id))) { (eligible::words(visit.language).title) } }
            h1 { (title) }
            p.muted { (survey.name(visit.language)) }
        }
    }
}
