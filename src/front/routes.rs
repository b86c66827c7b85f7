//! Handlers of the front pages.

use actix_web::{HttpResponse, http::header, web};

use super::{pages, words::words};
use crate::{
    accounts::Gatehouse,
    department,
    language::arabic,
    web::{Body, Failure, Faults, Visit, at, see_other},
};

/// `GET` [`crate::web::at::HOME`]
pub async fn home(visit: Visit) -> HttpResponse {
    pages::home(&visit, "", &Faults::none())
}

/// `POST` [`at::CODE`]: leads on by the digits of a slip, which stand in no address that a page of ours asked for.
/// Whoever answers gets no cookie, so the form has no key; it does nothing.
pub async fn by_code(visit: Visit, body: Body) -> HttpResponse {
    let typed = body.without_key().into_iter().find(|(name, _)| name == "code").map(|(_, typed)| typed).unwrap_or_default();
    if let Some(digits) = sixteen_digits(&typed) {
        return see_other(&visit.to(&at::personal(&digits)));
    }
    let faults = Faults::one("code", words(visit.language).code_wrong);
    pages::home(&visit.standing_at(at::HOME), &typed, &faults)
}

/// `GET` [`at::CODE`], by whoever opens it: the form is on the front page.
pub async fn to_code(visit: Visit) -> HttpResponse {
    see_other(&visit.to(at::HOME))
}

/// As people write them: in Thai digits too, with spaces or dashes between.
fn sixteen_digits(typed: &str) -> Option<String> {
    let arabic = arabic(typed);
    let digits: String = arabic.chars().filter(|letter| !letter.is_whitespace() && !is_dash(*letter)).collect();
    (digits.len() == 16 && digits.bytes().all(|digit| digit.is_ascii_digit())).then_some(digits)
}

fn is_dash(letter: char) -> bool {
    letter == '-' || ('\u{2010}'..='\u{2015}').contains(&letter) || letter == '\u{2212}'
}

/// `GET` [`crate::web::at::PRIVACY`]
pub async fn privacy(visit: Visit) -> HttpResponse {
    pages::privacy(&visit)
}

/// `GET` [`crate::web::at::ACCESSIBILITY`]
pub async fn accessibility(visit: Visit) -> HttpResponse {
    pages::accessibility(&visit)
}

/// `GET` [`crate::web::at::CONTACT`]
pub async fn contact(visit: Visit) -> HttpResponse {
    pages::contact(&visit)
}

pub async fn to_english() -> HttpResponse {
    see_other("/en/")
}

/// The program runs.
pub async fn health() -> HttpResponse {
    plain("ok\n")
}

/// The program runs, and both databases answer.
pub async fn ready(gate: web::Data<Gatehouse>) -> Result<HttpResponse, Failure> {
    gate.db.read_register(department::current).await?;
    gate.db.read_urn(|_| Ok::<_, diesel::result::Error>(())).await?;
    Ok(plain("ready\n"))
}

fn plain(text: &'static str) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8")).body(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_digits_are_read_however_they_are_written_and_nothing_else_is() {
        for typed in [
            "4821093755621408",
            " 4821 0937 5562 1408 ",
            "4821-0937-5562-1408",
            "๔๘๒๑ ๐๙๓๗ ๕๕๖๒ ๑๔๐๘",
            "4821\u{a0}0937–5562—1408",
        ] {
            assert_eq!(sixteen_digits(typed).as_deref(), Some("4821093755621408"), "{typed}");
        }
        for typed in ["", "482109375562140", "48210937556214088", "482109375562140O", "४८२१०९३७५५६२१४०८", "4821_0937_5562_1408"]
        {
            assert_eq!(sixteen_digits(typed), None, "{typed}");
        }
    }
}
