//! Pages for when something cannot be done: what happened, what to do, whom to call.

use actix_web::{HttpResponse, http::StatusCode};
use maud::html;

use super::{Failure, Faults, Visit, Width, at, words::words};

pub fn draw_failure(visit: &Visit, status: StatusCode, failure: Option<&Failure>) -> HttpResponse {
    let say = words(visit.language);
    let page = match (failure, status) {
        (Some(Failure::StaleForm), _) => &say.stale_form,
        (_, StatusCode::BAD_REQUEST) => &say.malformed,
        (_, StatusCode::FORBIDDEN) => &say.forbidden,
        (_, StatusCode::NOT_FOUND) => &say.not_found,
        (_, StatusCode::METHOD_NOT_ALLOWED) => &say.method_not_allowed,
        (_, StatusCode::CONFLICT) => &say.refused,
        (_, StatusCode::PAYLOAD_TOO_LARGE | StatusCode::URI_TOO_LONG) => &say.too_large,
        (_, StatusCode::TOO_MANY_REQUESTS) => &say.too_many,
        (_, StatusCode::SERVICE_UNAVAILABLE) => &say.unavailable,
        (_, status) if status.is_server_error() => &say.broken,
        _ => &say.malformed,
    };
    let explanation = match failure {
        Some(Failure::Refused(sentence)) => sentence.clone(),
        Some(Failure::TooMany { wait }) => (say.wait)(minutes(*wait)),
        _ => page.explanation.to_owned(),
    };
    let contact = visit.premises.sign.now();
    let contact = contact.contact(visit.language);
    let main = html! {
        section.failure.stack {
            p.failure-code { (status.as_u16()) }
            h1 { (page.title) }
            p { (explanation) }
            p { (page.what_to_do) }
            @if !contact.is_empty() { p.small.muted { (say.ask) " " (contact) } }
            p { a.btn.alt href=(visit.to(at::HOME)) { (say.to_the_front_page) } }
        }
    };
    visit.draw(status, page.title, Width::Column, &Faults::none(), &main)
}

fn minutes(wait: std::time::Duration) -> u64 {
    wait.as_secs().div_ceil(60).max(1)
}
