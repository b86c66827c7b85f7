//! Door one, for scripts: JSON in, JSON out. Knows who asks, and nothing of what they will say.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{Entrant, Keyring, NoEntry, NotIssued, Stage, collect, look};
use crate::{
    accounts::Gatehouse,
    papers::Bytes,
    web::{Failure, Premises, Problem, Sent},
};

/// A link and a blinded message are shorter.
const LONGEST: usize = 8_192;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    link: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedToSign {
    link: String,
    blinded: Bytes,
}

/// `POST` [`at::LINKS`](crate::web::at::LINKS). Changes nothing.
pub async fn show(premises: web::Data<Premises>, gate: web::Data<Gatehouse>, sent: Sent) -> Result<HttpResponse, Failure> {
    let asked: Asked = match sent.json(LONGEST) {
        Ok(asked) => asked,
        Err(problem) => return Ok(problem.answer()),
    };
    let (now, master) = (premises.now(), gate.master.clone());
    match gate.db.read_register(move |conn| look(conn, &master, &asked.link, now)).await {
        Ok(entrant @ Entrant { stratum: Some(stratum), .. }) => {
            let told = json!({ "survey": entrant.survey.id, "stratum": stratum, "collected": entrant.is_spent() });
            Ok(HttpResponse::Ok().json(told))
        }
        Ok(Entrant { stage: Stage::Closed, .. }) => Ok(CLOSED.answer()),
        Ok(_) => Ok(NOT_OPEN_YET.answer()),
        Err(refusal) => no_entry(refusal),
    }
}

/// `POST` [`at::CREDENTIALS`](crate::web::at::CREDENTIALS)
pub async fn create(
    premises: web::Data<Premises>,
    gate: web::Data<Gatehouse>,
    keyring: web::Data<Keyring>,
    sent: Sent,
) -> Result<HttpResponse, Failure> {
    let asked: AskedToSign = match sent.json(LONGEST) {
        Ok(asked) => asked,
        Err(problem) => return Ok(problem.answer()),
    };
    let (now, master, blinded) = (premises.now(), gate.master.clone(), asked.blinded.0.clone());
    let issued = gate.db.register(move |conn| collect(conn, &master, &keyring, &asked.link, &asked.blinded.0, now)).await;
    let issued = match issued {
        Ok(issued) => issued,
        Err(refusal) => return refused(refusal),
    };
    let (survey, stratum) = (issued.survey, issued.stratum);
    let signed = web::block(move || issued.key.sign(&blinded)).await.map_err(Failure::broken)?;
    let signature = Bytes(signed.map_err(Failure::broken)?);
    Ok(HttpResponse::Ok().json(json!({ "survey": survey, "stratum": stratum, "signature": signature })))
}

fn refused(refusal: NotIssued) -> Result<HttpResponse, Failure> {
    Ok(match refusal {
        NotIssued::NoEntry(refusal) => return no_entry(refusal),
        NotIssued::NotOpenYet => NOT_OPEN_YET.answer(),
        NotIssued::Closed => CLOSED.answer(),
        NotIssued::NotABlindedMessage => NOT_A_BLINDED_MESSAGE.answer(),
        NotIssued::AlreadyCollected => ALREADY_COLLECTED.answer(),
        NotIssued::Key => return Err(Failure::broken(refusal)),
        NotIssued::Database(fault) => return Err(fault.into()),
    })
}

fn no_entry(refusal: NoEntry) -> Result<HttpResponse, Failure> {
    Ok(match refusal {
        NoEntry::NoSuchLink => NO_SUCH_LINK.answer(),
        NoEntry::Replaced => LINK_REPLACED.answer(),
        NoEntry::Database(fault) => return Err(fault.into()),
    })
}

const NO_SUCH_LINK: Problem =
    Problem::new(404, "no_such_link", "This link was not made here, or belongs to nobody who may answer.");
const LINK_REPLACED: Problem = Problem::new(410, "link_replaced", "A newer link was made for the same person.");
const NOT_OPEN_YET: Problem = Problem::new(409, "not_open_yet", "The survey is not open yet.");
const CLOSED: Problem = Problem::new(410, "closed", "The survey is closed.");
const NOT_A_BLINDED_MESSAGE: Problem = Problem::new(422, "not_a_blinded_message", "This is no number that is signed.");
const ALREADY_COLLECTED: Problem =
    Problem::new(409, "already_collected", "A credential for another blinded message was handed out for this link.");
