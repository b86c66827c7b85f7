//! Switching the second factor on and off, and new recovery codes.

use actix_web::{HttpResponse, web};

use super::own_account::{is_own_password, page};
use crate::{
    accounts::{
        Actor, Gatehouse, May, Refusal, guard::owes_second_factor, pages, permit::Anyone, second_factor, totp::Totp, words::words,
    },
    web::{Body, Failure, Faults, at, see_other},
};

/// `GET` [`at::SECOND_FACTOR`]
pub async fn new(who: May<Anyone>, gate: web::Data<Gatehouse>) -> HttpResponse {
    if who.account.has_second_factor {
        return see_other(&who.visit.to(at::ACCOUNT));
    }
    let totp = Totp::random(&mut who.visit.premises.dice());
    pages::enrol(&who.visit, &who.account, &totp, owes_second_factor(&who.account, &gate), &Faults::none())
}

/// `POST` [`at::SECOND_FACTOR`]
pub async fn create(who: May<Anyone>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let form = who.visit.accept(body)?;
    let say = words(who.visit.language);
    if who.account.has_second_factor {
        return Ok(see_other(&who.visit.to(at::ACCOUNT)));
    }
    let totp = Totp::from_text(form.text("secret")).ok_or(Failure::Malformed)?;
    let (account, code, shared) = (who.account.clone(), form.text("code").to_owned(), totp.clone());
    let (now, chance, house) = (who.visit.premises.now(), who.visit.premises.chance.clone(), gate.clone());
    let switched = gate
        .db
        .register(move |conn| second_factor::switch_on(conn, &house, &account, &shared, &code, now, &mut chance.dice()))
        .await;
    match switched {
        Ok(codes) => Ok(pages::recovery_codes(&who.visit, &codes)),
        Err(Refusal::WrongCode) => {
            let fault = if form.text("code").is_empty() { say.code_missing } else { say.code_wrong };
            let is_owed = owes_second_factor(&who.account, &gate);
            Ok(pages::enrol(&who.visit, &who.account, &totp, is_owed, &Faults::one("code", fault)))
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST` [`at::SECOND_FACTOR_END`]
pub async fn delete(who: May<Anyone>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let form = who.visit.accept(body)?;
    if !is_own_password(&who, &gate, form.raw("password-for-codes")).await? {
        return page(&who, &gate, &wrong_password(&who)).await;
    }
    let (account, now) = (who.account.clone(), who.visit.premises.now());
    let (chance, house) = (who.visit.premises.chance.clone(), gate.clone());
    gate.db
        .register(move |conn| second_factor::switch_off(conn, &house, &Actor::from(&account), &account, now, &mut chance.dice()))
        .await?;
    Ok(see_other(&at::done(&who.visit.to(at::ACCOUNT), "second-factor-off")))
}

/// `POST` [`at::RECOVERY_CODES`]
pub async fn renew_codes(who: May<Anyone>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let form = who.visit.accept(body)?;
    if !is_own_password(&who, &gate, form.raw("password-for-codes")).await? {
        return page(&who, &gate, &wrong_password(&who)).await;
    }
    let (account, now) = (who.account.clone(), who.visit.premises.now());
    let (chance, house) = (who.visit.premises.chance.clone(), gate.clone());
    let codes = gate.db.register(move |conn| second_factor::renew_codes(conn, &house, &account, now, &mut chance.dice())).await?;
    Ok(pages::recovery_codes(&who.visit, &codes))
}

fn wrong_password(who: &May<Anyone>) -> Faults {
    Faults::one("password-for-codes", words(who.visit.language).present_password_wrong)
}
