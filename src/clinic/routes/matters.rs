//! The same door for scripts: a message with a seat, without cookie, link or referrer. JSON in, JSON out.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{
    clinic::{
        hand_in::{By, HandIn, Refused, hand_in},
        hatch::Hatch,
    },
    credentials::verify::PreparedMessage,
    ids::MeetingId,
    papers::Bytes,
    web::{Failure, Premises, Problem, Sent},
};

/// Ten thousand characters, each written as an escape at worst.
const LONGEST: usize = 160 * 1_024;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Brought {
    meeting: MeetingId,
    topic: String,
    text: String,
    on_board: bool,
    once: String,
    message: PreparedMessage,
    signature: Bytes,
}

/// `POST` [`at::CLINIC_MATTERS`](crate::web::at::CLINIC_MATTERS)
pub async fn create(premises: web::Data<Premises>, hatch: web::Data<Hatch>, sent: Sent) -> Result<HttpResponse, Failure> {
    let brought: Brought = match sent.json(LONGEST) {
        Ok(brought) => brought,
        Err(problem) => return Ok(problem.answer()),
    };
    let Brought { meeting, topic, text, on_board, once, message, signature } = brought;
    let by = By::Seat { message, signature: signature.0 };
    let handed_in = HandIn { meeting, topic, text, by, on_board, once };
    Ok(match hand_in(&hatch, handed_in, premises.now(), &premises.chance).await {
        Ok(receipt) => HttpResponse::Created().json(json!({ "receipt": receipt.grouped() })),
        Err(Refused::Database(fault)) => {
            tracing::error!(%fault, "a message could not be put into the letterbox");
            Problem::BUSY.answer()
        }
        Err(refused) => problem(&refused).answer(),
    })
}

const fn problem(refused: &Refused) -> Problem {
    match refused {
        Refused::NoSuchSession => Problem::new(404, "no_such_session", "No session of this id has opened."),
        Refused::NotOpenYet => Problem::new(409, "not_open_yet", "The session is not open yet."),
        Refused::Closed => Problem::new(410, "closed", "The session is closed."),
        Refused::Cancelled => Problem::new(410, "cancelled", "The session was cancelled."),
        Refused::WayNotOffered | Refused::NotEntitled => {
            Problem::new(422, "not_entitled", "The signature does not fit message and session.")
        }
        Refused::Used => Problem::new(409, "used", "This seat was used for another message."),
        Refused::NoSuchTopic | Refused::Unfit(_) | Refused::Malformed => {
            Problem::new(422, "unfit", "The topic is none of the session, or the text is empty or too long.")
        }
        Refused::Full | Refused::TooEarly | Refused::Busy(_) | Refused::Database(_) => Problem::BUSY,
    }
}
