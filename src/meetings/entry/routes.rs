//! The door to the clinic for scripts: JSON in, JSON out. Knows who asks, and nothing of what they will say.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{NoEntry, NotTaken, NotVouched, look, take, vouch};
use crate::{
    accounts::Gatehouse,
    papers::Bytes,
    web::{Failure, Premises, Problem, Sent},
};

/// A link and nine blinded messages are shorter.
const LONGEST: usize = 8_192;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    link: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedToSign {
    link: String,
    blinded: Vec<Bytes>,
}

/// `POST` [`at::CLINIC_LINKS`](crate::web::at::CLINIC_LINKS). Changes nothing.
pub async fn show(gate: web::Data<Gatehouse>, sent: Sent) -> Result<HttpResponse, Failure> {
    let asked: Asked = match sent.json(LONGEST) {
        Ok(asked) => asked,
        Err(problem) => return Ok(problem.answer()),
    };
    let master = gate.master.clone();
    match gate.db.read_register(move |conn| look(conn, &master, &asked.link)).await {
        Ok(entrant) => {
            let (ways, meeting) = (entrant.meeting.ways(), entrant.meeting.id);
            let promised = entrant.meeting.promised.ok_or_else(|| Failure::broken("an open session has no notice"))?;
            let hash = Bytes(promised.hash.as_bytes().to_vec());
            Ok(HttpResponse::Ok().json(json!({ "meeting": meeting, "notice": promised.notice, "hash": hash, "ways": ways })))
        }
        Err(refusal) => no_entry(refusal),
    }
}

/// `POST` [`at::CLINIC_SEATS`](crate::web::at::CLINIC_SEATS)
pub async fn create(premises: web::Data<Premises>, gate: web::Data<Gatehouse>, sent: Sent) -> Result<HttpResponse, Failure> {
    let asked: AskedToSign = match sent.json(LONGEST) {
        Ok(asked) => asked,
        Err(problem) => return Ok(problem.answer()),
    };
    let (now, master) = (premises.now(), gate.master.clone());
    let blinded: Vec<Vec<u8>> = asked.blinded.into_iter().map(|bytes| bytes.0).collect();
    let taken = match gate.db.register(move |conn| take(conn, &master, &asked.link, &blinded, now)).await {
        Ok(taken) => taken,
        Err(refusal) => return not_taken(refusal),
    };
    let signed = web::block(move || taken.sign()).await.map_err(Failure::broken)?.map_err(Failure::broken)?;
    let signatures: Vec<Bytes> = signed.into_iter().map(Bytes).collect();
    Ok(HttpResponse::Ok().json(json!({ "signatures": signatures })))
}

/// `POST` [`at::CLINIC_VOUCHERS`](crate::web::at::CLINIC_VOUCHERS). Writes nothing.
pub async fn vouch_for(premises: web::Data<Premises>, gate: web::Data<Gatehouse>, sent: Sent) -> Result<HttpResponse, Failure> {
    let asked: Asked = match sent.json(LONGEST) {
        Ok(asked) => asked,
        Err(problem) => return Ok(problem.answer()),
    };
    let (now, master, chance) = (premises.now(), gate.master.clone(), premises.chance.clone());
    match gate.db.read_register(move |conn| vouch(conn, &master, &asked.link, now, &mut chance.dice())).await {
        Ok((_, voucher)) => Ok(HttpResponse::Ok().json(json!({ "voucher": voucher }))),
        Err(refusal) => not_vouched(refusal),
    }
}

fn no_entry(refusal: NoEntry) -> Result<HttpResponse, Failure> {
    match refusal {
        NoEntry::NoSuchLink => Ok(NO_SUCH_LINK.answer()),
        NoEntry::Database(fault) => Err(fault.into()),
    }
}

fn not_taken(refusal: NotTaken) -> Result<HttpResponse, Failure> {
    Ok(match refusal {
        NotTaken::NoEntry(refusal) => return no_entry(refusal),
        NotTaken::NotOpenYet => NOT_OPEN_YET.answer(),
        NotTaken::Closed => CLOSED.answer(),
        NotTaken::NoSeats => NOT_THIS_WAY.answer(),
        NotTaken::WrongNumber => WRONG_NUMBER.answer(),
        NotTaken::NotABlindedMessage => NOT_A_BLINDED_MESSAGE.answer(),
        NotTaken::AlreadyTaken => ALREADY_TAKEN.answer(),
        NotTaken::Key => return Err(Failure::broken(refusal)),
        NotTaken::Database(fault) => return Err(fault.into()),
    })
}

fn not_vouched(refusal: NotVouched) -> Result<HttpResponse, Failure> {
    Ok(match refusal {
        NotVouched::NoEntry(refusal) => return no_entry(refusal),
        NotVouched::NotOpenYet => NOT_OPEN_YET.answer(),
        NotVouched::Closed => CLOSED.answer(),
        NotVouched::NotByName => NOT_THIS_WAY.answer(),
        NotVouched::Written(fault) => return Err(Failure::broken(fault)),
        NotVouched::Database(fault) => return Err(fault.into()),
    })
}

const NO_SUCH_LINK: Problem = Problem::new(404, "no_such_link", "This link was not made here, is void, or its session is over.");
const NOT_OPEN_YET: Problem = Problem::new(409, "not_open_yet", "Contributions are not taken yet.");
const CLOSED: Problem = Problem::new(410, "closed", "Contributions are not taken any more.");
const NOT_THIS_WAY: Problem = Problem::new(409, "not_this_way", "Nobody comes to this session in that way.");
const WRONG_NUMBER: Problem = Problem::new(422, "wrong_number", "There are more or fewer messages than seats.");
const NOT_A_BLINDED_MESSAGE: Problem = Problem::new(422, "not_a_blinded_message", "One of these is no number that is signed.");
const ALREADY_TAKEN: Problem =
    Problem::new(409, "already_taken", "Seats for other blinded messages were handed out for this link.");
