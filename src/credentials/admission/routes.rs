//! The two addresses of the open link's door, for scripts: JSON in, JSON out.
//!
//! No cookie, no form key, no address: who has done the work is let in, whoever they are.

use actix_web::{
    HttpResponse,
    http::{StatusCode, header},
    web,
};
use serde::Deserialize;
use serde_json::json;

use super::{BITS, NotAdmitted, PARTS, admit, challenge};
use crate::{
    accounts::Gatehouse,
    ids::SurveyId,
    web::{Failure, Premises},
};

/// No answer is longer.
const LONGEST: usize = 1_024;

/// `GET` [`at::CHALLENGE`](crate::web::at::CHALLENGE)
pub async fn ask(
    premises: web::Data<Premises>,
    gate: web::Data<Gatehouse>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let Ok(survey) = id.parse::<SurveyId>() else { return Ok(problem(404, "no_such_round", "There is no such round.")) };
    let (now, master, chance) = (premises.now(), gate.master.clone(), premises.chance.clone());
    let asked = gate.db.read_register(move |conn| challenge(conn, &master, survey, now, &mut chance.dice()));
    match asked.await {
        Ok(challenge) => Ok(HttpResponse::Ok().json(json!({ "challenge": challenge, "bits": BITS, "parts": PARTS }))),
        Err(refusal) => refused(refusal),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answered {
    challenge: String,
    answer: Vec<u32>,
}

/// `POST` [`at::ADMISSIONS`](crate::web::at::ADMISSIONS)
pub async fn answer(
    premises: web::Data<Premises>,
    gate: web::Data<Gatehouse>,
    body: Result<web::Bytes, actix_web::Error>,
) -> Result<HttpResponse, Failure> {
    let body = body.ok().filter(|body| body.len() <= LONGEST);
    let Some(sent) = body.and_then(|body| serde_json::from_slice::<Answered>(&body).ok()) else {
        return Ok(problem(400, "malformed", "A challenge and its answer are expected, as JSON."));
    };
    let (now, master, chance) = (premises.now(), gate.master.clone(), premises.chance.clone());
    let admitted = gate.db.register(move |conn| admit(conn, &master, &sent.challenge, &sent.answer, now, &mut chance.dice()));
    match admitted.await {
        Ok(admission) => {
            Ok(HttpResponse::Ok().json(json!({ "admission": admission.write(&gate.master), "expires": admission.expires })))
        }
        Err(refusal) => refused(refusal),
    }
}

fn refused(refusal: NotAdmitted) -> Result<HttpResponse, Failure> {
    Ok(match refusal {
        NotAdmitted::NoSuchRound => problem(404, "no_such_round", "There is no such round behind an open link."),
        NotAdmitted::NotOpenYet => problem(409, "not_open_yet", "The round is not open yet."),
        NotAdmitted::Closed => problem(410, "closed", "The round is closed."),
        NotAdmitted::Forged => problem(400, "forged", "The challenge was not handed out here."),
        NotAdmitted::Expired => problem(410, "expired", "The challenge has expired. Ask for another."),
        NotAdmitted::Wrong => problem(422, "wrong_answer", "The answer does not solve the challenge."),
        NotAdmitted::Used => problem(409, "used", "The challenge was solved before. Ask for another."),
        NotAdmitted::Database(fault) => return Err(fault.into()),
    })
}

/// RFC 9457; `code` is for programs and stays.
fn problem(status: u16, code: &str, title: &str) -> HttpResponse {
    let answer = json!({ "type": "about:blank", "title": title, "status": status, "code": code });
    HttpResponse::build(StatusCode::from_u16(status).unwrap_or(StatusCode::BAD_REQUEST))
        .insert_header((header::CONTENT_TYPE, "application/problem+json"))
        .body(answer.to_string())
}
