//! Switching the second factor on, and the recovery codes, shown once.

use maud::{Markup, PreEscaped, html};
use qrcode::{QrCode, render::svg};

use crate::{
    accounts::{Account, totp::Totp, words::words},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
    },
};

pub fn enrol(visit: &Visit, account: &Account, totp: &Totp, is_owed: bool, faults: &Faults) -> Page {
    let say = words(visit.language);
    let [install, scan, enter] = say.enrol_steps;
    let address = totp.address("ClearJai", account.email.reveal());
    let fields = html! {
        input type="hidden" name="secret" value=(totp.to_text());
        (Field::code("code", enter, faults))
        button.btn { (say.switch_on) }
    };
    let main = html! {
        h1 { (say.switch_on) }
        @if is_owed { (parts::warning(say.second_factor_required)) }
        div.card.stack {
            ol.numbered.stack {
                li { (install) }
                li {
                    (scan)
                    figure.qr { (picture(&address, say.qr_meaning)) }
                    p.small.muted { (say.cannot_scan) }
                    p.code translate="no" { (totp.to_type()) }
                }
                li { (visit.form(at::SECOND_FACTOR, &fields)) }
            }
        }
    };
    visit.page_with_faults(say.switch_on, Width::Column, faults, &main)
}

fn picture(address: &str, meaning: &str) -> Markup {
    let Ok(code) = QrCode::new(address) else { return html! {} };
    let drawn = code.render::<svg::Color>().min_dimensions(220, 220).quiet_zone(true).build();
    // The library writes an XML head, which has no place inside a page.
    let svg = drawn.find("<svg").and_then(|start| drawn.get(start..)).unwrap_or_default();
    html! { div role="img" aria-label=(meaning) { (PreEscaped(svg)) } }
}

pub fn recovery_codes(visit: &Visit, codes: &[String]) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { (say.recovery_codes) }
        (parts::warning(say.recovery_codes_lead))
        ul.codes translate="no" { @for code in codes { li { (code) } } }
        p { a.btn href=(visit.to(at::ACCOUNT)) { (say.recovery_codes_kept) } }
    };
    visit.standing_at("").page(say.recovery_codes, Width::Column, &main)
}
