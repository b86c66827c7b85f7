//! Refusing reminders, and wanting them again.

use maud::html;

use super::start::titled;
use crate::{
    answering::{sitting::Sitting, words},
    web::{Page, Visit, Width, at, parts},
};

/// `link`: whose it is. `is_done`: they have just pressed one of the two buttons.
pub fn stop(visit: &Visit, sitting: &Sitting, link: &str, is_done: bool) -> Page {
    let say = words::start(visit.language);
    let address = at::personal_stop(link);
    let (label, value, class) = if sitting.is_left_alone { (say.stop_undo, "no", "btn alt") } else { (say.stop, "yes", "btn") };
    if sitting.is_nobodys() {
        let main = html! {
            (titled(visit, sitting, say.stop_title))
            (parts::note(say.stop_nobodys))
            p { a href=(visit.to(&sitting.way.start())) { (say.back_to_start) } }
        };
        return visit.page(say.title, Width::Column, &main);
    }
    let main = html! {
        (titled(visit, sitting, say.stop_title))
        @if is_done { (parts::done(if sitting.is_left_alone { say.stopped } else { say.stop_undone })) }
        @else if sitting.is_left_alone { (parts::note(say.stopped)) }
        @else { p { (say.stop_lead) } }
        form method="post" action=(visit.to(&address)) {
            button class=(class) name="stop" value=(value) { (label) }
        }
        p { a href=(visit.to(&sitting.way.start())) { (say.back_to_start) } }
    };
    visit.page(say.title, Width::Column, &main)
}
