//! Asked once more before something is done with a session: what it does, and that it cannot be taken back.

use maud::{Markup, html};

use crate::{
    clock::Moment,
    language::moment_in_words,
    meetings::{Meeting, Reach, words::sessions::words},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, DayField, Field, TypedMoment},
    },
};

fn page(visit: &Visit, meeting: &Meeting, title: &str, faults: &Faults, main: &Markup) -> Page {
    let main = html! {
        div.stack-s {
            p.small { a href=(visit.to(&at::meeting(meeting.id, ""))) { (meeting.name(visit.language)) } }
            h1 { (title) }
        }
        (main)
    };
    visit.page_with_faults(title, Width::Column, faults, &main)
}

fn consequences(visit: &Visit, sentences: &[&str]) -> Markup {
    html! {
        section.stack-s {
            h2 { (words(visit.language).consequences) }
            div.prose { ul { @for sentence in sentences { li { (sentence) } } } }
        }
    }
}

fn press(visit: &Visit, meeting: &Meeting, button: &str) -> Markup {
    html! {
        div.acts {
            button.btn { (button) }
            a.btn.alt href=(visit.to(&at::meeting(meeting.id, ""))) { (words(visit.language).keep) }
        }
    }
}

/// `faults` stand at `opening`.
pub fn ask_to_open(visit: &Visit, meeting: &Meeting, reach: Reach, faults: &Faults) -> Page {
    let say = words(visit.language);
    let invites = if meeting.plan.has_links() { (say.opening_invites)(reach.meant) } else { say.opening_no_links.to_owned() };
    let fields = html! {
        div #opening.stack { (parts::fault_at("opening", faults)) (consequences(visit, &[say.opening_fixes, &invites])) }
        (press(visit, meeting, say.open))
    };
    let main = html! { div.card { (visit.form(&at::meeting(meeting.id, "/opening"), &fields)) } };
    page(visit, meeting, say.opening, faults, &main)
}

pub fn ask_to_remove(visit: &Visit, meeting: &Meeting) -> Page {
    let say = words(visit.language);
    let fields = html! { p { (say.removal_lead) } (press(visit, meeting, say.remove)) };
    let main = html! { div.card { (visit.form(&at::meeting(meeting.id, "/removal"), &fields)) } };
    page(visit, meeting, say.removal, &Faults::none(), &main)
}

pub fn ask_to_cancel(visit: &Visit, meeting: &Meeting) -> Page {
    let say = words(visit.language);
    let fields = html! {
        (consequences(visit, &[say.cancellation_letters, say.cancellation_links, say.cancellation_stays]))
        (press(visit, meeting, say.cancel))
    };
    let main = html! { div.card { (visit.form(&at::meeting(meeting.id, "/cancellation"), &fields)) } };
    page(visit, meeting, say.cancellation, &Faults::none(), &main)
}

pub fn ask_to_end(visit: &Visit, meeting: &Meeting) -> Page {
    let say = words(visit.language);
    let fields = html! { p { (say.end_lead) } (press(visit, meeting, say.finish)) };
    let main = html! { div.card { (visit.form(&at::meeting(meeting.id, "/end"), &fields)) } };
    page(visit, meeting, say.end, &Faults::none(), &main)
}

pub fn ask_to_put_off(visit: &Visit, meeting: &Meeting, closes: Moment, typed: &TypedMoment, faults: &Faults) -> Page {
    let say = words(visit.language);
    let form = super::super::words::form::words(visit.language);
    let fields = html! {
        p { ((say.closes_now)(&moment_in_words(visit.language, closes))) }
        (DayField::new("closes", say.new_close, &typed.day, "", faults, visit.language))
        (Field::new("closes_time", say.new_time, faults).hint(form.time_hint).value(&typed.time))
        p { (say.extension_shown) }
        (press(visit, meeting, say.put_off))
    };
    let main = html! { div.card { (visit.form(&at::meeting(meeting.id, "/extension"), &fields)) } };
    page(visit, meeting, say.extension, faults, &main)
}
