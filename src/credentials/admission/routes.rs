//! The two addresses of the open link's door, for scripts: JSON in, JSON out.
//!
//! No cookie, no form key, no address: who has done the work is let in, whoever they are.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{BITS, NotAdmitted, PARTS, admit, challenge};
use crate::{
    accounts::Gatehouse,
    ids::SurveyId,
    web::{Failure, Premises, Problem, Sent},
};

/// No answer is longer.
const LONGEST: usize = 1_024;

/// `GET` [`at::CHALLENGE`](crate::web::at::CHALLENGE)
pub async fn ask(
    premises: web::Data<Premises>,
    gate: web::Data<Gatehouse>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let Ok(survey) = id.parse::<SurveyId>() else { return Ok(NO_SUCH_SURVEY.answer()) };
    let (now, master, chance) = (premises.now(), gate.master.clone(), premises.chance.clone());
    let asked = gate.db.read_register(move |conn| challenge(conn, &master, survey, now, &mut chance.dice()));
    match asked.await {
        Ok(challenge) => Ok(HttpResponse::Ok().json(json!({ "challenge": challenge, "bits": BITS, "parts": PARTS }))),
        Err(refusal) => refused(refusal),
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    challenge: String,
    answer: Vec<u32>,
}

/// `POST` [`at::ADMISSIONS`](crate::web::at::ADMISSIONS)
pub async fn answer(premises: web::Data<Premises>, gate: web::Data<Gatehouse>, sent: Sent) -> Result<HttpResponse, Failure> {
    let answered: Answered = match sent.json(LONGEST) {
        Ok(answered) => answered,
        Err(problem) => return Ok(problem.answer()),
    };
    let (now, master, chance) = (premises.now(), gate.master.clone(), premises.chance.clone());
    let admitted =
        gate.db.register(move |conn| admit(conn, &master, &answered.challenge, &answered.answer, now, &mut chance.dice()));
    match admitted.await {
        Ok(admission) => {
            Ok(HttpResponse::Ok().json(json!({ "admission": admission.write(&gate.master), "expires": admission.expires })))
        }
        Err(refusal) => refused(refusal),
    }
}

fn refused(refusal: NotAdmitted) -> Result<HttpResponse, Failure> {
    Ok(match refusal {
        NotAdmitted::NoSuchRound => NO_SUCH_SURVEY.answer(),
        NotAdmitted::NotOpenYet => Problem::new(409, "not_open_yet", "The round is not open yet.").answer(),
        NotAdmitted::Closed => Problem::new(410, "closed", "The round is closed.").answer(),
        NotAdmitted::Forged => Problem::new(400, "forged", "The challenge was not handed out here.").answer(),
        NotAdmitted::Expired => Problem::new(410, "expired", "The challenge has expired. Ask for another.").answer(),
        NotAdmitted::Wrong => Problem::new(422, "wrong_answer", "The answer does not solve the challenge.").answer(),
        NotAdmitted::Used => Problem::new(409, "used", "The challenge was solved before. Ask for another.").answer(),
        NotAdmitted::Database(fault) => return Err(fault.into()),
    })
}

const NO_SUCH_SURVEY: Problem = Problem::new(404, "no_such_survey", "There is no such survey behind an open link.");
