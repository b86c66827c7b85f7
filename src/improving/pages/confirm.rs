//! Asked once more before something is removed.

use maud::html;

use super::plan::lined;
use crate::{
    improving::words::{forms, plans::words},
    plans::Plan,
    web::{Faults, Page, Visit, Width, at, parts},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    Plan,
    Measure,
    Step,
}

/// What is to go, and where the form is sent.
pub struct Removal<'page> {
    pub plan: &'page Plan,
    pub thing: Thing,
    pub text: &'page str,
    pub revision: i32,
    pub address: &'page str,
}

pub fn ask(visit: &Visit, removal: &Removal, faults: &Faults) -> Page {
    let (say, plan) = (words(visit.language), removal.plan);
    let title = match removal.thing {
        Thing::Plan => say.removal_plan,
        Thing::Measure => say.removal_measure,
        Thing::Step => say.removal_step,
    };
    let fields = html! {
        input type="hidden" name="mark" value=(removal.revision);
        div #changed { (parts::fault_at("changed", faults)) }
        p.b { (lined(removal.text)) }
        p { (say.removal_all) }
        @if removal.thing != Thing::Step { p { (say.removal_rounds_stay) } }
        div.acts {
            button.btn.bad { (say.remove) }
            a.btn.alt href=(visit.to(&at::plan(plan.id, ""))) { (forms::words(visit.language).cancel) }
        }
    };
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::plan(plan.id, ""))) { bdi { (plan.title(visit.language)) } } }
            h1 { (title) }
        }
        div.card { (visit.form(removal.address, &fields)) }
    };
    visit.page_with_faults(title, Width::Column, faults, &main)
}
