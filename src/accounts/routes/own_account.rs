//! One's own account: name, language, password, devices.

use actix_web::{HttpResponse, web};

use super::refusals::{new_password, parse_name};
use crate::{
    accounts::{
        Gatehouse, May, guard::no_cookie, own_account, pages, pages::AccountForm, password::Checked, permit::Anyone, words::words,
    },
    ids::SessionId,
    language::Language,
    web::{Body, Failure, Faults, at, see_other},
};

/// `GET` [`at::ACCOUNT`]
pub async fn show(who: May<Anyone>, gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    page(&who, &gate, &Faults::none()).await
}

/// `POST` [`at::ACCOUNT`]
pub async fn update(mut who: May<Anyone>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let form = who.visit.accept(body)?;
    let mut faults = Faults::none();
    let name = faults.take("name", parse_name(form.text("name"), who.visit.language)).map(str::to_owned);
    let language = Language::from_code(form.text("language")).unwrap_or(who.account.language);
    let Some(name) = name else {
        form.text("name").clone_into(&mut who.account.name);
        who.account.language = language;
        return page(&who, &gate, &faults).await;
    };
    let account = who.account.clone();
    gate.db.register(move |conn| own_account::rename(conn, &account, &name, language)).await?;
    Ok(see_other(&at::done(&who.visit.to(at::ACCOUNT), "saved")))
}

/// `POST` [`at::ACCOUNT_PASSWORD`]
pub async fn change_password(who: May<Anyone>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let form = who.visit.accept(body)?;
    let say = words(who.visit.language);
    if !is_own_password(&who, &gate, form.raw("present")).await? {
        return page(&who, &gate, &Faults::one("present", say.present_password_wrong)).await;
    }
    let personal = [who.account.email.reveal(), &who.account.name];
    let password = match new_password(form.raw("password"), &personal, who.visit.language) {
        Ok(password) => password,
        Err(faults) => return page(&who, &gate, &faults).await,
    };
    let hash = gate.passwords.hash(password).await?;
    let (account, here, now) = (who.account.clone(), who.session.id, who.visit.premises.now());
    let (chance, house) = (who.visit.premises.chance.clone(), gate.clone());
    gate.db
        .register(move |conn| own_account::change_password(conn, &house, &account, here, &hash, now, &mut chance.dice()))
        .await?;
    Ok(see_other(&at::done(&who.visit.to(at::ACCOUNT), "password-changed")))
}

/// `POST` [`at::ACCOUNT_SESSION_END`]
pub async fn end_session(
    who: May<Anyone>,
    gate: web::Data<Gatehouse>,
    session: web::Path<SessionId>,
    body: Body,
) -> Result<HttpResponse, Failure> {
    who.visit.accept(body)?;
    let (account, session) = (who.account.clone(), session.into_inner());
    gate.db.register(move |conn| own_account::sign_out(conn, &account, session)).await?;
    Ok(see_other(&at::done(&who.visit.to(at::ACCOUNT), "device-signed-out")))
}

/// `POST` [`at::ACCOUNT_SESSIONS`]
pub async fn end_all_sessions(who: May<Anyone>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    who.visit.accept(body)?;
    let (account, now, master) = (who.account.clone(), who.visit.premises.now(), gate.master.clone());
    gate.db.register(move |conn| own_account::sign_out_everywhere(conn, &master, &account, now)).await?;
    who.visit.set_cookie(no_cookie(gate.tls));
    Ok(see_other(&at::done(&who.visit.to(at::SIGN_IN), "signed-out-everywhere")))
}

/// Asked again before anything that would let a stranger at an open desk take the account over.
pub(super) async fn is_own_password(who: &May<Anyone>, gate: &Gatehouse, typed: &str) -> Result<bool, Failure> {
    let (account, master, now) = (who.account.clone(), gate.master.clone(), who.visit.premises.now());
    let kept = gate.db.register(move |conn| own_account::present_password(conn, &master, &account, now)).await?;
    let is_right = gate.passwords.check(typed.to_owned(), kept).await? != Checked::Wrong;
    if is_right {
        let (account, master) = (who.account.clone(), gate.master.clone());
        gate.db.register(move |conn| own_account::knew_password(conn, &master, &account)).await?;
    }
    Ok(is_right)
}

pub(super) async fn page(who: &May<Anyone>, gate: &Gatehouse, faults: &Faults) -> Result<HttpResponse, Failure> {
    let account = who.account.clone();
    let (devices, recovery_codes_left) = gate.db.read_register(move |conn| own_account::devices(conn, &account)).await?;
    let form = AccountForm { account: &who.account, here: &who.session, devices: &devices, recovery_codes_left, faults };
    Ok(pages::own_account(&who.visit, &form))
}
