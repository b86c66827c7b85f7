//! One-time links: the first administrator, invitations, forgotten passwords.
//!
//! Opening a link changes nothing; its form does.

use actix_web::{HttpResponse, web};

use super::refusals::{new_password, parse_name};
use crate::{
    accounts::{
        Account, Gatehouse, Refusal, invite, pages,
        pages::SetPassword,
        reset_password, set_up,
        set_up::Newcomer,
        words::{Words, words},
    },
    address::EmailAddress,
    clock::Moment,
    db::RegisterConn,
    dice::Dice,
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
                &office.master,
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
    password_page(&visit, &gate, &RESET, &token).await
}

/// `POST` [`at::RESET`]
pub async fn reset(
    visit: Visit,
    gate: web::Data<Gatehouse>,
    token: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    set_password(&visit, &gate, &RESET, &token, body).await
}

/// `GET` [`at::INVITATION`]
pub async fn invitation_new(visit: Visit, gate: web::Data<Gatehouse>, token: web::Path<String>) -> Result<HttpResponse, Failure> {
    password_page(&visit, &gate, &INVITATION, &token).await
}

/// `POST` [`at::INVITATION`]
pub async fn invitation(
    visit: Visit,
    gate: web::Data<Gatehouse>,
    token: web::Path<String>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    set_password(&visit, &gate, &INVITATION, &token, body).await
}

/// Whose link it was, after their password, by its hash, has been set.
type SetsPassword = fn(&mut RegisterConn, &Gatehouse, &Token, &str, Moment, &mut Dice) -> Result<Account, Refusal>;

/// A kind of link that sets a password: whose it is, what its form does, how it is called.
struct PasswordLink {
    whose: fn(&mut RegisterConn, &Token, Moment) -> Result<Account, Refusal>,
    deed: SetsPassword,
    title: fn(&Words) -> &'static str,
    address: fn(&Token) -> String,
}

const RESET: PasswordLink = PasswordLink {
    whose: reset_password::resettable,
    deed: reset_password::reset,
    title: |say| say.set_password,
    address: at::reset,
};

const INVITATION: PasswordLink = PasswordLink {
    whose: invite::invited,
    deed: |conn, house, token, hash, now, _| invite::accept(conn, &house.master, token, hash, now),
    title: |say| say.welcome,
    address: at::invitation,
};

async fn password_page(visit: &Visit, gate: &Gatehouse, link: &PasswordLink, token: &str) -> Result<HttpResponse, Failure> {
    let Some((token, account)) = whose(visit, gate, link, token).await? else { return Ok(pages::link_spent(visit)) };
    Ok(draw(visit, link, &token, &account, &Faults::none()))
}

async fn set_password(
    visit: &Visit,
    gate: &Gatehouse,
    link: &'static PasswordLink,
    token: &str,
    body: Body,
) -> Result<HttpResponse, Failure> {
    let form = visit.accept(body)?;
    let Some((token, account)) = whose(visit, gate, link, token).await? else { return Ok(pages::link_spent(visit)) };
    let personal = [account.email.reveal(), &account.name];
    let password = match new_password(form.raw("password"), &personal, visit.language) {
        Ok(password) => password,
        Err(faults) => return Ok(draw(visit, link, &token, &account, &faults)),
    };
    let hash = gate.passwords.hash(password).await?;
    let (now, chance, house) = (visit.premises.now(), visit.premises.chance.clone(), gate.clone());
    match gate.db.register(move |conn| (link.deed)(conn, &house, &token, &hash, now, &mut chance.dice())).await {
        Ok(_) => Ok(see_other(&at::done(&visit.to(at::SIGN_IN), "password-set"))),
        Err(Refusal::LinkSpent) => Ok(pages::link_spent(visit)),
        Err(other) => Err(other.into()),
    }
}

/// Whose link it is, without using it; `None` if it is spent.
async fn whose(visit: &Visit, gate: &Gatehouse, link: &PasswordLink, token: &str) -> Result<Option<(Token, Account)>, Failure> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    let (looked, whose, now) = (token.clone(), link.whose, visit.premises.now());
    match gate.db.read_register(move |conn| whose(conn, &looked, now)).await {
        Ok(account) => Ok(Some((token, account))),
        Err(Refusal::LinkSpent) => Ok(None),
        Err(other) => Err(other.into()),
    }
}

fn draw(visit: &Visit, link: &PasswordLink, token: &Token, account: &Account, faults: &Faults) -> HttpResponse {
    let address = (link.address)(token);
    let form = SetPassword { title: (link.title)(words(visit.language)), email: account.email.reveal(), address: &address };
    pages::set_password(visit, &form, faults)
}

/// `GET` [`at::SETUP`]
pub async fn set_up_new(visit: Visit, gate: web::Data<Gatehouse>, token: web::Path<String>) -> Result<HttpResponse, Failure> {
    match may_set_up(&visit, &gate, &token).await? {
        Some(token) => Ok(pages::set_up(&visit, &at::setup(&token), "", "", &Faults::none())),
        None => Ok(pages::link_spent(&visit)),
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
    let Some(token) = may_set_up(&visit, &gate, &token).await? else { return Ok(pages::link_spent(&visit)) };
    let (name, typed) = (form.text("name"), form.text("email"));
    let mut faults = Faults::none();
    let name = faults.take("name", parse_name(name, visit.language));
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

/// The token, if it still makes a first administrator. Does not use it.
async fn may_set_up(visit: &Visit, gate: &Gatehouse, token: &str) -> Result<Option<Token>, Failure> {
    let Some(token) = Token::parse(token) else { return Ok(None) };
    let (looked, now) = (token.clone(), visit.premises.now());
    match gate.db.read_register(move |conn| set_up::may_set_up(conn, &looked, now)).await {
        Ok(()) => Ok(Some(token)),
        Err(Refusal::LinkSpent) => Ok(None),
        Err(other) => Err(other.into()),
    }
}
