//! What goes with every answer: strict headers, cookies set on the way, and a page for failures.

use actix_web::{
    Error, HttpMessage, HttpResponse,
    body::{BodySize, BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web,
};

use super::{
    Failure, Hosts, Problem, Visit, at, compress::compress_long_pages, failure_page::draw_failure, premises::Premises,
    visit::CookiesToSet,
};

/// Scripts, styles and fonts come from this very host, and nothing is ever inline.
/// They may talk to this host, and to the one that takes ballots.
fn content_security_policy(hosts: &Hosts) -> String {
    let ballots = hosts.ballots.as_deref().unwrap_or_default();
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
         connect-src 'self' {ballots}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

const STRICT: [(HeaderName, &str); 7] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::PERMISSIONS_POLICY, "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
];

/// Two years, as browsers' own lists ask.
const HSTS: &str = "max-age=63072000";

/// Wraps the whole application.
pub async fn guard_every_answer(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let hosts = request.app_data::<web::Data<Premises>>().map(|premises| premises.hosts.clone()).unwrap_or_default();
    // As the address table reads it: `/%61pi/…` is `/api/…` there.
    let path = request.match_info().as_str().to_owned();
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let mut answer = if hosts.is_elsewhere(host, &path) {
        request.into_response(HttpResponse::new(StatusCode::NOT_FOUND))
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    if wants_a_page(&answer) {
        answer = with_a_page(answer, &path);
    }
    set_cookies(&mut answer);
    let tls = answer.request().app_data::<web::Data<Premises>>().is_some_and(|premises| premises.tls);
    harden(answer.headers_mut(), tls);
    // What is handed over as a file brings a stricter one.
    if !answer.headers().contains_key(header::CONTENT_SECURITY_POLICY)
        && let Ok(policy) = HeaderValue::from_str(&content_security_policy(&hosts))
    {
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    hosts.allow_own_pages(&path, answer.headers_mut());
    Ok(compress_long_pages(answer))
}

/// A failure that no one has drawn a page for, which programs get as a problem: ours, or one of actix's own (no such address, no
/// such method).
fn wants_a_page(answer: &ServiceResponse) -> bool {
    let failed = answer.status().is_client_error() || answer.status().is_server_error();
    let bare = matches!(answer.response().body().size(), BodySize::None | BodySize::Sized(0));
    failed && (bare || answer.response().error().is_some())
}

fn with_a_page(answer: ServiceResponse, path: &str) -> ServiceResponse {
    log_once(&answer);
    let mut drawn = if at::is_for_programs(path) {
        Problem::of(answer.status()).answer()
    } else {
        let Ok(visit) = Visit::of(answer.request()) else { return answer };
        let failure = answer.response().error().and_then(|error| error.as_error::<Failure>());
        draw_failure(&visit, answer.status(), failure)
    };
    let (request, bare) = answer.into_parts();
    for name in [header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = bare.headers().get(&name) {
            drawn.headers_mut().insert(name, value.clone());
        }
    }
    ServiceResponse::new(request, drawn)
}

/// The only place where a failure is logged. The address pattern is named, never the address:
/// tokens stand in addresses.
fn log_once(answer: &ServiceResponse) {
    if !answer.status().is_server_error() {
        return;
    }
    let route = answer.request().match_pattern().unwrap_or_default();
    match answer.response().error().and_then(|error| error.as_error::<Failure>()) {
        Some(Failure::Broken(fault)) => tracing::error!(route, fault = %Chain(&**fault), "a request failed"),
        Some(Failure::Unavailable(fault)) => tracing::warn!(route, fault = %Chain(&**fault), "not available"),
        _ => tracing::error!(route, status = answer.status().as_u16(), "a request failed"),
    }
}

/// A fault and what caused it, in one line.
struct Chain<'fault>(&'fault dyn std::error::Error);

impl std::fmt::Display for Chain<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)?;
        let mut next = self.0.source();
        while let Some(cause) = next {
            write!(f, ": {cause}")?;
            next = cause.source();
        }
        Ok(())
    }
}

fn set_cookies(answer: &mut ServiceResponse) {
    let cookies = answer.request().extensions_mut().remove::<CookiesToSet>();
    for cookie in cookies.into_iter().flat_map(|CookiesToSet(cookies)| cookies) {
        if let Ok(value) = HeaderValue::from_str(&cookie.to_string()) {
            answer.headers_mut().append(header::SET_COOKIE, value);
        }
    }
}

fn harden(headers: &mut HeaderMap, tls: bool) {
    for (name, value) in STRICT {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if tls {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// For addresses that nobody has.
pub async fn nothing_here() -> HttpResponse {
    HttpResponse::new(StatusCode::NOT_FOUND)
}
