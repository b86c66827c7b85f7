//! Door two, for scripts: JSON in, JSON out. Takes whatever is entitled, and sees nobody.
//!
//! No cookie, no session, no address, no log line.

use actix_web::{HttpResponse, http::StatusCode, web};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Ballot, BallotBox, Cast, Fate, NotCast, Refused, fate, paper_text};
use crate::{
    credentials::verify::PreparedMessage,
    db::Db,
    ids::{StratumId, SurveyId},
    papers::Bytes,
    web::{Failure, Premises, Problem, Sent},
};

/// No ballot is longer.
const LONGEST: usize = 64 * 1_024;
const LONGEST_QUESTION: usize = 1_024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandedIn {
    survey: SurveyId,
    stratum: StratumId,
    message: PreparedMessage,
    #[serde(default)]
    signature: Option<Bytes>,
    sealed: Bytes,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    survey: SurveyId,
    message: PreparedMessage,
}

/// `GET` [`at::PAPER`](crate::web::at::PAPER)
pub async fn paper(premises: web::Data<Premises>, db: web::Data<Db>, id: web::Path<String>) -> Result<HttpResponse, Failure> {
    let Ok(survey) = id.parse::<SurveyId>() else { return Ok(NO_SUCH_SURVEY.answer()) };
    Ok(match db.read_urn(move |conn| paper_text(conn, survey)).await? {
        Some(paper) => HttpResponse::Ok().json(json!({
            "paper": paper.text,
            "hash": Bytes(paper.hash),
            "closes": paper.closes,
            "ballots": premises.hosts.ballots.as_ref().unwrap_or(&premises.hosts.public),
        })),
        None => NO_SUCH_SURVEY.answer(),
    })
}

/// `POST` [`at::BALLOTS`](crate::web::at::BALLOTS)
pub async fn hand_in(ballots: web::Data<BallotBox>, sent: Sent) -> Result<HttpResponse, Failure> {
    let HandedIn { survey, stratum, message, signature, sealed } = match sent.json(LONGEST) {
        Ok(handed_in) => handed_in,
        Err(problem) => return Ok(problem.answer()),
    };
    let signature = signature.map(|signature| signature.0).unwrap_or_default();
    let ballot = Ballot { survey, stratum, message, signature, sealed: sealed.0, is_entitled: false };
    Ok(match ballots.hand_in(ballot).await {
        Ok(Cast::Stored) => stored(StatusCode::CREATED, "stored"),
        Ok(Cast::Same) => stored(StatusCode::OK, "stored"),
        Ok(Cast::Replaced) => stored(StatusCode::OK, "replaced"),
        Err(NotCast::Refused(refusal)) => refused(refusal).answer(),
        Err(NotCast::Busy) => Problem::BUSY.answer(),
        Err(NotCast::Urn(fault)) => {
            tracing::error!(%fault, "ballots could not be cast");
            Problem::BUSY.answer()
        }
    })
}

/// `POST` [`at::RECEIPTS`](crate::web::at::RECEIPTS)
pub async fn ask(db: web::Data<Db>, sent: Sent) -> Result<HttpResponse, Failure> {
    let Asked { survey, message } = match sent.json(LONGEST_QUESTION) {
        Ok(asked) => asked,
        Err(problem) => return Ok(problem.answer()),
    };
    Ok(match db.read_urn(move |conn| fate(conn, survey, &message)).await? {
        Some(Fate::Sealed(stratum)) => HttpResponse::Ok().json(json!({ "stratum": stratum, "ballot": "sealed" })),
        Some(Fate::Released(stratum)) => HttpResponse::Ok().json(json!({ "stratum": stratum, "ballot": "released" })),
        None => NO_SUCH_BALLOT.answer(),
    })
}

fn stored(status: StatusCode, what: &str) -> HttpResponse {
    HttpResponse::build(status).json(json!({ "ballot": what }))
}

const fn refused(refusal: Refused) -> Problem {
    match refusal {
        Refused::NoSuchSurvey => NO_SUCH_SURVEY,
        Refused::NotOpenYet => Problem::new(409, "not_open_yet", "The survey is not open yet."),
        Refused::Closed => Problem::new(410, "closed", "The survey is closed."),
        Refused::WrongStratum => Problem::new(422, "wrong_stratum", "The ballot does not belong to this stratum."),
        Refused::NotEntitled => Problem::new(422, "not_entitled", "The signature does not fit message and stratum."),
        Refused::WrongSize => Problem::new(422, "wrong_size", "What is sealed has none of the sizes of the paper."),
        Refused::Superseded => Problem::new(409, "superseded", "This ballot has been replaced since. Nothing was changed."),
        Refused::Released => Problem::new(409, "released", "The ballot with this message is opened already."),
    }
}

const NO_SUCH_SURVEY: Problem = Problem::new(404, "no_such_survey", "No survey of this id has opened.");
const NO_SUCH_BALLOT: Problem = Problem::new(404, "no_such_ballot", "Nothing with this message is in the urn.");
