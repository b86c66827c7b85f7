//! Somebody who hands in as docs/protocol.md says, and sends again until there is an answer.

use std::{fmt, thread, time::Duration};

use clearjai::{
    credentials::{
        client::Blinding,
        verify::{PreparedMessage, Receipt},
    },
    dice::Dice,
    ids::StratumId,
    papers::{Bytes, sealed_sizes},
};
use serde_json::{Value, json};

use super::round::Round;

/// Longer than this and an answer is lost, as when a server is killed.
const PATIENCE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(20);
/// A server that does not come back within these is no server.
const TRIES: usize = 3_000;

#[derive(Default)]
pub struct Counts {
    stored: usize,
    found_there: usize,
    replaced: usize,
    pub interrupted: usize,
}

impl Counts {
    pub fn add(&mut self, other: &Self) {
        self.stored += other.stored;
        self.found_there += other.found_there;
        self.replaced += other.replaced;
        self.interrupted += other.interrupted;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} ballots stored at once, {} found there after their answer was lost, {} replacements, {} interruptions",
            self.stored, self.found_there, self.replaced, self.interrupted
        )
    }
}

pub struct Client<'round> {
    round: &'round Round,
    link: String,
    agent: ureq::Agent,
    address: String,
    stratum: StratumId,
    message: PreparedMessage,
    secret: [u8; 32],
    signature: Vec<u8>,
    /// As it was acknowledged last.
    sent: String,
}

impl<'round> Client<'round> {
    pub fn new(round: &'round Round, link: &str, address: &str) -> Self {
        let mut dice = Dice::real();
        let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
        let mut client = Self {
            round,
            link: link.to_owned(),
            agent: config.build().new_agent(),
            address: address.to_owned(),
            stratum: round.paper.strata[0].id,
            message: Receipt::parse(&dice.digits(24)).unwrap().message(round.survey),
            secret: dice.bytes(),
            signature: Vec::new(),
            sent: String::new(),
        };
        let (_, looked) = client.sends("links", &json!({ "link": client.link }), &mut Counts::default());
        client.stratum = looked["stratum"].as_str().unwrap().parse().unwrap();
        client
    }

    pub fn collects(&mut self, counts: &mut Counts) {
        let key = &self.round.paper.stratum(self.stratum).unwrap().key.0;
        let blinding = Blinding::new(key, self.message.clone(), &self.secret).unwrap();
        let asked = json!({ "link": self.link, "blinded": Bytes(blinding.blinded.clone()) });
        let (status, signed) = self.sends("credentials", &asked, counts);
        assert_eq!(status, 200, "{signed}");
        let signed: Bytes = serde_json::from_value(signed["signature"].clone()).unwrap();
        self.signature = blinding.finalize(&signed.0).unwrap();
    }

    pub fn hands_in(&mut self, counts: &mut Counts) {
        let ballot = self.ballot();
        let (status, answer) = self.sends("ballots", &ballot, counts);
        assert_eq!(answer["ballot"], "stored");
        match status {
            201 => counts.stored += 1,
            _ => counts.found_there += 1,
        }
        self.sent = ballot.to_string();
    }

    pub fn replaces(&mut self, counts: &mut Counts) {
        let ballot = self.ballot();
        let (status, answer) = self.sends("ballots", &ballot, counts);
        assert_eq!(status, 200, "{answer}");
        counts.replaced += 1;
        self.sent = ballot.to_string();
    }

    /// What was acknowledged last is what the urn holds.
    pub fn finds_its_last_ballot(&self) {
        let (status, answer) = self.sends("ballots", &serde_json::from_str(&self.sent).unwrap(), &mut Counts::default());
        assert_eq!((status, answer), (200, json!({ "ballot": "stored" })));
    }

    pub fn cannot_collect_twice(&self) {
        let asked = json!({ "link": self.link, "blinded": Bytes(vec![7; 256]) });
        let (status, refusal) = self.sends("credentials", &asked, &mut Counts::default());
        assert_eq!((status, &refusal["code"]), (409, &json!("already_collected")));
    }

    /// Nobody opens it here, so that anything of the right length will do.
    fn ballot(&self) -> Value {
        let size = sealed_sizes(&self.round.paper.sizes).next().unwrap();
        let start: [u8; 32] = Dice::real().bytes();
        let sealed: Vec<u8> = start.into_iter().cycle().take(size).collect();
        json!({
            "survey": self.round.survey,
            "stratum": self.stratum,
            "message": Bytes(self.message.as_bytes().to_vec()),
            "signature": Bytes(self.signature.clone()),
            "sealed": Bytes(sealed),
        })
    }

    /// The first answer that is none of “try again”.
    fn sends(&self, what: &str, sent: &Value, counts: &mut Counts) -> (u16, Value) {
        for _ in 0..TRIES {
            if let Some((status, answer)) = self.tries(what, sent)
                && status < 500
            {
                return (status, answer);
            }
            counts.interrupted += 1;
            thread::sleep(PAUSE);
        }
        panic!("no answer to {what}");
    }

    fn tries(&self, what: &str, sent: &Value) -> Option<(u16, Value)> {
        let request = self.agent.post(format!("{}/api/v1/{what}", self.address)).header("content-type", "application/json");
        let mut answer = request.send(sent.to_string()).ok()?;
        let body = answer.body_mut().read_to_string().ok()?;
        Some((answer.status().as_u16(), serde_json::from_str(&body).unwrap_or_default()))
    }
}
