//! Asked once more before an activity is removed.

use maud::html;

use super::form::as_it_is_kept;
use crate::{
    activities::Activity,
    web::{Faults, Page, Visit, Width, at},
    yearly::words::listing::words,
};

/// `faults`: that somebody changed it since this was asked first.
pub fn removal(visit: &Visit, activity: &Activity, faults: &Faults) -> Page {
    let (say, back) = (words(visit.language), visit.to(&at::activity(activity.id, "")));
    let fields = html! {
        input type="hidden" name="mark" value=(activity.edition);
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
        @if faults.at("changed").is_some() { (as_it_is_kept(visit, activity, faults)) }
        div.card { (visit.form(&at::activity(activity.id, "/removal"), &fields)) }
    };
    visit.page_with_faults(say.removal, Width::Column, faults, &main)
}
