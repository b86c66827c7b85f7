//! Signing in, the second step, signing out.

use std::time::Duration;

use actix_web::{
    HttpRequest, HttpResponse,
    cookie::{Cookie, SameSite},
    http::{StatusCode, header},
    web,
};

use crate::{
    accounts::{
        Gatehouse, May,
        guard::{HalfIn, cookie, no_cookie},
        own_account, pages,
        permit::Anyone,
        second_factor::Proof,
        sign_in::{self, Attempt, DEVICE_KNOWN_FOR, NotIn},
        words::words,
    },
    address::EmailAddress,
    web::{Body, Failure, Faults, Visit, at, see_other},
};

/// `GET` [`at::SIGN_IN`]
pub async fn new(visit: Visit) -> HttpResponse {
    let to = visit.query("to").map(decoded).unwrap_or_default();
    pages::sign_in(&visit, "", way_on(&to), &Faults::none())
}

/// `POST` [`at::SIGN_IN`]
pub async fn create(visit: Visit, gate: web::Data<Gatehouse>, request: HttpRequest, body: Body) -> Result<HttpResponse, Failure> {
    let form = visit.accept(body)?;
    let say = words(visit.language);
    let (email, password, to) = (form.text("email"), form.raw("password"), way_on(form.text("to")).to_owned());

    let mut faults = Faults::none();
    if email.is_empty() {
        faults.add("email", say.email_missing);
    } else if EmailAddress::parse(email).is_err() {
        faults.add("email", say.email_wrong);
    }
    if password.is_empty() {
        faults.add("password", say.password_missing);
    }
    if !faults.is_empty() {
        return Ok(pages::sign_in(&visit, email, &to, &faults));
    }

    let attempt = Attempt {
        email: email.to_owned(),
        password: password.to_owned(),
        device: visit.cookie(device_name(gate.tls)),
        user_agent: request
            .headers()
            .get(header::USER_AGENT)
            .and_then(|agent| agent.to_str().ok())
            .unwrap_or_default()
            .to_owned(),
    };
    let (now, chance) = (visit.premises.now(), visit.premises.chance.clone());
    match sign_in::sign_in(&gate, attempt, now, chance).await {
        Ok(opened) => {
            visit.set_cookie(cookie(&opened.token, gate.tls));
            let device = sign_in::device_cookie(&gate.master, &opened.account.email, &mut visit.premises.dice());
            visit.set_cookie(device_cookie(device, gate.tls));
            let next = match (opened.needs_second_factor, to.is_empty()) {
                (true, true) => visit.to(at::SECOND_STEP),
                (true, false) => {
                    format!("{}?{}", visit.to(at::SECOND_STEP), serde_urlencoded::to_string([("to", &to)]).unwrap_or_default())
                }
                (false, _) => arrival(&visit, &to),
            };
            Ok(see_other(&next))
        }
        Err(NotIn::Wrong) => Ok(pages::sign_in(&visit, email, &to, &Faults::one("email", say.wrong))),
        Err(NotIn::Wait(wait)) => {
            let page = pages::sign_in(&visit, email, &to, &Faults::one("email", (say.wait)(minutes(wait))));
            Ok(too_many(page, wait))
        }
        Err(NotIn::Busy(busy)) => Err(busy.into()),
        Err(NotIn::Database(fault)) => Err(fault.into()),
    }
}

/// `GET` [`at::SECOND_STEP`]
pub async fn second_step_new(half_in: HalfIn) -> HttpResponse {
    let to = half_in.visit.query("to").map(decoded).unwrap_or_default();
    pages::second_step(&half_in.visit, way_on(&to), &Faults::none())
}

/// `POST` [`at::SECOND_STEP`]
pub async fn second_step(half_in: HalfIn, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    let HalfIn { account, session, visit } = half_in;
    let form = visit.accept(body)?;
    let say = words(visit.language);
    let to = way_on(form.text("to")).to_owned();
    let code = form.text("code").to_owned();
    if code.is_empty() {
        return Ok(pages::second_step(&visit, &to, &Faults::one("code", say.code_missing)));
    }
    let (now, chance, master) = (visit.premises.now(), visit.premises.chance.clone(), gate.master.clone());
    let stepped = gate
        .db
        .register(move |conn| sign_in::second_step(conn, &master, (&account, &session), &code, now, &mut chance.dice()))
        .await?;
    match stepped {
        Ok(token) => {
            visit.set_cookie(cookie(&token, gate.tls));
            Ok(see_other(&arrival(&visit, &to)))
        }
        Err(Proof::Wait(wait)) => {
            let page = pages::second_step(&visit, &to, &Faults::one("code", (say.wait)(minutes(wait))));
            Ok(too_many(page, wait))
        }
        Err(_) => Ok(pages::second_step(&visit, &to, &Faults::one("code", say.code_wrong))),
    }
}

/// `POST` [`at::SIGN_OUT`]
pub async fn sign_out(who: May<Anyone>, gate: web::Data<Gatehouse>, body: Body) -> Result<HttpResponse, Failure> {
    who.visit.accept(body)?;
    let (account, session) = (who.account, who.session.id);
    gate.db.register(move |conn| own_account::sign_out(conn, &account, session)).await?;
    who.visit.set_cookie(no_cookie(gate.tls));
    Ok(see_other(&at::done(&who.visit.to(at::SIGN_IN), "signed-out")))
}

/// The form again, with the status that says to wait.
fn too_many(mut page: HttpResponse, wait: Duration) -> HttpResponse {
    *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    page.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(wait.as_secs().max(1)));
    page
}

fn arrival(visit: &Visit, to: &str) -> String {
    if to.is_empty() { visit.to(at::DESK) } else { to.to_owned() }
}

/// Only ever to a page of our own: an absolute path, and no `//` or `\` that a browser could
/// take for another host.
fn way_on(to: &str) -> &str {
    let ours = to.starts_with('/') && !to.starts_with("//") && to.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if ours { to } else { "" }
}

fn decoded(value: &str) -> String {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(&format!("v={value}")).unwrap_or_default();
    pairs.into_iter().map(|(_, value)| value).next().unwrap_or_default()
}

fn minutes(wait: Duration) -> u64 {
    wait.as_secs().div_ceil(60).max(1)
}

fn device_cookie(value: String, tls: bool) -> Cookie<'static> {
    Cookie::build(device_name(tls), value)
        .path("/")
        .http_only(true)
        .secure(tls)
        .same_site(SameSite::Strict)
        .max_age(actix_web::cookie::time::Duration::seconds(i64::try_from(DEVICE_KNOWN_FOR.as_secs()).unwrap_or(i64::MAX)))
        .finish()
}

const fn device_name(tls: bool) -> &'static str {
    if tls { "__Host-clearjai-device" } else { "clearjai-device" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_signing_in_the_way_leads_only_to_pages_of_our_own() {
        assert_eq!(way_on("/admin/people"), "/admin/people");
        for elsewhere in
            ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\nSet-Cookie: x", "javascript:alert(1)", "/ก"]
        {
            assert_eq!(way_on(elsewhere), "", "{elsewhere}");
        }
    }
}
