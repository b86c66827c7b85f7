//! Everyone's own account: name, password, second factor, devices.

use maud::{Markup, html};

use crate::{
    accounts::{Account, session::Session, words::words},
    language::moment_in_words,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field, Tone},
    },
};

pub struct AccountForm<'page> {
    pub account: &'page Account,
    pub here: &'page Session,
    pub devices: &'page [Session],
    pub recovery_codes_left: i64,
    pub faults: &'page Faults,
}

pub fn own_account(visit: &Visit, form: &AccountForm) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("saved") => Some(say.saved),
        Some("password-changed") => Some(say.password_changed),
        Some("device-signed-out") => Some(say.device_signed_out),
        Some("second-factor-off") => Some(say.switched_off),
        _ => None,
    };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s { h1 { (say.account) } p.muted { (form.account.email.reveal()) } }
        section.card.stack { (name_and_language(visit, form)) }
        section.card.stack aria-labelledby="second-factor" { (second_factor(visit, form)) }
        section.card.stack aria-labelledby="change-password" { (password(visit, form)) }
        section.card.stack aria-labelledby="devices" { (devices(visit, form)) }
    };
    visit.standing_at(at::ACCOUNT).page_with_faults(say.account, Width::Column, form.faults, &main)
}

fn name_and_language(visit: &Visit, form: &AccountForm) -> Markup {
    let say = words(visit.language);
    let fields = html! {
        (Field::new("name", say.name, form.faults).value(&form.account.name).autocomplete("name"))
        (parts::languages("language", say.language, form.account.language, form.faults))
        button.btn.s { (say.save) }
    };
    visit.form(at::ACCOUNT, &fields)
}

fn second_factor(visit: &Visit, form: &AccountForm) -> Markup {
    let say = words(visit.language);
    html! {
        h2 #second-factor { (say.second_factor) }
        @if form.account.has_second_factor {
            p { (parts::tag(Tone::Good, say.has_second_factor)) " " ((say.second_factor_on)(form.recovery_codes_left)) }
            (visit.form(at::RECOVERY_CODES, &html! {
                (Field::password(visit.language, "password-for-codes", say.password_to_confirm, form.faults, false))
                div.row {
                    button.btn.s.alt { (say.renew_codes) }
                    button.btn.s.alt formaction=(visit.to(at::SECOND_FACTOR_END)) { (say.switch_off) }
                }
            }))
        } @else {
            p { (say.second_factor_off) }
            p { a.btn.s.alt href=(visit.to(at::SECOND_FACTOR)) { (say.switch_on) } }
        }
    }
}

fn password(visit: &Visit, form: &AccountForm) -> Markup {
    let say = words(visit.language);
    let fields = html! {
        input type="email" name="email" value=(form.account.email.reveal()) autocomplete="username" readonly hidden;
        (Field::password(visit.language, "present", say.present_password, form.faults, false))
        (Field::password(visit.language, "password", say.new_password, form.faults, true).hint(say.new_password_hint))
        button.btn.s { (say.change_password) }
    };
    html! {
        h2 #change-password { (say.change_password) }
        (visit.form(at::ACCOUNT_PASSWORD, &fields))
    }
}

fn devices(visit: &Visit, form: &AccountForm) -> Markup {
    let say = words(visit.language);
    html! {
        h2 #devices { (say.devices) }
        p.small.muted { (say.devices_lead) }
        ul.devices {
            @for device in form.devices {
                li.row.between {
                    span {
                        b { @if device.device.is_empty() { (say.unknown_device) } @else { (device.device) } }
                        @if device.id == form.here.id { " " (parts::tag(Tone::Plain, say.this_device)) }
                        br;
                        span.small.muted { (say.last_seen) " " (moment_in_words(visit.language, device.seen)) }
                    }
                    @if device.id != form.here.id {
                        (visit.button(&at::session_end(device.id), "btn s alt", say.sign_out_there))
                    }
                }
            }
        }
        (visit.button(at::ACCOUNT_SESSIONS, "btn s alt", say.sign_out_everywhere))
    }
}
