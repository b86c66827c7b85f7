//! Switching the second factor on, and the recovery codes, shown once.

use maud::html;

use crate::{
    accounts::{Account, totp::Totp, words::words},
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
        qr_code,
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
                    figure.qr { (qr_code(&address, say.qr_meaning)) }
                    p.small.muted { (say.cannot_scan) }
                    p.code translate="no" { (totp.to_type()) }
                }
                li { (visit.form(at::SECOND_FACTOR, &fields)) }
            }
        }
    };
    visit.page_with_faults(say.switch_on, Width::Column, faults, &main)
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
