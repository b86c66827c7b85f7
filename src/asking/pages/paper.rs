//! The whole instrument as a form on paper: A4, to be filled in by hand.
//!
//! Promises that a question is never parted from its answers by the end of a page, and that what is asked of
//! some only says of whom. Fields are drawn, never given: nothing can be posted from here.

use maud::{Markup, html};

use super::{paper_items, texts};
use crate::{
    asking::words::{condition_in_words, words},
    instruments::{Condition, Instrument},
    language::Language,
};

pub fn paper(instrument: &Instrument, language: Language) -> Markup {
    let say = words(language);
    let mut numbered = instrument.numbered();
    let parts = instrument.parts.iter().filter(|part| !part.items.is_empty());
    html! {
        div.stack-l {
            div.stack-s {
                h1 { (texts::text(&instrument.title, language)) }
                (texts::lines(&instrument.lead, language, ""))
                p.small.muted { (say.paper_hint) }
            }
            @for (number, part) in (1..).zip(parts) {
                section.stack aria-labelledby={ "part-" (number) } {
                    h2 id={ "part-" (number) } { (number) ". " (texts::text(&part.title, language)) }
                    (only_those(instrument, part.show_if.as_ref(), language))
                    (texts::lines(&part.lead, language, ""))
                    ul.rank.nx {
                        @for (number, item) in numbered.by_ref().take(part.items.len()) {
                            li {
                                span.n { @if let Some(number) = number { (number) "." } }
                                div {
                                    (only_those(instrument, item.show_if.as_ref(), language))
                                    (paper_items::item(instrument, language, number, item))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn only_those(instrument: &Instrument, condition: Option<&Condition>, language: Language) -> Markup {
    let clause = condition.map(|condition| condition_in_words(instrument, condition, language));
    html! { @if let Some(clause) = clause { p.small.b { ((words(language).only_those)(&clause)) } } }
}
