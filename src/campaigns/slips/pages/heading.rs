//! What stands on top of the pages about slips: the way back to the round, and what it is about.

use maud::{Markup, html};

use crate::{
    surveys::Survey,
    web::{Visit, at},
};

pub fn heading(visit: &Visit, survey: &Survey, title: &str) -> Markup {
    html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::round(survey.id))) { (survey.name(visit.language)) } }
            h1 { (title) }
        }
    }
}
