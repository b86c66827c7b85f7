//! Pages before anyone is signed in: the door, the second step, links from letters.

use maud::html;

use crate::{
    accounts::words::words,
    web::{
        Faults, Page, Visit, Width, at,
        parts::{self, Field},
    },
};

/// `to` is where somebody was on the way to.
pub fn sign_in(visit: &Visit, email: &str, to: &str, faults: &Faults) -> Page {
    let say = words(visit.language);
    let done = match visit.done() {
        Some("signed-out") => Some(say.signed_out),
        Some("signed-out-everywhere") => Some(say.signed_out_everywhere),
        Some("password-set") => Some(say.password_set),
        _ => None,
    };
    let fields = html! {
        (Field::email("email", say.email, faults).value(email))
        (Field::password(visit.language, "password", say.password, faults, false))
        @if !to.is_empty() { input type="hidden" name="to" value=(to); }
        button.btn.wide { (say.enter) }
    };
    let main = html! {
        div.signin.stack-l {
            @if let Some(done) = done { (parts::done(done)) }
            div.stack { h1 { (say.sign_in) } p.muted { (say.sign_in_lead) } }
            div.card.stack {
                (visit.form(at::SIGN_IN, &fields))
                p { a href=(visit.to(at::FORGOTTEN)) { (say.forgot) } }
            }
            (parts::note(say.staff_need_no_account))
        }
    };
    visit.page_with_faults(say.sign_in, Width::Column, faults, &main)
}

pub fn second_step(visit: &Visit, to: &str, faults: &Faults) -> Page {
    let say = words(visit.language);
    let fields = html! {
        (Field::code("code", say.code, faults).hint(say.code_hint))
        @if !to.is_empty() { input type="hidden" name="to" value=(to); }
        button.btn.wide { (say.check_code) }
    };
    let main = html! {
        div.signin.stack-l {
            div.stack { h1 { (say.second_step) } p { (say.second_step_lead) } }
            div.card.stack {
                (visit.form(at::SECOND_STEP, &fields))
                p { a href=(visit.to(at::SIGN_IN)) { (say.start_over) } }
            }
        }
    };
    visit.page_with_faults(say.second_step, Width::Column, faults, &main)
}

pub fn forgotten(visit: &Visit, email: &str, faults: &Faults) -> Page {
    let say = words(visit.language);
    let fields = html! {
        (Field::email("email", say.email, faults).value(email))
        button.btn.wide { (say.send_link) }
    };
    let main = html! {
        div.signin.stack-l {
            div.stack { h1 { (say.forgotten) } p { (say.forgotten_lead) } }
            div.card.stack {
                (visit.form(at::FORGOTTEN, &fields))
                p { a href=(visit.to(at::SIGN_IN)) { (say.back_to_sign_in) } }
            }
        }
    };
    visit.page_with_faults(say.forgotten, Width::Column, faults, &main)
}

pub fn link_sent(visit: &Visit) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.signin.stack {
            h1 { (say.link_sent) }
            p { (say.link_sent_lead) }
            p { a href=(visit.to(at::SIGN_IN)) { (say.back_to_sign_in) } }
        }
    };
    visit.page(say.link_sent, Width::Column, &main)
}

/// Whose password is set, and where the form goes.
pub struct SetPassword<'page> {
    pub title: &'page str,
    pub email: &'page str,
    pub address: &'page str,
}

pub fn set_password(visit: &Visit, form: &SetPassword, faults: &Faults) -> Page {
    let say = words(visit.language);
    let fields = html! {
        // For managers of passwords, which want to know whose it is.
        input type="email" name="email" value=(form.email) autocomplete="username" readonly hidden;
        (Field::password(visit.language, "password", say.new_password, faults, true).hint(say.new_password_hint))
        button.btn.wide { (say.save_password) }
    };
    let main = html! {
        div.signin.stack-l {
            div.stack { h1 { (form.title) } p { ((say.set_password_for)(form.email)) } }
            div.card.stack { (visit.form(form.address, &fields)) }
        }
    };
    visit.page_with_faults(form.title, Width::Column, faults, &main)
}

pub fn set_up(visit: &Visit, address: &str, name: &str, email: &str, faults: &Faults) -> Page {
    let say = words(visit.language);
    let fields = html! {
        (Field::new("name", say.name, faults).value(name).autocomplete("name"))
        (Field::email("email", say.email, faults).value(email))
        (Field::password(visit.language, "password", say.new_password, faults, true).hint(say.new_password_hint))
        button.btn.wide { (say.create_admin) }
    };
    let main = html! {
        div.signin.stack-l {
            div.stack { h1 { (say.set_up) } p { (say.set_up_lead) } }
            div.card.stack { (visit.form(address, &fields)) }
        }
    };
    visit.page_with_faults(say.set_up, Width::Column, faults, &main)
}

/// For links that were used, replaced, or are too old. Never says which.
pub fn link_spent(visit: &Visit) -> Page {
    let say = words(visit.language);
    let main = html! {
        div.signin.stack {
            h1 { (say.link_spent) }
            p { (say.link_spent_lead) }
            p { a.btn.alt href=(visit.to(at::FORGOTTEN)) { (say.forgotten) } }
            p { a href=(visit.to(at::SIGN_IN)) { (say.back_to_sign_in) } }
        }
    };
    visit.page_gone(say.link_spent, &main)
}
