//! One-time links: the first administrator, invitations, forgotten passwords.
//!
//! Opening a link changes nothing; its form does.

use actix_web::{HttpResponse, web};

use super::new_password;
use crate::{
    accounts::{
        Gatehouse, Refusal, account::LONGEST_NAME, invite, pages, pages::SetPassword, reset_password, set_up, set_up::Newcomer,
        words::words,
    },
    address::EmailAddress,
    secrets::Token,
    web::{Body, Failure, Faults, Visit, at, see_other},
};

/// `GET` [`at::FORGOTTEN`]
pub async fn forgotten(visit: Visit) -> HttpResponse {
    if visit.done() == Some("sent") { pages::link_sent(&visit) } else { pages::forgotten(&visit, "", &Faults::none()) }
}

/// `POST` [`at::FORGOTTEN`]. The same answer, whether there is such an account or not.
pub async fn send_reset(visit: Visit, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let form = visit.accept(body)?;
    let say = words(visit.language);
    let typed = form.text("email");
    let Ok(email) = EmailAddress::parse(typed) else {
        let fault = if typed.is_empty() { say.email_missing } else { say.email_wrong };
        return Ok(pages::forgotten(&visit, typed, &Faults::one("email", fault)));
    };
    let (now, chance, office) = (visit.premises.now(), visit.premises.chance.clone(), gate.clone());
    gate.db
        .register(move |conn| {
            reset_password::ask_for_reset(
                conn,
                &|account| office.post_office(account.language),
                &|account, address| office.link(account.language, address),
                &email,
                now,
                &mut chance.dice(),
            )
        })
        .await?;
    Ok(see_other(&at::done(&visit.to(at::FORGOTTEN), "sent")))
}

/// `GET` [`at::RESET`]
pub async fn reset_new(visit: Visit, gate: web::Data<Gatehouse>, token: web::Path<String>) -> Result<HttpResponse, Failure> {
    let now = visit.premises.now();
    let Some(token) = Token::parse(&token) else { return Ok(pages::link_spent(&visit)) };
    let looked = {
        let token = token.clone();
        gate.db.read_register(move |conn| reset_password::resettable(conn, &token, now)).await
    };
    match looked {
        Ok(account) => Ok(pages::set_password(&visit, &of(&visit, account.email.reveal(), &at::reset(&token)), &Faults::none())),
        Err(Refusal::LinkSpent) => Ok(pages::link_spent(&visit)),
        Err(other) => Err(other.into()),
    }
}

/// `POST` [`at::RESET`]
pub async fn reset(
    visit: Visit,
    gate: web::Data<Gatehouse>,
    token: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let form = visit.accept(body)?;
    let Some(token) = Token::parse(&token) else { return Ok(pages::link_spent(&visit)) };
    let password = match new_password(form.raw("password"), &[form.text("email")], visit.language) {
        Ok(password) => password,
        Err(faults) => {
            return Ok(pages::set_password(&visit, &of(&visit, form.text("email"), &at::reset(&token)), &faults));
        }
    };
    let hash = gate.passwords.hash(password).await?;
    let (now, master) = (visit.premises.now(), gate.master.clone());
    match gate.db.register(move |conn| reset_password::reset(conn, &master, &token, &hash, now)).await {
        Ok(_) => Ok(see_other(&at::done(&visit.to(at::SIGN_IN), "password-set"))),
        Err(Refusal::LinkSpent) => Ok(pages::link_spent(&visit)),
        Err(other) => Err(other.into()),
    }
}

/// `GET` [`at::INVITATION`]
pub async fn invitation_new(visit: Visit, gate: web::Data<Gatehouse>, token: web::Path<String>) -> Result<HttpResponse, Failure> {
    let now = visit.premises.now();
    let Some(token) = Token::parse(&token) else { return Ok(pages::link_spent(&visit)) };
    let looked = {
        let token = token.clone();
        gate.db.read_register(move |conn| invite::invited(conn, &token, now)).await
    };
    match looked {
        Ok(account) => {
            let title = words(visit.language).welcome;
            let address = at::invitation(&token);
            let form = SetPassword { title, email: account.email.reveal(), address: &address };
            Ok(pages::set_password(&visit, &form, &Faults::none()))
        }
        Err(Refusal::LinkSpent) => Ok(pages::link_spent(&visit)),
        Err(other) => Err(other.into()),
    }
}

