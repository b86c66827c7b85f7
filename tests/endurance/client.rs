//! Somebody who hands in as docs/protocol.md says, and sends again until there is an answer.

use std::{cell::Cell, fmt, thread, time::Duration};

use clearjai::{
    credentials::{
        client::Blinding,
        verify::{PreparedMessage, Receipt},
    },
    dice::Dice,
    ids::StratumId,
    instruments::Asks,
    language::plain,
    papers::{Bytes, PaperHash, pad},
};
use serde_json::{Value, json};

use super::round::Round;

/// Longer than this and an answer is lost, as when a server is killed. A database that is held makes people wait
/// for less.
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(20);
/// A server that does not come back within these is no server.
const TRIES: usize = 3_000;

#[derive(Default)]
pub struct Counts {
    stored: usize,
    found_there: usize,
    replaced: usize,
    pub interrupted: usize,
    /// Of those: told to come back, in a sentence.
    pub put_off: usize,
    /// Answers that nobody should get.
    broken: Vec<String>,
}

impl Counts {
    pub fn add(&mut self, other: Self) {
        self.stored += other.stored;
        self.found_there += other.found_there;
        self.replaced += other.replaced;
        self.interrupted += other.interrupted;
        self.put_off += other.put_off;
        self.broken.extend(other.broken);
    }

    /// Whoever could not be served was told to come back, and nobody that the program is broken.
    #[track_caller]
    pub fn nothing_broke(&self) {
        assert!(self.broken.is_empty(), "{} such answers, the first: {}", self.broken.len(), self.broken[0]);
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} ballots stored at once, {} found there after their answer was lost, {} replacements, {} interruptions, {} of them told to come back",
            self.stored, self.found_there, self.replaced, self.interrupted, self.put_off
        )
    }
}

pub struct Client<'round> {
    round: &'round Round,
    hash: PaperHash,
    link: String,
    agent: ureq::Agent,
    doors: Vec<String>,
    asked: Cell<usize>,
    stratum: StratumId,
    pub message: PreparedMessage,
    secret: [u8; 32],
    signature: Vec<u8>,
    /// As it was acknowledged last.
    sent: String,
}

