//! Ballots that hold, in quantity.
//!
//! Signatures are made with the private keys themselves: what is measured is the server, not those who
//! blind and finalize.

use std::thread;

use clearjai::{
    credentials::verify::PreparedMessage,
    dice::Dice,
    ids::{StratumId, SurveyId},
    papers::{Bytes, sealed_sizes},
};
use openssl::{
    hash::MessageDigest,
    pkey::{PKey, Private},
    rsa::{Padding, Rsa},
    sign::{RsaPssSaltlen, Signer},
};
use serde_json::json;

use super::{Outcome, bare::BEFORE_KEY, clients::post, http::Request, round::Round};

/// Ballots that were never cast, as they are sent. Made on all processors.
pub fn ballots(round: &Round, count: usize) -> Outcome<Vec<Request>> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let share = |thread: usize| count * (thread + 1) / threads - count * thread / threads;
        let makers: Vec<_> =
            (0..threads).map(|thread| scope.spawn(move || (0..share(thread)).map(|at| ballot(round, at)).collect())).collect();
        let made: Vec<Outcome<Vec<_>>> =
            makers.into_iter().map(|maker| maker.join().unwrap_or_else(|_| Err("a thread panicked".into()))).collect();
        Ok(made.into_iter().collect::<Outcome<Vec<_>>>()?.into_iter().flatten().collect())
    })
}

fn ballot(round: &Round, at: usize) -> Outcome<Request> {
    let dice = &mut Dice::real();
    let (stratum, key) = round.keys().get(at % round.keys().len()).ok_or("no key")?;
    let message = PreparedMessage::from_bytes(dice.bytes());
    let size = sealed_sizes(&round.paper.sizes).next().ok_or("no size")?;
    let sealed: Vec<u8> = (0..size.div_ceil(32)).flat_map(|_| dice.bytes::<32>()).take(size).collect();
    let signature = sign(key, message.as_bytes())?;
    Ok(sent(round.survey, *stratum, &message, &signature, sealed))
}

/// With the message first, where the bare server finds its key.
pub fn sent(survey: SurveyId, stratum: StratumId, message: &PreparedMessage, signature: &[u8], sealed: Vec<u8>) -> Request {
    let message = json!(Bytes(message.as_bytes().to_vec()));
    let rest = json!({ "survey": survey, "stratum": stratum, "signature": Bytes(signature.to_vec()), "sealed": Bytes(sealed) });
    let rest = rest.to_string().replacen('{', ",", 1);
    let message = message.to_string();
    post("/api/v1/ballots", &format!("{BEFORE_KEY}{}{rest}", message.trim_start_matches('"')), "HTTP/1.1 201 ")
}

fn sign(key: &Rsa<Private>, message: &[u8]) -> Outcome<Vec<u8>> {
    let key = PKey::from_rsa(key.clone())?;
    let mut signer = Signer::new(MessageDigest::sha384(), &key)?;
    signer.set_rsa_padding(Padding::PKCS1_PSS)?;
    signer.set_rsa_mgf1_md(MessageDigest::sha384())?;
    signer.set_rsa_pss_saltlen(RsaPssSaltlen::custom(48))?;
    Ok(signer.sign_oneshot_to_vec(message)?)
}
