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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use actix_web::{App, middleware::from_fn, test, web};

    use super::*;
    use crate::{
        clock::Clock,
        dice::{Chance, Dice},
        secrets::MasterKey,
        web::{Masthead, Premises, Sign, guard_every_answer},
    };

    async fn fail(kind: web::Path<u16>) -> Result<HttpResponse, Failure> {
        Err(match kind.into_inner() {
            0 => Failure::StaleForm,
            400 => Failure::Malformed,
            403 => Failure::Forbidden,
            404 => Failure::NotFound,
            409 => Failure::Refused("เหตุผลเฉพาะเรื่อง".to_owned()),
            413 => Failure::TooLarge,
            429 => Failure::TooMany { wait: Duration::from_secs(61) },
            503 => Failure::Unavailable("the disk is full of secrets".into()),
            _ => Failure::Broken("secrets".into()),
        })
    }

    #[tokio::test]
    async fn every_failure_has_a_page_in_both_languages_that_says_what_to_do_and_whom_to_ask() {
        let sign = Sign::default();
        sign.hang(Masthead {
            contact_thai: "โทร. 1234".into(), contact_english: "tel. 1234".into(), ..Masthead::default()
        });
        let premises = Premises::new(
            MasterKey::random(&mut Dice::loaded(1)),
            sign,
            Clock::System,
            Chance::Real,
            false,
            crate::web::Hosts::default(),
        );
        let app = test::init_service(
            App::new()
                .app_data(web::Data::new(premises))
                .wrap(from_fn(guard_every_answer))
                .route("/fail/{kind}", web::get().to(fail))
                .route("/en/fail/{kind}", web::get().to(fail)),
        )
        .await;
        for (kind, status) in
            [(0, 400), (400, 400), (403, 403), (404, 404), (409, 409), (413, 413), (429, 429), (500, 500), (503, 503)]
        {
            for (prefix, contact) in [("", "โทร. 1234"), ("/en", "tel. 1234")] {
                let request = test::TestRequest::get().uri(&format!("{prefix}/fail/{kind}")).to_request();
                let answer = test::call_service(&app, request).await;
                assert_eq!(answer.status().as_u16(), status);
                let waits = [429, 503].contains(&status);
                assert_eq!(answer.headers().contains_key("retry-after"), waits, "{status}");
                let page = String::from_utf8(test::read_body(answer).await.to_vec()).unwrap();
                assert!(page.contains(contact) && page.contains("<h1>"), "{status}: {page}");
                assert!(!page.contains("secrets"), "faults are for the log");
                assert_eq!(page.contains("เหตุผลเฉพาะเรื่อง"), status == 409);
            }
        }
    }
}
