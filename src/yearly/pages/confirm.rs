//! Asked once more before an activity is removed.

use maud::html;

use crate::{
    activities::Activity,
    web::{Page, Visit, Width, at},
    yearly::words::listing::words,
};

pub fn removal(visit: &Visit, activity: &Activity) -> Page {
    let (say, back) = (words(visit.language), visit.to(&at::activity(activity.id, "")));
    let fields = html! {
        p { (say.removal_lead) }
        @if activity.wanted.speaks_for.is_some() { p { (say.removal_source) } }
        div.acts {
            button.btn { (say.remove) }
            a.btn.alt href=(back) { (say.keep) }
        }
    };
    let main = html! {
        div.stack-s {
            p.small { a href=(back) { bdi { (activity.title(visit.language)) } } }
            h1 { (say.removal) }
        }
        div.card { (visit.form(&at::activity(activity.id, "/removal"), &fields)) }
    };
    visit.page(say.removal, Width::Column, &main)
}
