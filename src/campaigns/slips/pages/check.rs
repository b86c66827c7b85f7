//! Asked once more before slips are made: how many, and which codes become void.

use maud::html;

use super::{choose::SlipsForm, heading::heading, hidden};
use crate::{
    campaigns::slips::{print::Extent, words::words},
    people::words::counted::people,
    surveys::Survey,
    web::{Page, Visit, Width, at, parts},
};

pub struct Check<'page> {
    pub survey: &'page Survey,
    pub form: &'page SlipsForm,
    /// For whom, in words.
    pub whom: &'page str,
    pub extent: Extent,
    pub sheets: usize,
    pub is_drawn: bool,
}

pub fn check(visit: &Visit, check: &Check) -> Page {
    let say = words(visit.language);
    let Check { survey, form, whom, extent, sheets, is_drawn } = check;
    let main = html! {
        (heading(visit, survey, say.check_title))
        section.card.stack {
            p.b { (whom) }
            p { ((say.slips)(extent.slips, *sheets)) }
            @if *is_drawn {
                p { (say.as_many) }
                (parts::warning(say.same_again))
                p { (say.not_reminded) }
            } @else if extent.void > 0 {
                (parts::warning(&(say.void)(&people(visit.language, extent.void))))
            } @else {
                p { (say.none_void) }
            }
            p { (say.careful) }
            p { (say.once) }
            div.acts {
                (visit.form(&at::slips(survey.id), &html! { (hidden(form)) button.btn { (say.print) } }))
                a.btn.alt href=(visit.to(&at::slips(survey.id))) { (say.back) }
            }
        }
    };
    visit.page(say.check_title, Width::Column, &main)
}
