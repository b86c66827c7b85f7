//! Where somebody with a receipt begins to answer anew. The receipt travels in the form, never in an address.

use maud::html;

use super::{
    facts::checkable,
    start::{begin, titled},
};
use crate::{
    answering::{
        luggage::{AGAIN, RECEIPT},
        sitting::Sitting,
        words,
    },
    credentials::issue::Stage,
    language::moment_in_words,
    web::{Faults, Page, Visit, Width, assets, at, parts::Field},
};

pub fn replace(visit: &Visit, sitting: &Sitting, typed: &str, faults: &Faults) -> Page {
    let say = words::start(visit.language);
    let Some(posted) = sitting.posted.as_ref().filter(|_| sitting.stage == Stage::Open) else {
        return super::start(visit, sitting);
    };
    // Browsers with scripts ask for it on a page of their own, which does not send it anywhere.
    let for_others = html! {
        noscript { (Field::new(RECEIPT, say.receipt, faults).hint(say.receipt_hint).value(typed)) }
        div data-say="weaker" hidden { (Field::new(AGAIN, say.receipt, &Faults::none()).hint(say.receipt_hint).value(typed)) }
    };
    let main = html! {
        (titled(visit, sitting, say.replace_title))
        p { (say.replace_lead) }
        @if let Some(closes) = sitting.closes() { p { (say.until) " " b.nb { (moment_in_words(visit.language, closes)) } } }
        (begin(visit, sitting, posted, &for_others))
        (checkable(visit.language, sitting, posted))
        p.small { a href=(visit.to(&at::survey(sitting.survey.id))) { (say.results) } }
        script type="module" src=(assets::START) {}
    };
    visit.page_with_faults(say.replace_title, Width::Column, faults, &main)
}
