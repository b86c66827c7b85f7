//! Somebody with a link and a program of their own: does what docs/protocol.md says.

use std::collections::HashMap;

use clearjai::{
    credentials::{
        client::Blinding,
        issue::personal_links,
        verify::{PreparedMessage, Receipt},
    },
    dice::Dice,
    ids::{StratumId, SurveyId},
    papers::{Bytes, Paper, PaperHash, pad},
    people,
};
use diesel::QueryResult;
use serde_json::{Value, json};

use crate::{api::description::is_described, eligible::crew::*, house::House, rounds::desk::*};

/// Status and content of an answer to a program.
pub type Answered = (u16, Value);

pub fn call(house: &House, address: &str, sent: Option<&str>) -> Answered {
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    let answer = match sent {
        None => agent.get(house.url(address)).call(),
        Some(sent) => agent.post(house.url(address)).header("content-type", "application/json").send(sent),
    };
    let mut answer = answer.unwrap();
    let headers = answer.headers().clone();
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    assert_eq!((header("set-cookie"), header("referrer-policy")), (String::new(), "no-referrer".to_owned()), "{address}");
    assert_eq!(header("cache-control"), "no-store", "{address}");
    let body = answer.body_mut().read_to_string().unwrap();
    let content: Value = serde_json::from_str(&body).unwrap_or_default();
    if answer.status().as_u16() >= 400 {
        assert_eq!(header("content-type"), "application/problem+json", "{address}: {body}");
        assert_eq!(content["status"], answer.status().as_u16(), "{body}");
    }
    let method = if sent.is_some() { "post" } else { "get" };
    is_described(method, address, answer.status().as_u16(), &header("content-type"), &body);
    (answer.status().as_u16(), content)
}

#[track_caller]
pub fn is_refused(answer: &Answered, status: u16, code: &str) {
    assert_eq!((answer.0, &answer.1["code"]), (status, &json!(code)), "{answer:?}");
}

/// A round of 36 people in two strata, open from 1 to 14 December at 16:30.
pub fn open_round(house: &House) -> SurveyId {
    let admin = house.administrator();
    let (coordinator, hr) = (house.member(&admin, "chai", &["coordinator"]), house.member(&admin, "busaba", &["hr"]));
    let id = demo(house);
    let form = shelves(house, &form("แบบวัดชีพจร"));
    chooses(&coordinator, id, form).is(303);
    confirms(&hr, id).is(303);
    schedules(&coordinator, id, 1, 14).is(303);
    comes(house, 1, 9, 0);
    house.timetable_runs();
    id
}

/// A link for everybody, dealt from the groups in turn: chance decides who a link belongs to, never how many of
/// each group are among the first.
pub fn links(house: &House, survey: SurveyId) -> Vec<String> {
    let master = house.rooms.master.clone();
    let links = house.rooms.db.read_register(move |conn| {
        let links = personal_links(conn, &master, survey)?.into_iter();
        links.map(|(person, link)| Ok((people::entry(conn, survey, person)?, link.write()))).collect::<QueryResult<Vec<_>>>()
    });
    let mut groups = HashMap::<StratumId, Vec<String>>::new();
    for (entry, link) in house.wait_for(links).unwrap() {
        groups.entry(entry.unwrap().stratum).or_default().push(link);
    }
    let mut dealt: Vec<(usize, String)> = groups.into_values().flat_map(|group| group.into_iter().enumerate()).collect();
    dealt.sort_by_key(|(place, _)| *place);
    dealt.into_iter().map(|(_, link)| link).collect()
}

pub struct Respondent<'house> {
    pub house: &'house House,
    pub link: String,
    pub survey: SurveyId,
    pub stratum: StratumId,
    pub paper: Paper,
    pub hash: PaperHash,
    pub receipt: String,
    pub secret: [u8; 32],
}

/// What goes through door two.
#[derive(Clone)]
pub struct Ballot {
    pub survey: SurveyId,
    pub stratum: StratumId,
    pub message: PreparedMessage,
    pub signature: Option<Vec<u8>>,
    pub sealed: Vec<u8>,
}

impl<'house> Respondent<'house> {
    pub fn with(house: &'house House, link: &str) -> Self {
        let (status, looked) = call(house, "/api/v1/links", Some(&json!({ "link": link }).to_string()));
        assert_eq!(status, 200, "{looked}");
        let survey: SurveyId = looked["survey"].as_str().unwrap().parse().unwrap();
        let (status, paper) = call(house, &format!("/api/v1/papers/{survey}"), None);
        assert_eq!(status, 200, "{paper}");
        let text = paper["paper"].as_str().unwrap();
        let hash = PaperHash::of(text);
        assert_eq!(paper["hash"], json!(Bytes(hash.as_bytes().to_vec())));
        let mut dice = Dice::real();
        Self {
            house,
            link: link.to_owned(),
            survey,
            stratum: looked["stratum"].as_str().unwrap().parse().unwrap(),
            paper: Paper::read(text).unwrap(),
            hash,
            receipt: dice.digits(24),
            secret: dice.bytes(),
        }
    }

    pub fn message(&self) -> PreparedMessage {
        Receipt::parse(&self.receipt).unwrap().message(self.survey)
    }

    fn blinding(&self) -> Blinding {
        let key = &self.paper.stratum(self.stratum).unwrap().key.0;
        Blinding::new(key, self.message(), &self.secret).unwrap()
    }

    pub fn asks_to_sign(&self, blinded: &[u8]) -> Answered {
        let sent = json!({ "link": self.link, "blinded": Bytes(blinded.to_vec()) });
        call(self.house, "/api/v1/credentials", Some(&sent.to_string()))
    }

    /// Through door one.
    pub fn collects(&self) -> Vec<u8> {
        let blinding = self.blinding();
        let (status, signed) = self.asks_to_sign(&blinding.blinded);
        assert_eq!(status, 200, "{signed}");
        assert_eq!((&signed["survey"], &signed["stratum"]), (&json!(self.survey), &json!(self.stratum)));
        let signed: Bytes = serde_json::from_value(signed["signature"].clone()).unwrap();
        blinding.finalize(&signed.0).unwrap()
    }

    pub fn seals(&self, answers: &[(&str, &str)]) -> Vec<u8> {
        let fields: Vec<_> = answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let plaintext = pad(&fields, &self.paper.sizes).unwrap();
        let message = self.message();
        self.paper.sealing_key.seal(self.hash, self.stratum, message.as_bytes(), &plaintext, &mut Dice::real()).unwrap()
    }

    /// Ready for door two.
    pub fn ballot(&self, answers: &[(&str, &str)]) -> Ballot {
        Ballot {
            survey: self.survey,
            stratum: self.stratum,
            message: self.message(),
            signature: Some(self.collects()),
            sealed: self.seals(answers),
        }
    }
}

impl Ballot {
    pub fn written(&self) -> String {
        let mut sent = json!({
            "survey": self.survey,
            "stratum": self.stratum,
            "message": Bytes(self.message.as_bytes().to_vec()),
            "sealed": Bytes(self.sealed.clone()),
        });
        if let Some(signature) = &self.signature {
            sent["signature"] = json!(Bytes(signature.clone()));
        }
        sent.to_string()
    }

    /// Through door two.
    pub fn goes_in(&self, house: &House) -> Answered {
        call(house, "/api/v1/ballots", Some(&self.written()))
    }
}