impl<'round> Client<'round> {
    pub fn new(round: &'round Round, link: &str, doors: &[&str], counts: &mut Counts) -> Self {
        let mut dice = Dice::real();
        let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(PATIENCE));
        let mut client = Self {
            round,
            hash: PaperHash::of(&round.text),
            link: link.to_owned(),
            agent: config.build().new_agent(),
            doors: doors.iter().map(|&door| door.to_owned()).collect(),
            asked: Cell::new(0),
            stratum: round.paper.strata[0].id,
            message: Receipt::parse(&dice.digits(24)).unwrap().message(round.survey),
            secret: dice.bytes(),
            signature: Vec::new(),
            sent: String::new(),
        };
        let (status, looked) = client.sends("links", &json!({ "link": client.link }), counts);
        assert_eq!(status, 200, "{looked}");
        client.stratum = looked["stratum"].as_str().unwrap().parse().unwrap();
        client
    }

    pub fn collects(&mut self, counts: &mut Counts) {
        assert!(self.collects_if_open(counts), "closed");
    }

    /// Unless it is told that nobody collects any more.
    pub fn collects_if_open(&mut self, counts: &mut Counts) -> bool {
        let key = &self.round.paper.stratum(self.stratum).unwrap().key.0;
        let blinding = Blinding::new(key, self.message.clone(), &self.secret).unwrap();
        let asked = json!({ "link": self.link, "blinded": Bytes(blinding.blinded.clone()) });
        let (status, signed) = self.sends("credentials", &asked, counts);
        if status == 410 || (status, &signed["code"]) == (409, &json!("not_open_yet")) {
            return false;
        }
        assert_eq!(status, 200, "{signed}");
        let signed: Bytes = serde_json::from_value(signed["signature"].clone()).unwrap();
        self.signature = blinding.finalize(&signed.0).unwrap();
        true
    }

    pub fn hands_in(&mut self, counts: &mut Counts) {
        assert!(self.hands_in_if_open(counts), "closed");
    }

    /// Whether it counts: unless it is told that nothing is taken any more, it is stored, now or by the request whose
    /// answer was lost, and perhaps released already.
    pub fn hands_in_if_open(&mut self, counts: &mut Counts) -> bool {
        let ballot = self.ballot();
        let (status, answer) = self.sends("ballots", &ballot, counts);
        match (status, answer["ballot"].as_str(), answer["code"].as_str()) {
            (201, Some("stored"), None) => counts.stored += 1,
            (200, Some("stored"), None) | (409, None, Some("released")) => counts.found_there += 1,
            (200, Some("replaced"), None) => counts.replaced += 1,
            (410, None, Some("closed")) | (409, None, Some("not_open_yet")) => return false,
            other => panic!("{other:?}"),
        }
        self.sent = ballot.to_string();
        true
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

    /// The same, and nobody had to ask twice for it.
    pub fn finds_its_last_ballot_at_once(&self) {
        let counts = &mut Counts::default();
        let (status, answer) = self.sends("ballots", &serde_json::from_str(&self.sent).unwrap(), counts);
        assert_eq!((status, answer, counts.interrupted), (200, json!({ "ballot": "stored" }), 0), "{:?}", counts.broken);
    }

    pub fn cannot_collect_twice(&self) {
        let asked = json!({ "link": self.link, "blinded": Bytes(vec![7; 256]) });
        let (status, refusal) = self.sends("credentials", &asked, &mut Counts::default());
        assert_eq!((status, &refusal["code"]), (409, &json!("already_collected")));
    }

    /// One answer, the same from everybody, sealed anew each time.
    fn ballot(&self) -> Value {
        let paper = &self.round.paper;
        let rated = paper.instrument.items().filter(|item| matches!(item.asks, Asks::Scale(_)));
        let answers: Vec<_> = rated.map(|item| (item.code.to_string(), "3".to_owned())).collect();
        let plaintext = pad(&answers, &paper.sizes).unwrap();
        let message = self.message.as_bytes();
        let sealed = paper.sealing_key.seal(self.hash, self.stratum, message, &plaintext, &mut Dice::real()).unwrap();
        json!({
            "survey": self.round.survey,
            "stratum": self.stratum,
            "message": Bytes(message.to_vec()),
            "signature": Bytes(self.signature.clone()),
            "sealed": Bytes(sealed),
        })
    }

    /// The first answer that is none of “try again”.
    fn sends(&self, what: &str, sent: &Value, counts: &mut Counts) -> (u16, Value) {
        for _ in 0..TRIES {
            match self.tries(what, sent) {
                Some((status, body)) if status < 500 => return (status, serde_json::from_str(&body).unwrap_or_default()),
                Some((503, body)) if is_told_to_come_back(&body) => counts.put_off += 1,
                Some((status, body)) => counts.broken.push(format!("{what}: {status} {body}")),
                None => {}
            }
            counts.interrupted += 1;
            thread::sleep(PAUSE);
        }
        panic!("no answer to {what}");
    }

    fn tries(&self, what: &str, sent: &Value) -> Option<(u16, String)> {
        // Behind several servers the next one is asked, as a proxy does that lets them take turns.
        let door = &self.doors[self.asked.replace(self.asked.get() + 1) % self.doors.len()];
        let request = self.agent.post(format!("{door}/api/v1/{what}")).header("content-type", "application/json");
        let mut answer = request.send(sent.to_string()).ok()?;
        let body = answer.body_mut().read_to_string().ok()?;
        Some((answer.status().as_u16(), body))
    }
}

/// By a program's sentence, or by a page's.
pub fn is_told_to_come_back(body: &str) -> bool {
    let body = plain(body);
    ["Try again in a moment.", "Try again in a minute.", "ลองใหม่ใน 1 นาที"].iter().any(|sentence| body.contains(sentence))
}
