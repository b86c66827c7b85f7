//! Accounts, for administrators.

use maud::{Markup, html};

use crate::{
    accounts::{
        Account, Role, Roles,
        account::State,
        words::{role_in_words, role_meaning, words},
    },
    language::Language,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Choice, Field, Tone},
    },
};

pub fn people(visit: &Visit, accounts: &[Account]) -> Page {
    let say = words(visit.language);
    let rows = html! {
        table {
            thead { tr { th scope="col" { (say.name) } th scope="col" { (say.roles) } th scope="col" { (say.state) } } }
            tbody {
                @for account in accounts {
                    tr {
                        th scope="row" { a href=(visit.to(&at::person(account.id))) { (account.name) } br; span.small.muted { (account.email.reveal()) } }
                        td { ul.plain { @for role in account.roles.iter() { li { (role_in_words(visit.language, role)) } } } }
                        td { (state(visit.language, account)) }
                    }
                }
            }
        }
    };
    let main = html! {
        @if visit.done() == Some("invited") { (parts::done(say.invitation_sent)) }
        div.row.between {
            div.stack-s { h1 { (say.people) } p.muted { (say.people_lead) } }
            a.btn href=(visit.to(at::PEOPLE_NEW)) { (say.invite) }
        }
        div.card { (parts::table(say.people, &rows)) }
    };
    visit.page(say.people, Width::Wide, &main)
}

fn state(language: Language, account: &Account) -> Markup {
    let say = words(language);
    html! {
        @match account.state {
            State::Invited => (parts::tag(Tone::Watch, say.state_invited)),
            State::Open => (parts::tag(Tone::Good, say.state_open)),
            State::Closed { .. } => (parts::tag(Tone::Plain, say.state_closed)),
        }
        @if account.state == State::Open {
            br; span.small.muted { (if account.has_second_factor { say.has_second_factor } else { say.no_second_factor }) }
        }
    }
}

/// What was typed about somebody.
#[derive(Clone, Debug, Default)]
pub struct PersonForm {
    pub name: String,
    pub email: String,
    pub language: Language,
    pub roles: Roles,
}

pub fn new_person(visit: &Visit, form: &PersonForm, faults: &Faults) -> Page {
    let say = words(visit.language);
    let fields = html! {
        (Field::new("name", say.name, faults).value(&form.name))
        (Field::email("email", say.email, faults).value(&form.email).autocomplete("off"))
        (parts::languages("language", say.language, form.language, faults))
        (role_choices(visit.language, &form.roles, faults))
        button.btn { (say.send_invitation) }
    };
    let main = html! {
        div.stack-s { p.small { a href=(visit.to(at::PEOPLE)) { (say.people) } } h1 { (say.invite) } p.muted { (say.invite_lead) } }
        div.card { (visit.form(at::PEOPLE_NEW, &fields)) }
    };
    visit.page_with_faults(say.invite, Width::Column, faults, &main)
}

fn role_choices(language: Language, held: &Roles, faults: &Faults) -> Markup {
    let choices = Role::ALL.map(|role| Choice {
        value: role.code(),
        label: role_in_words(language, role),
        meaning: role_meaning(language, role),
        is_chosen: held.has(role),
        language: None,
    });
    parts::choices("roles", words(language).roles, true, &choices, faults)
}

pub fn person(visit: &Visit, account: &Account, roles: &Roles, is_self: bool, faults: &Faults) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("saved") => Some(say.saved),
        Some("invited") => Some(say.invitation_sent),
        Some("closed") => Some(say.account_closed),
        Some("reopened") => Some(say.account_reopened),
        Some("second-factor-off") => Some(say.switched_off),
        _ => None,
    };
    let fields = html! { (role_choices(visit.language, roles, faults)) button.btn { (say.save) } };
    let main = html! {
        @if let Some(done) = done { (parts::done(done)) }
        div.stack-s {
            p.small { a href=(visit.to(at::PEOPLE)) { (say.people) } }
            h1 { (account.name) }
            p.muted { (account.email.reveal()) }
            p { (state(visit.language, account)) }
        }
        @if account.roles.join_who_and_what() { (parts::warning(say.joins_who_and_what)) }
        div.card { (visit.form(&at::person(account.id), &fields)) }
        @if account.state == State::Invited {
            div.card.stack { (visit.button(&at::person_invite(account.id), "btn alt", say.invite_again)) }
        }
        @if account.has_second_factor && !is_self {
            div.card.stack { (visit.button(&at::person_second_factor(account.id), "btn alt", say.reset_second_factor)) }
        }
        @if !is_self {
            div.card.danger.stack {
                @match account.state {
                    State::Closed { .. } => (visit.button(&at::person_reopen(account.id), "btn alt", say.reopen_account)),
                    _ => {
                        p { (say.close_account_lead) }
                        p { a.btn.bad.alt href=(visit.to(&at::person_close(account.id))) { (say.close_account) } }
                    }
                }
            }
        }
    };
    visit.page_with_faults(&account.name, Width::Column, faults, &main)
}

/// Asked once more, with what it means.
pub fn confirm_closing(visit: &Visit, account: &Account) -> Page {
    let say = words(visit.language);
    let title = (say.close_account_for)(&account.name);
    let main = html! {
        h1 { (title) }
        section.card.danger.stack {
            p { (account.email.reveal()) }
            p { (say.close_account_lead) }
            div.acts {
                (visit.button(&at::person_close(account.id), "btn bad", say.close_account))
                a.btn.alt href=(visit.to(&at::person(account.id))) { (say.keep_open) }
            }
        }
    };
    visit.page(&title, Width::Column, &main)
}
