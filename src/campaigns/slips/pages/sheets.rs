//! Sheets of slips, two by four on A4, with lines to cut along.

use maud::{Markup, html};

use super::heading::heading;
use crate::{
    campaigns::slips::{
        slip::{self, Slip, To},
        words::{PRINTED, words},
    },
    language::{Language, moment_in_words},
    surveys::Survey,
    web::{Page, Visit, Width, assets, parts, qr_code},
};

/// What stands on every slip.
pub struct Imprint<'page> {
    /// Scheme and host.
    pub host: &'page str,
    /// The address behind the picture.
    pub link: &'page dyn Fn(Language, &str) -> String,
}

pub fn sheets(visit: &Visit, survey: &Survey, slips: &[Slip], imprint: &Imprint) -> Page {
    let say = words(visit.language);
    let imprint = OnEvery::of(visit, survey, imprint);
    let main = html! {
        link rel="stylesheet" href=(assets::SLIPS);
        div.stack.noprint {
            (heading(visit, survey, say.sheets_title))
            p { (say.sheets_lead) }
            (parts::warning(say.sheets_once))
            p { (say.careful) }
        }
        @for sheet in slip::sheets(slips) {
            div.sheet lang="th" { @for slip in sheet { (drawn(slip, &imprint, say.picture)) } }
        }
    };
    visit.standing_at("").page(say.sheets_title, Width::Wide, &main)
}

/// The same, in words.
struct OnEvery<'page> {
    asks: String,
    until: String,
    how: String,
    ask: Option<String>,
    in_english: String,
    link: &'page dyn Fn(Language, &str) -> String,
}

impl<'page> OnEvery<'page> {
    fn of(visit: &Visit, survey: &Survey, imprint: &Imprint<'page>) -> Self {
        let masthead = visit.premises.sign.now();
        let host = imprint.host.trim_start_matches("https://").trim_start_matches("http://");
        let closes = survey.state.window().map(|window| moment_in_words(Language::Thai, window.closes)).unwrap_or_default();
        let contact = masthead.contact(Language::Thai);
        Self {
            asks: (PRINTED.asks)(masthead.name(Language::Thai)),
            until: (PRINTED.until)(&closes),
            how: (PRINTED.how)(host),
            ask: (!contact.is_empty()).then(|| (PRINTED.ask)(contact)),
            in_english: (PRINTED.in_english)(host),
            link: imprint.link,
        }
    }
}

fn drawn(slip: &Slip, every: &OnEvery, picture: &str) -> Markup {
    let is_drawn = matches!(slip.to, To::Group(_));
    html! {
        section.slip {
            div {
                p.most { (every.asks) }
                p { b { (every.until) } }
                @match &slip.to {
                    To::Person { name, number, unit } => { p.most.to { (name) } p.most { (number) " · " (unit) } },
                    To::Group(group) => p.most.to { (group) },
                }
            }
            div.qr { (qr_code(&slip.address(every.link), picture)) }
            p.digits translate="no" { (slip.in_fours()) }
            div.rest {
                p { (every.how) }
                p { (if is_drawn { PRINTED.drawn } else { PRINTED.named }) " " (PRINTED.keep) }
                @if let Some(ask) = &every.ask { p.most { (ask) } }
                p lang="en" { (every.in_english) @if is_drawn { " " (PRINTED.drawn_in_english) } }
            }
        }
    }
}
