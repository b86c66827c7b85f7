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
    web::{Page, Visit, Width, assets, at, parts, qr_code},
};

/// What stands on every slip.
pub struct Imprint<'page> {
    /// Scheme and host.
    pub host: &'page str,
    /// The address behind the picture.
    pub link: &'page dyn Fn(Language, &str) -> String,
}

pub fn sheets(visit: &Visit, survey: &Survey, slips: &[Slip], imprint: &Imprint) -> Page {
    let title = words(visit.language).sheets_title;
    let address = |code: &str| (imprint.link)(Language::Thai, &at::personal(code));
    sheets_below(visit, &heading(visit, survey, title), slips, &of_survey(visit, survey, imprint), &address)
}

/// `address`: where the picture of a code leads.
pub fn sheets_below(visit: &Visit, heading: &Markup, slips: &[Slip], every: &OnEvery, address: &dyn Fn(&str) -> String) -> Page {
    let say = words(visit.language);
    let main = html! {
        link rel="stylesheet" href=(assets::SLIPS);
        div.stack.noprint {
            (heading)
            p { (say.sheets_lead) }
            (parts::warning(say.sheets_once))
            p { (say.careful) }
        }
        @for sheet in slip::sheets(slips) {
            div.sheet lang="th" { @for slip in sheet { (drawn(slip, every, &address(&slip.code), say.picture)) } }
        }
    };
    visit.standing_at("").page(say.sheets_title, Width::Wide, &main)
}

/// The same on every slip, in words.
pub struct OnEvery {
    pub asks: String,
    pub until: String,
    pub how: String,
    /// What a code with a name tells, and what one of nobody.
    pub named: &'static str,
    pub drawn: &'static str,
    pub keep: &'static str,
    pub ask: Option<String>,
    pub in_english: String,
}

fn of_survey(visit: &Visit, survey: &Survey, imprint: &Imprint) -> OnEvery {
    let masthead = visit.premises.sign.now();
    let host = imprint.host.trim_start_matches("https://").trim_start_matches("http://");
    let closes = survey.state.window().map(|window| moment_in_words(Language::Thai, window.closes)).unwrap_or_default();
    let contact = masthead.contact(Language::Thai);
    OnEvery {
        asks: (PRINTED.asks)(masthead.name(Language::Thai)),
        until: (PRINTED.until)(&closes),
        how: (PRINTED.how)(host),
        named: PRINTED.named,
        drawn: PRINTED.drawn,
        keep: PRINTED.keep,
        ask: (!contact.is_empty()).then(|| (PRINTED.ask)(contact)),
        in_english: (PRINTED.in_english)(host),
    }
}

fn drawn(slip: &Slip, every: &OnEvery, address: &str, picture: &str) -> Markup {
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
            div.qr { (qr_code(address, picture)) }
            p.digits translate="no" { (slip.in_fours()) }
            div.rest {
                p { (every.how) }
                p { (if is_drawn { every.drawn } else { every.named }) " " (every.keep) }
                @if let Some(ask) = &every.ask { p.most { (ask) } }
                p lang="en" { (every.in_english) @if is_drawn { " " (PRINTED.drawn_in_english) } }
            }
        }
    }
}
