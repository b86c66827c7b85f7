//! The guard at the door: a handler that takes [`May`] as its first argument lets in only those
//! who hold the permit.

use std::marker::PhantomData;

use actix_web::{
    FromRequest, HttpRequest,
    cookie::{Cookie, SameSite},
    dev::Payload,
    web,
};
use futures_util::{FutureExt, future::LocalBoxFuture};

use super::{
    Account, Actor, Gatehouse, Permit,
    session::{self, Due, Session},
    store,
    words::menu,
};
use crate::{
    secrets::Token,
    web::{Failure, Viewer, Visit, at},
};

/// Somebody signed in who holds the permit, and their visit.
pub struct May<P> {
    pub account: Account,
    pub visit: Visit,
    pub session: Session,
    permit: PhantomData<fn() -> P>,
}

impl<P> May<P> {
    pub fn actor(&self) -> Actor {
        Actor::from(&self.account)
    }
}

impl<P: Permit> FromRequest for May<P> {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        async move {
            let visit = Visit::of(&request)?;
            let gate = gate(&request)?;
            let (session, account) = recognise(&visit, &gate).await?.ok_or_else(|| sign_in_first(&visit, &request))?;
            if session.is_half_open || !account.may_sign_in() {
                return Err(sign_in_first(&visit, &request));
            }
            let viewer = Viewer { name: account.name.clone(), menu: menu(visit.language, &account.roles) };
            let visit = visit.signed_in(viewer, session.id.as_bytes().try_into().unwrap_or_default());
            if !P::held_by(&account.roles) {
                return Err(Failure::Forbidden);
            }
            if owes_second_factor(&account, &gate) && !is_allowed_without(visit.here()) {
                return Err(Failure::SignInFirst { address: visit.to(at::SECOND_FACTOR) });
            }
            Ok(Self { visit, account, session, permit: PhantomData })
        }
        .boxed_local()
    }
}

/// Somebody whose password was right and whose second factor is still to come.
pub struct HalfIn {
    pub account: Account,
    pub session: Session,
    pub visit: Visit,
}

impl FromRequest for HalfIn {
    type Error = Failure;
    type Future = LocalBoxFuture<'static, Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        async move {
            let visit = Visit::of(&request)?;
            let gate = gate(&request)?;
            let known = recognise(&visit, &gate).await?;
            let (session, account) = known
                .filter(|(session, account)| session.is_half_open && account.may_sign_in())
                .ok_or_else(|| Failure::SignInFirst { address: visit.to(at::SIGN_IN) })?;
            Ok(Self { account, session, visit })
        }
        .boxed_local()
    }
}

/// Whether administrators and HR still have to set up the second factor that is required.
pub fn owes_second_factor(account: &Account, gate: &Gatehouse) -> bool {
    gate.strictness.requires_second_factor() && account.roles.are_sensitive() && !account.has_second_factor
}

fn is_allowed_without(here: &str) -> bool {
    here == at::SECOND_FACTOR || here == at::SIGN_OUT || here == at::ACCOUNT
}

fn gate(request: &HttpRequest) -> Result<web::Data<Gatehouse>, Failure> {
    request
        .app_data::<web::Data<Gatehouse>>()
        .cloned()
        .ok_or_else(|| Failure::broken("the gatehouse is missing from the application"))
}

/// To the sign-in page, and back here afterwards if this was a page to look at.
fn sign_in_first(visit: &Visit, request: &HttpRequest) -> Failure {
    let sign_in = visit.to(at::SIGN_IN);
    let address = if request.method().is_safe() && visit.here() != at::DESK {
        serde_urlencoded::to_string([("to", request.path())]).map_or(sign_in.clone(), |to| format!("{sign_in}?{to}"))
    } else {
        sign_in
    };
    Failure::SignInFirst { address }
}

/// The session of the cookie that came along, brought up to date.
async fn recognise(visit: &Visit, gate: &Gatehouse) -> Result<Option<(Session, Account)>, Failure> {
    let Some(token) = visit.cookie(cookie_name(gate.tls)).as_deref().and_then(Token::parse) else { return Ok(None) };
    let now = visit.premises.now();
    let known = {
        let token = token.clone();
        gate.db
            .read_register(move |conn| {
                let Some((session, due)) = session::look(conn, &token, now)? else { return Ok(None) };
                Ok::<_, diesel::result::Error>(store::find(conn, session.account)?.map(|account| (session, account, due)))
            })
            .await?
    };
    let Some((session, account, due)) = known else { return Ok(None) };
    if due != Due::Nothing {
        let (of, chance) = (session.clone(), visit.premises.chance.clone());
        let fresh = gate.db.register(move |conn| session::settle(conn, &of, &token, due, now, &mut chance.dice())).await?;
        if let Some(fresh) = fresh {
            visit.set_cookie(cookie(&fresh, gate.tls));
        }
    }
    Ok((due != Due::End).then_some((session, account)))
}

/// The cookie of a session. It comes along when a link in a letter is followed (`Lax`), never
/// with a form that another site posts.
pub fn cookie(token: &Token, tls: bool) -> Cookie<'static> {
    Cookie::build(cookie_name(tls), token.reveal()).path("/").http_only(true).secure(tls).same_site(SameSite::Lax).finish()
}

/// Takes the cookie away.
pub fn no_cookie(tls: bool) -> Cookie<'static> {
    let mut cookie = Cookie::build(cookie_name(tls), "").path("/").http_only(true).secure(tls).same_site(SameSite::Lax).finish();
    cookie.make_removal();
    cookie
}

const fn cookie_name(tls: bool) -> &'static str {
    if tls { "__Host-clearjai" } else { "clearjai" }
}