/// `POST` [`at::INVITATION`]
pub async fn invitation(
    visit: Visit,
    gate: web::Data<Gatehouse>,
    token: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let form = visit.accept(body)?;
    let Some(token) = Token::parse(&token) else { return Ok(pages::link_spent(&visit)) };
    let password = match new_password(form.raw("password"), &[form.text("email")], visit.language) {
        Ok(password) => password,
        Err(faults) => {
            let (title, address) = (words(visit.language).welcome, at::invitation(&token));
            let form = SetPassword { title, email: form.text("email"), address: &address };
            return Ok(pages::set_password(&visit, &form, &faults));
        }
    };
    let hash = gate.passwords.hash(password).await?;
    let (now, master) = (visit.premises.now(), gate.master.clone());
    match gate.db.register(move |conn| invite::accept(conn, &master, &token, &hash, now)).await {
        Ok(_) => Ok(see_other(&at::done(&visit.to(at::SIGN_IN), "password-set"))),
        Err(Refusal::LinkSpent) => Ok(pages::link_spent(&visit)),
        Err(other) => Err(other.into()),
    }
}

/// `GET` [`at::SETUP`]
pub async fn set_up_new(visit: Visit, gate: web::Data<Gatehouse>, token: web::Path<String>) -> Result<HttpResponse, Failure> {
    let Some(token) = Token::parse(&token) else { return Ok(pages::link_spent(&visit)) };
    let now = visit.premises.now();
    let looked = {
        let token = token.clone();
        gate.db.read_register(move |conn| set_up::may_set_up(conn, &token, now)).await
    };
    match looked {
        Ok(()) => Ok(pages::set_up(&visit, &at::setup(&token), "", "", &Faults::none())),
        Err(Refusal::LinkSpent) => Ok(pages::link_spent(&visit)),
        Err(other) => Err(other.into()),
    }
}

/// `POST` [`at::SETUP`]
pub async fn set_up(
    visit: Visit,
    gate: web::Data<Gatehouse>,
    token: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let form = visit.accept(body)?;
    let say = words(visit.language);
    let Some(token) = Token::parse(&token) else { return Ok(pages::link_spent(&visit)) };
    let (name, typed) = (form.text("name"), form.text("email"));
    let mut faults = Faults::none();
    let name = faults.take("name", parse_name(name, say.name_missing, say.name_too_long));
    let email = faults.take("email", EmailAddress::parse(typed).map_err(|_| say.email_wrong));
    let password = faults.take_all(new_password(form.raw("password"), &[typed, form.text("name")], visit.language));
    let (Some(name), Some(email), Some(password)) = (name, email, password) else {
        return Ok(pages::set_up(&visit, &at::setup(&token), form.text("name"), typed, &faults));
    };
    let newcomer = Newcomer { email, name: name.to_owned(), language: visit.language };
    let hash = gate.passwords.hash(password).await?;
    let (now, chance, master) = (visit.premises.now(), visit.premises.chance.clone(), gate.master.clone());
    let made =
        gate.db.register(move |conn| set_up::set_up(conn, &master, &token, &newcomer, &hash, now, &mut chance.dice())).await;
    match made {
        Ok(_) => Ok(see_other(&at::done(&visit.to(at::SIGN_IN), "password-set"))),
        Err(Refusal::LinkSpent) => Ok(pages::link_spent(&visit)),
        Err(other) => Err(other.into()),
    }
}

fn of<'page>(visit: &Visit, email: &'page str, address: &'page str) -> SetPassword<'page> {
    SetPassword { title: words(visit.language).set_password, email, address }
}

pub(super) fn parse_name<'form>(
    typed: &'form str,
    missing: &'static str,
    too_long: &'static str,
) -> Result<&'form str, &'static str> {
    if typed.is_empty() {
        Err(missing)
    } else if typed.chars().count() > LONGEST_NAME || typed.chars().any(char::is_control) {
        Err(too_long)
    } else {
        Ok(typed)
    }
}
