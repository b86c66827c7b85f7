//! How every step begins: where one is, in words and as a bar.

use maud::{Markup, html};

use crate::{
    people::words::import::{Step, choose, steps},
    web::{Visit, at},
};

/// The head of a step; `title` is its one heading.
pub fn head(visit: &Visit, step: Step, title: &str, lead: &Markup) -> Markup {
    let say = choose::words(visit.language);
    html! {
        div.stack-s {
            p.small { a href=(visit.to(at::ROSTER)) { (say.roster) } @if step != Step::File { " · " a href=(visit.to(at::IMPORT)) { (say.title) } } }
            p.small.muted { (steps(visit.language, step)) " · " (step.name(visit.language)) }
            ol.steps aria-hidden="true" {
                @for other in Step::ALL {
                    li.done[other.number() < step.number() || step == Step::Done].now[other == step && step != Step::Done] {}
                }
            }
            h1 { (title) }
            (lead)
        }
    }
}
