//! Long pages leave compressed, in one piece.
//!
//! A page that fits into the first packets that a connection may send anyway is quicker plain: it
//! needs no further round trip, and no work at either end. Files were compressed while building;
//! downloads of any length stay plain, so that none holds up the thread that answers others.

use std::io::Write as _;

use actix_web::{
    body::{BodySize, BoxBody, MessageBody},
    dev::ServiceResponse,
    http::header::{self, AcceptEncoding, ContentEncoding, Encoding, HeaderValue},
};
use flate2::{Compression, write::GzEncoder};

/// What a new connection may send before it waits for the other side, less room for headers and
/// cookies, is some 13 kB; on a connection that is slow already, less.
const PLAIN_UP_TO: u64 = 8_000;

pub fn compress_long_pages(mut answer: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    if !is_long_text(&answer) {
        return answer;
    }
    answer.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    if !wants_gzip(&answer) {
        return answer;
    }
    let mut is_compressed = false;
    let mut answer = answer.map_body(|_, body| match body.try_into_bytes() {
        Ok(plain) => match gzip(&plain) {
            Ok(compressed) => {
                is_compressed = true;
                BoxBody::new(compressed)
            }
            Err(_) => BoxBody::new(plain),
        },
        Err(streamed) => streamed,
    });
    if is_compressed {
        answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(ContentEncoding::Gzip.as_str()));
    }
    answer
}

fn is_long_text(answer: &ServiceResponse<BoxBody>) -> bool {
    let headers = answer.headers();
    let is_text = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html") || kind.starts_with("application/json"));
    is_text
        && !headers.contains_key(header::CONTENT_ENCODING)
        && matches!(answer.response().body().size(), BodySize::Sized(size) if size > PLAIN_UP_TO)
}

fn wants_gzip(answer: &ServiceResponse<BoxBody>) -> bool {
    let accepted = answer.request().headers().contains_key(header::ACCEPT_ENCODING);
    let offered = [Encoding::gzip(), Encoding::identity()];
    accepted
        && <AcceptEncoding as header::Header>::parse(answer.request())
            .is_ok_and(|accepted| accepted.negotiate(offered.iter()) == Some(Encoding::gzip()))
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 3), Compression::fast());
    encoder.write_all(plain)?;
    encoder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use actix_web::{HttpResponse, test::TestRequest};

    use super::*;

    fn answered(accepts: Option<&str>, body: String) -> (ServiceResponse<BoxBody>, String) {
        let mut request = TestRequest::get();
        if let Some(accepts) = accepts {
            request = request.insert_header((header::ACCEPT_ENCODING, accepts));
        }
        let page = HttpResponse::Ok().content_type("text/html; charset=utf-8").body(body.clone());
        (compress_long_pages(request.to_srv_response(page)), body)
    }

    fn encoding(answer: &ServiceResponse<BoxBody>) -> Option<&str> {
        answer.headers().get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap())
    }

    #[test]
    fn a_long_page_is_compressed_for_those_who_can_read_it() {
        for accepts in ["gzip, deflate, br, zstd", "gzip"] {
            let (answer, plain) = answered(Some(accepts), "ก".repeat(5_000));
            assert_eq!(encoding(&answer), Some("gzip"), "{accepts}");
            assert_eq!(answer.headers().get(header::VARY).unwrap(), "accept-encoding");
            let body = answer.into_body().try_into_bytes().unwrap();
            assert!(body.len() < plain.len() / 10);
            let mut read = String::new();
            flate2::read::GzDecoder::new(&body[..]).read_to_string(&mut read).unwrap();
            assert_eq!(read, plain);
        }
    }

    #[test]
    fn whoever_cannot_read_it_and_whatever_is_short_gets_it_plain() {
        for (accepts, length) in [(None, 20_000), (Some("br"), 20_000), (Some("gzip;q=0"), 20_000), (Some("gzip"), 8_000)] {
            let (answer, plain) = answered(accepts, "a".repeat(length));
            assert_eq!(encoding(&answer), None, "{accepts:?}");
            assert_eq!(answer.into_body().try_into_bytes().unwrap(), plain);
        }
    }
}
