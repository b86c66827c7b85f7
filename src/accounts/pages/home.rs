//! Where somebody arrives after signing in.

use maud::html;

use crate::{
    accounts::{
        Account, Role,
        words::{role_in_words, role_meaning, words},
    },
    web::{Page, Visit, Width, at, parts},
};

pub fn home(visit: &Visit, account: &Account) -> Page {
    let say = words(visit.language);
    let main = html! {
        h1 { ((say.hello)(&account.name)) }
        @if account.roles.is_empty() {
            (parts::empty(say.no_role, &html! {}))
        } @else {
            (parts::note(say.nothing_open))
            @if account.roles.join_who_and_what() { (parts::warning(say.joins_who_and_what)) }
            section.stack aria-labelledby="roles" {
                h2 #roles { (say.your_roles) }
                ul.roles {
                    @for role in account.roles.iter() {
                        li.card.stack {
                            h3 { (role_in_words(visit.language, role)) }
                            p.small.muted { (role_meaning(visit.language, role)) }
                            @if role == Role::Admin {
                                p.row {
                                    a.btn.s.alt href=(visit.to(at::PEOPLE)) { (say.people) }
                                    a.btn.s.alt href=(visit.to(at::SETTINGS)) { (say.settings) }
                                }
                            }
                            @if role == Role::Hr {
                                p.row {
                                    a.btn.s.alt href=(visit.to(at::HR)) { (say.turnout) }
                                    a.btn.s.alt href=(visit.to(at::ROSTER)) { (say.roster) }
                                    a.btn.s.alt href=(visit.to(at::SURVEYS)) { (say.surveys) }
                                }
                            }
                            @if role == Role::Coordinator {
                                p.row {
                                    a.btn.s.alt href=(visit.to(at::WORK)) { (say.work) }
                                    a.btn.s.alt href=(visit.to(at::SURVEYS)) { (say.surveys) }
                                    a.btn.s.alt href=(visit.to(at::SCORES)) { (say.scores) }
                                    a.btn.s.alt href=(visit.to(at::MEETINGS)) { (say.clinic_sessions) }
                                }
                            }
                            @if role == Role::Desk {
                                p.row {
                                    a.btn.s.alt href=(visit.to(at::CLINIC_DESK)) { (say.clinic_desk) }
                                    a.btn.s.alt href=(visit.to(at::MEETINGS)) { (say.clinic_sessions) }
                                }
                            }
                            @if role == Role::Viewer {
                                p.row {
                                    a.btn.s.alt href=(visit.to(at::WORK)) { (say.work) }
                                    a.btn.s.alt href=(visit.to(at::SCORES)) { (say.scores) }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    visit.page(say.home, Width::Wide, &main)
}
