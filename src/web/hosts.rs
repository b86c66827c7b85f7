//! Two names of one house: where it is at home, and, if the settings say so, where it takes ballots.
//!
//! Under the ballots' name nothing else is answered, and ballots are taken nowhere else. Scripts of our own
//! pages may call it, and nobody else's.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderMap, HeaderValue},
    web,
};

use super::{Hosts, Premises, Problem, at};

impl Hosts {
    /// Whether this is the wrong name to ask for this address.
    pub(super) fn is_elsewhere(&self, host: &str, path: &str) -> bool {
        let Some(ballots) = &self.ballots else { return false };
        let is_there = authority(ballots).eq_ignore_ascii_case(host);
        match path {
            at::HEALTH | at::READY | at::METRICS => false,
            at::BALLOTS | at::RECEIPTS => !is_there,
            _ => is_there,
        }
    }

    /// Lets scripts of our own pages read the answer.
    pub(super) fn allow_own_pages(&self, path: &str, headers: &mut HeaderMap) {
        let is_for_scripts = self.ballots.is_some() && [at::BALLOTS, at::RECEIPTS].contains(&path);
        if let Some(origin) = HeaderValue::from_str(&self.public).ok().filter(|_| is_for_scripts) {
            headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.insert(header::VARY, HeaderValue::from_static("Origin"));
        }
    }
}

/// `OPTIONS` of what takes ballots: a browser asks whether it may.
pub async fn preflight(premises: web::Data<Premises>, request: HttpRequest) -> HttpResponse {
    let origin = request.headers().get(header::ORIGIN).and_then(|origin| origin.to_str().ok());
    if premises.hosts.ballots.is_none() || origin != Some(premises.hosts.public.as_str()) {
        return FOREIGN_ORIGIN.answer();
    }
    HttpResponse::NoContent()
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, "POST"))
        .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type"))
        .insert_header((header::ACCESS_CONTROL_MAX_AGE, "86400"))
        .finish()
}

const FOREIGN_ORIGIN: Problem = Problem::new(403, "foreign_origin", "Only pages of this service may ask.");

/// `https://ballots.example.go.th` without its beginning.
fn authority(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, authority)| authority)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ballots_are_taken_under_their_own_name_and_nothing_else_is() {
        let hosts = Hosts { public: "https://s.example.org".into(), ballots: Some("https://b.example.org:8443".into()) };
        assert!(hosts.is_elsewhere("s.example.org", at::BALLOTS) && hosts.is_elsewhere("b.example.org:8443", "/"));
        assert!(!hosts.is_elsewhere("B.example.org:8443", at::BALLOTS) && !hosts.is_elsewhere("s.example.org", "/"));
        assert!(!hosts.is_elsewhere("b.example.org:8443", at::HEALTH));
        let alone = Hosts { ballots: None, ..hosts };
        assert!(!alone.is_elsewhere("s.example.org", at::BALLOTS) && !alone.is_elsewhere("anything", "/"));
    }
}
